"""The layers of a script: each as the line of Keras that makes it."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Mapping
from typing import Any

from nnviz.network.adapting import adapted
from nnviz.network.calls import Call, fed, fed_args, layer_call
from nnviz.network.catalogue.learned_activation import PART
from nnviz.network.inference import infer
from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.script_arrays import inputs_of

_SLOPES = f"{PART}/alpha"
_TAKEN = {"keras", "model", "np", "os", "weight_train"}
_TAKEN_STARTS = ("x_", "y_")


def network_lines(network: NetworkSpec) -> list[str]:
    """A line for each layer, then the model of them, ``model``."""
    layers = network.ordered()
    assert layers is not None  # a cycle is among the problems
    names, called = _variables(layers), keras_names(network)
    measured, lines = adapted(network), []
    for layer in layers:
        name, made = names[layer.id], _text(layer_call(layer, called[layer.id]))
        if layer.id in measured:
            rows = inputs_of(network, "train")[measured[layer.id]]
            lines += [f"{name} = {made}", f"{name}.adapt({rows})  # mean and variance of each column"]
            made = name
        lines.append(f"{name} = {made}{_applied(layer, network, names)}")
    ends = {kind: _one_or_all([names[layer.id] for layer in network.of_kind(kind)]) for kind in ("Input", "Output")}
    lines.append(f"model = keras.Model({ends['Input']}, {ends['Output']})")
    if any(weight.name.endswith(_SLOPES) for weights in infer(network).weights.values() for weight in weights):
        rows = [f"{array}[:1]" for array in inputs_of(network, "train").values()]
        lines.append(f"model({_one_or_all(rows)})  # PReLU makes its slopes when it first answers")
    return lines


def _applied(layer: LayerSpec, network: NetworkSpec, names: Mapping[str, str]) -> str:
    """What the layer is called with; nothing for an Input, which is a tensor already."""
    if layer.kind == "Input":
        return ""
    given = fed(layer.kind, [names[source] for source in network.sources(layer.id)])
    texts = [one if isinstance(one, str) else _one_or_all(one, always=True) for one in given]
    return f"({', '.join([*texts, *_named(fed_args(layer))])})"


def _one_or_all(names: list[str], *, always: bool = False) -> str:
    return names[0] if len(names) == 1 and not always else f"[{', '.join(names)}]"


def _text(value: Any) -> str:
    """*value* as Python writes it."""
    if isinstance(value, Call):
        return f"{value.path}({', '.join([*map(_text, value.given), *_named(value.args)])})"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple) and any(isinstance(item, Call) for item in value):
        return f"[{', '.join(map(_text, value))}]"
    return repr(value)


def _named(args: Mapping[str, Any]) -> list[str]:
    return [f"{name}={_text(value)}" for name, value in args.items()]


def _variables(layers: tuple[LayerSpec, ...]) -> dict[str, str]:
    """A Python name for each layer, as near to its id as the language allows."""
    names: dict[str, str] = {}
    for layer in layers:
        name = re.sub(r"\W", "_", layer.id).lower().strip("_") or "layer"
        if name[0].isdigit() or keyword.iskeyword(name) or name in _TAKEN or name.startswith(_TAKEN_STARTS):
            name = f"layer_{name}"
        while name in names.values():
            name += "_"
        names[layer.id] = name
    return names
