"""Where layers stand that nobody has placed: columns from left to right by their distance from the inputs."""

from __future__ import annotations

from collections import defaultdict

from nnviz.network.spec import NetworkSpec

COLUMN, ROW = 170.0, 260.0
Point = tuple[float, float]


def arranged(network: NetworkSpec) -> dict[str, Point]:
    """Layer id -> middle of the layer; a placed layer stays where it is."""
    depth = depths(network)
    columns: dict[int, list[str]] = defaultdict(list)
    for layer in network.layers:
        columns[depth[layer.id]].append(layer.id)
    places: dict[str, Point] = {}
    for column, ids in columns.items():
        for i, layer_id in enumerate(ids):
            places[layer_id] = (column * COLUMN, (i - (len(ids) - 1) / 2) * ROW)
    for layer in network.layers:
        if layer.at is not None:
            places[layer.id] = layer.at
    return places


def depths(network: NetworkSpec) -> dict[str, int]:
    """Layer id -> the longest way to it from a layer without input; layers on a cycle count once."""
    depth = {layer.id: 0 for layer in network.layers}
    for _ in network.layers:
        changed = False
        for a, b in network.links:
            if depth[b] < depth[a] + 1 <= len(network.layers):
                depth[b] = depth[a] + 1
                changed = True
        if not changed:
            break
    return depth
