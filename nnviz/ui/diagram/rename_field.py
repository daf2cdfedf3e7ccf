"""A layer's name, changed where it stands on the diagram."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.ui import style, theme

HEIGHT, LEAST_WIDTH, MOST_WIDTH = 24, 110, 280


class RenameField(QLineEdit):
    """Enter or a click elsewhere takes the name, Esc leaves the old one.

    Signals:
        closed: it is gone; the diagram takes the keys again.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rename: Callable[[str], bool] = lambda _name: True
        self.setFont(theme.font(13, semibold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Name of the layer"))
        self.setMaxLength(120)
        self.textChanged.connect(lambda _text: style.set_property(self, "wrong", None))
        self.hide()

    def open(self, name: str, over: QRect, rename: Callable[[str], bool]) -> None:
        """Ask for another name than *name* in the middle of *over*; *rename* says whether it could be taken."""
        self._rename = rename
        self.setText(name)
        width = max(LEAST_WIDTH, QFontMetrics(self.font()).horizontalAdvance(name) + 40, over.width())
        self.setFixedSize(min(MOST_WIDTH, width), HEIGHT)
        self.move(over.center() - self.rect().center())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._rename(self.text())
            self.hide()  # whoever has the keys now keeps them

    def place(self, area: QSize) -> None:
        """The layer under it stands elsewhere now: go."""
        self.close_sheet()

    def close_sheet(self) -> None:
        """Go, with the old name."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def take(self) -> None:
        """Go, with the new name; stay where it cannot be taken."""
        if self._rename(self.text()):
            self.close_sheet()
        else:
            style.set_property(self, "wrong", "true")
