"""A small list to choose from by typing: kinds of layers to add, layers to link to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nnviz.ui import style, theme
from nnviz.ui.controls import SectionCaption
from nnviz.ui.diagram import finding
from nnviz.ui.diagram.sheet import EDGE, Sheet
from nnviz.ui.inspector.recipe_search import SearchField, matches

WIDTH, ROW, MOST_ROWS = 268, 30, 9


@dataclass(frozen=True)
class Choice:
    """Something to choose.

    Attributes:
        key: what is given when it is chosen.
        title, what: what it is called, and a few quiet words beside.
        words: everything that it is found by.
    """

    key: Any
    title: str
    what: str
    words: str


class _Rows(QStyledItemDelegate):
    """Paints a choice: its name, and on the right what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH - 40, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, colors = index.data(Qt.ItemDataRole.UserRole), theme.current()
        state = option.state
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent", 0.22 if state & QStyle.StateFlag.State_Selected else 0.08))
            painter.drawRoundedRect(box, 6, 6)
        self._write(painter, box.adjusted(10, 0, -10, 0), choice)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, choice: Choice) -> None:
        colors, left = theme.current(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        name, small = QFontMetrics(theme.font(12)), QFontMetrics(theme.font(11))
        title = name.elidedText(choice.title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setFont(theme.font(12))
        painter.setPen(colors.color("text"))
        painter.drawText(box, left, title)
        room = int(box.width()) - name.horizontalAdvance(title) - 12
        if room > 24:
            painter.setFont(theme.font(11))
            painter.setPen(colors.color("quiet"))
            text = small.elidedText(choice.what, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


class _Field(SearchField):
    """The arrows go through the list, Enter takes what is marked.

    Signals:
        step_requested: how many rows further.
        taken: Enter.
    """

    step_requested = Signal(int)
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS}
        if event.key() in steps:
            self.step_requested.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Picker(Sheet):
    """A caption, a field and the list of what the typed words mean; the first row is marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._take: Callable[[Any], object] = lambda _key: None
        self._over = parent
        self._beside = QPoint()
        self.caption = SectionCaption("", self)
        self.field = _Field("", self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.set_role(self.list, "picker")
        self.list.itemClicked.connect(lambda _item: self._chosen())
        self.field.textChanged.connect(self._fill)
        self.field.step_requested.connect(self._step)
        self.field.taken.connect(self._chosen)
        self.field.left.connect(self.close_sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 8)
        column.setSpacing(theme.GAP)
        column.addWidget(self.caption)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(WIDTH)

    def open(
        self, caption: str, hint: str, choices: Sequence[Choice], beside: QPoint, take: Callable[[Any], object]
    ) -> None:
        """Offer *choices* at *beside*; *take* is called with the key of what is chosen."""
        self._choices, self._take, self._beside = choices, take, beside
        self.caption.setText(caption.upper())
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(caption)
        self.list.setAccessibleName(caption)
        self.field.clear()
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[Choice]:
        """What is on offer for the words that were typed."""
        return [self.list.item(i).data(Qt.ItemDataRole.UserRole) for i in range(self.list.count())]

    def place(self, area: QSize) -> None:
        """Stand beside the point it was opened at, inside *area*."""
        x = max(EDGE, min(self._beside.x(), area.width() - self.width() - EDGE))
        y = max(EDGE, min(self._beside.y(), area.height() - self.height() - EDGE))
        self.move(x, y)

    # ------------------------------------------------------------------ inside

    def _fill(self) -> None:
        query = self.field.text()
        meant = [choice for choice in self._choices if matches(query, choice.words)]
        if query.strip():
            meant.sort(key=lambda choice: finding.rank(query, choice.title))
        self.list.clear()
        for choice in meant:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.title} {choice.what}")
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(ROW * min(MOST_ROWS, len(meant)))
        self.adjustSize()
        self.place(self._over.size())

    def _step(self, rows: int) -> None:
        if self.list.count():
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + rows)))

    def _chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close_sheet()
            self._take(item.data(Qt.ItemDataRole.UserRole).key)
