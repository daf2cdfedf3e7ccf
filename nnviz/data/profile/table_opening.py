"""Reading a table of any source into a store, in memory where it is small, on the disk otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from nnviz.data.dataset import stage
from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.profile.column_types import Read, make_table
from nnviz.data.profile.table_store import Source, TableStore, asked
from nnviz.data.spec import Series, Table
from nnviz.data.tables.database import connect, parquet_source
from nnviz.data.tables.large_table import on_disk, run
from nnviz.data.tables.parquet import is_numeric, parquet_cast
from nnviz.data.tables.tablefile import (
    OPENING,
    all_plain,
    all_whole,
    csv_source,
    explained,
    opened_text,
    sample_columns,
    until_converted,
)
from nnviz.data.text.encoding import BLOCK, text_bytes
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

IN_MEMORY = 64 << 20  # bytes of a file, or of numbers, up to which the table is not put on the disk


def open_text(
    spec: Table | Series, path: Path, cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> TableStore:
    """The text table, or the sheet of a workbook, at *path*; BadInput where it cannot be cut into equal rows."""
    delimiter, header, encoding = ("auto", "auto", "auto") if isinstance(spec, Series) else _cut(spec)
    opening, reading = stage(progress, 0.0, OPENING), stage(progress, OPENING, 1.0)
    with (
        contextlib.ExitStack() as stack,
        opened_text(path, delimiter, header, encoding, spec.sheet, cancelled, opening) as opened,
        explained(path, opened.dialect),
    ):
        plain, dialect = opened.plain, opened.dialect
        sample = sample_columns(plain, replace(dialect, encoding="utf-8"))
        numeric = [all_plain(cells) for cells in sample]
        database = _database(stack, path, text_bytes(plain))

        def store() -> None:
            source = csv_source(plain, dialect, ["DOUBLE" if number else "VARCHAR" for number in numeric])
            run(database, f"CREATE OR REPLACE TABLE raw AS SELECT * FROM {source}", cancelled, reading)

        until_converted(store, numeric)
        read = [
            Read(name, number, number and all_whole(cells))
            for name, number, cells in zip(dialect.names, numeric, sample, strict=True)
        ]
        lines = None if dialect.sheet else _lines(plain)
        return _stored(stack, database, read, Source(path, dialect, lines, opened.notes), cancelled)


def _cut(spec: Table) -> tuple[str, bool | Literal["auto"], str]:
    return spec.delimiter, spec.header, spec.encoding


def open_parquet(path: Path, cancelled: Callable[[], bool]) -> TableStore:
    """The Parquet file at *path*; BadInput where it is none."""
    import duckdb

    source = parquet_source(path)
    with contextlib.ExitStack() as stack:
        database = _database(stack, path, path.stat().st_size)
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            casts = ", ".join(parquet_cast(i, name, kind) for i, (name, kind, *_) in enumerate(described))
            asked(database, f"CREATE TABLE raw AS SELECT {casts} FROM {source}", cancelled)
        except duckdb.Error as error:
            raise BadInput(
                Sentence("{0} is not a readable Parquet file: {1}", path.name, str(error).splitlines()[0])
            ) from None
        read = [
            Read(name, is_numeric(kind), "INT" in kind or kind == "BOOLEAN", words=True) for name, kind, *_ in described
        ]
        return _stored(stack, database, read, Source(path), cancelled)


def open_columns(
    columns: Sequence[tuple[str, Array, bool]], cancelled: Callable[[], bool], source: Source | None = None
) -> TableStore:
    """Columns in memory: of each its name, numbers or words ``(n,)``, and whether the numbers are whole ones."""
    with contextlib.ExitStack() as stack:
        database = stack.enter_context(connect())
        arrays = {f"c{i}": _of_duckdb(values) for i, (_, values, _) in enumerate(columns)}
        database.register("arrays", arrays)
        database.execute("CREATE TABLE raw AS SELECT * FROM arrays")
        database.unregister("arrays")
        read = [
            Read(name, arrays[f"c{i}"].dtype.kind == "f", whole, True) for i, (name, _, whole) in enumerate(columns)
        ]
        return _stored(stack, database, read, source or Source(), cancelled)


def open_rows(
    names: Sequence[str], x: LazyRows, targets: Sequence[tuple[str, Array, bool]], path: Path,
    cancelled: Callable[[], bool],
) -> TableStore:  # fmt: skip
    """Samples ``(n, features)`` that are too many for the memory, in the file at *path*, with their *targets*."""
    columns = [*((name, False) for name in names), *((name, whole) for name, _, whole in targets)]
    with contextlib.ExitStack() as stack:
        database = _database(stack, path, x.nbytes)
        kinds = ["DOUBLE"] * len(names) + ["DOUBLE" if y.dtype.kind != "O" else "VARCHAR" for _, y, _ in targets]
        database.execute(f"CREATE TABLE raw ({', '.join(f'c{i} {kind}' for i, kind in enumerate(kinds))})")
        for start, part in chunks(x):
            some = [*part.T, *(y[start : start + len(part)] for _, y, _ in targets)]
            database.register("arrays", {f"c{i}": _of_duckdb(values) for i, values in enumerate(some)})
            asked(database, "INSERT INTO raw SELECT * FROM arrays", cancelled)
            database.unregister("arrays")
        read = [Read(name, kind == "DOUBLE", whole, True) for (name, whole), kind in zip(columns, kinds, strict=True)]
        return _stored(stack, database, read, Source(path), cancelled)


def _database(stack: contextlib.ExitStack, path: Path, size: int) -> Any:
    """A database that lives as long as *stack*, on the disk where it may take more than a little memory."""
    if size <= IN_MEMORY:
        return stack.enter_context(connect())
    database, _ = stack.enter_context(on_disk(path, 0))
    return database


def _stored(
    stack: contextlib.ExitStack, database: Any, read: Sequence[Read], source: Source, cancelled: Callable[[], bool]
) -> TableStore:
    columns = make_table(database, read, source.dialect.delimiter if source.dialect else ",", cancelled)
    rows = int(database.execute("SELECT count(*) FROM t").fetchone()[0])
    if not rows:
        raise BadInput(Sentence("{0} has no rows.", source.path.name if source.path else Sentence("The data")))
    return TableStore(database, columns, rows, source, stack.pop_all())


def _of_duckdb(values: Array) -> Array:
    """As duckdb takes it: float64, or words."""
    return values if values.dtype.kind == "O" else np.ascontiguousarray(values, np.float64)


def _lines(plain: Path) -> int:
    """How many lines the UTF-8 text has, the last one with or without an end."""
    ends, last = 0, b""
    with plain.open("rb") as file:
        while block := file.read(BLOCK):
            ends += block.count(b"\n")
            last = block[-1:]
    return ends + (last not in (b"\n", b""))
