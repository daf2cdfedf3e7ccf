"""The order of the rows in an epoch: a pure function of (seed, epoch), so that every run can be repeated exactly."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

EPOCHS_PER_BLOCK = 256
LARGEST_BLOCK = 1 << 20


def in_blocks(rows: int) -> bool:
    """Whether the orders of 256 epochs are drawn together, which is what makes tiny data fast."""
    return rows * EPOCHS_PER_BLOCK <= LARGEST_BLOCK


def epoch_orders(seed: int, first: int, count: int, rows: int) -> NDArray[np.int32]:
    """The orders of *count* epochs from epoch *first* (0-based) on, shape ``(count, rows)``."""
    if not in_blocks(rows):
        return np.stack([_one(seed, epoch, rows) for epoch in range(first, first + count)])
    parts = []
    end = first + count
    while first < end:
        block, start = divmod(first, EPOCHS_PER_BLOCK)
        stop = min(EPOCHS_PER_BLOCK, start + end - first)
        parts.append(_block(seed, block, rows)[start:stop])
        first += stop - start
    return np.concatenate(parts) if parts else np.zeros((0, rows), np.int32)


def _one(seed: int, epoch: int, rows: int) -> NDArray[np.int32]:
    return np.random.default_rng([seed, epoch]).permutation(rows).astype(np.int32)


# A run asks for a few epochs of the same block again and again; a block is at most 4 MB.
@functools.lru_cache(maxsize=4)
def _block(seed: int, block: int, rows: int) -> NDArray[np.int32]:
    base = np.tile(np.arange(rows, dtype=np.int32), (EPOCHS_PER_BLOCK, 1))
    return np.random.default_rng([seed, block]).permuted(base, axis=1)
