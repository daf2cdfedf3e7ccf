"""The table of the runs: a dot for the shared axes, a star, the name, and the figures with the best one marked."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from nnviz.ui import icons, theme
from nnviz.ui.fields.whole_rows import WholeRows
from nnviz.ui.runs.colours import COLOURS, colour_of
from nnviz.ui.runs.model import EDITED, RunsModel, side
from nnviz.ui.runs.rows import RunRow

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, HEAD = 26, 24
SIDE, GAP = theme.GROUP, 7
DOT, STAR = 20, 20  # the room that each takes in the first column
NAME_WIDTH, WIDEST, MEASURED = 170, 210, 40
NARROW, NARROW_BELOW = 162, 400  # the first column of a table that is narrower than that


class _Head(QHeaderView):
    """The names of the columns; a click sorts by one, and an arrow says so."""

    def __init__(self, parent: RunsTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = parent
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        table, now = self._table.table, theme.current()
        column = table.columns[logical_index]
        key, falling = table.sorted_by
        chosen = column.key == key
        painter.setFont(theme.font(10, semibold=chosen))
        painter.setPen(now.color("text" if chosen else "quiet"))
        box = _inside(rect, logical_index).adjusted(0, 0, -12 if chosen else 0, -2)
        shown = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side(column), shown)
        if chosen:
            left = box.right() + 2 if column.figure is not None else min(
                box.right(), box.left() + painter.fontMetrics().horizontalAdvance(shown) + 3
            )  # fmt: skip
            place = QRect(left, rect.center().y() - 6, 10, 10)
            icons.icon("chevron-down" if falling else "chevron-up", now.text, 10).paint(painter, place)


def _inside(box: QRect, column: int) -> QRect:
    """Where the text of *column* stands in its cell *box*."""
    return box.adjusted(SIDE + DOT if column == 0 else GAP, 0, -(STAR + 4) if column == 0 else -GAP, 0)


class _Cells(QStyledItemDelegate):
    """A cell; the first of a row has its dot and its star."""

    def __init__(self, parent: RunsTable) -> None:
        super().__init__(parent)
        self._table = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box, table = theme.current(), QRect(option.rect), self._table.table
        row, column = table.rows[index.row()], table.columns[index.column()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = self._table.hovered == index.row()
        starred = row.run.label.starred or hovered
        if selected or hovered:
            painter.fillRect(box, now.color("field", 1.0 if selected else 0.5))
        if index.column() == 0:
            if row.stands:
                painter.fillRect(QRect(box.left(), box.top() + 3, 2, box.height() - 6), now.color("accent"))
            paint_dot(painter, dot_box(box), row)
            if starred:
                paint_star(painter, star_box(box), row.run.label.starred)
        best = table.is_best(row, column)
        painter.setFont(theme.font(12, semibold=row.stands) if index.column() == 0
                        else theme.font(11, tabular=True, semibold=best))  # fmt: skip
        plain = "text" if index.column() == 0 or selected else "quiet"
        painter.setPen(now.color("quiet" if row.run.put_away else "good" if best else plain))
        inside = _inside(box, index.column()).adjusted(0, 0, 0 if starred or index.column() else STAR, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, side(column), shown)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setFont(theme.font(12))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        editor.setGeometry(box.adjusted(SIDE + DOT - 8 if index.column() == 0 else 0, 1, 0, -1))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())


def dot_box(cell: QRect) -> QRect:
    """Where the dot of the row is, in its first *cell*."""
    return QRect(cell.left() + SIDE - 6, cell.top(), DOT, cell.height())


def star_box(cell: QRect) -> QRect:
    """Where the star of the row is, in its first *cell*."""
    return QRect(cell.right() - STAR - 2, cell.top(), STAR, cell.height())


def paint_dot(painter: QPainter, box: QRect, row: RunRow) -> None:
    """Filled in the colour of its curves while they are on the shared axes, else an empty ring."""
    middle = QPointF(box.center()) + QPointF(0.5, 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.colour is None:
        painter.setPen(QPen(theme.current().color("quiet", 0.6), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 4.5, 4.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(row.colour))
        painter.drawEllipse(middle, 5, 5)
        if row.colour >= COLOURS:
            painter.setBrush(theme.current().color("panel"))
            painter.drawEllipse(middle, 1.6, 1.6)
    painter.restore()


def paint_star(painter: QPainter, box: QRect, filled: bool) -> None:
    """A star; empty while it only offers itself."""
    middle, now = QRectF(box).center(), theme.current()
    points = [
        middle + QPointF(sin(pi * i / 5), -cos(pi * i / 5)) * (6.0 if i % 2 == 0 else 2.6) for i in range(10)
    ]  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(now.color("quiet"), 1))
    painter.setBrush(now.color("caution") if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))
    painter.restore()


class RunsTable(WholeRows):
    """Rows can be chosen; a click on the dot or the star of one only changes that.

    Attributes:
        table: the model.

    Signals:
        shown_wished: a run's curves are to come onto the shared axes, or to go; carries its number.
        star_wished: a run is to be starred, or no longer.
        open_wished: a run is to stand.
        delete_wished: the chosen runs are to be deleted.
        menu_wished: a menu for the chosen runs is wanted; carries the place on the screen.
        chosen_changed: other rows are chosen.
    """

    shown_wished = Signal(int)
    star_wished = Signal(int)
    open_wished = Signal(int)
    delete_wished = Signal()
    menu_wished = Signal(object)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.table = RunsModel(self)
        self._widths: dict[str, int] = {}
        self.setModel(self.table)
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(_Cells(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setAccessibleName(self.tr("Runs"))
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.table.modelAboutToBeReset.connect(self._remember)
        self.table.modelReset.connect(self._restore)
        self._chosen: tuple[int, ...] = ()

    def _sort(self, column: int) -> None:
        self.table.sort_by(self.table.columns[column].key)

    # ------------------------------------------------------------------ what is chosen

    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen runs, from top to bottom."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return tuple(self.table.rows[row].run.id for row in rows if row < len(self.table.rows))

    def choose(self, runs: tuple[int, ...]) -> None:
        """Choose *runs*, and bring the first of them into view."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        places = [place for run in runs if (place := self.table.place(run)) is not None]
        selection, last = QItemSelection(), self.table.columnCount() - 1
        for first, end in stretches(places):  # all at once: thousands may be chosen
            selection.append(QItemSelectionRange(self.table.index(first, 0), self.table.index(end, last)))
        self.selectionModel().select(selection, flags)
        if places:
            self.scrollTo(self.table.index(places[0], 0))

    def _remember(self) -> None:
        self._chosen = self.chosen()

    def _restore(self) -> None:
        """After another order or other columns: the same runs are chosen, and every column has the room it needs."""
        self.choose(self._chosen)
        self.fit_columns()

    def fit_columns(self) -> None:
        """As wide as what the first rows say, once for each column; a person may draw them wider."""
        heads, words = QFontMetrics(theme.font(10, semibold=True)), QFontMetrics(theme.font(11, tabular=True))
        for number, column in enumerate(self.table.columns):
            if number == 0:
                wide = self._name_width()
            else:
                texts = [column.text(row) for row in self.table.rows[:MEASURED]]
                content = max((words.horizontalAdvance(text) for text in texts), default=0)
                wide = max(min(WIDEST, content + 4), heads.horizontalAdvance(column.title) + 14) + 2 * GAP
            if self.columnWidth(number) < wide or self._widths.get(column.key) is None or number == 0:
                self.setColumnWidth(number, wide)
            self._widths[column.key] = wide

    def _name_width(self) -> int:
        """A narrow table has room for a figure beside the name."""
        room = self.viewport().width()
        return max(NAME_WIDTH, min(WIDEST, room // 3)) if room > NARROW_BELOW else NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, self._name_width())

    # ------------------------------------------------------------------ pointing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == 0:
            run, cell = self.table.rows[index.row()].run.id, self.visualRect(index)
            for box, signal in ((dot_box(cell), self.shown_wished), (star_box(cell), self.star_wished)):
                if box.contains(event.position().toPoint()):
                    signal.emit(run)
                    return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.table.columns[index.column()].key not in EDITED:
            self.open_wished.emit(self.table.rows[index.row()].run.id)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            self.menu_wished.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen, key = self.chosen(), event.key()
        # Enter ends the writing of a name, and comes here after the field has had it.
        writes = self.state() == QAbstractItemView.State.EditingState
        if writes or not chosen:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wished.emit()
        elif key == Qt.Key.Key_Space:
            self.shown_wished.emit(chosen[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wished.emit(chosen[0])
        else:
            super().keyPressEvent(event)


def stretches(places: Iterable[int]) -> list[tuple[int, int]]:
    """*places* as stretches of neighbours: the first and the last of each, in their order."""
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        if found and place == found[-1][1] + 1:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found
