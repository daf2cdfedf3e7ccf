"""Problems of whole rows of a table: those that come again, in the same file or in one that is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from nnviz.data.lazy import Array
from nnviz.data.preparation.steps import DropRows
from nnviz.data.profile.cell_findings import places_of
from nnviz.data.profile.findings import MOST_PLACES, Finding, Remedy, Severity
from nnviz.data.profile.table_store import TableStore
from nnviz.data.profile.table_view import TableView
from nnviz.data.profile.viewing import Part
from nnviz.data.spec import DataSpec, Table
from nnviz.sentences import Sentence

MUCH = 0.01  # share of repeated rows from which it is a warning
AT_ONCE = 32  # columns of which one question makes a checksum: of more, planning takes longer than looking
MIXING = np.uint64(0x9E3779B97F4A7C15)  # 2^64 through the golden ratio (D. Knuth, TAOCP 3, 6.4)
LEAST_COLUMNS = 2  # one number a row may well come again
Asked = Callable[[], bool]


def repeated_rows(view: TableView, spec: DataSpec, cancelled: Asked) -> Iterator[Finding]:
    """The rows that are the same as an earlier one in all inputs and targets.

    They are told apart by checksums of 64 bits, which are the same for one pair of different rows in 10^19.
    """
    store, used = view.store, _used(view)
    if len(used) < LEAST_COLUMNS:
        return
    if store.wide:
        keys = _checksums(store, used, (), cancelled)
        again = np.setdiff1d(np.arange(store.rows), np.unique(keys, return_index=True)[1])
        yield from _repeated(store, spec, len(again), again[:MOST_PLACES].tolist())
        return
    key = _checksum(store, used)
    (different,) = store.one(f"SELECT count(DISTINCT {key}) FROM t", cancelled)
    count = store.rows - int(different)
    if not count:
        return
    several = f"(SELECT {key} AS h, min(rowid) AS f FROM t GROUP BY 1 HAVING count(*) > 1)"
    query = f"SELECT r FROM (SELECT rowid AS r, {key} AS k FROM t) JOIN {several} ON k = h WHERE r > f"
    found = store.ask(f"{query} ORDER BY r LIMIT {MOST_PLACES}", cancelled)
    yield from _repeated(store, spec, count, [row for (row,) in found])


def _repeated(store: TableStore, spec: DataSpec, count: int, rows: Sequence[int]) -> Iterator[Finding]:
    """That *count* rows come again, the first of them the 0-based *rows*; nothing where none does."""
    if not count:
        return
    places = places_of(store, [(int(row), None) for row in rows])
    remedy = None
    if isinstance(spec, Table):
        remedy = Remedy(Sentence("Leave repeated rows out"), DropRows(which="duplicates"))
    sentence = Sentence("Rows that are the same as an earlier one: {0:,} of {1:,}", count, store.rows)
    severe: Severity = "warning" if count >= MUCH * store.rows else "note"
    yield Finding("duplicate_rows", sentence, severe, None, places, count, remedy)


def shared_rows(view: TableView, others: Mapping[Part, TableView], cancelled: Asked) -> Iterator[Finding]:
    """The rows of a validation or test file that are among those to learn from as well."""
    for part, other in others.items():
        pairs = _matched(view, other)
        if len(pairs) < LEAST_COLUMNS:
            continue
        ours, theirs = zip(*pairs, strict=True)
        as_text = [
            view.store.columns[i].numeric != other.store.columns[k].numeric for i, k in pairs
        ]  # fmt: skip
        known = np.unique(_checksums(view.store, ours, as_text, cancelled))
        rows = np.flatnonzero(np.isin(_checksums(other.store, theirs, as_text, cancelled), known))
        if len(rows):
            places = places_of(other.store, [(int(row), None) for row in rows[:MOST_PLACES]])
            yield Finding(
                "shared_rows", shared_sentence(part, len(rows), other.rows), "warning", None, places, len(rows)
            )


def shared_sentence(part: Part, count: int, rows: int) -> Sentence:
    """What to say of rows of *part* that are learned from."""
    if part == "test":
        return Sentence("Test rows that are among those to learn from: {0:,} of {1:,}", count, rows)
    return Sentence("Validation rows that are among those to learn from: {0:,} of {1:,}", count, rows)


def _used(view: TableView) -> list[int]:
    return [i for i, role in enumerate(view.roles) if role != "left out"]


def _matched(view: TableView, other: TableView) -> list[tuple[int, int]]:
    """The columns that are used, each with the one of the other file: of the same name, else at the same place."""
    names = [head.name for head in other.heads]
    used = _used(view)
    if all(view.heads[i].name in names for i in used):
        return [(i, names.index(view.heads[i].name)) for i in used]
    return [(i, i) for i in used] if len(other.heads) == len(view.heads) else []


def _checksums(store: TableStore, columns: Sequence[int], as_text: Sequence[bool], cancelled: Asked) -> Array:
    keys = np.zeros(store.rows, np.uint64)
    for start in range(0, len(columns), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        query = f"SELECT {_checksum(store, columns[some], as_text[some])} FROM t ORDER BY rowid"
        keys = keys * MIXING + np.asarray(store.arrays(query, cancelled)[0], np.uint64)  # which wraps around
    return keys


def _checksum(store: TableStore, columns: Sequence[int], as_text: Sequence[bool] = ()) -> str:
    """SQL of a number that is the same for rows of the same cells."""
    cells = []
    for k, i in enumerate(columns):
        column = store.columns[i]
        cell = f"CASE WHEN isnan(c{i}) THEN NULL ELSE c{i} END" if column.numeric else f"c{i}"
        cells.append(f"CAST({cell} AS VARCHAR)" if as_text and as_text[k] else cell)
        if column.words:
            cells.append(f"x{i}")
    return f"hash({', '.join(cells)})"
