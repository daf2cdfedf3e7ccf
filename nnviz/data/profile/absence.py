"""Columns whose gaps tell the target: filled in only once the answer was known, as the lifeboat of who survived."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnviz.data.profile.aim import Aim
from nnviz.data.profile.association import correlation_ratio, cramers_v
from nnviz.data.profile.column_figures import batches
from nnviz.data.profile.known import ColumnProfile
from nnviz.data.profile.table_store import BATCH, Stored, TableStore

TELLING = 0.9  # association from which gaps give the target away: by chance, some rows have none even there
FEW_GAPS = 5  # below which, or below so many values, gaps look like anything by chance
Asked = Callable[[], bool]


def telling_gaps(store: TableStore, columns: Sequence[ColumnProfile], aim: Aim, cancelled: Asked) -> frozenset[int]:
    """The positions of those of the *columns* for which it tells the first target whether they have a value.

    Measured as ``association`` measures it for a column of two words: Cramer's V with classes, eta with numbers.
    """
    if not aim.columns:
        return frozenset()
    target = store.columns[aim.columns[0]]
    group = aim.group or (target.value if aim.kind == "labels" else "")
    some = [store.columns[c.position] for c in columns if FEW_GAPS <= c.missing <= store.rows - FEW_GAPS]
    found: set[int] = set()
    for batch in batches(some, BATCH):
        if group:
            found |= _by_class(store, batch, group, cancelled)
        elif target.numeric:
            found |= _by_number(store, batch, target, cancelled)
    return frozenset(found)


def _by_class(store: TableStore, columns: Sequence[Stored], group: str, cancelled: Asked) -> set[int]:
    asked = ", ".join(f"count(*) FILTER ({column.missing})" for column in columns)
    told = store.ask(f"SELECT count(*), {asked} FROM t WHERE {group} IS NOT NULL GROUP BY {group}", cancelled)
    counts = np.array(told, np.float64).reshape(-1, 1 + len(columns))
    found = set()
    for column, gaps in zip(columns, counts[:, 1:].T, strict=True):
        both = np.stack([gaps, counts[:, 0] - gaps])
        rows = both.sum(axis=1, keepdims=True)
        if rows.all() and len(counts) > 1:
            share = float((both**2 / rows / both.sum(axis=0)).sum())
            if cramers_v(share, *both.shape) >= TELLING:
                found.add(column.position)
    return found


def _by_number(store: TableStore, columns: Sequence[Stored], target: Stored, cancelled: Asked) -> set[int]:
    figures = "count({0}) FILTER ({1}), avg({0}) FILTER ({1}), var_pop({0}) FILTER ({1})"
    asked = ", ".join(
        figures.format(target.value, side) for column in columns for side in (column.missing, f"NOT {column.missing}")
    )
    told = store.one(f"SELECT {asked} FROM t", cancelled)
    found = set()
    for k, column in enumerate(columns):
        sides = [side for side in (told[6 * k : 6 * k + 3], told[6 * k + 3 : 6 * k + 6]) if side[0]]
        eta = correlation_ratio(*(np.array(part, np.float64) for part in zip(*sides, strict=True))) if sides else None
        if eta is not None and eta >= TELLING:
            found.add(column.position)
    return found
