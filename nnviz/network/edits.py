"""Edits: pure functions from a network to the network after a gesture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.layout import arranged
from nnviz.network.spec import Group, LayerSpec, NetworkSpec

Point = tuple[float, float]
# A fresh hidden layer does something at once: relu, where Keras's own default is linear.
_FRESH_ARGS: dict[str, dict[str, Any]] = {"Dense": {"units": 4, "activation": "relu"}}
_STEMS = {"Dense": "hidden", "Input": "input", "Output": "output", "BatchNormalization": "batch_norm"}


def new_id(network: NetworkSpec, kind: str) -> str:
    """A free id for a layer of *kind*: ``hidden_1``, ``hidden_2``; the first Input is just ``input``."""
    stem = _STEMS.get(kind, kind.lower())
    if kind in ("Input", "Output") and not network.has(stem):
        return stem
    number = 1
    while network.has(f"{stem}_{number}"):
        number += 1
    return f"{stem}_{number}"


def add_layer(
    network: NetworkSpec, kind: str, at: Point | None = None, after: str | None = None, **args: Any
) -> tuple[NetworkSpec, str]:
    """A new layer of *kind*, linked behind *after* where that is given; the network and the layer's id.

    A hidden layer takes the activation of the hidden layer drawn before it.
    """
    fresh = dict(_FRESH_ARGS.get(kind, {}))
    like = [layer.args["activation"] for layer in network.of_kind("Dense") if "activation" in layer.args]
    if kind == "Dense" and like:
        fresh["activation"] = like[-1]
    layer = LayerSpec(new_id(network, kind), kind, {**fresh, **args}, at)
    links = network.links if after is None else (*network.links, (after, layer.id))
    return replace(network, layers=(*network.layers, layer), links=links), layer.id


def remove_layers(network: NetworkSpec, ids: Iterable[str]) -> NetworkSpec:
    """Without the layers *ids*; what fed a layer of one input then feeds what it fed."""
    for layer_id in ids:
        sources, targets = network.sources(layer_id), network.targets(layer_id)
        links = tuple(link for link in network.links if layer_id not in link)
        if len(sources) == 1:
            links += tuple((sources[0], t) for t in targets if (sources[0], t) not in links)
        network = replace(network, layers=tuple(x for x in network.layers if x.id != layer_id), links=links)
    return replace(network, groups=_living_groups(network))


def _living_groups(network: NetworkSpec) -> tuple[Group, ...]:
    """The groups without the layers that are gone, and without those of which nothing is left."""
    rest = (replace(group, layers=tuple(x for x in group.layers if network.has(x))) for group in network.groups)
    return tuple(group for group in rest if group.layers)


def duplicate(
    network: NetworkSpec, ids: Iterable[str], shift: Point = (0.0, 60.0)
) -> tuple[NetworkSpec, tuple[str, ...]]:
    """Copies of the layers *ids* beside the originals, with the links among themselves; the copies' ids."""
    places, copies = arranged(network), dict[str, str]()
    for layer_id in ids:
        original = network.layer(layer_id)
        at = (places[layer_id][0] + shift[0], places[layer_id][1] + shift[1])
        copy = LayerSpec(new_id(network, original.kind), original.kind, dict(original.args), at)
        copies[layer_id] = copy.id
        network = replace(network, layers=(*network.layers, copy))
    inner = tuple((copies[a], copies[b]) for a, b in network.links if a in copies and b in copies)
    return replace(network, links=network.links + inner), tuple(copies.values())


def add_link(network: NetworkSpec, a: str, b: str) -> NetworkSpec:
    """With a link from *a* to *b*; BadInput where it is there already, or the two are one layer."""
    if a == b:
        raise BadInput(f"{a} cannot be linked to itself")
    if (a, b) in network.links:
        raise BadInput(f"{a} and {b} are linked already")
    return replace(network, links=(*network.links, (a, b)))


def remove_link(network: NetworkSpec, a: str, b: str) -> NetworkSpec:
    """Without the link from *a* to *b*."""
    return replace(network, links=tuple(link for link in network.links if link != (a, b)))


def move(network: NetworkSpec, places: dict[str, Point]) -> NetworkSpec:
    """With the layers of *places* standing there."""
    layers = tuple(replace(x, at=places[x.id]) if x.id in places else x for x in network.layers)
    return replace(network, layers=layers)


def unplace(network: NetworkSpec) -> NetworkSpec:
    """With every layer's place left to the layout."""
    return replace(network, layers=tuple(replace(x, at=None) for x in network.layers))


def rename(network: NetworkSpec, old: str, new: str) -> NetworkSpec:
    """With layer *old* called *new*; BadInput where the name is empty, taken, or not one Keras takes."""
    new = new.strip()
    if new == old:
        return network
    if not new or "/" in new or new.startswith(("_", ".")):
        raise BadInput(f"“{new}” cannot name a layer: a name needs a letter or digit first, and no slash")
    if network.has(new):
        raise BadInput(f"another layer is called {new} already")
    layers = tuple(replace(x, id=new) if x.id == old else x for x in network.layers)
    links = tuple((new if a == old else a, new if b == old else b) for a, b in network.links)
    groups = tuple(
        replace(group, layers=tuple(new if x == old else x for x in group.layers)) for group in network.groups
    )
    return NetworkSpec(layers, links, groups)


def set_args(network: NetworkSpec, layer_id: str, **args: Any) -> NetworkSpec:
    """With arguments of a layer set; None lets an argument follow its default or the data again."""
    layers = tuple(x.with_args(**args) if x.id == layer_id else x for x in network.layers)
    return replace(network, layers=layers)
