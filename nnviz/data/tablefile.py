"""Reading a CSV, TSV, text or Parquet file into a frame, by duckdb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from nnviz.data.cells import is_whole
from nnviz.data.dataset import Cancelled, never
from nnviz.data.encoding import as_utf8, find_encoding, refuse_foreign, text_bytes
from nnviz.data.frame import (
    Column,
    Frame,
    Kind,
    check_range,
    column_of_cells,
    decimal_comma_columns,
)
from nnviz.data.large_table import large_frame, on_disk, run
from nnviz.data.lazy import Array
from nnviz.data.textfile import Dialect, find_dialect, read_sample, sample_records
from nnviz.data.textfile_errors import explain_bad_structure
from nnviz.errors import BadInput

LONGEST_LINE = 64 << 20
MOST_CELLS = 0.5  # cells a byte of text can hold: one of a character, and a comma


def read_frame(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    kinds: Mapping[str, Kind] | None = None,
    cancelled: Callable[[], bool] = never,
    most_bytes: int | None = None,
) -> Frame:
    """All of the table at *path*.

    Args:
        path: the file; Parquet is known by its first bytes, anything else is text.
        delimiter, header, encoding: ``auto`` lets the file tell.
        kinds: what columns of these names have to be; the others are inferred.
        cancelled: asked now and then.
        most_bytes: a table that may take more, as float32, is left on the disk; None to have it in memory anyway.

    Raises:
        BadInput: with file, line and reason where it is not a table of equal rows, or a number is bad.
    """
    if is_parquet(path):
        large = most_bytes is not None and 4 * _parquet_cells(path) > most_bytes
        return _checked(_large_parquet(path, most_bytes or 0, cancelled) if large else _read_parquet(path))
    dialect = text_dialect(path, delimiter, header, encoding, cancelled)
    if most_bytes is not None and MOST_CELLS * text_bytes(path) * 4 > most_bytes:
        return _checked(_large_text(path, dialect, kinds or {}, most_bytes, cancelled))
    with as_utf8(path, dialect.encoding, dialect.delimiter, cancelled) as plain:
        frame = _read_text(path, plain, dialect, kinds or {}, cancelled)
    return _checked(frame)


def text_dialect(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    cancelled: Callable[[], bool] = never,
) -> Dialect:
    """How the text at *path* is to be cut; BadInput where it is no text."""
    refuse_foreign(path)
    return find_dialect(path, find_encoding(path, encoding, cancelled), delimiter, header)


def connect() -> Any:
    """A duckdb database in memory that keeps to itself: nothing installed, nothing written outside."""
    import duckdb

    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})


@contextmanager
def explained(path: Path, dialect: Dialect) -> Iterator[None]:
    """Turn what duckdb has to say about a broken file into a sentence with its line."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise explain_bad_structure(path, dialect, str(error).split("\n")[0]) from None


def is_parquet(path: Path) -> bool:
    """Whether the file starts as Parquet does, whatever it is called."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def quoted_name(path: Path) -> str:
    """The path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"


def csv_source(plain: Path, dialect: Dialect, types: list[str]) -> str:
    """The SQL that reads the UTF-8 text at *plain* with one of *types* for each column c0, c1, ..."""
    columns = ", ".join(f"'c{i}': '{kind}'" for i, kind in enumerate(types))
    delimiter = dialect.delimiter.replace("'", "''")
    header = str(dialect.header).lower()
    return (
        f"read_csv({quoted_name(plain)}, auto_detect=false, delim='{delimiter}', quote='\"', escape='\"', "
        f"header={header}, skip={dialect.skip}, columns={{{columns}}}, "
        f"max_line_size={LONGEST_LINE}, buffer_size={LONGEST_LINE})"
    )


def _read_text(
    path: Path, plain: Path, dialect: Dialect, kinds: Mapping[str, Kind], cancelled: Callable[[], bool]
) -> Frame:
    import duckdb

    sample = _sample(path, dialect)
    numeric = [
        kinds.get(name) != "text" and _all_plain(cells) for name, cells in zip(dialect.names, sample, strict=True)
    ]
    shell = Frame(path, (), 0, dialect)
    with connect() as database, explained(path, dialect):
        try:
            arrays = _fetch(database, plain, dialect, numeric)
        except duckdb.ConversionException:  # a word or a missing value further down: take every cell as it stands
            numeric = [False] * len(dialect.names)
            arrays = _fetch(database, plain, dialect, numeric)
    if cancelled():
        raise Cancelled
    cells = {
        name: ["" if cell is None else cell for cell in array.tolist()]
        for name, array, number in zip(dialect.names, arrays, numeric, strict=True)
        if not number
    }
    commas = decimal_comma_columns(cells, dialect.delimiter, path)
    columns = []
    for i, name in enumerate(dialect.names):
        if numeric[i]:
            columns.append(Column(name, "number", arrays[i], all(map(is_whole, sample[i]))))
        else:
            columns.append(column_of_cells(name, cells[name], kinds.get(name), name in commas, shell))
    return Frame(path, tuple(columns), len(arrays[0]), dialect, _notes(dialect, commas))


def _sample(path: Path, dialect: Dialect) -> list[list[str]]:
    """The first cells of each column."""
    text, whole = read_sample(path, dialect.encoding)
    records = sample_records(text, dialect.delimiter, whole, dialect.skip)
    rows = records[1:] if dialect.header else records
    return [[row[i] for row in rows if i < len(row)] for i in range(len(dialect.names))]


