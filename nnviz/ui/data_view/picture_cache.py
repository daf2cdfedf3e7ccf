"""Small pictures of rows that were made a moment ago, and the making of those that are wanted and not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from nnviz.ui import theme
from nnviz.ui.data_view.cache import Cache
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.sample_image import sample_image

MOST_PICTURES = 3000
AT_ONCE = 64  # rows that are read in one go


@dataclass(frozen=True)
class Thumbnail:
    """The picture of a row, and what the target says of it."""

    image: QImage
    label: str


class PictureCache(Cache):
    """Gives the pictures that are there; others are made on another thread, the newest wish first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(MOST_PICTURES, parent)
        self._side = 0

    def set_side(self, side: int) -> None:
        """How many pixels along a side a picture has at most."""
        if side != self._side:
            self._side = side
            self.forget()

    def of(self, row: int) -> Thumbnail | None:
        """The picture of the 0-based *row*; None where it is not there, or not yet."""
        return self._held.get(row)

    def want(self, rows: Sequence[int]) -> None:
        """Have the pictures of *rows* made, where they are not there; ``arrived`` follows."""
        data, side = self._data, self._side
        missing = self._missing(rows)
        if data is not None and missing:
            colours = tuple(QColor(name) for name in theme.current().classes)
            self._make(missing, lambda cancelled: _drawn(data, missing, side, colours, cancelled))


def _drawn(
    data: OpenData, rows: tuple[int, ...], side: int, colours: tuple[QColor, ...], cancelled: Callable[[], bool]
) -> dict[int, Thumbnail]:
    made: dict[int, Thumbnail] = {}
    with data.reading() as view:
        for start in range(0, len(rows), AT_ONCE):
            if cancelled():
                break
            some = rows[start : start + AT_ONCE]
            for row, sample, label in zip(some, view.samples(some), view.labels(some), strict=True):
                made[row] = Thumbnail(sample_image(sample, side, colours), label)
    return made
