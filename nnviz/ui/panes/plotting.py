"""The one place where pyqtgraph is set up: quick, flat, and in the window's colours.

A line that is opaque, one pixel wide and not antialiased is pyqtgraph's fast path, and everything here keeps to it;
``CurvePane`` alone smooths a line, and only one short enough to be as quick.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QFrame, QWidget

from nnviz.ui import theme


@cache
def configure() -> None:
    """Set pyqtgraph's global options, once in a process."""
    pg.setConfigOptions(antialias=False, imageAxisOrder="row-major", useOpenGL=False)
    theme.notifier().changed.connect(_take_colours)
    _take_colours()


def _take_colours() -> None:
    now = theme.current()
    pg.setConfigOptions(background=now.panel, foreground=now.quiet)


def line_pen(colour: str, width: float = 1.0) -> QPen:
    """A pen of *width* pixels at every zoom; *colour* is the name of a colour of the theme."""
    pen = QPen(theme.current().color(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class LinePlot:
    """A bare plot of lines over x: no axes, no menu, no buttons; the wheel zooms x, dragging moves along x.

    The widget is transparent: whoever owns it paints grid and labels below it.

    Attributes:
        widget: what to place; it is *margin* pixels larger on every side than the area the ranges speak of, so that
            a line along the edge is drawn whole.
        view: pyqtgraph's ViewBox.
    """

    margin = 4

    def __init__(self, parent: QWidget) -> None:
        configure()
        self.widget: Any = pg.PlotWidget(parent=parent)
        self._plot = self.widget.getPlotItem()
        for name in ("left", "bottom", "right", "top"):
            self._plot.hideAxis(name)
            self._plot.getAxis(name).unlinkFromView()  # a hidden axis still writes its label at every change
        self._plot.hideButtons()
        self._plot.setMenuEnabled(False)
        self._plot.layout.setContentsMargins(0, 0, 0, 0)
        self._plot.layout.setSpacing(0)
        self._plot.setDownsampling(auto=True, mode="peak")
        self._plot.setClipToView(True)
        self.view: Any = self._plot.getViewBox()
        self.view.disableAutoRange()
        self.view.setMouseEnabled(x=True, y=False)
        self._make_transparent()

    def _make_transparent(self) -> None:
        self.widget.setBackground(None)
        self.widget.setFrameShape(QFrame.Shape.NoFrame)
        self.widget.viewport().setAutoFillBackground(False)
        self.widget.setStyleSheet("background: transparent")
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_line(self) -> Any:
        """A new line without data, above the lines that are there."""
        return self._plot.plot(np.empty(0), np.empty(0), connect="finite")

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Let *x* and *y* reach exactly across the area inside the margin."""
        wide, high = max(1, self.widget.width()), max(1, self.widget.height())
        self.view.setRange(
            xRange=_widened(x, wide, self.margin), yRange=_widened(y, high, self.margin), padding=0, update=True
        )

    def x_range(self) -> tuple[float, float]:
        """The x at the left and right end of the area inside the margin."""
        (low, high), _ = self.view.viewRange()
        trim = (high - low) * self.margin / max(1, self.widget.width())
        return low + trim, high - trim


def _widened(span: tuple[float, float], pixels: int, margin: int) -> tuple[float, float]:
    low, high = span
    extra = (high - low) * margin / max(1, pixels - 2 * margin)
    return low - extra, high + extra
