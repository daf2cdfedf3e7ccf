"""The layers and what they cost, as a table model: a row a layer, a column a figure."""

from __future__ import annotations

from heapq import nlargest
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from nnviz.project.summary import COLUMNS, Summary, SummaryColumn
from nnviz.ui.language import translate

Index = QModelIndex | QPersistentModelIndex
MEASURED = 8  # letters are not all of one width
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SummaryModel(QAbstractTableModel):
    """Shows a ``Summary``; a cell is written when it is looked at.

    Attributes:
        summary: what is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = Summary((), 1)

    def set_summary(self, summary: Summary) -> None:
        """Show *summary*; while the layers are the same ones, only their figures are renewed."""
        if summary == self.summary:
            return
        same = [row.layer for row in summary.rows] == [row.layer for row in self.summary.rows]
        if same and summary.rows:
            self.summary = summary
            self.dataChanged.emit(self.index(0, 0), self.index(len(summary.rows) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self.summary = summary
            self.endResetModel()

    def layer(self, row: int) -> str:
        """The id of the layer in *row*."""
        return self.summary.rows[row].layer

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.summary.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.summary.rows[index.row()], self.summary.batch)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Summary", COLUMNS[section].doc).format(self.summary.batch)
        return None

    def total_text(self, column: int) -> str:
        """The sum of *column*, where it has one."""
        if column == 0:
            return translate("Summary", self.summary.total.layer)
        return COLUMNS[column].text(self.summary.total, self.summary.batch) if COLUMNS[column].number else ""

    def longest(self, column: int) -> list[str]:
        """The texts of *column* one of which is the widest: of numbers the sum, of words some with most letters."""
        found = COLUMNS[column]
        if found.number:
            return [self.total_text(column)]
        texts = {found.text(row, self.summary.batch) for row in self.summary.rows}
        return nlargest(MEASURED, texts, key=len)


def heading(column: SummaryColumn) -> str:
    """What stands above *column*."""
    return translate("Summary", column.title)


def side(column: SummaryColumn) -> Qt.AlignmentFlag:
    """Numbers stand on the right of their column, everything else on the left."""
    return _RIGHT if column.number else _LEFT
