"""Edits: pure functions from a network to the network after a gesture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.spec import Group, LayerSpec, Link, NetworkSpec
from nnviz.network.titles import called, stem_of
from nnviz.sentences import Sentence

Point = tuple[float, float]
# A fresh hidden layer does something at once: relu, where Keras's own default is linear.
_FRESH_ARGS: dict[str, dict[str, Any]] = {
    "Dense": {"units": 4, "activation": "relu"},
    **{kind: {"activation": "relu"} for kind in ("Conv1D", "Conv2D", "Conv3D", "SeparableConv1D", "SeparableConv2D")},
}
_NUMBERED = re.compile(r"^(?P<stem>.*[^\d_ ])(?P<gap>[_ ]?)(?P<number>\d{1,9})$")


class CopyNames:
    """Free names for copies: for ``hidden_1`` ``hidden_2``, for ``Encoder`` ``Encoder 2``; a name that is free is kept.

    Args:
        taken: the names that are there.
        gap: what stands between a name and its number.
    """

    def __init__(self, taken: Iterable[str], gap: str) -> None:
        self._taken, self._gap = set(taken), gap
        self._next: dict[str, int] = {}

    def like(self, name: str) -> str:
        """The name of a copy of what is called *name*; it is taken from now on."""
        fresh = name
        if name in self._taken:
            numbered = _NUMBERED.match(name)
            stem = numbered["stem"] + numbered["gap"] if numbered else name + self._gap
            number = self._next.get(stem, int(numbered["number"]) + 1 if numbered else 2)
            while f"{stem}{number}" in self._taken:
                number += 1
            fresh, self._next[stem] = f"{stem}{number}", number + 1
        self._taken.add(fresh)
        return fresh


def new_id(network: NetworkSpec, kind: str) -> str:
    """A free id for a layer of *kind*: ``hidden_1``, ``hidden_2``; the first Input is just ``input``."""
    stem, number = stem_of(kind), 1
    if kind in ("Input", "Output") and not network.has(stem):
        return stem
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
        sources = network.sources(layer_id)
        links = network.links
        if len(sources) == 1:  # in the same places, which say what a merge joins first
            links = tuple((sources[0], b) if a == layer_id else (a, b) for a, b in links if b != layer_id)
        links = tuple(dict.fromkeys((a, b) for a, b in links if layer_id not in (a, b) and a != b))
        network = replace(network, layers=tuple(x for x in network.layers if x.id != layer_id), links=links)
    return replace(network, groups=_living_groups(network))


def _living_groups(network: NetworkSpec) -> tuple[Group, ...]:
    """The groups without the layers that are gone, and without those of which nothing is left."""
    rest = (replace(group, layers=tuple(x for x in group.layers if network.has(x))) for group in network.groups)
    return tuple(group for group in rest if group.layers)


def copied(network: NetworkSpec, ids: Iterable[str], times: int = 1) -> tuple[NetworkSpec, list[dict[str, str]]]:
    """With *times* copies of the layers *ids* where the originals stand, each linked within itself.

    Gives for each copy id -> id of the copy. A group of which all layers are copied is copied too.
    """
    ids = tuple(ids)
    wanted, names = set(ids), CopyNames((layer.id for layer in network.layers), "_")
    inner = [link for link in network.links if wanted.issuperset(link)]
    whole = [group for group in network.groups if wanted.issuperset(group.layers)]
    group_names = CopyNames((group.name for group in network.groups), " ")
    layers, links, groups, copies = list(network.layers), list(network.links), list(network.groups), []
    for _ in range(times):
        copy = {layer_id: names.like(layer_id) for layer_id in ids}
        layers += (replace(network.layer(old), id=new) for old, new in copy.items())
        links += ((copy[a], copy[b]) for a, b in inner)
        groups += (
            Group(group_names.like(x.name), tuple(copy[layer] for layer in x.layers), x.collapsed) for x in whole
        )
        copies.append(copy)
    return NetworkSpec(tuple(layers), tuple(links), tuple(groups)), copies


def add_link(network: NetworkSpec, a: str, b: str) -> NetworkSpec:
    """With a link from *a* to *b*; BadInput where it is there already, or the two are one layer."""
    if a == b:
        raise BadInput(Sentence("{0} cannot be linked to itself", called(network.layer(a))))
    if (a, b) in network.links:
        raise BadInput(Sentence("{0} and {1} are linked already", *(called(network.layer(x)) for x in (a, b))))
    return replace(network, links=(*network.links, (a, b)))


def remove_link(network: NetworkSpec, a: str, b: str) -> NetworkSpec:
    """Without the link from *a* to *b*."""
    return replace(network, links=tuple(link for link in network.links if link != (a, b)))


def relink(network: NetworkSpec, old: Link, new: Link) -> NetworkSpec:
    """With the link *new* in the place of *old*, so that what is joined keeps its order; BadInput as for a new link."""
    add_link(network, *new)
    return replace(network, links=tuple(new if link == old else link for link in network.links))


def move(network: NetworkSpec, places: Mapping[str, Point]) -> NetworkSpec:
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
        raise BadInput(Sentence("“{0}” cannot name a layer: a name needs a letter or digit first, and no slash", new))
    if network.has(new):
        raise BadInput(Sentence("another layer is called {0} already", new))
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


def replace_args(network: NetworkSpec, args: Mapping[str, Mapping[str, Any]]) -> NetworkSpec:
    """With the layers of *args* (id -> all that a person has set of it) having these arguments and no others."""
    layers = tuple(replace(x, args=dict(args[x.id])) if x.id in args else x for x in network.layers)
    return replace(network, layers=layers)
