"""Grid, figures and geometry of a curve pane: frozen numbers and pure functions that paint them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.panes.ticks import Range, even_ticks, log_ticks, tick_text, ticks

LABEL_SIZE, LABEL_GAP, BOTTOM = 10, 8.0, 30.0


@dataclass(frozen=True)
class Axes:
    """What is shown where.

    Attributes:
        area: where the curves are, in pixels of the body.
        x: first and last epoch shown.
        y: least and largest value shown; exponents of ten where *log*.
        log: the y axis is logarithmic.
        percent: values are shares and written as percent.
    """

    area: QRectF
    x: Range
    y: Range
    log: bool = False
    percent: bool = False

    def epoch_at(self, pixel: float) -> int:
        """The epoch nearest to *pixel* from the left edge of the body, within what is shown."""
        share = (pixel - self.area.left()) / max(1.0, self.area.width())
        epoch = round(self.x[0] + share * (self.x[1] - self.x[0]))
        return max(ceil(self.x[0] - 1e-6), min(floor(self.x[1] + 1e-6), epoch))

    def place(self, epoch: float, value: float) -> QPointF:
        """The pixel of *value* (an exponent where *log*) after *epoch*."""
        along = (epoch - self.x[0]) / max(1e-12, self.x[1] - self.x[0])
        up = (value - self.y[0]) / max(1e-300, self.y[1] - self.y[0])
        return QPointF(self.area.left() + along * self.area.width(), self.area.bottom() - up * self.area.height())

    def lines(self) -> list[tuple[float, str]]:
        """The grid lines: the value, as it lies on the axis, and its text."""
        if self.log:
            return [(at, tick_text(10.0**at, self.percent)) for at in log_ticks(*self.y)]
        return [(at, tick_text(at, self.percent)) for at in even_ticks(*self.y)]


def area_in(width: float, height: float, label_width: float) -> QRectF:
    """Where the curves go in a body of *width* x *height*: labels left, epochs below, the margins of the window."""
    left = theme.GROUP + label_width + LABEL_GAP
    return QRectF(left, 8, max(1.0, width - left - theme.GROUP), max(1.0, height - 8 - BOTTOM))


def label_width(axes: Axes) -> float:
    """How wide the widest text of the y axis is."""
    metrics = QFontMetricsF(theme.font(LABEL_SIZE, tabular=True))
    return max((metrics.horizontalAdvance(text) for _, text in axes.lines()), default=0.0)


def paint_axes(painter: QPainter, axes: Axes, epoch_text: str) -> None:
    """Faint horizontal lines with their values, and the epochs below; *epoch_text* names the last one shown."""
    now = theme.current()
    painter.setFont(theme.font(LABEL_SIZE, tabular=True))
    line, quiet = QPen(now.color("line", 0.65)), now.color("quiet")
    area = axes.area
    for value, text in axes.lines():
        y = round(axes.place(axes.x[0], value).y()) + 0.5
        painter.setPen(line)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(quiet)
        box = QRectF(theme.GROUP, y - 8, area.left() - theme.GROUP - LABEL_GAP, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    _paint_epochs(painter, axes, epoch_text)


def _paint_epochs(painter: QPainter, axes: Axes, last_text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    area, top = axes.area, axes.area.bottom() + 6
    painter.setPen(theme.current().color("quiet"))
    box = QRectF(area.left(), top, area.width(), 16)
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, last_text)
    free = area.right() - metrics.horizontalAdvance(last_text) - 12
    first = ceil(axes.x[0] - 1e-6)
    shown = [first, *(round(t) for t in ticks(axes.x[0], axes.x[1], max(2, int(area.width() // 60))))]
    reached = area.left() - 12
    for epoch in dict.fromkeys(e for e in shown if e >= first):
        text = f"{epoch:,}"
        width = metrics.horizontalAdvance(text)
        x = axes.place(epoch, 0).x()
        left = max(area.left(), x - width / 2)
        if left > reached + 11 and left + width < free:
            painter.drawText(QRectF(left, top, width + 2, 16), Qt.AlignmentFlag.AlignVCenter, text)
            reached = left + width
