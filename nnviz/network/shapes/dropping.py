"""Shapes of layers that disturb training."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeFunction
from nnviz.network.shapes.windows import need_rank


def whole_channels(kind: str, rank: int) -> ShapeFunction:
    """The shape of SpatialDropout: what came in, which must have channels in *rank* dimensions."""

    def shape(_: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        return inputs[0]

    return shape
