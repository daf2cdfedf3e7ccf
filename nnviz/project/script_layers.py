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
WIDTH = 110
_TAKEN = {"keras", "model", "np", "os", "weight_train"}
_TAKEN_STARTS = ("x_", "y_")


def network_lines(network: NetworkSpec) -> list[str]:
    """A line for each layer, then the model of them, ``model``."""
    layers = network.ordered()
    assert layers is not None  # a cycle is among the problems
    names, called = _variables(layers), keras_names(network)
    measured, lines = adapted(network), []
    for layer in layers:
        name, applied = names[layer.id], _applied(layer, network, names)
        made = _text(layer_call(layer, called[layer.id]), beside=len(f"{name} = {applied}"))
        if layer.id in measured:
            rows = inputs_of(network, "train")[measured[layer.id]]
            lines += [f"{name} = {made}", f"{name}.adapt({rows})  # mean and variance of each column"]
            made = name
        lines.append(f"{name} = {made}{applied}")
    ends = {kind: _one_or_all([names[layer.id] for layer in network.of_kind(kind)]) for kind in ("Input", "Output")}
    lines.append(f"model = keras.Model({ends['Input']}, {ends['Output']})")
    if any(weight.name.endswith(_SLOPES) for weights in infer(network).weights.values() for weight in weights):
        first = [f"{array}[:1]" for array in inputs_of(network, "train").values()]
        lines.append(f"model({_one_or_all(first)})  # PReLU makes its slopes when it first answers")
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


def _text(value: Any, indent: int = 0, beside: int = 0) -> str:
    """*value* as Python writes it, over several lines where one would be too long.

    Args:
        value: a call, several of them, or a plain value.
        indent: how far the line is indented that it stands on.
        beside: how many letters stand beside it on that line.
    """
    if isinstance(value, Call):
        opened, closed = f"{value.path}(", ")"
        items = [*(("", item) for item in value.given), *((f"{name}=", item) for name, item in value.args.items())]
    elif isinstance(value, tuple) and any(isinstance(item, Call) for item in value):
        opened, closed, items = "[", "]", [("", item) for item in value]
    else:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
    flat = ", ".join(f"{name}{_text(item)}" for name, item in items)
    if indent + beside + len(opened + flat + closed) <= WIDTH or not items:
        return opened + flat + closed
    inner = indent + 4
    lines = [f"{' ' * inner}{name}{_text(item, inner, len(name) + 1)},\n" for name, item in items]
    return f"{opened}\n{''.join(lines)}{' ' * indent}{closed}"


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
