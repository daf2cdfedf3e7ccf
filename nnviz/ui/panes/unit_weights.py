"""The weights that come into a unit: as bars, as a picture, or as one small picture for each channel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnviz.training.inside.messages import Incoming
from nnviz.ui import theme
from nnviz.ui.panes import mosaic_plan
from nnviz.ui.panes.colouring import image_of, signed_pixels
from nnviz.ui.panes.mosaic_plan import MosaicPlan
from nnviz.ui.panes.readout import Line
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.panes.unit_figure import CAPTION, UnitFigure

BARS, PICTURE, WIDEST_BAR = 52, 64, 22.0
MOST_BARS = 512  # more are drawn as a strip


class WeightsFigure(UnitFigure):
    """The incoming weights on the scale of the largest of them, and the bias."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title = self.tr("Incoming weights")
        self.setAccessibleName(self.title)
        self._incoming: Incoming | None = None
        self._values: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._names: Sequence[str] = ()
        self._tiles: NDArray[np.float32] | None = None

    def show_incoming(self, incoming: Incoming | None, names: Sequence[str], picture: tuple[int, int] | None) -> None:
        """Show *incoming*; *names* of the inputs, or the (height, width) of the *picture* that they are."""
        self._incoming, self._names = incoming, names
        self._values = np.zeros((0, 0), np.float32)
        self._tiles = None
        if incoming is not None:
            self._values = np.frombuffer(incoming.values, "<f4").reshape(len(incoming.parts), len(incoming.rows))
            self._tiles = _tiles(incoming, self._values, picture)
        self.setFixedHeight(round(CAPTION) + (PICTURE if self._tiles is not None else BARS * len(self._values)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    @property
    def limit(self) -> float:
        """The largest size of a weight, which has full colour."""
        finite = self._values[np.isfinite(self._values)]
        return float(np.abs(finite).max(initial=0.0)) or 1.0

    def note(self) -> str:
        incoming = self._incoming
        if incoming is None or len(incoming.bias) != 1:
            return ""
        return self.tr("bias {0}").format(value_text(incoming.bias[0]))

    # ------------------------------------------------------------ painting

    def draw(self, painter: QPainter) -> None:
        if self._tiles is not None:
            self._draw_tiles(painter, self._tiles)
            return
        for part, values in enumerate(self._values):
            self._draw_bars(painter, self._line(part), values, part)

    def _line(self, part: int) -> QRectF:
        area, count = self.area, max(1, len(self._values))
        high = area.height() / count
        return QRectF(area.left(), area.top() + part * high, area.width(), high - 6)

    def _plan(self, tiles: NDArray[np.float32]) -> MosaicPlan:
        return mosaic_plan.planned(self.area.adjusted(0, 2, 0, -2), *tiles.shape)

    def _draw_tiles(self, painter: QPainter, tiles: NDArray[np.float32]) -> None:
        plan = self._plan(tiles)
        painter.setPen(theme.current().color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for i, tile in enumerate(tiles):
            painter.drawImage(plan.place(i), image_of(signed_pixels(tile, self.limit, theme.current())))
            painter.drawRect(plan.place(i).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _draw_bars(self, painter: QPainter, box: QRectF, values: NDArray[np.float32], part: int) -> None:
        now, count = theme.current(), len(values)
        if self._incoming is not None and len(self._incoming.parts) > 1:
            painter.setFont(theme.font(10))
            painter.setPen(now.color("quiet"))
            painter.drawText(QRectF(box.left(), box.top(), box.width(), 12), 0, self._incoming.parts[part])
            box = box.adjusted(0, 12, 0, 0)
        box.setWidth(min(box.width(), count * WIDEST_BAR))
        if count > MOST_BARS:
            painter.drawImage(box, image_of(signed_pixels(values[None], self.limit, now)))
            return
        middle, wide = box.center().y(), box.width() / max(1, count)
        gap = 1.0 if wide > 3 else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        painter.drawRect(box)
        for i, value in enumerate(np.nan_to_num(values).tolist()):
            high = min(1.0, abs(value) / self.limit) * box.height() / 2
            top = middle - high if value >= 0 else middle
            painter.setBrush(now.color("positive" if value >= 0 else "negative"))
            painter.drawRect(QRectF(box.left() + i * wide + gap / 2, top, max(0.6, wide - gap), high))
        painter.fillRect(QRectF(box.left(), round(middle), box.width(), 1), now.color("quiet", 0.5))

    # ------------------------------------------------------------ pointing

    def card(self, at: QPointF) -> list[Line]:
        incoming = self._incoming
        if incoming is None:
            return []
        if self._tiles is not None:
            found = self._plan(self._tiles).at(at)
            if found is None:
                return []
            tile, row, col = found
            place = self.tr("row {row}, column {column}").format(row=row + 1, column=col + 1)
            name = [Line(self.tr("channel {0}").format(tile + 1))] if len(self._tiles) > 1 else []
            return [*name, Line(place, value_text(float(self._tiles[tile, row, col])))]
        for part, values in enumerate(self._values):
            box = self._line(part)
            box.setWidth(min(box.width(), len(values) * WIDEST_BAR))
            if box.contains(at):
                place_in = min(len(values) - 1, int((at.x() - box.left()) / box.width() * len(values)))
                return self._bar_lines(incoming, part, place_in)
        return []

    def _bar_lines(self, incoming: Incoming, part: int, place: int) -> list[Line]:
        row = incoming.rows[place]
        name = self._names[row] if row < len(self._names) else self.tr("from unit {0}").format(row + 1)
        gate = f"{incoming.parts[part]}: " if len(incoming.parts) > 1 else ""
        return [Line(f"{gate}{name}", value_text(float(self._values[part, place])))]


def _tiles(
    incoming: Incoming, values: NDArray[np.float32], picture: tuple[int, int] | None
) -> NDArray[np.float32] | None:
    """The weights as pictures (tiles, rows, columns); None where they are a row of numbers, or not all are known."""
    whole = len(incoming.rows) == int(np.prod(incoming.shape)) and len(incoming.parts) == 1
    if not whole:
        return None
    if len(incoming.shape) == 1:
        fits = picture is not None and picture[0] * picture[1] == incoming.shape[0]
        return values.reshape(1, *picture) if fits and picture is not None else None
    if len(incoming.shape) == 2:  # steps by channels: a row a channel
        return values.reshape(incoming.shape).T[None]
    kernel = values.reshape(-1, *incoming.shape[-3:])  # slices below each other
    return np.concatenate(list(kernel), axis=0).transpose(2, 0, 1)
