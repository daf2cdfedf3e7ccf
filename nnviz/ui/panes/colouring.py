"""Numbers to pixels: signed values in the one colour scale of the window."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from nnviz.ui.theme import Theme

Pixels = NDArray[np.uint8]


def signed_pixels(values: NDArray[Any], limit: float, theme: Theme) -> Pixels:
    """Colours of *values*, any shape (...) -> (..., 3): full at -*limit* and +*limit*; the colour of faults for NaN."""
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.clip(np.asarray(values, np.float32) * (127.5 / limit if limit > 0 else 0.0) + 127.5, 0, 255)
    wrong = np.isnan(scaled)
    index = np.where(wrong, 0, np.round(scaled)).astype(np.uint8)
    pixels: Pixels = theme.signed_table()[index]
    if wrong.any():
        pixels[wrong] = rgb(theme.bad)
    return pixels


def rgb(name: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour of the theme."""
    color = QColor(name)
    return color.red(), color.green(), color.blue()


def image_of(pixels: Pixels) -> QImage:
    """An image of its own from *pixels* (height, width, 3), row 0 on top."""
    pixels = np.ascontiguousarray(pixels)
    height, width, _ = pixels.shape
    # A QImage over foreign memory does not keep it alive: the copy does.
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def picture_between(raw: NDArray[Any], span: tuple[float, float]) -> QImage:
    """A picture of a sample (height, width, 1 or 3) with the *span* of the data from black to white; NaN is black."""
    low, high = span
    with np.errstate(invalid="ignore"):
        pixels = np.nan_to_num(np.clip((raw - low) / ((high - low) or 1.0) * 255, 0, 255)).astype(np.uint8)
    return image_of(np.broadcast_to(pixels, (*pixels.shape[:2], 3)))
