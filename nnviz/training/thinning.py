"""Which epochs of a run are kept as snapshots when not all of them can be.

The rule: the first epoch, the last one and the best one always; of the others, whenever there are too many, that one
goes whose neighbours lie nearest to each other, measured by the square roots of their epochs. Snapshots then lie close
together where a run begins, where weights move fastest, and the gaps grow with the square root of the epoch: of 600 in
10,000 epochs, every one of the first few and every 17th of the last. No stretch of the run is ever without any: a gap
that thinning leaves is at most twice what an even spread would leave.

All of it depends on the numbers of the epochs alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import sqrt

# More than this no slider can show.
MOST_SNAPSHOTS = 600
BUDGET = 64 << 20  # bytes that the snapshots of a run may take, unless a person says otherwise
LEAST = 3  # the first, the best and the last are kept whatever the budget
# While a run has fewer epochs than EARLY, no more than this share of them is trained without a snapshot.
EARLY, STRIDE = 2000, 16


def room(size: int, budget: int) -> int:
    """How many snapshots of *size* bytes each there is room for in *budget* bytes."""
    return max(LEAST, min(MOST_SNAPSHOTS, budget // max(1, size)))


def stride(epoch: int) -> int | None:
    """How many epochs at most may be trained in one go after *epoch*, so that a run is dense where it begins.

    A small network trains thousands of epochs in one call; None where that is no matter any more.
    """
    return max(1, epoch // STRIDE) if epoch < EARLY else None


def at_once(epoch: int, allowed: int | None) -> int | None:
    """The same where *allowed* epochs are all that may be trained now; None for any number."""
    most = stride(epoch)
    return allowed if most is None else most if allowed is None else min(most, allowed)


def worthwhile(kept: Sequence[int], most: int, epoch: int) -> bool:
    """Whether a snapshot after *epoch* would not be thinned out at once; *kept* are in ascending order."""
    if len(kept) < most:
        return True
    even = (sqrt(epoch) - sqrt(kept[0])) / (most - 1)
    return sqrt(epoch) - sqrt(kept[-1]) >= even / 2


def superfluous(kept: Sequence[int], pinned: Collection[int] = ()) -> int | None:
    """The epoch that goes first of *kept*, in ascending order; None where all of them have to stay.

    The first, the last and those *pinned* stay.
    """
    spans = (
        (sqrt(after) - sqrt(before), epoch)
        for before, epoch, after in zip(kept, kept[1:], kept[2:], strict=False)
        if epoch not in pinned
    )
    found = min(spans, default=None)
    return None if found is None else found[1]


def thinned(epochs: Sequence[int], most: int, pinned: Collection[int] = ()) -> tuple[int, ...]:
    """What is left of *epochs*, which come one by one in ascending order, with room for *most*."""
    kept: list[int] = []
    for epoch in epochs:
        kept.append(epoch)
        while len(kept) > most and (gone := superfluous(kept, pinned)) is not None:
            kept.remove(gone)
    return tuple(kept)


def widest(kept: Sequence[int]) -> float:
    """The widest gap between two neighbours, by the square roots of the epochs; 0 without neighbours."""
    return max((sqrt(after) - sqrt(before) for before, after in pairwise(kept)), default=0.0)
