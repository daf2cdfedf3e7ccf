"""Shapes of layers that join several inputs."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def concatenate(args: Args, inputs: Inputs) -> Shape:
    """The sizes along the axis added up; all others must agree."""
    rank, axis = len(inputs[0]), args["axis"]
    if any(len(shape) != rank for shape in inputs):
        raise ShapeError(
            Sentence("Concatenate needs inputs with the same number of dimensions"), text(inputs[0]),
            ", ".join(text(shape) for shape in inputs[1:]),
        )  # fmt: skip
    if not -rank <= axis < rank or axis % rank == 0:
        missing = Sentence("Concatenate has no dimension {0} to join along", axis)
        raise ShapeError(missing, f"1 to {rank - 1}", str(axis))
    axis %= rank
    for shape in inputs[1:]:
        if any(a != b for i, (a, b) in enumerate(zip(inputs[0], shape, strict=True)) if i != axis):
            differing = Sentence("Concatenate needs inputs that agree in all other dimensions")
            raise ShapeError(differing, text(inputs[0]), text(shape))
    joined = [shape[axis] for shape in inputs]
    total = None if None in joined else sum(size or 0 for size in joined)
    return (*inputs[0][:axis], total, *inputs[0][axis + 1 :])


def add(_: Args, inputs: Inputs) -> Shape:
    """Inputs of one shape; a size of 1 and missing leading dimensions are stretched, as Keras does."""
    result = inputs[0][1:]
    for shape in inputs[1:]:
        longer, shorter = sorted((result, shape[1:]), key=len, reverse=True)
        aligned = (*(1 for _ in range(len(longer) - len(shorter))), *shorter)
        if any(a != b and 1 not in (a, b) for a, b in zip(longer, aligned, strict=True)):
            raise ShapeError(Sentence("Add needs inputs of the same shape"), text(inputs[0]), text(shape))
        result = tuple(b if a == 1 else a for a, b in zip(longer, aligned, strict=True))
    return (None, *result)
