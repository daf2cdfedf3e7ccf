"""The ground of what floats above the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme


def paint_panel(widget: QWidget, radius: float = 8) -> None:
    """Paint all of *widget* as a panel with a line around it, its corners round by *radius* pixels."""
    colors = theme.current()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colors.color("line"))
    painter.setBrush(colors.color("panel"))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.end()
