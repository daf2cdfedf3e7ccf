"""A picture that a person drew, brought to the form of those that were learned from.

The pictures of MNIST were scaled to fit a box of 20 by 20 pixels with their aspect kept, and put into 28 by 28 pixels
with the centre of their mass in the middle (LeCun, Cortes and Burges, The MNIST database). Other sets have other
habits, so that they are measured: how large the drawn part of a picture is, and what stands in its middle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

INK = 0.2  # what is darker than this, of full ink, belongs to the drawing
LEAST_BOX = 0.4  # of the longer side, however small the drawings are
Floats = NDArray[Any]
Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Habit:
    """How the pictures that were learned from are drawn.

    Attributes:
        shape: height and width in pixels.
        low, high: the numbers of no ink and full ink, in the units of the data.
        box: the longer side of a drawing, in pixels.
        by_mass: whether the centre of its mass stands in the middle, and not that of its edges.
    """

    shape: tuple[int, int]
    low: float
    high: float
    box: float
    by_mass: bool

    @property
    def light_on_dark(self) -> bool:
        """Whether ink is lighter than what it is drawn on."""
        return self.high >= self.low

    @classmethod
    def of(cls, pictures: Floats) -> Habit:
        """The habit of *pictures* ``(n, height, width, 1)`` in the units of the data."""
        grey = np.asarray(pictures, np.float64)[..., 0]
        low, high = float(grey.min()), float(grey.max())
        if high <= low:
            high = low + 1.0
        border = np.concatenate([grey[:, 0], grey[:, -1], grey[:, :, 0], grey[:, :, -1]], axis=1)
        if border.mean() > (low + high) / 2:
            low, high = high, low
        ink = (grey - low) / (high - low)
        height, width = grey.shape[1:]
        spans = [span for picture in ink if (span := _span(picture)) is not None]
        if not spans:
            return cls((height, width), low, high, float(max(height, width)), False)
        box = float(np.median([max(bottom - top, right - left) for top, bottom, left, right in spans]))
        box = max(box, LEAST_BOX * max(height, width))
        middle = np.array([height / 2, width / 2])
        edges = np.array([((t + b) / 2, (le + r) / 2) for t, b, le, r in spans])
        masses = np.array([_mass(picture) for picture in ink if _span(picture) is not None])
        by_mass = float(np.abs(masses - middle).mean()) < float(np.abs(edges - middle).mean())
        return cls((height, width), low, high, box, by_mass)


def as_learned(ink: Floats, habit: Habit) -> Floats:
    """The drawing *ink* ``(rows, columns)``, 0 for none to 1 for full, as a picture ``(1, height, width, 1)``.

    The numbers are in the units of the data. Nothing drawn gives an empty picture.
    """
    height, width = habit.shape
    span = _span(ink)
    if span is None:
        return np.full((1, height, width, 1), habit.low)
    top, bottom, left, right = span
    drawing = ink[top:bottom, left:right]
    factor = min(habit.box / max(drawing.shape), height / drawing.shape[0], width / drawing.shape[1])
    centre = _mass(drawing) if habit.by_mass else (drawing.shape[0] / 2, drawing.shape[1] / 2)
    down = _overlaps(drawing.shape[0], height, factor, height / 2 - centre[0] * factor)
    across = _overlaps(drawing.shape[1], width, factor, width / 2 - centre[1] * factor)
    small = np.clip(down @ drawing @ across.T, 0.0, 1.0)
    picture: Floats = (habit.low + small * (habit.high - habit.low))[None, :, :, None]
    return picture


def resized(picture: Floats, shape: tuple[int, int]) -> Floats:
    """*picture* ``(rows, columns)`` stretched over *shape*, each pixel the mean of what it covers."""
    down = _overlaps(picture.shape[0], shape[0], shape[0] / picture.shape[0], 0.0)
    across = _overlaps(picture.shape[1], shape[1], shape[1] / picture.shape[1], 0.0)
    result: Floats = down @ picture @ across.T
    return result


def _span(ink: Floats) -> Span | None:
    """First and last row and column of the drawing, the last ones exclusive; None where nothing is drawn."""
    rows, columns = np.flatnonzero((ink > INK).any(axis=1)), np.flatnonzero((ink > INK).any(axis=0))
    if not rows.size:
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _mass(ink: Floats) -> tuple[float, float]:
    """The centre of mass, in pixels from the upper left corner."""
    total = ink.sum()
    down = (np.arange(ink.shape[0]) + 0.5) @ ink.sum(axis=1) / total
    across = (np.arange(ink.shape[1]) + 0.5) @ ink.sum(axis=0) / total
    return float(down), float(across)


def _overlaps(count: int, cells: int, factor: float, start: float) -> Floats:
    """How much of each of *cells* is covered by each of *count* pixels, *factor* long, the first from *start* on."""
    edges = start + factor * np.arange(count + 1)
    low, high = edges[:-1], edges[1:]
    cell = np.arange(cells)[:, None]
    overlap: Floats = np.clip(np.minimum(high, cell + 1) - np.maximum(low, cell), 0.0, None)
    return overlap
