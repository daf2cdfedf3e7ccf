"""What keeps Train from being pressed, with expected, got and a fix that works."""

from __future__ import annotations

import math

import msgspec
import pytest

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.training.check import problems
from nnviz.training.recipe import Recipe, StopEarly
from tests.network.test_edits import chain

IRIS = DataFacts((4,), "classes", 3, rows=(120, 30, 0))
MOONS = DataFacts((2,), "binary", 1, rows=(240, 60, 0))
AGES = DataFacts((3,), "regression", 1, rows=(100, 20, 0))
NETWORK = chain("Input", "Dense", "Output")


def blocking(network=NETWORK, facts=IRIS, recipe=Recipe()):  # noqa: B008 - frozen
    return [p for p in problems(network, facts, recipe) if not p.caution]


@pytest.mark.parametrize("facts", [IRIS, MOONS, AGES])
def test_what_the_app_suggests_has_no_problem(facts: DataFacts) -> None:
    assert problems(NETWORK, facts, Recipe()) == ()


def test_an_input_of_another_size_than_the_data_is_named_with_both() -> None:
    (problem,) = blocking(edits.set_args(NETWORK, "input", shape=(5,)))
    assert (problem.layer, problem.expected, problem.got) == ("input", "5 numbers", "4 numbers")


def test_softmax_on_one_unit_is_blocked_with_a_fix() -> None:
    network = edits.set_args(NETWORK, "output", units=1, activation="softmax")
    (problem,) = blocking(network, MOONS)
    assert "always answers 1" in problem.text
    assert problem.fix is not None
    layer, name, value = problem.fix.args
    assert blocking(edits.set_args(network, layer, **{name: value}), MOONS) == []


def test_binary_crossentropy_with_three_classes_is_blocked() -> None:
    found = blocking(recipe=Recipe(loss="binary_crossentropy"))
    assert any("3 classes" in problem.text for problem in found)


def test_a_wrong_number_of_output_units_names_both_counts() -> None:
    (problem,) = blocking(edits.set_args(NETWORK, "output", units=5))
    assert (problem.layer, problem.expected, problem.got) == ("output", "3 units", "5 units")


def test_softmax_for_yes_or_no_is_blocked_with_a_fix_that_changes_the_loss() -> None:
    network = edits.set_args(NETWORK, "output", activation="softmax")
    (problem,) = blocking(network, MOONS)
    assert (problem.layer, problem.expected, problem.got) == ("output", "1 units", "2 units")
    assert problem.fix is not None
    name, value = problem.fix.args
    assert blocking(network, MOONS, msgspec.structs.replace(Recipe(), **{name: value})) == []


def test_sparse_labels_may_have_spare_units() -> None:
    network = edits.set_args(NETWORK, "output", units=5, activation="softmax")
    assert blocking(network, IRIS, Recipe(loss="sparse_categorical_crossentropy")) == []


def test_yes_or_no_has_no_third_answer() -> None:
    network = edits.set_args(NETWORK, "output", units=3, activation="softmax")
    recipe = Recipe(loss="sparse_categorical_crossentropy")
    (problem,) = blocking(network, MOONS, recipe)
    assert "needs 2" in problem.text
    assert problem.fix is not None
    layer, name, value = problem.fix.args
    assert blocking(edits.set_args(network, layer, **{name: value}), MOONS, recipe) == []


@pytest.mark.parametrize(
    "recipe",
    [Recipe(batch_size=0), Recipe(epochs=0), Recipe().with_optimizer(learning_rate=math.nan),
     Recipe().with_optimizer(learning_rate=-1.0)],
)  # fmt: skip
def test_figures_that_no_training_can_use_are_blocked(recipe: Recipe) -> None:
    assert len(blocking(recipe=recipe)) == 1


def test_stopping_early_needs_what_it_watches() -> None:
    facts = DataFacts((4,), "classes", 3, rows=(150, 0, 0))
    (problem,) = blocking(facts=facts, recipe=Recipe(stop_early=StopEarly()))
    assert "validation" in problem.text


def test_an_empty_training_part_and_no_data_are_blocked() -> None:
    assert "empty" in blocking(facts=DataFacts((4,), "classes", 3, rows=(0, 10, 0)))[0].text
    (problem,) = (problem for problem in blocking(facts=None) if "no data" in problem.text)
    assert problem.fix is not None
    assert problem.fix.edit == "choose_data"


def test_a_bounded_activation_for_numbers_is_a_caution_with_a_fix() -> None:
    network = edits.set_args(NETWORK, "output", activation="sigmoid")
    (problem,) = problems(network, AGES, Recipe())
    assert problem.caution
    assert problem.fix is not None
    assert problem.fix.args == ("output", "activation", "linear")


def test_a_loss_for_classes_on_numbers_is_blocked() -> None:
    (problem,) = blocking(facts=AGES, recipe=Recipe(loss="categorical_crossentropy"))
    assert problem.fix is not None
    name, value = problem.fix.args
    assert blocking(facts=AGES, recipe=msgspec.structs.replace(Recipe(), **{name: value})) == []
