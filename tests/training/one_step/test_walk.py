"""Every number of a step by hand is the one that automatic differentiation and Keras's optimizers find."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.training.one_step.steps import Answers, Deltas, Gradients, LossStep, Sums, Update
from nnviz.training.one_step.walk import walk
from nnviz.training.recipe import OptimizerSpec, Recipe

from .oracle import Case, apply, differentiated, given_now, model_of, network_of

ACTIVATIONS: tuple[Any, ...] = (
    "linear", "relu", {"kind": "relu", "negative_slope": 0.3}, "leaky_relu",
    {"kind": "leaky_relu", "negative_slope": 0.1},
    "sigmoid", "tanh", "softmax", "elu", {"kind": "elu", "alpha": 0.5}, "selu", "gelu",
    {"kind": "gelu", "approximate": True}, "silu", "softplus",
)  # fmt: skip
# What an answer is usually judged by: activation of the output and loss.
ANSWERS = (
    ("sigmoid", "binary_crossentropy"), ("softmax", "categorical_crossentropy"), ("linear", "mse"),
    ("softmax", "sparse_categorical_crossentropy"), ("tanh", "hinge"), ("linear", "mae"), ("sigmoid", "mse"),
    ("softmax", "mse"), ("softplus", "mean_absolute_error"),
)  # fmt: skip
RULES = (
    ("SGD", {}), ("SGD", {"momentum": 0.9}), ("SGD", {"momentum": 0.8, "nesterov": True}),
    ("RMSprop", {}), ("RMSprop", {"momentum": 0.5, "rho": 0.7}), ("RMSprop", {"centered": True}),
    ("Adam", {}), ("Adam", {"amsgrad": True, "beta_1": 0.7}),
    ("Adam", {"learning_rate": {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 2,
                                "decay_rate": 0.5}}),
)  # fmt: skip
PENALTIES = ("none", "l1", {"kind": "l2", "l2": 0.1}, {"kind": "l1_l2", "l1": 0.02, "l2": 0.03})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A small network with weights and a sample."""
    rng = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    sizes = [draw(st.integers(1, 5)) for _ in range(draw(st.integers(2, 4)))]
    activation, loss = draw(st.sampled_from(ANSWERS))
    sizes[-1] = max(2, sizes[-1]) if activation == "softmax" else sizes[-1]
    layers, weights = [], []
    for i, (n, units) in enumerate(itertools.pairwise(sizes)):
        last = i == len(sizes) - 2
        known = [name for name in ACTIVATIONS if units > 1 or name != "softmax"]  # Keras warns of one of a single unit
        bias = draw(st.booleans())
        penalty = draw(st.sampled_from(PENALTIES))
        layers.append(
            {"units": units, "activation": activation if last else draw(st.sampled_from(known)), "use_bias": bias,
             "kernel_regularizer": penalty, "bias_regularizer": penalty}
        )  # fmt: skip
        weights += [rng.normal(0, 1, (n, units)), *([rng.normal(0, 1, units)] if bias else [])]
    layers[-1]["loss_weight"] = draw(st.sampled_from((1.0, 0.5)))
    kind, args = draw(st.sampled_from(RULES))
    recipe = Recipe(loss=loss, optimizer=OptimizerSpec(kind, {"learning_rate": 0.05, **args}), metrics=())
    y = np.eye(sizes[-1])[rng.integers(sizes[-1])] if "categorical" in loss else _target(rng, loss, sizes[-1])
    return Case(
        network_of(sizes[0], *layers), recipe, [np.asarray(w, np.float32) for w in weights],
        rng.normal(0, 1, sizes[0]).astype(np.float32), y, draw(st.sampled_from((1.0, 2.5))),
    )  # fmt: skip


def _target(rng: np.random.Generator, loss: str, units: int) -> Any:
    return (
        rng.integers(0, 2, units).astype(float) if loss in ("binary_crossentropy", "hinge") else rng.normal(0, 1, units)
    )


