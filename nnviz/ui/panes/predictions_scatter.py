"""Painting the answers to a question for numbers: what is predicted over what is true, and the line of no error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from nnviz.ui import theme
from nnviz.ui.panes.ticks import Range, settled, tick_text, ticks
from nnviz.ui.training.live import Floats

TOP, BOTTOM, GUTTER, SIDE = 24.0, 30.0, 40.0, 16.0
LABELS, GAP, NEAR = 10, 6.0, 8.0
POINT = 4.0  # pixels across
BEYOND = 1.0  # how far outside the true values, in their spans, an answer may lie and still set the range


@dataclass(frozen=True)
class ScatterPlan:
    """The same *span* of numbers along both sides of *area*."""

    area: QRectF
    span: Range

    @classmethod
    def of(cls, width: float, height: float, span: Range) -> ScatterPlan:
        """The plan for a widget of *width* by *height* pixels."""
        box = QRectF(SIDE + GUTTER, TOP, max(1.0, width - 2 * SIDE - GUTTER), max(1.0, height - TOP - BOTTOM))
        return cls(box, span)

    def places(self, truth: Floats, answer: Floats) -> NDArray[np.float64]:
        """Pixels (rows, 2): what is true to the right, what is predicted upwards; NaN where it is not finite."""
        low, high = self.span
        across = self.area.left() + (truth.astype(float) - low) / (high - low) * self.area.width()
        up = self.area.bottom() - (answer.astype(float) - low) / (high - low) * self.area.height()
        up = np.clip(up, self.area.top(), self.area.bottom())  # what lies outside stands at the edge
        places = np.stack([across, up], axis=1)
        places[~np.isfinite(answer)] = np.nan
        return places

    def nearest(self, at: QPointF, truth: Floats, answer: Floats) -> int | None:
        """The row within ``NEAR`` pixels of *at*; None where there is none."""
        away = np.nan_to_num(np.hypot(*(self.places(truth, answer) - (at.x(), at.y())).T), nan=np.inf)
        index = int(away.argmin()) if away.size else -1
        return index if index >= 0 and away[index] <= NEAR else None


def span_of(shown: Range | None, truth: Floats, answer: Floats) -> Range:
    """The range for *truth* and *answer* where *shown* is on screen; answers far out do not squeeze the rest."""
    low, high = float(truth.min()), float(truth.max())
    room = (high - low or 1.0) * BEYOND
    near = answer[np.isfinite(answer) & (answer >= low - room) & (answer <= high + room)]
    if near.size:
        low, high = min(low, float(near.min())), max(high, float(near.max()))
    return settled(shown, low, high)


def paint_scatter(painter: QPainter, plan: ScatterPlan, truth: Floats, answer: Floats, words: tuple[str, str]) -> None:
    """Paint axes, diagonal and points; *words* stand along the lower and the left side."""
    now, area = theme.current(), plan.area
    _paint_axes(painter, plan, words)
    painter.setPen(QPen(now.color("quiet"), 1))
    painter.drawLine(area.bottomLeft(), area.topRight())
    places = plan.places(truth, answer)
    points = QPolygonF([QPointF(x, y) for x, y in places[np.isfinite(places).all(axis=1)].tolist()])
    painter.setPen(QPen(now.color("training", 0.8), POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.drawPoints(points)


def _paint_axes(painter: QPainter, plan: ScatterPlan, words: tuple[str, str]) -> None:
    now, area = theme.current(), plan.area
    painter.setFont(theme.font(LABELS, tabular=True))
    metrics = QFontMetricsF(painter.font())
    low, high = plan.span
    most = max(2, min(5, int(area.height() // 36)))
    for value in ticks(low, high, most):
        share = (value - low) / (high - low)
        y, x = round(area.bottom() - share * area.height()), area.left() + share * area.width()
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), now.color("line", 0.7))
        painter.setPen(now.color("quiet"))
        text = tick_text(value)
        box = QRectF(0, y - 8, area.left() - GAP, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        wide = metrics.horizontalAdvance(text)
        if area.left() + wide / 2 <= x <= area.right() - wide:
            painter.drawText(QRectF(x - wide / 2 - 1, area.bottom() + 2, wide + 2, 14), 0, text)
    row = QRectF(area.left(), area.bottom() + 15, area.width(), 14)
    painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words[0])
    above = QRectF(SIDE, area.top() - TOP, area.width(), 14)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words[1])
