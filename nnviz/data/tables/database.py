"""duckdb as it is used here: in memory, on its own, and giving arrays."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nnviz.data.lazy import Array
from nnviz.data.naming import refuse_odd_name

PATTERN = re.compile(r"([*?\[])")  # what makes a pattern of a name (https://duckdb.org/docs/data/multiple_files)


def connect() -> Any:
    """A duckdb database in memory that keeps to itself: nothing installed, nothing written outside."""
    import duckdb

    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})


def quoted_name(path: Path) -> str:
    """The file *path* as an SQL string, and no other file that its name would stand for as a pattern.

    BadInput where it is not in UTF-8, of which duckdb takes nothing else.
    """
    name = str(path.absolute())
    refuse_odd_name(name)
    return "'" + PATTERN.sub(r"[\1]", name).replace("'", "''") + "'"


def parquet_source(path: Path) -> str:
    """The SQL that reads the Parquet file *path*: its own columns, whatever its folders are called."""
    return f"read_parquet({quoted_name(path)}, hive_partitioning=false)"


def arrays_of(result: Any) -> dict[str, Array]:
    """The columns of a finished query by name, masked where there is no value."""
    arrays: dict[str, Array] = result.fetchnumpy()
    return arrays
