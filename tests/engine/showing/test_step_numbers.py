"""A step by hand on the engine's numbers ends where the engine's own step ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from nnviz.data.spec import Builtin, Split
from nnviz.engine.past.network import PastNetwork
from nnviz.engine.session import Session
from nnviz.training.one_step.messages import ShowStep
from nnviz.training.one_step.numbers import given_of
from nnviz.training.one_step.steps import LossStep, Update
from nnviz.training.one_step.walk import walk
from nnviz.training.recipe import OptimizerSpec
from tests.engine.projects import hidden, project, session

IRIS = Builtin(name="iris", split=Split(validation=0.2))


def by_hand(it: Session, row: int) -> tuple[list[Any], float]:
    """The weights after the step on the sample of *row*, and its loss."""
    steps = walk(given_of(it.step_numbers(ShowStep(1, row), it.network), it.recipe))
    updates = [step for step in steps if isinstance(step, Update)]
    weights = [array for step in updates for array in (step.kernel, step.bias) if array is not None]
    return weights, next(step.value for step in steps if isinstance(step, LossStep))


@pytest.mark.parametrize(
    ("optimizer", "options"),
    [
        (OptimizerSpec("SGD", {"learning_rate": 0.1, "momentum": 0.9}), {}),
        (OptimizerSpec("RMSprop", {"learning_rate": 0.01}), {"class_weight": {"0": 1.0, "1": 3.0}}),
        (OptimizerSpec("Adam", {"learning_rate": 0.01}), {"data": IRIS}),
    ],
)
def test_it_ends_where_a_step_of_one_row_ends(optimizer: OptimizerSpec, options: dict[str, Any]) -> None:
    layers = hidden("h1", 6, "tanh", kernel_regularizer="l2"), hidden("h2", 4, "relu", use_bias=False)
    it = session(*layers, optimizer=optimizer, batch_size=1, shuffle=False, **options)
    for row in range(3):
        expected, loss = by_hand(it, row)
        it.step()
        got = it.model.get_weights()
        assert len(expected) == len(got)
        for mine, engine in zip(expected, got, strict=True):
            np.testing.assert_allclose(mine, engine, rtol=2e-4, atol=2e-6)
        if row == 0:
            assert float(it.model.get_metrics_result()["loss"]) == pytest.approx(loss, rel=1e-4)


def test_asking_changes_nothing_and_rows_go_round() -> None:
    it = session(hidden())
    before = [np.array(v) for v in it.model.get_weights()]
    numbers = it.step_numbers(ShowStep(7, 5), it.network)
    assert (numbers.number, numbers.row, numbers.rows, numbers.refused) == (7, 1, 4, "")
    assert all(np.array_equal(a, b) for a, b in zip(before, it.model.get_weights(), strict=True))


def test_what_is_too_large_is_refused() -> None:
    it = session(hidden(units=65))
    numbers = it.step_numbers(ShowStep(3, 0), it.network)
    assert "65" in numbers.refused
    assert numbers.layers == ()


def test_of_the_past_the_weights_are_those_of_then() -> None:
    it = Session(project(hidden("h1", 3, "tanh")), Path())
    past = PastNetwork(it)
    past.show(4, {f"{layer}/{name}": np.full_like(value, 0.25) for layer, name, value in _weights(it)})
    numbers = past.step_numbers(ShowStep(1, 0), it.network)
    assert numbers.epoch == 4
    assert set(np.frombuffer(numbers.layers[0].kernel, "<f4").tolist()) == {0.25}


@pytest.mark.parametrize(("kind", "shown"), [("SGD", True), ("Adam", False)])
def test_without_the_memory_of_then_only_a_rule_that_has_none_is_shown(kind: str, shown: bool) -> None:
    it = session(hidden(units=2), optimizer=OptimizerSpec(kind))
    numbers = msgspec.structs.replace(it.step_numbers(ShowStep(1, 0), it.network), remembers=False)
    assert (given_of(numbers, it.recipe).rule is not None) == shown


def _weights(it: Session) -> list[tuple[str, str, Any]]:
    found = []
    for layer in it.model.layers:
        found += [(layer.name, weight.path.split("/")[-1], np.asarray(weight)) for weight in layer.weights]
    return found
