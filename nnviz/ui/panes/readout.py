"""The small card of values that follows the mouse and never leaves its pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from nnviz.ui import theme

LINE, SIDE, MARK, AWAY = 17.0, 9.0, 10.0, 12.0


@dataclass(frozen=True)
class Line:
    """One line of a card: *label* left in quiet text, *value* right in tabular figures, a dot of *colour* before it."""

    label: str
    value: str = ""
    colour: QColor | None = None


def card_size(lines: Sequence[Line]) -> QSizeF:
    """How large the card of *lines* is, in pixels."""
    metrics = QFontMetricsF(theme.font(11, tabular=True))
    gap = 2 * theme.GAP
    widths = [
        metrics.horizontalAdvance(n.label) + (metrics.horizontalAdvance(n.value) + gap if n.value else 0)
        + (MARK if n.colour else 0)
        for n in lines
    ]  # fmt: skip
    return QSizeF(max(widths) + 2 * SIDE, LINE * len(lines) + theme.GAP)


def card_place(size: QSizeF, at: QPointF, bounds: QRectF) -> QRectF:
    """Where a card of *size* stands beside *at*: right of it, left where there is no room, always within *bounds*."""
    x = at.x() + AWAY
    if x + size.width() > bounds.right():
        x = at.x() - AWAY - size.width()
    x = max(bounds.left(), min(x, bounds.right() - size.width()))
    y = at.y() - AWAY - size.height() / 2
    y = max(bounds.top(), min(y, bounds.bottom() - size.height()))
    return QRectF(round(x), round(y), size.width(), size.height())


def paint_card(painter: QPainter, lines: Sequence[Line], at: QPointF, bounds: QRectF) -> QRectF:
    """Paint the card of *lines* beside *at*; returns where it stands."""
    now = theme.current()
    place = card_place(card_size(lines), at, bounds)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(now.color("line"))
    painter.setBrush(now.color("field" if now.dark else "panel", 0.97))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), theme.FIELD_RADIUS, theme.FIELD_RADIUS)
    painter.setFont(theme.font(11, tabular=True))
    for i, line in enumerate(lines):
        row = QRectF(place.left() + SIDE, place.top() + theme.STEP + i * LINE, place.width() - 2 * SIDE, LINE)
        _paint_line(painter, line, row)
    painter.restore()
    return place


def _paint_line(painter: QPainter, line: Line, row: QRectF) -> None:
    now = theme.current()
    if line.colour is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line.colour)
        painter.drawEllipse(QPointF(row.left() + 3, row.center().y()), 3, 3)
        row = row.adjusted(MARK, 0, 0, 0)
    painter.setPen(now.color("quiet" if line.value else "text"))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line.label)
    painter.setPen(now.color("text"))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.value)
