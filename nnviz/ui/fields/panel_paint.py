"""The ground of what floats above the window, and the sentence in a pane that has nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
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


def paint_sentence(painter: QPainter, area: QRect, text: str) -> None:
    """Write *text* quietly in the middle of a pane's *area*, which has the title of the pane above it."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.current().color("quiet"))
    box = area.adjusted(theme.GROUP, 0, -theme.GROUP, -theme.GROUP)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
