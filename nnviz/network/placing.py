"""Layers put where a person would expect them: appended, dropped, inserted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nnviz.network import edits, grouping
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.layout import COLUMN, Point, Sizes, arranged, free_place
from nnviz.network.spec import Link, NetworkSpec

NEAREST, LEVEL = 140.0, 70.0
Places = Mapping[str, Point]  # where the layers of a network are seen to stand; by default the layout's places


def append_layer(
    network: NetworkSpec,
    kind: str,
    at: Point | None = None,
    places: Places | None = None,
    sizes: Sizes | None = None,
) -> tuple[NetworkSpec, str]:
    """A new layer where a person would expect it.

    A hidden layer goes before the Output that ends the chain; an Input before the first layer that has none; all
    else behind the last layer that leads nowhere.
    """
    if kind == "Input":
        grown, layer_id = edits.add_layer(network, kind, at)
        orphan = next((x.id for x in network.layers if x.kind != "Input" and not network.sources(x.id)), None)
        return (edits.add_link(grown, layer_id, orphan), layer_id) if orphan else (grown, layer_id)
    output = next((x for x in network.of_kind("Output") if network.sources(x.id)), None)
    if kind != "Output" and output is not None and CATALOGUE[kind].inputs[0] == 1:
        return insert_on_link(network, (network.sources(output.id)[0], output.id), kind, at, places, sizes)
    end = next((x.id for x in reversed(network.layers) if x.kind != "Output" and not network.targets(x.id)), None)
    grown, layer_id = edits.add_layer(network, kind, at, after=end)
    lonely = next((x.id for x in network.of_kind("Output") if not network.sources(x.id)), None)
    if lonely and kind not in ("Output", "Input"):
        grown = edits.add_link(grown, layer_id, lonely)
    return grown, layer_id


def insert_on_link(
    network: NetworkSpec,
    link: Link,
    kind: str,
    at: Point | None = None,
    places: Places | None = None,
    sizes: Sizes | None = None,
) -> tuple[NetworkSpec, str]:
    """A new layer of *kind* in the middle of *link*, in the group of the two layers where that is one.

    When nobody chose its place, placed layers behind it make room; what the layout has placed does so by itself.
    """
    a, b = link
    if at is None and any(network.layer(end).at is not None for end in link):
        seen = _with_room(arranged(network) if places is None else places, link)
        network = edits.move(network, seen)
        at = free_place(network, ((seen[a][0] + seen[b][0]) / 2, (seen[a][1] + seen[b][1]) / 2), sizes)
    grown, layer_id = edits.add_layer(network, kind, at)
    position = grown.links.index(link)
    links = (*grown.links[:position], (a, layer_id), (layer_id, b), *grown.links[position + 1 :])
    group = grown.group_of(a)
    if group is not None and b in group.layers:
        grown = grouping.add_to_group(grown, group.name, (layer_id,))
    return replace(grown, links=links), layer_id


def _with_room(places: Places, link: Link) -> dict[str, Point]:
    """*places* with enough room for one more layer in the middle of *link*."""
    edge = places[link[1]][0]
    short = max(0.0, 2 * COLUMN - (edge - places[link[0]][0]))
    return {x: (at[0] + short, at[1]) if at[0] >= edge else at for x, at in places.items()}


def insert_before(
    network: NetworkSpec, layer_id: str, kind: str, args: Mapping[str, Any] | None = None
) -> tuple[NetworkSpec, str]:
    """A new layer of *kind*, with *args* set, that takes over every link into *layer_id*."""
    sources = network.sources(layer_id)
    grown, new = insert_on_link(network, (sources[0], layer_id), kind)
    for source in sources[1:]:
        grown = edits.add_link(edits.remove_link(grown, source, layer_id), source, new)
    return edits.set_args(grown, new, **args or {}), new


def insert_behind(
    network: NetworkSpec, layer_id: str, kind: str, places: Places | None = None, sizes: Sizes | None = None
) -> tuple[NetworkSpec, str]:
    """A new layer of *kind* fed by *layer_id*, which takes over every link out of it.

    What joins several inputs, and an Output, becomes a branch of its own and takes nothing over; an Input stands
    alone.
    """
    targets = network.targets(layer_id)
    if targets and kind != "Output" and CATALOGUE[kind].inputs == (1, 1):
        grown, new = insert_on_link(network, (layer_id, targets[0]), kind, places=places, sizes=sizes)
        for target in targets[1:]:
            grown = edits.relink(grown, (layer_id, target), (new, target))
        return grown, new
    seen = arranged(network) if places is None else places
    placed = edits.move(network, seen)
    if kind != "Input":  # the layout puts it behind its source, into room that is free for its own size
        return edits.add_layer(placed, kind, after=layer_id)
    return edits.add_layer(placed, kind, free_place(placed, (seen[layer_id][0] + COLUMN, seen[layer_id][1]), sizes))


def drop_layer(
    network: NetworkSpec, kind: str, at: Point, on: Link | None = None, places: Places | None = None
) -> tuple[NetworkSpec, str]:
    """A new layer of *kind* dropped at *at*, or onto the link *on*.

    Dropped behind a layer that leads nowhere it is linked to that; dropped before one without input, that is
    linked to it.
    """
    if on is not None and CATALOGUE[kind].inputs[0] == 1:
        return insert_on_link(network, on, kind, places=places)
    places = arranged(network) if places is None else places
    before = [
        x.id
        for x in network.layers
        if x.kind != "Output" and not network.targets(x.id) and places[x.id][0] < at[0] and kind != "Input"
    ]
    behind = [
        x.id
        for x in network.layers
        if x.kind != "Input" and not network.sources(x.id) and places[x.id][0] > at[0] and kind != "Output"
    ]
    source = max(before, key=lambda x: places[x][0]) if before else None
    target = min(behind, key=lambda x: places[x][0]) if behind else None
    at = _in_line(at, places[source] if source else None, places[target] if target else None)
    grown, layer_id = edits.add_layer(edits.move(network, places), kind, _beside(at, places.values()))
    if source:
        grown = edits.add_link(grown, source, layer_id)
    if target:
        grown = edits.add_link(grown, layer_id, target)
    return grown, layer_id


def _in_line(at: Point, source: Point | None, target: Point | None) -> Point:
    """*at* on the level of the neighbour it was nearly level with, and not on top of it."""
    x, y = at
    if source is not None:
        x = max(x, source[0] + NEAREST)
    elif target is not None:
        x = min(x, target[0] - NEAREST)
    neighbour = source or target
    return (x, neighbour[1] if neighbour is not None and abs(neighbour[1] - y) < LEVEL else y)


def _beside(at: Point, taken: Iterable[Point]) -> Point:
    """*at*, moved down until it covers none of the places *taken*."""
    places = list(taken)
    while any(abs(at[0] - x) < NEAREST - 10 and abs(at[1] - y) < NEAREST for x, y in places):
        at = (at[0], at[1] + NEAREST)
    return at
