"""Where the pictures of a mosaic stand: as large as the room allows, all of one size, with thin gaps."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF

GAPS = (6.0, 4.0, 2.0)  # pixels between two pictures, the first that is small beside them
SMALL = 1 / 10  # of the shorter side of a picture
LARGEST_NUMBER, LARGEST_TILE = 32.0, 120.0  # pixels along a side
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
        gap: pixels between two pictures.
    """

    area: QRectF
    count: int
    across: int
    rows: int
    cols: int
    scale: float
    gap: float

    def place(self, tile: int) -> QRectF:
        """The rectangle of picture *tile*."""
        row, col = divmod(tile, self.across)
        width, height = self.cols * self.scale, self.rows * self.scale
        left, top = self.area.left() + col * (width + self.gap), self.area.top() + row * (height + self.gap)
        return QRectF(left, top, width, height)

    def number(self, tile: int, row: int, col: int) -> QRectF:
        """The rectangle of one number of picture *tile*."""
        place = self.place(tile)
        return QRectF(place.left() + col * self.scale, place.top() + row * self.scale, self.scale, self.scale)

    def at(self, at: QPointF) -> tuple[int, int, int] | None:
        """(picture, row, column) of the number under *at*; None beside the pictures."""
        x, y = at.x() - self.area.left(), at.y() - self.area.top()
        right, down = x // (self.cols * self.scale + self.gap), y // (self.rows * self.scale + self.gap)
        tile = int(down) * self.across + int(right)
        if not (0 <= right < self.across and 0 <= tile < self.count and self.place(tile).contains(at)):
            return None
        place = self.place(tile)
        row, col = int((at.y() - place.top()) / self.scale), int((at.x() - place.left()) / self.scale)
        return tile, min(row, self.rows - 1), min(col, self.cols - 1)


def planned(box: QRectF, count: int, rows: int, cols: int) -> MosaicPlan:
    """*count* pictures of *rows* x *cols* numbers, as large as *box* allows, at its top left."""
    plans = [_planned(box, count, rows, cols, gap) for gap in GAPS]
    return next((p for p in plans if p.gap <= SMALL * p.scale * min(rows, cols)), plans[-1])


def _planned(box: QRectF, count: int, rows: int, cols: int, gap: float) -> MosaicPlan:
    scales = [(_scale(box, count, across, rows, cols, gap), -across) for across in range(1, count + 1)]
    best, fewest = max(scales)
    scale = float(int(best)) if best >= CRISP else max(best, 0.05)
    across = -fewest
    down = ceil(count / across)
    size = across * (cols * scale + gap) - gap, down * (rows * scale + gap) - gap
    return MosaicPlan(QRectF(box.left(), box.top(), *size), count, across, rows, cols, scale, gap)


def _scale(box: QRectF, count: int, across: int, rows: int, cols: int, gap: float) -> float:
    down = ceil(count / across)
    wide = (box.width() - gap * (across - 1)) / (across * cols)
    high = (box.height() - gap * (down - 1)) / (down * rows)
    return min(wide, high, LARGEST_NUMBER, LARGEST_TILE / max(rows, cols))
