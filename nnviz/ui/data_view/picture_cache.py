"""Small pictures of rows that were made a moment ago, and the making of those that are wanted and not there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage

from nnviz.ui import theme
from nnviz.ui.background import Background
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.sample_image import sample_image

MOST_PICTURES = 3000
AT_ONCE = 64  # rows that are read in one go


@dataclass(frozen=True)
class Thumbnail:
    """The picture of a row, and what the target says of it."""

    image: QImage
    label: str


class PictureCache(QObject):
    """Gives the pictures that are there; others are made on another thread, the newest wish first.

    Signals:
        arrived: pictures that were wanted are there now.
        failed: a sentence why they cannot be made.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data: OpenData | None = None
        self._made: OrderedDict[int, Thumbnail] = OrderedDict()
        self._side = 0
        self._loading: tuple[int, ...] = ()
        self._broken = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)

    def set_data(self, data: OpenData | None) -> None:
        """Make pictures of the rows of *data* from now on."""
        self._data = data
        self.forget()

    def forget(self) -> None:
        """Make all anew: their size or their colours are others."""
        self._background.cancel()
        self._made.clear()
        self._loading, self._broken = (), False

    def set_side(self, side: int) -> None:
        """How many pixels along a side a picture has at most."""
        if side != self._side:
            self._side = side
            self.forget()

    def of(self, row: int) -> Thumbnail | None:
        """The picture of the 0-based *row*; None where it is not there, or not yet."""
        return self._made.get(row)

    def want(self, rows: Sequence[int]) -> None:
        """Have the pictures of *rows* made, where they are not there; ``arrived`` follows."""
        data, side = self._data, self._side
        if data is None or self._broken:
            return
        for row in rows:
            if row in self._made:
                self._made.move_to_end(row)
        missing = tuple(row for row in rows if row not in self._made)
        if not missing or missing == self._loading:
            return
        self._loading = missing
        colours = tuple(QColor(name) for name in theme.current().classes)
        self._background.run(lambda cancelled: _make(data, missing, side, colours, cancelled))

    def shutdown(self) -> None:
        """Wait for what is being made."""
        self._background.shutdown()

    def _take(self, made: dict[int, Thumbnail]) -> None:
        self._loading = ()
        self._made.update(made)
        while len(self._made) > MOST_PICTURES:
            self._made.popitem(last=False)
        self.arrived.emit()

    def _fail(self, sentence: str) -> None:
        self._loading, self._broken = (), True
        self.failed.emit(sentence)


def _make(
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
