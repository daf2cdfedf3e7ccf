"""Where the activations of each layer stand: a row a layer, as bars, a strip, feature maps or a heat map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from nnviz.ui.inside.state import LayerShown
from nnviz.ui.panes import mosaic_plan
from nnviz.ui.panes.mosaic_plan import MosaicPlan

SIDE, NAME, GAP, BETWEEN = 16.0, 84.0, 8.0, 5.0
BARS, STRIP, LEAST = 34.0, 16.0, 43.0  # pixels of height; the least holds three lines of text
MAPS, PICTURE = 84.0, 56.0
WIDEST_BAR, LEAST_BAR = 26.0, 4.0
LINE, MOST_LINES = 7.0, 84.0  # of a heat map: a unit, and all of them

Way = Literal["bars", "strip", "maps", "heat"]


@dataclass(frozen=True)
class RowPlan:
    """The row of one layer.

    Attributes:
        layer: its id.
        way: how its answer is shown.
        box: the whole row.
        area: where the answer is drawn.
        count: how many units are drawn.
        mosaic: where the feature maps stand; None unless there are any.
        picture: (height, width) of the picture that a flat answer is; None unless it is one.
    """

    layer: str
    way: Way
    box: QRectF
    area: QRectF
    count: int
    mosaic: MosaicPlan | None = None
    picture: tuple[int, int] | None = None

    @property
    def name(self) -> QRectF:
        """Where the name of the layer stands."""
        return QRectF(SIDE, self.box.top(), NAME - 4, max(LEAST, self.box.height()))

    def unit(self, place: int) -> QRectF:
        """Where the unit at *place* of those drawn is."""
        if self.mosaic is not None:
            return self.mosaic.place(place)
        if self.way == "heat":
            high = self.area.height() / self.count
            return QRectF(self.area.left(), self.area.top() + place * high, self.area.width(), high)
        wide = self.area.width() / self.count
        return QRectF(self.area.left() + place * wide, self.area.top(), wide, self.area.height())

    def at(self, at: QPointF, shown: LayerShown) -> tuple[int, int, int] | None:
        """Which of the drawn numbers lies at *at*: the unit, the row and the column; None beside them."""
        cols = shown.values.shape[2]
        if self.mosaic is not None:
            found = self.mosaic.at(at)
            if found is None or self.picture is None:
                return found
            return min(found[1] * self.picture[1] + found[2], self.count - 1), 0, 0
        if not self.area.contains(at):
            return None
        across, down = at.x() - self.area.left(), at.y() - self.area.top()
        if self.way == "heat":
            place = int(down / self.area.height() * self.count)
            return min(place, self.count - 1), 0, min(int(across / self.area.width() * cols), cols - 1)
        return min(int(across / self.area.width() * self.count), self.count - 1), 0, 0


@dataclass(frozen=True)
class ActivationsPlan:
    """All rows, and how high they are together."""

    rows: tuple[RowPlan, ...]
    height: float

    def row_at(self, at: QPointF) -> RowPlan | None:
        """The row at *at*."""
        return next((row for row in self.rows if row.box.contains(at)), None)


def planned(layers: Mapping[str, LayerShown], width: float, pictures: Mapping[str, tuple[int, int]]) -> ActivationsPlan:
    """The rows of *layers* in *width* pixels; *pictures* says which flat answers are pictures of what size."""
    rows, top = [], 2.0
    for layer, shown in layers.items():
        row = _row(layer, shown, QPointF(SIDE + NAME + GAP, top), max(40.0, width - NAME - GAP - 2 * SIDE), pictures)
        rows.append(_with_box(row, top, width))
        top = rows[-1].box.bottom() + BETWEEN
    return ActivationsPlan(tuple(rows), top)


def _row(
    layer: str, shown: LayerShown, corner: QPointF, wide: float, pictures: Mapping[str, tuple[int, int]]
) -> RowPlan:
    count, rows, cols = shown.values.shape
    picture = pictures.get(layer)
    if shown.flat and picture is not None and picture[0] * picture[1] == count:
        box = QRectF(corner.x(), corner.y(), wide, PICTURE)
        mosaic = mosaic_plan.planned(box, 1, *picture)
        return RowPlan(layer, "maps", QRectF(), mosaic.area, count, mosaic, picture)
    if shown.flat:
        bars = wide / count >= LEAST_BAR
        area = QRectF(corner.x(), corner.y(), min(wide, count * WIDEST_BAR), BARS if bars else STRIP)
        return RowPlan(layer, "bars" if bars else "strip", QRectF(), area, count)
    if len(shown.message.shape) == 2:
        area = QRectF(corner.x(), corner.y(), wide, max(STRIP, min(MOST_LINES, count * LINE)))
        return RowPlan(layer, "heat", QRectF(), area, count)
    high = PICTURE if count == 1 else MAPS
    mosaic = mosaic_plan.planned(QRectF(corner.x(), corner.y(), wide, high), count, rows, cols)
    return RowPlan(layer, "maps", QRectF(), mosaic.area, count, mosaic)


def _with_box(row: RowPlan, top: float, width: float) -> RowPlan:
    box = QRectF(0, top, width, max(LEAST, row.area.height()))
    return RowPlan(row.layer, row.way, box, row.area, row.count, row.mosaic, row.picture)


def beside(order: Sequence[int], number: int, step: int) -> int:
    """The number *step* places after *number* in *order*, which is ascending; the nearest where there is none."""
    place = next((i for i, other in enumerate(order) if other >= number), len(order) - 1)
    return order[max(0, min(len(order) - 1, place + step))]
