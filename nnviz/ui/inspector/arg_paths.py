"""One argument of a layer set, however deep it lies: ``("units",)``, or ``("layer", "activation", "alpha")``.

The path ``("layer", "kind")`` is the kind of a wrapped layer. Only what the path names changes, so that one gesture can
set it on several layers that differ in all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE, Arg, name_of
from nnviz.network.values import checked

Path = tuple[str, ...]


def with_value(args: Iterable[Arg], given: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The arguments *given*, of those there are (*args*), with *value* at *path*; None takes it out.

    An object of which nothing differs from its defaults becomes its bare name.
    """
    name, rest = path[0], path[1:]
    arg = next(arg for arg in args if arg.name == name)
    new = _inside(arg, given.get(name, arg.default), rest, value) if rest else value
    merged = {**given, name: new}
    return {key: kept for key, kept in merged.items() if kept is not None}


def wrapped_as(value: Any, kind: str) -> dict[str, Any]:
    """The wrapped layer *value* as one of *kind*: what both kinds have stays as it is."""
    before = value if isinstance(value, Mapping) else {}
    kept = {arg.name: before[arg.name] for arg in CATALOGUE[kind].args if _takes(arg, before.get(arg.name))}
    return {"kind": kind, **kept}


def differs(arg: Arg, value: Any) -> bool:
    """Whether *value* was given and is not what the argument is anyway."""
    return value is not None and value != arg.default


def common(values: Sequence[Any]) -> tuple[bool, Any]:
    """Whether all *values* are one, and that one."""
    return all(value == values[0] for value in values[1:]), values[0]


def _takes(arg: Arg, value: Any) -> bool:
    try:
        return value is not None and checked(arg, value, arg.name) is not None
    except BadInput:
        return False


def _inside(arg: Arg, held: Any, path: Path, value: Any) -> Any:
    if arg.type == "layer" and path == ("kind",):
        # A layer that may be missing is that which reads from the end.
        return wrapped_as(held, value) if held is not None else {**wrapped_as(held, value), "go_backwards": True}
    kind = name_of(held)
    inner = dict(held) if isinstance(held, Mapping) else {}
    inner.pop("kind", None)
    if arg.type == "layer":
        assert kind is not None, f"{arg.name} wraps nothing"
        return {"kind": kind, **with_value(CATALOGUE[kind].args, inner, path, value)}
    args = arg.objects.get(kind or "", ())
    changed = with_value(args, inner, path, value)
    set_ones = {x.name: changed[x.name] for x in args if differs(x, changed.get(x.name))}
    return {"kind": kind, **set_ones} if set_ones else kind
