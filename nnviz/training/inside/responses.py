"""How one unit responds to many rows: counted by class, and the rows that excite it most and least."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.training.inside.messages import Response

BINS = 24
MOST_CLASSES = 10  # that can be told apart by colour
LISTED = 8  # rows at either end
Ints = NDArray[Any]


def response_of(values: NDArray[np.float32], rows: NDArray[np.intp], classes: Ints | None, total: int) -> Response:
    """The figures of the responses *values* ``(n,)`` to the rows numbered *rows* ``(n,)`` of *total*.

    *classes* ``(n,)`` holds the class of each row, None where they have none.
    """
    finite = np.isfinite(values)
    known, places = values[finite].astype(np.float64), rows[finite]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)
    bins = _bins(known, low, high)
    if classes is None:
        shown: tuple[int, ...] = ()
        counts = np.bincount(bins, minlength=BINS)[None]
        means: tuple[float, ...] = (float(known.mean()) if len(known) else 0.0,)
    else:
        shown, means, counts = _by_class(known, bins, classes[finite])
    up = np.argsort(-known, kind="stable")[:LISTED]
    down = np.argsort(known, kind="stable")[:LISTED]
    return Response(
        rows=len(values),
        total=total,
        low=low,
        high=high,
        classes=shown,
        counts=tuple(counts.reshape(-1).tolist()),
        means=means,
        strongest=tuple(places[up].tolist()),
        most=tuple(known[up].tolist()),
        weakest=tuple(places[down].tolist()),
        least=tuple(known[down].tolist()),
        unanswered=int((~finite).sum()),
    )


def _bins(values: NDArray[np.float64], low: float, high: float) -> Ints:
    """The bin of each value; all in the middle where there is only one value."""
    if not high > low:
        return np.full(len(values), BINS // 2, np.int64)
    return np.clip((values - low) * (BINS / (high - low)), 0, BINS - 1).astype(np.int64)


def _by_class(
    values: NDArray[np.float64], bins: Ints, classes: Ints
) -> tuple[tuple[int, ...], tuple[float, ...], Ints]:
    """The classes with the largest mean response, these means, and the counts ``(classes, BINS)``."""
    found = np.unique(classes)
    means = np.array([values[classes == one].mean() for one in found])
    order = np.argsort(-means, kind="stable")[:MOST_CLASSES]
    counts = [np.bincount(bins[classes == found[place]], minlength=BINS) for place in order]
    shown = tuple(int(found[place]) for place in order)
    return shown, tuple(means[order].tolist()), np.array(counts, np.int64).reshape(-1, BINS)
