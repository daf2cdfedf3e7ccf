"""Where the epochs of a run lie on the slider, and which snapshot is meant by a place: pure functions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

TICK_STEP = 3.0  # pixels: ticks nearer to each other would be a bar


@dataclass(frozen=True)
class Track:
    """The line that the handle runs along.

    Attributes:
        left, width: pixels.
        last: the epoch at its right end; epoch 0, the initial weights, is at its left.
    """

    left: float
    width: float
    last: int

    def x(self, epoch: float) -> float:
        """The pixel of *epoch*."""
        return self.left + self.width * min(1.0, max(0.0, epoch / max(1, self.last)))

    def epoch(self, x: float) -> float:
        """The epoch at the pixel *x*, within the track."""
        return min(1.0, max(0.0, (x - self.left) / max(1.0, self.width))) * self.last


def nearest(kept: Sequence[int], epoch: float) -> int | None:
    """The one of *kept*, in ascending order, that is nearest to *epoch*; None of none."""
    if not kept:
        return None
    place = bisect_left(kept, epoch)
    return min(kept[max(0, place - 1) : place + 1], key=lambda other: abs(other - epoch))


def stepped(kept: Sequence[int], epoch: int, by: int) -> int | None:
    """The one of *kept* that is *by* places after *epoch*, or before it, and within the run; None of none."""
    if not kept:
        return None
    place = bisect_left(kept, epoch)
    there = place < len(kept) and kept[place] == epoch
    # Between two snapshots the first step leads to the neighbour.
    place = place + by if there or by < 0 else place + by - 1
    return kept[min(len(kept) - 1, max(0, place))]


def ticks(kept: Sequence[int], track: Track) -> tuple[float, ...]:
    """The pixels at which *kept* are marked, no two nearer to each other than ``TICK_STEP``."""
    found: list[float] = []
    for epoch in kept:
        x = track.x(epoch)
        if not found or x - found[-1] >= TICK_STEP:
            found.append(x)
    return tuple(found)
