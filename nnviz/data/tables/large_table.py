"""Reading a table that is larger than the memory: by duckdb into a database on the disk, from there in pieces."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.dataset import LARGEST, Cancelled, nothing
from nnviz.data.lazy import Array, rows_of_a_chunk
from nnviz.data.scratch import Scratch, no_room_is_told, room_for, scratch_folder
from nnviz.data.tables.frame import Frame, Kind, decimal_comma_columns
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.data.text.textfile import Dialect
from nnviz.data.text.word_scan import WordScan
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

_ASKED_EVERY = 0.1  # seconds between two looks at whether it is still wanted
_LEAST_MEMORY, _MOST_MEMORY = 512 << 20, 1 << 30  # what duckdb may take


@contextlib.contextmanager
def on_disk(path: Path, most_bytes: int) -> Iterator[tuple[Any, Path]]:
    """A duckdb database in a folder of its own, which is removed at the end, to take in the table at *path*."""
    import duckdb

    size = path.stat().st_size
    room_for(2 * size, path.name)
    with no_room_is_told(2 * size, path.name), scratch_folder() as folder, _full_disk_is_known():
        limit = f"{max(_LEAST_MEMORY, min(most_bytes // 2, _MOST_MEMORY)) >> 20}MiB"
        settings = {"autoinstall_known_extensions": "false", "memory_limit": limit, "temp_directory": str(folder)}
        with duckdb.connect(str(folder / "table.duckdb"), config=settings) as database:
            yield database, folder


def run(
    database: Any,
    query: str,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None] = nothing,
    work: Callable[[Any], Any] = lambda result: result,
) -> Any:
    """What *work* makes of the result of *query*; *progress* is told the share that is done.

    Cancelled soon after ``cancelled()``, which is asked on the caller's thread, turns true.
    """
    if progress is not nothing:
        database.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    with _full_disk_is_known(), ThreadPoolExecutor(1) as pool:
        running = pool.submit(lambda: work(database.execute(query)))
        while True:
            try:
                return running.result(_ASKED_EVERY)
            except TimeoutError:
                if cancelled():
                    database.interrupt()
                    raise Cancelled from None
                if progress is not nothing:
                    progress(max(0.0, database.query_progress() / 100))  # -1 before it is known


@contextlib.contextmanager
def _full_disk_is_known() -> Iterator[None]:
    """Turn what duckdb says of a disk that is full into the error that all others raise then."""
    import duckdb

    try:
        yield
    except (duckdb.IOException, duckdb.TransactionException) as error:  # the second where it is full at the end
        if "write" not in str(error):
            raise
        raise OSError(errno.ENOSPC, str(error)) from None


def large_frame(
    database: Any,
    path: Path,
    dialect: Dialect | None,
    names: tuple[str, ...],
    numeric: list[bool],
    whole: list[bool],
    kinds: Mapping[str, Kind],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None] = nothing,
) -> tuple[Frame, set[str]]:
    """The table ``t`` of *database* with columns c0, c1, ... as a frame of stored columns.

    Args:
        database: see ``on_disk``.
        path, dialect: of the file, for sentences.
        names: of the columns.
        numeric: which of them are DOUBLE there; the others are VARCHAR.
        whole: which of the numeric ones hold whole numbers.
        kinds: what columns of these names have to be.
        cancelled: asked now and then.
        progress: told the share that is done.

    Returns:
        The frame, and the names of the columns with a decimal comma.
    """
    rows = int(database.execute("SELECT count(*) FROM t").fetchone()[0])
    shell = Frame(path, (), rows, dialect)
    scans = {i: WordScan(name, kinds.get(name), shell) for i, name in enumerate(names) if not numeric[i]}
    commas = _scan(database, scans, rows, dialect, path, cancelled)
    scratch = Scratch((len(names),), np.float64, rows, path.name)
    held = np.zeros(len(names), bool)  # which columns have a number
    for first, arrays in _pieces(database, range(len(names)), rows, cancelled):
        columns = [
            np.ma.filled(array, np.nan) if numeric[i] else scans[i].numbers(_cells(array))
            for i, array in enumerate(arrays)
        ]
        _check_range(columns, names, first, shell)
        held |= [not np.isnan(column).all() for column in columns]
        scratch.append(np.column_stack(columns))
        progress(first / rows)
    table = scratch.rows()
    found = tuple(
        StoredColumn(name, "number", whole[i], table, i, empty=not held[i])
        if numeric[i]
        else scans[i].column(table, i, partial(_distinct, database, i))
        for i, name in enumerate(names)
    )
    return Frame(path, found, rows, dialect), commas


def _scan(
    database: Any,
    scans: dict[int, WordScan],
    rows: int,
    dialect: Dialect | None,
    path: Path,
    cancelled: Callable[[], bool],
) -> set[str]:
    """Let *scans* see all cells twice: first how numbers are written, then what the columns hold."""
    if not scans:
        return set()
    for first, arrays in _pieces(database, scans, rows, cancelled):
        for scan, array in zip(scans.values(), arrays, strict=True):
            scan.look(_cells(array), first)
    commas: set[str] = set()
    if dialect is not None:
        commas = decimal_comma_columns({s.name: list(s.with_comma) for s in scans.values()}, dialect.delimiter, path)
    for first, arrays in _pieces(database, scans, rows, cancelled):
        for scan, array in zip(scans.values(), arrays, strict=True):
            scan.read(_cells(array), first, scan.name in commas)
    for scan in scans.values():
        scan.decide()
    return commas


def _pieces(database: Any, columns: Any, rows: int, cancelled: Callable[[], bool]) -> Iterator[tuple[int, list[Array]]]:
    """Some columns of the table, a few megabytes of rows at a time, with the number of the first row."""
    wanted = ", ".join(f"c{i}" for i in columns)
    step = rows_of_a_chunk((rows, len(columns)), chunks=8)  # a query takes its time, however little it asks for
    for first in range(0, rows, step):
        if cancelled():
            raise Cancelled
        query = f"SELECT {wanted} FROM t WHERE rowid >= {first} AND rowid < {first + step} ORDER BY rowid"
        found = database.execute(query).fetchnumpy()
        yield first, [found[f"c{i}"] for i in columns]


def _cells(array: Array) -> list[str]:
    return ["" if cell is None else cell for cell in np.ma.filled(array, "").tolist()]


def _distinct(database: Any, column: int) -> int:
    return int(database.execute(f"SELECT count(DISTINCT trim(c{column})) FROM t").fetchone()[0])


def _check_range(columns: list[Array], names: tuple[str, ...], first: int, shell: Frame) -> None:
    for name, values in zip(names, columns, strict=True):
        bad = np.abs(values) > LARGEST  # False for NaN
        if bad.any():
            row = int(bad.argmax())
            raise BadInput(
                Sentence(
                    "{0}: {1!r} holds {2:g}, but numbers must be finite and below {3:.2g}.",
                    shell.place(first + row),
                    name,
                    values[row],
                    LARGEST,
                )
            )
