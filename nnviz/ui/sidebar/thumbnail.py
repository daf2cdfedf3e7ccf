"""Paints the small picture of a data set."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.sidebar.picture import Array, Bars, Picture, Points, Samples


class Thumbnail(QWidget):
    """Shows one picture, or nothing while it is being made; lets the mouse through to the card it lies on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._faded = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def set_picture(self, picture: Picture | None) -> None:
        """Show *picture*."""
        self._picture = picture
        self._faded = False
        self.update()

    def set_faded(self, faded: bool) -> None:
        """Fade what is shown while something newer is being made."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._faded:
            painter.setOpacity(0.4)
        paint_picture(painter, QRectF(self.rect()), self._picture, theme.current())
        painter.end()


SMALL_IMAGE, LARGE_IMAGE = 36, 56  # about how tall a sample image is shown, in a card and in the chooser


def paint_picture(painter: QPainter, box: QRectF, picture: Picture, colors: theme.Theme) -> None:
    """Paint *picture* into *box* in *colors*."""
    if isinstance(picture, Points):
        _paint_points(painter, box, picture, colors)
    elif isinstance(picture, Samples):
        _paint_samples(painter, box, picture, colors)
    else:
        _paint_bars(painter, box, picture, colors)


def _paint_points(painter: QPainter, box: QRectF, picture: Points, colors: theme.Theme) -> None:
    count = len(picture.at)
    small = min(1.6, max(0.6, box.width() / 170))
    radius = small * (5.0 if count <= 12 else (3.2 if count <= 80 else 2.4))
    margin = radius + (box.height() * (0.2 if count <= 12 else 0.09))
    box = box.adjusted(margin, margin, -margin, -margin)
    places = [QPointF(box.left() + x * box.width(), box.bottom() - y * box.height()) for x, y in picture.at]
    if picture.joined:
        painter.setPen(QPen(_point_color(picture, 0, colors), 2 * small))
        painter.drawPolyline(QPolygonF(places))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for i, place in enumerate(places):
        painter.setBrush(_point_color(picture, i, colors))
        painter.drawEllipse(place, radius, radius)


def _point_color(picture: Points, index: int, colors: theme.Theme) -> QColor:
    if picture.values is not None:
        return colors.signed(float(picture.values[index]))
    group = int(picture.classes[index]) if picture.classes is not None else 0
    return class_color(group, colors)


def class_color(index: int, colors: theme.Theme) -> QColor:
    """The colour of class *index*; after the last they begin again."""
    return QColor(colors.classes[index % len(colors.classes)])


def _paint_samples(painter: QPainter, box: QRectF, picture: Samples, colors: theme.Theme) -> None:
    height, width = picture.images.shape[1:3]
    gap, margin = 4.0, 10.0 if box.width() > 120 else 7.0
    box = box.adjusted(margin, margin, -margin, -margin)
    rows = max(2, round(box.height() / (SMALL_IMAGE if box.width() < 200 else LARGE_IMAGE))) + 1
    columns = len(picture.images)
    while rows > 2 and rows * columns > len(picture.images):  # as many as fill their rows
        rows -= 1
        side = (box.height() - gap * (rows - 1)) / rows
        cell_width = side * width / height
        columns = max(1, int((box.width() + gap) // (cell_width + gap)))
    left = box.left() + (box.width() - columns * cell_width - (columns - 1) * gap) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side < height)
    for i, pixels in enumerate(picture.images[: rows * columns]):
        x = left + (i % columns) * (cell_width + gap)
        y = box.top() + (i // columns) * (side + gap)
        painter.drawImage(QRectF(x, y, cell_width, side), _image(pixels, colors))


def _image(pixels: Array, colors: theme.Theme) -> QImage:
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    if pixels.ndim == 3:
        return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    table = np.linspace(_rgb(colors.background), _rgb(colors.text), 256).round().astype(int).tolist()
    image.setColorTable([QColor(*row).rgb() for row in table])
    return image


def _rgb(name: str) -> tuple[int, int, int]:
    color = QColor(name)
    return color.red(), color.green(), color.blue()


def _bar_color(picture: Bars, index: int, colors: theme.Theme) -> QColor:
    if picture.colours == "class":
        return class_color(index, colors)
    return colors.color("negative" if picture.colours == "binary" and index == 0 else "positive")


def _paint_bars(painter: QPainter, box: QRectF, picture: Bars, colors: theme.Theme) -> None:
    margin = box.height() * 0.14
    box = box.adjusted(margin, margin, -margin, -margin)
    count = len(picture.heights)
    gap = 2.0 if count > 6 else 6.0
    width = min(28.0, (box.width() - gap * (count - 1)) / max(1, count))
    left = box.left() + (box.width() - count * width - gap * (count - 1)) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for i, share in enumerate(picture.heights):
        painter.setBrush(_bar_color(picture, i, colors))
        tall = max(2.0, float(share) * box.height())
        painter.drawRoundedRect(QRectF(left + i * (width + gap), box.bottom() - tall, width, tall), 1.5, 1.5)
