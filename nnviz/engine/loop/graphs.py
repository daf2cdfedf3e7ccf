"""The traced graphs of the fused loop: whole epochs, some batches of one epoch, some batches of the validation part.

``model.fit`` comes back to Python after every batch and spends tens of milliseconds an epoch on it. Here Keras's own
``train_step`` and ``test_step`` run inside one ``tf.function``, so that the arithmetic, and the result, is that of
``fit`` and only the bookkeeping is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.rows import AnyRows, Pass

GraphName = Literal["epochs", "epochs_with_weights", "train_some", "validate_some"]
ASSIGN_WHILE_BUILT = {"ScheduleFreeAdamW"}
COUNTS = (tf.TensorSpec([], tf.int32), tf.TensorSpec([], tf.int32))


class Graphs:
    """The graphs over one compiled model and its data. Each is traced when it is first called.

    Args:
        model: a compiled Keras model; what Keras builds late (metrics, optimizer) is built here.
        train, validation: the rows to learn from and to be judged on.
        batch_size: rows a step, in training and in validation.
        shuffled: whether epochs are given an order of their rows.

    Attributes:
        keys: the names of the logs of a pass, as Keras names them.
        train, validation: the passes.
    """

    def __init__(self, model: Any, train: AnyRows, validation: AnyRows | None, batch_size: int, shuffled: bool) -> None:
        self._model, self._shuffled = model, shuffled
        _build_late_parts(model, train)
        self.train = self._pass(model.train_step, train, batch_size)
        self.train.trace()
        self.validation = self._pass(model.test_step, validation, batch_size) if validation else None
        model.reset_metrics()
        self.keys = tuple(model.get_metrics_result())
        data = self.train.specs()
        judged = self.validation.specs() if self.validation else []
        self._graphs = {
            "epochs": self._graph(self._epochs, [*COUNTS, self._orders(), *data, *judged]),
            "epochs_with_weights": self._graph(
                self._epochs_with_weights, [*COUNTS, self._orders(weights=True), *data, *judged]
            ),
            "train_some": self._graph(self._train_some, [*COUNTS, self._order(), *data]),
            "validate_some": self._graph(self._validate_some, [*COUNTS, *judged]),
        }

    def __getitem__(self, name: GraphName) -> Any:
        """The graph called *name*."""
        return self._graphs[name]

    # What the compiled form does otherwise.

    def _pass(self, step: Callable[[Any], Any], rows: AnyRows, batch_size: int) -> Pass:
        return Pass(step, rows, batch_size)

    def _graph(self, body: Callable[..., Any], signature: Sequence[Any]) -> Any:
        return tf.function(body, autograph=False, input_signature=list(signature))

    def _orders(self, weights: bool = False) -> Any:
        return tf.TensorSpec([None, None], tf.int32)

    def _order(self) -> Any:
        return tf.TensorSpec([None], tf.int32)

    def _room(self, count: Any, orders: Any) -> Any:
        """For how many epochs there is room in the arrays of a call."""
        return count

    def _laid_out(self, tensors: Sequence[Any], order: Any) -> tuple[Sequence[Any], Any]:
        """The training rows for one epoch, and the order that is still to be followed in it."""
        return tensors, order

    @property
    def outputs(self) -> int:
        """How many outputs the model has."""
        return len(self._model.outputs)

    def traced(self) -> int:
        """How often one of the graphs was traced so far: a call in which this grows says nothing about speed."""
        return sum(graph.experimental_get_tracing_count() for graph in self._graphs.values())

    def _logs(self) -> Any:
        result = self._model.get_metrics_result()
        return tf.stack([tf.cast(tf.reshape(result[key], []), tf.float32) for key in self.keys])

    def _one_epoch(self, order: Any, first: Any, tensors: Sequence[Any]) -> Any:
        inputs = len(self.train.specs())
        row = self._whole(self.train, *self._laid_out(tensors[:inputs], order), first)
        if self.validation is None:
            return row
        return tf.concat([row, self._whole(self.validation, tensors[inputs:], None, first)], 0)

    def _whole(self, way: Pass, tensors: Sequence[Any], order: Any, first: Any) -> Any:
        self._model.reset_metrics()
        if way.count == 1:
            way.batch(tensors, order, first)
        else:
            way.run(tensors, order, first, way.count)
        return self._logs()

    def _epochs(self, count: Any, first: Any, orders: Any, *tensors: Any) -> Any:
        """*count* epochs: their logs ``(count, logs)``, and nothing else. *first* is batch 0, unknown to the graph."""
        return self._repeat(count, first, orders, tensors, [])[0], tf.zeros([0, 0])

    def _epochs_with_weights(self, count: Any, first: Any, orders: Any, *tensors: Any) -> Any:
        """*count* epochs: their logs ``(count, logs)``, and all weights after each, laid flat ``(count, weights)``."""
        logs, weights = self._repeat(count, first, orders, tensors, [self._flat_weights])
        return logs, weights

    def _flat_weights(self) -> Any:
        return tf.concat([tf.reshape(tf.cast(v.value, tf.float32), [-1]) for v in self._model.weights], 0)

    def _repeat(
        self, count: Any, first: Any, orders: Any, tensors: Sequence[Any], extras: Sequence[Callable[[], Any]]
    ) -> Any:
        room = self._room(count, orders)
        arrays = [tf.TensorArray(tf.float32, size=room, element_shape=shape) for shape in self._row_shapes(extras)]

        def body(epoch: Any, arrays: list[Any]) -> Any:
            values = [self._one_epoch(orders[epoch] if self._shuffled else None, first, tensors)]
            values += [extra() for extra in extras]
            return epoch + 1, [a.write(epoch, v) for a, v in zip(arrays, values, strict=True)]

        start = [tf.constant(0), arrays]
        _, arrays = tf.while_loop(lambda epoch, _: epoch < count, body, start, parallel_iterations=1)
        return [array.stack() for array in arrays]

    def _row_shapes(self, extras: Sequence[Any]) -> list[list[int]]:
        logs = len(self.keys) * (2 if self.validation else 1)
        weights = sum(int(np.prod(v.shape)) for v in self._model.weights)
        return [[logs], *([weights] for _ in extras)]

    def _train_some(self, first: Any, stop: Any, order: Any, *tensors: Any) -> Any:
        """Batches *first* to *stop* of one epoch: the running logs after them."""
        self.train.run(tensors, order if self._shuffled else None, first, stop)
        return self._logs()

    def _validate_some(self, first: Any, stop: Any, *tensors: Any) -> Any:
        """Batches *first* to *stop* of the validation part: the running logs after them."""
        assert self.validation is not None
        self.validation.run(tensors, None, first, stop)
        return self._logs()


def _build_late_parts(model: Any, rows: AnyRows) -> None:
    """Make Keras build optimizer and metrics now: built while it is traced, they make TensorFlow trace again."""
    _build_optimizer(model.optimizer, model.trainable_variables)
    metrics = model._compile_metrics
    if metrics is not None and not metrics.built:
        _, targets, _ = rows.packed([keras.KerasTensor((None, *t.shape[1:]), t.dtype.name) for t in rows.specs(None)])
        metrics.build(targets, model.outputs[0] if len(model.outputs) == 1 else model.outputs)


def _build_optimizer(optimizer: Any, variables: Sequence[Any]) -> None:
    """Make the variables of *optimizer*, as ``fit`` would.

    ``fit`` does it while it traces, which takes long, and leaves out what an optimizer assigns while it is built.
    """
    if type(optimizer).__name__ in ASSIGN_WHILE_BUILT:
        tf.function(lambda: optimizer.build(variables), autograph=False).get_concrete_function()
    else:
        optimizer.build(variables)
