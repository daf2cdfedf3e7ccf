"""The named things that arguments can be, as Keras has them: activations, initializers, regularizers, constraints."""

from __future__ import annotations

from dataclasses import replace

from nnviz.network.catalogue.kinds import Arg
from nnviz.sentences import Sentence

# Keras's own that leave the shape as it is, then two that are made of its layers.
ACTIVATIONS = (
    "linear", "relu", "sigmoid", "tanh", "softmax", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus",
    "softsign", "relu6", "mish", "exponential", "hard_sigmoid", "hard_silu", "hard_tanh", "celu", "log_sigmoid",
    "log_softmax", "squareplus", "tanh_shrink", "soft_shrink", "hard_shrink", "sparse_plus", "sparse_sigmoid",
    "sparsemax", "threshold", "step", "prelu",
)  # fmt: skip
# A recurrent layer calls its function in a loop, where none can learn or be made of layers.
RECURRENT_ACTIVATIONS = tuple(name for name in ACTIVATIONS if name not in ("step", "prelu"))
# What Keras has and we do not, and what does the same.
NOT_HERE = {
    "glu": Sentence(
        "glu halves what it is given, and Keras builds the next layer as if it did not: "
        "link two Dense layers, one of them with sigmoid, to a Multiply instead"
    ),
}
INITIALIZERS = (
    "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
    "random_normal", "random_uniform", "truncated_normal", "variance_scaling", "orthogonal", "identity",
    "zeros", "ones", "constant",
)  # fmt: skip
REGULARIZERS = ("none", "l1", "l2", "l1_l2", "orthogonal_regularizer")
CONSTRAINTS = ("none", "max_norm", "non_neg", "unit_norm", "min_max_norm")

_SMALL = 1e6  # beyond this a factor is a slip of the finger
_SLOPE = Arg("negative_slope", "float", 0.2, "How steep the line is below 0.", 0.0, 100.0)
_ALPHA = Arg("alpha", "float", 1.0, "How far down the curve goes below 0.", 0.0, 100.0)
_SHRINK = Arg("threshold", "float", 0.5, "Numbers nearer to 0 than this become 0.", 0.0, 1000.0)
SHARED_AXES = Arg("shared_axes", "shape", None, "The dimensions along which units share a slope, the batch being 0.",
                  optional=True)  # fmt: skip
RELU = (
    Arg("max_value", "float", None, "The largest answer.", 0.0, _SMALL, optional=True),
    Arg("negative_slope", "float", 0.0, "How steep the line is below the threshold.", 0.0, 100.0),
    Arg("threshold", "float", 0.0, "Where the line begins.", 0.0, _SMALL),
)
ACTIVATION_ARGS: dict[str, tuple[Arg, ...]] = {
    "relu": tuple(replace(arg, advanced=True) for arg in RELU),
    "leaky_relu": (_SLOPE,),
    "elu": (_ALPHA,),
    "celu": (Arg("alpha", "float", 1.0, "How far down the curve goes below 0.", 1e-3, 100.0),),
    "gelu": (
        Arg(
            "approximate",
            "bool",
            False,
            "Whether tanh takes the place of the exact curve, which is quicker.",
            advanced=True,
        ),
    ),
    "squareplus": (Arg("b", "float", 4.0, "How round the curve is at 0.", 0.0, 1000.0, advanced=True),),
    "soft_shrink": (_SHRINK,),
    "hard_shrink": (_SHRINK,),
    "threshold": (
        Arg("threshold", "float", 0.0, "Numbers above this stay as they are.", -_SMALL, _SMALL),
        Arg("default_value", "float", 0.0, "What all others become.", -_SMALL, _SMALL),
    ),
    "prelu": (SHARED_AXES,),
}

_MEAN = Arg("mean", "float", 0.0, "The middle of the numbers drawn.", -1000.0, 1000.0)
_STDDEV = Arg("stddev", "float", 0.05, "How far they spread.", 0.0, 1000.0)
_GAIN = Arg("gain", "float", 1.0, "What the numbers are multiplied by.", -1000.0, 1000.0)
INITIALIZER_ARGS: dict[str, tuple[Arg, ...]] = {
    "random_normal": (_MEAN, _STDDEV),
    "truncated_normal": (_MEAN, _STDDEV),
    "random_uniform": (
        Arg("minval", "float", -0.05, "The least number drawn.", -1000.0, 1000.0),
        Arg("maxval", "float", 0.05, "The largest number drawn.", -1000.0, 1000.0),
    ),
    "variance_scaling": (
        Arg("scale", "float", 1.0, "What the variance is multiplied by.", 1e-6, 1000.0),
        Arg("mode", "choice", "fan_in", "What the variance is divided by.", choices=("fan_in", "fan_out", "fan_avg")),
        Arg("distribution", "choice", "truncated_normal", "How the numbers are drawn.",
            choices=("truncated_normal", "untruncated_normal", "uniform")),
    ),
    "orthogonal": (_GAIN,),
    "identity": (_GAIN,),
    "constant": (Arg("value", "float", 0.0, "The number that all start with.", -_SMALL, _SMALL),),
}  # fmt: skip

