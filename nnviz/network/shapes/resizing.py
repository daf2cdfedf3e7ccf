"""Shapes of layers that repeat, frame or cut what comes in."""

from __future__ import annotations

from typing import Any

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction, text
from nnviz.network.shapes.windows import need_rank, spread
from nnviz.sentences import Sentence


def repeated(kind: str, rank: int) -> ShapeFunction:
    """The shape of UpSampling: every size times a factor."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        factors = spread(args["size"], rank)
        sizes = (None if n is None else n * by for n, by in zip(inputs[0][1:-1], factors, strict=True))
        return (None, *sizes, inputs[0][-1])

    return shape


def framed(kind: str, rank: int) -> ShapeFunction:
    """The shape of ZeroPadding."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        borders = _borders(args["padding"], rank)
        sizes = (None if n is None else n + a + b for n, (a, b) in zip(inputs[0][1:-1], borders, strict=True))
        return (None, *sizes, inputs[0][-1])

    return shape


def cropped(kind: str, rank: int) -> ShapeFunction:
    """The shape of Cropping, which must leave something."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        borders = _borders(args["cropping"], rank)
        for size, (a, b) in zip(inputs[0][1:-1], borders, strict=True):
            if size is not None and a + b >= size:
                nothing = Sentence("{0} cuts off {1}, which leaves nothing of {2}", kind, a + b, text(inputs[0]))
                raise ShapeError(nothing, Sentence("at most {0}", size - 1), str(a + b))
        sizes = (None if n is None else n - a - b for n, (a, b) in zip(inputs[0][1:-1], borders, strict=True))
        return (None, *sizes, inputs[0][-1])

    return shape


def _borders(value: Any, rank: int) -> tuple[tuple[int, int], ...]:
    """A number, one for each dimension, or a pair for each, as a pair for each; one pair may stand for itself."""
    if isinstance(value, int):
        return ((value, value),) * rank
    if rank == 1:
        return (tuple(value),) if isinstance(value[0], int) else tuple(value)
    return tuple((side, side) if isinstance(side, int) else side for side in value)
