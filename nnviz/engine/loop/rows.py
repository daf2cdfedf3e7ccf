"""The rows of one part of the data as tensors, and the way through them in batches as graph code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np

from nnviz.data import memory
from nnviz.engine.keras_setup import tf
from nnviz.engine.loop import traced
from nnviz.engine.loop.streaming import StreamedRows

Tensors = Sequence[Any]
SHARED = 32 << 20  # bytes from which an array is not copied, where that can be avoided


class Rows:
    """Samples, targets and sample weights, held on the device for a whole run.

    The three may be nested (several inputs or outputs) and the weights may be None. Floats become float32, as Keras
    does with arrays; integers stay what they are and are cast inside the graph, where that costs nothing.

    Attributes:
        tensors: the arrays that are there, flat; they are handed to every graph as arguments, never as constants.
        count: how many rows there are.
    """

    streamed: Literal[False] = False

    def __init__(self, x: Any, y: Any, weight: Any = None) -> None:
        self._structure = (x, y, weight)
        leaves = tf.nest.flatten(self._structure)
        self._present = [leaf is not None for leaf in leaves]
        self.tensors = tuple(_tensor(leaf) for leaf in leaves if leaf is not None)
        self.count = int(self.tensors[0].shape[0])
        # Only the shape of the nest is needed from here on, not the arrays themselves.
        self._structure = tf.nest.map_structure(lambda leaf: leaf is not None, self._structure)

    def packed(self, tensors: Tensors) -> Any:
        """``(x, y, weight)`` nested as it was given, with *tensors* in place of the arrays."""
        rest = iter(tensors)
        flat = [next(rest) if there else None for there in self._present]
        return tf.nest.pack_sequence_as(self._structure, flat)

    def close(self) -> None:
        """Let go of what was read: in memory there is nothing to."""

    def ready(self, epoch: int | None, first: int, stop: int, seconds: float) -> bool:
        """Whether these batches are there: always, in memory."""
        return True

    def specs(self, rows: int | None) -> list[Any]:
        """The shapes and types of the tensors with *rows* rows each."""
        return [tf.TensorSpec([rows, *tensor.shape[1:]], tensor.dtype) for tensor in self.tensors]


AnyRows = Rows | StreamedRows


def _tensor(array: Any) -> Any:
    if isinstance(array, tf.Tensor):
        return array
    array = np.asarray(array)
    if array.dtype.kind == "f":
        array = array.astype(np.float32, copy=False)
    if _can_be_shared(array):
        return tf.experimental.dlpack.from_dlpack(array.__dlpack__())  # the same memory; nobody writes to it
    return tf.constant(array)


class Pass:
    """A way through rows, batch by batch, with one of Keras's own steps. ``run`` and ``batch`` build graph.

    The step is traced with an unknown number of rows, and no caller lets TensorFlow know it: only then are the graphs
    that TensorFlow rewrites for speed the ones of ``fit``, to the last bit. The partial batch at the end is then no
    special case either.

    Args:
        step: the model's ``train_step`` or ``test_step``.
        rows: what it runs over.
        batch_size: rows a step; the last batch has what is left.

    Attributes:
        count: batches in all.
    """

    def __init__(self, step: Callable[[Any], Any], rows: AnyRows, batch_size: int) -> None:
        self.rows = rows
        self.size = min(batch_size, rows.count)
        self.count = -(-rows.count // self.size)

        graphs: traced.Graphs = []
        traced.go_with(self, graphs)

        def one(*tensors: Any) -> None:
            traced.note(graphs)
            step(rows.packed(tensors))

        # Shared by all graphs: the step is traced once, and that is most of the tracing.
        self._one = tf.function(one, autograph=False, input_signature=self._signature())

    def _signature(self) -> list[Any] | None:
        return self.rows.specs(None)

    def specs(self) -> list[Any]:
        """The shapes and types of the tensors that a graph over these rows is handed."""
        return self.rows.specs(None if self.rows.streamed else self.rows.count)

    def trace(self) -> None:
        """Trace the step, which also makes Keras build everything that it builds late."""
        self._one.get_concrete_function()

    def run(self, tensors: Tensors, order: Any, first: Any, stop: Any) -> None:
        """Batches *first* up to, and without, *stop*; *order* holds row numbers, None takes the rows as they stand."""

        def body(index: Any) -> Any:
            self.batch(tensors, order, index)
            return index + 1

        tf.while_loop(lambda index: index < stop, body, [first], parallel_iterations=1)

    def batch(self, tensors: Tensors, order: Any, index: Any) -> None:
        """Batch number *index*, which must not be a constant; slicing ends at the last row by itself."""
        start = index * self.size
        if order is None:
            taken = [tensor[start : start + self.size] for tensor in tensors]
        else:
            numbers = order[start : start + self.size]
            taken = [tf.gather(tensor, numbers) for tensor in tensors]
        self._one(*taken)


def _can_be_shared(array: Any) -> bool:
    """Whether TensorFlow may work on the memory of *array*, which is large; a GPU has memory of its own."""
    aligned = array.flags.c_contiguous and not array.ctypes.data % memory.ALIGNED
    return bool(array.nbytes >= SHARED and aligned and not tf.config.list_physical_devices("GPU"))
