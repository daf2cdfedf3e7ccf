"""Layers in line with each other: aligned, spread evenly, and snapped while they are dragged.

All figures are in scene units, x to the right and y downwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nnviz.network.layout import Point

Side = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["x", "y"]


@dataclass(frozen=True)
class Box:
    """Where a layer stands.

    Attributes:
        x, y: its place, on the level of its ports.
        left, top, right, bottom: its frame.
    """

    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float

    def shifted(self, dx: float, dy: float) -> Box:
        """This box, *dx* further right and *dy* further down."""
        return Box(self.x + dx, self.y + dy, self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def along(self, axis: Axis) -> tuple[float, float, float]:
        """Its start, its place and its end along *axis*."""
        return (self.left, self.x, self.right) if axis == "x" else (self.top, self.y, self.bottom)


def around(boxes: Sequence[Box], place: Box) -> Box:
    """The box around all *boxes*, with the place of *place*."""
    return Box(
        place.x, place.y,
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip


# ---------------------------------------------------------------------- aligning


def aligned(boxes: Mapping[str, Box], side: Side) -> dict[str, Point]:
    """Where the layers *boxes* stand once they are in line at *side*.

    Edges go to the outermost one; centre and middle go half way between the outermost places, so that the ports of
    layers of different height come to one level.
    """
    axis: Axis = "x" if side in ("left", "centre", "right") else "y"
    which = {"left": 0, "top": 0, "centre": 1, "middle": 1, "right": 2, "bottom": 2}[side]
    values = {layer: box.along(axis)[which] for layer, box in boxes.items()}
    low, high = min(values.values()), max(values.values())
    to = (low, (low + high) / 2, high)[which]
    return {layer: _placed(box, axis, to - values[layer]) for layer, box in boxes.items()}


def distributed(boxes: Mapping[str, Box], axis: Axis) -> dict[str, Point]:
    """Where the layers *boxes* stand once the gaps between them along *axis* are equal; the outermost stay."""
    order = sorted(boxes, key=lambda layer: (boxes[layer].along(axis)[1], layer))
    spans = [boxes[layer].along(axis) for layer in order]
    sizes = [end - start for start, _, end in spans]
    gap = (spans[-1][2] - spans[0][0] - sum(sizes)) / max(1, len(order) - 1)
    places, at = {}, spans[0][0]
    for layer, (start, _, _), size in zip(order, spans, sizes, strict=True):
        places[layer] = _placed(boxes[layer], axis, at - start)
        at += size + gap
    return places


def _placed(box: Box, axis: Axis, by: float) -> Point:
    return (round(box.x + by, 2), box.y) if axis == "x" else (box.x, round(box.y + by, 2))


# ---------------------------------------------------------------------- snapping


@dataclass(frozen=True)
class Guide:
    """A line that shows what a dragged layer is in line with, from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Snap:
    """What snapping does to a dragged box: how far it moves further, and the lines that show why."""

    dx: float
    dy: float
    guides: tuple[Guide, ...] = ()


class Rulers:
    """The lines that the boxes *still* give to what is dragged among them: their edges and their places."""

    def __init__(self, still: Iterable[Box]) -> None:
        boxes = list(still)
        self._lines = {(axis, place): _lines(boxes, axis, place) for axis in ("x", "y") for place in (True, False)}

    def snap(self, box: Box, reach: float, grid: float) -> Snap:
        """How the dragged *box* snaps: to a line within *reach*, else to whole steps of *grid*."""
        dx = self._shift(box, "x", reach)
        dy = self._shift(box, "y", reach)
        to_x = _to_grid(box.x, grid) if dx is None else dx
        to_y = _to_grid(box.y, grid) if dy is None else dy
        there = box.shifted(to_x, to_y)
        guides = [self._guide(there, "x")] if dx is not None else []
        guides += [self._guide(there, "y")] if dy is not None else []
        return Snap(to_x, to_y, tuple(guides))

    def _shift(self, box: Box, axis: Axis, reach: float) -> float | None:
        """The way to the nearest line along *axis*; a place before an edge where both are as near."""
        start, place, end = box.along(axis)
        ways = [self._nearest(axis, True, place), self._nearest(axis, False, start), self._nearest(axis, False, end)]
        near = [way for way in ways if way is not None and abs(way) <= reach]
        return min(near, key=abs) if near else None

    def _nearest(self, axis: Axis, place: bool, value: float) -> float | None:
        values = self._lines[axis, place][0]
        i = bisect_left(values, value)
        return min((other - value for other in values[max(0, i - 1) : i + 1]), key=abs, default=None)

    def _guide(self, box: Box, axis: Axis) -> Guide:
        """The line through the snapped *box* and everything that it is in line with."""
        start, place, end = box.along(axis)
        for value, places in ((place, True), (start, False), (end, False)):
            met = self._met(axis, places, value)
            if met:
                across: Axis = "y" if axis == "x" else "x"
                low = min(other.along(across)[0] for other in (*met, box))
                high = max(other.along(across)[2] for other in (*met, box))
                return Guide(value, low, value, high) if axis == "x" else Guide(low, value, high, value)
        raise AssertionError("a box that snapped to a line lies on one")

    def _met(self, axis: Axis, place: bool, value: float) -> list[Box]:
        values, boxes = self._lines[axis, place]
        return boxes[bisect_left(values, value - 0.01) : bisect_right(values, value + 0.01)]


def _lines(boxes: list[Box], axis: Axis, place: bool) -> tuple[list[float], list[Box]]:
    """The lines across *axis* in order, and the box of each: through the places, or along the edges."""
    which = (1,) if place else (0, 2)
    pairs = sorted(((box.along(axis)[i], box) for box in boxes for i in which), key=lambda pair: pair[0])
    return [value for value, _ in pairs], [box for _, box in pairs]


def _to_grid(value: float, grid: float) -> float:
    return round(value / grid) * grid - value
