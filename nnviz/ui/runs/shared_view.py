"""The shared axes on screen: lines in the colours of the runs, dashed on the validation part, a card at the mouse."""

from __future__ import annotations

from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import VoidPtr

from nnviz.training.shares import is_share
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.figures import count_text, seconds_text
from nnviz.ui.panes.curve_axes import LABEL_GAP, Axes, area_in, label_width
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.ticks import tick_text, ticks, value_text
from nnviz.ui.runs.colours import COLOURS, colour_of
from nnviz.ui.runs.shared_curves import Floats, SharedCurve, SharedCurves
from nnviz.ui.training.metric_names import metric_title

# A smooth line costs more the longer it is; noise from edge to edge is as well drawn plain.
SMOOTH_BELOW = 2500.0
MOST_READ = 8  # runs that the card names
DASH, MOST_DASHES = 4.0, 1000  # pixels, two of three are drawn; a longer line has longer ones
LEGEND_ROW, MARK, BETWEEN = 16.0, 12.0, 12.0
MOST_ROWS, WIDEST_NAME = 3, 130.0


class SharedView(QWidget):
    """Shows ``SharedCurves``.

    Attributes:
        curves: the numbers.
        pointed: the pixel from the left edge at which values are read; None where the mouse is elsewhere.
        empty_text: what it says while there is nothing to draw.
        named: whether the names of the runs stand above their curves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = SharedCurves()
        self.pointed: float | None = None
        self.empty_text, self.named = "", True
        self._axes = Axes(area_in(200, 200, 24), (1.0, 2.0), (0.0, 1.0))
        self._lines: list[tuple[SharedCurve, bool, Floats, Floats]] = []
        self._legend: list[tuple[QRectF, str, SharedCurve | None]] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Curves of the runs on shared axes"))

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 90)

    @property
    def axes(self) -> Axes:
        """What is shown where."""
        return self._axes

    def refresh(self) -> None:
        """Draw the newest values."""
        share = is_share(self.curves.key)
        self._lines = self.curves.lines(max(16, self.width() // 2))
        y = self.curves.settle(self._lines, share)
        axes = Axes(area_in(self.width(), self.height(), 24), self.curves.x, y, self.curves.log, share)
        area = area_in(self.width(), self.height(), ceil(label_width(axes) / 8) * 8)
        self._legend = self._laid_out(area)
        rows = self._legend[-1][0].bottom() if self._legend else 0.0
        area.setTop(min(area.bottom() - 20, area.top() + rows))
        self._axes = Axes(area, self.curves.x, y, self.curves.log, share)
        names = ", ".join(curve.row.name for curve in self.curves.curves)
        self.setAccessibleDescription(f"{metric_title(self.curves.key)}: {names}")
        self.update()

    def _laid_out(self, area: QRectF) -> list[tuple[QRectF, str, SharedCurve | None]]:
        """The places of the names above the curves, in rows; last what a dashed line is, where there is one."""
        metrics = QFontMetricsF(theme.font(10))
        named = self.curves.curves if self.named else []
        entries: list[tuple[str, SharedCurve | None]] = [(curve.row.name, curve) for curve in named]
        if any(validation for _, validation, *_ in self._lines):
            entries.append((self.tr("dashed: validation"), None))
        found: list[tuple[QRectF, str, SharedCurve | None]] = []
        left, top = area.left(), 0.0
        for text, curve in entries if self._lines else []:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, WIDEST_NAME)
            wide = metrics.horizontalAdvance(shown) + (MARK if curve is not None else 0.0) + 2
            if left > area.left() and left + wide > area.right():
                left, top = area.left(), top + LEGEND_ROW
            if top >= MOST_ROWS * LEGEND_ROW:
                break
            found.append((QRectF(left, top, wide, LEGEND_ROW), shown, curve))
            left += wide + BETWEEN
        return found

    def reading(self) -> list[tuple[SharedCurve, int, float, float]]:
        """What is read at the mouse: the run, the epoch, its training and its validation value."""
        if self.pointed is None:
            return []
        axes = self._axes
        share = (self.pointed - axes.area.left()) / max(1.0, axes.area.width())
        x = axes.x[0] + min(1.0, max(0.0, share)) * (axes.x[1] - axes.x[0])
        found = []
        for curve in self.curves.curves:
            epoch = curve.epoch_at(x, self.curves.by_seconds)
            if epoch:
                found.append((curve, epoch, curve.training.at(epoch), curve.validation.at(epoch)))
        return found

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._lines:
            self._paint_empty(painter)
            return
        self._paint_grid(painter)
        self._paint_legend(painter)
        painter.save()
        painter.setClipRect(self._axes.area.adjusted(-3, -3, 3, 3))
        for curve, validation, at, y in self._lines:
            self._paint_line(painter, curve, validation, at, y)
        painter.restore()
        self._paint_reading(painter)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        paint_sentence(painter, self.rect(), self.empty_text)

    def _paint_grid(self, painter: QPainter) -> None:
        now, axes, area = theme.current(), self._axes, self._axes.area
        painter.setFont(theme.font(10, tabular=True))
        for value, text in axes.lines():
            y = round(axes.place(axes.x[0], value).y()) + 0.5
            painter.setPen(QPen(now.color("line", 0.65)))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(now.color("quiet"))
            box = QRectF(theme.GROUP, y - 8, area.left() - theme.GROUP - LABEL_GAP, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_x(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(theme.font(10))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, text, curve in self._legend:
            painter.setPen(Qt.PenStyle.NoPen)
            if curve is not None:
                painter.setBrush(colour_of(curve.row.colour or 0))
                painter.drawEllipse(QPointF(box.left() + 4, box.center().y()), 3.5, 3.5)
            painter.setPen(theme.current().color("text" if curve is not None else "quiet"))
            painter.drawText(
                box.adjusted(MARK if curve is not None else 0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, text
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_x(self, painter: QPainter) -> None:
        """Round numbers below, and at the right end what they are."""
        axes, area = self._axes, self._axes.area
        metrics, top = QFontMetricsF(painter.font()), area.bottom() + 6
        unit = self.tr("seconds") if self.curves.by_seconds else self.tr("epochs")
        box = QRectF(area.left(), top, area.width(), 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, unit)
        free = area.right() - metrics.horizontalAdvance(unit) - 10
        for at in ticks(axes.x[0], axes.x[1], max(2, int(area.width() // 70))):
            if not self.curves.by_seconds and at != round(at):
                continue  # there is no half epoch
            text = tick_text(at) if self.curves.by_seconds else count_text(round(at))
            wide = metrics.horizontalAdvance(text)
            left = max(area.left(), axes.place(at, 0).x() - wide / 2)
            if left + wide < free:
                painter.drawText(QRectF(left, top, wide + 2, 16), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_line(self, painter: QPainter, curve: SharedCurve, validation: bool, x: Floats, y: Floats) -> None:
        axes, area = self._axes, self._axes.area
        colour = curve.row.colour or 0
        across = area.left() + (x - axes.x[0]) / max(1e-12, axes.x[1] - axes.x[0]) * area.width()
        up = area.bottom() - (y - axes.y[0]) / max(1e-300, axes.y[1] - axes.y[0]) * area.height()
        known = np.isfinite(up)
        if validation:  # in pieces of its own: a dashed pen costs twenty times as much
            across, up, known = _dashed(across[known], up[known])
        length = area.width() + float(np.nansum(np.abs(np.diff(up))))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, length < SMOOTH_BELOW)
        pen = QPen(colour_of(colour), 1.0, Qt.PenStyle.DotLine if colour >= COLOURS else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        for start, stop in _stretches(known):
            painter.drawPolyline(_polygon(across[start:stop], up[start:stop]))
        there = np.flatnonzero(np.isfinite(up))
        if len(there) == 1 or (len(there) and curve.row.trains and not validation):
            # A run of one epoch is seen as well, and of one that goes on where it has come to.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(colour_of(colour))
            painter.drawEllipse(QPointF(across[there[-1]], up[there[-1]]), 2, 2)

    def _paint_reading(self, painter: QPainter) -> None:
        found, area, now = self.reading(), self._axes.area, theme.current()
        if not found or self.pointed is None:
            return
        x = min(area.right(), max(area.left(), self.pointed))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("quiet", 0.7), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        bounds = QRectF(self.rect()).adjusted(theme.STEP, 0, -theme.STEP, -theme.STEP)
        paint_card(painter, self.card_lines(), QPointF(x, area.center().y()), bounds)

    def card_lines(self) -> list[Line]:
        """What the card at the mouse says: where, then each run with its values."""
        found, share = self.reading(), is_share(self.curves.key)
        if not found:
            return []
        lines = [Line(self._where(found))]
        for curve, _, training, validation in found[:MOST_READ]:
            values = [value_text(v, share) for v in (training, validation) if v == v]
            lines.append(Line(curve.row.name, " / ".join(values), QColor(colour_of(curve.row.colour or 0))))
        if len(found) > MOST_READ:
            lines.append(Line(self.tr("and {count} more").format(count=len(found) - MOST_READ)))
        return lines

    def _where(self, found: list[tuple[SharedCurve, int, float, float]]) -> str:
        if not self.curves.by_seconds:
            return self.tr("epoch {epoch}").format(epoch=count_text(found[0][1]))
        axes = self._axes
        share = ((self.pointed or 0.0) - axes.area.left()) / max(1.0, axes.area.width())
        return seconds_text(max(0.0, axes.x[0] + share * (axes.x[1] - axes.x[0])))

    # ------------------------------------------------------------ size and mouse

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed = None
        self.update()


def _stretches(known: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where *known* is true for at least two places in a row: from, and up to."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2) if b - a > 1]


def _dashed(x: Floats, y: Floats) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The line with points close enough to be drawn in pieces, and which of them are drawn."""
    if len(x) < 2:
        return x, y, np.ones(len(x), bool)
    corners = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    dash = max(DASH, corners[-1] / MOST_DASHES)
    # Close together along the line, however steep it is.
    along = np.union1d(corners, np.arange(0.0, corners[-1], dash / 2))
    return np.interp(along, corners, x), np.interp(along, corners, y), (along // dash) % 3 != 2


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    """The points as Qt has them, written into its memory at once: a thousand objects would cost a millisecond."""
    made = QPolygonF()
    made.resize(len(x))
    pointer: Any = VoidPtr  # its stub knows of no length
    memory = pointer(made.data(), len(x) * 16, True)
    places = np.frombuffer(memory, np.float64).reshape(-1, 2)
    places[:, 0], places[:, 1] = x, y
    return made
