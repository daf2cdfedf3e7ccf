"""The fused training loop: where a run stands, and the calls that move it on, each bounded by its caller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.graphs import Graphs
from nnviz.engine.keras_setup import tf
from nnviz.engine.rows import Pass, Rows
from nnviz.engine.state import TrainingState
from nnviz.training.order import epoch_orders

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class EpochResults:
    """What whole epochs leave behind.

    Attributes:
        rows: ``(epochs, logs)``, one column for each of the loop's keys.
        weights: ``(epochs, weights)``, every variable of ``model.weights`` laid flat, or None.
    """

    rows: Floats
    weights: Floats | None = None


class FusedLoop:
    """Keras's own steps over data in memory, without its bookkeeping.

    The result is, bit for bit, that of ``model.fit(shuffle=False)`` over the rows in the same order. The order of
    each epoch is a pure function of (seed, epoch), so that going back and running again gives the same once more.

    Args:
        model: a compiled Keras model.
        train, validation: the rows to learn from and to be judged on after each epoch.
        batch_size: rows a step.
        shuffle: whether each epoch has an order of its own.
        seed: of those orders.

    Attributes:
        keys: the names of the logs of an epoch, as Keras names them, ``val_`` ones last.
        state: all variables of the run.
        epoch: epochs done.
        batch: training batches done in the epoch that has begun.
        validated: validation batches done in it.
    """

    def __init__(
        self,
        model: Any,
        train: Rows,
        validation: Rows | None = None,
        *,
        batch_size: int = 32,
        shuffle: bool = True,
        seed: int = 0,
    ) -> None:
        self.model, self._train, self._validation = model, train, validation
        self._batch_size, self._shuffle, self._seed = batch_size, shuffle, seed
        self.graphs = Graphs(model, train, validation, batch_size, shuffle)
        own = self.graphs.keys
        self.keys = own + tuple(f"val_{key}" for key in own) if validation else own
        self.state = TrainingState(model)
        self.epoch = self.batch = self.validated = 0
        self._logs: Floats = np.zeros(0, np.float32)
        self._current: tuple[int, Any] = (-1, None)

    @property
    def batches(self) -> int:
        """Training batches in an epoch, the partial one included."""
        return self.graphs.train.count

    @property
    def validation_batches(self) -> int:
        """Validation batches in an epoch."""
        return self.graphs.validation.count if self.graphs.validation else 0

    @property
    def between_epochs(self) -> bool:
        """Whether no epoch has begun that is not finished."""
        return self.batch == 0

    def go_to(self, epoch: int) -> None:
        """Stand before the first batch of *epoch* (0-based); the variables stay what they are."""
        self.epoch, self.batch, self.validated = epoch, 0, 0

    def run_epochs(self, count: int, weights: bool = False) -> EpochResults:
        """*count* whole epochs in one call, from between two epochs; with the weights after each where wanted."""
        graph = self.graphs.epochs_with_weights if weights else self.graphs.epochs
        orders = self._orders(count)
        data = self._train.tensors + (self._validation.tensors if self._validation else ())
        rows, kept = graph(tf.constant(count), tf.constant(0), tf.constant(orders), *data)
        self.epoch += count
        return EpochResults(rows.numpy(), kept.numpy() if weights else None)

    def run_batches(self, count: int) -> Floats:
        """At most *count* training batches of the current epoch: the running logs of the training part."""
        if self.batch == 0:
            self.model.reset_metrics()
        stop = min(self.batch + count, self.batches)
        first, data = tf.constant(self.batch), self._train.tensors
        self._logs = self.graphs.train_some(first, tf.constant(stop), self._order(), *data).numpy()
        self.batch = stop
        return self._logs

    def run_validation(self, count: int) -> Floats:
        """At most *count* validation batches, once the training batches are done: the running logs of that part."""
        assert self._validation is not None
        if self.validated == 0:
            self.model.reset_metrics()
        stop = min(self.validated + count, self.validation_batches)
        first = tf.constant(self.validated)
        logs: Floats = self.graphs.validate_some(first, tf.constant(stop), *self._validation.tensors).numpy()
        self.validated = stop
        if stop == self.validation_batches:
            self._logs = np.concatenate([self._logs, logs])
        return logs

    def end_epoch(self) -> EpochResults:
        """Count the epoch whose training and validation batches are all done: its one row."""
        row = self._logs[None]
        self.go_to(self.epoch + 1)
        return EpochResults(row)

    def samples(self, batch: int) -> Any:
        """The samples of training batch number *batch* of the current epoch, nested as they were given."""
        rows = np.arange(self._train.count, dtype=np.int32)
        order = self._order() if self._shuffle else rows
        size = min(self._batch_size, len(rows))
        numbers = order[batch * size : (batch + 1) * size]
        return self._train.packed([tf.gather(tensor, numbers) for tensor in self._train.tensors])[0]

    def trace(self, weights: bool = False) -> Iterator[None]:
        """Trace one graph at each step, from between two epochs, so that the first calls of a run are quick.

        Nothing is trained. *weights* says whether ``run_epochs`` will be asked for them.
        """
        self.run_epochs(0, weights)
        yield
        self.run_batches(0)
        yield
        if self._validation is not None:
            self.run_validation(0)
            yield

    def evaluate(self, rows: Rows) -> dict[str, float]:
        """Loss and metrics over other *rows*, as ``model.evaluate`` gives them; the run is left as it was."""
        kept = self.state.read()
        judged = Pass(self.model.test_step, rows, self._batch_size)
        everything = tf.function(
            lambda first, *tensors: judged.run(tensors, None, first, judged.count), autograph=False
        )
        self.model.reset_metrics()
        everything(tf.constant(0), *rows.tensors)
        scores = {key: float(value) for key, value in self.model.get_metrics_result().items()}
        self.state.write(kept)
        return scores

    def _order(self) -> Any:
        """The order of the current epoch, made once however many pieces the epoch is cut into."""
        if self._current[0] != self.epoch:
            self._current = (self.epoch, tf.constant(self._orders(1)[0]))
        return self._current[1]

    def _orders(self, count: int) -> NDArray[np.int32]:
        if not self._shuffle:
            return np.zeros((count, 0), np.int32)
        return epoch_orders(self._seed, self.epoch, count, self._train.count)