def compare(case: Case, steps: int = 1) -> None:
    """*steps* steps by hand and by Keras, number by number."""
    built = model_of(case)
    for _ in range(steps):
        start = given_now(case, built)
        found, pieces = differentiated(case, built), walk(start)
        ours = [piece.z for piece in pieces if isinstance(piece, Sums)]
        np.testing.assert_equal(len(ours), len(found.z))
        for mine, theirs in zip(ours, found.z, strict=True):
            close(mine, theirs)
        for piece in pieces:
            if isinstance(piece, Answers):
                close(piece.a, found.a[piece.layer])
            elif isinstance(piece, LossStep):
                close(piece.value, found.loss)
            elif isinstance(piece, Deltas):
                close(piece.da, found.da[piece.layer])
                close(piece.dz, found.dz[piece.layer])
        gradients = {p.layer: p for p in pieces if isinstance(p, Gradients)}
        for mine, theirs in zip(arrays([gradients[i] for i in sorted(gradients)]), found.gradients, strict=True):
            close(mine, theirs)
        after = apply(built, found.gradients)
        for mine, theirs in zip(arrays([p for p in pieces if isinstance(p, Update)]), after, strict=True):
            close(mine, theirs, 2e-4)


def arrays(pieces: list[Any]) -> list[Any]:
    return [array for piece in pieces for array in (piece.kernel, piece.bias) if array is not None]


def close(mine: Any, theirs: Any, tolerance: float = 2e-5) -> None:
    """Within the rounding of float32."""
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0.0)))
    np.testing.assert_allclose(mine, theirs, rtol=tolerance, atol=tolerance * scale)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_any_small_network_is_differentiated_as_tensorflow_does(case: Case) -> None:
    compare(case)


@pytest.mark.nightly
@settings(max_examples=600, deadline=None)
@given(cases())
def test_hundreds_of_networks(case: Case) -> None:
    compare(case)


def small(loss: str, output: Any, hidden: Any, rule: tuple[str, dict[str, Any]] = ("SGD", {})) -> Case:
    rng = np.random.default_rng(5)
    units = 3 if output == "softmax" else 1
    network = network_of(2, {"units": 4, "activation": hidden}, {"units": units, "activation": output})
    weights = [rng.normal(0, 1, shape).astype(np.float32) for shape in ((2, 4), 4, (4, units), units)]
    y = np.eye(units)[0] if units > 1 else np.ones(1)
    recipe = Recipe(loss=loss, optimizer=OptimizerSpec(rule[0], {"learning_rate": 0.1, **rule[1]}), metrics=())
    return Case(network, recipe, weights, np.array([0.5, -1.0], np.float32), y)


@pytest.mark.parametrize("rule", RULES)
def test_three_steps_of_each_rule_with_its_memory(rule: tuple[str, dict[str, Any]]) -> None:
    compare(small("binary_crossentropy", "sigmoid", "tanh", rule), 3)


@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_each_activation(hidden: Any) -> None:
    compare(small("binary_crossentropy", "sigmoid", hidden))


@pytest.mark.parametrize(("output", "loss"), ANSWERS)
def test_each_loss(output: str, loss: str) -> None:
    compare(small(loss, output, "relu"))


@pytest.mark.parametrize("hidden", ["linear", "relu", "leaky_relu", "elu", "selu", "softplus"])
def test_the_kink_at_zero(hidden: str) -> None:
    """A sample of zeros, with biases as they start, meets every kink."""
    case = small("binary_crossentropy", "sigmoid", hidden)
    case.x, case.weights[1] = np.zeros(2, np.float32), np.zeros(4, np.float32)
    compare(case)


@pytest.mark.parametrize(
    ("output", "loss"), [("sigmoid", "binary_crossentropy"), ("softmax", "categorical_crossentropy")]
)
def test_an_answer_that_is_sure_and_wrong(output: str, loss: str) -> None:
    """Where the probability of what is true is 0 in float32, the slope is still there, as it is in training."""
    case = small(loss, output, "tanh")
    case.weights[3] = np.array([-60.0, *[0.0] * (len(case.weights[3]) - 1)], np.float32)
    steps = walk(given_now(case, model_of(case)))
    last = next(step for step in steps if isinstance(step, Deltas))
    close(last.dz[0], -1.0)
    loss_step = next(step for step in steps if isinstance(step, LossStep))
    assert 50 < loss_step.value < 70
