"""Numbers that were predicted: over the truth, as residuals, and, of a series, as a forecast."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.training.evaluating.messages import Numbers
from nnviz.ui import theme
from nnviz.ui.figures import count_text
from nnviz.ui.panes.evaluation_view import LEFT, FigureView, Judged, Plot
from nnviz.ui.panes.readout import Line
from nnviz.ui.panes.ticks import rounded_out, value_text

POINT, NEAR, BESIDE = 4.0, 8.0, 0.28
FEWEST, ZOOM, NOTCH = 20, 0.8, 120


class NumbersView(FigureView):
    """What the views of predicted numbers share."""

    def offers(self, judged: Judged) -> bool:
        found = judged.evaluation.numbers
        return found is not None and len(found.truth) > 0

    def numbers(self, judged: Judged) -> Numbers:
        """The figures that are drawn."""
        assert judged.evaluation.numbers is not None
        return judged.evaluation.numbers

    def sample_card(self, found: Numbers, i: int) -> list[Line]:
        """What is said of sample number *i*."""
        row = Line(self.tr("row {row}").format(row=count_text(found.rows[i] + 1)))
        return [row, Line(self.tr("true"), value_text(found.truth[i])),
                Line(self.tr("predicted"), value_text(found.answer[i])),
                Line(self.tr("residual"), value_text(found.answer[i] - found.truth[i]))]  # fmt: skip


class PredictedView(NumbersView):
    """Predicted over true; the line is what a perfect network would answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Predicted and true")
        self.setAccessibleName(self.title)

    def caption(self, judged: Judged) -> str:
        return f"R² {value_text(self.numbers(judged).r2)}"

    def plot(self, found: Numbers) -> Plot:
        """The plot as it stands now: the same range along both axes."""
        low, high = min(*found.truth, *found.answer, *found.truth), max(*found.truth, *found.answer, *found.truth)
        span = rounded_out(low, high)
        return Plot.within(self.area, span, span, square=True)

    def draw(self, painter: QPainter, judged: Judged) -> None:
        found, now = self.numbers(judged), theme.current()
        plot = self.plot(found)
        plot.paint_axes(painter, (self.tr("true"), self.tr("predicted")))
        painter.setPen(QPen(now.color("quiet"), 1))
        painter.drawLine(plot.area.bottomLeft(), plot.area.topRight())
        _paint_points(painter, plot.places(np.array(found.truth), np.array(found.answer)))
        painter.setFont(theme.font(11, tabular=True))
        texts = [f"R² {value_text(found.r2)}", f"MAE {value_text(found.mae)}", f"RMSE {value_text(found.rmse)}"]
        wide = max(painter.fontMetrics().horizontalAdvance(text) for text in texts)
        painter.setPen(now.color("quiet"))
        for i, text in enumerate(texts):  # above the line is where good answers leave most room
            painter.drawText(QRectF(plot.area.left() + 8, plot.area.top() + 2 + 16 * i, wide + 2, 16), LEFT, text)

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        found = self.numbers(judged)
        i = _nearest(self.plot(found).places(np.array(found.truth), np.array(found.answer)), at)
        return [] if i is None else self.sample_card(found, i)


