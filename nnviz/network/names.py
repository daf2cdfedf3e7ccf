"""Names that Keras and TensorFlow take, for layers that people call what they like."""

from __future__ import annotations

import re

from nnviz.network.spec import NetworkSpec

_OTHER = re.compile(r"[^A-Za-z0-9_.-]")


def keras_names(network: NetworkSpec) -> dict[str, str]:
    """The name of every layer in Keras: its id wherever TensorFlow takes that for the name of a scope.

    TensorFlow takes ASCII letters, digits and ``_ . -`` only, a letter or digit first. Everything else becomes ``_``,
    a name of which nothing is left becomes ``layer``, and a name that is taken gets a number.
    """
    plain = {layer.id for layer in network.layers if _name(layer.id) == layer.id}
    names: dict[str, str] = {}
    taken = set(plain)
    for layer in network.layers:
        if layer.id in plain:
            names[layer.id] = layer.id
            continue
        stem, name, number = _name(layer.id), _name(layer.id), 2
        while name in taken:
            name, number = f"{stem}_{number}", number + 1
        names[layer.id] = name
        taken.add(name)
    return names


def output_names(network: NetworkSpec) -> tuple[str, ...]:
    """What Keras calls the outputs where there are several; empty otherwise, when their names are not in the logs."""
    outputs = network.of_kind("Output")
    names = keras_names(network) if len(outputs) > 1 else {}
    return tuple(names[layer.id] for layer in outputs) if names else ()


def _name(layer_id: str) -> str:
    name = _OTHER.sub("_", layer_id).lstrip("_.-")
    return name if re.search(r"[A-Za-z0-9]", name) else "layer"
