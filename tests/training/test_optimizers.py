"""The tables of optimizers and schedules against the signatures of Keras itself."""

from __future__ import annotations

import inspect

import pytest

from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES, first_learning_rate, full_args

# What a recipe has no use for: names, and Muon's choice of layers by an expression.
NOT_OURS = {"name", "kwargs", "exclude_layers"}
# Helpers around an optimizer, and the base class; not rules of their own.
NOT_RULES = {"Optimizer", "LossScaleOptimizer", "MultiOptimizer", "OptimizerMap"}


@pytest.fixture(scope="module")
def keras():
    from nnviz.engine.keras_setup import keras

    return keras


def classes(module):
    return {name for name in dir(module) if inspect.isclass(getattr(module, name))}


def signature(rule):
    parameters = inspect.signature(rule).parameters
    return {name: p.default for name, p in parameters.items() if name not in NOT_OURS}


def test_every_optimizer_of_keras_is_there(keras):
    assert set(OPTIMIZERS) == classes(keras.optimizers) - NOT_RULES


def test_every_schedule_of_keras_is_there(keras):
    assert set(SCHEDULES) == classes(keras.optimizers.schedules) - {"LearningRateSchedule"}


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_arguments_and_defaults_of_an_optimizer_are_those_of_keras(keras, kind):
    assert full_args(kind, {}) == signature(getattr(keras.optimizers, kind))


@pytest.mark.parametrize("kind", SCHEDULES)
def test_arguments_and_defaults_of_a_schedule_are_those_of_keras(keras, kind):
    theirs = signature(getattr(keras.optimizers.schedules, kind))
    ours = {arg.name: inspect.Parameter.empty if arg.required else arg.default for arg in SCHEDULES[kind].args}
    assert ours == theirs


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_keras_takes_both_ends_of_every_range(keras, kind):
    for arg in OPTIMIZERS[kind].args:
        for end in (arg.minimum, arg.maximum):
            if end is not None:
                value = int(end) if arg.type == "int" else float(end)
                getattr(keras.optimizers, kind)(**{arg.name: value})


def test_every_argument_has_a_sentence():
    for rule in (*OPTIMIZERS.values(), *SCHEDULES.values()):
        assert rule.doc.endswith(".")
        assert all(arg.doc.endswith(".") for arg in rule.args)


def test_the_first_learning_rate_is_the_number_or_where_the_schedule_starts():
    assert first_learning_rate("SGD", {}) == 0.01
    assert first_learning_rate("Adam", {"learning_rate": 0.5}) == 0.5
    cosine = {"kind": "CosineDecay", "initial_learning_rate": 0.2, "decay_steps": 10}
    assert first_learning_rate("Adam", {"learning_rate": cosine}) == 0.2
    pieces = {"kind": "PiecewiseConstantDecay", "boundaries": [5], "values": [0.3, 0.1]}
    assert first_learning_rate("Adam", {"learning_rate": pieces}) == 0.3
