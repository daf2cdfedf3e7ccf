"""Output shapes and parameter counts, layer by layer, as Keras has them, in plain Python.

A shape is a tuple with the batch first, as ``(None, 8)``; None is an unknown size.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from nnviz.sentences import Sentence

Shape = tuple[int | None, ...]
Args = Mapping[str, Any]
Inputs = tuple[Shape, ...]


class ShapeError(Exception):
    """The inputs do not fit the layer.

    Attributes:
        sentence: what is wrong, for a person.
        expected, got: what the layer needs and what reaches it, for a person.
        fix: the kind of layer that, inserted before, would make it fit; None where there is none.
    """

    def __init__(self, text: Sentence, expected: str = "", got: str = "", fix: str | None = None) -> None:
        super().__init__(text)
        self.sentence = text
        self.expected, self.got, self.fix = expected, got, fix


def text(shape: Shape | None) -> str:
    """A shape for a person: ``(batch, 8)``."""
    if shape is None:
        return "unknown"
    sizes = ["batch", *("?" if size is None else str(size) for size in shape[1:])]
    return f"({', '.join(sizes)})"


def input_shape(args: Args, _: Inputs) -> Shape:
    """The sample's shape with the batch put before it."""
    if args["shape"] is None:
        raise ShapeError(Sentence("Input waits for the data, which say how many numbers come in"))
    return (None, *args["shape"])


def same(_: Args, inputs: Inputs) -> Shape:
    """What comes out has the shape of what went in."""
    return inputs[0]


def dense(args: Args, inputs: Inputs) -> Shape:
    """Keras's Dense works along the last dimension."""
    if args["units"] is None:
        raise ShapeError(Sentence("Output waits for the data, which say how many units the answer needs"))
    if len(inputs[0]) < 2:
        few = Sentence("a Dense layer needs at least one number a sample")
        raise ShapeError(few, "(batch, numbers)", text(inputs[0]))
    return (*inputs[0][:-1], args["units"])


def dense_parameters(args: Args, inputs: Inputs) -> int:
    """Kernel (inputs, units) and, with use_bias, one bias a unit."""
    units = int(args["units"])
    return (inputs[0][-1] or 0) * units + (units if args["use_bias"] else 0)


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


def no_parameters(_: Args, __: Inputs) -> int:
    """Nothing to learn."""
    return 0


def batch_norm_parameters(_: Args, inputs: Inputs) -> int:
    """Scale, shift, running mean and running variance for each number of the last dimension."""
    return 4 * (inputs[0][-1] or 0)


def layer_norm_parameters(_: Args, inputs: Inputs) -> int:
    """Scale and shift for each number of the last dimension."""
    return 2 * (inputs[0][-1] or 0)
