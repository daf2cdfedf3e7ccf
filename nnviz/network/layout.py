"""Where layers stand: what a person placed stays there, the rest is laid out in columns from left to right.

The drawing is the layered one of Sugiyama et al. 1981: columns by the longest way from the inputs, an order within
each column that lets few links cross (``layout_order``), then levels that keep chains straight (``layout_levels``).
A collapsed group takes part as one block. All of it takes a time that grows with layers and links, not with their
square.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nnviz.network.layout_levels import levels
from nnviz.network.layout_order import Columns, in_columns
from nnviz.network.spec import Group, NetworkSpec

COLUMN = 180.0
Point = tuple[float, float]


class Size(NamedTuple):
    """How much room a layer takes, in scene units, around the point where links meet it."""

    width: float
    above: float
    below: float


Sizes = Mapping[str, Size]
USUAL = Size(116.0, 115.0, 95.0)  # of a layer whose size is not told
BLOCK = Size(116.0, 97.0, 73.0)  # of a collapsed group
BETWEEN = 64.0  # from one column to the next
APART = 40.0  # from one layer to that below it


@dataclass(frozen=True)
class Part:
    """What stands on the diagram as one thing: a layer, or a collapsed group.

    Attributes:
        layers: the ids of its layers.
        inner: where each of them stands around the middle of the part.
        size: how much room it takes.
        at: where a person placed it; None leaves it to the layout.
        first: whether it belongs into the first column.
        frame: the open group it belongs to; empty for none.
    """

    layers: tuple[str, ...]
    inner: tuple[Point, ...]
    size: Size
    at: Point | None
    first: bool
    frame: str = ""


def arranged(network: NetworkSpec, sizes: Sizes | None = None) -> dict[str, Point]:
    """Layer id -> where its middle stands; a placed layer stays where it is.

    The layers of a collapsed group stand around the middle of its block as they would without the others.

    Args:
        network: with or without placed layers, of any links.
        sizes: of the layers, by id.
    """
    known = sizes or {}
    parts = _parts(network, known)
    links = _links_of(network, parts)
    places = _laid_out(parts, links)
    if any(part.at is not None for part in parts):
        places = _around_the_placed(parts, links, places)
    return {
        layer: (x + dx, y + dy)
        for part, (x, y) in zip(parts, places, strict=True)
        for layer, (dx, dy) in zip(part.layers, part.inner, strict=True)
    }


def free_place(network: NetworkSpec, at: Point, sizes: Sizes | None = None) -> Point:
    """*at*, moved down until a layer of usual size there covers no placed layer and no block of *network*."""
    room = _Room()
    for part in _parts(network, sizes or {}):
        if part.at is not None:
            room.take(part.at, part.size)
    return room.free(at, USUAL)


def middle(places: Mapping[str, Point], layers: Sequence[str]) -> Point:
    """The middle of the box around the middles of *layers*: where the block of a collapsed group stands."""
    xs, ys = [places[layer][0] for layer in layers], [places[layer][1] for layer in layers]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _parts(network: NetworkSpec, sizes: Sizes) -> list[Part]:
    hidden = {layer: group for group in network.groups if group.collapsed for layer in group.layers}
    opened = {layer: group.name for group in network.groups if not group.collapsed for layer in group.layers}
    parts, shown = [], set[str]()
    for layer in network.layers:
        group = hidden.get(layer.id)
        if group is None:
            size = sizes.get(layer.id, USUAL)
            frame = opened.get(layer.id, "")
            parts.append(Part((layer.id,), ((0.0, 0.0),), size, layer.at, layer.kind == "Input", frame))
        elif group.name not in shown:
            shown.add(group.name)
            parts.append(_block(network, group, sizes))
    return parts


def _block(network: NetworkSpec, group: Group, sizes: Sizes) -> Part:
    members = set(group.layers)
    layers = tuple(layer for layer in network.layers if layer.id in members)
    links = tuple((a, b) for a, b in network.links if a in members and b in members)
    places = arranged(NetworkSpec(layers, links), sizes)
    x, y = middle(places, group.layers)
    inner = tuple((places[layer][0] - x, places[layer][1] - y) for layer in group.layers)
    placed = any(layer.at is not None for layer in layers)
    first = any(layer.kind == "Input" for layer in layers)
    return Part(group.layers, inner, BLOCK, (x, y) if placed else None, first)


def _links_of(network: NetworkSpec, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The links between parts, each once."""
    number = {layer: i for i, part in enumerate(parts) for layer in part.layers}
    pairs: dict[tuple[int, int], None] = {}
    for a, b in network.links:
        if number[a] != number[b]:
            pairs[number[a], number[b]] = None
    return list(pairs)


