"""The traced graphs of the fused loop: whole epochs, some batches of one epoch, some batches of the validation part.

``model.fit`` comes back to Python after every batch and spends tens of milliseconds an epoch on it. Here Keras's own
``train_step`` and ``test_step`` run inside one ``tf.function``, so that the arithmetic, and the result, is that of
``fit`` and only the bookkeeping is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.rows import Pass, Rows


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

    def __init__(self, model: Any, train: Rows, validation: Rows | None, batch_size: int, shuffled: bool) -> None:
        self._model, self._shuffled = model, shuffled
        _build_late_parts(model, train)
        self.train = Pass(model.train_step, train, batch_size)
        self.train.trace()
        self.validation = Pass(model.test_step, validation, batch_size) if validation else None
        model.reset_metrics()
        self.keys = tuple(model.get_metrics_result())
        counts, orders = [tf.TensorSpec([], tf.int32)], [tf.TensorSpec([None, None], tf.int32)]
        order, data = [tf.TensorSpec([None], tf.int32)], train.specs(train.count)
        judged = validation.specs(validation.count) if validation else []
        self.epochs = self._graph(self._epochs, 2 * counts + orders + data + judged)
        self.epochs_with_weights = self._graph(self._epochs_with_weights, 2 * counts + orders + data + judged)
        self.train_some = self._graph(self._train_some, 2 * counts + order + data)
        self.validate_some = self._graph(self._validate_some, 2 * counts + judged)

    @staticmethod
    def _graph(body: Callable[..., Any], signature: Sequence[Any]) -> Any:
        """*body* as a graph. The one place where a graph is made, and where a compiled form of it would be."""
        return tf.function(body, autograph=False, input_signature=list(signature))

    def traced(self) -> int:
        """How often one of the graphs was traced so far: a call in which this grows says nothing about speed."""
        graphs = (self.epochs, self.epochs_with_weights, self.train_some, self.validate_some)
        return sum(graph.experimental_get_tracing_count() for graph in graphs)

    def _logs(self) -> Any:
        result = self._model.get_metrics_result()
        return tf.stack([tf.cast(tf.reshape(result[key], []), tf.float32) for key in self.keys])

    def _one_epoch(self, order: Any, first: Any, tensors: Sequence[Any]) -> Any:
        inputs = len(self.train.rows.tensors)
        row = self._whole(self.train, tensors[:inputs], order, first)
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
        arrays = [tf.TensorArray(tf.float32, size=count) for _ in range(1 + len(extras))]

        def body(epoch: Any, arrays: list[Any]) -> Any:
            values = [self._one_epoch(orders[epoch] if self._shuffled else None, first, tensors)]
            values += [extra() for extra in extras]
            return epoch + 1, [a.write(epoch, v) for a, v in zip(arrays, values, strict=True)]

        start = [tf.constant(0), arrays]
        _, arrays = tf.while_loop(lambda epoch, _: epoch < count, body, start, parallel_iterations=1)
        return [array.stack() for array in arrays]

    def _train_some(self, first: Any, stop: Any, order: Any, *tensors: Any) -> Any:
        """Batches *first* to *stop* of one epoch: the running logs after them."""
        self.train.run(tensors, order if self._shuffled else None, first, stop)
        return self._logs()

    def _validate_some(self, first: Any, stop: Any, *tensors: Any) -> Any:
        """Batches *first* to *stop* of the validation part: the running logs after them."""
        assert self.validation is not None
        self.validation.run(tensors, None, first, stop)
        return self._logs()


def _build_late_parts(model: Any, rows: Rows) -> None:
    """Make Keras build optimizer and metrics now: built while it is traced, they make TensorFlow trace again."""
    # In a graph, as fit does it: what an optimizer assigns while it is built (ScheduleFreeAdamW) is then never run.
    tf.function(lambda: model.optimizer.build(model.trainable_variables), autograph=False).get_concrete_function()
    metrics = model._compile_metrics
    if metrics is not None and not metrics.built:
        _, targets, _ = rows.packed([keras.KerasTensor((None, *t.shape[1:]), t.dtype.name) for t in rows.tensors])
        metrics.build(targets, model.outputs[0] if len(model.outputs) == 1 else model.outputs)
