"""The order of the rows in an epoch: a pure function of (seed, epoch), so that every run can be repeated exactly."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EPOCHS_PER_BLOCK = 256
LARGEST_BLOCK = 1 << 20
BLOCK_BYTES = 1 << 20  # large enough that reading a block at a time is nearly as fast as reading on
BLOCKS_PER_GROUP = 48


def in_blocks(rows: int) -> bool:
    """Whether the orders of 256 epochs are drawn together, which is what makes tiny data fast."""
    return rows * EPOCHS_PER_BLOCK <= LARGEST_BLOCK


def epoch_orders(seed: int, first: int, count: int, rows: int) -> NDArray[np.int32]:
    """The orders of *count* epochs from epoch *first* (0-based) on, shape ``(count, rows)``."""
    if count == 0:
        return np.zeros((0, rows), np.int32)
    if not in_blocks(rows):
        return np.stack([_one(seed, epoch, rows) for epoch in range(first, first + count)])
    parts = []
    end = first + count
    while first < end:
        block, start = divmod(first, EPOCHS_PER_BLOCK)
        stop = min(EPOCHS_PER_BLOCK, start + end - first)
        parts.append(_block(seed, block, rows)[start:stop])
        first += stop - start
    return np.concatenate(parts)


def _one(seed: int, epoch: int, rows: int) -> NDArray[np.int32]:
    return np.random.default_rng([seed, epoch]).permutation(rows).astype(np.int32)


# A run asks for a few epochs of the same block again and again; a block is at most 4 MB.
@functools.lru_cache(maxsize=4)
def _block(seed: int, block: int, rows: int) -> NDArray[np.int32]:
    base = np.tile(np.arange(rows, dtype=np.int32), (EPOCHS_PER_BLOCK, 1))
    return np.random.default_rng([seed, block]).permuted(base, axis=1)


@dataclass(frozen=True)
class BlockOrder:
    """The order of rows that are read from a disk: as if they were shuffled, but with nearly sequential reads.

    The rows are parted into blocks of neighbours. In each epoch the blocks are permuted, and so many of them as are
    read together, a group, are permuted row by row.

    Attributes:
        rows: how many there are.
        block: rows of a block; the last block may have fewer.
        group: blocks that are read together.
        seed: of the orders; None for the rows as they stand, in every epoch.
    """

    rows: int
    block: int
    group: int
    seed: int | None

    @classmethod
    def of_size(cls, rows: int, row_bytes: int, seed: int | None) -> BlockOrder:
        """The order of *rows* rows of so many bytes each, with groups of about 48 MB."""
        block = max(1, BLOCK_BYTES // max(1, row_bytes))
        group = max(1, BLOCK_BYTES * BLOCKS_PER_GROUP // (block * max(1, row_bytes)))
        return cls(rows, block, group, seed)

    @property
    def groups(self) -> int:
        """How many groups an epoch has."""
        return -(-self._blocks // self.group)

    def starts(self, epoch: int) -> NDArray[np.int64]:
        """Where in the order of *epoch* each group begins, and, last, where the last one ends: ``(groups + 1,)``."""
        starts = np.arange(self.groups + 1, dtype=np.int64) * (self.group * self.block)
        partial = int(np.flatnonzero(self._order(epoch) == self._blocks - 1)[0])
        starts[partial // self.group + 1 :] -= self._blocks * self.block - self.rows
        starts[-1] = self.rows
        return starts

    def group_rows(self, epoch: int, group: int) -> NDArray[np.int64]:
        """The rows of group number *group* of *epoch*, in their order there."""
        blocks = self._order(epoch)[group * self.group : (group + 1) * self.group]
        rows = (blocks[:, None] * self.block + np.arange(self.block)).reshape(-1)
        rows = rows[rows < self.rows]
        return rows if self.seed is None else np.random.default_rng([self.seed, epoch, group + 1]).permutation(rows)

    @property
    def _blocks(self) -> int:
        return -(-self.rows // self.block)

    def _order(self, epoch: int) -> NDArray[np.int64]:
        return np.arange(self._blocks) if self.seed is None else _block_order(self.seed, epoch, self._blocks)


@functools.lru_cache(maxsize=4)
def _block_order(seed: int, epoch: int, blocks: int) -> NDArray[np.int64]:
    return np.random.default_rng([seed, epoch]).permutation(blocks)
