"""The shape of Maxout."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def maxout(args: Args, inputs: Inputs) -> Shape:
    """One number a unit, of one row of numbers."""
    if len(inputs[0]) != 2:
        rows = Sentence("Maxout takes one row of numbers a sample")
        raise ShapeError(rows, "(batch, numbers)", text(inputs[0]), fix="Flatten")
    if inputs[0][1] is None:
        raise ShapeError(Sentence("Maxout has to know how many numbers a sample has"), "", text(inputs[0]))
    return (None, args["units"])
