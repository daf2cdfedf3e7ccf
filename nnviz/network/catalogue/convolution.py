"""Convolutions: layers that look everywhere for the same small patterns."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import convolution as shapes
from nnviz.network.shapes.base import Args, Inputs, Shape, numbers
from nnviz.network.shapes.windows import spread

GROUP = "Convolution"
LARGEST_WINDOW = 10_000  # beyond it a size is a slip of the finger
_PADDINGS = ("valid", "same")
_FILTERS = Arg("filters", "int", 8, "How many patterns are looked for: the channels of the answer.", 1, 1_000_000)
_MULTIPLIER = Arg("depth_multiplier", "int", 1, "How many patterns are looked for in each channel.", 1, 10_000)
_GROUPS = Arg(
    "groups", "int", 1, "Into how many parts the channels are split, each with filters of its own.", 1, 1_000_000,
    advanced=True,
)  # fmt: skip
_ACTIVATION = choices.activation("linear", "What is done with each number of the answer.")


def _ones(rank: int) -> int | tuple[int, ...]:
    """The default that Keras has for strides: 1, or a tuple of ones."""
    return 1 if rank == 1 else (1,) * rank


def _window(rank: int, *, causal: bool = False) -> tuple[Arg, ...]:
    paddings = (*_PADDINGS, "causal") if causal else _PADDINGS
    return (
        Arg("kernel_size", "sizes", 3, "How far each pattern reaches.", 1, LARGEST_WINDOW, length=rank),
        Arg("strides", "sizes", _ones(rank), "How far the pattern moves at a time.", 1, LARGEST_WINDOW, length=rank),
        Arg("padding", "choice", "valid", "What happens at the border: same keeps the size.", choices=paddings),
    )


def _dilation(rank: int) -> Arg:
    return Arg(
        "dilation_rate", "sizes", _ones(rank), "How far apart the numbers are that a pattern sees.", 1,
        LARGEST_WINDOW, length=rank, advanced=True,
    )  # fmt: skip


def _kernel(name: str, what: str) -> tuple[Arg, ...]:
    """Start, penalty and limit of the kernel that Keras calls *name*."""
    return (
        choices.initializer(f"{name}_initializer", "glorot_uniform", f"How the {what} weights start."),
        choices.regularizer(f"{name}_regularizer", f"A penalty that keeps the {what} weights small."),
        choices.constraint(f"{name}_constraint", f"What the {what} weights are held to after every step."),
    )


_BIAS = (choices.BIAS_START, choices.BIAS_PENALTY, choices.BIAS_LIMIT, choices.OUTPUT_PENALTY)


def _bias(args: Args, size: int) -> Iterable[Weight]:
    return (Weight("bias", (size,)),) if args["use_bias"] else ()


def _channels(inputs: Inputs) -> int:
    return inputs[0][-1] or 0


def _convolution(rank: int, title: str, doc: str, keywords: str) -> LayerKind:
    kind = f"Conv{rank}D"

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        kernel = (*spread(args["kernel_size"], rank), _channels(inputs) // args["groups"], args["filters"])
        return (Weight("kernel", kernel), *_bias(args, args["filters"]))

    def products(args: Args, inputs: Inputs, output: Shape) -> int:
        seen = prod(spread(args["kernel_size"], rank)) * _channels(inputs) // int(args["groups"])
        return numbers(output) * seen

    args = (_FILTERS, *_window(rank, causal=rank == 1), _ACTIVATION, _dilation(rank), _GROUPS, *choices.KERNEL_AND_BIAS)
    return LayerKind(
        kind, title, GROUP, doc, args, shapes.convolution(kind, rank), weights, products, keywords=keywords
    )


def _transposed(rank: int) -> LayerKind:
    kind = f"Conv{rank}DTranspose"

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        kernel = (*spread(args["kernel_size"], rank), args["filters"], _channels(inputs))
        return (Weight("kernel", kernel), *_bias(args, args["filters"]))

    def products(args: Args, inputs: Inputs, _: Shape) -> int:
        return numbers(inputs[0]) * prod(spread(args["kernel_size"], rank)) * int(args["filters"])

    more = Arg(
        "output_padding", "sizes", None, "How many numbers are added at the end of each dimension.", 0,
        LARGEST_WINDOW, optional=True, length=rank, advanced=True,
    )  # fmt: skip
    return LayerKind(
        kind, f"Conv {rank}D transpose", GROUP, "Paints a pattern for every number: a convolution turned round.",
        (_FILTERS, *_window(rank), _ACTIVATION, _dilation(rank), more, *choices.KERNEL_AND_BIAS),
        shapes.transposed(kind, rank), weights, products, keywords="deconvolution upsampling decoder",
    )  # fmt: skip


def _separable(rank: int) -> LayerKind:
    kind = f"SeparableConv{rank}D"

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        channels, times = _channels(inputs), int(args["depth_multiplier"])
        depthwise = Weight("depthwise_kernel", (*spread(args["kernel_size"], rank), channels, times))
        pointwise = Weight("pointwise_kernel", (*(1,) * rank, channels * times, args["filters"]))
        return (depthwise, pointwise, *_bias(args, args["filters"]))

    def products(args: Args, inputs: Inputs, output: Shape) -> int:
        between = _channels(inputs) * int(args["depth_multiplier"])
        return numbers(output[:-1]) * between * (prod(spread(args["kernel_size"], rank)) + int(args["filters"]))

    return LayerKind(
        kind, f"Separable conv {rank}D", GROUP,
        "Looks for patterns in each channel by itself, then mixes the channels: fewer weights.",
        (
            _FILTERS, *_window(rank), _ACTIVATION, _MULTIPLIER, _dilation(rank),
            *_kernel("depthwise", "depthwise"), *_kernel("pointwise", "pointwise"), choices.USE_BIAS, *_BIAS,
        ),
        shapes.separable(kind, rank), weights, products, keywords="xception mobilenet depthwise",
    )  # fmt: skip


def _depthwise(rank: int) -> LayerKind:
    kind = f"DepthwiseConv{rank}D"

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        channels, times = _channels(inputs), int(args["depth_multiplier"])
        kernel = Weight("kernel", (*spread(args["kernel_size"], rank), channels, times))
        return (kernel, *_bias(args, channels * times))

    def products(args: Args, _: Inputs, output: Shape) -> int:
        return numbers(output) * prod(spread(args["kernel_size"], rank))

    return LayerKind(
        kind, f"Depthwise conv {rank}D", GROUP, "Looks for patterns in each channel by itself.",
        (
            *_window(rank), _ACTIVATION, _MULTIPLIER, _dilation(rank), *_kernel("depthwise", "depthwise"),
            choices.USE_BIAS, *_BIAS,
        ),
        shapes.depthwise(kind, rank), weights, products, keywords="mobilenet",
    )  # fmt: skip


KINDS = (
    _convolution(2, "Conv 2D", "Looks for the same small patterns everywhere in a picture.", "cnn image filter"),
    _convolution(1, "Conv 1D", "Looks for the same short patterns everywhere in a sequence.", "cnn sequence filter"),
    _convolution(3, "Conv 3D", "Looks for the same small patterns everywhere in a volume.", "cnn volume video filter"),
    _separable(1), _separable(2), _depthwise(1), _depthwise(2), _transposed(1), _transposed(2), _transposed(3),
)  # fmt: skip
