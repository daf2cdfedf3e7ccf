"""The value of an argument as a file or a person gives it, checked against the catalogue."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.choices import NOT_HERE
from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.sentences import Sentence

_A_TEXT = Sentence("a text")
_EXPECTED = {
    "bool": Sentence("true or false"),
    "int": Sentence("a whole number"),
    "float": Sentence("a number"),
    "shape": Sentence("a list of sizes"),
    "names": Sentence("a list of names"),
    "sizes": Sentence("a whole number or a list of them"),
    "numbers": Sentence("a number or a list of them"),
    "axes": Sentence("a whole number or a list of them"),
    "partial": Sentence("a list of sizes, with null for whatever comes in"),
    "borders": Sentence("a whole number, or one or two for each dimension"),
    "layer": Sentence('a layer, as {{"kind": ...}}'),
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
        raise BadInput(Sentence("{0}: expected a list of sizes above 0, got {1}", place, shown(list(value))))
    if arg.type == "names" and _listed(value) and all(isinstance(name, str) and name for name in value):
        return tuple(value)
    if arg.type == "sizes":
        return _sizes(arg, value, place)
    if arg.type == "numbers":
        return _numbers(arg, value, place)
    if arg.type == "borders":
        return _borders(arg, value, place)
    if arg.type == "axes":
        return _axes(arg, value, place)
    if arg.type == "partial" and _listed(value) and all(size is None or _whole(size) for size in value):
        return tuple(size if size is None else _in_range(arg, size, place) for size in value)
    if arg.type == "layer" and isinstance(value, Mapping) and depth < DEEPEST:
        return _wrapped(arg, value, place, depth)
    raise _unlike(arg, value, place)


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
    if arg.name.endswith("activation") and isinstance(word, str) and word in NOT_HERE:
        raise BadInput(Sentence("{0}: {1}", place, NOT_HERE[word]))
    raise BadInput(f"{place}: {shown(word)} is not known{did_you_mean(str(word), arg.choices)}")


def _wrapped(arg: Arg, value: Mapping[str, Any], place: str, depth: int) -> dict[str, Any]:
    name = value.get("kind")
    if not isinstance(name, str) or name not in arg.choices:
        raise BadInput(f"{place}: {shown(name)} cannot be wrapped{did_you_mean(str(name), arg.choices)}")
    return {"kind": name, **checked_args(CATALOGUE[name], value, place, ("kind",), depth + 1)}


def _sizes(arg: Arg, value: Any, place: str) -> Any:
    otherwise = Sentence("{0}: expected a whole number or {1} of them, got {2}", place, arg.length, shown(value))
    return _one_or_several(arg, value, place, _whole, otherwise)


def _axes(arg: Arg, value: Any, place: str) -> Any:
    if _whole(value):
        return _in_range(arg, value, place)
    if _listed(value) and all(_whole(axis) for axis in value):
        return tuple(_in_range(arg, axis, place) for axis in value)
    raise _unlike(arg, value, place)


def _numbers(arg: Arg, value: Any, place: str) -> Any:
    if not arg.length:
        if _number(value):
            return _in_range(arg, float(value), place)
        if _listed(value) and value and all(_number(one) for one in value):
            return tuple(_in_range(arg, float(one), place) for one in value)
        raise _unlike(arg, value, place)
    otherwise = Sentence("{0}: expected a number or {1} of them, got {2}", place, arg.length, shown(value))
    return _one_or_several(arg, value, place, _number, otherwise)


def _one_or_several(arg: Arg, value: Any, place: str, fits: Callable[[Any], bool], otherwise: Sentence) -> Any:
    if fits(value):
        return _in_range(arg, value, place)
    if _listed(value) and len(value) == arg.length and all(fits(one) for one in value):
        return tuple(_in_range(arg, one, place) for one in value)
    raise BadInput(otherwise)


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
    raise _unlike(arg, value, place)


def _pair(arg: Arg, value: Any, place: str) -> Any:
    if not all(_whole(size) for size in value):
        raise _unlike(arg, value, place)
    return tuple(_in_range(arg, size, place) for size in value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _unlike(arg: Arg, value: Any, place: str) -> BadInput:
    return BadInput(Sentence("{0}: expected {1}, got {2}", place, _EXPECTED.get(arg.type, _A_TEXT), shown(value)))


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _listed(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _in_range(arg: Arg, value: float, place: str) -> float:
    low, high = arg.minimum, arg.maximum
    if not math.isfinite(value) or (low is not None and value < low) or (high is not None and value > high):
        if low is None or high is None:
            raise BadInput(
                Sentence("{0}: expected at least {1}, got {2}", place, f"{low:g}", shown(value)) if low is not None
                else Sentence("{0}: expected at most {1}, got {2}", place, f"{high:g}", shown(value))
            )  # fmt: skip
        raise BadInput(Sentence("{0}: expected {1} to {2}, got {3}", place, f"{low:g}", f"{high:g}", shown(value)))
    return value
