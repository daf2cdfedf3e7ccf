"""A field for names of columns: typed, or ticked off on a list of those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, TextField
from nnviz.ui.inspector.value_text import parsed_names
from nnviz.ui.language import translate

MOST_ROWS, ROW_HEIGHT, EDGE = 8, 28, 12
BUTTON, LEAST_WIDTH = 28, 220


class NamesList(QListWidget):
    """A small window with a tick for each name; Enter and Escape close it, the former with what is ticked.

    Signals:
        closed: it was closed; carries the names that are ticked, in their order.
    """

    closed = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setFont(theme.font(12))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._before: tuple[str, ...] = ()
        self.itemClicked.connect(self._turned)
        self._states: dict[str, Qt.CheckState] = {}

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)

    def open(self, names: Sequence[str], ticked: Sequence[str], below: QWidget) -> None:
        """Show *names* below a widget, those of *ticked* with a tick."""
        self.clear()
        self._before = tuple(name for name in names if name in ticked)
        for name in names:
            item = QListWidgetItem(name, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
        self._remember()
        self.setFixedSize(max(below.width(), LEAST_WIDTH), min(len(names), MOST_ROWS) * ROW_HEIGHT + EDGE)
        self.move(below.mapToGlobal(QPoint(below.width() - self.width(), below.height() + 2)))
        self.setCurrentRow(0)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
        elif event.key() == Qt.Key.Key_Escape:
            for row in range(self.count()):
                before = self.item(row).text() in self._before
                self.item(row).setCheckState(Qt.CheckState.Checked if before else Qt.CheckState.Unchecked)
            self.hide()
        else:
            super().keyPressEvent(event)
            self._remember()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit(self.ticked)

    def _turned(self, item: QListWidgetItem) -> None:
        """A click beside the box ticks the name as well; on the box Qt has done it."""
        if item.checkState() is self._states[item.text()]:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        self._remember()

    def _remember(self) -> None:
        items = (self.item(row) for row in range(self.count()))
        self._states = {item.text(): item.checkState() for item in items}


class NamesField(TextField):
    """Names, typed with commas between them; with a button at its end that opens the list, where there is one.

    Attributes:
        button: opens the list.

    Signals:
        names_given: names were ticked off; empty where none or all of them were.
    """

    names_given = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._names: tuple[str, ...] = ()
        self._list: NamesList | None = None
        self.button = GlyphButton("chevron-down", translate("Inspector", "Choose from the columns of the data"))
        self.button.setParent(self)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_list)
        self.button.hide()

    @property
    def list(self) -> NamesList:
        """The list, made when it is first opened."""
        if self._list is None:
            self._list = NamesList(self)
            self._list.closed.connect(self._take)
        return self._list

    def offer(self, names: Sequence[str]) -> None:
        """Let a person choose among *names*; where there are none, they can only be typed."""
        self._names = tuple(names)
        self.button.setVisible(bool(names))
        self.setTextMargins(0, 0, BUTTON - 8 if names else 0, 0)

    def open_list(self) -> None:
        """Show the list, with what the field holds ticked; nothing said is all."""
        held = parsed_names(self.text())
        self.list.open(self._names, held or self._names, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._names:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.move(self.width() - BUTTON, 0)

    def _take(self, ticked: tuple[str, ...]) -> None:
        chosen = () if len(ticked) == len(self._names) else ticked
        held = parsed_names(self.text())
        if chosen != tuple(name for name in held if name in self._names) or any(n not in self._names for n in held):
            self.names_given.emit(chosen)
