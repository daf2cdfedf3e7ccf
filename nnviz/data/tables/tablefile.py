"""Reading a CSV, TSV, text, Parquet or Excel file into a frame, by duckdb."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, never, nothing, stage
from nnviz.data.lazy import Array
from nnviz.data.scratch import has_room, no_room_is_told, room_for, scratch_folder
from nnviz.data.tables import excel
from nnviz.data.tables.database import arrays_of, connect, quoted_name
from nnviz.data.tables.frame import (
    Column,
    Frame,
    Kind,
    check_range,
    column_of_cells,
    decimal_comma_columns,
)
from nnviz.data.tables.large_table import large_frame, on_disk, run
from nnviz.data.tables.parquet import is_parquet, large_parquet, parquet_cells, read_parquet
from nnviz.data.text.cells import is_whole
from nnviz.data.text.encoding import as_utf8, find_encoding, refuse_foreign, text_bytes
from nnviz.data.text.textfile import Dialect, find_dialect, read_sample, sample_records
from nnviz.data.text.textfile_errors import explain_bad_structure
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

LONGEST_LINE = 64 << 20
DISK_COPIES = 4  # times the size of the file is what a table on the disk needs for a while, and some more
MOST_TRIES = 3  # times that a table is read anew with one more column as text, before all of them are
OPENING, OPENING_A_WORKBOOK = 0.1, 0.8  # of the time go to finding out how the file is written
T = TypeVar("T")
MOST_CELLS = 0.5  # cells a byte of text can hold: one of a character, and a comma


def read_frame(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    kinds: Mapping[str, Kind] | None = None,
    cancelled: Callable[[], bool] = never,
    most_bytes: int | None = None,
    sheet: str | int | None = None,
    progress: Callable[[float], None] = nothing,
) -> Frame:
    """All of the table at *path*.

    Args:
        path: the file; Parquet and Excel are known by their first bytes, anything else is text.
        delimiter, header, encoding: ``auto`` lets the file tell.
        kinds: what columns of these names have to be; the others are inferred.
        cancelled: asked now and then.
        most_bytes: a table that may take more, as float32, is left on the disk, and so is any large one where the
            disk has room for it; None to have it in memory anyway.
        sheet: which sheet of a workbook, see ``excel.as_text``.
        progress: told the share that is read.

    Raises:
        BadInput: with file, line and reason where it is not a table of equal rows, or a number is bad.
    """
    if is_parquet(path):
        if _goes_to_the_disk(path, 4 * parquet_cells(path), most_bytes):
            return _checked(large_parquet(path, most_bytes or 0, cancelled, progress))
        return _checked(read_parquet(path, cancelled, progress))
    opened_at = OPENING_A_WORKBOOK if excel.is_workbook(path) else OPENING
    opening, reading = stage(progress, 0.0, opened_at), stage(progress, opened_at, 1.0)
    with opened_text(path, delimiter, header, encoding, sheet, cancelled, opening) as opened:
        if _goes_to_the_disk(opened.plain, int(MOST_CELLS * text_bytes(opened.plain) * 4), most_bytes):
            frame = _large_text(opened, kinds or {}, most_bytes or 0, cancelled, reading)
        else:
            frame = _read_text(opened, kinds or {}, cancelled, reading)
    return _checked(frame)


def _goes_to_the_disk(path: Path, size: int, most_bytes: int | None) -> bool:
    """Whether a table that may take *size* bytes as float32 is left on the disk until it is prepared.

    A large one is, even if all of it may be in memory in the end: several copies of it need not be there before.
    """
    if most_bytes is None or size <= min(memory.LARGE, most_bytes):
        return False
    return size > most_bytes or has_room(DISK_COPIES * path.stat().st_size)


@dataclass(frozen=True)
class OpenedText:
    """A table of text, or a sheet of a workbook, ready to be read.

    Attributes:
        path: the person's file, for sentences.
        plain: the same as UTF-8 with plain line ends; often *path* itself.
        dialect: how it is cut.
        notes: sentences for a person.
        whole: whether all of it is in *plain*, and not its first rows alone.
    """

    path: Path
    plain: Path
    dialect: Dialect
    notes: tuple[str, ...] = ()
    whole: bool = True


@contextmanager
def opened_text(
    path: Path,
    delimiter: str = "auto",
    header: bool | Literal["auto"] = "auto",
    encoding: str = "auto",
    sheet: str | int | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = nothing,
    most_rows: int | None = None,
) -> Iterator[OpenedText]:
    """The table at *path* as plain text, while the context lasts; BadInput where it is none.

    The arguments are those of ``read_frame``; *most_rows* is for workbooks, of which that many rows are enough.
    """
    if excel.is_workbook(path):
        with excel.as_text(path, sheet, cancelled, progress, most_rows) as text:
            dialect = replace(find_dialect(text.path, "utf-8", ",", header), sheet=text.sheet)
            yield OpenedText(path, text.path, dialect, text.notes, text.whole)
        return
    dialect = text_dialect(path, delimiter, header, encoding, cancelled)
    progress(0.5)
    with _place_for(path) as place, as_utf8(path, dialect.encoding, dialect.delimiter, cancelled, place) as plain:
        progress(1.0)
        yield OpenedText(path, plain, dialect)


@contextmanager
def _place_for(path: Path) -> Iterator[Path | None]:
    """The folder for a copy of the text at *path*: where large ones are kept, None for the usual one."""
    size = text_bytes(path)
    if size <= memory.LARGE:
        yield None
        return
    room_for(size, path.name)
    with no_room_is_told(size, path.name), scratch_folder() as place:
        yield place


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


@contextmanager
def explained(path: Path, dialect: Dialect) -> Iterator[None]:
    """Turn what duckdb has to say about a broken file into a sentence with its line."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        reason = str(error).split("\n")[0]
        if dialect.sheet is not None:  # it was written here, so its rows are equal
            raise BadInput(Sentence("{0} cannot be read as a table: {1}", path.name, reason)) from None
        raise explain_bad_structure(path, dialect, reason) from None


