"""Shapes of layers that lay the same numbers out in another way."""

from __future__ import annotations

from math import prod

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError
from nnviz.sentences import Sentence


def flatten(_: Args, inputs: Inputs) -> Shape:
    """All sizes but the batch, multiplied."""
    sizes = inputs[0][1:]
    return (None, None if None in sizes else prod(size or 0 for size in sizes))


def reshape(args: Args, inputs: Inputs) -> Shape:
    """The same count of numbers in the target's shape, whose one -1 is worked out."""
    target = args["target_shape"]
    if not target:
        raise ShapeError(Sentence("Reshape needs a target shape"))
    count = prod(size or 0 for size in inputs[0][1:])
    known = prod(size for size in target if size != -1)
    free = sum(size == -1 for size in target)
    if free > 1 or (free == 1 and (known == 0 or count % known)) or (free == 0 and known != count):
        raise ShapeError(
            Sentence("Reshape to {0} needs {1} numbers a sample, but {2} come in", tuple(target), known, count),
            str(known), str(count),
        )  # fmt: skip
    return (None, *(count // known if size == -1 else size for size in target))
