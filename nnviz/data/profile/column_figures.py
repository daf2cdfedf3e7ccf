"""Figures of the columns of a table: a few questions to the database, each about many columns."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.data.profile import wide
from nnviz.data.profile.known import MOST_BINS, MOST_FREQUENT, ColumnProfile, Histogram, Role
from nnviz.data.profile.sql import too_large, word
from nnviz.data.profile.table_store import BATCH, Stored, TableStore

MOST_HELD = 16_000_000  # values that one question may make the database hold in memory: 128 MB
EXACT_MEDIAN = 30_000_000  # rows from which medians and quartiles are estimated (t-digest)
EXACT_DISTINCT = 500_000  # rows from which different numbers beyond FEW_DISTINCT are estimated (HyperLogLog)
FEW_DISTINCT = 10_000
LONGEST_WORD = 100
Asked = Callable[[], bool]


@dataclass(frozen=True)
class Figures:
    """What is counted and measured of a column of numbers; all but the counts are None where there is no number.

    Attributes:
        missing: cells without a value.
        held: finite numbers.
        unfit: numbers that are infinite or too large for a network.
        about: an estimate of how many are different.
        minimum, maximum, mean, deviation: of the finite ones.
    """

    missing: int
    held: int
    unfit: int
    about: int
    minimum: float | None
    maximum: float | None
    mean: float | None
    deviation: float | None


def describe(
    store: TableStore, roles: Sequence[Role], figures: Mapping[int, Figures], cancelled: Asked
) -> tuple[ColumnProfile, ...]:
    """All columns in their order, their association with the target left out.

    *figures* are the ``number_figures`` of the columns of numbers.
    """
    held = [column for column in store.columns if column.numeric and figures[column.position].held]
    quartiles = _quartiles(store, held, cancelled)
    histograms = _histograms(store, held, figures, cancelled)
    distinct = _distinct(store, held, figures, cancelled)
    found = []
    for column, role in zip(store.columns, roles, strict=True):
        if not column.numeric:
            found.append(_words(store, column, role, cancelled))
            continue
        i, known = column.position, figures[column.position]
        low, median, high = quartiles.get(i, (None, None, None))
        count, exact = distinct.get(i, (0, True))
        found.append(
            ColumnProfile(
                column.name, i, column.type, role, known.missing, count, exact, known.minimum, known.mean, median,
                known.deviation, known.maximum, None if low is None or high is None else (low, high),
                histogram=histograms.get(i),
            )
        )  # fmt: skip
    return tuple(found)


def number_figures(store: TableStore, columns: Sequence[Stored], cancelled: Asked) -> dict[int, Figures]:
    """Of each of these columns of numbers, by its position: what one look at all rows tells."""
    found = {}
    if store.wide:
        plain = [column for column in columns if not column.words]
        found = {column.position: Figures(*wide.figures(x)) for column, x in wide.numbers(store, plain, cancelled)}
        columns = [column for column in columns if column.words]
    for batch in batches(columns, BATCH):
        asked = ", ".join(
            f"count(*) FILTER ({c.missing}), count({c.value}), count(*) FILTER ({too_large(f'c{c.position}')}), "
            f"approx_count_distinct({c.value}), min({c.value}), max({c.value}), avg({c.value}), stddev_samp({c.value})"
            for c in batch
        )
        told = store.one(f"SELECT {asked} FROM t", cancelled)
        for k, column in enumerate(batch):
            found[column.position] = Figures(*told[8 * k : 8 * k + 8])
    return found


def batches(columns: Sequence[Stored], size: int) -> Iterator[Sequence[Stored]]:
    """*columns*, at most *size* (at least 1) at a time."""
    for start in range(0, len(columns), max(1, size)):
        yield columns[start : start + max(1, size)]


def at_a_time(store: TableStore) -> int:
    """How many columns may be held in memory at once by one question."""
    return min(BATCH, max(1, MOST_HELD // max(1, store.rows)))


def _quartiles(
    store: TableStore, columns: Sequence[Stored], cancelled: Asked
) -> dict[int, tuple[float, float, float]]:  # fmt: skip
    if store.wide:
        return {
            column.position: tuple(np.quantile(wide.finite(x), (0.25, 0.5, 0.75)).tolist())
            for column, x in wide.numbers(store, columns, cancelled)
        }
    way = "quantile_cont" if store.rows <= EXACT_MEDIAN else "approx_quantile"
    found = {}
    for batch in batches(columns, at_a_time(store)):
        asked = ", ".join(f"{way}({column.value}, [0.25, 0.5, 0.75])" for column in batch)
        for column, three in zip(batch, store.one(f"SELECT {asked} FROM t", cancelled), strict=True):
            found[column.position] = (three[0], three[1], three[2])
    return found


def _distinct(
    store: TableStore, columns: Sequence[Stored], figures: Mapping[int, Figures], cancelled: Asked
) -> dict[int, tuple[int, bool]]:
    """How many different numbers each column has, and whether that is exact."""

    def estimated(column: Stored) -> bool:
        many = figures[column.position].about > FEW_DISTINCT
        return store.rows > EXACT_DISTINCT and many and column.type == "number"

    if store.wide:
        return {
            column.position: (len(np.unique(wide.finite(x))), True)
            for column, x in wide.numbers(store, columns, cancelled)
        }
    found = {column.position: (figures[column.position].about, False) for column in columns if estimated(column)}
    counted = [column for column in columns if column.position not in found]
    for batch in batches(counted, at_a_time(store)):
        asked = ", ".join(f"count(DISTINCT {column.value})" for column in batch)
        for column, count in zip(batch, store.one(f"SELECT {asked} FROM t", cancelled), strict=True):
            found[column.position] = (int(count), True)
    return found


def _histograms(
    store: TableStore, columns: Sequence[Stored], figures: Mapping[int, Figures], cancelled: Asked
) -> dict[int, Histogram]:
    if store.wide:
        sides_of = {column.position: bin_edges(figures[column.position], column.type) for column in columns}
        return {
            column.position: Histogram(sides_of[column.position], wide.counts(x, sides_of[column.position]))
            for column, x in wide.numbers(store, columns, cancelled)
        }
    found = {}
    for batch in batches(columns, BATCH):
        edges = [bin_edges(figures[column.position], column.type) for column in batch]
        asked = ", ".join(f"histogram({_bin(c.value, e)})" for c, e in zip(batch, edges, strict=True))
        told = store.one(f"SELECT {asked} FROM t", cancelled)
        for column, sides, bins in zip(batch, edges, told, strict=True):
            counts = tuple(int(bins.get(k, 0)) for k in range(len(sides) - 1))
            found[column.position] = Histogram(sides, counts)
    return found


def bin_edges(figures: Figures, kind: str) -> tuple[float, ...]:
    """A bin for each whole number where there are few of them, otherwise as many as the square root of the values."""
    low, high = figures.minimum or 0.0, figures.maximum or 0.0
    if kind in ("integer", "bool") and high - low < MOST_BINS:
        return tuple(low - 0.5 + k for k in range(int(high - low) + 2))
    if low == high:
        return (low, high)
    bins = min(MOST_BINS, max(2, math.isqrt(figures.held)))
    return (*(low + (high - low) * (k / bins) for k in range(bins)), high)


def _bin(value: str, edges: tuple[float, ...]) -> str:
    """SQL of the number of the bin, from 0."""
    bins, low, high = len(edges) - 1, edges[0], edges[-1]
    if low == high:
        return f"CASE WHEN {value} IS NOT NULL THEN 0 END"
    share = f"({value} - {sql_number(low)}) / {sql_number(high - low)} * {bins}"
    number = f"CAST(least({bins - 1}, floor({share})) AS INTEGER)"
    return f"CASE WHEN {value} IS NOT NULL THEN {number} END"  # least() passes over NULL


def sql_number(value: float) -> str:
    """*value* as a DOUBLE with all its digits."""
    return f"CAST({value!r} AS DOUBLE)"


def _words(store: TableStore, column: Stored, role: Role, cancelled: Asked) -> ColumnProfile:
    cell = f"c{column.position}"
    groups = f"(SELECT {cell} AS v, count(*) AS n FROM t WHERE {cell} IS NOT NULL GROUP BY 1)"
    found = store.ask(
        f"SELECT left(v, {LONGEST_WORD}), n, count(*) OVER (), sum(n) OVER () FROM {groups} "
        f"ORDER BY n DESC, v LIMIT {MOST_FREQUENT}",
        cancelled,
    )
    distinct, held = (int(found[0][2]), int(found[0][3])) if found else (0, 0)
    first = last = ""
    if column.date:
        time = f"try_strptime({cell}, {word(column.date)})"
        first, last = store.one(f"SELECT arg_min({cell}, {time}), arg_max({cell}, {time}) FROM t", cancelled)
    return ColumnProfile(
        column.name, column.position, column.type, role, store.rows - held, distinct, first=first, last=last,
        frequent=tuple((str(value), int(count)) for value, count, *_ in found),
    )  # fmt: skip
