"""The fused training loop: where a run stands, and the calls that move it on, each bounded by its caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import tf
from nnviz.engine.loop.forms import Forms
from nnviz.engine.loop.graphs import COUNTS, GraphName, Graphs
from nnviz.engine.loop.rows import AnyRows, Pass
from nnviz.engine.loop.state import TrainingState
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


@dataclass(frozen=True, eq=False)
class Place:
    """Where a run stands, in the middle of an epoch too.

    Attributes:
        epoch: epochs done.
        batch, validated: training and validation batches done in the epoch that has begun.
        logs: the running logs of its training part, one for each of the graphs' keys; empty before its first batch.
    """

    epoch: int
    batch: int
    validated: int
    logs: Floats


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
        twin: makes another model like *model*, compiled for training; called in a thread, where the graphs may then
            be compiled by XLA. None keeps them as they are.

    Attributes:
        keys: the names of the logs of an epoch, as Keras names them, ``val_`` ones last.
        state: all variables of the run.
        forms: the graphs, in the form in which each is run.
        epoch: epochs done.
        batch: training batches done in the epoch that has begun.
        validated: validation batches done in it.
    """

    def __init__(
        self,
        model: Any,
        train: AnyRows,
        validation: AnyRows | None = None,
        *,
        batch_size: int = 32,
        shuffle: bool = True,
        seed: int = 0,
        twin: Callable[[], Any] | None = None,
    ) -> None:
        self.model, self._train, self._validation = model, train, validation
        self._batch_size, self._shuffle, self._seed = batch_size, shuffle, seed
        # Rows on the disk come in the order of the epoch already.
        self.graphs = Graphs(model, train, validation, batch_size, shuffle and not train.streamed)
        own = self.graphs.keys
        self.keys = own + tuple(f"val_{key}" for key in own) if validation else own
        self.state = TrainingState(model)
        self.forms = Forms(self.graphs, self.state, batch_size=batch_size, shuffled=shuffle, seed=seed, twin=twin)
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
    def validation_left(self) -> int:
        """Validation batches that the epoch which has begun still has before it."""
        return self.validation_batches - self.validated

    @property
    def between_epochs(self) -> bool:
        """Whether no epoch has begun that is not finished."""
        return self.batch == 0

    def go_to(self, epoch: int) -> None:
        """Stand before the first batch of *epoch* (0-based); the variables stay what they are."""
        self.epoch, self.batch, self.validated = epoch, 0, 0

    @property
    def place(self) -> Place:
        """Where the run stands."""
        logs = self._logs if self.batch else np.zeros(0, np.float32)
        return Place(self.epoch, self.batch, self.validated, logs)

    def stand_at(self, place: Place) -> None:
        """Stand where another loop stood over the same rows in the same batches; the variables stay what they are."""
        self.epoch, self.batch, self.validated, self._logs = place.epoch, place.batch, place.validated, place.logs

    def run_epochs(self, count: int, weights: bool = False) -> EpochResults:
        """*count* whole epochs in one call, from between two epochs; with the weights after each where wanted."""
        name: GraphName = "epochs_with_weights" if weights else "epochs"
        parts = [self._run_epochs(name, part) for part in self._calls(name, count)]
        rows = np.concatenate([rows for rows, _ in parts])
        return EpochResults(rows, np.concatenate([kept for _, kept in parts]) if weights else None)

    def _calls(self, name: GraphName, count: int) -> list[int]:
        """*count* epochs as calls, none for more epochs than the graph has room for."""
        most = self.forms.most(name)
        if most is None or count <= most:
            return [count]
        return [most] * (count // most) + ([count % most] if count % most else [])

    def _run_epochs(self, name: GraphName, count: int) -> tuple[Floats, Floats]:
        parts = [part for part in (self._train, self._validation) if part is not None and not part.streamed]
        data = [tensor for part in parts for tensor in part.tensors]
        orders = tf.constant(self._orders(count))
        rows, weights = self.forms[name](tf.constant(count), tf.constant(0), orders, *data)
        self.epoch += count
        return rows.numpy(), weights.numpy()

    def run_batches(self, count: int) -> Floats:
        """At most *count* training batches of the current epoch: the running logs of the training part."""
        if self.batch == 0:
            self.model.reset_metrics()
        stop = min(self.batch + count, self.batches)
        if self._train.streamed:
            data = self._train.batches(self.epoch, self.batch, stop)
            bounds, order = (0, stop - self.batch), tf.zeros([0], tf.int32)
        else:
            data, bounds, order = self._train.tensors, (self.batch, stop), self._order()
        self._logs = self.forms["train_some"](*map(tf.constant, bounds), order, *data).numpy()
        self.batch = stop
        return self._logs

    def run_validation(self, count: int) -> Floats:
        """At most *count* validation batches, once the training batches are done: the running logs of that part."""
        assert self._validation is not None
        if self.validated == 0:
            self.model.reset_metrics()
        stop = min(self.validated + count, self.validation_batches)
        if self._validation.streamed:
            data, bounds = self._validation.in_order(self.validated, stop), (0, stop - self.validated)
        else:
            data, bounds = self._validation.tensors, (self.validated, stop)
        logs: Floats = self.forms["validate_some"](*map(tf.constant, bounds), *data).numpy()
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
        if self._train.streamed:
            return self._train.packed(self._train.batches(self.epoch, batch, batch + 1))[0]
        rows = np.arange(self._train.count, dtype=np.int32)
        order = self._order() if self._shuffle else rows
        size = min(self._batch_size, len(rows))
        numbers = order[batch * size : (batch + 1) * size]
        return self._train.packed([tf.gather(tensor, numbers) for tensor in self._train.tensors])[0]

    def validation_samples(self, batch: int) -> Any:
        """The samples of validation batch number *batch*, nested as they were given."""
        rows = self._validation
        assert rows is not None
        if rows.streamed:
            return rows.packed(rows.in_order(batch, batch + 1))[0]
        size = min(self._batch_size, rows.count)
        return rows.packed([tensor[batch * size : (batch + 1) * size] for tensor in rows.tensors])[0]

    def trace(self, weights: bool = False) -> Iterator[None]:
        """Trace one graph at each step, from between two epochs, so that the first calls of a run are quick.

        Nothing is trained. *weights* says whether ``run_epochs`` will be asked for them.
        """
        if not self.streamed:
            self.run_epochs(0, weights)
            yield
        self.run_batches(0)
        self.state.read()
        self.state.finite()
        yield
        if self._validation is not None:
            self.run_validation(0)
            yield

    def ready(self, count: int, seconds: float) -> bool:
        """Whether the next *count* batches can be run at once; rows on the disk are waited for at most *seconds*."""
        if self.batch < self.batches:
            return self._train.ready(self.epoch, self.batch, self.batch + count, seconds)
        return self._validation is None or self._validation.ready(None, self.validated, self.validated + count, seconds)

    def evaluate(self, rows: AnyRows) -> dict[str, float]:
        """Loss and metrics over other *rows*, as ``model.evaluate`` gives them; the run is left as it was."""
        kept = self.state.read()
        judged = Pass(self.model.test_step, rows, self._batch_size)
        some = tf.function(
            lambda first, stop, *tensors: judged.run(tensors, None, first, stop),
            autograph=False,
            input_signature=[*COUNTS, *judged.specs()],
        )
        self.model.reset_metrics()
        if rows.streamed:
            for batch in range(judged.count):
                some(tf.constant(0), tf.constant(1), *rows.in_order(batch, batch + 1))
        else:
            some(tf.constant(0), tf.constant(judged.count), *rows.tensors)
        scores = {key: float(value) for key, value in self.model.get_metrics_result().items()}
        self.state.write(kept)
        return scores

    @property
    def streamed(self) -> bool:
        """Whether rows are read from the disk while it runs: whole epochs in one call are then not to be had."""
        return self._train.streamed or (self._validation is not None and self._validation.streamed)

    @property
    def compiled(self) -> bool:
        """Whether some of the graphs are run as XLA compiled them."""
        return self.forms.compiled

    def close(self) -> None:
        """Nothing is trained any more: rows on the disk are let go, and a race is given up."""
        self.forms.give_up()
        for rows in (self._train, self._validation):
            if rows is not None:
                rows.close()

    def _order(self) -> Any:
        """The order of the current epoch, made once however many pieces the epoch is cut into."""
        if self._current[0] != self.epoch:
            self._current = (self.epoch, tf.constant(self._orders(1)[0]))
        return self._current[1]

    def _orders(self, count: int) -> NDArray[np.int32]:
        if not self._shuffle:
            return np.zeros((count, 0), np.int32)
        return epoch_orders(self._seed, self.epoch, count, self._train.count)
