"""This engine against ``model.fit``: the same network, the same rows, in turn, in one process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.callbacks import Callbacks
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop import FusedLoop
from nnviz.engine.rows import Rows
from nnviz.engine.trainer import Trainer
from nnviz.training.order import epoch_orders

Array = NDArray[Any]
SEED = 1
# Each side trains for about this long in each of so many rounds, and at least one epoch.
SECONDS, ROUNDS = 0.7, 5


@dataclass(frozen=True)
class Case:
    """One piece of work.

    Attributes:
        title: rows and layers in a few words.
        batch_size: rows a step.
        data: makes samples and targets.
        layers: makes the layers behind the Input.
        loss: what is minimized, by Adam.
        brief: whether a run of all cases includes it; the others take minutes.
    """

    title: str
    batch_size: int
    data: Callable[[], tuple[Array, Array]]
    layers: Callable[[], Sequence[Any]]
    loss: str
    brief: bool = True


@dataclass(frozen=True)
class Result:
    """What a case has shown: medians over the rounds.

    Attributes:
        case: its name.
        fit_ms, engine_ms: milliseconds an epoch.
        ratio: how many times faster this engine is.
        fit_first_s, engine_first_s: seconds from a compiled model to the end of the first epoch.
        agrees: whether loss and weights after that epoch were the same, bit for bit.
    """

    case: str
    fit_ms: float
    engine_ms: float
    ratio: float
    fit_first_s: float
    engine_first_s: float
    agrees: bool


def _dense(*units: int, last: str) -> Callable[[], Sequence[Any]]:
    def layers() -> Sequence[Any]:
        hidden = [keras.layers.Dense(count, activation="relu") for count in units[:-1]]
        return [*hidden, keras.layers.Dense(units[-1], activation=last)]

    return layers


def _random(rows: int, shape: tuple[int, ...], classes: int) -> Callable[[], tuple[Array, Array]]:
    def data() -> tuple[Array, Array]:
        rng = np.random.default_rng(SEED)
        x = rng.random((rows, *shape), dtype=np.float32)
        answers = rng.integers(0, max(classes, 2), rows)
        if classes < 2:
            return x, answers.astype(np.float32).reshape(-1, 1)
        return x, np.eye(classes, dtype=np.float32)[answers]

    return data


def _xor() -> tuple[Array, Array]:
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    return x, np.array([[0], [1], [1], [0]], np.float32)


def _digits() -> tuple[Array, Array]:
    from sklearn.datasets import load_digits

    digits = load_digits()
    return (digits.data / 16).astype(np.float32), np.eye(10, dtype=np.float32)[digits.target]


def _convolutions() -> Sequence[Any]:
    layers = keras.layers
    return [
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]


def _recurrent() -> Sequence[Any]:
    return [keras.layers.LSTM(32), keras.layers.Dense(1)]


_MANY, _TWO = "categorical_crossentropy", "binary_crossentropy"
CASES: dict[str, Case] = {
    "xor": Case("4 x 2, 32-1", 32, _xor, _dense(32, 1, last="sigmoid"), _TWO),
    "thoracic": Case("470 x 17, 30-1, batch 10", 10, _random(470, (17,), 1), _dense(30, 1, last="sigmoid"), _TWO),
    "digits": Case("1,797 x 64, 64-32-10, batch 32", 32, _digits, _dense(64, 32, 10, last="softmax"), _MANY),
    "mnist-mlp": Case(
        "42,000 x 784, 64-32-10, batch 128", 128, _random(42_000, (784,), 10), _dense(64, 32, 10, last="softmax"), _MANY
    ),
    "lstm": Case("2,000 x 50 x 8, LSTM 32-1, batch 32", 32, _random(2_000, (50, 8), 1), _recurrent, "mse"),
    "cnn": Case(
        "10,000 x 28 x 28, conv 32-64, batch 64", 64, _random(10_000, (28, 28, 1), 10), _convolutions, _MANY, False
    ),
    "sign-mlp": Case(
        "27,455 x 784, 1024-512-256-24, batch 32",
        32,
        _random(27_455, (784,), 24),
        _dense(1024, 512, 256, 24, last="softmax"),
        _MANY,
        False,
    ),
}


def run(name: str, rounds: int = ROUNDS, seconds: float = SECONDS) -> Result:
    """Train the case called *name* on both sides, *rounds* times for about *seconds* each."""
    case = CASES[name]
    x, y = case.data()
    theirs, ours = _model(case, x.shape[1:]), _model(case, x.shape[1:])
    order = epoch_orders(SEED, 0, 1, len(x))[0]
    fit_first, first_loss = _timed(lambda: _fit(theirs, x[order], y[order], case.batch_size, 1, shuffle=False))
    side = _Engine(ours, case.batch_size)
    engine_first, loss = _timed(lambda: side.begin(x, y))
    same = loss == first_loss and all(
        np.array_equal(a, b) for a, b in zip(ours.get_weights(), theirs.get_weights(), strict=True)
    )
    both = (lambda epochs: _fit(theirs, x, y, case.batch_size, epochs, shuffle=True), side.train)
    fit_ms, engine_ms = _in_turn(both, rounds, seconds)
    return Result(name, fit_ms, engine_ms, fit_ms / engine_ms, fit_first, engine_first, same)


def _model(case: Case, shape: tuple[int, ...]) -> Any:
    keras.utils.set_random_seed(SEED)
    inputs = keras.Input(shape)
    answer = inputs
    for layer in case.layers():
        answer = layer(answer)
    model = keras.Model(inputs, answer)
    model.compile(loss=case.loss, optimizer=keras.optimizers.Adam(), metrics=["accuracy"])
    return model


def _fit(model: Any, x: Array, y: Array, batch_size: int, epochs: int, shuffle: bool) -> float:
    history = model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=shuffle, verbose=0)
    return float(history.history["loss"][-1])


class _Engine:
    """Our side, as a run in the app is: in pieces, looking after every one whether the weights are still numbers."""

    def __init__(self, model: Any, batch_size: int) -> None:
        self._model, self._batch_size = model, batch_size
        self._trainer: Trainer | None = None

    def begin(self, x: Array, y: Array) -> float:
        loop = FusedLoop(self._model, Rows(x, y), batch_size=self._batch_size, seed=SEED)
        self._trainer = Trainer(loop, Callbacks(self._model, ()))
        return self.train(1)

    def train(self, epochs: int) -> float:
        assert self._trainer is not None
        target, loss = self._trainer.loop.epoch + epochs, float("nan")
        while True:
            piece = self._trainer.advance(target)
            loss = float(piece.rows[-1][0]) if len(piece.rows) else loss
            if piece.ending is not None:
                return loss


def _in_turn(sides: Sequence[Callable[[int], Any]], rounds: int, seconds: float) -> list[float]:
    """The median milliseconds an epoch of each side, after a round that only finds out how many epochs to do."""
    counts = []
    for side in sides:
        taken = _settled(side, seconds)
        counts.append(max(1, round(seconds / taken)))
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds):
        for side, count, found in zip(sides, counts, times, strict=True):
            taken, _ = _timed(lambda side=side, count=count: side(count))  # type: ignore[misc]
            found.append(taken / count * 1e3)
    return [statistics.median(found) for found in times]


def _settled(side: Callable[[int], Any], seconds: float) -> float:
    """Seconds an epoch, once more epochs in one go no longer make it faster to measure."""
    epochs = 1
    while True:
        taken, _ = _timed(lambda epochs=epochs: side(epochs))  # type: ignore[misc]
        if taken > seconds / 4:
            return taken / epochs
        epochs *= 4


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result
