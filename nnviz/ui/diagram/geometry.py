"""Where the parts of a layer stand: pure figures, in the layer's own coordinates with (0, 0) at its middle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from nnviz.network.layout import Size

WIDTH = 116.0
HEADER = 50.0  # title and subtitle above the units
FOOTER = 26.0  # the parameter count below them
PORT_RADIUS = 6.0
BIAS_REACH = 7.0  # how near the mouse has to be to the dot of a bias
CROWD = 10  # up to so many units are all shown
PICTURE_SIDE = 96.0
BLOCK_WIDTH, BLOCK_HEIGHT = 92.0, 64.0
LEAST_SIDE, MOST_SIDE = 52.0, 100.0  # of a stack of channels
SHEET = 5.0  # from one sheet of a stack to the next
TITLE_HEIGHT = 26.0  # of the frame around a group
PADDING = 14.0  # between that frame and its layers


@dataclass(frozen=True)
class LayerGeometry:
    """The parts of one layer.

    Attributes:
        frame: all of it, where the mouse takes it.
        units: the squares of the shown units, from top to bottom.
        shown: which unit of the layer each square is.
        gap: the middle of the "..." that stands for the units not shown; None where all are.
        picture: where a layer of images or a layer without units has its block; None for a column of units.
        total: how many units the layer has.
        sheets: how many sheets stand behind the block, for a stack of channels.
    """

    frame: QRectF
    units: tuple[QRectF, ...]
    shown: tuple[int, ...]
    gap: QPointF | None
    picture: QRectF | None
    total: int
    sheets: int = 0

    @cached_property
    def size(self) -> Size:
        """How much room it takes, for the layout."""
        return Size(self.frame.width(), -self.frame.top(), self.frame.bottom())

    @cached_property
    def body(self) -> QRectF:
        """What lies between header and footer."""
        return self.frame.adjusted(0, HEADER, 0, -FOOTER)

    @cached_property
    def input_port(self) -> QPointF:
        """Where links come in."""
        return QPointF(self.frame.left(), self.body.center().y())

    @cached_property
    def output_port(self) -> QPointF:
        """Where links go out."""
        return QPointF(self.frame.right(), self.body.center().y())

    def unit_in(self, unit: int) -> QPointF | None:
        """Where a weight into *unit* ends; None where it is not shown."""
        return self._side(unit, left=True)

    def unit_out(self, unit: int) -> QPointF | None:
        """Where a weight out of *unit* starts."""
        return self._side(unit, left=False)

    def unit_at(self, point: QPointF) -> int | None:
        """Which unit lies under *point*, by its number in the layer."""
        return next((u for u, rect in zip(self.shown, self.units, strict=True) if rect.contains(point)), None)

    def bias_place(self, rect: QRectF) -> QPointF:
        """The middle of the dot of a unit's bias, at a corner of its square *rect*."""
        return rect.bottomLeft() + QPointF(1.5, -1.5)

    def bias_at(self, point: QPointF, whole: bool = False) -> int | None:
        """The unit the dot of whose bias lies under *point*, or with *whole* that lies there itself."""
        for unit, rect in zip(self.shown, self.units, strict=True):
            near = (point - self.bias_place(rect)).manhattanLength() <= BIAS_REACH
            if near or (whole and rect.contains(point)):
                return unit
        return None

    def _side(self, unit: int, left: bool) -> QPointF | None:
        if unit not in self.shown:
            return None
        rect = self.units[self.shown.index(unit)]
        return QPointF(rect.left() if left else rect.right(), rect.center().y())


@cache
def column(units: int) -> LayerGeometry:
    """A layer drawn as a column of *units* units; of many only the first and the last are shown."""
    shown = tuple(range(units)) if units <= CROWD else (*range(4), *range(units - 4, units))
    size, pitch = (30.0, 44.0) if len(shown) <= 7 and units <= CROWD else (24.0, 33.0)
    dots = 0.0 if units <= CROWD else pitch * 0.9
    height = pitch * len(shown) + dots
    top = -height / 2
    rects, y = [], top
    gap = None
    for i in range(len(shown)):
        if dots and i == 4:
            gap = QPointF(0, y + dots / 2)
            y += dots
        rects.append(QRectF(-size / 2, y + (pitch - size) / 2, size, size))
        y += pitch
    frame = QRectF(-WIDTH / 2, top - HEADER, WIDTH, height + HEADER + FOOTER)
    return LayerGeometry(frame, tuple(rects), shown, gap, None, units)


