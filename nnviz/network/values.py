"""The value of an argument as a file or a person gives it, checked against the catalogue."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.kinds import Arg, LayerKind

_EXPECTED = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "shape": "a list of sizes",
    "sizes": "a whole number or a list of them",
    "borders": "a whole number, or one or two for each dimension",
    "layer": 'a layer, as {"kind": ...}',
}
DEEPEST = 3  # a layer in a wrapper in a wrapper


def checked(arg: Arg, value: Any, place: str, depth: int = 0) -> Any:
    """*value* as *arg* holds it, lists as tuples; BadInput says what was expected and got, and where (*place*)."""
    if arg.type == "bool" and isinstance(value, bool):
        return value
    if arg.type == "int" and _whole(value):
        return _in_range(arg, value, place)
    if arg.type == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return _in_range(arg, float(value), place)
    if arg.type == "text" and isinstance(value, str):
        return value
    if arg.type in ("choice", "object"):
        return _named(arg, value, place, depth)
    if arg.type == "shape" and _listed(value):
        if all(_whole(size) and (size > 0 or size == -1) for size in value):
            return tuple(value)
        raise BadInput(f"{place}: expected a list of sizes above 0, got {shown(list(value))}")
    if arg.type == "sizes":
        return _sizes(arg, value, place)
    if arg.type == "borders":
        return _borders(arg, value, place)
    if arg.type == "layer" and isinstance(value, Mapping) and depth < DEEPEST:
        return _wrapped(arg, value, place, depth)
    raise BadInput(f"{place}: expected {_EXPECTED.get(arg.type, 'a text')}, got {shown(value)}")


def checked_args(
    kind: LayerKind, row: Mapping[str, Any], place: str, more: Sequence[str] = (), depth: int = 0
) -> dict[str, Any]:
    """The arguments that *row* gives a layer of *kind*; BadInput where one is unknown and not among *more*."""
    known(row, (*more, *(arg.name for arg in kind.args)), place)
    args = {}
    for arg in kind.args:
        # null means what it does in Keras: no function, no penalty; elsewhere that the default is followed.
        if arg.name in row and (row[arg.name] is not None or arg.type == "object"):
            args[arg.name] = checked(arg, row[arg.name], f"{place}.{arg.name}", depth)
    return args


def to_json(value: Any) -> Any:
    """*value* with lists for tuples."""
    if isinstance(value, Mapping):
        return {key: to_json(inner) for key, inner in value.items()}
    return [to_json(inner) for inner in value] if isinstance(value, tuple | list) else value


def known(obj: Any, keys: Sequence[str], place: str) -> None:
    """BadInput where *obj* is no object, or has a key that is not among *keys*."""
    if not isinstance(obj, Mapping):
        raise BadInput(f"{place}: expected an object, got {shown(obj)}")
    for key in obj:
        if key not in keys:
            raise BadInput(f"{place}: unknown key {key!r}{did_you_mean(str(key), keys)}")


def did_you_mean(word: str, choices: Sequence[str]) -> str:
    """What a person may have meant by *word*, or what there is."""
    near = difflib.get_close_matches(word[:80], choices, 1)
    return f", did you mean {near[0]!r}?" if near else f" (there are: {', '.join(choices)})"


def shown(value: Any) -> str:
    """*value* in a sentence, cut short."""
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "..."


def _named(arg: Arg, value: Any, place: str, depth: int) -> Any:
    if value is None:
        value = "linear" if "linear" in arg.choices else "none"
    if isinstance(value, str) and value in arg.choices:
        return value
    if arg.type == "object" and isinstance(value, Mapping) and value.get("kind") in arg.choices:
        name = value["kind"]
        inner = arg.objects.get(name, ())
        known(value, ("kind", *(x.name for x in inner)), place)
        given = {
            x.name: checked(x, value[x.name], f"{place}.{x.name}", depth)
            for x in inner
            if value.get(x.name) is not None
        }
        return {"kind": name, **given} if given else name
    word = value.get("kind") if isinstance(value, Mapping) else value
    raise BadInput(f"{place}: {shown(word)} is not known{did_you_mean(str(word), arg.choices)}")


def _wrapped(arg: Arg, value: Mapping[str, Any], place: str, depth: int) -> dict[str, Any]:
    name = value.get("kind")
    if not isinstance(name, str) or name not in arg.choices:
        raise BadInput(f"{place}: {shown(name)} cannot be wrapped{did_you_mean(str(name), arg.choices)}")
    return {"kind": name, **checked_args(CATALOGUE[name], value, place, ("kind",), depth + 1)}


def _sizes(arg: Arg, value: Any, place: str) -> Any:
    if _whole(value):
        return _in_range(arg, value, place)
    if _listed(value) and len(value) == arg.length and all(_whole(size) for size in value):
        return tuple(_in_range(arg, size, place) for size in value)
    raise BadInput(f"{place}: expected a whole number or {arg.length} of them, got {shown(value)}")


def _borders(arg: Arg, value: Any, place: str) -> Any:
    if _whole(value):
        return _in_range(arg, value, place)
    if arg.length == 1 and _listed(value) and len(value) == 2:  # left and right of the one dimension
        return _pair(arg, value, place)
    if _listed(value) and len(value) == arg.length:
        if all(_whole(size) for size in value):
            return tuple(_in_range(arg, size, place) for size in value)
        if all(_listed(pair) and len(pair) == 2 for pair in value):
            return tuple(_pair(arg, pair, place) for pair in value)
    raise BadInput(f"{place}: expected {_EXPECTED['borders']}, got {shown(value)}")


def _pair(arg: Arg, value: Any, place: str) -> Any:
    if not all(_whole(size) for size in value):
        raise BadInput(f"{place}: expected {_EXPECTED['borders']}, got {shown(value)}")
    return tuple(_in_range(arg, size, place) for size in value)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _listed(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _in_range(arg: Arg, value: float, place: str) -> float:
    low, high = arg.minimum, arg.maximum
    if not math.isfinite(value) or (low is not None and value < low) or (high is not None and value > high):
        if low is None or high is None:
            raise BadInput(
                f"{place}: expected at {f'least {low:g}' if high is None else f'most {high:g}'}, got {shown(value)}"
            )
        raise BadInput(f"{place}: expected {low:g} to {high:g}, got {shown(value)}")
    return value