_L1 = Arg("l1", "float", 0.01, "The weight of the sum of absolute values.", 0.0, _SMALL)
_L2 = Arg("l2", "float", 0.01, "The weight of the sum of squares.", 0.0, _SMALL)
REGULARIZER_ARGS: dict[str, tuple[Arg, ...]] = {
    "l1": (_L1,),
    "l2": (_L2,),
    "l1_l2": (
        Arg("l1", "float", 0.0, "The weight of the sum of absolute values.", 0.0, _SMALL),
        Arg("l2", "float", 0.0, "The weight of the sum of squares.", 0.0, _SMALL),
    ),
    "orthogonal_regularizer": (
        Arg("factor", "float", 0.01, "The weight of the penalty.", 0.0, _SMALL),
        Arg("mode", "choice", "rows", "What is to stand at right angles.", choices=("rows", "columns")),
    ),
}

_NORM_AXIS = Arg("axis", "int", 0, "The dimension along which the length is taken.", -8, 8)
CONSTRAINT_ARGS: dict[str, tuple[Arg, ...]] = {
    "max_norm": (Arg("max_value", "float", 2.0, "The longest that the weights of a unit may be.", 0.0, _SMALL),
                 _NORM_AXIS),
    "unit_norm": (_NORM_AXIS,),
    "min_max_norm": (
        Arg("min_value", "float", 0.0, "The shortest that the weights of a unit may be.", 0.0, _SMALL),
        Arg("max_value", "float", 1.0, "The longest that the weights of a unit may be.", 0.0, _SMALL),
        Arg("rate", "float", 1.0, "How strictly it is kept: 1 at once.", 0.0, 1.0),
        _NORM_AXIS,
    ),
}  # fmt: skip


def activation(default: str | None, doc: str, name: str = "activation", *, follows: bool = False) -> Arg:
    """An activation function."""
    return Arg(name, "object", default, doc, choices=ACTIVATIONS, follows_data=follows, objects=ACTIVATION_ARGS)


def recurrent_activation(default: str, doc: str, name: str = "activation", *, advanced: bool = False) -> Arg:
    """An activation function inside a recurrent layer."""
    objects = {name: args for name, args in ACTIVATION_ARGS.items() if name in RECURRENT_ACTIVATIONS}
    return Arg(name, "object", default, doc, choices=RECURRENT_ACTIVATIONS, objects=objects, advanced=advanced)


def initializer(name: str, default: str, doc: str, *, advanced: bool = False) -> Arg:
    """How weights start."""
    return Arg(name, "object", default, doc, choices=INITIALIZERS, objects=INITIALIZER_ARGS, advanced=advanced)


def regularizer(name: str, doc: str, *, advanced: bool = False) -> Arg:
    """A penalty on weights or outputs; ``none`` where Keras has None."""
    return Arg(name, "object", "none", doc, choices=REGULARIZERS, objects=REGULARIZER_ARGS, advanced=advanced)


def constraint(name: str, doc: str) -> Arg:
    """What weights are held to after every step; ``none`` where Keras has None."""
    return Arg(name, "object", "none", doc, choices=CONSTRAINTS, objects=CONSTRAINT_ARGS, advanced=True)


KERNEL_START = initializer("kernel_initializer", "glorot_uniform", "How the weights start.")
KERNEL_PENALTY = regularizer("kernel_regularizer", "A penalty that keeps the weights small.")
KERNEL_LIMIT = constraint("kernel_constraint", "What the weights are held to after every step.")
USE_BIAS = Arg("use_bias", "bool", True, "Whether every unit adds a number of its own.")
BIAS_START = initializer("bias_initializer", "zeros", "How the biases start.", advanced=True)
BIAS_PENALTY = regularizer("bias_regularizer", "A penalty that keeps the biases small.", advanced=True)
BIAS_LIMIT = constraint("bias_constraint", "What the biases are held to after every step.")
OUTPUT_PENALTY = regularizer(
    "activity_regularizer", "A penalty that keeps what the layer answers with small.", advanced=True
)
# What a layer with a kernel and a bias has behind its own arguments.
KERNEL_AND_BIAS = (
    KERNEL_START, KERNEL_PENALTY, USE_BIAS, KERNEL_LIMIT, BIAS_START, BIAS_PENALTY, BIAS_LIMIT, OUTPUT_PENALTY,
)  # fmt: skip
