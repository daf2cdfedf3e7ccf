"""Where the feature maps stand in the block of a layer: a square of squares, each of which is a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QPointF, QRectF

MOST_MAPS = 16  # in the block of a layer


@dataclass(frozen=True)
class MapTiles:
    """Some feature maps beside and below each other, in the block they fill.

    Attributes:
        units: which unit each of them is of.
        across, down: how many beside and below each other.
        rows, cols: the numbers of one map.
        gap: how many numbers wide the line between two of them is.
    """

    units: tuple[int, ...]
    across: int
    down: int
    rows: int
    cols: int
    gap: int

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of all of them together."""
        return self.down * (self.rows + self.gap) - self.gap, self.across * (self.cols + self.gap) - self.gap

    def corner(self, place: int) -> tuple[int, int]:
        """The first row and column of the map at *place* of those shown."""
        return place // self.across * (self.rows + self.gap), place % self.across * (self.cols + self.gap)

    def places(self, block: QRectF) -> Iterator[tuple[int, QRectF]]:
        """Each unit, and where its map stands when all of them fill *block*."""
        rows, cols = self.size
        wide, high = block.width() / cols, block.height() / rows
        for place, unit in enumerate(self.units):
            top, left = self.corner(place)
            corner = QPointF(block.left() + left * wide, block.top() + top * high)
            yield unit, QRectF(corner.x(), corner.y(), self.cols * wide, self.rows * high)

    def unit_at(self, point: QPointF, block: QRectF) -> int | None:
        """The unit whose map lies under *point*; None beside them."""
        return next((unit for unit, place in self.places(block) if place.contains(point)), None)


def map_tiles(units: tuple[int, ...], rows: int, cols: int) -> tuple[MapTiles, tuple[int, ...]]:
    """How so many *units* with maps of *rows* x *cols* are shown: at most ``MOST_MAPS``, evenly chosen.

    Also which of *units*, by their places, are shown.
    """
    count = len(units)
    chosen = np.unique(np.linspace(0, count - 1, min(count, MOST_MAPS)).round().astype(int)).tolist()
    across = ceil(sqrt(len(chosen)))
    down = ceil(len(chosen) / across)
    shown = tuple(units[place] for place in chosen)
    return MapTiles(shown, across, down, rows, cols, 1 if len(chosen) > 1 else 0), tuple(chosen)
