"""Shapes of activation functions that care for dimensions."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, spread_axes, text
from nnviz.sentences import Sentence


def softmax(args: Args, inputs: Inputs) -> Shape:
    """What comes out has the shape of what went in; along the axis its numbers add up to 1."""
    rank, axis = len(inputs[0]), args["axis"]
    if not within(axis, rank):
        missing = Sentence("Softmax has no dimension {0} to make shares along", axis)
        raise ShapeError(missing, Sentence("1 to {0}", rank - 1), str(axis), set_args={"axis": -1})
    return inputs[0]


def within(axes: int | Sequence[int], rank: int) -> bool:
    """Whether there is at least one of *axes*, each is there once among *rank* dimensions, and none is the batch."""
    given = spread_axes(axes)
    places = {axis % rank for axis in given if -rank <= axis < rank}
    return bool(given) and len(places) == len(given) and 0 not in places


def prelu(args: Args, inputs: Inputs) -> Shape:
    """What comes out has the shape of what went in, whose sizes have to be known: each place has a slope."""
    slopes(args["shared_axes"], inputs[0])
    return inputs[0]


def slopes(shared_axes: Sequence[int] | None, shape: Shape) -> tuple[int, ...]:
    """The shape of PReLU's slopes before inputs of *shape*; ShapeError where there are none such."""
    sizes = list(shape[1:])
    for axis in shared_axes or ():
        if not 1 <= axis <= len(sizes):
            missing = Sentence("PReLU has no dimension {0} to share slopes along", axis)
            raise ShapeError(missing, Sentence("1 to {0}", len(sizes)), str(axis))
        sizes[axis - 1] = 1
    if None in sizes:
        raise ShapeError(Sentence("PReLU needs sizes that are known"), "", text(shape))
    return tuple(size or 0 for size in sizes)
