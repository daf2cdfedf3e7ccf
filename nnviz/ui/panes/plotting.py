"""Bare lines over x, painted as Qt paints fastest: opaque, one pixel wide, smooth only where they are short."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme

Floats = NDArray[np.float64]
Range = tuple[float, float]
NOTCH = 120  # what a wheel reports for one notch
ZOOM = 0.75  # of the range that is left after one notch


class PlotLine:
    """One line of a ``LinePlot``.

    Attributes:
        x, y: its points; where one of them is not finite the line is broken.
        smooth: whether it is antialiased.
    """

    def __init__(self, plot: LinePlot, colour: str, opacity: float) -> None:
        self._plot, self._colour, self._opacity = plot, colour, opacity
        self.x, self.y = np.empty(0), np.empty(0)
        self.smooth = True
        self._pieces: list[QPolygonF] | None = None

    def draw(self, x: Floats, y: Floats, smooth: bool) -> None:
        """Show other points."""
        if len(x) or len(self.x):
            self.x, self.y, self.smooth = x, y, smooth
            self.forget_places()
            self._plot.update()

    def forget_places(self) -> None:
        """The ranges or the size of the plot are others."""
        self._pieces = None

    def paint(self, painter: QPainter) -> None:
        """Draw it with *painter*."""
        if self._pieces is None:
            self._pieces = self._placed()
        pen = QPen(theme.current().color(self._colour), 1.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setOpacity(self._opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.smooth)
        for piece in self._pieces:
            painter.drawPolyline(piece)

    def _placed(self) -> list[QPolygonF]:
        x, y = self._plot.places(self.x, self.y)
        finite = np.isfinite(x) & np.isfinite(y)
        cuts = np.flatnonzero(np.diff(finite)) + 1
        pieces = []
        for start, stop in zip([0, *cuts.tolist()], [*cuts.tolist(), len(x)], strict=True):
            if stop - start > 1 and finite[start]:
                points = zip(x[start:stop].tolist(), y[start:stop].tolist(), strict=True)
                pieces.append(QPolygonF([QPointF(a, b) for a, b in points]))
        return pieces


class LinePlot(QWidget):
    """Lines without axes; the wheel zooms x, dragging moves along x.

    It is transparent: whoever owns it paints grid and labels below it.

    Attributes:
        margin: it is larger by so many pixels on every side than the area the ranges speak of, so that a line along
            the edge is drawn whole.

    Signals:
        zoomed: a person zoomed or moved.
    """

    zoomed = Signal()
    margin = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._x: Range = (0.0, 1.0)
        self._y: Range = (0.0, 1.0)
        self._lines: list[PlotLine] = []
        self._held: float | None = None  # the pixel at which a drag was last
        self.setMouseTracking(True)

    def add_line(self, colour: str, opacity: float = 1.0) -> PlotLine:
        """A new line without points in a *colour* of the theme, above the lines that are there."""
        self._lines.append(PlotLine(self, colour, opacity))
        return self._lines[-1]

    @property
    def x_range(self) -> Range:
        """The x at the left and right end of the area inside the margin."""
        return self._x

    def set_ranges(self, x: Range, y: Range) -> None:
        """Let *x* and *y* reach exactly across the area inside the margin."""
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            self._move_lines()

    def places(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Where points are drawn, in pixels of this widget."""
        wide, high = (max(1, size - 2 * self.margin) for size in (self.width(), self.height()))
        across = (x - self._x[0]) / (self._x[1] - self._x[0] or 1.0)
        up = (y - self._y[0]) / (self._y[1] - self._y[0] or 1.0)
        return self.margin + across * wide, self.margin + (1 - up) * high

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for line in self._lines:
            line.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._move_lines()

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = ZOOM ** (event.angleDelta().y() / NOTCH)
        at = self._x_at(event.position().x())
        self._zoom((at + (self._x[0] - at) * factor, at + (self._x[1] - at) * factor))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and event.buttons():
            moved = self._x_at(self._held) - self._x_at(event.position().x())
            self._held = event.position().x()
            self._zoom((self._x[0] + moved, self._x[1] + moved))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def _x_at(self, pixel: float) -> float:
        share = (pixel - self.margin) / max(1, self.width() - 2 * self.margin)
        return self._x[0] + share * (self._x[1] - self._x[0])

    def _zoom(self, x: Range) -> None:
        self.set_ranges(x, self._y)
        self.zoomed.emit()

    def _move_lines(self) -> None:
        for line in self._lines:
            line.forget_places()
        self.update()
