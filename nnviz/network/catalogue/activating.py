"""Activation functions as layers of their own."""

from __future__ import annotations

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import activating, plain
from nnviz.network.shapes.base import Args, Inputs

GROUP = "Activation"
_ALPHA = (
    choices.initializer("alpha_initializer", "zeros", "How the slopes start."),
    choices.regularizer("alpha_regularizer", "A penalty that keeps the slopes small.", advanced=True),
    choices.constraint("alpha_constraint", "What the slopes are held to after every step."),
    choices.SHARED_AXES,
)


def _slopes(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    return (Weight("alpha", activating.slopes(args["shared_axes"], inputs[0])),)


KINDS = (
    LayerKind(
        "Activation", "Activation", GROUP, "Applies an activation function to every number.",
        (choices.activation("relu", "Which function."),), plain.same,
    ),
    LayerKind(
        "ReLU", "ReLU", GROUP, "Leaves numbers above 0 as they are and makes all others 0.",
        choices.RELU, plain.same, keywords="rectified linear unit",
    ),
    LayerKind(
        "LeakyReLU", "Leaky ReLU", GROUP, "Leaves numbers above 0 as they are and makes all others small.",
        (Arg("negative_slope", "float", 0.3, "How steep the line is below 0.", 0.0, 100.0),), plain.same,
        keywords="rectified linear unit",
    ),
    LayerKind(
        "PReLU", "PReLU", GROUP, "A leaky ReLU whose slopes below 0 are learned.", _ALPHA,
        activating.prelu, _slopes, keywords="parametric rectified linear unit",
    ),
    LayerKind(
        "ELU", "ELU", GROUP, "Leaves numbers above 0 as they are and bends all others softly towards a least one.",
        (Arg("alpha", "float", 1.0, "How far down the curve goes below 0.", 0.0, 100.0),), plain.same,
        keywords="exponential linear unit",
    ),
    LayerKind(
        "Softmax", "Softmax", GROUP, "Makes shares of numbers: all above 0, together 1.",
        (Arg("axis", "axes", -1, "The dimension, or several, along which the shares add up to 1.", -8, 8),),
        activating.softmax,
    ),
)  # fmt: skip
