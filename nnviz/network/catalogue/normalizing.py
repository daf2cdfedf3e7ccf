"""Layers that bring numbers to one scale."""

from __future__ import annotations

from dataclasses import replace

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import normalizing as shapes
from nnviz.network.shapes.base import Args, Inputs, Shape, numbers, spread_axes

GROUP = "Normalization"
EPSILON = Arg("epsilon", "float", 0.001, "A small number that keeps the division safe.", 0.0, 1.0)
_AXIS = Arg("axis", "int", -1, "The dimension along which each place has figures of its own.", -8, 8, advanced=True)
_AXES = replace(_AXIS, type="axes", doc="The dimension, or several, over which mean and spread are taken together.")
_CENTER = Arg("center", "bool", True, "Whether it learns a number to add.", advanced=True)
_SCALE = Arg("scale", "bool", True, "Whether it learns a factor.", advanced=True)
_ADDED = choices.initializer("beta_initializer", "zeros", "How the numbers to add start.", advanced=True)
_FACTORS = choices.initializer("gamma_initializer", "ones", "How the factors start.", advanced=True)
_LIMITS = (
    choices.regularizer("beta_regularizer", "A penalty that keeps the numbers to add small.", advanced=True),
    choices.regularizer("gamma_regularizer", "A penalty that keeps the factors small.", advanced=True),
    choices.constraint("beta_constraint", "What the numbers to add are held to after every step."),
    choices.constraint("gamma_constraint", "What the factors are held to after every step."),
)
_LEARNED = (_CENTER, _SCALE, _ADDED, _FACTORS)


def _learned(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    """A factor and a number to add for each place along the axis, or along the axes in Keras's order."""
    shape = tuple(inputs[0][axis] or 0 for axis in sorted(spread_axes(args["axis"])))
    names = ["gamma"] * args["scale"] + ["beta"] * args["center"]
    return tuple(Weight(name, shape) for name in names)


def _learns(args: Args) -> bool:
    return bool(args["center"] or args["scale"])


def _batch_weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    shape = (inputs[0][args["axis"]] or 0,)
    running = ["moving_mean", "moving_variance"]
    if args["renorm"]:
        running += ["moving_stddev", "renorm_mean", "renorm_stddev"]
    return (*_learned(args, inputs), *(Weight(name, shape, trainable=False) for name in running))


def _root_weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    return (Weight("scale", (inputs[0][args["axis"]] or 0,)),)


def _scaled(args: Args, _: Inputs, output: Shape) -> int:
    """Every number is multiplied by its factor once, where there are factors."""
    return numbers(output) if args.get("scale", True) else 0


KINDS = (
    LayerKind(
        "BatchNormalization", "Batch norm", GROUP,
        "Brings each number to mean 0 and spread 1 over the batch, which steadies training.",
        (
            Arg("momentum", "float", 0.99, "How slowly the running mean follows.", 0.0, 1.0), EPSILON, _AXIS, *_LEARNED,
            choices.initializer("moving_mean_initializer", "zeros", "How the running mean starts.", advanced=True),
            choices.initializer("moving_variance_initializer", "ones", "How the running variance starts.",
                                advanced=True),
            *_LIMITS,
            Arg("renorm", "bool", False, "Whether small batches are corrected by the running figures.", advanced=True),
            Arg("renorm_momentum", "float", 0.99, "How slowly the figures of that correction follow.", 0.0, 1.0,
                advanced=True),
        ),
        shapes.along_axis("BatchNormalization"), _batch_weights, _scaled, keywords="batchnorm",
    ),
    LayerKind(
        "LayerNormalization", "Layer norm", GROUP,
        "Brings the numbers of each sample to mean 0 and spread 1.", (EPSILON, _AXES, *_LEARNED, *_LIMITS),
        shapes.along_axis("LayerNormalization", _learns), _learned, _scaled, keywords="layernorm transformer",
    ),
    LayerKind(
        "GroupNormalization", "Group norm", GROUP,
        "Brings groups of channels of each sample to mean 0 and spread 1.",
        (
            Arg("groups", "int", 32, "Into how many groups the channels are split; -1 is one for each.", -1, 1_000_000),
            EPSILON, _AXIS, *_LEARNED, *_LIMITS,
        ),
        shapes.in_groups, _learned, _scaled, keywords="groupnorm instance",
    ),
    LayerKind(
        "RMSNormalization", "RMS norm", GROUP, "Brings the numbers of each sample to one size, but not to mean 0.",
        (Arg("epsilon", "float", 1e-6, "A small number that keeps the division safe.", 0.0, 1.0), _AXIS),
        shapes.by_root, _root_weights, _scaled, keywords="rmsnorm root mean square",
    ),
    LayerKind(
        "UnitNormalization", "Unit norm", GROUP, "Brings every row of numbers to length 1.",
        (Arg("axis", "axes", -1, "The dimension, or several, along which the length is taken.", -8, 8, advanced=True),),
        shapes.along_axis("UnitNormalization", lambda args: False), keywords="l2 length",
    ),
)  # fmt: skip
