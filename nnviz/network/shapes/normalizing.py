"""Shapes of layers that bring numbers to one scale: the same, where the dimension is there that they work along."""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

from nnviz.network.shapes.activating import within
from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction, spread_axes, text
from nnviz.sentences import Sentence


def along_axis(kind: str, has_weights: Callable[[Args], bool] = lambda args: True) -> ShapeFunction:
    """The shape of what came in; a layer that *has_weights* must know how long its axis is."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        there, axis = inputs[0], args["axis"]
        if not within(axis, len(there)) or (has_weights(args) and None in [there[one] for one in spread_axes(axis)]):
            missing = Sentence("{0} has no dimension {1} of a known size", kind, axis)
            raise ShapeError(missing, text(there), str(axis), set_args={"axis": -1} if there[-1] else None)
        return there

    return shape


def by_root(args: Args, inputs: Inputs) -> Shape:
    """The shape of RMSNormalization, whose factors Keras lays along the last dimension, whatever the axis is."""
    shape = along_axis("RMSNormalization")(args, inputs)
    size = shape[args["axis"]]
    if size not in (1, shape[-1]):
        last = Sentence("RMSNormalization works along the last dimension only")
        raise ShapeError(last, "-1", str(args["axis"]), set_args={"axis": -1})
    return shape


def in_groups(args: Args, inputs: Inputs) -> Shape:
    """The shape of GroupNormalization, whose groups must share the channels evenly; -1 is a group for each."""
    shape = along_axis("GroupNormalization")(args, inputs)
    groups, channels = args["groups"], shape[args["axis"]] or 0
    if groups == 0 or (groups > 0 and channels % groups):
        raise ShapeError(
            Sentence("GroupNormalization cannot split {0} channels into {1} equal groups", channels, groups),
            Sentence("a divisor of {0}", channels), str(groups), set_args={"groups": gcd(channels, groups)},
        )  # fmt: skip
    return shape
