"""Shapes of layers that join several inputs."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction, text
from nnviz.network.shapes.windows import spread
from nnviz.sentences import Sentence


def concatenate(args: Args, inputs: Inputs) -> Shape:
    """The sizes along the axis added up; all others must agree where they are known."""
    first, axis = inputs[0], args["axis"]
    rank = len(first)
    if any(len(shape) != rank for shape in inputs):
        raise ShapeError(
            Sentence("Concatenate needs inputs with the same number of dimensions"), text(first),
            ", ".join(text(shape) for shape in inputs[1:]),
        )  # fmt: skip
    if not -rank <= axis < rank or axis % rank == 0:
        missing = Sentence("Concatenate has no dimension {0} to join along", axis)
        repairs = rank > 1 and _agree(inputs, rank - 1)
        raise ShapeError(missing, Sentence("1 to {0}", rank - 1), str(axis), set_args={"axis": -1} if repairs else None)
    axis %= rank
    if not _agree(inputs, axis):
        raise ShapeError(
            Sentence("Concatenate needs inputs that agree in all other dimensions"), text(first),
            ", ".join(text(shape) for shape in inputs[1:]),
            set_args=next(({"axis": i} for i in range(rank - 1, 0, -1) if _agree(inputs, i)), None),
        )  # fmt: skip
    joined = [shape[axis] for shape in inputs]
    total = None if None in joined else sum(size or 0 for size in joined)
    return (*first[:axis], total, *first[axis + 1 :])


def _agree(inputs: Inputs, axis: int) -> bool:
    """Whether *inputs* of one rank have the same sizes, where they are known, in all dimensions but *axis*."""
    return all(len({*sizes} - {None}) < 2 for i, sizes in enumerate(zip(*inputs, strict=True)) if i != axis)


def elementwise(kind: str) -> ShapeFunction:
    """Inputs of one shape; a size of 1 and missing leading dimensions are stretched, as Keras does."""

    def shape(_: Args, inputs: Inputs) -> Shape:
        result = inputs[0][1:]
        for other in inputs[1:]:
            longer, shorter = (result, other[1:]) if len(result) >= len(other) - 1 else (other[1:], result)
            lead = len(longer) - len(shorter)
            pairs = list(zip(longer[lead:], shorter, strict=True))
            if any(a != b and None not in (a, b) and 1 not in (a, b) for a, b in pairs):
                raise ShapeError(Sentence("{0} needs inputs of the same shape", kind), text(inputs[0]), text(other))
            result = (*longer[:lead], *(None if a is None or b is None else b if a == 1 else a for a, b in pairs))
        return (None, *result)

    return shape


def dot(args: Args, inputs: Inputs) -> Shape:
    """What is left of both inputs once one dimension of each was summed over; a single number where nothing is."""
    one, two = inputs
    a, b = spread(args["axes"], 2)
    for shape, axis in ((one, a), (two, b)):
        if not -len(shape) < axis < len(shape) or axis == 0:
            missing = Sentence("Dot has no dimension {0} to sum over", axis)
            known = Sentence("1 to {0}", len(shape) - 1)
            raise ShapeError(missing, known, str(axis), set_args=_axes_that_fit(one, two))
    if one[a] != two[b]:
        sizes = Sentence("Dot sums over two dimensions of the same size")
        raise ShapeError(sizes, text((None, one[a])), text((None, two[b])), set_args=_axes_that_fit(one, two))
    a, b = a % len(one), b % len(two)
    rest = (*one[1:a], *one[a + 1 :], *two[1:b], *two[b + 1 :])
    return (None, *(rest or (1,)))


def _axes_that_fit(one: Shape, two: Shape) -> Args | None:
    """The last two dimensions of the same known size."""
    for a in range(len(one) - 1, 0, -1):
        for b in range(len(two) - 1, 0, -1):
            if one[a] is not None and one[a] == two[b]:
                return {"axes": (a, b)}
    return None
