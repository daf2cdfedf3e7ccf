"""The one place where pyqtgraph is set up: bare lines over x, quick, flat, and in the window's colours.

A line that is opaque, one pixel wide and not antialiased is pyqtgraph's fast path, and everything here keeps to it; a
line is smooth only where it is short enough to be as quick. pyqtgraph takes a third of a second to load: a window
promises to do that bit by bit once it is at rest, and lines that are drawn before then wait for it.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from nnviz.ui import theme
from nnviz.ui.program.in_pieces import InPieces
from nnviz.ui.program.loading import PackageImport

Floats = NDArray[np.float64]
Range = tuple[float, float]
NOTCH = 120  # what a wheel reports for one notch
ZOOM = 0.75  # of the range that is left after one notch


class Library(QObject):
    """Loads pyqtgraph on the window's thread, a little at a time; see ``loading``.

    PySide6 makes each of Qt's classes when it is first named, and pyqtgraph names all of them, so that is done before.

    Attributes:
        promised: it is loaded in the background, or will be.
        is_loaded: it is there.

    Signals:
        loaded: it is there.
    """

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.promised = self.is_loaded = self._loading = False
        self._names = _names_in_qt()
        self._naming = InPieces(self._name_next, lambda: not self._names, self)
        self._importing = InPieces(self._import_more, lambda: self.is_loaded, self)

    def promise(self) -> None:
        """Let lines wait until it is loaded, which somebody asks for soon."""
        self.promised = True

    def load(self) -> None:
        """Begin to load it, unless that has begun; ``loaded`` follows."""
        self.promised = True
        if self._loading:
            return
        self._loading = True
        if self._names:
            self._naming.start()
        else:
            self._importing.start()

    def _name_next(self) -> None:
        module, name = self._names.pop()
        getattr(module, name)
        if not self._names:
            self._importing.start()

    def _import_more(self) -> None:
        if not _package().is_done:
            _package().step()
            return
        _pyqtgraph()
        self.is_loaded = True
        self.loaded.emit()

    def shutdown(self) -> None:
        """Give up what is being loaded; what was promised no longer holds."""
        self._naming.stop()
        self._importing.stop()
        self.promised = self._loading = self.is_loaded


def _names_in_qt() -> list[tuple[ModuleType, str]]:
    return [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]


@cache
def library() -> Library:
    """The one loader of the process."""
    return Library()


@cache
def _package() -> PackageImport:
    return PackageImport("pyqtgraph")


@cache
def _pyqtgraph() -> Any:
    pg: Any = _package().finish()
    pg.setConfigOptions(antialias=False, useOpenGL=False)
    return pg


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
        self._item: Any = None

    def draw(self, x: Floats, y: Floats, smooth: bool) -> None:
        """Show other points."""
        if not len(x) and not len(self.x):
            return
        self.x, self.y, self.smooth = x, y, smooth
        self._plot.want_canvas()
        self._show()

    def place_on(self, box: Any) -> None:
        """Become an item of pyqtgraph's *box*."""
        self._item = _pyqtgraph().PlotCurveItem(pen=self._pen())
        self._item.setOpacity(self._opacity)
        box.addItem(self._item)
        self._show()

    def _show(self) -> None:
        if self._item is not None:
            self._item.setData(self.x, self.y, connect="finite", antialias=self.smooth)

    def recolour(self) -> None:
        """Take the theme's colour again."""
        if self._item is not None:
            self._item.setPen(self._pen())

    def _pen(self) -> QPen:
        pen = QPen(theme.current().color(self._colour), 1.0)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen


class LinePlot(QWidget):
    """Lines without axes; the wheel zooms x, dragging moves along x.

    It is transparent: whoever owns it paints grid and labels below it.

    Attributes:
        margin: it is larger by so many pixels on every side than the area the ranges speak of, so that a line along
            the edge is drawn whole.
        box: pyqtgraph's ViewBox; None until it is loaded.

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
        self._canvas: Any = None
        self.box: Any = None
        self.setMouseTracking(True)
        library().loaded.connect(self.make_canvas)

    def want_canvas(self) -> None:
        """Make what the lines are drawn on, or have it made once what was promised is loaded."""
        if library().promised and not library().is_loaded:
            library().load()
        else:
            self.make_canvas()

    def make_canvas(self) -> None:
        """Make what the lines are drawn on, where that is not there yet."""
        if self.box is not None:
            return
        pg = _pyqtgraph()
        self._canvas = pg.GraphicsView(parent=self, useOpenGL=False, background=None)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setFrameShape(QFrame.Shape.NoFrame)
        self._canvas.viewport().setAutoFillBackground(False)
        self._canvas.setStyleSheet("background: transparent")
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self._canvas.setCentralItem(self.box)
        self._canvas.setGeometry(self.rect())
        self._canvas.show()
        for line in self._lines:
            line.place_on(self.box)
        self._follow_ranges()

    def recolour(self) -> None:
        """Take the theme's colours again."""
        for line in self._lines:
            line.recolour()

    def add_line(self, colour: str, opacity: float = 1.0) -> PlotLine:
        """A new line without points in a *colour* of the theme, above the lines that are there."""
        self._lines.append(PlotLine(self, colour, opacity))
        if self.box is not None:
            self._lines[-1].place_on(self.box)
        return self._lines[-1]

    @property
    def x_range(self) -> Range:
        """The x at the left and right end of the area inside the margin."""
        return self._x

    def set_ranges(self, x: Range, y: Range) -> None:
        """Let *x* and *y* reach exactly across the area inside the margin."""
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            self._follow_ranges()

    def _follow_ranges(self) -> None:
        if self.box is not None:
            wide, high = max(1, self.width()), max(1, self.height())
            x, y = _widened(self._x, wide, self.margin), _widened(self._y, high, self.margin)
            self.box.setRange(xRange=x, yRange=y, padding=0, update=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._canvas is not None:
            self._canvas.setGeometry(self.rect())
        self._follow_ranges()

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


def _widened(span: Range, pixels: int, margin: int) -> Range:
    low, high = span
    extra = (high - low) * margin / max(1, pixels - 2 * margin)
    return low - extra, high + extra
