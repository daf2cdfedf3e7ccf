"""How a unit responds over the data: a histogram by class, and its surface over two inputs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.inside.messages import Response, UnitSeen
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour
from nnviz.ui.panes.colouring import image_of, signed_pixels
from nnviz.ui.panes.readout import Line
from nnviz.ui.panes.ticks import tick_text, value_text
from nnviz.ui.panes.unit_figure import CAPTION, LEFT, RIGHT, UnitFigure

HIGH, AXIS, LEGEND = 58.0, 16.0, 16.0
SQUARE = 72


class ResponseFigure(UnitFigure):
    """A bar a bin, the classes on top of each other in their colours, those that excite the unit most first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Response over the data")
        self.setAccessibleName(self.title)
        self._response: Response | None = None
        self._facts: DataFacts | None = None
        self._counts: NDArray[np.int64] = np.zeros((0, 1), np.int64)
        self.setFixedHeight(round(CAPTION + HIGH + AXIS + LEGEND))

    def show_response(self, response: Response | None, facts: DataFacts | None) -> None:
        """Show *response*; None while it is being measured."""
        self._response, self._facts = response, facts
        if response is not None:
            self._counts = np.array(response.counts, np.int64).reshape(max(1, len(response.classes)), -1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def note(self) -> str:
        response = self._response
        if response is None:
            return self.tr("measuring…")
        if response.rows == response.total:
            return self.tr("{0} rows").format(f"{response.rows:,}")
        return self.tr("{0} of {1} rows").format(f"{response.rows:,}", f"{response.total:,}")

    @property
    def _bars(self) -> QRectF:
        return QRectF(0, CAPTION, self.width(), HIGH)

    def colour(self, place: int) -> QColor:
        """The colour of the class at *place* of those shown."""
        response, facts = self._response, self._facts
        if response is None or facts is None or not response.classes:
            return theme.current().color("positive", 0.8)
        return class_colour(response.classes[place], facts.task == "binary")

    def name(self, place: int) -> str:
        """What the class at *place* is called."""
        names = self._facts.class_names if self._facts is not None else ()
        number = self._response.classes[place] if self._response is not None else 0
        return names[number] if number < len(names) else str(number)

    def draw(self, painter: QPainter) -> None:
        now, response, box = theme.current(), self._response, self._bars
        painter.fillRect(box, now.color("field", 0.5))
        if response is None:
            return
        stacked = self._counts.sum(axis=0)
        most, wide = max(1, int(stacked.max())), box.width() / len(stacked)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for i in range(len(stacked)):
            y = box.bottom()
            for place in range(len(self._counts)):
                high = self._counts[place, i] / most * (box.height() - 4)
                painter.fillRect(QRectF(box.left() + i * wide, y - high, max(1.0, wide - 1), high), self.colour(place))
                y -= high
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter, response, box)
        self._draw_legend(painter, response)

    def _draw_axis(self, painter: QPainter, response: Response, box: QRectF) -> None:
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(theme.current().color("quiet"))
        line = QRectF(box.left(), box.bottom() + 1, box.width(), AXIS - 2)
        if response.low == response.high:
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.tr("always {0}").format(tick_text(response.low)))
            return
        painter.drawText(line, LEFT, value_text(response.low))
        painter.drawText(line, RIGHT, value_text(response.high))

    def _draw_legend(self, painter: QPainter, response: Response) -> None:
        """The classes in the order of their mean response, as many as there is room for."""
        if not response.classes:
            return
        x, y = 0.0, self._bars.bottom() + AXIS + LEGEND / 2 - 1
        metrics = QFontMetricsF(painter.font())
        for place in range(len(response.classes)):
            text = self.name(place)
            wide = 10 + metrics.horizontalAdvance(text) + 8
            if x + wide > self.width() + 6:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour(place))
            painter.drawEllipse(QPointF(x + 4, y), 3, 3)
            painter.setPen(theme.current().color("quiet"))
            painter.drawText(QRectF(x + 10, y - 8, wide, 16), LEFT, text)
            x += wide

    def card(self, at: QPointF) -> list[Line]:
        response, box = self._response, self._bars
        if response is None or not box.contains(at):
            return []
        bins = self._counts.shape[1]
        i = min(bins - 1, int((at.x() - box.left()) / box.width() * bins))
        step = (response.high - response.low) / bins
        ends = tuple(value_text(response.low + step * j) for j in (i, i + 1))
        lines = [Line(self.tr("{0} to {1}").format(*ends), f"{int(self._counts[:, i].sum()):,}")]
        if response.classes:
            held = [place for place in range(len(self._counts)) if self._counts[place, i]]
            lines += [Line(self.name(p), f"{int(self._counts[p, i]):,}", self.colour(p)) for p in held[:6]]
        return lines


class UnitSurface(UnitFigure):
    """What the unit answers over the plane of two inputs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Surface")
        self.setAccessibleName(self.title)
        self._seen: UnitSeen | None = None
        self._values: NDArray[np.float32] | None = None
        self.setFixedHeight(round(CAPTION) + SQUARE)

    def show_unit(self, seen: UnitSeen | None) -> None:
        """Show the surface of *seen*, where it has one."""
        self._seen = seen
        self._values = None
        if seen is not None and seen.size:
            self._values = np.frombuffer(seen.surface, "<f4").reshape(seen.size, seen.size)
        self.setVisible(self._values is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SQUARE, round(CAPTION) + SQUARE)

    @property
    def _square(self) -> QRectF:
        side = min(float(self.width()), float(SQUARE))
        return QRectF(0, CAPTION, side, side)

    def draw(self, painter: QPainter) -> None:
        if self._values is None:
            return
        finite = self._values[np.isfinite(self._values)]
        limit = float(np.abs(finite).max(initial=0.0)) or 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._square, image_of(signed_pixels(self._values[::-1], limit, theme.current())))
        painter.setPen(theme.current().color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._square.adjusted(0.5, 0.5, -0.5, -0.5))

    def card(self, at: QPointF) -> list[Line]:
        box, seen = self._square, self._seen
        if self._values is None or seen is None or not box.contains(at):
            return []
        across, up = (at.x() - box.left()) / box.width(), (box.bottom() - at.y()) / box.height()
        x0, x1, y0, y1 = seen.extent
        place = (min(seen.size - 1, int(share * seen.size)) for share in (up, across))
        value = float(self._values[tuple(place)])
        where = f"({value_text(x0 + across * (x1 - x0))}, {value_text(y0 + up * (y1 - y0))})"
        return [Line(where, value_text(value))]
