"""Looking into a table: any of its rows, and any two of its columns as points."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from nnviz.data.profile.aim import Aim, shown
from nnviz.data.profile.known import Role
from nnviz.data.profile.sql import word
from nnviz.data.profile.table_store import Stored, TableStore
from nnviz.data.profile.viewing import MOST_POINTS, Cell, DataView, Head, Scatter
from nnviz.data.spec import DataSpec
from nnviz.sentences import Sentence

# Rows of which the fraction of (row * the golden ratio) is small are spread evenly and never in step with a pattern
# of the rows (Knuth, The Art of Computer Programming 3, section 6.4).
_GOLDEN, _CIRCLE = 2654435769, 1 << 32
_EPOCH_DAY = 86_400.0


class TableView(DataView):
    """The rows of a table, see ``DataView``.

    Attributes:
        store: the table itself.
        roles: what each column is for.
        aim: what is to be answered.
    """

    def __init__(
        self, spec: DataSpec, store: TableStore, roles: Sequence[Role], aim: Aim, notes: tuple[str, ...] = ()
    ) -> None:
        self.spec, self.store, self.roles, self.aim = spec, store, tuple(roles), aim
        self.kind, self.rows, self.notes = "table", store.rows, notes
        self.heads = tuple(
            Head(column.name, column.type, role) for column, role in zip(store.columns, self.roles, strict=True)
        )

    def read(self, first: int, stop: int) -> list[tuple[Cell, ...]]:
        """The cells of the rows from *first* up to *stop*; numbers, words as they stand in the file, or None."""
        cells = ", ".join(_cell(column) for column in self.store.columns)
        found = self.store.ask(f"SELECT {cells} FROM t WHERE rowid >= {first} AND rowid < {stop} ORDER BY rowid")
        rows = []
        for row in found:
            told = iter(row)
            rows.append(tuple(_told(column, next(told), told) for column in self.store.columns))
        return rows

    def labels(self, rows: Sequence[int]) -> tuple[str, ...]:
        """The target of these 0-based rows, in words."""
        columns = [self.store.columns[i] for i in self.aim.columns]
        cells = ", ".join(f"c{column.position}" for column in columns)
        numbers = ", ".join(map(str, map(int, rows))) or "-1"
        found = self.store.ask(f"SELECT rowid, {cells} FROM t WHERE rowid IN ({numbers})")
        words = {row: ", ".join(shown(cell) for cell in told) for row, *told in found}
        return tuple(words[int(row)] for row in rows)

    def scatter(self, x: int, y: int, most: int = MOST_POINTS) -> Scatter:
        """See ``DataView.scatter``; dates are days since 1970."""
        columns = self.store.columns[x], self.store.columns[y]
        values = [_plotted(column) for column in columns]
        group = self.aim.group or "NULL"
        both = f"FROM (SELECT rowid AS r, {values[0]} AS a, {values[1]} AS b, {group} AS g FROM t)"
        both += " WHERE a IS NOT NULL AND b IS NOT NULL"
        total = int(self.store.one(f"SELECT count(*) {both}")[0])
        share = math.ceil(_CIRCLE * min(1.0, most / max(1, self.rows)))
        drawn = f"SELECT r, a, b, g {both} AND (r * {_GOLDEN}) % {_CIRCLE} < {share} ORDER BY r LIMIT {most}"
        found = self.store.ask(drawn)
        rows = np.array([row[0] for row in found], np.int64)
        points = [_numbered(column, [row[k] for row in found]) for k, column in enumerate(columns, 1)]
        classes = None
        if self.aim.group:
            index = {value: i for i, value in enumerate(self.aim.values)}
            classes = np.array([index.get(row[3], -1) for row in found], np.int32)
        (xs, x_words), (ys, y_words) = points
        types = columns[0].type, columns[1].type
        return Scatter(xs, ys, rows, classes, self.aim.names if self.aim.group else (), x_words, y_words, types, total)

    def place(self, row: int) -> str:
        """The row with the line that an editor shows."""
        line = self.store.lines([row]).get(row)
        return Sentence("row {0}", row + 1) if line is None else Sentence("row {0}, line {1}", row + 1, line)

    def close(self) -> None:
        """Remove the table from the memory and the disk."""
        self.store.close()


def _cell(column: Stored) -> str:
    return f"c{column.position}, x{column.position}" if column.words else f"c{column.position}"


def _told(column: Stored, value: Cell, others: object) -> Cell:
    """The cell of *column*; where words stand among its numbers, the next of *others* is the word."""
    odd = next(others) if column.words else None  # type: ignore[call-overload]
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return int(value) if column.type in ("integer", "bool") and math.isfinite(value) else value
    return odd if value is None and odd is not None else value


def _plotted(column: Stored) -> str:
    if column.date:
        return f"epoch(try_strptime(c{column.position}, {word(column.date)})) / {_EPOCH_DAY}"
    return column.value


def _numbered(column: Stored, cells: Sequence[str | float]) -> tuple[np.ndarray, tuple[str, ...]]:
    """The cells as numbers and, of words, what the numbers stand for."""
    if column.numeric or column.date:
        return np.array(cells, np.float64), ()
    words = sorted(set(map(str, cells)))
    index = {name: i for i, name in enumerate(words)}
    return np.array([index[str(cell)] for cell in cells], np.float64), tuple(words)
