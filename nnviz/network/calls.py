"""How each layer is made in Keras: the call as plain data, which the engine carries out and the script writes down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.catalogue.kinds import Arg, LayerKind, name_of, object_args
from nnviz.network.catalogue.learned_activation import PART as SLOPES
from nnviz.network.catalogue.maxout import PART as SUMS
from nnviz.network.snake_case import snake_case
from nnviz.network.spec import LayerSpec

T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """A call of Keras.

    Attributes:
        path: what is called, as ``keras.layers.Dense``.
        given: what it is given in order: plain values, calls, and tuples of them.
        args: what it is given by name.
    """

    path: str
    given: tuple[Any, ...] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


# What is given even where it has its default: Keras has none, or the reader of a script wants to see it.
ALWAYS = frozenset({
    "units", "activation", "rate", "stddev", "shape", "target_shape", "filters", "kernel_size", "num_heads", "key_dim",
    "pool_size",
    "input_dim", "output_dim", "n", "dims", "axes", "factor", "height_factor", "width_factor", "scale", "height",
    "width", "layer",
})  # fmt: skip
_KERAS_NAMES = {"Output": "Dense"}
# The classes of the activations that are given arguments. Keras has a layer for some; of the others it has the
# operation that its functional models are made of.
_ACTIVATIONS = {
    "relu": "keras.layers.ReLU",
    "leaky_relu": "keras.layers.LeakyReLU",
    "elu": "keras.layers.ELU",
    "celu": "keras.src.ops.nn.Celu",
    "gelu": "keras.src.ops.nn.Gelu",
    "squareplus": "keras.src.ops.nn.Squareplus",
    "soft_shrink": "keras.src.ops.nn.SoftShrink",
    "hard_shrink": "keras.src.ops.nn.HardShrink",
    "threshold": "keras.src.ops.nn.Threshold",
}
_OBJECTS = {
    "_initializer": "keras.initializers.",
    "_regularizer": "keras.regularizers.",
    "_constraint": "keras.constraints.",
}
_CLASSES = {"l1_l2": "L1L2"}
# What Keras does not take by its bare name.
_NEVER_BARE = ("constant", "threshold", "l1_l2")


def layer_call(layer: LayerSpec, name: str) -> Call:
    """The call that makes *layer*, which Keras is to call *name*; an Input's gives a tensor."""
    if layer.kind == "Input":
        return Call("keras.Input", args={"shape": tuple(full_args(layer)["shape"]), "name": name})
    if layer.kind == "Maxout":
        return _maxout(full_args(layer), name)
    return _call(CATALOGUE[layer.kind], full_args(layer), name)


def fed(kind: str, sources: Sequence[T]) -> tuple[T | list[T], ...]:
    """What a layer of *kind* is called with: a merge takes a list, attention its query, value and key."""
    if kind == "MultiHeadAttention":
        return (*sources, *sources)[: max(2, len(sources))]
    return (list(sources),) if CATALOGUE[kind].inputs[0] > 1 else (sources[0],)


def fed_args(layer: LayerSpec) -> dict[str, Any]:
    """What *layer* is called with by name, apart from its inputs."""
    causal = layer.kind == "MultiHeadAttention" and full_args(layer)["use_causal_mask"]
    return {"use_causal_mask": True} if causal else {}


def _call(kind: LayerKind, args: Mapping[str, Any], name: str) -> Call:
    given = {arg.name: _value(arg, args[arg.name]) for arg in kind.args if _is_given(arg, args[arg.name])}
    return Call(f"keras.layers.{_KERAS_NAMES.get(kind.kind, kind.kind)}", args={**given, "name": name})


def _is_given(arg: Arg, value: Any) -> bool:
    return not arg.ours and value is not None and (arg.name in ALWAYS or value != arg.default)


def _value(arg: Arg, value: Any) -> Any:
    if arg.type == "layer":
        kind = CATALOGUE[value["kind"]]
        name = snake_case(kind.kind)
        # As Keras calls the second layer of a Bidirectional where it makes it itself.
        return _call(kind, kind.full(value), f"backward_{name}" if arg.name == "backward_layer" else name)
    if arg.type == "object":
        return _object(arg, value)
    return _tuples(value)


def _object(arg: Arg, value: Any) -> Any:
    """An object by its bare name where that is all there is to say of it."""
    name = name_of(value) or "none"
    args = {key: _tuples(item) for key, item in object_args(arg, value).items() if item is not None}
    place = next((place for ending, place in _OBJECTS.items() if arg.name.endswith(ending)), None)
    if place is None and name == "step":
        return _step()
    if place is None and name == "prelu":
        return Call("keras.layers.PReLU", args={**args, "name": SLOPES})
    if name == "none":
        return None
    if not isinstance(value, Mapping) and name not in _NEVER_BARE:
        return name
    return Call(_ACTIVATIONS[name] if place is None else place + _class(name), args=args)


def _class(name: str) -> str:
    """``RandomNormal`` for ``random_normal``."""
    return _CLASSES.get(name) or "".join(part.capitalize() for part in name.split("_"))


def _step() -> Call:
    """1 above 0, else 0. The gradient of the sign is 0 everywhere, where that of a comparison would be missing."""
    sign = Call("keras.layers.Activation", (Call("keras.src.ops.numpy.Sign"),))
    return Call("keras.Sequential", ((sign, Call("keras.layers.ReLU")),), {"name": "step"})


def _maxout(args: Mapping[str, Any], name: str) -> Call:
    """The largest of *pieces* sums for each unit."""
    units, pieces = int(args["units"]), int(args["pieces"])
    dense = {**args, "units": units * pieces, "activation": "linear"}
    parts = (
        _call(CATALOGUE["Dense"], dense, SUMS),
        Call("keras.layers.Reshape", ((pieces, units),)),
        Call("keras.layers.GlobalMaxPooling1D"),
    )
    return Call("keras.Sequential", (parts,), {"name": name})


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list | tuple) else value
