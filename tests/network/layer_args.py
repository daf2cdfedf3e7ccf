"""Random arguments for hypothesis, drawn from what the catalogue says: legal, but often ones that do not fit."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from nnviz.network.catalogue import CATALOGUE, Arg

# Small numbers, so that what is drawn often fits: by "Kind.argument", then by "argument"; all else by its type.
INTS: dict[str, tuple[int, ...]] = {
    "filters": (1, 2, 3, 4, 6),
    "units": (1, 2, 3, 5),
    "groups": (1, 1, 2, 3),
    "GroupNormalization.groups": (-1, 0, 1, 2, 3),
    "kernel_size": (1, 2, 3, 4),
    "pool_size": (1, 2, 3, 4),
    "strides": (1, 1, 2, 3),
    "dilation_rate": (1, 1, 2, 3),
    "output_padding": (0, 0, 1, 2),
    "padding": (0, 1, 2),
    "cropping": (0, 0, 1, 2, 3),
    "size": (1, 2, 3),
    "depth_multiplier": (1, 2, 3),
    "axis": (-1, -1, -2, 1, 2, 0, 3, -4),
    "axes": (-1, -1, 1, 2, -2, 0, 3),
    "attention_axes": (1, 1, 2, 3, -2, 0),
    "n": (1, 2, 3),
    "input_dim": (1, 4, 7),
    "output_dim": (1, 3),
    "height": (1, 3, 5),
    "width": (1, 3, 5),
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "Reshape.target_shape": st.lists(st.sampled_from((-1, 1, 2, 3, 4, 6)), max_size=3).map(tuple),
    "Permute.dims": st.permutations(range(1, 4)).map(tuple) | st.permutations(range(1, 3)).map(tuple) | st.just((1,)),
}
# What has to be there for the layer to be one at all.
NEEDED = {"Reshape.target_shape", "Permute.dims"}


@st.composite
def args_of(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """Arguments for a layer of *kind*, sometimes ones that will not fit; what is absent takes its default."""
    args = {}
    for arg in CATALOGUE[kind].args:
        if arg.ours:
            continue
        # An initializer of which Keras does not approve is a matter of its own, and should not hide all others.
        odds = 12 if arg.type == "object" and arg.name != "activation" else 2
        if f"{kind}.{arg.name}" in NEEDED or arg.name == "filters" or draw(st.integers(1, odds)) == 1:
            args[arg.name] = draw(value_of(arg, kind))
    return args


def value_of(arg: Arg, kind: str = "") -> st.SearchStrategy[Any]:
    """A value that *arg*, of a layer of *kind*, may hold."""
    known = VALUES.get(f"{kind}.{arg.name}")
    if known is not None:
        return known
    numbers = st.sampled_from(INTS.get(f"{kind}.{arg.name}") or INTS.get(arg.name) or _few_ints(arg))
    if arg.type == "int":
        return numbers
    if arg.type == "float":
        return _few_floats(arg)
    if arg.type == "numbers" and not arg.length:
        return _few_floats(arg) | st.lists(_few_floats(arg), min_size=1, max_size=4).map(tuple)
    if arg.type == "numbers":
        return _one_or(_few_floats(arg), arg.length)
    if arg.type == "bool":
        return st.booleans()
    if arg.type == "choice":
        return st.sampled_from(arg.choices)
    if arg.type == "sizes":
        return _one_or(numbers, arg.length)
    if arg.type == "borders":
        return _borders(numbers, arg.length)
    if arg.type == "object":
        return _objects(arg)
    if arg.type == "shape":
        return st.lists(st.integers(1, 3), max_size=2, unique=True).map(tuple)
    if arg.type == "axes":
        return numbers | st.lists(numbers, max_size=3, unique=True).map(tuple)
    if arg.type == "partial":
        return st.lists(st.sampled_from((None, None, 1, 1, 2, 3)), min_size=1, max_size=4).map(tuple)
    assert arg.type == "layer", f"no strategy for {kind}.{arg.name}: add one to VALUES"
    return _layers(arg)


def rank_of(kind: str) -> int | None:
    """How many dimensions the samples have that *kind* takes, channels included; None where it takes any."""
    by_name = re.search(r"([123])D", kind)
    if by_name:
        return int(by_name[1]) + 1
    return RANKS.get(kind)


RANKS = {
    "RepeatVector": 1, "RandomFlip": 3, "RandomRotation": 3, "RandomZoom": 3, "RandomTranslation": 3,
    "RandomContrast": 3, "RandomBrightness": 3, "Resizing": 3, "CenterCrop": 3,
    "Maxout": 1, "SimpleRNN": 2, "LSTM": 2, "GRU": 2, "Bidirectional": 2, "MultiHeadAttention": 2,
}  # fmt: skip


def _few_ints(arg: Arg) -> tuple[int, ...]:
    low = int(arg.minimum if arg.minimum is not None else -2)
    return tuple(range(low, int(min(low + 4, arg.maximum if arg.maximum is not None else low + 4)) + 1))


def _few_floats(arg: Arg) -> st.SearchStrategy[float]:
    low = max(arg.minimum if arg.minimum is not None else -2.0, -2.0)
    high = min(arg.maximum if arg.maximum is not None else 2.0, 2.0)
    return st.sampled_from((low, (low + high) / 2, high)).map(float)


def _one_or(numbers: st.SearchStrategy[Any], length: int) -> st.SearchStrategy[Any]:
    return numbers | st.tuples(*[numbers] * length)


def _borders(numbers: st.SearchStrategy[int], rank: int) -> st.SearchStrategy[Any]:
    pair = st.tuples(numbers, numbers)
    return numbers | pair if rank == 1 else numbers | st.tuples(*[numbers] * rank) | st.tuples(*[pair] * rank)


@st.composite
def _layers(draw: st.DrawFn, arg: Arg) -> dict[str, Any]:
    kind = draw(st.sampled_from(arg.choices))
    return {"kind": kind, **draw(args_of(kind))}


@st.composite
def _objects(draw: st.DrawFn, arg: Arg) -> Any:
    name = draw(st.sampled_from(arg.choices))
    inner = [x for x in arg.objects.get(name, ()) if draw(st.booleans())]
    return {"kind": name, **{x.name: draw(value_of(x)) for x in inner}} if inner else name
