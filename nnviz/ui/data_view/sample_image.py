"""A sample as an image: a picture as it is, a series as curves, any other array as shades. Any thread may make them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from nnviz.data.lazy import Array

MOST_CURVES = 6  # columns of an array that are drawn as curves; more are shades
LARGEST = 1024  # pixels along a side that are looked at


def is_picture(shape: tuple[int, ...]) -> bool:
    """Whether a sample of this shape is a picture in grey or colour."""
    return len(shape) == 3 and shape[2] in (1, 3)


def is_series(shape: tuple[int, ...]) -> bool:
    """Whether a sample of this shape is some steps of a few numbers each."""
    return len(shape) == 1 or (len(shape) == 2 and shape[1] <= MOST_CURVES)


def shades(sample: Array) -> QImage:
    """The image of *sample* ``(height, width, 1 or 3)``, or of any array laid out as rows; a pixel a number.

    Bytes are what they are; of other numbers the least is black and the largest white.
    """
    flat = sample if is_picture(sample.shape) else sample.reshape(sample.shape[0], -1, 1)
    step = -(-max(flat.shape[:2]) // LARGEST)
    flat = flat[::step, ::step]
    if flat.dtype != np.uint8:
        values = np.nan_to_num(flat.astype(np.float64))
        low, high = float(values.min()), float(values.max())
        flat = np.asarray((values - low) / ((high - low) or 1.0) * 255, np.uint8)
    pixels = np.ascontiguousarray(np.broadcast_to(flat, (*flat.shape[:2], 3)))
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def curves(sample: Array, width: int, height: int, colours: tuple[QColor, ...]) -> QImage:
    """The curves of *sample* ``(steps,)`` or ``(steps, columns)`` on a transparent ground, each in its own range."""
    values = np.nan_to_num(np.asarray(sample, np.float64).reshape(len(sample), -1))
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = np.linspace(2, width - 2, len(values))
    for i, column in enumerate(values.T):
        low, high = float(column.min()), float(column.max())
        share = (column - low) / (high - low) if high > low else np.full(len(column), 0.5)
        painter.setPen(QPen(colours[i % len(colours)], 1))
        y = (height - 3) - share * (height - 6)
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]))
    painter.end()
    return image


def sample_image(sample: Array, side: int, colours: tuple[QColor, ...]) -> QImage:
    """*sample* as an image of at most *side* pixels along a side: a small one in whole steps, so that it is sharp."""
    if is_series(sample.shape):
        return curves(sample, side, side, colours)
    image = shades(sample)
    longest = max(image.width(), image.height())
    if longest * 2 <= side:
        factor = side // longest
        return image.scaled(image.width() * factor, image.height() * factor)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
