"""At 200 % nothing is drawn half as wide or from half as many pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

from nnviz.ui import icons, theme
from nnviz.ui.diagram.weight_lines import add_curve, paint_strokes


def ink_of(strength: float, ratio: int) -> float:
    """How many logical pixels a line of *strength* covers on a screen of that *ratio*."""
    image = QImage(40 * ratio, 20 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    add_curve(path, QPointF(0, 3), QPointF(40, 17))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_strokes(painter, [(path, 1, strength)], theme.current())
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return float(pixels[..., 3].sum() / 255 / ratio**2)


@pytest.mark.parametrize("strength", [0.2, 0.4, 0.7, 1.0])
def test_a_weight_is_as_wide_on_a_sharp_screen(qapp: QApplication, strength: float) -> None:
    assert ink_of(strength, 2) == pytest.approx(ink_of(strength, 1), rel=0.25)


def test_a_stronger_weight_is_wider(qapp: QApplication) -> None:
    assert [ink_of(1.0, ratio) > 2 * ink_of(0.2, ratio) for ratio in (1, 2)] == [True, True]


@pytest.mark.parametrize("ratio", [1, 2])
def test_icons_have_the_pixels_of_the_screen(qapp: QApplication, ratio: int) -> None:
    assert icons.icon("close").pixmap(QSize(16, 16), float(ratio)).size() == QSize(16 * ratio, 16 * ratio)
