"""Shapes of layers that apply another one: to every step of a sequence, or in both directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, text
from nnviz.sentences import Sentence

# (kind and arguments of the wrapped layer, shape that reaches it) -> its answer
Wrapped = Callable[[Any, Shape], Shape]


def bidirectional(wrapped: Wrapped) -> Callable[[Args, Inputs], Shape]:
    """The shape of one direction; side by side, both together have twice the numbers."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        one = _inside(wrapped, args["layer"], inputs[0])
        if args["backward_layer"] is not None:
            _check_other_way(args, one, _inside(wrapped, args["backward_layer"], inputs[0]))
        elif args["layer"].get("go_backwards"):
            raise ShapeError(Sentence("Bidirectional reads backwards by itself: its layer must not"), "false", "true")
        return (*one[:-1], 2 * (one[-1] or 0)) if args["merge_mode"] == "concat" else one

    return shape


def _check_other_way(args: Args, one: Shape, other: Shape) -> None:
    """ShapeError unless both layers of a Bidirectional read in different directions and answer in the same shape."""
    ways = [bool(args[name].get("go_backwards")) for name in ("layer", "backward_layer")]
    if ways[0] == ways[1]:
        alike = Sentence("one of the two layers of Bidirectional has to read backwards, and the other one must not")
        raise ShapeError(alike, str(not ways[0]).lower(), str(ways[0]).lower())
    if one != other:
        raise ShapeError(Sentence("both layers of Bidirectional have to answer in one shape"), text(one), text(other))


def time_distributed(wrapped: Wrapped) -> Callable[[Args, Inputs], Shape]:
    """The steps, each with the shape of the wrapped layer's answer."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        if len(inputs[0]) < 3:
            few = Sentence("TimeDistributed applies its layer to every step of a sequence")
            raise ShapeError(few, "(batch, steps, ...)", text(inputs[0]))
        one = _inside(wrapped, args["layer"], one_step(inputs[0]))
        return (None, inputs[0][1], *one[1:])

    return shape


def one_step(shape: Shape) -> Shape:
    """What a step of *shape* is by itself."""
    return (None, *shape[2:])


def _inside(wrapped: Wrapped, layer: Any, shape: Shape) -> Shape:
    """The answer of the wrapped layer; what would help one by itself does not help it in here."""
    try:
        return wrapped(layer, shape)
    except ShapeError as error:
        inside = Sentence("the layer inside does not fit: {0}", error.sentence)
        raise ShapeError(inside, error.expected, error.got) from error
