"""The first rows before and after the preparation, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from nnviz.data.preparation.preparation import Preparation
from nnviz.data.spec import Series, Table
from nnviz.ui import style, theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.dialogs.data_pages.excerpt import ROWS, Excerpt, after, before
from nnviz.ui.dialogs.data_pages.file_look import Found
from nnviz.ui.program.background import Background

ROW_HEIGHT, HEAD_HEIGHT, BAR = 22, 24, 12
Index = QModelIndex | QPersistentModelIndex


class ExcerptModel(QAbstractTableModel):
    """The cells of an excerpt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.excerpt = Excerpt((), ())

    def set_excerpt(self, excerpt: Excerpt) -> None:
        """Show *excerpt*."""
        self.beginResetModel()
        self.excerpt = excerpt
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.excerpt.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.excerpt.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.excerpt.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.excerpt.names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class BeforeAfter(QWidget):
    """Two small tables; what comes after is worked out off the window's thread.

    Attributes:
        before, after: what the tables show.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before, self.after = ExcerptModel(self), ExcerptModel(self)
        self.note = text_label("", 11, quiet=True)
        self._background = Background(self)
        self._background.done.connect(self._show_after)
        self._background.failed.connect(self._fail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GROUP)
        for caption, model in ((self.tr("First rows before"), self.before), (self.tr("And after"), self.after)):
            side = QVBoxLayout()
            side.setSpacing(theme.STEP)
            head = QHBoxLayout()
            head.addWidget(SectionCaption(caption))
            head.addStretch(1)
            if model is self.after:
                head.addWidget(self.note)
            side.addLayout(head)
            side.addWidget(_table(model, caption))
            row.addLayout(side, 1)

    def show_found(self, spec: Table | Series, found: Found | None, preparation: Preparation | None) -> None:
        """Show the first rows of *spec*; what comes after stays until *preparation* is known."""
        self.before.set_excerpt(before(spec, found) if found is not None else Excerpt((), ()))
        self.note.setText("")
        if found is not None and preparation is not None:
            self._background.run(_working_out(spec, found, preparation))
        else:
            self._background.cancel()

    def cancel(self) -> None:
        """Give up what is being worked out."""
        self._background.cancel()

    def _show_after(self, excerpt: Excerpt) -> None:
        self.after.set_excerpt(excerpt)
        count = len(excerpt.names) + excerpt.more
        self.note.setText(self.tr("{0} inputs").format(count) if excerpt.more else "")

    def _fail(self, sentence: str) -> None:
        self.after.set_excerpt(Excerpt((), ()))
        self.note.setText(sentence)
        self.note.setToolTip(sentence)


def _working_out(spec: Table | Series, found: Found, preparation: Preparation) -> Callable[[Any], Excerpt]:
    return lambda _cancelled: after(spec, found, preparation)


def _table(model: ExcerptModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setFont(theme.font(11, tabular=True))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setFixedHeight(HEAD_HEIGHT)
    header.setFont(theme.font(11, semibold=True))
    header.setDefaultSectionSize(84)
    header.setSectionsClickable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setFixedHeight(HEAD_HEIGHT + ROWS * ROW_HEIGHT + BAR + 4)
    style.set_role(table, "excerpt")
    return table
