"""The table of the layers and what they cost, with the sums in a line of their own below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from nnviz.project.summary import COLUMNS, Summary
from nnviz.ui import theme
from nnviz.ui.fields.whole_rows import WholeRows
from nnviz.ui.panes.summary_model import Index, SummaryModel, heading, side

ROW_HEIGHT, HEAD, TOTAL_HEIGHT = 22, 20, 26
SIDE, GAP = theme.GROUP, 7  # before the first column, and on either side of every other
WIDEST = 190  # of a column of words
LEAST_NAMED, NAMED_SHARE = 70.0, 0.3  # pixels, and a share of the width, that names may take of a narrow table
MOST_SPARE = 28  # so much wider a column may be than its content


def _figures() -> QFontMetrics:
    return QFontMetrics(theme.font(11, tabular=True))


def _inside(box: QRect, column: int) -> QRect:
    """Where the text of *column* stands in its cell *box*."""
    return box.adjusted(SIDE if column == 0 else GAP, 0, -GAP, 0)


class _Head(QHeaderView):
    """The names of the columns, small and quiet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.setFont(theme.font(10))
        painter.setPen(theme.current().color("quiet"))
        box = _inside(rect, logical_index).adjusted(0, 0, 0, -4)
        painter.drawText(box, side(COLUMNS[logical_index]), heading(COLUMNS[logical_index]))


class _Cells(QStyledItemDelegate):
    """A cell's text; the row that is selected, or under the mouse, is marked as in the other panes."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box, view = theme.current(), QRect(option.rect), self.parent()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = isinstance(view, SummaryView) and view.hovered == index.row()
        if selected or hovered:
            painter.fillRect(box, now.color("field", 1.0 if selected else 0.5))
        if selected and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), now.color("accent"))
        named = index.column() == 0
        painter.setFont(theme.font(12) if named else theme.font(11, tabular=True))
        painter.setPen(now.color("text" if named or selected else "quiet"))
        inside = _inside(box, index.column())
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, side(COLUMNS[index.column()]), shown)


class _Totals(QWidget):
    """The sums, in line with the columns however far they are scrolled."""

    def __init__(self, view: SummaryView) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(self.tr("Totals"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, header = QPainter(self), theme.current(), self._view.horizontalHeader()
        painter.fillRect(self.rect(), now.color("panel"))
        painter.fillRect(QRect(SIDE, 0, self.width() - 2 * SIDE, 1), now.color("line"))
        painter.setFont(theme.font(11, semibold=True, tabular=True))
        painter.setPen(now.color("text"))
        for column, what in enumerate(COLUMNS):
            left, width = header.sectionViewportPosition(column), header.sectionSize(column)
            if left + width > 0 and left < self.width():
                box = _inside(QRect(left, 1, width, self.height() - 1), column)
                painter.drawText(box, side(what), self._view.table.total_text(column))
        painter.end()


class SummaryView(WholeRows):
    """Rows are selected as the layers are on the diagram, and the other way round.

    Attributes:
        table: the model.

    Signals:
        layers_chosen: a person selected rows here; carries the ids of their layers.
        copy_requested: the key for copying was pressed.
    """

    layers_chosen = Signal(tuple)
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.table = SummaryModel(self)
        self.totals = _Totals(self)
        self._following = False
        self.setModel(self.table)
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Summary of the layers"))
        self.horizontalScrollBar().valueChanged.connect(self.totals.update)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_summary(self, summary: Summary) -> None:
        """Show *summary*, with columns as wide as their content."""
        chosen = self.selected_layers()
        self._following = True
        self.table.set_summary(summary)
        self._following = False
        self.select_layers(chosen)
        self._fit_columns()

    def selected_layers(self) -> tuple[str, ...]:
        """The ids of the layers of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.table.layer(row) for row in rows)

    def select_layers(self, ids: Iterable[str]) -> None:
        """Follow a selection made elsewhere, and bring its first row into view."""
        wanted = set(ids)
        if wanted == set(self.selected_layers()):
            return
        rows = [i for i, row in enumerate(self.table.summary.rows) if row.layer in wanted]
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for row in rows:
            selection.select(self.table.index(row, 0), self.table.index(row, last))
        self._following = True
        if rows:  # the arrow keys go on from here
            index = self.table.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    def _tell(self) -> None:
        if not self._following:
            self.layers_chosen.emit(self.selected_layers())

    # ------------------------------------------------------------------ places

    def _fit_columns(self) -> None:
        """As wide as the content, and a little wider where there is room."""
        names, figures, heads = QFontMetrics(theme.font(12)), _figures(), QFontMetrics(theme.font(10))
        bold = QFontMetrics(theme.font(11, semibold=True, tabular=True))
        widths = []
        for column, what in enumerate(COLUMNS):
            metrics = names if column == 0 else figures
            content = max((metrics.horizontalAdvance(text) for text in self.table.longest(column)), default=0)
            above = max(heads.horizontalAdvance(heading(what)), bold.horizontalAdvance(self.table.total_text(column)))
            most = WIDEST if column else min(WIDEST, max(LEAST_NAMED, NAMED_SHARE * self.viewport().width()))
            widths.append(max(round(min(most, content)), above) + 2 * GAP + 2 + (SIDE - GAP if column == 0 else 0))
        spare = min(MOST_SPARE, max(0, self.viewport().width() - sum(widths)) // len(widths))
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width + spare:
                self.setColumnWidth(column, width + spare)
        self.totals.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def updateGeometries(self) -> None:
        """Room for the sums between the rows and the scroll bar."""
        super().updateGeometries()
        if self.model() is None:  # still being set up
            return
        margins = self.viewportMargins()
        if margins.bottom() != TOTAL_HEIGHT:
            self.setViewportMargins(margins.left(), margins.top(), margins.right(), TOTAL_HEIGHT)
        seen = self.viewport().geometry()
        self.totals.setGeometry(seen.left(), seen.bottom() + 1, seen.width(), TOTAL_HEIGHT)
        self.totals.setVisible(bool(self.table.summary.rows))

    # ------------------------------------------------------------------ pointing and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
