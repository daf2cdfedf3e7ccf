"""Shapes of layers that lay the same numbers out in another way."""

from __future__ import annotations

from math import prod

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def flatten(_: Args, inputs: Inputs) -> Shape:
    """All sizes but the batch, multiplied."""
    sizes = inputs[0][1:]
    return (None, None if None in sizes else prod(size or 0 for size in sizes))


def reshape(args: Args, inputs: Inputs) -> Shape:
    """The same count of numbers in the target's shape, whose one -1 is worked out."""
    target = args["target_shape"]
    if target is None:
        raise ShapeError(Sentence("Reshape needs a target shape"))
    free = sum(size == -1 for size in target)
    if free > 1:
        raise ShapeError(Sentence("Only one size of a target shape may be -1"), "1", str(free))
    if None in inputs[0][1:]:
        return (None, *(None if size == -1 else size for size in target))
    count = prod(size or 0 for size in inputs[0][1:])
    known = prod(size for size in target if size != -1)
    if (free and count % known) or (not free and known != count):
        raise ShapeError(
            Sentence("Reshape to {0} needs {1} numbers a sample, but {2} come in", tuple(target), known, count),
            str(known), str(count),
        )  # fmt: skip
    return (None, *(count // known if size == -1 else size for size in target))


def permute(args: Args, inputs: Inputs) -> Shape:
    """The dimensions of a sample in another order; they are counted from 1."""
    dims, shape = tuple(args["dims"]), inputs[0]
    if sorted(dims) != list(range(1, len(shape))):
        raise ShapeError(
            Sentence("Permute must name every dimension of a sample once"),
            ", ".join(map(str, range(1, len(shape)))), ", ".join(map(str, dims)),
            set_args={"dims": tuple(range(len(shape) - 1, 0, -1))} if len(shape) > 1 else None,
        )  # fmt: skip
    return (None, *(shape[dim] for dim in dims))


def repeat_vector(args: Args, inputs: Inputs) -> Shape:
    """One row of numbers *n* times over."""
    shape = inputs[0]
    if len(shape) != 2:
        row = Sentence("RepeatVector needs one row of numbers a sample")
        raise ShapeError(row, "(batch, numbers)", text(shape), fix="Flatten")
    return (None, args["n"], shape[1])
