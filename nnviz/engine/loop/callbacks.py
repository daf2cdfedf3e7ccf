"""Real Keras callbacks over epochs that were run ahead of them.

A chunk of epochs runs in one call, and the callbacks hear of its epochs one by one afterwards. Where one of them stops
the run or changes the learning rate in the middle of the chunk, the chunk is undone and run again up to there: the
result is that of ``fit``, where they are called between epochs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.fused import EpochResults, Floats
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Rows = NDArray[np.float64]
# What each kind of callback knows of the run, by its own names.
_KNOWS = {
    "EarlyStopping": ("wait", "stopped_epoch", "best", "best_epoch"),
    "ReduceLROnPlateau": ("wait", "cooldown_counter", "best"),
}


class CallbackState(msgspec.Struct, frozen=True):
    """How far one callback is in a run.

    Attributes:
        kind: its Keras class name.
        monitor: the log that it watches.
        values: its attributes by name; ``best`` is None before the first epoch.
    """

    kind: str
    monitor: str
    values: dict[str, int | float | None]


class Callbacks:
    """Keras callbacks that only look at logs, stop, change the learning rate, or get and set weights.

    Args:
        model: the model that is trained.
        callbacks: instances of ``keras.callbacks.Callback``.
    """

    def __init__(self, model: Any, callbacks: Sequence[Any]) -> None:
        self._model, self._callbacks = model, list(callbacks)
        self._proxy = _ModelProxy(model)
        for callback in self._callbacks:
            callback.set_model(self._proxy)

    def __bool__(self) -> bool:
        return bool(self._callbacks)

    @property
    def want_weights(self) -> bool:
        """Whether one of them may ask for the weights after an epoch."""
        return any(getattr(callback, "restore_best_weights", False) for callback in self._callbacks)

    @property
    def stopped(self) -> bool:
        """Whether one of them has stopped the run."""
        return bool(self._model.stop_training)

    @property
    def early_stopping(self) -> Any | None:
        """The one that stops early, if there is one."""
        return next((c for c in self._callbacks if isinstance(c, keras.callbacks.EarlyStopping)), None)

    def begin(self, keys: Sequence[str]) -> None:
        """A run begins; *keys* are the logs it will have. BadInput where a callback watches another one."""
        for callback in self._callbacks:
            if callback.monitor not in keys:
                raise BadInput(
                    Sentence("{0!r} is watched, but the run only has {1}.", callback.monitor, ", ".join(keys))
                )
            _settle_direction(callback)
        self._model.stop_training = False
        for callback in self._callbacks:
            callback.on_train_begin()

    def end(self) -> None:
        """A run has ended: the best weights come back where that is wanted."""
        for callback in self._callbacks:
            callback.on_train_end()

    def states(self) -> tuple[CallbackState, ...]:
        """How far each of them is."""
        return tuple(
            CallbackState(kind, callback.monitor, {name: getattr(callback, name) for name in _KNOWS[kind]})
            for callback in self._callbacks
            if (kind := type(callback).__name__) in _KNOWS
        )

    @property
    def best_weights(self) -> list[Any]:
        """What early stopping would bring back, in the order of ``model.weights``; empty for nothing."""
        stop = self.early_stopping
        return [] if stop is None or stop.best_weights is None else list(stop.best_weights)

    def take(self, states: Sequence[CallbackState], best_weights: Sequence[Any]) -> None:
        """Go on from where callbacks of the same kinds, that watched the same logs, were; after ``begin``."""
        for callback in self._callbacks:
            for state in states:
                if (type(callback).__name__, callback.monitor) == (state.kind, state.monitor):
                    self._take_one(callback, state, best_weights)

    @staticmethod
    def _take_one(callback: Any, state: CallbackState, best_weights: Sequence[Any]) -> None:
        if getattr(callback, "restore_best_weights", False):
            if not best_weights and state.values.get("best") is not None:
                return  # the best epoch is known but not its weights: the best from here on is what can come back
            callback.best_weights = list(best_weights) or None
        for name in _KNOWS[state.kind]:
            if name in state.values:
                setattr(callback, name, state.values[name])

    def follow(
        self, first: int, keys: Sequence[str], results: EpochResults
    ) -> tuple[tuple[str, ...], Rows, float | None]:
        """Tell the callbacks of epochs *first* (0-based) and on, as far as they leave the run as it was.

        Returns the logs of the epochs that were told, by their names and as rows, and the learning rate that one of
        the callbacks set, if any. Fewer rows than results mean that the run stops, or goes on differently, after
        these.
        """
        if not self._callbacks:
            return tuple(keys), results.rows.astype(np.float64), None
        told: list[dict[str, float]] = []
        before = self._learning_rate()
        for number, row in enumerate(results.rows):
            logs = dict(zip(keys, row.tolist(), strict=True))
            last = number == len(results.rows) - 1
            self._proxy.show(None if last or results.weights is None else results.weights[number])
            for callback in self._callbacks:
                callback.on_epoch_end(first + number, logs)
            told.append(logs)
            if self.stopped or self._learning_rate() != before:
                break
        self._proxy.show(None)
        after = self._learning_rate()
        names = tuple(told[0]) if told else tuple(keys)
        rows = np.array([list(logs.values()) for logs in told], np.float64).reshape(len(told), len(names))
        return names, rows, None if after == before else after

    def _learning_rate(self) -> float:
        return float(self._model.optimizer.learning_rate)


def _settle_direction(callback: Any) -> None:
    """Find out now whether more or less is better, which Keras would do after the first epoch."""
    if callback.monitor_op is None:
        try:
            callback._set_monitor_op()
        except ValueError:
            raise BadInput(
                Sentence(
                    "Keras does not know whether more or less {0} is better: watch the loss instead.", callback.monitor
                )
            ) from None


class _ModelProxy:
    """The model as a callback sees it: its weights are those after the epoch the callback is told of."""

    def __init__(self, model: Any) -> None:
        self.__dict__.update(_model=model, _flat=None)

    def show(self, flat: Floats | None) -> None:
        """Answer ``get_weights`` with *flat*, all weights laid flat; None for the model's own."""
        self.__dict__["_flat"] = flat

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._model, name, value)

    def get_weights(self) -> list[Any]:
        """All weights, as ``keras.Model.get_weights``."""
        if self._flat is None:
            own: list[Any] = self._model.get_weights()
            return own
        sizes = [int(np.prod(v.shape)) for v in self._model.weights]
        parts = np.split(self._flat, np.cumsum(sizes)[:-1])
        return [part.reshape(v.shape).astype(v.dtype) for part, v in zip(parts, self._model.weights, strict=True)]