@cache
def block(width: float = BLOCK_WIDTH, height: float = BLOCK_HEIGHT, total: int = 0, sheets: int = 0) -> LayerGeometry:
    """A layer drawn as one box: pictures, and layers that have no units of their own."""
    shift = sheets * SHEET / 2  # the box and the sheets behind it stand in the middle together
    rect = QRectF(-width / 2 - shift, -height / 2 + shift, width, height)
    half = height / 2 + shift
    frame = QRectF(-WIDTH / 2, -half - HEADER, WIDTH, 2 * half + HEADER + FOOTER)
    return LayerGeometry(frame, (), (), None, rect, total, sheets)


def stack(rows: int, columns: int, channels: int, total: int = 0) -> LayerGeometry:
    """A layer that answers with pictures: the larger they are the larger its box, the more channels the more sheets."""
    side = max(LEAST_SIDE, 48 + 8 * math.log2(max(1, rows, columns)))
    sheets = sum(channels > limit for limit in (1, 16, 64))
    return block(min(MOST_SIDE, round(side)), min(MOST_SIDE, round(side)), total, sheets)


def layer_geometry(kind_has_units: bool, sample_shape: tuple[int | None, ...] | None) -> LayerGeometry:
    """How a layer is drawn whose output has *sample_shape* (without the batch; None where it is unknown)."""
    if sample_shape is None:
        return column(1) if kind_has_units else block()
    if kind_has_units and len(sample_shape) == 1 and sample_shape[0]:
        return column(sample_shape[0])
    total = 1
    for size in sample_shape:
        total *= size or 1
    if kind_has_units:
        return block(PICTURE_SIDE, PICTURE_SIDE, total)
    if len(sample_shape) >= 3:
        *_, rows, columns, channels = (size or 1 for size in sample_shape)
        return stack(rows, columns, channels)
    return block()


def curve_controls(a: QPointF, b: QPointF) -> tuple[QPointF, QPointF]:
    """The two control points of the curve from *a* to *b*: level at both ends, never folded back on itself."""
    reach = max(24.0, abs(b.x() - a.x()) * 0.5)
    return QPointF(a.x() + reach, a.y()), QPointF(b.x() - reach, b.y())


def distance_to_curve(point: QPointF, a: QPointF, b: QPointF, pieces: int = 24) -> float:
    """The distance from *point* to the curve from *a* to *b*, measured at ``pieces + 1`` of its points."""
    c, d = curve_controls(a, b)
    best = float("inf")
    for i in range(pieces + 1):
        t = i / pieces
        s = 1 - t
        x = s**3 * a.x() + 3 * s * s * t * c.x() + 3 * s * t * t * d.x() + t**3 * b.x()
        y = s**3 * a.y() + 3 * s * s * t * c.y() + 3 * s * t * t * d.y() + t**3 * b.y()
        best = min(best, (x - point.x()) ** 2 + (y - point.y()) ** 2)
    return float(best**0.5)


def route(start: QPointF, end: QPointF, lane: tuple[QPointF, QPointF] | None = None) -> QPainterPath:
    """The way of a link from *start* to *end*: one curve, or two with a level *lane* between them."""
    path = QPainterPath(start)
    if lane is None:
        path.cubicTo(*curve_controls(start, end), end)
        return path
    first, last = lane
    path.cubicTo(*curve_controls(start, first), first)
    path.lineTo(last)
    path.cubicTo(*curve_controls(last, end), end)
    return path


def distance_to_route(
    point: QPointF, start: QPointF, end: QPointF, lane: tuple[QPointF, QPointF] | None = None
) -> float:
    """The distance from *point* to that way."""
    if lane is None:
        return distance_to_curve(point, start, end)
    first, last = lane
    across = max(0.0, first.x() - point.x(), point.x() - last.x())
    level = math.hypot(across, point.y() - first.y())
    return min(level, distance_to_curve(point, start, first), distance_to_curve(point, last, end))
