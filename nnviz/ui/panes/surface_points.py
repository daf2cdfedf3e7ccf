"""The data points over a decision surface, painted once into a picture of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.panes.surface_colours import Meaning, point_colours

Extent = tuple[float, float, float, float]
MOST = 3000  # points painted; of more an even choice
NEAR = 7.0  # pixels


@dataclass(frozen=True)
class DataPoints:
    """The rows of data with two inputs.

    Attributes:
        x: (n, 2), in the units of the data before scaling.
        y: (n,) or (n, outputs), canonical targets.
        part: (n,): 0 training, 1 validation, 2 test.
    """

    x: NDArray[Any]
    y: NDArray[Any]
    part: NDArray[Any]

    def thinned(self) -> DataPoints:
        """At most ``MOST`` of the points, evenly chosen."""
        if len(self.x) <= MOST:
            return self
        chosen = np.linspace(0, len(self.x) - 1, MOST).astype(int)
        return DataPoints(self.x[chosen], self.y[chosen], self.part[chosen])

    def extent(self) -> Extent:
        """x0, x1, y0, y1 around all points with a little room."""
        low, high = self.x.min(axis=0), self.x.max(axis=0)
        room = np.where(high > low, (high - low) * 0.08, 1.0)
        return float(low[0] - room[0]), float(high[0] + room[0]), float(low[1] - room[1]), float(high[1] + room[1])

    def places(self, extent: Extent, area: QRectF) -> NDArray[np.float64]:
        """Pixels (n, 2) of the points where *area* shows *extent*."""
        x0, x1, y0, y1 = extent
        across = (self.x[:, 0] - x0) / (x1 - x0) * area.width() + area.left()
        down = (y1 - self.x[:, 1]) / (y1 - y0) * area.height() + area.top()
        return np.stack([across, down], axis=1).astype(float)

    def nearest(self, at: QPointF, extent: Extent, area: QRectF) -> int | None:
        """The point within ``NEAR`` pixels of *at*; None where there is none."""
        distance = np.hypot(*(self.places(extent, area) - (at.x(), at.y())).T)
        index = int(np.argmin(distance))
        return index if distance[index] <= NEAR else None


def ring_pen(part: int) -> QPen:
    """The ring of a point: light for training, dark for validation and test."""
    now = theme.current()
    light, dark = (now.text, now.background) if now.dark else (now.panel, now.text)
    return QPen(QColor(light if part == 0 else dark), 1.0 if part == 0 else 1.4)


def radius(count: int) -> float:
    """How large each of *count* points is."""
    return 3.0 if count <= 500 else 2.4 if count <= 1200 else 1.8


def paint_generated(painter: QPainter, x: NDArray[Any], extent: Extent, area: QRectF, colour: QColor) -> None:
    """Paint the points *x* (n, 2) that a generator makes, in *colour*: they are others at every epoch."""
    places = DataPoints(x, x, np.zeros(len(x))).places(extent, area)
    polygon = QPolygonF([QPointF(*place) for place in places[np.isfinite(places).all(axis=1)].tolist()])
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = 2 * radius(len(x)) - 1
    for pen, width in ((ring_pen(0).color(), size + 1.4), (colour, size)):
        painter.setPen(QPen(pen, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(polygon)
    painter.restore()


def points_picture(
    points: DataPoints, facts: DataFacts, meaning: Meaning, extent: Extent, area: QRectF, scale: float
) -> QPixmap:
    """*area* with the points on it and nothing else; *scale* is the screen's pixel ratio."""
    picture = QPixmap(max(1, round(area.width() * scale)), max(1, round(area.height() * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = point_colours(points.y, meaning, theme.current(), facts.outputs)
    places = points.places(extent, QRectF(0, 0, area.width(), area.height()))
    size = radius(len(points.x))
    for part in (0, 1, 2):
        painter.setPen(ring_pen(part))
        for i in np.flatnonzero(points.part == part):
            fill = QColor(*(int(c) for c in colours[i]))
            fill.setAlphaF(1.0 if part < 2 else 0.35)
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(*places[i]), size, size)
    painter.end()
    return picture
