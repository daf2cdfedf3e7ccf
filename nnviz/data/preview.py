"""A first look at a table, for the dialog in which its target is chosen."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from nnviz.data.dataset import existing_file
from nnviz.data.tables.database import connect, parquet_source
from nnviz.data.tables.excel import is_workbook, sheet_names
from nnviz.data.tables.parquet import is_parquet
from nnviz.data.tables.tablefile import csv_source, explained, opened_text
from nnviz.data.text.cells import is_missing, is_whole, parse_number, plain_numbers, uses_decimal_comma
from nnviz.data.text.encoding import open_bytes
from nnviz.data.text.line_count import LARGE, rows_of_lines
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

BEGINNING = 1 << 20  # bytes
MOST_CELLS = 200_000  # so many are looked at for a column's figures, which takes about half a second
ColumnType = Literal["integer", "number", "bool", "text", "empty"]
BOOLEANS = frozenset({"true", "false", "yes", "no"})


@dataclass(frozen=True)
class Column:
    """What one column looks like.

    Attributes:
        name: from the header, or ``column 2``.
        type: ``bool`` is 0 and 1 or two words such as yes and no; ``empty`` has no value at all.
        distinct, missing: how many different values, how many cells without one, among the rows counted.
        minimum, maximum: of the numbers; None for text.
        odd: a cell that is no number among numbers; ``""`` where there is none.
    """

    name: str
    type: ColumnType
    distinct: int
    missing: int
    minimum: float | None = None
    maximum: float | None = None
    odd: str = ""


@dataclass(frozen=True)
class TablePreview:
    """The head of a table and a few figures.

    Attributes:
        columns: one entry a column.
        rows: the first rows, every cell as text.
        total_rows: how many rows the file has; None while that is not known.
        counted_rows: how many of them the columns' figures are about: all of them unless the file is large.
        delimiter, has_header, encoding: what was found or given; delimiter and encoding are empty for Parquet and for
            a workbook.
        sheets: the sheets of a workbook that are not hidden.
        sheet: which of them this is.
        notes: sentences on what was left out.
    """

    columns: tuple[Column, ...]
    rows: list[tuple[str, ...]]
    total_rows: int | None
    counted_rows: int
    delimiter: str
    has_header: bool
    encoding: str
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    notes: tuple[str, ...] = ()


def preview_table(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    rows: int = 200,
    sheet: str | int | None = None,
) -> TablePreview:
    """Look at the table at *path* and give its first *rows*; BadInput where it is no table.

    *sheet* is a sheet of a workbook, by its name or its 0-based number; None for the first that holds a table.
    """
    path = existing_file(Path(), str(path))
    if is_parquet(path):
        names, cells, total = _parquet_cells(path, rows)
        return _preview(names, cells, total, rows, "", True, "")
    with opened_text(path, delimiter, header, encoding, sheet) as opened:
        dialect = opened.dialect
        with connect() as database, explained(path, dialect):
            source = csv_source(opened.plain, dialect, ["VARCHAR"] * len(dialect.names))
            limit = _counted(len(dialect.names), rows)
            cells = database.execute(f"SELECT * FROM {source} LIMIT {limit}").fetchall()
            total = len(cells)
            if total == limit:
                counted = rows_of_lines(opened.plain, dialect)
                total = database.execute(f"SELECT count(*) FROM {source}").fetchone()[0] if counted is None else counted
        if dialect.sheet is None:
            return _preview(dialect.names, cells, total, rows, dialect.delimiter, dialect.header, dialect.encoding)
        found = _preview(dialect.names, cells, total, rows, "", dialect.header, "")
        return replace(found, sheets=sheet_names(path), sheet=dialect.sheet.name, notes=opened.notes)


def preview_beginning(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    rows: int = 200,
) -> TablePreview | None:
    """What the first megabyte of a large text table shows, at once and without reading the rest.

    None where the file is not large or no text, and where its beginning cannot be read on its own: ``preview_table``
    has the rows then, or says what is wrong. The arguments are those of ``preview_table``.
    """
    try:
        path = existing_file(Path(), str(path))
        if path.stat().st_size < LARGE or is_parquet(path) or is_workbook(path):
            return None
        with open_bytes(path) as file:
            lines = file.read(BEGINNING).rpartition(b"\n")[0]
        with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
            beginning = Path(folder) / path.name.removesuffix(".gz")
            beginning.write_bytes(lines + b"\n")
            return replace(preview_table(beginning, delimiter, header, encoding, rows), total_rows=None)
    except (BadInput, OSError, EOFError, zlib.error):
        return None


def _counted(columns: int, rows: int) -> int:
    return max(rows, MOST_CELLS // max(1, columns))


def _parquet_cells(path: Path, rows: int) -> tuple[tuple[str, ...], list[tuple[str | None, ...]], int]:
    import duckdb

    source = parquet_source(path)
    with connect() as database:
        try:
            names = tuple(row[0] for row in database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall())
            total = database.execute(f"SELECT count(*) FROM {source}").fetchone()[0]
            cells = database.execute(
                f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM {source} LIMIT {_counted(len(names), rows)}"
            ).fetchall()
        except duckdb.Error as error:
            raise BadInput(
                Sentence("{0} is not a readable Parquet file: {1}", path.name, str(error).splitlines()[0])
            ) from None
    return names, cells, total


def _preview(
    names: tuple[str, ...],
    cells: list[tuple[str | None, ...]],
    total: int,
    rows: int,
    delimiter: str,
    header: bool,
    encoding: str,
) -> TablePreview:
    by_column = list(zip(*cells, strict=True)) if cells else [()] * len(names)
    columns = tuple(
        _column(name, ["" if cell is None else cell for cell in column])
        for name, column in zip(names, by_column, strict=True)
    )
    head = [tuple("" if cell is None else cell for cell in row) for row in cells[:rows]]
    return TablePreview(columns, head, total, len(cells), delimiter, header, encoding)


def _column(name: str, cells: list[str]) -> Column:
    plain = plain_numbers(cells)
    if plain is not None:  # as in most columns of a large table
        return _number_column(name, cells, plain, 0)
    distinct = {cell: cell.strip() for cell in dict.fromkeys(cells)}  # in their order; parsing each once is fast
    nothing = {cell for cell, text in distinct.items() if is_missing(text)}
    held = [text for cell, text in distinct.items() if cell not in nothing]
    missing = sum(cell in nothing for cell in cells)
    if not held:
        return Column(name, "empty", 0, missing)
    comma = uses_decimal_comma(held)
    parsed = [parse_number(cell, comma) for cell in held]
    numbers = [number for number in parsed if number is not None]
    of_numbers = {text for text, number in zip(held, parsed, strict=True) if number is not None}
    counted = sum(distinct[cell] in of_numbers for cell in cells)
    if 2 * counted <= len(cells) - missing:
        words = {cell.lower() for cell in held}
        is_bool = len(words) == 2 and words <= BOOLEANS
        return Column(name, "bool" if is_bool else "text", len(set(held)), missing)
    odd = next((cell for cell, number in zip(held, parsed, strict=True) if number is None), "")
    return replace(_number_column(name, held, numbers, missing), distinct=len(set(parsed)), odd=odd)


def _number_column(name: str, cells: Sequence[str], numbers: Sequence[float], missing: int) -> Column:
    distinct = set(numbers)
    kind: ColumnType = "number"
    if all(is_whole(cell) for cell in cells):
        kind = "bool" if distinct == {0.0, 1.0} else "integer"
    return Column(name, kind, len(distinct), missing, min(numbers), max(numbers))
