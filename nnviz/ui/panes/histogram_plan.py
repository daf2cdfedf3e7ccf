"""The histogram of a layer's weights: bars on a symmetric axis, coloured by sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from nnviz.ui import theme
from nnviz.ui.panes.ticks import tick_text

NARROWEST, WIDEST = 6, 16  # of a bar in pixels, its gap included
LABEL_SIZE, LABEL_TOP = 10, 6.0


@dataclass(frozen=True)
class HistogramPlan:
    """Bars and where they stand.

    Attributes:
        area: the bars' rectangle; its bottom is their base.
        counts: weights in each bar, from -limit to +limit; an even number of bars, so that none has both signs.
        limit: the value at either end.
    """

    area: QRectF
    counts: NDArray[np.float64]
    limit: float

    @property
    def bar_width(self) -> int:
        """Pixels from one bar to the next."""
        return max(1, int(self.area.width() // len(self.counts)))

    @property
    def left(self) -> float:
        """Where the first bar begins: what whole pixels leave over is shared by both sides."""
        return self.area.left() + (self.area.width() - self.bar_width * len(self.counts)) // 2

    def bar_at(self, at: QPointF) -> int | None:
        """The bar whose column *at* is in."""
        index = int((at.x() - self.left) // self.bar_width)
        return index if self.area.contains(at) and 0 <= index < len(self.counts) else None

    def edges(self, bar: int) -> tuple[float, float]:
        """The least and largest value of *bar*."""
        step = 2 * self.limit / len(self.counts)
        return -self.limit + bar * step, -self.limit + (bar + 1) * step


def planned(area: QRectF, counts: Sequence[int], low: float, high: float, limit: float) -> HistogramPlan:
    """Equal bins *counts* between *low* and *high*, shared out over bars as many as *area* and the weights call for."""
    wanted = max(2 * ceil(sqrt(sum(counts))), ceil(area.width() / WIDEST))
    bars = max(2, min(int(area.width() // NARROWEST), wanted) // 2 * 2)
    return HistogramPlan(area, shared_out(counts, low, high, limit, bars), limit)


def shared_out(counts: Sequence[int], low: float, high: float, limit: float, bars: int) -> NDArray[np.float64]:
    """The same histogram in *bars* equal bins from -*limit* to +*limit*; what a bin shares with two is divided."""
    edges = np.linspace(-limit, limit, bars + 1)
    if not (len(counts) and isfinite(low) and isfinite(high)):
        return np.zeros(bars)
    if high <= low:
        return np.histogram([low], edges, weights=[float(sum(counts))])[0]
    sums = np.concatenate([[0.0], np.cumsum(counts, dtype=float)])
    return np.diff(np.interp(edges, np.linspace(low, high, len(sums)), sums))


def paint_histogram(painter: QPainter, plan: HistogramPlan, pointed: int | None = None) -> None:
    """Paint bars, base line and the three figures below; *pointed* is the bar under the mouse."""
    now = theme.current()
    most = float(plan.counts.max(initial=0.0))
    half = len(plan.counts) // 2
    gap = 1 if plan.bar_width > 2 else 0
    for i, count in enumerate(plan.counts):
        height = round(plan.area.height() * count / most) if most > 0 else 0
        height = max(height, 1 if count >= 0.5 else 0)
        x = plan.left + i * plan.bar_width
        colour = now.color("negative" if i < half else "positive", 1.0 if i == pointed else 0.85)
        painter.fillRect(QRectF(x, plan.area.bottom() - height, plan.bar_width - gap, height), colour)
    base = round(plan.area.bottom())
    painter.fillRect(QRectF(plan.area.left(), base, plan.area.width(), 1), now.color("line"))
    _paint_figures(painter, plan)


def _paint_figures(painter: QPainter, plan: HistogramPlan) -> None:
    painter.setFont(theme.font(LABEL_SIZE, tabular=True))
    painter.setPen(theme.current().color("quiet"))
    metrics = QFontMetricsF(painter.font())
    right = plan.left + plan.bar_width * len(plan.counts)
    zero = (plan.left + right) / 2
    end = tick_text(plan.limit)
    for x, text, share in ((plan.area.left(), f"−{end}", 0.0), (zero, "0", 0.5), (plan.area.right(), f"+{end}", 1.0)):
        width = metrics.horizontalAdvance(text)
        box = QRectF(x - share * width, plan.area.bottom() + LABEL_TOP, width + 2, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
