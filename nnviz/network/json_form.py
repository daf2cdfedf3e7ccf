"""The network's part of the JSON form of a project."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.spec import Group, LayerSpec, Link, NetworkSpec
from nnviz.network.values import checked_args, did_you_mean, known, shown, to_json


def network_from_json(obj: Any) -> NetworkSpec:
    """The network of ``{"layers": [...], "links": [...]}``; BadInput names what is unknown or does not fit."""
    known(obj, ("layers", "links", "groups"), "network")
    rows = obj.get("layers", [])
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadInput("network.layers: expected a list of layers")
    layers = tuple(_layer(row, f"network.layers[{i}]") for i, row in enumerate(rows))
    ids = Counter(layer.id for layer in layers)
    for layer_id, times in ids.items():
        if times > 1:
            raise BadInput(f"network.layers: two layers have the id {layer_id!r}")
    links = _links(obj["links"], ids) if "links" in obj else tuple(itertools.pairwise(ids))
    return NetworkSpec(layers, links, _groups(obj.get("groups", []), ids))


def network_to_json(network: NetworkSpec) -> dict[str, Any]:
    """The JSON form of *network*."""
    form: dict[str, Any] = {
        "layers": [_layer_to_json(layer) for layer in network.layers],
        "links": [list(link) for link in network.links],
    }
    if network.groups:
        form["groups"] = [
            {"name": group.name, "layers": list(group.layers), **({"collapsed": True} if group.collapsed else {})}
            for group in network.groups
        ]
    return form


def _layer(row: Any, place: str) -> LayerSpec:
    if not isinstance(row, Mapping):
        raise BadInput(f"{place}: expected an object, got {shown(row)}")
    for key in ("id", "kind"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise BadInput(f"{place}: a layer needs {key!r}, a text")
    kind = CATALOGUE.get(row["kind"])
    if kind is None:
        raise BadInput(f"{place}: unknown layer kind {row['kind']!r}{did_you_mean(row['kind'], tuple(CATALOGUE))}")
    if "/" in row["id"]:
        raise BadInput(f"{place}: the id {row['id']!r} has a slash, which Keras does not take in a name")
    args = checked_args(kind, row, place, ("id", "kind", "at"))
    return LayerSpec(row["id"], row["kind"], args, _place(row.get("at"), f"{place}.at"))


def _place(at: Any, place: str) -> tuple[float, float] | None:
    if at is None:
        return None
    numbers = isinstance(at, Sequence) and len(at) == 2 and all(isinstance(x, int | float) for x in at)
    if not numbers or not all(math.isfinite(x) for x in at):
        raise BadInput(f"{place}: expected [x, y], got {shown(at)}")
    return (float(at[0]), float(at[1]))


def _links(rows: Any, ids: Collection[str]) -> tuple[Link, ...]:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadInput("network.links: expected a list of pairs of ids")
    links: list[Link] = []
    for i, row in enumerate(rows):
        place = f"network.links[{i}]"
        if not isinstance(row, Sequence) or isinstance(row, str) or len(row) != 2:
            raise BadInput(f"{place}: expected [from, to], got {shown(row)}")
        for end in row:
            if not isinstance(end, str) or end not in ids:
                raise BadInput(f"{place}: there is no layer {shown(end)}{did_you_mean(str(end), tuple(ids))}")
        if row[0] == row[1]:
            raise BadInput(f"{place}: {row[0]!r} is linked to itself")
        links.append((row[0], row[1]))
    return tuple(links)


def _groups(rows: Any, ids: Collection[str]) -> tuple[Group, ...]:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadInput("network.groups: expected a list of groups")
    groups: list[Group] = []
    taken: set[str] = set()
    for i, row in enumerate(rows):
        place = f"network.groups[{i}]"
        known(row, ("name", "layers", "collapsed"), place)
        name, layers, collapsed = row.get("name"), row.get("layers"), row.get("collapsed", False)
        if not isinstance(name, str) or not name or any(group.name == name for group in groups):
            raise BadInput(f"{place}: a group needs a name that no other has, got {shown(name)}")
        if not isinstance(layers, list | tuple) or not layers or not isinstance(collapsed, bool):
            raise BadInput(f"{place}: a group needs a list of layers, and collapsed is true or false")
        for layer in layers:
            if not isinstance(layer, str) or layer not in ids or layer in taken:
                raise BadInput(f"{place}: {shown(layer)} is no layer, or is in a group already")
            taken.add(layer)
        groups.append(Group(name, tuple(layers), collapsed))
    return tuple(groups)


def _layer_to_json(layer: LayerSpec) -> dict[str, Any]:
    row: dict[str, Any] = {"id": layer.id, "kind": layer.kind}
    row.update((name, to_json(value)) for name, value in layer.args.items())
    if layer.at is not None:
        row["at"] = list(layer.at)
    return row
