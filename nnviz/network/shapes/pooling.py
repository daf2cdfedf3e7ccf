"""Shapes of pooling, channels last."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeFunction
from nnviz.network.shapes.windows import need_rank, places, spread


def pooling(kind: str, rank: int) -> ShapeFunction:
    """The shape of a pooling in *rank* dimensions; without strides the windows stand side by side."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        window = spread(args["pool_size"], rank)
        strides = window if args["strides"] is None else spread(args["strides"], rank)
        return (None, *places(kind, inputs[0], window, strides, args["padding"]), inputs[0][-1])

    return shape


def overall(kind: str, rank: int) -> ShapeFunction:
    """The shape of a global pooling: one number a channel, with keepdims in as many dimensions as before."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        return (None, *((1,) * rank if args["keepdims"] else ()), inputs[0][-1])

    return shape
