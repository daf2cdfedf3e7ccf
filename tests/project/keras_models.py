"""Networks of every kind of layer, what Keras makes of them, and how two networks are compared."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnviz.engine.build import build
from nnviz.engine.weights import named_weights
from nnviz.network.catalogue import ACTIVATIONS, CATALOGUE
from nnviz.network.catalogue.kinds import Arg, name_of, object_args
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.layer_args import rank_of

KINDS = tuple(kind for kind in CATALOGUE if kind not in ("Input", "Output"))
SIZES = (9, 8, 7)  # all different, so that nothing fits by chance
CHANNELS = 6
# What has to be given, or shows more than the default does.
ARGS: dict[str, dict[str, Any]] = {
    "Reshape": {"target_shape": (-1, 3)},
    "Permute": {"dims": (1,)},
    "GroupNormalization": {"groups": 3},
    "Embedding": {"input_dim": 5, "output_dim": 3},
    "Resizing": {"height": 4, "width": 3},
    "CenterCrop": {"height": 4, "width": 3},
    "RandomCrop": {"height": 4, "width": 3},
    "RNN": {},
}
# More than one branch for what has forms of its own: (name, kind, arguments, how many links lead into it).
MORE: tuple[tuple[str, str, dict[str, Any], int], ...] = (
    ("causal", "MultiHeadAttention", {"num_heads": 3, "key_dim": 4, "value_dim": 5, "use_causal_mask": True}, 1),
    ("crossed", "MultiHeadAttention", {"use_bias": False}, 2),
    ("three", "MultiHeadAttention", {}, 3),
    ("gated", "MultiHeadAttention", {"use_gate": True, "output_shape": (2, 3), "sliding_window": 2}, 1),
    ("lstm_laid_out", "LSTM", {"units": 3, "unroll": True}, 1),
    (
        "two_ways",
        "Bidirectional",
        {
            "layer": {"kind": "LSTM", "units": 3},
            "merge_mode": "sum",
            "backward_layer": {"kind": "GRU", "units": 3, "go_backwards": True},
        },
        1,
    ),
    ("noise_shared", "Dropout", {"rate": 0.3, "noise_shape": (None, 1, None)}, 1),
    ("scaled_each", "Rescaling", {"scale": (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), "offset": (0.5,)}, 1),
    (
        "normed_each",
        "Normalization",
        {"mean": (0.0, 1.0, 2.0, 3.0, 4.0, 5.0), "variance": (1.0, 1.0, 1.0, 2.0, 2.0, 2.0)},
        1,
    ),
    ("normed_all", "Normalization", {"axis": ()}, 1),
    ("shares", "Softmax", {"axis": (-1,)}, 1),
    ("gru_both", "Bidirectional", {"layer": {"kind": "GRU", "units": 3, "reset_after": False}, "merge_mode": "sum"}, 1),
    ("rnn_both", "Bidirectional", {"layer": {"kind": "SimpleRNN", "units": 3, "return_sequences": True}}, 1),
    ("lstm_dropping", "LSTM", {"units": 3, "dropout": 0.2, "recurrent_dropout": 0.1}, 1),
    ("norm_each", "TimeDistributed", {"layer": {"kind": "BatchNormalization"}}, 1),
    ("conv_set", "Conv2D", {"filters": 4, "kernel_size": (2, 3), "strides": 2, "padding": "same", "groups": 2}, 1),
    ("conv_dilated", "Conv1D", {"filters": 4, "kernel_size": 2, "dilation_rate": 2, "padding": "causal"}, 1),
    ("pool_strided", "MaxPooling2D", {"pool_size": (2, 3), "strides": (1, 2), "padding": "same"}, 1),
    ("padded", "ZeroPadding2D", {"padding": ((1, 0), (2, 1))}, 1),
    ("cropped", "Cropping1D", {"cropping": (1, 2)}, 1),
    ("norm_unscaled", "BatchNormalization", {"scale": False, "axis": 1, "epsilon": 0.01}, 1),
    ("norm_corrected", "BatchNormalization", {"renorm": True, "renorm_momentum": 0.9}, 1),
    ("maxout_set", "Maxout", {"units": 3, "pieces": 4, "use_bias": False, "kernel_regularizer": "l2"}, 1),
    ("prelu_shared", "Conv2D", {"filters": 3, "activation": {"kind": "prelu", "shared_axes": (1, 2)}}, 1),
    ("prelu_each", "TimeDistributed", {"layer": {"kind": "Dense", "units": 3, "activation": "prelu"}}, 1),
    ("relu_set", "Dense", {"activation": {"kind": "relu", "max_value": 3.0, "negative_slope": 0.1}}, 1),
    ("celu_set", "Dense", {"activation": {"kind": "celu", "alpha": 0.5}}, 1),
    ("threshold_set", "Dense", {"activation": {"kind": "threshold", "threshold": 0.3, "default_value": -1.0}}, 1),
    *((f"by_{name}", "Dense", {"units": 3, "activation": name}, 1) for name in ACTIVATIONS),
)


def branches(kinds: tuple[str, ...] = KINDS) -> NetworkSpec:
    """A network with a way of its own, from Inputs to an Output, for every kind of layer and for ``MORE``."""
    layers: list[LayerSpec] = []
    links: list[tuple[str, str]] = []
    plain = [(kind.lower(), kind, ARGS.get(kind, {}), max(CATALOGUE[kind].inputs[0], 1)) for kind in kinds]
    for name, kind, args, count in (*plain, *MORE):
        shape = shape_for(kind, args)
        inputs = [LayerSpec(f"{name}_in{i}", "Input", {"shape": shape}) for i in range(count)]
        way = (
            LayerSpec(name, kind, args),
            LayerSpec(f"{name}_flat", "Flatten"),
            LayerSpec(f"{name}_out", "Output", {"units": 2, "activation": "linear"}),
        )
        layers += [*inputs, *way]
        links += [(each.id, name) for each in inputs]
        links += [(name, f"{name}_flat"), (f"{name}_flat", f"{name}_out")]
    return NetworkSpec(tuple(layers), tuple(links))


def shape_for(kind: str, args: dict[str, Any]) -> tuple[int, ...]:
    """The shape of a sample that a layer of *kind* takes; the inner rank of what a wrapper wraps is that of a step."""
    if kind == "TimeDistributed":
        inner = args.get("layer", {"kind": "Dense"})["kind"]
        return (4, *shape_for(inner, {}))
    rank = 1 if kind == "Permute" else rank_of(kind) or 2
    return (*SIZES[: rank - 1], CHANNELS)


def random_weights(model: Any, seed: int = 0) -> None:
    """Give *model* weights that are nowhere those it starts with, and good for variances too."""
    draws = np.random.default_rng(seed)
    for weight in model.weights:
        if weight.dtype == "float32":
            weight.assign(draws.uniform(0.1, 0.6, weight.shape).astype("float32"))


def samples(network: NetworkSpec, rows: int = 3) -> list[np.ndarray]:
    """Something for every Input of *network*: whole numbers from 0 to 4, which an Embedding takes too."""
    draws = np.random.default_rng(1)
    shapes = [layer.args["shape"] for layer in network.of_kind("Input")]
    return [draws.integers(0, 5, (rows, *(size or 4 for size in shape))).astype("float32") for shape in shapes]


def answers(model: Any, x: list[np.ndarray]) -> list[np.ndarray]:
    """What *model* answers with, an array for every output."""
    found = model(x if len(x) > 1 else x[0], training=False)
    return [np.asarray(one) for one in (found if isinstance(found, list | tuple) else [found])]


def rebuilt(imported: Any) -> Any:
    """The Keras model of an imported network, with its weights."""
    built = build(imported.network, 7)
    variables = named_weights(built)
    assert list(variables) == list(imported.weights)
    for name, variable in variables.items():
        variable.assign(imported.weights[name])
    return built.model


def meaning(network: NetworkSpec) -> tuple[Any, ...]:
    """What *network* says, however it is said: every argument, objects with all of theirs, sizes one by one."""
    shapes = infer(network).shapes
    layers = {}
    for layer in network.layers:
        args, sources = _args(layer.kind, layer.args), network.sources(layer.id)
        query = shapes[sources[0]] if sources else None
        if query is not None and _looks_everywhere(args.get("attention_axes"), len(query)):
            args["attention_axes"] = None
        layers[layer.id] = (layer.kind, args, sources)
    return layers, [x.id for x in network.of_kind("Input")], [x.id for x in network.of_kind("Output")]


def _looks_everywhere(axes: tuple[int, ...] | None, rank: int) -> bool:
    """Whether attention along *axes* of a query of *rank* dimensions is as where none is named."""
    return axes is not None and {axis % rank for axis in axes} == set(range(1, rank - 1))


def _args(kind: str, args: Any) -> dict[str, Any]:
    full = CATALOGUE[kind].full(args)
    if kind == "MultiHeadAttention":
        full["value_dim"] = full["value_dim"] or full["key_dim"]
    if kind == "SimpleRNN":
        full["activity_regularizer"] = "none"  # Keras takes it and forgets it
    if "pool_size" in full:
        full["strides"] = full["strides"] or full["pool_size"]
    return {arg.name: _value(arg, full[arg.name]) for arg in CATALOGUE[kind].args}


def _value(arg: Arg, value: Any) -> Any:
    if value is None:
        return None
    if arg.type == "object" and name_of(value) == "identity":
        return "identity"  # Keras forgets its gain
    if arg.type == "object":
        return name_of(value), {key: _tuples(item) for key, item in object_args(arg, value).items()}
    if arg.type == "layer":
        return value["kind"], _args(value["kind"], {key: item for key, item in value.items() if key != "kind"})
    if arg.type == "sizes":
        return (value,) * arg.length if isinstance(value, int) else tuple(value)
    if arg.type == "borders":
        return _borders(arg.length, value)
    if arg.type == "axes":
        return (value,) if isinstance(value, int) else tuple(value)
    if arg.type == "numbers" and not arg.length:
        return _tuples(value)
    if arg.type == "numbers" and isinstance(value, int | float):
        return (-abs(value) if (arg.minimum or 0) < 0 else 0, abs(value))
    if arg.type == "numbers" and ("factor" in arg.name or arg.name == "value_range"):
        return tuple(sorted(value))  # as Keras does
    return _tuples(value)


def _borders(length: int, value: Any) -> tuple[tuple[int, int], ...]:
    if isinstance(value, int):
        return ((value, value),) * length
    if length == 1:
        return (tuple(value),)
    return tuple((part, part) if isinstance(part, int) else tuple(part) for part in value)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value


def fits(network: NetworkSpec) -> bool:
    """Whether all layers of *network* have a shape."""
    return all(shape is not None for shape in infer(network).shapes.values())
