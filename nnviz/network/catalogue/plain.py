"""Input, Dense and Output: what every network is made of."""

from __future__ import annotations

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import plain
from nnviz.network.shapes.base import Args, Inputs, Shape, numbers


def dense_weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    """Kernel (inputs, units) and, with use_bias, one bias a unit."""
    units = int(args["units"])
    kernel = Weight("kernel", (inputs[0][-1] or 0, units))
    return (kernel, Weight("bias", (units,))) if args["use_bias"] else (kernel,)


def dense_products(_: Args, inputs: Inputs, output: Shape) -> int:
    """Every number of the answer sees all inputs along the last dimension."""
    return numbers(output) * (inputs[0][-1] or 0)


def _dense_args(units: int | None, activation: str | None, follows: bool) -> tuple[Arg, ...]:
    does = "What each unit does with its weighted sum."
    return (
        Arg("units", "int", units, "How many units (neurons) the layer has.", 1, 1_000_000, follows_data=follows),
        choices.activation(activation, does, follows=follows),
        *choices.KERNEL_AND_BIAS,
    )


_TARGETS = (
    Arg("targets", "names", None, "Which columns of the target are answered here; all of them where none is named.",
        optional=True, ours=True),
    Arg("loss_weight", "float", 1.0, "How much this answer counts in the loss, beside those of other outputs.",
        0.0, 1e6, advanced=True, ours=True),
)  # fmt: skip
KINDS = (
    LayerKind(
        "Input", "Input", "main", "What comes in: one unit for each number of a sample.",
        (
            Arg("shape", "shape", None, "The shape of one sample, without the batch.", follows_data=True),
            Arg("columns", "names", None, "Which columns of the data come in here; all of them where none is named.",
                optional=True, ours=True),
        ),
        plain.input_shape, inputs=(0, 0), has_units=True,
    ),
    LayerKind(
        "Dense", "Hidden", "main", "A hidden layer: every unit sees all units of the layer before it.",
        _dense_args(8, "linear", False), plain.dense, dense_weights, dense_products, has_units=True,
        keywords="fully connected neurons",
    ),
    LayerKind(
        "Output", "Output", "main", "The answer: as many units as the target asks for.",
        (*_dense_args(None, None, True), *_TARGETS), plain.dense, dense_weights, dense_products, has_units=True,
    ),
)  # fmt: skip
