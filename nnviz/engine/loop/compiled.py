"""The graphs of the fused loop compiled by XLA, on a twin of the model.

XLA wants every shape known: full batches and the partial one are separate code, and a call has room for a fixed number
of epochs of which it runs as many as it is told. Everything is traced, compiled and tried on a model of its own, so
that neither Python's nor TensorFlow's state of the model in training is touched; only what has won is then tied to the
variables of that one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import tf
from nnviz.engine.loop.drawing import drawn_alike
from nnviz.engine.loop.graphs import GraphName, Graphs
from nnviz.engine.loop.rows import AnyRows, Pass, Tensors
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

# The most epochs in a call: some 20 ms of the smallest network.
MOST_EPOCHS = 4096
# The most numbers in the orders, and in the weights, that a call has room for.
MOST_ORDERS, MOST_WEIGHTS = 1 << 18, 1 << 22
# Rows up to this size are laid out in the order of an epoch before it; larger ones are fetched batch by batch.
LAID_OUT_BYTES = 8 << 20


class StaticPass(Pass):
    """A way through rows whose every shape is known: the partial batch at the end is a step of its own."""

    def __init__(self, step: Callable[[Any], Any], rows: AnyRows, batch_size: int) -> None:
        super().__init__(step, rows, batch_size)
        self._full, self._rest = divmod(rows.count, self.size)

    def _signature(self) -> list[Any] | None:
        return None

    def trace(self) -> None:
        """Trace the step over a full batch; the partial one is traced when it is first met."""
        self._one.get_concrete_function(*self.rows.specs(self.size))

    def run(self, tensors: Tensors, order: Any, first: Any, stop: Any) -> None:
        """Batches *first* up to, and without, *stop*; *order* holds row numbers, None takes the rows as they stand."""

        def body(index: Any) -> Any:
            self._step(tensors, order, index * self.size, self.size)
            return index + 1

        def last(index: Any) -> Any:
            self._step(tensors, order, tf.constant(self._full * self.size), self._rest)
            return index + 1

        full = tf.minimum(stop, self._full)
        tf.while_loop(lambda index: index < full, body, [first], parallel_iterations=1)
        if self._rest:
            start = tf.maximum(first, self._full)
            tf.while_loop(lambda index: index < stop, last, [start], parallel_iterations=1)

    def batch(self, tensors: Tensors, order: Any, index: Any) -> None:
        """The only batch there is."""
        self._step(tensors, order, tf.constant(0), self.size)

    def _step(self, tensors: Tensors, order: Any, start: Any, size: int) -> None:
        if order is None:
            taken = [_slice(tensor, start, size) for tensor in tensors]
        else:
            numbers = _slice(order, start, size)
            taken = [tf.gather(tensor, numbers) for tensor in tensors]
        self._one(*taken)


def _slice(tensor: Any, start: Any, size: int) -> Any:
    rest = tensor.shape.as_list()[1:]
    begin = tf.concat([[start], tf.zeros([len(rest)], tf.int32)], 0)
    return tf.ensure_shape(tf.slice(tensor, begin, [size, *rest]), [size, *rest])


class CompiledGraphs(Graphs):
    """The same graphs for XLA; they compile when they are first called.

    Attributes:
        most: how many epochs a call has room for, by the name of the graph.
    """

    def __init__(self, model: Any, train: AnyRows, validation: AnyRows | None, batch_size: int, shuffled: bool) -> None:
        weights = max(1, sum(int(np.prod(v.shape)) for v in model.weights))
        plain = max(1, min(MOST_EPOCHS, MOST_ORDERS // train.count))
        self.most: dict[GraphName, int] = {
            "epochs": plain,
            "epochs_with_weights": max(1, min(plain, MOST_WEIGHTS // weights)),
        }
        size = sum(spec.dtype.size * int(np.prod(spec.shape)) for spec in train.specs(train.count))
        self._lays_out = shuffled and size <= LAID_OUT_BYTES
        self._rows = train.count if shuffled else 0
        with drawn_alike():
            super().__init__(model, train, validation, batch_size, shuffled)

    def _pass(self, step: Callable[[Any], Any], rows: AnyRows, batch_size: int) -> Pass:
        return StaticPass(step, rows, batch_size)

    def _graph(self, body: Callable[..., Any], signature: Sequence[Any]) -> Any:
        return tf.function(body, autograph=False, input_signature=list(signature), jit_compile=True)

    def _orders(self, weights: bool = False) -> Any:
        return tf.TensorSpec([self.most["epochs_with_weights" if weights else "epochs"], self._rows], tf.int32)

    def _order(self) -> Any:
        return tf.TensorSpec([self._rows], tf.int32)

    def _room(self, count: Any, orders: Any) -> Any:
        return orders.shape[0]

    def _laid_out(self, tensors: Sequence[Any], order: Any) -> tuple[Sequence[Any], Any]:
        if not self._lays_out:
            return tensors, order
        return [tf.gather(tensor, order) for tensor in tensors], None

    def form(self, name: GraphName) -> CompiledForm:
        """The graph called *name*, callable like its plain form."""
        with drawn_alike():
            return CompiledForm(self[name], self.most.get(name))


class CompiledForm:
    """A compiled graph that is called like the plain one.

    Args:
        graph: the ``tf.function``; it is traced here.
        most: for how many epochs a call has room; None where it is not about whole epochs.
    """

    def __init__(self, graph: Any, most: int | None) -> None:
        self._concrete, self.most = graph.get_concrete_function(), most

    def __call__(self, count: Any, second: Any, *rest: Any) -> Any:
        """What the plain graph gives for the same arguments."""
        if self.most is None:
            return self._concrete(count, second, *rest)
        orders, *data = rest
        missing = self.most - orders.shape[0]
        padded = np.pad(np.asarray(orders), ((0, missing), (0, 0))) if missing else orders
        logs, weights = self._concrete(count, second, tf.constant(padded), *data)
        wanted = int(count)
        return logs[:wanted], weights[:wanted]

    def tie(self, own: Sequence[Any], others: Sequence[Any]) -> None:
        """Let it work on the variables *others* instead of *own*, the ones it was traced on.

        BadInput where it works on a variable that is none of these.
        """
        places = {id(mine.handle): theirs.handle for mine, theirs in zip(own, others, strict=True)}
        captured = []
        for tensor in self._concrete.captured_inputs:
            if tensor.dtype == tf.resource and id(tensor) not in places:
                raise BadInput(Sentence("The compiled steps use a variable that is not part of the run."))
            captured.append(places.get(id(tensor), tensor))
        self._concrete.set_external_captures(captured)
