"""The mouse over a widget, without a window system that remembers where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def hover(view: QWidget, at: QPoint | QPointF) -> None:
    """Move the mouse to *at*, in pixels of *view*, with no button pressed, wherever an earlier test has left it."""
    place, nothing = QPointF(at), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), nothing, nothing, Qt.KeyboardModifier(0))
    QApplication.sendEvent(view, move)
