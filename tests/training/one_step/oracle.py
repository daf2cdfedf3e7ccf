"""The same step by Keras and TensorFlow: automatic differentiation and Keras's own optimizers."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.engine.build import Built, build
from nnviz.engine.compiling import compile_model
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.learned import slots, value
from nnviz.network.json_form import network_to_json
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.one_step.given import Floats, Given
from nnviz.training.one_step.messages import DenseNumbers, StepNumbers
from nnviz.training.one_step.numbers import given_of
from nnviz.training.recipe import Recipe


@dataclass
class Case:
    """A network with weights, a recipe, a sample and its target as the loss has it."""

    network: NetworkSpec
    recipe: Recipe
    weights: list[Floats]
    x: Floats
    y: Floats
    weight: float = 1.0


def network_of(inputs: int, *layers: dict[str, Any]) -> NetworkSpec:
    """A chain; the last of *layers* are the arguments of the Output."""
    specs = [LayerSpec("input", "Input", {"shape": (inputs,)})]
    specs += [LayerSpec(f"hidden_{i}", "Dense", args) for i, args in enumerate(layers[:-1])]
    specs.append(LayerSpec("output", "Output", layers[-1]))
    return NetworkSpec(tuple(specs), tuple((a.id, b.id) for a, b in itertools.pairwise(specs)))


def model_of(case: Case) -> Built:
    built = build(case.network, 0)
    compile_model(built.model, case.recipe, "regression", [case.network.layer("output").args.get("loss_weight", 1.0)])
    built.model.set_weights(case.weights)
    built.model.optimizer.build(built.model.trainable_variables)
    return built


def given_now(case: Case, built: Built) -> Given:
    """What the step starts from, with the memory that Keras's optimizer has now."""
    optimizer = built.model.optimizer
    memory: dict[str, dict[str, bytes]] = {}
    for (name, kind, _), variable in slots(optimizer, built).items():
        if name:
            layer, which = name.split("/")
            memory.setdefault(layer, {})[f"{which}/{kind}"] = np.asarray(value(variable), "<f4").tobytes()
    layers = []
    for layer_id, layer in built.layers.items():
        kernel, *bias = (np.asarray(w, "<f4") for w in layer.get_weights())
        shape = (kernel.shape[0], kernel.shape[1])
        found = bias[0].tobytes() if bias else b""
        layers.append(DenseNumbers(layer_id, shape, kernel.tobytes(), found, memory.get(layer_id, {})))
    numbers = StepNumbers(
        1, network=json.dumps(network_to_json(case.network)).encode(), x=np.asarray(case.x, "<f4").tobytes(),
        y=np.asarray(case.y, "<f4").tobytes(), weight=case.weight, layers=tuple(layers),
        rate=float(optimizer.learning_rate), done=int(optimizer.iterations),
    )  # fmt: skip
    return given_of(numbers, case.recipe)


@dataclass
class Found:
    """What TensorFlow finds: the loss, z and a of each layer, the loss by each of them, and by each weight."""

    loss: float
    z: list[Floats]
    a: list[Floats]
    dz: list[Floats]
    da: list[Floats]
    gradients: list[Floats]


def differentiated(case: Case, built: Built) -> Found:
    """The step of *case* on a tape."""
    model = built.model
    x, y = tf.constant(case.x[None], tf.float32), _target(case)
    sums, made = [], []
    with tf.GradientTape(persistent=True) as tape:
        a = x
        for layer in built.layers.values():
            z = tf.matmul(a, layer.kernel.value)
            z = z + layer.bias.value if layer.use_bias else z
            a = z if layer.activation is None else layer.activation(z)
            sums.append(z)
            made.append(a)
        tape_loss = model.compute_loss(x, y, a, tf.constant([case.weight]), training=True)
    variables = model.trainable_variables
    by_answer = tape.gradient(tape_loss, made)
    if by_answer[-1] is None or "categorical" in str(case.recipe.loss):
        by_answer[-1] = _by_answer(case, sums[-1])
    return Found(
        loss=float(tape_loss),
        z=_first(sums),
        a=_first(made),
        dz=_first(tape.gradient(tape_loss, sums)),
        da=_first(by_answer),
        gradients=[np.asarray(g) for g in tape.gradient(tape_loss, variables)],
    )


def _first(values: list[Any]) -> list[Floats]:
    return [np.asarray(value)[0] for value in values]


def _by_answer(case: Case, z: Any) -> Any:
    """The crossentropy by the answer itself, by the formula of the manual: Keras goes by the weighted sums instead."""
    output, z, y = case.network.layer("output").args, tf.cast(z, tf.float64), tf.constant(case.y[None])
    with tf.GradientTape() as tape:
        a = getattr(keras.activations, output["activation"])(z)
        tape.watch(a)
        if output["activation"] == "softmax":
            loss = -tf.reduce_sum(y * tf.math.log(a))
        else:
            loss = -tf.reduce_mean(y * tf.math.log(a) + (1 - y) * tf.math.log(1 - a))
        loss = loss * case.weight * output.get("loss_weight", 1.0)
    return tape.gradient(loss, a)


def apply(built: Built, gradients: list[Floats]) -> list[Floats]:
    """The weights after Keras's optimizer has taken *gradients*."""
    variables = built.model.trainable_variables
    built.model.optimizer.apply_gradients(zip(map(tf.constant, gradients), variables, strict=True))
    return [np.asarray(w) for w in built.model.get_weights()]


def _target(case: Case) -> Any:
    if (case.recipe.loss or "").startswith("sparse_"):
        return tf.constant([int(case.y.argmax())])
    return tf.constant(case.y[None], tf.float32)
