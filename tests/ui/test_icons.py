"""The drawings as icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from nnviz.assets import asset
from nnviz.ui import icons, theme

NAMES = sorted(path.stem for path in asset("icons").glob("*.svg") if path.stem != "nnviz")


def colours_of(icon: QIcon, size: int) -> set[str]:
    """The colours of the opaque pixels."""
    image = icon.pixmap(QSize(size, size)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_takes_its_colour_from_the_theme(qapp, name: str) -> None:
    svg = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in svg
    assert 'viewBox="0 0 20 20"' in svg
    assert "#" not in svg
    assert colours_of(icons.icon(name, size=48), 48) == {QColor(theme.current().text).name()}


def test_a_colour_of_ones_own(qapp) -> None:
    assert colours_of(icons.icon("play", "#ff0000", 32), 32) == {"#ff0000"}


def test_the_same_icon_is_drawn_once(qapp) -> None:
    assert icons.icon("play", "#ff0000").cacheKey() == icons.icon("play", "red").cacheKey()


def test_a_drawing_there_is_not(qapp) -> None:
    with pytest.raises(FileNotFoundError, match="nosuch"):
        icons.icon("nosuch")


def test_the_app_icon_has_every_size(qapp) -> None:
    assert {size.width() for size in icons.app_icon().availableSizes()} >= {16, 32, 64, 256}
