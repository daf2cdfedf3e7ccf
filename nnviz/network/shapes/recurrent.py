"""Shapes of layers that read a sequence step by step."""

from __future__ import annotations

from math import prod

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def recurrent(args: Args, inputs: Inputs) -> Shape:
    """The answer after the last step, or with return_sequences after every one."""
    shape = inputs[0]
    if len(shape) != 3:
        raise ShapeError(
            Sentence("a recurrent layer reads a sequence, in each step a row of numbers"), "(batch, steps, numbers)",
            text(shape), fix="Reshape", fix_args={"target_shape": _as_sequence(shape)},
        )  # fmt: skip
    if shape[2] is None:
        raise ShapeError(Sentence("a recurrent layer has to know how many numbers a step has"), "", text(shape))
    if args["unroll"] and shape[1] is None:
        unknown = Sentence("the steps of a recurrent layer can be laid out only where their number is known")
        raise ShapeError(unknown, "a size", text(shape), set_args={"unroll": False})
    return (None, shape[1], args["units"]) if args["return_sequences"] else (None, args["units"])


def _as_sequence(shape: Shape) -> tuple[int, ...]:
    """The sizes of a sequence of the same numbers: one a step of a row, a row a step of a picture."""
    sizes = [-1 if size is None else size for size in shape[1:]]
    return (*sizes[:1], 1) if len(sizes) < 2 else (sizes[0], -1 if -1 in sizes[1:] else prod(sizes[1:]))
