"""The catalogue says of arguments what Keras says: their names, their defaults, and what they can be."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest

from nnviz.network.catalogue import ACTIVATIONS, CATALOGUE, CONSTRAINTS, INITIALIZERS, REGULARIZERS, Arg
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.keras_side import keras_layer

KERAS_KINDS = tuple(kind for kind in CATALOGUE if kind not in ("Input", "Output", "Maxout"))
# What Keras has and the catalogue leaves out, and why. An entry for "*" is for all kinds.
LEFT_OUT: dict[tuple[str, str], str] = {
    ("*", "seed"): "the recipe has one seed, from which all of them follow",
    ("*", "data_format"): "TensorFlow computes channels last only, on a CPU",
    ("*", "weights"): "weights come from training, snapshots and imports, and nobody writes arrays into a form",
    ("*", "lora_rank"): "for adapting very large models",
    ("*", "lora_alpha"): "for adapting very large models",
    ("*", "quantization_config"): "for models of whole numbers, which cannot be trained",
    ("*", "return_state"): "a layer of the diagram gives one answer",
    ("*", "stateful"): "needs a batch of one size and rows in order, where we shuffle them",
    ("*", "use_cudnn"): "for graphics cards",
    ("MultiHeadAttention", "flash_attention"): "for graphics cards",
    ("BatchNormalization", "synchronized"): "for training on several machines",
    ("BatchNormalization", "renorm_clipping"): "a table of three limits within the correction of renorm",
    ("Resizing", "fill_mode"): "has one value only",
}
# What Keras takes of every layer, whatever it is.
NOT_ARGUMENTS = {"self", "args", "kwargs", "name", "dtype", "trainable"}


def arguments(kind: str) -> dict[str, inspect.Parameter]:
    """What the class of Keras takes by name."""
    import keras

    found = inspect.signature(getattr(keras.layers, kind).__init__).parameters
    return {name: parameter for name, parameter in found.items() if name not in NOT_ARGUMENTS}


@pytest.mark.parametrize("kind", KERAS_KINDS)
def test_arguments_and_defaults_are_those_of_keras(kind: str) -> None:
    theirs = arguments(kind)
    ours = {arg.name: arg for arg in CATALOGUE[kind].args if not arg.ours}
    left_out = {name for owner, name in LEFT_OUT if owner in ("*", kind)}
    assert set(ours) - set(theirs) == set(), "Keras does not have them"
    assert set(theirs) - set(ours) - left_out == set(), "to be added, or left out with a reason"
    for name, arg in ours.items():
        if theirs[name].default is not inspect.Parameter.empty:
            assert same(arg, theirs[name].default), (name, arg.default, theirs[name].default)


def test_what_is_left_out_is_there_in_keras_and_not_in_the_catalogue() -> None:
    for owner, name in LEFT_OUT:
        kinds = KERAS_KINDS if owner == "*" else (owner,)
        assert any(name in arguments(kind) for kind in kinds), name
        assert all(CATALOGUE[kind].arg(name) is None for kind in kinds), name


def same(arg: Arg, default: Any) -> bool:
    """Whether the default of *arg* is Keras's *default*, by whatever name either calls it."""
    import keras

    if arg.name.endswith("initializer"):
        one, two = keras.initializers.get(arg.default), keras.initializers.get(default)
        return type(one) is type(two) and {**one.get_config(), "seed": 0} == {**two.get_config(), "seed": 0}
    if arg.name.endswith("activation"):
        return keras.activations.get(arg.default) is keras.activations.get(default)
    return arg.default == ("none" if default is None and arg.type == "object" else default)


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name not in ("step", "prelu")])
def test_keras_knows_every_activation(name: str) -> None:
    import keras

    assert callable(keras.activations.get(name))


@pytest.mark.parametrize(
    ("names", "module"),
    [(INITIALIZERS, "initializers"), (REGULARIZERS, "regularizers"), (CONSTRAINTS, "constraints")],
)
def test_keras_knows_every_object(names: tuple[str, ...], module: str) -> None:
    arg = {"initializers": "kernel_initializer", "regularizers": "kernel_regularizer", "constraints":
           "kernel_constraint"}[module]  # fmt: skip
    for name in names:
        layer = keras_layer(LayerSpec("x", "Dense", {arg: name}))
        assert (getattr(layer, arg) is None) == (name == "none")


@pytest.mark.parametrize(
    ("kind", "shape", "args"),
    [
        ("Dense", (4, 3), {"units": 5}),
        ("Conv1D", (9, 4), {"filters": 6, "kernel_size": 3, "strides": 2, "groups": 2}),
        ("Conv2D", (7, 6, 3), {"filters": 4, "kernel_size": (3, 2), "dilation_rate": (2, 1)}),
        ("Conv3D", (4, 4, 3, 2), {"filters": 3, "kernel_size": 2}),
        ("DepthwiseConv1D", (9, 4), {"kernel_size": 3, "depth_multiplier": 2}),
        ("DepthwiseConv2D", (7, 6, 3), {"kernel_size": (2, 3), "strides": 2}),
        ("Conv1DTranspose", (5, 3), {"filters": 4, "kernel_size": 3, "strides": 2}),
        ("Conv2DTranspose", (3, 4, 3), {"filters": 2, "kernel_size": (2, 3)}),
        ("Conv3DTranspose", (2, 3, 2, 3), {"filters": 2, "kernel_size": 2, "strides": 2}),
    ],
)
def test_multiplications_are_counted_as_they_are_carried_out(
    kind: str, shape: tuple[int, ...], args: dict[str, Any]
) -> None:
    """With ones for all numbers and weights every product adds 1 to the sum of the answer."""
    layer = LayerSpec("x", kind, {**args, "use_bias": False})
    built = keras_layer(layer)
    ones = np.ones((1, *shape), "float32")
    built.build(ones.shape)
    built.set_weights([np.ones(weight.shape) for weight in built.weights])
    network = NetworkSpec((LayerSpec("in", "Input", {"shape": shape}), layer), (("in", "x"),))
    assert infer(network).multiply_adds["x"] == int(np.asarray(built(ones)).sum())


@pytest.mark.parametrize("rank", [1, 2])
def test_a_separable_convolution_counts_both_of_its_steps(rank: int) -> None:
    shape, kind = (*(7,) * rank, 3), f"SeparableConv{rank}D"
    layer = LayerSpec("x", kind, {"filters": 5, "kernel_size": 3, "depth_multiplier": 2})
    depthwise = LayerSpec("y", f"DepthwiseConv{rank}D", {"kernel_size": 3, "depth_multiplier": 2})
    pointwise = LayerSpec("z", f"Conv{rank}D", {"filters": 5, "kernel_size": 1})
    links = (("in", "x"), ("in", "y"), ("y", "z"))
    found = infer(NetworkSpec((LayerSpec("in", "Input", {"shape": shape}), layer, depthwise, pointwise), links))
    assert found.multiply_adds["x"] == found.multiply_adds["y"] + found.multiply_adds["z"]
    assert found.shapes["x"] == found.shapes["z"]
