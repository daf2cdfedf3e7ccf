"""The little surface of one unit: what it answers over the plane of two inputs."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.ui.panes.colouring import image_of, signed_pixels
from nnviz.ui.theme import Theme


def unit_image(values: NDArray[Any], limit: float, theme: Theme) -> QImage:
    """*values* float32 (s, s), row 0 at the lowest y, as s x s pixels with y upwards, full colour at +-*limit*."""
    return image_of(signed_pixels(values[::-1], limit, theme))
