"""The network's part of the JSON form of a project."""

from __future__ import annotations

import difflib
import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, Arg
from nnviz.network.spec import LayerSpec, Link, NetworkSpec


def network_from_json(obj: Any) -> NetworkSpec:
    """The network of ``{"layers": [...], "links": [...]}``; BadInput names what is unknown or does not fit."""
    _known(obj, ("layers", "links"), "network")
    rows = obj.get("layers", [])
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadInput("network.layers: expected a list of layers")
    layers = tuple(_layer(row, f"network.layers[{i}]") for i, row in enumerate(rows))
    ids = [layer.id for layer in layers]
    for layer_id in ids:
        if ids.count(layer_id) > 1:
            raise BadInput(f"network.layers: two layers have the id {layer_id!r}")
    if "links" not in obj:
        return NetworkSpec(layers, tuple(itertools.pairwise(ids)))
    return NetworkSpec(layers, _links(obj["links"], ids))


def network_to_json(network: NetworkSpec) -> dict[str, Any]:
    """The JSON form of *network*."""
    return {
        "layers": [_layer_to_json(layer) for layer in network.layers],
        "links": [list(link) for link in network.links],
    }


def _known(obj: Any, keys: Sequence[str], place: str) -> None:
    if not isinstance(obj, Mapping):
        raise BadInput(f"{place}: expected an object, got {_shown(obj)}")
    for key in obj:
        if key not in keys:
            raise BadInput(f"{place}: unknown key {key!r}{_did_you_mean(str(key), keys)}")


def _did_you_mean(word: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, choices, 1)
    return f", did you mean {near[0]!r}?" if near else f" (there are: {', '.join(choices)})"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "..."


def _layer(row: Any, place: str) -> LayerSpec:
    if not isinstance(row, Mapping):
        raise BadInput(f"{place}: expected an object, got {_shown(row)}")
    for key in ("id", "kind"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise BadInput(f"{place}: a layer needs {key!r}, a text")
    kind = CATALOGUE.get(row["kind"])
    if kind is None:
        raise BadInput(f"{place}: unknown layer kind {row['kind']!r}{_did_you_mean(row['kind'], tuple(CATALOGUE))}")
    if "/" in row["id"]:
        raise BadInput(f"{place}: the id {row['id']!r} has a slash, which Keras does not take in a name")
    _known(row, ("id", "kind", "at", *(arg.name for arg in kind.args)), place)
    args = {}
    for arg in kind.args:
        if arg.name in row and (row[arg.name] is not None or arg.name == "activation"):
            args[arg.name] = checked(arg, row[arg.name], f"{place}.{arg.name}")
    return LayerSpec(row["id"], row["kind"], args, _place(row.get("at"), f"{place}.at"))


def checked(arg: Arg, value: Any, place: str) -> Any:
    """*value* as *arg* holds it; BadInput says what was expected and got."""
    if arg.type == "bool" and isinstance(value, bool):
        return value
    if arg.type == "int" and isinstance(value, int) and not isinstance(value, bool):
        return _in_range(arg, value, place)
    if arg.type == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return _in_range(arg, float(value), place)
    if arg.type == "text" and isinstance(value, str):
        return value
    if arg.type == "choice":
        value = "linear" if value is None and arg.name == "activation" else value
        if value in arg.choices:
            return value
        raise BadInput(f"{place}: {_shown(value)} is not known{_did_you_mean(str(value), arg.choices)}")
    if arg.type == "shape" and isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(size, int) and not isinstance(size, bool) and (size > 0 or size == -1) for size in value):
            return tuple(value)
        raise BadInput(f"{place}: expected a list of sizes above 0, got {_shown(list(value))}")
    expected = {
        "bool": "true or false",
        "int": "a whole number",
        "float": "a number",
        "shape": "a list of sizes",
    }
    raise BadInput(f"{place}: expected {expected.get(arg.type, 'a text')}, got {_shown(value)}")


def _in_range(arg: Arg, value: float, place: str) -> float:
    low, high = arg.minimum, arg.maximum
    if not math.isfinite(value) or (low is not None and value < low) or (high is not None and value > high):
        raise BadInput(f"{place}: expected {low:g} to {high:g}, got {_shown(value)}")
    return value


def _place(at: Any, place: str) -> tuple[float, float] | None:
    if at is None:
        return None
    numbers = isinstance(at, Sequence) and len(at) == 2 and all(isinstance(x, int | float) for x in at)
    if not numbers or not all(math.isfinite(x) for x in at):
        raise BadInput(f"{place}: expected [x, y], got {_shown(at)}")
    return (float(at[0]), float(at[1]))


def _links(rows: Any, ids: Sequence[str]) -> tuple[Link, ...]:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadInput("network.links: expected a list of pairs of ids")
    links: list[Link] = []
    for i, row in enumerate(rows):
        place = f"network.links[{i}]"
        if not isinstance(row, Sequence) or isinstance(row, str) or len(row) != 2:
            raise BadInput(f"{place}: expected [from, to], got {_shown(row)}")
        for end in row:
            if end not in ids:
                raise BadInput(f"{place}: there is no layer {_shown(end)}{_did_you_mean(str(end), ids)}")
        if row[0] == row[1]:
            raise BadInput(f"{place}: {row[0]!r} is linked to itself")
        links.append((row[0], row[1]))
    return tuple(links)


def _layer_to_json(layer: LayerSpec) -> dict[str, Any]:
    row: dict[str, Any] = {"id": layer.id, "kind": layer.kind}
    for name, value in layer.args.items():
        row[name] = list(value) if isinstance(value, tuple) else value
    if layer.at is not None:
        row["at"] = list(layer.at)
    return row
