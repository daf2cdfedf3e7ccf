"""What belongs to the row above it: set in, along a thin line."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui import theme

INDENT = 10
GAP = 6


class Indented(QWidget):
    """A column set in by INDENT pixels.

    Attributes:
        column: the layout to fill.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INDENT, 2, 0, 2)
        self.column.setSpacing(GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(1, 2, 1, self.height() - 4), theme.current().color("line"))
        painter.end()
