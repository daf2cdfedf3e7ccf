"""A table in a database of its own: what its columns hold, and any question about them, in bounded memory."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nnviz.data.dataset import never
from nnviz.data.lazy import Array
from nnviz.data.profile.known import ColumnType
from nnviz.data.profile.sql import finite
from nnviz.data.profile.wide import is_wide
from nnviz.data.tables.large_table import run
from nnviz.data.text.textfile import Dialect
from nnviz.data.text.textfile_errors import lines_of_rows

BATCH = 16  # columns that one query asks about: of more, planning takes longer than looking


@dataclass(frozen=True)
class Stored:
    """A column ``c{position}`` of the table ``t``: DOUBLE or VARCHAR, NULL (or NaN) where there is no value.

    Attributes:
        name, position: see ``ColumnProfile``.
        type: what it holds.
        numeric: whether it is DOUBLE; words among the numbers then stand in the VARCHAR column ``x{position}``.
        words: how many such words there are.
        date: how the dates of a column of dates are written, for ``strptime``.
    """

    name: str
    position: int
    type: ColumnType
    numeric: bool
    words: int = 0
    date: str = ""

    @property
    def value(self) -> str:
        """The SQL of its values; for numbers, of the finite ones."""
        return finite(f"c{self.position}") if self.numeric else f"c{self.position}"

    @property
    def missing(self) -> str:
        """The SQL that tells whether a cell has no value: neither a number, finite or not, nor a word."""
        cell = f"c{self.position}"
        if not self.numeric:
            return f"({cell} IS NULL)"
        gap = f"(coalesce(isnan({cell}), true))"
        return f"({gap} AND x{self.position} IS NULL)" if self.words else gap


@dataclass(frozen=True)
class Source:
    """Where a table came from.

    Attributes:
        path: the file; None where there is none.
        dialect: how the text was cut; None where it is no text.
        lines: how many lines its text has, the blank ones with them; None where it is no text.
        notes: sentences on how it was read.
    """

    path: Path | None = None
    dialect: Dialect | None = None
    lines: int | None = None
    notes: tuple[str, ...] = ()


class TableStore:
    """The table ``t``: columns c0, c1, ... in the order of the file, rows in the order of ``rowid``.

    It may be asked by several threads at once.

    Attributes:
        columns: what they hold.
        rows: how many.
        source: where it came from.
    """

    def __init__(self, database: Any, columns: Sequence[Stored], rows: int, source: Source, cleanup: Any) -> None:
        self.columns, self.rows, self.source = tuple(columns), rows, source
        self._database, self._cleanup = database, cleanup

    def ask(self, query: str, cancelled: Callable[[], bool] = never) -> list[tuple[Any, ...]]:
        """All rows of the answer; Cancelled soon after ``cancelled()`` turns true."""
        with self._database.cursor() as cursor:
            found: list[tuple[Any, ...]] = asked(cursor, query, cancelled).fetchall()
            return found

    @property
    def wide(self) -> bool:
        """Whether its columns of numbers are looked at in memory, see ``profile.wide``."""
        return is_wide(len(self.columns), self.rows)

    def one(self, query: str, cancelled: Callable[[], bool] = never) -> tuple[Any, ...]:
        """The only row of the answer."""
        return self.ask(query, cancelled)[0]

    def arrays(self, query: str, cancelled: Callable[[], bool] = never) -> list[Array]:
        """The columns of the answer, masked where there is no value."""
        with self._database.cursor() as cursor:
            return list(asked(cursor, query, cancelled).fetchnumpy().values())

    def lines(self, rows: Sequence[int]) -> dict[int, int]:
        """The 1-based lines (or rows of the sheet) of these 0-based rows; empty where the source has no lines."""
        path, dialect = self.source.path, self.source.dialect
        if path is None or dialect is None or not rows:
            return {}
        if dialect.sheet is not None:
            return {row: dialect.sheet.rows[row + dialect.header] for row in rows}
        above = dialect.header + dialect.skip
        if self._one_line_a_row:
            return {row: row + 1 + above for row in rows}
        return lines_of_rows(path, dialect, rows)

    @cached_property
    def _one_line_a_row(self) -> bool:
        dialect = self.source.dialect
        return dialect is not None and self.source.lines == self.rows + dialect.header + dialect.skip

    def close(self) -> None:
        """Remove the table from the memory and the disk."""
        with contextlib.suppress(Exception):  # a question of another thread may still run
            self._database.interrupt()
        self._cleanup.close()


def asked(database: Any, query: str, cancelled: Callable[[], bool]) -> Any:
    """Run *query*, without a thread of its own where nobody can cancel it."""
    return database.execute(query) if cancelled is never else run(database, query, cancelled)
