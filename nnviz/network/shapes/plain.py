"""Shapes of what comes in, of what does not change them, and of Dense."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def input_shape(args: Args, _: Inputs) -> Shape:
    """The sample's shape with the batch put before it."""
    sizes = args["shape"]
    if sizes is None:
        raise ShapeError(Sentence("Input waits for the data, which say how many numbers come in"))
    wrong = next((size for size in sizes if size is not None and size < 1), None)
    if wrong is not None:
        raise ShapeError(Sentence("The sizes of an Input must be above 0"), Sentence("at least {0}", 1), str(wrong))
    return (None, *sizes)


def same(_: Args, inputs: Inputs) -> Shape:
    """What comes out has the shape of what went in."""
    return inputs[0]


def dense(args: Args, inputs: Inputs) -> Shape:
    """Keras's Dense works along the last dimension."""
    shape = inputs[0]
    if args["units"] is None:
        raise ShapeError(Sentence("Output waits for the data, which say how many units the answer needs"))
    if len(shape) < 2:
        few = Sentence("a Dense layer needs at least one number a sample")
        raise ShapeError(few, "(batch, numbers)", text(shape), fix="Reshape", fix_args={"target_shape": (1,)})
    if shape[-1] is None:
        raise ShapeError(Sentence("a Dense layer must know how many numbers come in"), "a size", text(shape))
    return (*shape[:-1], args["units"])
