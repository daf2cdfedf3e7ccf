"""Shapes of convolutions, channels last; the formulas are those of Keras's ``compute_conv_output_shape``."""

from __future__ import annotations

from math import gcd

from nnviz.network.shapes.base import Args, Inputs, Shape, ShapeError, ShapeFunction
from nnviz.network.shapes.windows import channels_of, need_rank, places, spread
from nnviz.sentences import Sentence


def convolution(kind: str, rank: int) -> ShapeFunction:
    """The shape of Conv1D, Conv2D or Conv3D."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        _not_both(kind, args, rank)
        _groups(kind, args, channels_of(kind, inputs[0]))
        return (None, *_places(kind, args, inputs[0], rank), args["filters"])

    return shape


def separable(kind: str, rank: int) -> ShapeFunction:
    """The shape of SeparableConv1D or SeparableConv2D."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        channels_of(kind, inputs[0])
        return (None, *_places(kind, args, inputs[0], rank), args["filters"])

    return shape


def depthwise(kind: str, rank: int) -> ShapeFunction:
    """The shape of DepthwiseConv1D or DepthwiseConv2D: depth_multiplier channels for each that comes in."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        channels = channels_of(kind, inputs[0])
        return (None, *_places(kind, args, inputs[0], rank), channels * args["depth_multiplier"])

    return shape


def transposed(kind: str, rank: int) -> ShapeFunction:
    """The shape of Conv1DTranspose, Conv2DTranspose or Conv3DTranspose."""

    def shape(args: Args, inputs: Inputs) -> Shape:
        need_rank(kind, inputs[0], rank)
        channels_of(kind, inputs[0])
        _not_both(kind, args, rank)
        windows, strides = reaches(args, rank), spread(args["strides"], rank)
        more = (None,) * rank if args["output_padding"] is None else spread(args["output_padding"], rank)
        for extra, stride in zip(more, strides, strict=True):
            if extra is not None and extra >= stride:
                raise ShapeError(
                    Sentence("{0} needs an output padding smaller than its strides", kind),
                    Sentence("at most {0}", stride - 1), str(extra), set_args={"output_padding": None},
                )  # fmt: skip
        sizes = [
            _grown(kind, size, window, stride, extra, args["padding"])
            for size, window, stride, extra in zip(inputs[0][1:-1], windows, strides, more, strict=True)
        ]
        return (None, *sizes, args["filters"])

    return shape


def reaches(args: Args, rank: int) -> tuple[int, ...]:
    """Over how many numbers the kernel reaches in each dimension, holes of dilation included."""
    kernel, dilation = spread(args["kernel_size"], rank), spread(args["dilation_rate"], rank)
    return tuple((size - 1) * step + 1 for size, step in zip(kernel, dilation, strict=True))


def _places(kind: str, args: Args, shape: Shape, rank: int) -> tuple[int | None, ...]:
    return places(kind, shape, reaches(args, rank), spread(args["strides"], rank), args["padding"])


def _grown(kind: str, size: int | None, window: int, stride: int, extra: int | None, padding: str) -> int | None:
    """One size of a transposed convolution; *extra* is its output padding."""
    if size is None:
        return None
    if padding == "valid":
        return (size - 1) * stride + window + (max(stride - window, 0) if extra is None else extra)
    if extra is None:
        return size * stride
    # Keras builds it, but TensorFlow does not find a size of which the convolution would give what comes in.
    if window % 2 + extra < 1:
        even = Sentence("{0} with an even kernel and padding same needs an output padding above 0", kind)
        raise ShapeError(even, Sentence("at least {0}", 1), str(extra), set_args={"output_padding": None})
    return (size - 1) * stride + window % 2 + extra


def _not_both(kind: str, args: Args, rank: int) -> None:
    """Keras takes a kernel with holes only where it moves by one."""
    if max(spread(args["strides"], rank)) > 1 and max(spread(args["dilation_rate"], rank)) > 1:
        both = Sentence("{0} cannot have strides and a dilation rate above 1 at once", kind)
        raise ShapeError(both, "1", str(args["dilation_rate"]), set_args={"dilation_rate": 1})


def _groups(kind: str, args: Args, channels: int) -> None:
    groups, filters = args["groups"], args["filters"]
    if groups == 1:
        return
    if channels % groups:
        split = Sentence("{0} cannot split {1} channels into {2} equal groups", kind, channels, groups)
        divisor = Sentence("a divisor of {0}", channels)
        raise ShapeError(split, divisor, str(groups), set_args={"groups": gcd(channels, groups)})
    if filters % groups:
        split = Sentence("{0} cannot split {1} filters into {2} equal groups", kind, filters, groups)
        more = -(-filters // groups) * groups
        raise ShapeError(split, Sentence("a multiple of {0}", groups), str(filters), set_args={"filters": more})
