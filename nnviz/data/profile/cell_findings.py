"""Problems of cells: words among numbers, infinite numbers, missing values, values far from all others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from nnviz.data.preparation.steps import Drop, DropRows, Fill, ScaleColumns
from nnviz.data.profile.column_figures import Figures, batches, sql_number
from nnviz.data.profile.findings import MOST_OF_A_KIND, MOST_PLACES, Finding, Place, Remedy, Severity
from nnviz.data.profile.known import ColumnProfile
from nnviz.data.profile.sql import too_large
from nnviz.data.profile.table_store import BATCH, Stored, TableStore
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.sentences import Sentence

FENCE = 3.0  # interquartile ranges beyond the quartiles: "far out" (J. W. Tukey, Exploratory Data Analysis, 1977)
MUCH = 0.05  # share of missing cells from which it is a warning
CHANCE = 1e-5  # share of a normal distribution, and more, that lies that far out
MOST = 0.5  # share of missing cells from which the column is better left out
Asked = Callable[[], bool]


def cell_findings(
    store: TableStore,
    columns: Sequence[ColumnProfile],
    figures: Mapping[int, Figures],
    spec: DataSpec,
    numeric_target: bool,
    cancelled: Asked,
) -> Iterator[Finding]:
    """The problems of single cells of inputs and targets.

    Args:
        store, columns, figures: the table, what is known of its columns, and more of those that hold numbers.
        spec: the reference to the data.
        numeric_target: whether the target is a number, so that it may lie far from the others too.
        cancelled: asked now and then.
    """
    used = [column for column in columns if column.role != "left out"]
    for column in used:
        stored, name = store.columns[column.position], column.name
        if stored.words:
            places = find(store, f"x{column.position} IS NOT NULL", f"x{column.position}", cancelled)
            sentence = Sentence(
                "Words among the numbers of {0}: {1:,}, the first one {2}", name, stored.words, places[0].cell
            )
            yield Finding("words", sentence, "error", name, places, stored.words)
        if stored.numeric and (count := figures[column.position].unfit):
            places = find(store, too_large(f"c{column.position}"), f"c{column.position}", cancelled)
            sentence = Sentence("Infinite numbers in {0}, or numbers beyond 3.4e+38: {1:,}", name, count)
            yield Finding("infinite", sentence, "error", name, places, count)
    gaps = [column for column in used if column.missing]
    for k, column in enumerate(gaps):
        missing = store.columns[column.position].missing
        places = find(store, missing, "NULL", cancelled) if k < MOST_OF_A_KIND else ()
        yield _missing(column, store.rows, spec, places)
    yield from _outliers(store, used, numeric_target, isinstance(spec, Table), cancelled)


def find(store: TableStore, condition: str, cell: str, cancelled: Asked) -> tuple[Place, ...]:
    """The first rows of which the SQL *condition* holds, each with what its SQL *cell* says."""
    found = store.ask(f"SELECT rowid, {cell} FROM t WHERE {condition} ORDER BY rowid LIMIT {MOST_PLACES}", cancelled)
    return places_of(store, [(int(row), cell) for row, cell in found])


def places_of(store: TableStore, found: Sequence[tuple[int, object]]) -> tuple[Place, ...]:
    """0-based rows with what stands there, as places."""
    lines = store.lines([row for row, _ in found])
    return tuple(Place(row + 1, lines.get(row), _told(cell)) for row, cell in found)


def _told(cell: object) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)[:100]


def _missing(column: ColumnProfile, rows: int, spec: DataSpec, places: tuple[Place, ...]) -> Finding:
    share = column.missing / rows
    figures = column.name, column.missing, rows
    if column.type == "empty":
        sentence = Sentence("{0} has no value in any row", column.name)
    elif column.role == "target":
        sentence = Sentence("The target {0} has no value in {1:,} of {2:,} rows, which are left out", *figures)
    else:
        sentence = Sentence("{0} has no value in {1:,} of {2:,} rows", *figures)
    severe: Severity = "error" if isinstance(spec, Series) else "warning" if share >= MUCH else "note"
    return Finding("missing", sentence, severe, column.name, places, column.missing, _filling(column, share, spec))


def _filling(column: ColumnProfile, share: float, spec: DataSpec) -> Remedy | None:
    names = (column.name,)
    numeric = column.mean is not None
    if isinstance(spec, Series) and numeric:
        return Remedy(Sentence("Fill with the median"), Fill(columns=names))
    if not isinstance(spec, Table) or column.type == "empty":
        return None
    if column.role == "target":
        return Remedy(Sentence("Leave these rows out"), DropRows(columns=names, which="missing"))
    if share > MOST:
        return Remedy(Sentence("Leave {0} out", column.name), Drop(columns=names))
    if numeric:
        return Remedy(Sentence("Fill with the median"), Fill(columns=names))
    return Remedy(Sentence("Fill with the most frequent value"), Fill(columns=names, how="most_frequent"))


def _outliers(
    store: TableStore, columns: Sequence[ColumnProfile], numeric_target: bool, is_table: bool, cancelled: Asked
) -> Iterator[Finding]:
    suspects = {
        column.position: (column, fences)
        for column in columns
        if column.type in ("integer", "number")
        and (column.role == "input" or numeric_target)
        and (fences := fences_of(column)) is not None
        and not fences[0] <= (column.minimum or 0.0) <= (column.maximum or 0.0) <= fences[1]
    }
    shown = 0
    for batch in batches([store.columns[position] for position in suspects], BATCH):
        asked = ", ".join(f"count(*) FILTER ({_outside(c, suspects[c.position][1])})" for c in batch)
        for stored, count in zip(batch, store.one(f"SELECT {asked} FROM t", cancelled), strict=True):
            if count <= CHANCE * store.rows:
                continue
            column, (low, high) = suspects[stored.position]
            condition = _outside(stored, (low, high))
            shown += 1
            places = find(store, condition, stored.value, cancelled) if shown <= MOST_OF_A_KIND else ()
            sentence = Sentence(
                "Values of {0} far from the others, below {2:g} or above {3:g}: {1:,}", column.name, count, low, high
            )
            remedy = _logarithm(column, low) if is_table and column.role == "input" else None
            yield Finding("outliers", sentence, "note", column.name, places, int(count), remedy)


def fences_of(column: ColumnProfile) -> tuple[float, float] | None:
    """Below and above which a number is far from the others; None where half of all numbers are the same."""
    if column.quartiles is None or column.quartiles[0] == column.quartiles[1]:
        return None
    low, high = column.quartiles
    return low - FENCE * (high - low), high + FENCE * (high - low)


def _outside(column: Stored, fences: tuple[float, float]) -> str:
    return f"({column.value} < {sql_number(fences[0])} OR {column.value} > {sql_number(fences[1])})"


def _logarithm(column: ColumnProfile, low: float) -> Remedy | None:
    """The logarithm brings large numbers nearer; it is of no use where small ones are far off, and needs no minus."""
    if column.minimum is None or column.minimum < max(0.0, low):
        return None
    return Remedy(Sentence("Take the logarithm"), ScaleColumns(columns=(column.name,), how="log"))
