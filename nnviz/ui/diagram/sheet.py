"""The surface of what is laid over the diagram and takes mouse and keys itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.fields.panel_paint import paint_panel

EDGE = 12  # from the edge of the diagram


class Sheet(QWidget):
    """A rounded panel over the diagram; what it does not use of mouse and keys does not reach the diagram.

    Signals:
        closed: it was closed by Esc or its own hand; the diagram takes the keys again.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def place(self, area: QSize) -> None:
        """Stand where it belongs in *area*, the size of the diagram's view."""
        raise NotImplementedError

    def close_sheet(self) -> None:
        """Hide it and say so."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self)
