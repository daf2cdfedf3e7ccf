"""Panes on a screen, the messages they are fed with, and looking at what they drew."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.pictures import LayerWeights, Surface, Weights
from nnviz.ui import theme

SIZE = (267, 268)
TWO_CLASSES = DataFacts((2,), "binary", 1, ("no", "yes"), ("width", "height"))


def shown(qtbot, pane: QWidget, size: tuple[int, int] = SIZE) -> QWidget:
    """*pane*, visible and drawn."""
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()
    qtbot.waitExposed(pane)
    drawn(qtbot, pane)
    return pane


def drawn(qtbot, pane) -> None:
    """Wait until what is newest has been drawn."""
    qtbot.waitUntil(lambda: not pane._stale)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colour_at(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    colour = QColor(image.pixel(int(x), int(y)))
    return colour.red(), colour.green(), colour.blue()


def count_of(image: QImage, name: str) -> int:
    """How many pixels of *image* have exactly the colour *name* of the theme."""
    wanted = QColor(getattr(theme.current(), name)).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def says_something(pane: QWidget) -> bool:
    """Whether anything at all is painted in the middle of *pane*."""
    image = picture(pane)
    lines = range(image.height() // 3, 2 * image.height() // 3)
    return len({image.pixel(x, y) for y in lines for x in range(0, image.width(), 2)}) > 1


def layer_weights(layer: str, kernel: np.ndarray, bias: np.ndarray | None = None) -> LayerWeights:
    kernel = np.asarray(kernel, "<f4")
    counts, edges = np.histogram(kernel, 10)
    return LayerWeights(
        layer, kernel.shape, tuple(range(kernel.shape[0])), tuple(range(kernel.shape[1])), kernel.tobytes(),
        b"" if bias is None else np.asarray(bias, "<f4").tobytes(), tuple(counts.tolist()), float(edges[0]),
        float(edges[-1]), float(np.linalg.norm(kernel)),
    )  # fmt: skip


def weights_of(*layers: LayerWeights) -> Weights:
    return Weights(1, layers)


def surface_of(answer, extent=(-1.0, 3.0, -2.0, 2.0), size: int = 41) -> Surface:
    """The message for *answer* (x, y) -> (size, size) or (size, size, outputs)."""
    x, y = np.meshgrid(np.linspace(*extent[:2], size), np.linspace(*extent[2:], size))
    values = np.asarray(answer(x, y), "<f4").reshape(size, size, -1)
    return Surface(1, extent, size, values.shape[-1], values.tobytes(), 0, {})
