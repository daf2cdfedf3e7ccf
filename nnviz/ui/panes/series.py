"""The values of one metric over the epochs, growing without end and drawn in bounded time."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BLOCK = 64  # epochs per precomputed extreme: a million epochs are drawn from 16 thousand blocks


class EpochSeries:
    """One value per epoch, epoch 1 first; NaN where an epoch has none.

    Beside the values it keeps the least and the largest of every ``BLOCK`` epochs, so that ``reduced`` looks at a few
    thousand numbers however long the run is.
    """

    def __init__(self) -> None:
        self._values: Floats = np.empty(1024)
        self._least: Floats = np.empty(1024 // BLOCK)
        self._largest: Floats = np.empty(1024 // BLOCK)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> Floats:
        """Every value, shape (epochs,); a view, not to be kept or written to."""
        return self._values[: self._length]

    def put(self, first: int, values: Sequence[float] | Floats) -> None:
        """Set the epochs from *first* (1-based) on; what stood after them is gone, what is missing before is NaN."""
        start = first - 1
        end = start + len(values)
        self._reserve(end)
        if start > self._length:
            self._values[self._length : start] = nan
        self._values[start:end] = values
        changed = min(start, self._length)
        self._length = end
        self._update_blocks(changed)

    def cut(self, epochs: int) -> None:
        """Forget what came after *epochs* epochs."""
        if epochs < self._length:
            self._length = max(0, epochs)
            self._update_blocks(self._length)

    def at(self, epoch: int) -> float:
        """The value after *epoch* (1-based); NaN outside the run."""
        return float(self._values[epoch - 1]) if 1 <= epoch <= self._length else nan

    def has_values(self) -> bool:
        """Whether any epoch has a value."""
        blocks = -(-self._length // BLOCK)
        return bool(np.isfinite(self._least[:blocks]).any())

    def best(self, largest: bool) -> int | None:
        """The epoch of the least value, or of the *largest*; the first of equals; None without values."""
        finite = np.where(np.isfinite(self.values), self.values, nan)
        if np.isnan(finite).all():
            return None
        return int(np.nanargmax(finite) if largest else np.nanargmin(finite)) + 1

    def reduced(self, first: int, last: int, columns: int) -> tuple[Floats, Floats]:
        """A line that looks like epochs *first* to *last* on *columns* pixels: x and y, each of some 2 * *columns*.

        No peak is lost: every bucket of epochs gives its least and its largest value, in the order of its trend, so
        that a smooth curve stays smooth. Buckets are powers of two and start at fixed epochs, and so do not shimmer
        while the run grows.
        """
        first, last = max(1, first), min(last, self._length)
        if last < first:
            return np.empty(0), np.empty(0)
        size = 1
        while (last - first + 1) / size > columns:
            size *= 2
        if size == 1:
            return np.arange(first, last + 1, dtype=float), self._values[first - 1 : last].copy()
        return self._buckets((first - 1) // size, (last - 1) // size + 1, size)

    def _buckets(self, start: int, stop: int, size: int) -> tuple[Floats, Floats]:
        edges = np.arange(start, stop) * size
        if size >= BLOCK:
            step, blocks = size // BLOCK, -(-self._length // BLOCK)
            at = (edges // BLOCK) - start * step
            low = np.fmin.reduceat(self._least[start * step : min(stop * step, blocks)], at)
            high = np.fmax.reduceat(self._largest[start * step : min(stop * step, blocks)], at)
        else:
            shown = self._values[start * size : min(stop * size, self._length)]
            low = np.fmin.reduceat(shown, edges - start * size)
            high = np.fmax.reduceat(shown, edges - start * size)
        ends = np.minimum(edges + size, self._length) - 1
        falling = self._values[edges] > self._values[ends]
        y = np.empty(2 * len(edges))
        y[0::2], y[1::2] = np.where(falling, high, low), np.where(falling, low, high)
        x = np.empty(2 * len(edges))
        x[0::2], x[1::2] = edges + 1, ends + 1
        return x, y

    def _reserve(self, length: int) -> None:
        if length > len(self._values):
            room = max(2 * len(self._values), -(-length // BLOCK) * BLOCK)
            self._values = np.resize(self._values, room)
            self._least = np.resize(self._least, room // BLOCK)
            self._largest = np.resize(self._largest, room // BLOCK)

    def _update_blocks(self, changed: int) -> None:
        """Recompute the extremes of the blocks from index *changed* on."""
        first, stop = changed // BLOCK, -(-self._length // BLOCK)
        if stop > first:
            shown = self._values[first * BLOCK : self._length]
            starts = np.arange(0, len(shown), BLOCK)
            self._least[first:stop] = np.fmin.reduceat(shown, starts)
            self._largest[first:stop] = np.fmax.reduceat(shown, starts)
