"""Activations, initializers, regularizers and constraints: from Keras's objects to our ``{"kind": ..., ...}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue.choices import NOT_HERE
from nnviz.network.catalogue.kinds import Arg
from nnviz.project.keras_files.entry import Entry, cut, entry_of, is_model
from nnviz.sentences import Sentence

# Keras's other names for the same function.
_ALIASES = {"swish": "silu", "hardswish": "hardsilu", "l1l2": "l1l2"}
# Keras 2 has another curve under this name.
_OTHER_IN_KERAS_2 = ("hard_sigmoid",)
_SAYS_NOTHING = ("name", "trainable", "dtype", "seed")


def object_of(arg: Arg, value: Any, keras: int) -> Any:
    """What *arg* holds where Keras has *value*: a name or ``{"kind": ..., ...}``, to be checked by the catalogue.

    *keras* is the generation of Keras that wrote it. BadInput where nnviz has no such thing.
    """
    if value is None or isinstance(value, str):
        return None if value is None else _named(arg, value, keras)
    if isinstance(value, Mapping) and value.get("class_name") == "__numpy__":
        raise BadInput(Sentence("an array of numbers is not known"))
    entry = entry_of(value)
    if is_model(entry):
        if "step" in arg.choices and _is_step(entry):
            return "step"
        raise BadInput(Sentence("a model of its own is not known"))
    name = _named(arg, entry.class_name, keras)
    inner = {x.name for x in arg.objects.get(name, ())}
    for key, item in entry.config.items():
        if key not in inner and key not in _SAYS_NOTHING and not _is_default(key, item):
            raise BadInput(Sentence("{0} of {1} is not known", cut(key), name))
    given = {key: plain(item) for key, item in entry.config.items() if key in inner and item is not None}
    return {"kind": name, **given}


def plain(value: Any) -> Any:
    """*value* as a person would write it: Keras writes some numbers with the digits that a float32 adds."""
    if isinstance(value, float) and len(repr(value)) > 12:
        import numpy as np

        with np.errstate(over="ignore"):
            short = np.float32(value)
        return float(str(short)) if float(short) == value else value
    return [plain(item) for item in value] if isinstance(value, list) else value


def unpacked(value: Any) -> Any:
    """What Keras wrote as a tuple or as an array of numpy as a bare list; anything else as it is."""
    if not isinstance(value, Mapping) or value.get("class_name") not in ("__tuple__", "__numpy__"):
        return value
    held = value.get("config")
    return held.get("value") if isinstance(held, Mapping) else held


def _named(arg: Arg, name: str, keras: int) -> str:
    """The choice of *arg* that Keras calls *name*, as a class or a function."""
    plain_name = name.lower().replace("_", "")
    plain_name = _ALIASES.get(plain_name, plain_name)
    found = {choice.replace("_", ""): choice for choice in arg.choices}.get(plain_name)
    if found is None or found in ("step", "none"):
        raise BadInput(NOT_HERE.get(plain_name, Sentence("{0} is not known", cut(name))))
    if keras < 3 and found in _OTHER_IN_KERAS_2:
        raise BadInput(Sentence("{0} of Keras 2 is another function than that of Keras 3", found))
    return found


def _is_default(key: str, value: Any) -> bool:
    """Whether an argument that we do not have holds what Keras gives it."""
    if value is None or value is False:
        return True
    if key.endswith("_initializer") and isinstance(value, Mapping):
        return value.get("class_name") == "Zeros"
    return key == "axis" and value == -1  # of Softmax


def _is_step(entry: Entry) -> bool:
    """Whether it is the sign of a number, negative ones cut off: how nnviz makes a step in Keras."""
    layers = entry.config.get("layers")
    if not isinstance(layers, list):
        return False
    parts = [part for part in map(entry_of, layers) if part.class_name != "InputLayer"]
    if [part.class_name for part in parts] != ["Activation", "ReLU"]:
        return False
    sign, relu = (part.config for part in parts)
    inner = sign.get("activation")
    function = inner.get("class_name") if isinstance(inner, Mapping) else None
    return function == "Sign" and not any(relu.get(key) for key in ("max_value", "negative_slope", "threshold"))
