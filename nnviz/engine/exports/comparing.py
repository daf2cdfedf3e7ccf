"""Whether a file that was written answers as the network does, on real samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Runtimes add up in orders of their own, and a step may fall to the other side for a sample or two; a file in which
# half of the samples come out otherwise by more than this part of the answers' size is another network.
TOLERANCE = 1e-3


@dataclass(frozen=True)
class Comparison:
    """How far the answers of two runtimes lie apart.

    Attributes:
        samples: on how many samples.
        difference: the largest difference of any answer.
        agrees: whether it is the same network.
    """

    samples: int
    difference: float
    agrees: bool


def compare(ours: Sequence[Floats], theirs: Sequence[Floats]) -> Comparison:
    """*ours*, the network's answers to some samples, an array ``(n, ...)`` an Output, with *theirs*."""
    if [a.shape for a in ours] != [b.shape for b in theirs]:
        return Comparison(len(ours[0]), float("inf"), False)
    expected, found = _rows(ours), _rows(theirs)
    with np.errstate(invalid="ignore"):
        apart = np.abs(expected - found)
    # What is no number on both sides, or the same infinity, is the same.
    apart[(np.isnan(expected) & np.isnan(found)) | (expected == found)] = 0.0
    apart = np.where(np.isnan(apart), np.inf, apart)
    finite = np.abs(expected[np.isfinite(expected)])
    size = max(1.0, float(finite.max())) if finite.size else 1.0
    agrees = bool(np.median(apart.max(axis=1)) <= TOLERANCE * size)
    return Comparison(len(expected), float(apart.max()), agrees)


def _rows(answers: Sequence[Floats]) -> NDArray[np.float64]:
    """All answers to a sample as one row, in float64, where no difference overflows."""
    return np.concatenate([np.asarray(a, np.float64).reshape(len(a), -1) for a in answers], axis=1)
