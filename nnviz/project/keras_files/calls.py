"""How the layers of a Functional model call each other: ``inbound_nodes``, as Keras 2 and Keras 3 write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.keras_files.entry import Entry
from nnviz.sentences import Sentence

DEEPEST = 8  # a list in a list in a call
# The names under which a tensor goes into a layer that takes one, or a list of them.
_FIRST = ("inputs", "sequences", "x")
_PICTURES = re.compile(r"Random[A-Z]|Resizing$|CenterCrop$")
_ATTENTION, _CAUSAL = ("query", "value", "key"), "use_causal_mask"


@dataclass(frozen=True)
class Tensor:
    """An answer of a layer.

    Attributes:
        layer: the layer's name in its model.
        call: which of its calls gave it.
        place: which of the answers of that call it is.
    """

    layer: str
    call: int = 0
    place: int = 0


@dataclass
class Call:
    """One call of a layer.

    Attributes:
        tensors: what goes in, in order; for an attention layer query, value and key.
        causal: whether an attention layer is to see only what came before.
    """

    tensors: list[Tensor] = field(default_factory=list)
    causal: bool = False


def calls_of(entry: Entry) -> list[Call]:
    """The calls of a layer; BadInput where one is no call, or gives the layer something beside tensors."""
    if not isinstance(entry.inbound, list):
        raise BadInput(Sentence("its calls are not a list"))
    return [_keras_3(entry, node) if isinstance(node, dict) else _keras_2(entry, node) for node in entry.inbound]


def tensors_of(value: Any) -> list[Tensor]:
    """The tensors that the inputs or outputs of a model name: one, a list, or an object of them."""
    return list(_tensors(value, 0))


def _keras_3(entry: Entry, node: dict[str, Any]) -> Call:
    args, named = node.get("args"), node.get("kwargs") or {}
    if not isinstance(args, list) or not isinstance(named, dict):
        raise BadInput(Sentence("its call is not one that Keras writes"))
    if entry.class_name == "MultiHeadAttention":
        return _attention([list(_tensors(arg, 0)) for arg in args if arg is not None], named)
    if entry.operation:  # as x + y gives one
        return Call([tensor for arg in (*args, *named.values()) for tensor in _tensors(arg, 0)])
    named = dict(named)
    first = args[0] if args else next((named.pop(key) for key in _FIRST if key in named), None)
    if named.get("training") is True and _PICTURES.match(entry.class_name):
        del named["training"]  # Keras says so of them without being asked
    _refuse_options({**{f"argument {i}": arg for i, arg in enumerate(args[1:], 2)}, **named})
    return Call(list(_tensors(first, 0)))


def _keras_2(entry: Entry, node: Any) -> Call:
    """A list of ``[layer, call, place, other arguments]``."""
    if not isinstance(node, list) or not node:
        raise BadInput(Sentence("its call is not one that Keras writes"))
    rows = [node] if isinstance(node[0], str) else node
    tensors = [tensor for row in rows for tensor in _tensors(row, 0)]
    named = rows[0][3] if isinstance(rows[0], list) and len(rows[0]) > 3 else {}
    if not isinstance(named, dict):
        raise BadInput(Sentence("its call is not one that Keras writes"))
    if entry.class_name == "MultiHeadAttention":
        return _attention([[tensor] for tensor in tensors], named)
    _refuse_options(named)
    return Call(tensors)


def _attention(given: list[list[Tensor]], named: dict[str, Any]) -> Call:
    """Query, value and key; the key is the value where it is left out."""
    causal = named.get("use_causal_mask") is True
    _refuse_options({key: value for key, value in named.items() if key not in (*_ATTENTION, _CAUSAL * causal)})
    given += [list(_tensors(named[key], 0)) for key in _ATTENTION if named.get(key) is not None]
    if not 2 <= len(given) <= 3 or any(len(part) != 1 for part in given):
        raise BadInput(Sentence("it needs a query and a value, and may have a key"))
    query, value, *key = [part[0] for part in given]
    return Call([query, value, *key], causal)


def _refuse_options(named: dict[str, Any]) -> None:
    """BadInput where a call is given more than its tensors."""
    for key, value in named.items():
        if value is not None and value is not False:
            raise BadInput(Sentence("it is called with {0}, which nnviz does not know", str(key)[:40]))


def _tensors(value: Any, depth: int) -> Iterator[Tensor]:
    if depth > DEEPEST:
        raise BadInput(Sentence("its call is nested too deeply"))
    if isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
        config = value.get("config")
        yield _tensor(config.get("keras_history") if isinstance(config, dict) else None)
    elif isinstance(value, list) and value and isinstance(value[0], str):
        yield _tensor(value[:3])
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _tensors(part, depth + 1)
    else:
        raise BadInput(Sentence("it is called with something that is not the answer of a layer"))


def _tensor(history: Any) -> Tensor:
    if not isinstance(history, list) or len(history) != 3 or not isinstance(history[0], str):
        raise BadInput(Sentence("its call names no layer"))
    if not all(isinstance(number, int) and 0 <= number < 1_000_000 for number in history[1:]):
        raise BadInput(Sentence("its call names no layer"))
    return Tensor(history[0], int(history[1]), int(history[2]))