def csv_source(plain: Path, dialect: Dialect, types: list[str]) -> str:
    """The SQL that reads the UTF-8 text at *plain* with one of *types* for each column c0, c1, ..."""
    columns = ", ".join(f"'c{i}': '{kind}'" for i, kind in enumerate(types))
    delimiter = dialect.delimiter.replace("'", "''")
    header = str(dialect.header).lower()
    return (
        f"read_csv({quoted_name(plain)}, auto_detect=false, delim='{delimiter}', quote='\"', escape='\"', "
        f"header={header}, skip={dialect.skip}, columns={{{columns}}}, hive_partitioning=false, "
        f"max_line_size={LONGEST_LINE}, buffer_size={LONGEST_LINE})"
    )


def _read_text(
    opened: OpenedText, kinds: Mapping[str, Kind], cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> Frame:
    path, plain, dialect = opened.path, opened.plain, opened.dialect
    sample = sample_columns(plain, replace(dialect, encoding="utf-8"))
    numeric = _plain_columns(dialect, sample, kinds)
    shell = Frame(path, (), 0, dialect)

    def fetch() -> list[Array]:
        found = run(
            database, f"SELECT * FROM {csv_source(plain, dialect, _types(numeric))}", cancelled, progress, arrays_of
        )
        return [np.ma.filled(found[f"c{i}"], np.nan if number else "") for i, number in enumerate(numeric)]

    with connect() as database, explained(path, dialect):
        arrays = until_converted(fetch, numeric)
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
            columns.append(Column(name, "number", arrays[i], all_whole(sample[i])))
        else:
            columns.append(column_of_cells(name, cells[name], kinds.get(name), name in commas, shell))
    return Frame(path, tuple(columns), len(arrays[0]), dialect, (*opened.notes, *_notes(dialect, commas)))


def until_converted(work: Callable[[], T], numeric: list[bool]) -> T:
    """*work* with columns of *numeric* turned into text until every cell can be read.

    A word or a missing value further down makes a column text, whose cells are then taken as they stand.
    """
    import duckdb

    for _ in range(MOST_TRIES):
        try:
            return work()
        except duckdb.ConversionException as error:
            named = re.search(r'column "?c(\d+)"?', str(error))
            if named is None:
                break
            numeric[int(named[1])] = False
    numeric[:] = [False] * len(numeric)
    return work()


def _plain_columns(dialect: Dialect, sample: list[list[str]], kinds: Mapping[str, Kind]) -> list[bool]:
    """Which columns duckdb may read as numbers at once."""
    return [kinds.get(name) != "text" and all_plain(cells) for name, cells in zip(dialect.names, sample, strict=True)]


def sample_columns(path: Path, dialect: Dialect) -> list[list[str]]:
    """The first cells of each column of the text at *path*."""
    text, whole = read_sample(path, dialect.encoding)
    records = sample_records(text, dialect.delimiter, whole, dialect.skip)
    rows = records[1:] if dialect.header else records
    return [[row[i] for row in rows if i < len(row)] for i in range(len(dialect.names))]


def all_plain(cells: list[str]) -> bool:
    """Whether duckdb may read the column as numbers at once: there are some, and they are simply written."""
    filled = [cell for cell in cells if cell]
    try:
        return bool(filled) and all(np.isfinite(float(cell)) and cell.isascii() and "_" not in cell for cell in filled)
    except ValueError:
        return False


def all_whole(cells: list[str]) -> bool:
    """Whether all numbers among the *cells* are written as whole ones; an empty cell is no number."""
    return all(not cell or is_whole(cell) for cell in cells)


def _large_text(
    opened: OpenedText,
    kinds: Mapping[str, Kind],
    most_bytes: int,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Frame:
    """As ``_read_text``, but the table stays on the disk."""
    path, plain, dialect = opened.path, opened.plain, opened.dialect
    sample = sample_columns(plain, replace(dialect, encoding="utf-8"))
    numeric = _plain_columns(dialect, sample, kinds)
    storing = stage(progress, 0.0, 0.6)

    def store() -> None:
        source = csv_source(plain, dialect, _types(numeric))
        run(database, f"CREATE OR REPLACE TABLE t AS SELECT * FROM {source}", cancelled, storing)

    with on_disk(path, most_bytes) as (database, _), explained(path, dialect):
        until_converted(store, numeric)
        whole = [all_whole(cells) for cells in sample]
        frame, commas = large_frame(
            database, path, dialect, dialect.names, numeric, whole, kinds, cancelled, stage(progress, 0.6, 1.0)
        )
    return replace(frame, notes=(*opened.notes, *_notes(dialect, commas)))


def _types(numeric: list[bool]) -> list[str]:
    return ["DOUBLE" if number else "VARCHAR" for number in numeric]


def _checked(frame: Frame) -> Frame:
    if frame.rows == 0:
        raise BadInput(Sentence("{0} has a header and no rows below it.", frame.path.name))
    for column in frame.columns:
        if isinstance(column, Column):  # stored ones were checked on their way to the disk
            check_range(column, frame)
    return frame


def _notes(dialect: Dialect, commas: set[str]) -> tuple[str, ...]:
    notes = list(dialect.renamed)
    if dialect.encoding not in ("utf-8", "utf-8-sig"):
        notes.append(Sentence("The file was read as {0}.", dialect.encoding))
    if commas:
        notes.append(Sentence("Numbers were read with a decimal comma in {0}.", ", ".join(sorted(commas))))
    return tuple(notes)
