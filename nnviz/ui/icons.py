"""The drawings of ``resources/icons`` as icons in the colours of the theme.

Each is an SVG on a 20-pixel grid that draws in ``currentColor``; it is tinted here and rendered for sharp edges at
one, two and three times its size.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nnviz.assets import asset
from nnviz.ui import theme

SCALES = (1, 2, 3)
DISABLED_OPACITY = 0.45


def icon(name: str, color: str | None = None, size: int = 16) -> QIcon:
    """The drawing *name* in *color* (any Qt colour, else the theme's text), *size* pixels wide and high.

    Disabled buttons show it fainter. FileNotFoundError where there is no such drawing. The icon keeps its colour:
    ask again when the theme has changed.
    """
    return _icon(name, QColor(color or theme.current().text).name(), size)


@cache
def app_icon() -> QIcon:
    """The app's own icon, in its own colours, for windows and task bars."""
    renderer = _renderer("nnviz", "")
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(_image(renderer, size, 1.0)))
    return made


@cache
def _icon(name: str, color: str, size: int) -> QIcon:
    renderer = _renderer(name, color)
    made = QIcon()
    for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, DISABLED_OPACITY)):
        for scale in SCALES:
            image = _image(renderer, size * scale, opacity)
            image.setDevicePixelRatio(scale)
            made.addPixmap(QPixmap.fromImage(image), mode)
    return made


def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))


def _image(renderer: QSvgRenderer, side: int, opacity: float) -> QImage:
    """The drawing as *side* x *side* pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image
