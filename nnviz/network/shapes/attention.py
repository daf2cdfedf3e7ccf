"""Shapes of attention."""

from __future__ import annotations

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, spread_axes, text
from nnviz.sentences import Sentence

MOST_DIMENSIONS = 8  # of an answer; Keras names each by a letter of the alphabet, and runs out of them


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
    _check_window(args, query)
    _check_axes(args, query, value)
    return (*query[:-1], *_answer(args, query))


def _answer(args: Args, query: Shape) -> Shape:
    """The sizes that a step has in the answer."""
    sizes: Shape = tuple(args["output_shape"] or query[-1:])
    if any(size is not None and size < 1 for size in sizes):
        raise ShapeError(Sentence("The sizes of an answer must be above 0"), "", str(tuple(sizes)))
    if len(sizes) > MOST_DIMENSIONS:
        raise ShapeError(Sentence("An answer has at most {0} dimensions", MOST_DIMENSIONS), "", str(len(sizes)))
    return sizes


def _check_window(args: Args, query: Shape) -> None:
    """Keras lays its window over the first dimension behind the batch, and knows no others."""
    if args["sliding_window"] is not None and len(query) > 3:
        several = Sentence("only steps in one row are near each other: attention here cannot have a window")
        raise ShapeError(several, "(batch, steps, numbers)", text(query), set_args={"sliding_window": None})


def _check_axes(args: Args, query: Shape, value: Shape) -> None:
    """ShapeError unless the axes are between the batch and the numbers, and all others are the same in both."""
    given = args["attention_axes"]
    if given is None:
        return
    rank = len(query)
    axes = {axis % rank for axis in spread_axes(given) if -rank <= axis < rank}
    if not axes or len(axes) < len(spread_axes(given)) or not axes <= set(range(1, rank - 1)):
        wrong = Sentence("attention looks along dimensions between the batch and the numbers, each once")
        raise ShapeError(wrong, Sentence("1 to {0}", rank - 2), str(given), set_args={"attention_axes": None})
    for axis in range(1, rank - 1):
        if axis not in axes and query[axis] != value[axis]:
            differing = Sentence("where attention does not look along a dimension, query and value need one size of it")
            raise ShapeError(differing, text(query), text(value))


def roles(inputs: Inputs) -> tuple[Shape, Shape, Shape]:
    """Query, value and key: of one input all three, of two the second is value and key."""
    query, value = inputs[0], inputs[min(1, len(inputs) - 1)]
    return query, value, inputs[2] if len(inputs) > 2 else value
