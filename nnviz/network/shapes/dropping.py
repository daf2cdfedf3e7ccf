"""Shapes of layers that disturb training."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction, text
from nnviz.network.shapes.windows import need_rank
from nnviz.sentences import Sentence


def whole_channels(kind: str, rank: int) -> ShapeFunction:
    """The shape of SpatialDropout: what came in, which must have channels in *rank* dimensions."""

    def shape(_: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        return inputs[0]

    return shape


def noisy(kind: str) -> ShapeFunction:
    """The shape of a dropout that may switch numbers off together: what came in, which its noise has to fit."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        noise, there = args["noise_shape"], inputs[0]
        if noise is None:
            return there
        sizes = (None, *there[1:])
        if len(noise) != len(there) or any(one not in (None, 1, size) for one, size in zip(noise, sizes, strict=True)):
            misfit = Sentence("the noise of {0} needs for every dimension 1, or the size of what comes in", kind)
            got = f"({', '.join('?' if one is None else str(one) for one in noise)})"
            raise ShapeError(misfit, text(there), got, set_args={"noise_shape": None})
        return there

    return shape
