"""The layers behind an Input that vary pictures while training: read from a network, and put into one as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.network import edits, placing
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.images import AUGMENTATION
from nnviz.network.spec import LayerSpec, NetworkSpec


def picture_input(network: NetworkSpec) -> str | None:
    """The Input whose pictures can be varied: the only one; None where there is none or more than one."""
    inputs = [layer.id for layer in network.layers if layer.kind == "Input"]
    return inputs[0] if len(inputs) == 1 else None


def augmentation(network: NetworkSpec) -> tuple[LayerSpec, ...]:
    """The layers that vary what the Input gives, from the Input on, as far as nothing else comes between."""
    at, found = picture_input(network), []
    while at is not None:
        targets = network.targets(at)
        layer = network.layer(targets[0]) if len(targets) == 1 else None
        if layer is None or layer.kind not in CATALOGUE or CATALOGUE[layer.kind].group != AUGMENTATION:
            break
        found.append(layer)
        at = layer.id
    return tuple(found)


def with_augmentation(network: NetworkSpec, layers: Iterable[LayerSpec]) -> NetworkSpec:
    """*network* with *layers* (kinds and arguments) as all that varies the pictures; unchanged without one Input."""
    at = picture_input(network)
    if at is None:
        return network
    network = edits.remove_layers(network, [layer.id for layer in augmentation(network)])
    for layer in layers:
        network, at = placing.insert_behind(network, at, layer.kind)
        network = edits.replace_args(network, {at: dict(layer.args)})
    return network
