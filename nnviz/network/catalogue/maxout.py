"""Maxout (Goodfellow et al. 2013, "Maxout networks"): units that learn their activation function."""

from __future__ import annotations

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import maxout
from nnviz.network.shapes.base import Args, Inputs, Shape

# The name of the Dense that it is made of in Keras.
PART = "dense"


def _weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    """Those of a Dense with a unit for each piece."""
    units = int(args["units"]) * int(args["pieces"])
    kernel = Weight(f"{PART}/kernel", (inputs[0][-1] or 0, units))
    return (kernel, Weight(f"{PART}/bias", (units,))) if args["use_bias"] else (kernel,)


def _products(args: Args, inputs: Inputs, _: Shape) -> int:
    return int(args["units"]) * int(args["pieces"]) * (inputs[0][-1] or 0)


KINDS = (
    LayerKind(
        "Maxout", "Maxout", "Activation", "A hidden layer whose units answer with the largest of several sums.",
        (
            Arg("units", "int", 8, "How many units (neurons) the layer has.", 1, 100_000),
            Arg("pieces", "int", 2, "Of how many sums each unit takes the largest.", 1, 1000),
            *choices.KERNEL_AND_BIAS,
        ),
        maxout.maxout, _weights, _products,
    ),
)  # fmt: skip