def _all_plain(cells: list[str]) -> bool:
    """Whether duckdb may read the column as numbers at once: there are some, and they are simply written."""
    filled = [cell for cell in cells if cell]
    try:
        return bool(filled) and all(np.isfinite(float(cell)) and cell.isascii() and "_" not in cell for cell in filled)
    except ValueError:
        return False


def _fetch(database: Any, plain: Path, dialect: Dialect, numeric: list[bool]) -> list[Array]:
    types = _types(numeric)
    found = database.execute(f"SELECT * FROM {csv_source(plain, dialect, types)}").fetchnumpy()
    arrays = [found[f"c{i}"] for i in range(len(types))]
    return [
        np.ma.filled(a, np.nan) if number else np.ma.filled(a, "") for a, number in zip(arrays, numeric, strict=True)
    ]


def _large_text(
    path: Path, dialect: Dialect, kinds: Mapping[str, Kind], most_bytes: int, cancelled: Callable[[], bool]
) -> Frame:
    """As ``_read_text``, but the table stays on the disk."""
    import duckdb

    sample = _sample(path, dialect)
    numeric = [
        kinds.get(name) != "text" and _all_plain(cells) for name, cells in zip(dialect.names, sample, strict=True)
    ]
    with (
        on_disk(path, most_bytes) as (database, folder),
        as_utf8(path, dialect.encoding, dialect.delimiter, cancelled, folder) as plain,
        explained(path, dialect),
    ):
        try:
            _store(database, csv_source(plain, dialect, _types(numeric)), cancelled)
        except duckdb.ConversionException:
            numeric = [False] * len(dialect.names)
            _store(database, csv_source(plain, dialect, _types(numeric)), cancelled)
        whole = [all(map(is_whole, cells)) for cells in sample]
        frame, commas = large_frame(database, path, dialect, dialect.names, numeric, whole, kinds, cancelled)
    return replace(frame, notes=_notes(dialect, commas))


def _store(database: Any, source: str, cancelled: Callable[[], bool]) -> None:
    run(database, f"CREATE OR REPLACE TABLE t AS SELECT * FROM {source}", cancelled)


def _types(numeric: list[bool]) -> list[str]:
    return ["DOUBLE" if number else "VARCHAR" for number in numeric]


def _parquet_cells(path: Path) -> int:
    import duckdb

    source = f"read_parquet({quoted_name(path)})"
    with connect() as database:
        try:
            columns = len(database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall())
            return columns * int(database.execute(f"SELECT count(*) FROM {source}").fetchone()[0])
        except duckdb.Error:
            return 0  # reading it says what is wrong


def _large_parquet(path: Path, most_bytes: int, cancelled: Callable[[], bool]) -> Frame:
    """As ``_read_parquet``, but the table stays on the disk."""
    import duckdb

    source = f"read_parquet({quoted_name(path)})"
    with on_disk(path, most_bytes) as (database, _):
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            casts = ", ".join(_cast(i, column, kind) for i, (column, kind, *_) in enumerate(described))
            run(database, f"CREATE TABLE t AS SELECT {casts} FROM {source}", cancelled)
        except duckdb.Error as error:
            raise BadInput(f"{path.name} is not a readable Parquet file: {str(error).splitlines()[0]}") from None
        names = tuple(column for column, *_ in described)
        numeric = [_is_numeric(kind) for _, kind, *_ in described]
        whole = ["INT" in kind or kind == "BOOLEAN" for _, kind, *_ in described]
        kinds: dict[str, Kind] = {name: "text" for name, number in zip(names, numeric, strict=True) if not number}
        return large_frame(database, path, None, names, numeric, whole, kinds, cancelled)[0]


def _read_parquet(path: Path) -> Frame:
    import duckdb

    source = f"read_parquet({quoted_name(path)})"
    with connect() as database:
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            casts = ", ".join(_cast(i, column, kind) for i, (column, kind, *_) in enumerate(described))
            found = database.execute(f"SELECT {casts} FROM {source}").fetchnumpy()
        except duckdb.Error as error:
            raise BadInput(f"{path.name} is not a readable Parquet file: {str(error).splitlines()[0]}") from None
    columns = []
    for i, (column, kind, *_) in enumerate(described):
        if _is_numeric(kind):
            whole = "INT" in kind or kind == "BOOLEAN"
            columns.append(Column(column, "number", np.ma.filled(found[f"c{i}"], np.nan), whole))
        else:
            cells = [cell.strip() for cell in np.ma.filled(found[f"c{i}"], "").tolist()]
            columns.append(Column(column, "text", np.array(cells, object)))
    return Frame(path, tuple(columns), len(found["c0"]) if columns else 0, None)


def _cast(number: int, column: str, kind: str) -> str:
    name = column.replace('"', '""')
    return f'CAST("{name}" AS {"DOUBLE" if _is_numeric(kind) else "VARCHAR"}) AS c{number}'


def _is_numeric(kind: str) -> bool:
    return kind.split("(")[0] in (
        "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
        "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN",
    )  # fmt: skip


def _checked(frame: Frame) -> Frame:
    if frame.rows == 0:
        raise BadInput(f"{frame.path.name} has a header and no rows below it.")
    for column in frame.columns:
        if isinstance(column, Column):  # stored ones were checked on their way to the disk
            check_range(column, frame)
    return frame


def _notes(dialect: Dialect, commas: set[str]) -> tuple[str, ...]:
    notes = list(dialect.renamed)
    if dialect.encoding not in ("utf-8", "utf-8-sig"):
        notes.append(f"The file was read as {dialect.encoding}.")
    if commas:
        notes.append(f"Numbers were read with a decimal comma in {', '.join(sorted(commas))}.")
    return tuple(notes)
