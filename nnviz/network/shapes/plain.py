"""Shapes of what comes in, of what does not change them, and of Dense."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


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
