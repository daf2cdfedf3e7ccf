"""Small pictures of rows of the data, made off the window's thread: large data are on a disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from nnviz.data.dataset import Dataset
from nnviz.ui.program.background import Background

Key = tuple[str, int]  # a part of the data, and the number of a row in it


class Thumbnails(QObject):
    """Gives the pictures that are there, and makes those that were asked for and are not.

    Args:
        most: the longest side of a picture in pixels.
        image_of: makes an image of a sample ``(h, w, 1 or 3)``.

    Signals:
        arrived: pictures that were asked for are there now.
    """

    arrived = Signal()

    def __init__(self, most: int, image_of: Callable[[NDArray[Any]], QImage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most, self._image_of = most, image_of
        self._dataset: Dataset | None = None
        self._made: dict[Key, QImage | None] = {}
        self._wanted: set[Key] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make)
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(lambda _: self._wanted.clear())

    def set_data(self, dataset: Dataset | None) -> bool:
        """Show rows of *dataset* from now on; whether its samples are pictures."""
        self._background.cancel()
        self._made.clear()
        self._wanted.clear()
        shape = dataset.facts.input_shape if dataset is not None else ()
        pictures = len(shape) == 3 and shape[2] in (1, 3)
        self._dataset = dataset if pictures else None
        return pictures

    def of(self, part: str, row: int) -> QImage | None:
        """The picture of *row* of the part called *part*; None where it is not there, or not yet."""
        key = part, row
        if key not in self._made and self._dataset is not None:
            self._wanted.add(key)
            self._soon.start()
        return self._made.get(key)

    def shutdown(self) -> None:
        """Give up what is being made."""
        self._soon.stop()
        self._background.shutdown()

    def _make(self) -> None:
        dataset, wanted = self._dataset, tuple(self._wanted)
        if dataset is None:
            return

        def work(cancelled: Callable[[], bool]) -> dict[Key, QImage | None]:
            return {key: self._picture(dataset, *key) for key in wanted if not cancelled()}

        self._background.run(work)

    def _picture(self, dataset: Dataset, part: str, row: int) -> QImage | None:
        rows = getattr(dataset, part)
        if rows is None or row >= rows.rows:
            return None
        picture = np.asarray(rows.x[row : row + 1])[0]
        step = -(-max(picture.shape[:2]) // self._most)
        return self._image_of(picture[::step, ::step])

    def _take(self, made: dict[Key, QImage | None]) -> None:
        self._made.update(made)
        self._wanted -= made.keys()
        self.arrived.emit()
