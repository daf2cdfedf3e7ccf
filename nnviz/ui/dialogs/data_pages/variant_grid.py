"""One picture as it is, and below it as it is varied again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme

COLUMNS, ROWS = 4, 4
COUNT = COLUMNS * ROWS - 1  # variants beside the picture itself
GAP = 8.0


class VariantGrid(QWidget):
    """The first is the picture itself, in a frame; the others are its variants.

    Attributes:
        variants: how many are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._sentence = ""
        self.setAccessibleName(self.tr("A picture and how it is varied"))

    @property
    def variants(self) -> int:
        """How many variants are shown."""
        return max(0, len(self._images) - 1)

    def set_pictures(
        self, picture: NDArray[np.float32], variants: NDArray[np.float32], limits: tuple[float, float]
    ) -> None:
        """Show *picture* ``(height, width, channels)`` and ``(n, ...)`` *variants*, black and white at *limits*."""
        self._images = [_image(x, limits) for x in (picture, *variants)]
        self._sentence = ""
        self.update()

    def say(self, sentence: str) -> None:
        """Show *sentence* in place of pictures."""
        self._images, self._sentence = [], sentence
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        if not self._images:
            painter.setPen(colors.color("quiet"))
            painter.setFont(theme.font(12))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 0, -16, 0), flags, self._sentence)
        side = min((self.width() - (COLUMNS - 1) * GAP) / COLUMNS, (self.height() - (ROWS - 1) * GAP) / ROWS)
        left = (self.width() - COLUMNS * side - (COLUMNS - 1) * GAP) / 2
        for place, image in enumerate(self._images[: COLUMNS * ROWS]):
            x, y = left + (place % COLUMNS) * (side + GAP), (place // COLUMNS) * (side + GAP)
            box = QRectF(x, y, side, side)
            scale = min(side / image.width(), side / image.height())
            shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
            shown.moveCenter(box.center())
            painter.drawImage(shown, image)
            if place == 0:
                painter.setPen(colors.color("accent"))
                painter.drawRect(shown.adjusted(0, 0, -1, -1))
        painter.end()


def _image(x: NDArray[np.float32], limits: tuple[float, float]) -> QImage:
    low, high = limits
    pixels = np.clip((x - low) / ((high - low) or 1.0) * 255, 0, 255).round().astype(np.uint8)
    pixels = np.ascontiguousarray(np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels[..., :3])
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
