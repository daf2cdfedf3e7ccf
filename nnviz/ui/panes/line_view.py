"""What a network of one input answers along it: a line over the points of the data."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.panes.pointed import Pointed
from nnviz.ui.panes.readout import Line, paint_card
from nnviz.ui.panes.surface_colours import Meaning, point_colours
from nnviz.ui.panes.surface_points import DataPoints
from nnviz.ui.panes.ticks import Range, settled, tick_text, ticks, value_text
from nnviz.ui.training.live import Floats

TOP, BOTTOM, GUTTER = 4.0, 34.0, 40.0
LABELS = 10  # pixels of the type along the axes
BEYOND = 0.5  # how far outside the targets, in their spans, an answer may lie and still set the range
POINT, CURVE = 5.0, 2.0  # pixels across
MOST_SAID = 4  # answers in the card


class LineView(Pointed):
    """Paints what its pane gives it: of several answers, a line each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers: Floats | None = None
        self._ends: Range = (0.0, 1.0)
        self._points: DataPoints | None = None
        self._facts: DataFacts | None = None
        self._meaning = Meaning("regression")
        self._span: Range | None = None
        self.be_pointed(self.tr("Answer along the input"))

    @property
    def answers(self) -> Floats | None:
        """What is drawn: (points along the line, outputs); None before there is any."""
        return self._answers

    def show_answers(self, answers: Floats | None, ends: Range, facts: DataFacts | None, meaning: Meaning) -> None:
        """Show newer *answers* (size, outputs) at even steps between *ends*; None before there are any."""
        self._answers, self._facts, self._meaning = answers, facts, meaning
        if answers is not None:
            self._ends = ends
        self.update()

    def show_points(self, points: DataPoints | None) -> None:
        """Show other data points: x (n, 1)."""
        self._points = points.thinned() if points is not None else None
        self._span = None
        if self._points is not None and self._answers is None:
            self._ends = float(self._points.x.min()), float(self._points.x.max())
        self.update()

    # ------------------------------------------------------------ places

    def area(self) -> QRectF:
        """Where the plot is, in pixels of this widget."""
        left = theme.GROUP + GUTTER
        return QRectF(left, TOP, max(1.0, self.width() - left - theme.GROUP), max(1.0, self.height() - TOP - BOTTOM))

    def span(self) -> Range:
        """The least and the largest number along the upright axis."""
        targets = self._targets()
        low, high = (float(targets.min()), float(targets.max())) if targets.size else (0.0, 1.0)
        if self._answers is not None:
            room = (high - low or 1.0) * BEYOND
            near = self._answers[np.isfinite(self._answers) & (self._answers >= low - room)]
            near = near[near <= high + room]
            low, high = min(low, float(near.min(initial=low))), max(high, float(near.max(initial=high)))
        self._span = settled(self._span, low, high)
        return self._span

    def places(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float64]:
        """Pixels (n, 2) of the numbers *y* at the inputs *x*."""
        area, (first, last), (low, high) = self.area(), self._ends, self.span()
        across = area.left() + (np.asarray(x, float) - first) / ((last - first) or 1.0) * area.width()
        up = area.bottom() - (np.asarray(y, float) - low) / ((high - low) or 1.0) * area.height()
        return np.stack([across, np.clip(up, area.top() - 1, area.bottom() + 1)], axis=1)

    def _targets(self) -> NDArray[Any]:
        """The numbers that the points have along the upright axis: ``(n, lines)``; classes stand at 1."""
        points = self._points
        if points is None:
            return np.zeros((0, 1))
        if self._meaning.task == "classes":
            return np.ones((len(points.x), 1))
        targets = np.asarray(points.y, float).reshape(len(points.x), -1)
        return targets * 2 - 1 if self._meaning.margin and self._meaning.task == "binary" else targets

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.setClipRect(self.area().adjusted(-2, -2, 2, 2))
        self._paint_points(painter)
        self._paint_curves(painter)
        painter.setClipping(False)
        lines = self.card_lines()
        if lines:
            paint_card(painter, lines, self.at, self.card_bounds())
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        now, area, (low, high) = theme.current(), self.area(), self.span()
        painter.setFont(theme.font(LABELS, tabular=True))
        for value in ticks(low, high, max(2, min(5, int(area.height() // 36)))):
            y = round(area.bottom() - (value - low) / ((high - low) or 1.0) * area.height())
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), now.color("line", 0.7))
            painter.setPen(now.color("quiet"))
            box = QRectF(0, y - 8, area.left() - 6, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick_text(value))
        first, last = self._ends
        for value in ticks(first, last, max(4, min(8, int(area.width() // 60)))):
            x = area.left() + (value - first) / ((last - first) or 1.0) * area.width()
            box = QRectF(x - 30, area.bottom() + 3, 60, 14)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick_text(value))
        names = self._facts.feature_names if self._facts is not None else ()
        row = QRectF(area.left(), area.bottom() + 17, area.width(), 14)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, names[0] if names else "x")

    def _paint_points(self, painter: QPainter) -> None:
        points, now = self._points, theme.current()
        if points is None:
            return
        targets = self._targets()
        colours = point_colours(points.y, self._meaning, now, self._facts.outputs if self._facts else 1)
        for line in range(targets.shape[1]):
            places = self.places(points.x[:, 0], targets[:, line])
            for i in np.flatnonzero(np.isfinite(places).all(axis=1)).tolist():
                name = "training" if points.part[i] == 0 else "validation"
                shade = now.color(name, 0.7) if self._numbers else QColor(*(int(c) for c in colours[i]))
                painter.setPen(QPen(shade, POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawPoint(QPointF(*places[i]))

    def _paint_curves(self, painter: QPainter) -> None:
        answers = self._answers
        if answers is None or not len(answers):
            return
        x = np.linspace(*self._ends, len(answers))
        for line in range(answers.shape[1]):
            finite = np.isfinite(answers[:, line])
            places = self.places(x[finite], answers[finite, line])
            painter.setPen(QPen(self._curve_colour(line), CURVE))
            painter.drawPolyline(QPolygonF([QPointF(*place) for place in places.tolist()]))

    @property
    def _numbers(self) -> bool:
        return self._meaning.task == "regression"

    def _curve_colour(self, line: int) -> QColor:
        now = theme.current()
        if self._meaning.task != "classes" or self._facts is None:
            return now.color("text")
        rgb = point_colours(np.array([line]), self._meaning, now, self._facts.outputs)[0]
        return QColor(*(int(c) for c in rgb))

    # ------------------------------------------------------------ pointing

    def card_lines(self) -> list[Line]:
        """What is said of the place pointed at: the input, and the answers there."""
        area, answers = self.area(), self._answers
        if answers is None or not len(answers) or not area.contains(self.at):
            return []
        share = (self.at.x() - area.left()) / area.width()
        first, last = self._ends
        facts = self._facts
        names = facts.feature_names if facts is not None else ()
        found = [Line(names[0] if names else "x", value_text(first + share * (last - first)))]
        outputs = (facts.target_names if self._numbers else facts.class_names) if facts is not None else ()
        for line, value in enumerate(answers[round(share * (len(answers) - 1)), :MOST_SAID].tolist()):
            own = outputs[line] if len(outputs) == answers.shape[1] else self.tr("answer")
            found.append(Line(own, value_text(value), self._curve_colour(line)))
        return found
