"""What the columns of a table hold, by the rules by which they are loaded, decided over all their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.data.preview import BOOLEANS
from nnviz.data.profile import sql, wide
from nnviz.data.profile.table_store import BATCH, Stored, asked
from nnviz.data.tables.frame import is_text

DATES_TRIED = 200  # different words that must all be dates before the whole column is looked at


@dataclass(frozen=True)
class Read:
    """A column as it was read: c0, c1, ... of the table ``raw``.

    Attributes:
        name: of the column.
        numeric: whether it was read as DOUBLE; otherwise it is VARCHAR, as it stands in the file.
        whole: of a DOUBLE one: whether its numbers are written as whole ones, as far as was seen.
        words: of a VARCHAR one: whether it is text whatever it looks like.
    """

    name: str
    numeric: bool
    whole: bool = False
    words: bool = False


@dataclass(frozen=True)
class Written:
    """How the cells of a column of text are written; all are counts of rows.

    Attributes:
        filled: cells that say something.
        plain, comma: those that are numbers, read without and with a decimal comma.
        only_comma, only_plain: those that are numbers in one way alone, *only_plain* having a comma.
        whole: numbers without a point or an exponent.
        unclear, clear: those with a comma that may and that may not part thousands as well as decimals.
        unclean: cells, filled or not, that are not yet as they are kept: NULL, or words without blanks around them.
    """

    filled: int
    plain: int
    comma: int
    only_comma: int
    only_plain: int
    whole: int
    unclear: int
    clear: int
    unclean: int


def make_table(database: Any, read: Sequence[Read], delimiter: str, cancelled: Callable[[], bool]) -> list[Stored]:
    """Make the table ``t`` of ``raw``: numbers of text that is numbers, NULL of cells that say nothing."""
    texts = [i for i, column in enumerate(read) if not column.numeric]
    written = {i: _written(database, i, cancelled) for i in texts}
    commas = _decimal_commas(written, delimiter)
    held = {i: counts.comma if i in commas else counts.plain for i, counts in written.items()}
    numbers = {i for i in held if not read[i].words and not is_text(None, held[i], written[i].filled - held[i])}
    if numbers or any(counts.unclean for counts in written.values()):
        _rewrite(database, read, numbers, commas, cancelled)
    else:
        asked(database, "ALTER TABLE raw RENAME TO t", cancelled)
    whole = {
        i: written[i].whole == written[i].filled if i in numbers else column.whole for i, column in enumerate(read)
    }
    numeric = [i for i, column in enumerate(read) if column.numeric or i in numbers]
    types = _number_types(database, numeric, whole, cancelled)
    columns = []
    for i, column in enumerate(read):
        if i in types:
            words = written[i].filled - held[i] if i in numbers else 0
            columns.append(Stored(column.name, i, types[i], True, words))
        else:
            columns.append(_text_column(database, column.name, i, cancelled))
    return columns


def _written(database: Any, i: int, cancelled: Callable[[], bool]) -> Written:
    p, q = sql.number("c", comma=False), sql.number("c", comma=True)
    cells = (
        f"SELECT c, n, p, q, c LIKE '%,%' AS has, {sql.nothing('c')} AS gap FROM (SELECT c, n, {p} AS p, {q} AS q FROM "
    )
    cells += f"(SELECT c{i} AS c, count(*) AS n FROM raw GROUP BY 1))"
    conditions = (
        "NOT gap", "p IS NOT NULL", "q IS NOT NULL", "p IS NULL AND q IS NOT NULL",
        "p IS NOT NULL AND q IS NULL AND has", f"regexp_full_match({sql.stripped('c')}, '[+-]?[0-9]+')",
        f"has AND {sql.ambiguous('c')}", f"has AND NOT {sql.ambiguous('c')}",
        f"c IS NOT NULL AND (gap OR c <> {sql.stripped('c')})",
    )  # fmt: skip
    counts = ", ".join(f"coalesce(sum(n) FILTER ({condition}), 0)" for condition in conditions)
    return Written(*map(int, asked(database, f"SELECT {counts} FROM ({cells})", cancelled).fetchone()))


def _decimal_commas(written: Mapping[int, Written], delimiter: str) -> set[int]:
    """The columns with a decimal comma, as ``frame.decimal_comma_columns`` finds them."""
    found = {i for i, counts in written.items() if counts.only_comma and not counts.only_plain}
    if delimiter == "," or not found:
        return found
    return found | {i for i, counts in written.items() if counts.unclear and not counts.clear}


def _rewrite(
    database: Any,
    read: Sequence[Read],
    numbers: Collection[int],
    commas: Collection[int],
    cancelled: Callable[[], bool],
) -> None:
    made = []
    for i, column in enumerate(read):
        cell = f"c{i}"
        if column.numeric:
            made.append(cell)
        elif i in numbers:
            value = sql.number(cell, i in commas)
            made.append(f"{value} AS {cell}")
            made.append(f"CASE WHEN {value} IS NULL AND NOT {sql.nothing(cell)} THEN {cell} END AS x{i}")
        else:
            made.append(f"CASE WHEN NOT {sql.nothing(cell)} THEN {sql.stripped(cell)} END AS {cell}")
    asked(database, f"CREATE TABLE t AS SELECT {', '.join(made)} FROM raw", cancelled)
    asked(database, "DROP TABLE raw", cancelled)


def _number_types(
    database: Any, columns: Sequence[int], whole: Mapping[int, bool], cancelled: Callable[[], bool]
) -> dict[int, Any]:
    """The type of each column of DOUBLE."""
    types: dict[int, Any] = {}
    rows = int(asked(database, "SELECT count(*) FROM t", cancelled).fetchone()[0])
    if wide.is_wide(len(columns), rows):
        arrays = asked(database, f"SELECT {', '.join(f'c{i}' for i in columns)} FROM t", cancelled).fetchnumpy()
        for i, values in zip(columns, arrays.values(), strict=True):
            held = wide.finite(np.ma.filled(values.astype(np.float64), np.nan))
            whole_here = bool((held == np.trunc(held)).all())
            varies = bool((held != held[:1]).any())
            types[i] = _type(len(held), whole[i] and whole_here, bool(np.isin(held, (0, 1)).all()), varies)
        return types
    for start in range(0, len(columns), BATCH):
        batch = columns[start : start + BATCH]
        values = {i: sql.finite(f"c{i}") for i in batch}
        figures = ", ".join(
            f"count({v}), coalesce(bool_and({v} = trunc({v})), false), coalesce(bool_and({v} IN (0, 1)), false), "
            f"min({v}), max({v})"
            for v in values.values()
        )
        found = asked(database, f"SELECT {figures} FROM t", cancelled).fetchone()
        for k, i in enumerate(batch):
            count, is_whole, zero_one, low, high = found[5 * k : 5 * k + 5]
            types[i] = _type(count, whole[i] and is_whole, zero_one, low != high)
    return types


def _type(count: int, whole: bool, zero_one: bool, varies: bool) -> str:
    """The type of a column of *count* numbers."""
    if not count:
        return "empty"
    if whole:
        return "bool" if zero_one and varies else "integer"
    return "number"


def _text_column(database: Any, name: str, i: int, cancelled: Callable[[], bool]) -> Stored:
    words = asked(database, f"SELECT DISTINCT c{i} FROM t WHERE c{i} IS NOT NULL LIMIT {DATES_TRIED}", cancelled)
    seen = [str(cell) for (cell,) in words.fetchall()]
    if not seen:
        return Stored(name, i, "empty", numeric=False)
    lower = {cell.lower() for cell in seen}
    if len(lower) == 2 and lower <= BOOLEANS:
        return Stored(name, i, "bool", numeric=False)
    date = _date_format(database, i, seen[0], cancelled)
    return Stored(name, i, "date" if date else "text", numeric=False, date=date)


def _date_format(database: Any, i: int, example: str, cancelled: Callable[[], bool]) -> str:
    """How all words of column *i* are written as dates; ``""`` where they are no dates."""
    if not any(map(str.isdigit, example)):
        return ""
    for form in sql.DATES:
        some = f"(SELECT DISTINCT c{i} AS c FROM t WHERE c{i} IS NOT NULL LIMIT {DATES_TRIED})"
        every = f"(SELECT c{i} AS c FROM t WHERE c{i} IS NOT NULL)"
        if all(_all_dates(database, words, form, cancelled) for words in (some, every)):
            return form
    return ""


def _all_dates(database: Any, words: str, form: str, cancelled: Callable[[], bool]) -> bool:
    query = f"SELECT bool_and(try_strptime(c, {sql.word(form)}) IS NOT NULL) FROM {words}"
    return bool(asked(database, query, cancelled).fetchone()[0])
