"""Where the pictures of a mosaic stand: as large as the room allows, all of one size, with thin gaps."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF

GAP = 2.0  # pixels between two pictures
LARGEST_NUMBER, LARGEST_TILE = 24.0, 120.0  # pixels along a side
CRISP = 2.0  # pixels from which on a number has whole pixels


@dataclass(frozen=True)
class MosaicPlan:
    """The places of so many pictures.

    Attributes:
        area: the rectangle of all of them.
        count: how many.
        across: how many in a row.
        rows, cols: the numbers of one picture.
        scale: pixels along a side of a number.
    """

    area: QRectF
    count: int
    across: int
    rows: int
    cols: int
    scale: float

    def place(self, tile: int) -> QRectF:
        """The rectangle of picture *tile*."""
        row, col = divmod(tile, self.across)
        width, height = self.cols * self.scale, self.rows * self.scale
        return QRectF(self.area.left() + col * (width + GAP), self.area.top() + row * (height + GAP), width, height)

    def number(self, tile: int, row: int, col: int) -> QRectF:
        """The rectangle of one number of picture *tile*."""
        place = self.place(tile)
        return QRectF(place.left() + col * self.scale, place.top() + row * self.scale, self.scale, self.scale)

    def at(self, at: QPointF) -> tuple[int, int, int] | None:
        """(picture, row, column) of the number under *at*; None beside the pictures."""
        x, y = at.x() - self.area.left(), at.y() - self.area.top()
        right, down = x // (self.cols * self.scale + GAP), y // (self.rows * self.scale + GAP)
        tile = int(down) * self.across + int(right)
        if not (0 <= right < self.across and 0 <= tile < self.count and self.place(tile).contains(at)):
            return None
        place = self.place(tile)
        row, col = int((at.y() - place.top()) / self.scale), int((at.x() - place.left()) / self.scale)
        return tile, min(row, self.rows - 1), min(col, self.cols - 1)


def planned(box: QRectF, count: int, rows: int, cols: int) -> MosaicPlan:
    """*count* pictures of *rows* x *cols* numbers, as large as *box* allows, at its top left."""
    scales = [(_scale(box, count, across, rows, cols), -across) for across in range(1, count + 1)]
    best, fewest = max(scales)
    scale = float(int(best)) if best >= CRISP else max(best, 0.05)
    across = -fewest
    down = ceil(count / across)
    size = across * (cols * scale + GAP) - GAP, down * (rows * scale + GAP) - GAP
    return MosaicPlan(QRectF(box.left(), box.top(), *size), count, across, rows, cols, scale)


def _scale(box: QRectF, count: int, across: int, rows: int, cols: int) -> float:
    down = ceil(count / across)
    wide = (box.width() - GAP * (across - 1)) / (across * cols)
    high = (box.height() - GAP * (down - 1)) / (down * rows)
    return min(wide, high, LARGEST_NUMBER, LARGEST_TILE / max(rows, cols))
