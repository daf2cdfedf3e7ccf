"""How much a column tells of the target: three measures from 0 (or -1) to 1, each for its pair of kinds.

- numbers and numbers: Pearson's correlation coefficient r.
- numbers and classes: the correlation ratio eta, the root of the share that the spread of the class means has of the
  whole spread: eta^2 = sum_k n_k (m_k - m)^2 / sum_i (x_i - m)^2 (R. A. Fisher, Statistical Methods for Research
  Workers, 1925).
- classes and classes: V = sqrt((chi^2 / n) / min(r - 1, c - 1)) of the table of r times c counts (H. Cramer,
  Mathematical Methods of Statistics, 1946), without a correction for small counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from nnviz.data.profile import wide
from nnviz.data.profile.aim import Aim
from nnviz.data.profile.column_figures import batches
from nnviz.data.profile.known import Association, ColumnProfile
from nnviz.data.profile.table_store import BATCH, Stored, TableStore

MOST_WORDS = 1000  # a column of more different words says something else in nearly every row
Asked = Callable[[], bool]


def associations(
    store: TableStore, columns: Sequence[ColumnProfile], aim: Aim, cancelled: Asked
) -> dict[int, Association]:
    """The association of each column with the first target, by the position of the column.

    Only rows with both values count. Columns of a single value, and of words that hardly ever come up twice, have none.
    """
    if not aim.columns:
        return {}
    target = store.columns[aim.columns[0]]
    group = aim.group or (target.value if aim.kind == "labels" else "")
    others = [
        store.columns[column.position]
        for column in columns
        if column.role != "target"
        and column.distinct > 1
        and (store.columns[column.position].numeric or _tells(column))
    ]
    numbers = [column for column in others if column.numeric]
    words = [column for column in others if not column.numeric]
    if group:
        found = _etas(store, numbers, group, target.name, cancelled)
        return found | {c.position: _cramer(store, c, group, target.name, cancelled) for c in words}
    if not target.numeric:
        return {}
    found = _pearson(store, numbers, target, cancelled)
    for column in words:
        turned = _etas(store, [target], column.value, target.name, cancelled).get(target.position)
        if turned is not None:
            found[column.position] = turned
    return found


def _tells(column: ColumnProfile) -> bool:
    held = sum(count for _, count in column.frequent)
    return column.distinct <= MOST_WORDS and held > len(column.frequent)


def _pearson(store: TableStore, columns: Sequence[Stored], target: Stored, cancelled: Asked) -> dict[int, Association]:
    found = {}
    if store.wide:
        ((_, answers),) = wide.numbers(store, [target], cancelled)
        for column, values in wide.numbers(store, columns, cancelled):
            r = wide.correlation(values, answers)
            if r is not None:
                found[column.position] = Association("pearson", min(1.0, max(-1.0, r)), target.name)
        return found
    for batch in batches(columns, BATCH):
        asked = ", ".join(f"corr({column.value}, {target.value})" for column in batch)
        for column, r in zip(batch, store.one(f"SELECT {asked} FROM t", cancelled), strict=True):
            if r is not None and math.isfinite(r):
                found[column.position] = Association("pearson", min(1.0, max(-1.0, r)), target.name)
    return found


def _etas(
    store: TableStore, columns: Sequence[Stored], group: str, target: str, cancelled: Asked
) -> dict[int, Association]:
    """The correlation ratio of each of these columns of numbers with the classes that the SQL *group* gives."""
    found = {}
    if store.wide:
        ranks = (
            f"SELECT CASE WHEN {group} IS NOT NULL THEN dense_rank() OVER (ORDER BY {group}) END FROM t ORDER BY rowid"
        )
        groups = np.ma.filled(store.arrays(ranks, cancelled)[0].astype(np.int64), 0) - 1
        for column, values in wide.numbers(store, columns, cancelled):
            eta = correlation_ratio(*wide.of_groups(values, groups, int(groups.max()) + 1))
            if eta is not None:
                found[column.position] = Association("eta", eta, target)
        return found
    for batch in batches(columns, BATCH):
        asked = ", ".join(f"count({c.value}), avg({c.value}), var_pop({c.value})" for c in batch)
        told = store.ask(f"SELECT {asked} FROM t WHERE {group} IS NOT NULL GROUP BY {group}", cancelled)
        for k, column in enumerate(batch):
            three = [row[3 * k : 3 * k + 3] for row in told if row[3 * k]]
            value = correlation_ratio(*(np.array(figures, np.float64) for figures in zip(*three, strict=True)))
            if value is not None:
                found[column.position] = Association("eta", value, target)
    return found


def correlation_ratio(counts: np.ndarray, means: np.ndarray, variances: np.ndarray) -> float | None:
    """eta of groups with these counts, means and variances (around their own means); None where nothing varies."""
    if len(counts) < 2:
        return None
    mean = float((counts * means).sum() / counts.sum())
    between = float((counts * (means - mean) ** 2).sum())
    whole = between + float((counts * variances).sum())
    return min(1.0, math.sqrt(between / whole)) if whole > 0 else None


def _cramer(store: TableStore, column: Stored, group: str, target: str, cancelled: Asked) -> Association:
    pairs = f"(SELECT {column.value} AS a, {group} AS b, count(*) AS n FROM t GROUP BY 1, 2)"
    query = (
        f"WITH p AS (SELECT * FROM {pairs} WHERE a IS NOT NULL AND b IS NOT NULL), "
        "r AS (SELECT a, sum(n) AS n FROM p GROUP BY a), c AS (SELECT b, sum(n) AS n FROM p GROUP BY b) "
        "SELECT sum(p.n * p.n / (r.n * c.n)), (SELECT count(*) FROM r), (SELECT count(*) FROM c) "
        "FROM p JOIN r ON p.a = r.a JOIN c ON p.b = c.b"
    )
    share, rows, columns = store.one(query, cancelled)
    return Association("cramers_v", cramers_v(share, int(rows), int(columns)), target)


def cramers_v(share: float | None, rows: int, columns: int) -> float:
    """V of a table of counts, of which *share* is the sum of n_ij^2 / (n_i n_j), so that chi^2 = n (share - 1)."""
    least = min(rows, columns) - 1
    if least < 1 or share is None:
        return 0.0
    return min(1.0, math.sqrt(max(0.0, float(share) - 1.0) / least))
