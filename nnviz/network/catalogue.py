"""The layer catalogue: the one table behind palette, inspector, shapes, parameter counts, building and files.

Kinds and arguments carry Keras's names and defaults; ``Output`` is a Dense that follows the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nnviz.network import shapes
from nnviz.network.shapes import Shape
from nnviz.network.spec import LayerSpec

ArgType = Literal["int", "float", "bool", "choice", "shape", "text"]

ACTIVATIONS = (
    "linear", "relu", "sigmoid", "tanh", "softmax", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus",
    "softsign", "relu6", "mish", "exponential", "hard_sigmoid", "hard_silu", "hard_tanh", "celu", "log_sigmoid",
    "log_softmax", "squareplus", "tanh_shrink", "soft_shrink", "hard_shrink",
)  # fmt: skip
INITIALIZERS = (
    "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
    "random_normal", "random_uniform", "truncated_normal", "orthogonal", "zeros", "ones",
)  # fmt: skip
REGULARIZERS = ("none", "l1", "l2", "l1_l2")


@dataclass(frozen=True)
class Arg:
    """One argument of a layer.

    Attributes:
        name: its Keras name.
        type: what it holds.
        default: Keras's default; None for what follows the data or has to be given.
        minimum, maximum: the range of a number, both ends allowed.
        choices: what a choice may be.
        doc: one sentence for a person.
        follows_data: whether None means that the data decide.
    """

    name: str
    type: ArgType
    default: Any
    doc: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    follows_data: bool = False


@dataclass(frozen=True)
class LayerKind:
    """A row of the catalogue.

    Attributes:
        kind: the Keras class name (or Output).
        title: what the diagram and the palette call it.
        group: where the palette shows it: ``main`` or the heading of a fold.
        doc: one sentence for a person.
        args: what can be set.
        output_shape: ``(full args, shapes of the inputs) -> shape``, all with the batch first; raises ShapeError.
        parameters: ``(full args, shapes of the inputs) -> count`` of all weights, trained or not.
        inputs: the fewest and the most links that may come in; None for any number.
        has_units: whether the diagram draws it as a column of units with weights of its own.
    """

    kind: str
    title: str
    group: str
    doc: str
    args: tuple[Arg, ...]
    output_shape: Callable[[Mapping[str, Any], tuple[Shape, ...]], Shape]
    parameters: Callable[[Mapping[str, Any], tuple[Shape, ...]], int] = shapes.no_parameters
    inputs: tuple[int, int | None] = (1, 1)
    has_units: bool = False

    def arg(self, name: str) -> Arg | None:
        """The argument called *name*, or None."""
        return next((arg for arg in self.args if arg.name == name), None)


_INITIALIZER = Arg("kernel_initializer", "choice", "glorot_uniform", "How the weights start.", choices=INITIALIZERS)
_REGULARIZER = Arg(
    "kernel_regularizer", "choice", "none", "A penalty that keeps the weights small.", choices=REGULARIZERS
)
_BIAS = Arg("use_bias", "bool", True, "Whether every unit adds a number of its own.")
_AXIS = Arg("axis", "int", -1, "The dimension along which the inputs are joined.", -8, 8)
_EPSILON = Arg("epsilon", "float", 0.001, "A small number that keeps the division safe.", 0.0, 1.0)


def _dense_args(units: int | None, activation: str | None, follows: bool) -> tuple[Arg, ...]:
    return (
        Arg("units", "int", units, "How many units (neurons) the layer has.", 1, 1_000_000, follows_data=follows),
        Arg("activation", "choice", activation, "What each unit does with its weighted sum.",
            choices=ACTIVATIONS, follows_data=follows),
        _INITIALIZER, _REGULARIZER, _BIAS,
    )  # fmt: skip


_RATE = Arg("rate", "float", 0.5, "The share of units switched off in each step.", 0.0, 0.99)
_KINDS = (
    LayerKind(
        "Input", "Input", "main", "What comes in: one unit for each number of a sample.",
        (Arg("shape", "shape", None, "The shape of one sample, without the batch.", follows_data=True),),
        shapes.input_shape, inputs=(0, 0), has_units=True,
    ),
    LayerKind(
        "Dense", "Hidden", "main", "A hidden layer: every unit sees all units of the layer before it.",
        _dense_args(8, "linear", False), shapes.dense, shapes.dense_parameters, has_units=True,
    ),
    LayerKind(
        "Output", "Output", "main", "The answer: as many units as the target asks for.",
        _dense_args(None, None, True), shapes.dense, shapes.dense_parameters, has_units=True,
    ),
    LayerKind(
        "Activation", "Activation", "Shape and activation", "Applies an activation function to every number.",
        (Arg("activation", "choice", "relu", "Which function.", choices=ACTIVATIONS),), shapes.same,
    ),
    LayerKind(
        "Flatten", "Flatten", "Shape and activation", "Lays a picture or a table out as one row of numbers.",
        (), shapes.flatten,
    ),
    LayerKind(
        "Reshape", "Reshape", "Shape and activation", "Arranges the same numbers in another shape.",
        (Arg("target_shape", "shape", None, "The new shape, without the batch; one size may be -1."),), shapes.reshape,
    ),
    LayerKind(
        "Dropout", "Dropout", "Normalize and drop", "Switches off random units while training, against overfitting.",
        (_RATE,), shapes.same,
    ),
    LayerKind(
        "GaussianNoise", "Noise", "Normalize and drop", "Adds random noise while training, against overfitting.",
        (Arg("stddev", "float", 0.1, "The noise's standard deviation.", 0.0, 100.0),), shapes.same,
    ),
    LayerKind(
        "BatchNormalization", "Batch norm", "Normalize and drop",
        "Brings each number to mean 0 and spread 1 over the batch, which steadies training.",
        (Arg("momentum", "float", 0.99, "How slowly the running mean follows.", 0.0, 1.0), _EPSILON),
        shapes.same, shapes.batch_norm_parameters,
    ),
    LayerKind(
        "LayerNormalization", "Layer norm", "Normalize and drop",
        "Brings the numbers of each sample to mean 0 and spread 1.", (_EPSILON,), shapes.same,
        shapes.layer_norm_parameters,
    ),
    LayerKind(
        "Concatenate", "Concatenate", "Merge", "Puts several inputs side by side.", (_AXIS,),
        shapes.concatenate, inputs=(2, None),
    ),
    LayerKind(
        "Add", "Add", "Merge", "Adds several inputs of one shape, number by number.", (), shapes.add,
        inputs=(2, None),
    ),
)  # fmt: skip
CATALOGUE: dict[str, LayerKind] = {kind.kind: kind for kind in _KINDS}


def full_args(layer: LayerSpec) -> dict[str, Any]:
    """All arguments of *layer* by name: what a person set, and the default of everything else."""
    kind = CATALOGUE[layer.kind]
    return {arg.name: layer.args.get(arg.name, arg.default) for arg in kind.args}
