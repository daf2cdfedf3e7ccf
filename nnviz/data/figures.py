"""Figures of raw inputs that are too large to be in memory at once: medians, scaling, missing cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from nnviz.data.dataset import Cancelled, never
from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.preparation.preparation import filled, spread_or_one, statistics_axes
from nnviz.data.spec import Scale

Rows = Array | LazyRows


def medians_in_chunks(x: Rows, most_bytes: int, cancelled: Callable[[], bool] = never) -> tuple[float, ...]:
    """As ``preparation.medians``, with at most *most_bytes* of *x* ``(n, features)`` in memory at a time."""
    result = np.zeros(x.shape[1])
    for i, values in columns_of(x, most_bytes, cancelled):
        values = values[~np.isnan(values)]
        if len(values):
            result[i] = np.median(values, overwrite_input=True)
    return tuple(result.tolist())


def columns_of(x: Rows, most_bytes: int, cancelled: Callable[[], bool] = never) -> Iterator[tuple[int, Array]]:
    """Each column of *x* ``(n, columns)``, float64, and its number; so many at a time as *most_bytes* hold, or one."""
    rows, features = x.shape
    step = max(1, most_bytes // max(1, 8 * rows))
    for first in range(0, features, step):
        columns = np.empty((min(step, features - first), rows))
        for start, part in _asked(x, cancelled):
            columns[:, start : start + len(part)] = part[:, first : first + step].T
        yield from enumerate(columns, first)


def fit_in_chunks(
    x: Rows, fill: tuple[float, ...], kind: Scale, cancelled: Callable[[], bool] = never
) -> tuple[Array, Array]:
    """Shift and factor of ``standard`` or ``minmax`` for *x*, its missing cells filled, in float64."""
    axes = statistics_axes(x.ndim)
    parts = (filled(part, fill).astype(np.float64) for _, part in _asked(x, cancelled))
    if kind == "minmax":
        lows, highs = zip(*((part.min(axis=axes), part.max(axis=axes)) for part in parts), strict=True)
        low = np.atleast_1d(np.min(lows, axis=0))
        span = np.atleast_1d(np.max(highs, axis=0)) - low
        span[span == 0] = 1.0
        return low, span
    mean, squares, count = np.zeros(1), np.zeros(1), 0
    for part in parts:
        mean, squares, count = _joined(mean, squares, count, part, axes)
    return mean, spread_or_one(mean, np.sqrt(squares / count))


def missing_cells(x: Rows, cancelled: Callable[[], bool] = never) -> tuple[Array, Array]:
    """Of each column of *x* ``(n, features)``: how many cells are NaN, and the row of the first one (0 for none)."""
    counts, first = np.zeros(x.shape[1], np.int64), np.zeros(x.shape[1], np.int64)
    for start, part in _asked(x, cancelled):
        missing = np.isnan(part)
        found = missing.sum(axis=0)
        first = np.where((counts == 0) & (found > 0), start + missing.argmax(axis=0), first)
        counts += found
    return counts, first


def _joined(mean: Array, squares: Array, count: int, part: Array, axes: tuple[int, ...]) -> tuple[Array, Array, int]:
    """Mean, sum of squared distances from it and count of two stretches of rows together.

    The formula of Chan, Golub and LeVeque (1983), which loses no digits where the mean is large.
    """
    own = np.atleast_1d(part.mean(axis=axes))
    added = part.size // own.size
    own_squares = np.atleast_1d(np.square(part - own).sum(axis=axes))
    total = count + added
    step = own - mean
    return mean + step * (added / total), squares + own_squares + np.square(step) * (count * added / total), total


def _asked(x: Rows, cancelled: Callable[[], bool]) -> Iterator[tuple[int, Array]]:
    for start, part in chunks(x):
        if cancelled():
            raise Cancelled
        yield start, part