class ResidualsView(NumbersView):
    """Predicted minus true: over what was predicted, and beside it how often which residual comes up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Residuals")
        self.setAccessibleName(self.title)

    def caption(self, judged: Judged) -> str:
        return self.tr("mean {value}").format(value=value_text(self.numbers(judged).bias))

    def plot(self, found: Numbers) -> Plot:
        """The left plot as it stands now."""
        area = self.area.adjusted(0, 0, -self.area.width() * BESIDE, 0)
        return Plot.within(area, rounded_out(min(found.answer), max(found.answer)), rounded_out(found.low, found.high))

    def draw(self, painter: QPainter, judged: Judged) -> None:
        found, now = self.numbers(judged), theme.current()
        plot = self.plot(found)
        plot.paint_axes(painter, (self.tr("predicted"), self.tr("predicted − true")))
        zero = plot.place(plot.x[0], 0.0).y()
        painter.setPen(QPen(now.color("quiet"), 1))
        painter.drawLine(QPointF(plot.area.left(), zero), QPointF(self.width() - 16.0, zero))
        _paint_points(painter, self._places(plot, found))
        self._paint_bars(painter, plot, found)

    def _places(self, plot: Plot, found: Numbers) -> np.ndarray:
        answer = np.array(found.answer)
        return plot.places(answer, answer - np.array(found.truth))

    def _paint_bars(self, painter: QPainter, plot: Plot, found: Numbers) -> None:
        left, most = plot.area.right() + 8, max(1, *found.counts)
        room = self.width() - 16.0 - left
        edges = np.linspace(found.low, found.high, len(found.counts) + 1)
        ys = plot.places(np.full(len(edges), plot.x[0]), edges)[:, 1]
        painter.setPen(Qt.PenStyle.NoPen)
        for i, count in enumerate(found.counts):
            top, bottom = round(ys[i + 1]), round(ys[i])
            bar = QRectF(left, top, max(0.0, room * count / most), max(1, bottom - top - 1))
            painter.fillRect(bar, theme.current().color("training", 0.65))

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        found = self.numbers(judged)
        plot = self.plot(found)
        i = _nearest(self._places(plot, found), at)
        return [] if i is None else self.sample_card(found, i)


class ForecastView(NumbersView):
    """The forecast over the truth, in time; the wheel zooms, dragging moves along.

    Attributes:
        span: the first sample in view, and how many there are in view; None for all.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Forecast")
        self.setAccessibleName(self.title)
        self.span: tuple[float, float] | None = None
        self._held: float | None = None

    def offers(self, judged: Judged) -> bool:
        return super().offers(judged) and self.numbers(judged).ordered

    def caption(self, judged: Judged) -> str:
        return f"MAE {value_text(self.numbers(judged).mae)}"

    def _view(self, count: int) -> tuple[float, float]:
        first, length = self.span or (0.0, float(count))
        length = max(min(float(FEWEST), count), min(length, float(count)))
        return max(0.0, min(first, count - length)), max(2.0, length)

    def plot(self, found: Numbers) -> Plot:
        """The plot as it stands now; x counts the rows of the part from 1."""
        first, length = self._view(len(found.rows))
        low, high = min(*found.truth, *found.answer), max(*found.truth, *found.answer)
        base = found.rows[0] + 1
        return Plot.within(
            self.area.adjusted(0, 18, 0, 0), (base + first, base + first + length - 1), rounded_out(low, high)
        )

    def draw(self, painter: QPainter, judged: Judged) -> None:
        found, now = self.numbers(judged), theme.current()
        plot = self.plot(found)
        plot.paint_axes(painter, (self.tr("row"), ""))
        rows = np.array(found.rows) + 1
        seen = (rows >= plot.x[0] - 1) & (rows <= plot.x[1] + 1)
        painter.setClipRect(plot.area.adjusted(0, -4, 1, 4))
        for values, colour, width in ((found.truth, "quiet", 1.4), (found.answer, "validation", 1.4)):
            places = _unclipped(plot, rows[seen].astype(float), np.array(values)[seen])
            painter.setPen(QPen(now.color(colour), width))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
        painter.setClipping(False)
        self._paint_legend(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        now = theme.current()
        painter.setFont(theme.font(11))
        x = 16.0
        for name, colour in ((self.tr("true"), "quiet"), (self.tr("forecast"), "validation")):
            painter.fillRect(QRectF(x, self.area.top() + 8, 12, 2), now.color(colour))
            painter.setPen(now.color("quiet"))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(x + 17, self.area.top(), wide + 2, 18), LEFT, name)
            x += wide + 32

    def card(self, judged: Judged, at: QPointF) -> list[Line]:
        found = self.numbers(judged)
        plot = self.plot(found)
        if not plot.area.contains(at):
            return []
        row = plot.x[0] + (at.x() - plot.area.left()) / plot.area.width() * (plot.x[1] - plot.x[0])
        i = int(np.abs(np.array(found.rows) + 1 - row).argmin())
        return self.sample_card(found, i)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.judged is not None and self.offers(self.judged):
            found = self.numbers(self.judged)
            plot, (first, length) = self.plot(found), self._view(len(found.rows))
            at = min(1.0, max(0.0, (event.position().x() - plot.area.left()) / plot.area.width()))
            longer = length * ZOOM ** (event.angleDelta().y() / NOTCH)
            self.span = first + at * (length - longer), longer
            self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().x()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and self.judged is not None and self.offers(self.judged):
            found = self.numbers(self.judged)
            first, length = self._view(len(found.rows))
            moved = (self._held - event.position().x()) / self.plot(found).area.width() * length
            self._held = event.position().x()
            self.span = self._view_at(first + moved, length, len(found.rows))
        super().mouseMoveEvent(event)

    def _view_at(self, first: float, length: float, count: int) -> tuple[float, float]:
        return max(0.0, min(first, count - length)), length


def _unclipped(plot: Plot, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    across = plot.area.left() + (x - plot.x[0]) / (plot.x[1] - plot.x[0]) * plot.area.width()
    up = plot.area.bottom() - (y - plot.y[0]) / (plot.y[1] - plot.y[0]) * plot.area.height()
    return np.stack([across, up], axis=1)


def _paint_points(painter: QPainter, places: np.ndarray) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(theme.current().color("training", 0.8), POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _nearest(places: np.ndarray, at: QPointF) -> int | None:
    """The place within ``NEAR`` pixels of *at*; None where there is none."""
    away = np.hypot(*(places - (at.x(), at.y())).T)
    i = int(away.argmin()) if len(away) else -1
    return i if i >= 0 and away[i] <= NEAR else None