def _laid_out(parts: Sequence[Part], links: Sequence[tuple[int, int]]) -> list[Point]:
    """Where each of *parts* stands when nobody has placed any."""
    columns = in_columns(tuple(part.first for part in parts), tuple(links))
    above = [part.size.above for part in parts]
    below = [part.size.below for part in parts]
    heights = levels(columns, above, below, APART, [part.frame for part in parts])
    across = _across(columns, parts)
    return [(across[columns.depth[i]], heights[i]) for i in range(len(parts))]


def _across(columns: Columns, parts: Sequence[Part]) -> list[float]:
    """The middle of each column: ``COLUMN`` from the last one, or more where one of them is wide."""
    wide = [max((parts[i].size.width for i in column if i < len(parts)), default=0.0) for column in columns.order]
    middles = [0.0] * len(wide)
    for c in range(1, len(wide)):
        middles[c] = middles[c - 1] + max(COLUMN, (wide[c - 1] + wide[c]) / 2 + BETWEEN)
    return middles


# ------------------------------------------------------------------ what stands around placed layers


def _around_the_placed(
    parts: Sequence[Part], links: Sequence[tuple[int, int]], laid_out: Sequence[Point]
) -> list[Point]:
    """Put what nobody placed beside its placed neighbour: behind its source, else before its target."""
    places = list(laid_out)
    room = _Room()
    for i, part in enumerate(parts):
        if part.at is not None:
            places[i] = part.at
            room.take(part.at, part.size)
    sources: list[list[int]] = [[] for _ in parts]
    targets: list[list[int]] = [[] for _ in parts]
    for a, b in links:
        sources[b].append(a)
        targets[a].append(b)
    settled = [part.at is not None for part in parts]

    def settle(i: int, at: Point) -> None:
        places[i], settled[i] = room.free(at, parts[i].size), True
        room.take(places[i], parts[i].size)

    order = sorted(range(len(parts)), key=lambda i: laid_out[i][0])
    for i in order:
        known = [a for a in sources[i] if settled[a]]
        if not settled[i] and known:
            settle(i, (max(places[a][0] for a in known) + COLUMN, sum(places[a][1] for a in known) / len(known)))
    for i in reversed(order):
        ends = [b for b in targets[i] if settled[b]]
        if not settled[i] and ends:
            settle(i, (min(places[b][0] for b in ends) - COLUMN, places[ends[0]][1]))
    for i in order:
        if not settled[i]:
            settle(i, places[i])
    return places


class _Room:
    """Which room is taken, in cells, so that only what is near is compared."""

    CELL = 300.0

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], list[tuple[Point, Size]]] = {}

    def take(self, at: Point, size: Size) -> None:
        """A layer of *size* stands at *at*."""
        for cell in self._cells(at, size):
            self._taken.setdefault(cell, []).append((at, size))

    def free(self, at: Point, size: Size) -> Point:
        """*at*, moved down until a layer of *size* covers no other."""
        while (lowest := self._lowest_under(at, size)) is not None:
            at = (at[0], lowest + APART + size.above)
        return at

    def _lowest_under(self, at: Point, size: Size) -> float | None:
        """The lowest edge of what *size* at *at* would cover."""
        x, y = at
        edges = [
            other_y + other.below
            for cell in self._cells(at, size)
            for (other_x, other_y), other in self._taken.get(cell, ())
            if abs(x - other_x) < (size.width + other.width) / 2
            and y - size.above < other_y + other.below
            and other_y - other.above < y + size.below
        ]
        return max(edges, default=None)

    def _cells(self, at: Point, size: Size) -> list[tuple[int, int]]:
        left, right = int((at[0] - size.width / 2) // self.CELL), int((at[0] + size.width / 2) // self.CELL)
        top, bottom = int((at[1] - size.above) // self.CELL), int((at[1] + size.below) // self.CELL)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
