"""Parquet files, whose columns know their types; read by duckdb."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nnviz.data.dataset import stage
from nnviz.data.tables.database import arrays_of, connect, parquet_source
from nnviz.data.tables.frame import Column, Frame, Kind
from nnviz.data.tables.large_table import large_frame, on_disk, run
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


def is_parquet(path: Path) -> bool:
    """Whether the file starts as Parquet does, whatever it is called."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def parquet_names(path: Path) -> tuple[str, ...]:
    """The names of the columns of a Parquet file; BadInput where it cannot be read."""
    import duckdb

    with connect() as database:
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {parquet_source(path)}").fetchall()
        except duckdb.Error as error:
            raise BadInput(
                Sentence("{0} is not a readable Parquet file: {1}", path.name, str(error).splitlines()[0])
            ) from None
    return tuple(name for name, *_ in described)


def parquet_cells(path: Path) -> int:
    """How many cells the table has; 0 where it cannot be read, of which reading it says more."""
    import duckdb

    source = parquet_source(path)
    with connect() as database:
        try:
            columns = len(database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall())
            return columns * int(database.execute(f"SELECT count(*) FROM {source}").fetchone()[0])
        except duckdb.Error:
            return 0  # reading it says what is wrong


def large_parquet(
    path: Path, most_bytes: int, cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> Frame:
    """As ``read_parquet``, but the table stays on the disk."""
    import duckdb

    source = parquet_source(path)
    with on_disk(path, most_bytes) as (database, _):
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            casts = ", ".join(parquet_cast(i, column, kind) for i, (column, kind, *_) in enumerate(described))
            storing = stage(progress, 0.0, 0.5)
            run(database, f"CREATE TABLE t AS SELECT {casts} FROM {source}", cancelled, storing)
        except duckdb.Error as error:
            raise BadInput(
                Sentence("{0} is not a readable Parquet file: {1}", path.name, str(error).splitlines()[0])
            ) from None
        names = tuple(column for column, *_ in described)
        numeric = [is_numeric(kind) for _, kind, *_ in described]
        whole = ["INT" in kind or kind == "BOOLEAN" for _, kind, *_ in described]
        kinds: dict[str, Kind] = {name: "text" for name, number in zip(names, numeric, strict=True) if not number}
        filling = stage(progress, 0.5, 1.0)
        return large_frame(database, path, None, names, numeric, whole, kinds, cancelled, filling)[0]


def read_parquet(path: Path, cancelled: Callable[[], bool], progress: Callable[[float], None]) -> Frame:
    """The whole table, in memory."""
    import duckdb

    source = parquet_source(path)
    with connect() as database:
        try:
            described = database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            casts = ", ".join(parquet_cast(i, column, kind) for i, (column, kind, *_) in enumerate(described))
            found = run(database, f"SELECT {casts} FROM {source}", cancelled, progress, arrays_of)
        except duckdb.Error as error:
            raise BadInput(
                Sentence("{0} is not a readable Parquet file: {1}", path.name, str(error).splitlines()[0])
            ) from None
    columns = []
    for i, (column, kind, *_) in enumerate(described):
        if is_numeric(kind):
            whole = "INT" in kind or kind == "BOOLEAN"
            columns.append(Column(column, "number", np.ma.filled(found[f"c{i}"], np.nan), whole))
        else:
            cells = [cell.strip() for cell in np.ma.filled(found[f"c{i}"], "").tolist()]
            columns.append(Column(column, "text", np.array(cells, object)))
    return Frame(path, tuple(columns), len(found["c0"]) if columns else 0, None)


def parquet_cast(number: int, column: str, kind: str) -> str:
    """The SQL that makes the *column* of this duckdb type the DOUBLE or VARCHAR called c0, c1, ..."""
    name = column.replace('"', '""')
    return f'CAST("{name}" AS {"DOUBLE" if is_numeric(kind) else "VARCHAR"}) AS c{number}'


def is_numeric(kind: str) -> bool:
    """Whether columns of this duckdb type hold numbers."""
    return kind.split("(")[0] in (
        "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
        "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN",
    )  # fmt: skip
