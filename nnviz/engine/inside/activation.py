"""What a layer answers to one sample, sampled to the numbers that there is room for."""

from __future__ import annotations

from math import isqrt, prod

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.showing.pictures import sampled
from nnviz.training.inside.messages import EDGE, LayerActivation

LEAST_SIDE = 12  # numbers along a side of a feature map: smaller ones tell nothing, so that fewer units are shown
Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


def layer_activation(layer_id: str, answer: Floats, cells: int) -> LayerActivation:
    """The *answer* of a layer to one sample, ``(..., units)``, in at most about *cells* numbers."""
    shape = answer.shape
    whole = answer.reshape(_laid_out(shape))
    height, width, total = whole.shape
    units = _units(total, height, width, cells)
    rows, cols = _places(height, width, max(1, cells // len(units)))
    values = whole[np.ix_(rows, cols, units)].transpose(2, 0, 1)
    finite = whole[np.isfinite(whole)]
    return LayerActivation(
        id=layer_id,
        shape=tuple(shape),
        units=tuple(units.tolist()),
        rows=tuple(rows.tolist()),
        cols=tuple(cols.tolist()),
        values=np.ascontiguousarray(values, "<f4").tobytes(),
        low=float(finite.min(initial=np.inf)) if finite.size else 0.0,
        high=float(finite.max(initial=-np.inf)) if finite.size else 0.0,
    )


def _laid_out(shape: tuple[int, ...]) -> tuple[int, int, int]:
    """(height, width, units) of an answer of *shape*: a sequence lies along the width, slices below each other."""
    *places, units = shape or (1,)
    if not places:
        return 1, 1, units
    return prod(places[:-1]), places[-1], units


def _units(total: int, height: int, width: int, cells: int) -> Indices:
    """Which units are sent: all where there is room, in a smaller size if need be; of very many an even sample."""
    if height * width == 1:
        edges = np.concatenate([np.arange(min(EDGE, total)), np.arange(max(0, total - EDGE), total)])
        return np.union1d(sampled(total, max(1, cells)), edges)
    smallest = min(height, LEAST_SIDE) * min(width, LEAST_SIDE) if height > 1 else min(width, LEAST_SIDE)
    return sampled(total, max(1, cells // smallest))


def _places(height: int, width: int, numbers: int) -> tuple[Indices, Indices]:
    """Which rows and columns are sent of a picture that may take so many *numbers*."""
    rows = sampled(height, max(1, isqrt(numbers), numbers // width))
    return rows, sampled(width, max(1, numbers // len(rows)))
