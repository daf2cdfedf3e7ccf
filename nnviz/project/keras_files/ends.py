"""Where a model of Keras's ends: what becomes our Output.

An Output is a Dense. A model that ends with a Dense, or with a Dense and then a function alone, ends with an Output of
that function; every other end stays the layer that it is, and a person adds an Output behind it to train it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nnviz.network.spec import Group, LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.project.keras_files.description import Description, Placed
from nnviz.sentences import Sentence


def network_of(found: Description) -> tuple[NetworkSpec, tuple[Sentence, ...]]:
    """The network that *found* is, and what a person should know of its ends."""
    layers = {layer.id: LayerSpec(layer.id, layer.kind, dict(layer.args)) for layer in found.layers}
    sources = {layer: list(feeding) for layer, feeding in found.sources.items()}
    outputs, notes = [], []
    for end in found.outputs:
        dense = _folded(end, layers, sources, found.outputs)
        if layers[dense].kind == "Dense":
            args = layers[dense].args
            layers[dense] = replace(layers[dense], kind="Output", args={"activation": "linear", **args})
            outputs.append(dense)
        else:
            notes.append(Sentence("The model ends with {0}, which is no Dense: to train it, add an Output", end))
    gone = {layer.id for layer in found.layers if layer.id not in layers}
    links = tuple((a, b) for b, feeding in sources.items() if b not in gone for a in feeding)
    groups = tuple(Group(name, tuple(x for x in ids if x not in gone)) for name, ids in found.groups.items())
    ordered = _in_order(list(layers), found.inputs, outputs)
    network = NetworkSpec(tuple(layers[x] for x in ordered), links, tuple(group for group in groups if group.layers))
    return network, tuple(notes)


def _folded(end: str, layers: dict[str, LayerSpec], sources: dict[str, list[str]], outputs: list[str]) -> str:
    """The id of the Dense that answers with the function *end*, which is then gone; *end* where it stays."""
    function = _function(layers[end])
    if function is None or len(sources[end]) != 1:
        return end
    before = sources[end][0]
    fed = [layer for layer, feeding in sources.items() if before in feeding]
    dense = layers[before]
    plain = dense.kind == "Dense" and dense.args.get("activation", "linear") == "linear"
    if not plain or before in outputs or fed != [end]:
        return end
    layers[before] = dense.with_args(activation=function)
    del layers[end], sources[end]
    return before


def _function(layer: LayerSpec) -> Any:
    """The activation that *layer* is; None where it is something else."""
    if layer.kind == "Activation":
        return layer.args.get("activation")
    return "softmax" if layer.kind == "Softmax" and layer.args.get("axis", -1) == -1 else None


def _in_order(ids: list[str], inputs: list[str], outputs: list[str]) -> list[str]:
    """*ids* with the inputs among themselves in the model's order, and so the outputs."""
    for wanted in (inputs, outputs):
        places = sorted(ids.index(layer) for layer in wanted)
        for place, layer in zip(places, wanted, strict=True):
            ids[place] = layer
    return ids


def opened_inputs(network: NetworkSpec) -> tuple[NetworkSpec, tuple[Sentence, ...]]:
    """*network* with every Input whose shape has a size that is not known left to the data."""
    notes, layers = [], []
    for layer in network.layers:
        if layer.kind == "Input" and None in layer.args.get("shape", ()):
            notes.append(
                Sentence("The sizes that {0} takes are open in the model: here the data decide", called(layer))
            )
            layer = replace(layer, args={})
        layers.append(layer)
    return replace(network, layers=tuple(layers)), tuple(notes)


def frozen(layers: list[Placed]) -> tuple[Sentence, ...]:
    """What to say of layers that Keras was not to train."""
    held = [layer.id for layer in layers if layer.frozen]
    if not held:
        return ()
    names = ", ".join(held[:5]) + ", ..." * (len(held) > 5)
    return (Sentence("Frozen in Keras, but learning here: {0}", names),)
