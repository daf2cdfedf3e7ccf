"""Shapes of layers that prepare and vary pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction, spread_axes, text
from nnviz.network.shapes.windows import need_rank
from nnviz.sentences import Sentence


def varied(kind: str, *ranges: str, least: float | None = None) -> ShapeFunction:
    """The shape of a layer that changes pictures at random: the same.

    *ranges* are the arguments that take two numbers and no single one; *least* is what no factor may be.
    """

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], 2)
        for name in ranges:
            if not isinstance(args[name], Sequence):
                raise ShapeError(Sentence("{0} needs two numbers as {1}", kind, name), "(0, 255)", str(args[name]))
        if least is not None and any(least in _numbers(value) for value in args.values()):
            raise ShapeError(Sentence("The factors of {0} must be above {1}", kind, least), f"> {least}", str(least))
        return inputs[0]

    return shape


def resized(kind: str) -> ShapeFunction:
    """The shape of a layer that gives every picture one height and width."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], 2)
        if args.get("crop_to_aspect_ratio") and args.get("pad_to_aspect_ratio"):
            both = Sentence("{0} can cut or pad to keep the proportions, but not both", kind)
            raise ShapeError(both, set_args={"pad_to_aspect_ratio": False})
        return (None, args["height"], args["width"], inputs[0][-1])

    return shape


def normalization(args: Args, inputs: Inputs) -> Shape:
    """The same shape; along the axis, every place has a mean and a variance of its own."""
    shape, axis = inputs[0], args["axis"]
    kept = kept_axes(axis, len(shape))
    if len(kept) < len(spread_axes(axis)) or any(shape[one] is None for one in kept):
        missing = Sentence("Normalization has no dimension {0} of a known size", axis)
        raise ShapeError(missing, text(shape), str(axis), set_args={"axis": -1} if shape[-1] else None)
    if (args["mean"] is None) != (args["variance"] is None):
        raise ShapeError(Sentence("Normalization needs a mean and a variance, or neither of them"))
    means, variances = _count(args["mean"]), _count(args["variance"])
    if means != variances:
        differing = Sentence("Normalization needs as many variances as means")
        raise ShapeError(differing, str(means or 1), str(variances or 1))
    if means and (not kept or means not in (1, shape[kept[-1]])):
        places = str(shape[kept[-1]]) if kept else Sentence("one number")
        raise ShapeError(Sentence("Normalization needs one mean for each place, or one for all"), places, str(means))
    return shape


def kept_axes(axis: int | Sequence[int], rank: int) -> tuple[int, ...]:
    """Those of *rank* dimensions whose places each have a mean of their own, in their order."""
    return tuple(sorted({one % rank for one in spread_axes(axis) if -rank <= one < rank}))


def rescaled(args: Args, inputs: Inputs) -> Shape:
    """The same shape; several factors, or several numbers to add, are one for each channel."""
    shape = inputs[0]
    for name in ("scale", "offset"):
        count = _count(args[name])
        if count > 1 and (len(shape) < 2 or count != shape[-1]):
            each = Sentence("Rescaling needs one number for each channel as {0}, or one for all", name)
            raise ShapeError(each, str(shape[-1] or 1), str(count))
    return shape


def _count(value: Any) -> int:
    """How many numbers were given as a list; 0 for a bare number, or none."""
    return len(value) if isinstance(value, Sequence) else 0


def _numbers(value: Any) -> tuple[Any, ...]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(value)
    return (value,)
