"""The runs as a table model: sorted, searched, and without those that are kept out of the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from nnviz.ui.runs.rows import RunColumn, RunRow, best_rows, columns_for

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
EDITED = ("name", "note")
FEW = 12  # rows that are renewed one by one


class RunsModel(QAbstractTableModel):
    """A row a run; a cell is written when it is looked at.

    Attributes:
        rows: those that are listed, in their order.
        columns: those that say something of them.
        sorted_by: the key of the column that it is sorted by, and whether upside down.
        away: how many runs are kept out of the way and not listed.

    Signals:
        renamed: a person gave another name; carries the number of the run and the name.
        noted: the same for a note.
    """

    renamed = Signal(int, str)
    noted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RunRow] = []
        self.columns: tuple[RunColumn, ...] = columns_for(())
        self.sorted_by: tuple[str, bool] = ("name", True)  # the newest first
        self.away = 0
        self._all: tuple[RunRow, ...] = ()
        self._searched, self._with_away = "", False
        self._best: dict[str, frozenset[int]] = {}
        self._places: dict[int, int] = {}  # the number of each run's row, once one was asked for

    # ------------------------------------------------------------------ what is listed

    def set_rows(self, rows: Sequence[RunRow]) -> None:
        """List *rows*; of runs that go on only their cells are renewed: they find their place when they rest."""
        before, self._all = self._all, tuple(rows)
        if not self.rows or len(before) != len(self._all):
            self._arrange()
            return
        others = [(old, new) for old, new in zip(before, self._all, strict=True) if new is not old]
        if len(others) <= FEW and all(_grows(old, new) for old, new in others):
            self._renew([new for _, new in others])
        else:
            self._arrange()

    def _renew(self, rows: Sequence[RunRow]) -> None:
        self._best.clear()
        for row in rows:
            place = self.place(row.run.id)
            if place is not None:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def read_again(self) -> None:
        """What the rows say of networks and recipes has come."""
        self._arrange()

    def search(self, text: str) -> None:
        """List only what has every word of *text*."""
        self._searched = text.lower().strip()
        self._arrange()

    def show_away(self, shown: bool) -> None:
        """List those that are kept out of the way as well."""
        self._with_away = shown
        self._arrange()

    def sort_by(self, key: str) -> None:
        """Sort by the column *key*; once more, the other way round. Figures begin with the best."""
        column = next(column for column in self.columns if column.key == key)
        if key == self.sorted_by[0]:
            self.sorted_by = key, not self.sorted_by[1]
        else:
            self.sorted_by = key, column.rising or key in ("name", "begun")
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _arrange(self) -> None:
        columns = columns_for(self._all)
        rows = self._listed(columns)
        same = [row.run.id for row in rows] == [row.run.id for row in self.rows]
        same = same and [c.key for c in columns] == [c.key for c in self.columns]
        if not same:
            self.beginResetModel()
        self.rows, self.columns = rows, columns
        self._best.clear()
        self._places.clear()
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))

    def _listed(self, columns: Sequence[RunColumn]) -> list[RunRow]:
        away = [row for row in self._all if row.run.put_away and not row.trains]
        self.away = len(away)
        gone = set() if self._with_away else {row.run.id for row in away}
        words = self._searched.split()
        found = [r for r in self._all if r.run.id not in gone and (not words or all(word in r.words for word in words))]
        key, falling = self.sorted_by
        column = next((column for column in columns if column.key == key), columns[0])
        orders = {row.run.id: column.order(row) for row in found}
        known = [row for row in found if orders[row.run.id][0] == 0]
        known.sort(key=lambda row: orders[row.run.id][1], reverse=falling)
        unknown = [row for row in found if orders[row.run.id][0]]
        return sorted([*known, *unknown], key=lambda row: not row.run.label.starred)

    def _compared(self) -> list[RunRow]:
        """Those on the shared axes, where there are at least two; else all that are listed."""
        shown = [row for row in self.rows if row.colour is not None]
        return shown if len(shown) > 1 else self.rows

    def is_best(self, row: RunRow, column: RunColumn) -> bool:
        """Whether *row* is first in *column* among those that are compared."""
        if column.key not in self._best:
            self._best[column.key] = best_rows(column, self._compared())
        return row.run.id in self._best[column.key]

    def place(self, run: int) -> int | None:
        """The number of the row of the run *run*; None where it is not listed."""
        if not self._places:
            self._places = {row.run.id: place for place, row in enumerate(self.rows)}
        return self._places.get(run)

    # ------------------------------------------------------------------ for Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.rest if column.key == "ending" else column.text(row) if column.figure is None else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, key = self.rows[index.row()], self.columns[index.column()].key
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or key not in EDITED or text == self.columns[index.column()].text(row):
            return False
        (self.renamed if key == "name" else self.noted).emit(row.run.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        edited = index.isValid() and self.columns[index.column()].key in EDITED
        return found | Qt.ItemFlag.ItemIsEditable if edited else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].hint if role == Qt.ItemDataRole.ToolTipRole else None


def side(column: RunColumn) -> Qt.AlignmentFlag:
    """Numbers stand on the right of their column, everything else on the left."""
    return _LEFT if column.figure is None else _RIGHT


def _grows(old: RunRow, new: RunRow) -> bool:
    """Whether *new* is the same run with more epochs: neither its label nor where it stands is another."""
    same = old.run.id == new.run.id and old.run.label is new.run.label
    return same and (old.trains, old.stands, old.colour) == (new.trains, new.stands, new.colour) and old.run.epochs > 0
