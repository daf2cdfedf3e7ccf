"""The curves themselves: grid and figures painted below, pyqtgraph's lines, crosshair and marks painted above."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite, log10, nan

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.curve_axes import Axes, area_in, label_width, paint_axes
from nnviz.ui.panes.curve_overlay import CurveOverlay
from nnviz.ui.panes.curves import Reading, RunCurves
from nnviz.ui.panes.plotting import LinePlot
from nnviz.ui.panes.series import EpochSeries, Floats
from nnviz.ui.panes.ticks import Range, settled

# A smooth line costs about a millisecond for every thousand pixels of its length, a plain one next to nothing: a line
# is smooth while it is short, which a curve is unless it is noise from edge to edge.
SMOOTH_BELOW, PLAIN_ABOVE = 1200.0, 1600.0
LABEL_STEP = 8.0
LEAST_EPOCHS = 3.0  # the closest zoom


class CurveView(QWidget):
    """Shows ``RunCurves``.

    The wheel zooms along the epochs, dragging moves, a double click shows the whole run again. With the keyboard:
    left and right move the crosshair, Home and End jump, Esc takes it away.

    Signals:
        moved: a person zoomed or moved; it wants to be refreshed.
    """

    moved = Signal()

    def __init__(self, curves: RunCurves, parent: QWidget) -> None:
        super().__init__(parent)
        self.curves = curves
        self.axes = Axes(area_in(200, 200, 0), (1.0, 2.0), (0.0, 1.0))
        self.empty_text = ""
        self.log = False
        self._zoom: Range | None = None
        self._labels = 3 * LABEL_STEP
        self._plot = LinePlot(self)
        self._lines = (
            self._plot.add_line("quiet", 0.45), self._plot.add_line("training"), self._plot.add_line("validation")
        )  # fmt: skip
        self.overlay = CurveOverlay(self)
        self._plot.zoomed.connect(self._take_zoom)
        self._plot.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # ------------------------------------------------------------ drawing

    def forget_range(self) -> None:
        """Other values are to come: neither zoom nor range nor labels of the old ones hold."""
        self._zoom, self._labels = None, 3 * LABEL_STEP
        self.axes = Axes(self.axes.area, (1.0, 2.0), (0.0, 0.0))

    def take_over(self, other: CurveView) -> None:
        """Show the range that *other* shows."""
        self._zoom, self._labels, self.axes = other._zoom, other._labels, other.axes

    def recolour(self) -> None:
        """Take the colours of the theme."""
        self._plot.recolour()

    def refresh(self) -> None:
        """Draw the newest values."""
        empty = self.curves.shown_epochs == 0
        self._plot.setVisible(not empty)
        self._read_again()
        if not empty:
            self.axes = replace(self.axes, area=area_in(self.width(), self.height(), self._labels))
            x = self._shown_epochs()
            columns = max(16, int(self.axes.area.width()))
            drawn = [self._reduced(s, x, columns) for s in self._series()]
            self._set_axes(x, self._settled([y for _, y in drawn]))
            scale = self.axes.area.height() / (self.axes.y[1] - self.axes.y[0])
            for line, (at, y) in zip(self._lines, drawn, strict=True):
                pixels = self.axes.area.width() + float(np.nansum(np.abs(np.diff(y)))) * scale
                line.draw(at, y, smooth=pixels < (PLAIN_ABOVE if line.smooth else SMOOTH_BELOW))
        self.overlay.update()
        self.update()

    def _read_again(self) -> None:
        """Values under a crosshair that stays may have changed, or be gone."""
        pointed = self.overlay.reading
        if pointed is not None:
            there = pointed.epoch <= self.curves.shown_epochs
            self.overlay.show_reading(self.curves.reading(pointed.epoch) if there else None)

    def _series(self) -> tuple[EpochSeries, EpochSeries, EpochSeries]:
        return self.curves.earlier, self.curves.training, self.curves.validation

    def _shown_epochs(self) -> Range:
        last = float(max(2, self.curves.shown_epochs))
        if self._zoom is None:
            return 1.0, last
        span = min(max(self._zoom[1] - self._zoom[0], LEAST_EPOCHS), last - 1)
        low = min(max(1.0, self._zoom[0]), last - span)
        return low, low + span

    def _reduced(self, series: EpochSeries, x: Range, columns: int) -> tuple[Floats, Floats]:
        at, y = series.reduced(int(x[0]), int(x[1]) + 1, columns)
        if self.log:
            y = np.log10(y, out=np.full_like(y, nan), where=y > 0)
        y[~np.isfinite(y)] = nan
        return at, y

    def _settled(self, drawn: list[Floats]) -> Range:
        values = np.concatenate(drawn)
        values = values[np.isfinite(values)]
        if not len(values):
            return self.axes.y if self.axes.y[1] > self.axes.y[0] else (0.0, 1.0)
        same = self.axes.log == self.log and self.axes.y[1] > self.axes.y[0]
        low, high = float(values.min()), float(values.max())
        if self.log and high - low < 0.1:
            low, high = low - 0.05, high + 0.05
        bottom, top = settled(self.axes.y if same else None, low, high)
        if self.curves.percent and not self.log and low >= 0 and high <= 1:
            return max(0.0, bottom), min(1.0, top)
        return bottom, top

    def _set_axes(self, x: Range, y: Range) -> None:
        axes = Axes(self.axes.area, x, y, self.log, self.curves.percent)
        self._labels = max(self._labels, -(-label_width(axes) // LABEL_STEP) * LABEL_STEP)
        area = area_in(self.width(), self.height(), self._labels)
        self.axes = Axes(area, x, y, self.log, self.curves.percent)
        rim = self._plot.margin
        self._plot.setGeometry(area.toAlignedRect().adjusted(-rim, -rim, rim, rim))
        self._plot.set_ranges(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.curves.shown_epochs:
            last = int(self.axes.x[1] + 1e-6) if self.curves.shown_epochs > 1 else 1
            paint_axes(painter, self.axes, self.tr("epoch {epoch}").format(epoch=f"{last:,}"))
        else:
            paint_sentence(painter, self.rect(), self.empty_text)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.setGeometry(self.rect())
        self.refresh()

    # ------------------------------------------------------------ crosshair

    def reading_at(self, pixel: float) -> Reading:
        """The values of the epoch nearest to *pixel* from the left edge of this widget."""
        return self.curves.reading(self.axes.epoch_at(pixel))

    def place(self, epoch: int, value: float) -> QPointF | None:
        """Where *value* after *epoch* is drawn; None where it is not."""
        shown = (log10(value) if value > 0 else nan) if self.log else value
        inside = self.axes.x[0] - 1e-6 <= epoch <= self.axes.x[1] + 1e-6
        return self.axes.place(epoch, shown) if inside and isfinite(shown) else None

    def point_at(self, pixel: float | None) -> None:
        """Put the crosshair at *pixel* from the left edge of this widget, or take it away."""
        if pixel is None or not self.curves.shown_epochs:
            self.overlay.show_reading(None)
        else:
            self.overlay.show_reading(self.reading_at(pixel))

    def _point_at_epoch(self, epoch: int) -> None:
        first, last = int(self.axes.x[0]), int(self.axes.x[1] + 1e-6)
        self.overlay.show_reading(self.curves.reading(max(first, min(last, epoch))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pointed = self.overlay.reading
        here = pointed.epoch if pointed is not None else self.curves.epochs
        targets = {
            Qt.Key.Key_Left: here - 1, Qt.Key.Key_Right: here + 1, Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.curves.shown_epochs,
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape and pointed is not None:
            self.point_at(None)
        elif event.key() in targets and self.curves.shown_epochs:
            self._point_at_epoch(targets[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self.point_at(event.position().x() + self._plot.x())
        elif event.type() == QEvent.Type.Leave:
            self.point_at(None)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._zoom = None
            self.moved.emit()
            return True
        return super().eventFilter(watched, event)

    def _take_zoom(self) -> None:
        low, high = self._plot.x_range
        whole = low <= 1 and high >= self.curves.shown_epochs
        self._zoom = None if whole else (low, high)
        self.moved.emit()
