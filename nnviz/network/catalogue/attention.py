"""Layers in which each step of a sequence looks at the others."""

from __future__ import annotations

from math import prod

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import attention
from nnviz.network.shapes.base import Args, Inputs, Shape

GROUP = "Attention"
_ARGS = (
    Arg("num_heads", "int", 2, "How many times it looks, each time at something else.", 1, 1024),
    Arg("key_dim", "int", 16, "How many numbers a query and a key have in each head.", 1, 65_536),
    Arg("value_dim", "int", None, "How many numbers a value has in each head; as many as a key where it is left out.",
        1, 65_536, optional=True),
    Arg("output_shape", "shape", None, "The sizes of each step's answer; those of the query where it is left out.",
        optional=True, advanced=True),
    Arg("attention_axes", "axes", None, "Along which dimensions it looks, the batch being 0; along all where none is "
        "named.", -8, 8, optional=True, advanced=True),
    Arg("sliding_window", "int", None, "A step sees only those that are nearer than so many steps.", 1, 1_000_000,
        optional=True, advanced=True),
    Arg("use_gate", "bool", False, "Whether each step learns how much of what it saw goes on.", advanced=True),
    Arg("dropout", "float", 0.0, "The share of looks switched off in training.", 0.0, 0.99),
    Arg("use_causal_mask", "bool", False, "Whether a step sees only those before it.", ours=True),
    *choices.KERNEL_AND_BIAS,
)  # fmt: skip


def _weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    """A projection of query, key and value into the heads, and one back; a gate of the query, if it has one."""
    heads, width, deep = int(args["num_heads"]), int(args["key_dim"]), _value_dim(args)
    query, value, key = (shape[-1] or 0 for shape in attention.roles(inputs))
    answer = tuple(args["output_shape"] or (query,))
    parts = (
        ("query", (query,), (heads, width)),
        ("key", (key,), (heads, width)),
        *[("gate", (query,), (heads, deep))] * bool(args["use_gate"]),
        ("value", (value,), (heads, deep)),
        ("attention_output", (heads, deep), answer),
    )
    found = []
    for name, before, after in parts:
        found.append(Weight(f"{name}/kernel", (*before, *after)))
        if args["use_bias"]:
            found.append(Weight(f"{name}/bias", after))
    return tuple(found)


def _products(args: Args, inputs: Inputs, _: Shape) -> int:
    """Those of the projections; what looks at what is no weight."""
    query, value, key = attention.roles(inputs)
    looked_at = {"key": key, "value": value}  # all others go through every step of the query
    total = 0
    for weight in _weights({**args, "use_bias": False}, inputs):
        shape = looked_at.get(weight.name.split("/")[0], query)
        total += weight.count * prod(size or 1 for size in shape[1:-1])
    return total


def _value_dim(args: Args) -> int:
    return int(args["value_dim"] or args["key_dim"])


KINDS = (
    LayerKind(
        "MultiHeadAttention", "Attention", GROUP,
        "Each step looks at the steps that matter to it: links bring the query, then the value, then the key.",
        _ARGS, attention.attention, _weights, _products, inputs=(1, 3),
        keywords="transformer self-attention multi head",
    ),
)  # fmt: skip
