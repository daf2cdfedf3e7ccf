"""Where layers stand that nobody has placed: columns from left to right by their distance from the inputs."""

from __future__ import annotations

from collections import defaultdict

from nnviz.network.spec import NetworkSpec

COLUMN, ROW = 180.0, 260.0
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
    _follow_neighbours(network, places, depth)
    return places


def _follow_neighbours(network: NetworkSpec, places: dict[str, Point], depth: dict[str, int]) -> None:
    """Put what nobody placed beside its placed neighbour: behind its source, else before its target."""
    settled = {layer.id for layer in network.layers if layer.at is not None}
    for layer in sorted(network.layers, key=lambda x: depth[x.id]):
        sources = [x for x in network.sources(layer.id) if x in settled]
        if layer.id not in settled and sources:
            y = sum(places[x][1] for x in sources) / len(sources)
            places[layer.id] = (max(places[x][0] for x in sources) + COLUMN, y)
            settled.add(layer.id)
    for layer in sorted(network.layers, key=lambda x: -depth[x.id]):
        targets = [x for x in network.targets(layer.id) if x in settled]
        if layer.id not in settled and targets:
            places[layer.id] = (min(places[x][0] for x in targets) - COLUMN, places[targets[0]][1])
            settled.add(layer.id)


def depths(network: NetworkSpec) -> dict[str, int]:
    """Layer id -> the longest way to it from an Input; what has no input yet stands behind the Inputs all the same."""
    depth = {layer.id: int(layer.kind != "Input") for layer in network.layers}
    for _ in network.layers:
        changed = False
        for a, b in network.links:
            if depth[b] < depth[a] + 1 <= len(network.layers) + 1:
                depth[b] = depth[a] + 1
                changed = True
        if not changed:
            break
    return depth
