"""A layer's arguments: from Keras's config to ours, checked against the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.calls import ALWAYS
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.kinds import Arg, LayerKind
from nnviz.network.values import checked
from nnviz.project.keras_files.entry import Entry, cut, entry_of
from nnviz.project.keras_files.objects import object_of, plain, unpacked
from nnviz.sentences import Sentence

# What these say makes no difference to what the layer answers, or is said elsewhere.
_SAYS_NOTHING = frozenset({
    "name", "trainable", "dtype", "seed", "batch_input_shape", "batch_shape", "input_length", "implementation",
    "zero_output_for_mask", "fused", "supports_masking", "autocast", "input_dtype", "data_format",
    "lora_alpha", "force_generator",
})  # fmt: skip
# Why an argument that Keras has cannot be taken, where there is more to say than that it is not known.
_WHY_NOT = {
    "stateful": Sentence(
        "it remembers one batch in the next (stateful), which goes with a fixed batch size and rows in order"
    ),
    "renorm_clipping": Sentence("renorm_clipping, the limits of its correction, is not known"),
    "merge_mode": Sentence(
        "merge_mode null gives two answers, and a layer of nnviz has one: choose concat, sum, mul or ave"
    ),
}
# What an argument may hold that we do not have; None and False are always how Keras says "not".
_DEFAULTS: dict[str, tuple[Any, ...]] = {"fill_mode": ("constant",)}
_STEPS = 3  # dimensions of a batch of sequences
# What Keras fills in where it is left out: the value of another argument.
_FILLED_IN = {"value_dim": "key_dim", "strides": "pool_size"}
# Names of Keras 2 for arguments that were renamed.
_RENAMED = {"LeakyReLU": {"alpha": "negative_slope"}}
_NUMBERS = ("float32", "float64", "float16", "bfloat16", "int8", "uint8", "int16", "int32", "int64", "bool")
_INITIAL = "_initializer"
# Kinds that Keras has no class for, or another one.
_OURS = ("Input", "Output", "Maxout")
# What comes of x + y and its like, which the merging layers of that name do as well.
OPERATIONS = ("Add", "Subtract", "Multiply", "Maximum", "Minimum")


def kind_of(entry: Entry) -> LayerKind:
    """The kind of layer that *entry* is; BadInput where the catalogue has none of that class."""
    if entry.operation and entry.class_name not in OPERATIONS:
        raise BadInput(Sentence("{0} is not an operation that nnviz knows", cut(entry.class_name)))
    kind = CATALOGUE.get("Input" if entry.class_name == "InputLayer" else entry.class_name)
    if kind is None or entry.class_name in _OURS:
        raise BadInput(Sentence("{0} is not a layer that nnviz knows", cut(entry.class_name)))
    return kind


def args_of(kind: LayerKind, entry: Entry, keras: int, depth: int = 0) -> dict[str, Any]:
    """The arguments of *entry*, a layer of *kind*, without those that have their defaults.

    *keras* is the generation of Keras that wrote it. BadInput where one cannot be had here.
    """
    config = {_RENAMED.get(entry.class_name, {}).get(key, key): value for key, value in entry.config.items()}
    _check_types(kind, config)
    own = {arg.name: arg for arg in kind.args if not arg.ours}
    found = {}
    for key, value in config.items():
        arg = own.get(key)
        if arg is not None:
            taken = _argument(kind, arg, value, keras, depth)
            if taken is not None and ((key in ALWAYS and arg.type != "bool") or taken != lean(arg, arg.default)):
                found[key] = taken
        elif key == "return_state" and value is True:
            continue  # that nothing takes the states is seen where the links are followed
        elif key not in _SAYS_NOTHING and not _may_be_left(key, value):
            raise BadInput(_WHY_NOT.get(key, Sentence("{0} {1} is not known of {2}", cut(key), cut(value), kind.kind)))
    if kind.kind == "Bidirectional" and _is_other_way(found):
        del found["backward_layer"]
    if kind.kind == "MultiHeadAttention" and _looks_everywhere(entry, found.get("attention_axes")):
        del found["attention_axes"]
    for key, other in _FILLED_IN.items():
        if key in found and found[key] == found.get(other, _default(kind, other)):
            del found[key]
    return found


def essence(kind: LayerKind, args: Mapping[str, Any]) -> dict[str, Any]:
    """All arguments of Keras's that a layer of *kind* has, each in its shortest form."""
    full = kind.full(args)
    return {arg.name: _essence(arg, full[arg.name]) for arg in kind.args if not arg.ours}


def _essence(arg: Arg, value: Any) -> Any:
    if arg.type == "layer" and isinstance(value, Mapping):
        kind = CATALOGUE[value["kind"]]
        return kind.kind, essence(kind, {key: item for key, item in value.items() if key != "kind"})
    return lean(arg, value)


def input_shape(config: Mapping[str, Any]) -> tuple[int | None, ...] | None:
    """The shape of a sample that the config of an InputLayer, or of a first layer, gives; None where it gives none."""
    shape = config.get("batch_shape", config.get("batch_input_shape"))
    if shape is None:
        return None
    sizes = shape[1:] if isinstance(shape, list) else None
    if sizes is None or not all(size is None or (type(size) is int and 0 < size < 2**31) for size in sizes):
        raise BadInput(Sentence("its shape is {0}: expected sizes above 0", cut(shape)))
    return tuple(sizes)


