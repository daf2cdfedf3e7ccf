"""duckdb as it is used here: in memory, on its own, and giving arrays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nnviz.data.lazy import Array


def connect() -> Any:
    """A duckdb database in memory that keeps to itself: nothing installed, nothing written outside."""
    import duckdb

    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})


def quoted_name(path: Path) -> str:
    """The path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"


def arrays_of(result: Any) -> dict[str, Array]:
    """The columns of a finished query by name, masked where there is no value."""
    arrays: dict[str, Array] = result.fetchnumpy()
    return arrays
