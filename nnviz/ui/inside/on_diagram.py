"""What the units on the diagram show of the inside: the activations of the sample, and marks."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures
from nnviz.ui.inside.state import InsideState, LayerShown
from nnviz.ui.panes.colouring import image_of, rgb, signed_pixels

MOST_MAPS = 16  # feature maps in the block of a layer


def with_inside(figures: UnitFigures, look: LayerLook, state: InsideState, facts: DataFacts | None) -> UnitFigures:
    """*figures* with the activations of the sample in their place, where these are shown, and with all marks."""
    shown = state.shown_on_diagram(look.id)
    if shown is not None and shown.message.shape:
        figures = _of_sample(figures, look, shown, facts)
    marks = {unit: mark.kind for unit, mark in state.marks.get(look.id, {}).items()}
    unit = state.unit
    chosen = unit.number if unit is not None and unit.layer == look.id else None
    muted = state.muted_in(look.id)
    if not marks and chosen is None and not muted:
        return figures
    return replace(figures, marks=marks, chosen=chosen, muted=muted)


def _of_sample(figures: UnitFigures, look: LayerLook, shown: LayerShown, facts: DataFacts | None) -> UnitFigures:
    if look.geometry.picture is not None:
        return replace(figures, sample=_block_image(shown, facts) or figures.sample)
    if not shown.flat or shown.message.shape[-1] != look.geometry.total:
        return figures
    values = shown.values[:, 0, 0]
    shares = {
        unit: float(np.clip(value / shown.limit, -1, 1))
        for unit, value in zip(shown.message.units, values.tolist(), strict=True)
        if np.isfinite(value)
    }
    return UnitFigures({}, shares, figures.bias)


def _block_image(shown: LayerShown, facts: DataFacts | None) -> QImage | None:
    """The answer as one picture: feature maps beside each other, a sequence as a heat map; None of a row of numbers."""
    now = theme.current()
    if shown.flat:
        shape = facts.input_shape if facts is not None else ()
        if len(shape) != 3 or shape[2] != 1 or shape[0] * shape[1] != len(shown.values):
            return None
        return image_of(signed_pixels(shown.values[:, 0, 0].reshape(shape[:2]), shown.limit, now))
    if len(shown.message.shape) == 2:
        return image_of(signed_pixels(shown.values[:, 0, :], shown.limit, now))
    return image_of(_mosaic(shown, rgb(now.field)))


def _mosaic(shown: LayerShown, between: tuple[int, int, int]) -> NDArray[np.uint8]:
    """Pixels of some feature maps, evenly chosen, in a square of squares with thin lines *between* them."""
    count, rows, cols = shown.values.shape
    some = np.unique(np.linspace(0, count - 1, min(count, MOST_MAPS)).round().astype(int))
    across = ceil(sqrt(len(some)))
    down = ceil(len(some) / across)
    gap = 1 if len(some) > 1 else 0
    pixels = np.empty((down * (rows + gap) - gap, across * (cols + gap) - gap, 3), np.uint8)
    pixels[:] = between
    for i, unit in enumerate(some):
        top, left = (i // across) * (rows + gap), (i % across) * (cols + gap)
        tile = signed_pixels(shown.values[unit], shown.limit, theme.current())
        pixels[top : top + rows, left : left + cols] = tile
    return pixels