def lean(arg: Arg, value: Any) -> Any:
    """*value* in its shortest form: one number for sizes all the same, objects without defaults."""
    if arg.type == "object":
        return _without_defaults(arg, value)
    if arg.type == "numbers" and "factor" in arg.name and isinstance(value, tuple | list) and len(value) == 2:
        low = -value[1] if (arg.minimum or 0) < 0 else 0
        return value[1] if value[0] == low else tuple(value)
    if arg.name == "value_range" and isinstance(value, tuple | list):
        return tuple(sorted(value))  # as Keras takes it
    if arg.type == "axes" and isinstance(value, tuple | list):
        return value[0] if len(value) == 1 else tuple(value)
    if arg.type == "numbers" and not arg.length and isinstance(value, tuple | list):
        return tuple(value)
    if arg.type == "sizes" and isinstance(value, tuple | list):
        return value[0] if len(set(value)) == 1 else tuple(value)
    if arg.type == "borders" and isinstance(value, tuple | list):
        pairs = [tuple(part) if isinstance(part, tuple | list) else (part, part) for part in value]
        if arg.length == 1 and len(value) == 2:
            pairs = [tuple(value)]
        if any(a != b for a, b in pairs):
            return tuple(pairs) if arg.length > 1 else pairs[0]
        return pairs[0][0] if len(set(pairs)) == 1 else tuple(a for a, _ in pairs)
    return value


def _argument(kind: LayerKind, arg: Arg, value: Any, keras: int, depth: int) -> Any:
    if arg.type == "object":
        try:
            value = object_of(arg, value, keras)
        except BadInput as error:
            raise BadInput(Sentence("{0}: {1}", arg.name, error.args[0])) from None
    elif value is None:
        if arg.default is None or arg.optional:
            return None
        if arg.name == "axis" and kind.kind == "Normalization":
            return ()
        if arg.name in _WHY_NOT:
            raise BadInput(_WHY_NOT[arg.name])
        raise BadInput(Sentence("{0} is missing", arg.name))
    elif arg.type == "layer":
        value = _wrapped(value, keras, depth)
    elif arg.type in ("int", "float") and isinstance(value, list) and len(value) == 1:
        value = value[0]  # as Keras 2 writes an axis
    elif arg.name == "output_shape" and type(value) is int:
        value = [value]
    return lean(arg, checked(arg, plain(unpacked(value)), arg.name, depth))


def _default(kind: LayerKind, name: str) -> Any:
    arg = kind.arg(name)
    return None if arg is None else lean(arg, arg.default)


def _without_defaults(arg: Arg, value: Any) -> Any:
    """An object without those of its arguments that have their defaults: its bare name where none is left."""
    if not isinstance(value, Mapping):
        return value
    name = str(value["kind"])
    inner = {x.name: x.default for x in arg.objects.get(name, ())}
    given = {key: item for key, item in value.items() if key != "kind" and item != inner[key]}
    return {"kind": name, **given} if given else name


def _wrapped(value: Any, keras: int, depth: int) -> dict[str, Any]:
    if depth > 2:
        raise BadInput(Sentence("it wraps a layer that wraps a layer that wraps one"))
    entry = entry_of(value)
    kind = kind_of(entry)
    return {"kind": kind.kind, **args_of(kind, entry, keras, depth + 1)}


def _check_types(kind: LayerKind, config: Mapping[str, Any]) -> None:
    """BadInput where numbers or pictures are laid out in another way than ours."""
    layout = config.get("data_format", "channels_last")
    if layout not in (None, "channels_last"):
        raise BadInput(Sentence("data_format is {0}: expected channels_last", cut(layout)))
    policy = config.get("dtype")
    if isinstance(policy, Mapping):
        inner = policy.get("config")
        policy = inner.get("name") if isinstance(inner, Mapping) else cut(policy.get("class_name"))
    allowed = _NUMBERS if kind.kind == "Input" or kind.random else ("float32",)
    if policy is not None and policy not in allowed:
        raise BadInput(Sentence("it counts in {0}: expected float32", cut(policy)))


def _may_be_left(key: str, value: Any) -> bool:
    """Whether an argument that we do not have says what it says by default."""
    # How weights start that are there makes no difference; nor do the ones that a separable layer does not have.
    said_not = value is None or value is False or value == {}
    return said_not or key.endswith(_INITIAL) or value in _DEFAULTS.get(key, ())


def _looks_everywhere(entry: Entry, axes: Any) -> bool:
    """Whether attention along *axes* is along all dimensions between the batch and the last one, as by default."""
    everywhere = tuple(range(1, (entry.query_rank or _STEPS) - 1))
    return axes is not None and everywhere == (axes if isinstance(axes, tuple) else (axes,))


def _is_other_way(found: Mapping[str, Any]) -> bool:
    """Whether the layer that reads from the end is the one that Keras would have made of the other one."""
    forward, backward = found.get("layer"), found.get("backward_layer")
    if forward is None or backward is None or forward.get("go_backwards"):
        return False
    return bool({**forward, "go_backwards": True} == backward)
