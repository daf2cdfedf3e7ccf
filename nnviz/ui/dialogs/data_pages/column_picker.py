"""A list of a file's columns with a box to tick for each, found by typing; fast with twenty thousand of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from nnviz.ui import icons, style, theme
from nnviz.ui.controls import FIELD_HEIGHT, text_label
from nnviz.ui.fields.panel_paint import paint_panel

ROW_HEIGHT, MOST_ROWS, WIDTH = 26, 11, 260
SEARCHED_FROM = 12  # so many columns are found by looking
Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractListModel):
    """The columns that a search finds, and which of all are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.offered: tuple[int, ...] = ()
        self.found: tuple[int, ...] = ()
        self.ticked: set[int] = set()

    def set_columns(self, names: tuple[str, ...], offered: tuple[int, ...], ticked: Collection[int]) -> None:
        """Offer the columns *offered* of *names*, those *ticked* with a tick."""
        self.beginResetModel()
        self.names, self.offered, self.ticked = names, offered, set(ticked)
        self.found = offered
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show the columns whose names hold *text*."""
        wanted = text.strip().lower()
        self.beginResetModel()
        self.found = tuple(place for place in self.offered if wanted in self.names[place].lower())
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Tick the column at *index*, or not."""
        self.ticked ^= {self.found[index.row()]}
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.names[place]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if place in self.ticked else Qt.CheckState.Unchecked
        return None


class _TickDelegate(QStyledItemDelegate):
    """A box, ticked or not, and the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = theme.current(), QRect(option.rect)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setBrush(colors.color("field_hover"))
            painter.drawRoundedRect(QRectF(box), 4, 4)
        square = QRectF(box.left() + 8, box.center().y() - 6.5, 14, 14)
        painter.setBrush(colors.color("accent") if ticked else colors.color("line"))
        painter.drawRoundedRect(square, 3, 3)
        if ticked:
            icons.icon("check", colors.on_accent, 12).paint(painter, square.toRect().adjusted(1, 1, -1, -1))
        else:
            painter.setBrush(colors.color("panel"))
            painter.drawRoundedRect(square.adjusted(1.5, 1.5, -1.5, -1.5), 2, 2)
        painter.setPen(colors.color("text"))
        painter.setFont(theme.font(12))
        room = box.adjusted(32, 0, -8, 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


class _List(QListView):
    """A click, Enter or Space ticks."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._toggle(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        model = self.model()
        if index.isValid() and isinstance(model, ColumnModel):
            model.toggle(index)


class ColumnPicker(QFrame):
    """Opens below a button; when it is closed it tells what is ticked then.

    Signals:
        columns_picked: the 0-based columns, where they are others than before.
    """

    columns_picked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.columns = ColumnModel(self)
        self._before: set[int] = set()
        self._hint = text_label("", 11, quiet=True, wrap=True)
        self.search = QLineEdit()
        self.search.setFixedHeight(FIELD_HEIGHT)
        self.search.setFont(theme.font(12))
        self.search.setPlaceholderText(self.tr("Find a column"))
        self.search.setAccessibleName(self.tr("Find a column"))
        self.list = _List()
        style.set_role(self.list, "picker")
        self.list.setModel(self.columns)
        self.list.setItemDelegate(_TickDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Columns"))
        self.search.textChanged.connect(self.columns.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP)
        column.addWidget(self._hint)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def open_below(
        self, button: QWidget, names: tuple[str, ...], offered: tuple[int, ...], ticked: Collection[int], hint: str
    ) -> None:
        """Open at *button* with the columns *offered* of *names*; *hint* says what an empty choice means."""
        self._before = set(ticked)
        self.search.clear()
        self.search.setVisible(len(offered) >= SEARCHED_FROM)
        self._hint.setText(hint)
        self.columns.set_columns(names, offered, ticked)
        rows = max(1, min(MOST_ROWS, len(offered)))
        self.list.setFixedHeight(rows * ROW_HEIGHT + 2)
        self.setFixedWidth(max(WIDTH, button.width()))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        corner.setY(min(corner.y(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
        (self.search if self.search.isVisible() else self.list).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.columns.ticked != self._before:
            self._before = set(self.columns.ticked)
            self.columns_picked.emit(tuple(sorted(self.columns.ticked)))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self)
