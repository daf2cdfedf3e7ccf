"""Shapes of attention."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence


def attention(args: Args, inputs: Inputs) -> Shape:
    """The shape of the query, which comes first; then the value, then the key."""
    query, value, key = roles(inputs)
    for shape in inputs:
        if len(shape) < 3 or len(shape) != len(query):
            few = Sentence("attention looks from steps to steps")
            raise ShapeError(few, "(batch, steps, numbers)", text(shape))
        if shape[-1] is None:
            raise ShapeError(Sentence("attention has to know how many numbers a step has"), "", text(shape))
    if value[1:-1] != key[1:-1]:
        differing = Sentence("attention needs a key for every value: as many steps of both")
        raise ShapeError(differing, text(value), text(key))
    if args["use_causal_mask"] and len(query) > 3:
        several = Sentence("only steps in one row come before and after each other: attention here cannot be causal")
        raise ShapeError(several, "(batch, steps, numbers)", text(query), set_args={"use_causal_mask": False})
    return query


def roles(inputs: Inputs) -> tuple[Shape, Shape, Shape]:
    """Query, value and key: of one input all three, of two the second is value and key."""
    query, value = inputs[0], inputs[min(1, len(inputs) - 1)]
    return query, value, inputs[2] if len(inputs) > 2 else value
