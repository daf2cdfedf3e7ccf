"""The figures of a table of very many columns and not many rows, made of its numbers in memory.

To plan a question about a column takes a database longer than to answer it where there are few rows, and the longer the
more columns its table has. The functions give what those of the same names in ``column_figures`` and ``association``
ask the database for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from nnviz.data.dataset import LARGEST, Cancelled
from nnviz.data.lazy import Array

if TYPE_CHECKING:
    from nnviz.data.profile.table_store import Stored, TableStore

LEAST_COLUMNS = 300  # below which the database is as fast
MOST_VALUES = 16_000_000  # 128 MB
AT_ONCE = 500  # columns that one query hands over
Asked = Callable[[], bool]


def is_wide(columns: int, rows: int) -> bool:
    """Whether a table of this size is described here."""
    return columns >= LEAST_COLUMNS and columns * rows <= MOST_VALUES


def numbers(store: TableStore, columns: Sequence[Stored], cancelled: Asked) -> Iterator[tuple[Stored, Array]]:
    """Each of these columns of numbers with its values, float64 ``(rows,)``: NaN for none, infinite ones as stored."""
    for start in range(0, len(columns), AT_ONCE):
        if cancelled():
            raise Cancelled
        some = columns[start : start + AT_ONCE]
        arrays = store.arrays(f"SELECT {', '.join(f'c{column.position}' for column in some)} FROM t", cancelled)
        for column, values in zip(some, arrays, strict=True):
            yield column, np.ma.filled(values.astype(np.float64), np.nan)


def finite(values: Array) -> Array:
    """Those of the *values* that a network can hold."""
    return values[np.abs(values) <= LARGEST]


def figures(values: Array) -> tuple[Any, ...]:
    """The fields of ``column_figures.Figures`` in their order; a gap is a missing cell."""
    held, gaps = finite(values), int(np.isnan(values).sum())
    if not len(held):
        return gaps, 0, len(values) - gaps, 0, None, None, None, None
    spread = float(held.std(ddof=1)) if len(held) > 1 else None
    low, high, mean = float(held.min()), float(held.max()), float(held.mean())
    return gaps, len(held), len(values) - gaps - len(held), len(np.unique(held)), low, high, mean, spread


def counts(values: Array, edges: Sequence[float]) -> tuple[int, ...]:
    """How many of the *values* lie in each of the bins of equal width between *edges*."""
    bins, low, high = len(edges) - 1, edges[0], edges[-1]
    held = finite(values)
    share = (held - low) / (high - low) * bins if high > low else np.zeros(len(held))
    found = np.bincount(np.minimum(bins - 1, np.floor(share)).astype(np.intp), minlength=bins)
    return tuple(found.tolist())


def of_groups(values: Array, groups: Array, count: int) -> tuple[Array, Array, Array]:
    """How many finite *values* each group has that has any, their means, and their variances.

    *groups* ``(rows,)`` are numbers below *count*, -1 for a row in none.
    """
    there = (groups >= 0) & (np.abs(values) <= LARGEST)
    held, own = values[there], groups[there]
    rows = np.bincount(own, minlength=count)
    some = np.maximum(rows, 1)
    means = np.bincount(own, held, count) / some
    variances = np.bincount(own, (held - means[own]) ** 2, count) / some
    return rows[rows > 0], means[rows > 0], variances[rows > 0]


def correlation(values: Array, target: Array) -> float | None:
    """Pearson's r over the rows in which both are finite; None where either does not vary."""
    both = (np.abs(values) <= LARGEST) & (np.abs(target) <= LARGEST)
    x, y = values[both], target[both]
    if len(x) < 2 or not x.std() or not y.std():
        return None
    return float(np.corrcoef(x, y)[0, 1])
