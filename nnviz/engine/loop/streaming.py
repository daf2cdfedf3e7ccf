"""The rows of one part of the data where they are larger than the memory: tensors of some batches at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.lazy import LazyRows, taken
from nnviz.engine.keras_setup import tf
from nnviz.training.order import BlockOrder

Arrays = tuple[NDArray[Any], ...]
Rows = NDArray[np.int64]


class StreamedRows:
    """Samples, targets and sample weights that stay where they are; the counterpart of ``engine.rows.Rows``.

    They are read in groups of blocks (see ``BlockOrder``), and while one group is trained on, the next one is read by
    a thread that ends with it. Any batch of any epoch can be asked for at any time and is the same each time.

    Args:
        x, y, weight: array-likes with ``shape``, ``dtype`` and rows by number; they may be nested (several inputs or
            outputs), and the weights may be None. Floats come as float32, integers as what they are.
        batch_size: rows a batch; the last one of an epoch has what is left.
        shuffle: whether each epoch has an order of its own. Otherwise the rows come as they lie on the disk.
        seed: of those orders.
        blocks: the size of blocks and groups in rows, where it is not to follow from the size of a row.

    Attributes:
        count: how many rows there are.
        streamed: True, for whoever may have either kind of rows.
    """

    streamed: Literal[True] = True

    def __init__(
        self,
        x: Any,
        y: Any,
        weight: Any = None,
        *,
        batch_size: int,
        shuffle: bool = True,
        seed: int = 0,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        self._structure = (x, y, weight)
        leaves = tf.nest.flatten(self._structure)
        self._present = [leaf is not None for leaf in leaves]
        self._leaves = [leaf for leaf in leaves if leaf is not None]
        self._structure = tf.nest.map_structure(lambda leaf: leaf is not None, self._structure)
        self.count = len(self._leaves[0])
        self._size = min(batch_size, self.count)
        row_bytes = sum(4 * int(np.prod(leaf.shape[1:])) for leaf in self._leaves)
        made = BlockOrder(self.count, *blocks, seed) if blocks else BlockOrder.of_size(self.count, row_bytes, seed)
        plain = BlockOrder(self.count, made.block, made.group, None)
        self._shuffled = _Way(self._leaves, made if shuffle else plain)
        self._plain = _Way(self._leaves, plain)

    @property
    def batch_count(self) -> int:
        """Batches in an epoch, the partial one included."""
        return -(-self.count // self._size)

    def packed(self, tensors: Sequence[Any]) -> Any:
        """``(x, y, weight)`` nested as it was given, with *tensors* in place of the arrays."""
        rest = iter(tensors)
        flat = [next(rest) if there else None for there in self._present]
        return tf.nest.pack_sequence_as(self._structure, flat)

    def specs(self, rows: int | None) -> list[Any]:
        """The shapes and types of the tensors with *rows* rows each."""
        return [tf.TensorSpec([rows, *leaf.shape[1:]], _type_of(leaf)) for leaf in self._leaves]

    def batches(self, epoch: int, first: int, stop: int) -> tuple[Any, ...]:
        """The rows of the batches from *first* up to, and without, *stop* of *epoch* (0-based), as flat tensors.

        BadInput where the file they come from is gone or has become shorter.
        """
        return self._tensors(self._shuffled, epoch, first, stop)

    def in_order(self, first: int, stop: int) -> tuple[Any, ...]:
        """The same of the rows as they lie on the disk: for validation, and to evaluate."""
        return self._tensors(self._plain, 0, first, stop)

    def ready(self, epoch: int | None, first: int, stop: int, seconds: float) -> bool:
        """Begin to read what these batches need and wait at most *seconds*: whether they are there now.

        *epoch* is None for the batches of ``in_order``. A caller that must not be held up asks this first.
        """
        way = self._plain if epoch is None else self._shuffled
        return way.ready(epoch or 0, *self._bounds(first, stop), seconds)

    def close(self) -> None:
        """Let go of everything that was read; a thread that is reading is waited for."""
        self._shuffled.close()
        self._plain.close()

    def _tensors(self, way: _Way, epoch: int, first: int, stop: int) -> tuple[Any, ...]:
        return tuple(tf.constant(array) for array in way.rows(epoch, *self._bounds(first, stop)))

    def _bounds(self, first: int, stop: int) -> tuple[int, int]:
        return min(first * self._size, self.count), min(stop * self._size, self.count)


class _Way:
    """A way through rows in the order of their blocks, with the group that is used and the one after it in memory."""

    def __init__(self, leaves: Sequence[Any], order: BlockOrder) -> None:
        self._leaves, self._order = leaves, order
        # Where rows were picked from a file in an order of their own, blocks are neighbours in the file.
        orders = (leaf.disk_order for leaf in leaves if isinstance(leaf, LazyRows))
        self._numbers: Rows | None = next((order for order in orders if order is not None), None)
        self._groups: dict[tuple[int, int], _Group] = {}

    def rows(self, epoch: int, first: int, stop: int) -> Arrays:
        """The arrays of rows *first* to *stop* in the order of *epoch*."""
        pieces = []
        epoch = self._distinct(epoch)
        starts, needed = self._needed(epoch, first, stop)
        for group in needed:
            self._read(epoch, group)
            start = int(starts[group])
            pieces.append([array[max(0, first - start) : stop - start] for array in self._arrays(epoch, group)])
        self._read(*self._after(epoch, needed[-1]))
        return tuple(np.concatenate(parts) if len(parts) > 1 else parts[0] for parts in zip(*pieces, strict=True))

    def ready(self, epoch: int, first: int, stop: int, seconds: float) -> bool:
        """Whether ``rows`` would give an answer at once; waits at most *seconds*."""
        epoch = self._distinct(epoch)
        for group in self._needed(epoch, first, stop)[1][:2]:  # more are never held
            self._read(epoch, group)
            if not self._groups[epoch, group].wait(seconds):
                return False
        return True

    def close(self) -> None:
        """Forget all groups."""
        for group in self._groups.values():
            group.wait(None)
        self._groups.clear()

    def _arrays(self, epoch: int, group: int) -> Arrays:
        try:
            return self._groups[epoch, group].arrays()
        except Exception:
            del self._groups[epoch, group]  # the file may be there again when it is tried again
            raise

    def _distinct(self, epoch: int) -> int:
        """The epoch, or 0 where all have the same order."""
        return 0 if self._order.seed is None else epoch

    def _needed(self, epoch: int, first: int, stop: int) -> tuple[Rows, list[int]]:
        starts = self._order.starts(epoch)
        low = int(np.searchsorted(starts, min(first, self._order.rows - 1), "right")) - 1
        high = int(np.searchsorted(starts, max(first + 1, stop), "left"))
        return starts, list(range(low, max(high, low + 1)))

    def _after(self, epoch: int, group: int) -> tuple[int, int]:
        if group + 1 < self._order.groups:
            return epoch, group + 1
        return self._distinct(epoch + 1), 0

    def _read(self, epoch: int, group: int) -> None:
        """Begin to read a group, if that has not begun; of the others the newest one stays."""
        if (epoch, group) in self._groups:
            return
        for old in list(self._groups)[:-1]:
            self._groups.pop(old).wait(None)
        self._groups[epoch, group] = _Group(self._leaves, self._numbers, self._order, epoch, group)


class _Group:
    """The rows of one group, read by a thread of their own that holds nothing but what it reads."""

    def __init__(self, leaves: Sequence[Any], numbers: Rows | None, order: BlockOrder, epoch: int, group: int) -> None:
        self._found: list[Arrays | Exception] = []
        task = (self._found, leaves, numbers, order, epoch, group)
        self._thread = threading.Thread(target=_read_group, args=task, name="nnviz-reading-ahead", daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None) -> bool:
        """Whether all is read; waits at most *seconds*, None for as long as it takes."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def arrays(self) -> Arrays:
        """What was read, once it is; raises what reading raised."""
        self._thread.join()
        found = self._found[0]
        if isinstance(found, Exception):
            raise found
        return found


def _read_group(
    found: list[Arrays | Exception],
    leaves: Sequence[Any],
    numbers: Rows | None,
    order: BlockOrder,
    epoch: int,
    group: int,
) -> None:
    try:
        rows = order.group_rows(epoch, group)
        rows = rows if numbers is None else numbers[rows]
        found.append(tuple(_converted(taken(leaf, rows), leaf) for leaf in leaves))
    except Exception as error:  # it is raised where the rows are asked for
        found.append(error)


def _converted(rows: NDArray[Any], leaf: Any) -> NDArray[Any]:
    return rows.astype(_type_of(leaf), copy=False)


def _type_of(leaf: Any) -> np.dtype[Any]:
    """Floats become float32, as Keras does with arrays."""
    return np.dtype(np.float32) if leaf.dtype.kind == "f" else np.dtype(leaf.dtype)
