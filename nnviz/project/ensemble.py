"""Several trained networks as one: each a branch behind the same Input, their answers averaged, their weights kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import Group, LayerSpec, Link, NetworkSpec
from nnviz.sentences import Sentence

Arrays = Mapping[str, NDArray[Any]]
INPUT, AVERAGE, OUTPUT = "input", "average", "output"


def branch_of(number: int, layer_id: str) -> str:
    """What the layer *layer_id* of member *number* (from 0 on) is called in the whole."""
    return f"m{number + 1}_{layer_id}"


def as_one(members: Sequence[tuple[str, NetworkSpec]], facts: DataFacts) -> NetworkSpec:
    """One network that answers with the average of *members*, each given with a name.

    Each is a group of its own, shown as one block, behind one Input. What was its Output is a Dense layer; behind the
    average stands an Output that passes it on: its weights begin as those of the identity.

    Raises:
        BadInput: where a member has several Inputs or Outputs, or where their answers differ in shape.
    """
    fitted = [fit_to_data(network, facts) for _, network in members]
    shapes = [_input_of(network) for network in fitted]
    largest = max(shapes, key=len)
    layers, links, groups = [LayerSpec(INPUT, "Input", {"shape": largest})], list[Link](), []
    ends, answers = [], set()
    for number, ((name, _), network) in enumerate(zip(members, fitted, strict=True)):
        end = _output_of(network)
        branch = _branch(number, network, shapes[number] != largest)
        layers += branch.layers
        links += branch.links
        ends.append(branch_of(number, end.id))
        answers.add(full_args(end)["units"])
        groups.append(Group(f"{number + 1}. {name}", tuple(layer.id for layer in branch.layers), collapsed=True))
    if len(answers) > 1:
        raise BadInput(Sentence("These networks do not answer alike: their outputs differ"))
    layers += [
        LayerSpec(AVERAGE, "Average"),
        LayerSpec(OUTPUT, "Output", {"units": answers.pop(), "activation": "linear"}),
    ]
    links += [*((end, AVERAGE) for end in ends), (AVERAGE, OUTPUT)]
    return NetworkSpec(tuple(layers), tuple(links), tuple(groups))


def weights_as_one(members: Sequence[Arrays], whole: NetworkSpec) -> dict[str, NDArray[Any]]:
    """The weights of *whole*, which ``as_one`` made, from those of its members: ``layer_id/variable`` -> array."""
    found = {
        branch_of(number, name): array
        for number, arrays in enumerate(members)
        for name, array in arrays.items()
        if not name.startswith("state/")
    }
    units = int(whole.layer(OUTPUT).args["units"])
    passed_on = {f"{OUTPUT}/kernel": np.eye(units, dtype=np.float32), f"{OUTPUT}/bias": np.zeros(units, np.float32)}
    return {**found, **passed_on}


def _input_of(network: NetworkSpec) -> tuple[int, ...]:
    inputs = [layer for layer in network.of_kind("Input") if network.targets(layer.id)]
    if len(inputs) != 1 or len(network.of_kind("Output")) != 1:
        raise BadInput(Sentence("Only networks with one Input and one Output can be opened as one"))
    return tuple(full_args(inputs[0])["shape"])


def _output_of(network: NetworkSpec) -> LayerSpec:
    return network.of_kind("Output")[0]


def _branch(number: int, network: NetworkSpec, flat: bool) -> NetworkSpec:
    """The layers of a member behind the common Input; *flat*: it took as one row what comes in as a picture."""
    layers, links = [], []
    first = next(layer.id for layer in network.of_kind("Input") if network.targets(layer.id))
    begins = branch_of(number, "flatten_input") if flat else INPUT
    if flat:
        layers.append(LayerSpec(begins, "Flatten"))
        links.append((INPUT, begins))
    own = [layer for layer in network.layers if layer.kind != "Input"]
    layers += [_as_hidden(LayerSpec(branch_of(number, layer.id), layer.kind, layer.args)) for layer in own]
    for source, target in network.links:
        if network.layer(source).kind != "Input" or source == first:
            links.append((begins if source == first else branch_of(number, source), branch_of(number, target)))
    return NetworkSpec(tuple(layers), tuple(links))


def _as_hidden(layer: LayerSpec) -> LayerSpec:
    if layer.kind != "Output":
        return layer
    dense = CATALOGUE["Dense"]
    return LayerSpec(layer.id, "Dense", {k: v for k, v in layer.args.items() if dense.arg(k) is not None})
