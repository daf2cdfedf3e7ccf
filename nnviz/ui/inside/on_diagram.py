"""What the units on the diagram show of the inside: the activations of the sample, and marks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures
from nnviz.ui.diagram.map_tiles import MapTiles, map_tiles
from nnviz.ui.inside.state import InsideState, LayerShown
from nnviz.ui.panes.colouring import image_of, rgb, signed_pixels


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
        tiles, maps = _maps(shown)
        image = _flat_image(shown, facts) if maps is None else image_of(maps)
        return replace(figures, sample=image or figures.sample, maps=tiles)
    if not shown.flat or shown.message.shape[-1] != look.geometry.total:
        return figures
    values = shown.values[:, 0, 0]
    shares = {
        unit: float(np.clip(value / shown.limit, -1, 1))
        for unit, value in zip(shown.message.units, values.tolist(), strict=True)
        if np.isfinite(value)
    }
    return UnitFigures({}, shares, figures.bias)


def _flat_image(shown: LayerShown, facts: DataFacts | None) -> QImage | None:
    """The answer as the picture that it is a row of; None where it is none."""
    shape = facts.input_shape if facts is not None else ()
    if len(shape) != 3 or shape[2] != 1 or shape[0] * shape[1] != len(shown.values):
        return None
    return image_of(signed_pixels(shown.values[:, 0, 0].reshape(shape[:2]), shown.limit, theme.current()))


def _maps(shown: LayerShown) -> tuple[MapTiles | None, NDArray[np.uint8] | None]:
    """Where feature maps or the lines of a sequence stand, and their pixels; None and None of a row of numbers."""
    if shown.flat:
        return None, None
    count, rows, cols = shown.values.shape
    if len(shown.message.shape) == 2:  # a line a unit
        lines = signed_pixels(shown.values[:, 0, :], shown.limit, theme.current())
        return MapTiles(shown.message.units, 1, count, 1, cols, 0), lines
    tiles, places = map_tiles(shown.message.units, rows, cols)
    pixels = np.empty((*tiles.size, 3), np.uint8)
    pixels[:] = rgb(theme.current().field)
    for i, place in enumerate(places):
        top, left = tiles.corner(i)
        pixels[top : top + rows, left : left + cols] = signed_pixels(shown.values[place], shown.limit, theme.current())
    return tiles, pixels
