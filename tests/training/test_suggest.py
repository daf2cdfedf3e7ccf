"""What is suggested by the task and the size of the data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.spec import Builtin
from nnviz.network.facts import DataFacts, Task
from nnviz.sentences import Sentence
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import Recipe
from nnviz.training.schedules import batches_per_epoch
from nnviz.training.suggest import (
    LOSSES,
    METRICS,
    USUAL_RATES,
    balanced_weights,
    fitted_recipe,
    has_margin,
    suggested_batch,
    suggestions,
    watched_values,
)


def facts_of(task: Task, rows: int) -> DataFacts:
    return DataFacts((4,), task, 3, rows=(rows, 10, 0))


@pytest.mark.parametrize("task", ["regression", "binary", "classes", "labels"])
@pytest.mark.parametrize("rows", [1, 4, 150, 5_000, 60_000, 2_000_000])
def test_what_is_suggested_suits_the_task_and_the_size(task: Task, rows: int) -> None:
    recipe, facts = Recipe(), facts_of(task, rows)
    found = suggestions(recipe, facts)
    fitted = fitted_recipe(recipe, facts)
    assert (found["loss"].value, found["metrics"].value) == (fitted.loss, fitted.metrics)
    assert task in LOSSES[found["loss"].value][1]
    assert set(found["metrics"].value) <= set(METRICS)
    assert 1 <= found["batch_size"].value <= rows
    assert 10 <= found["epochs"].value <= 1000
    assert all(isinstance(item.reason, Sentence) and item.reason.endswith(".") for item in found.values())


def test_more_rows_larger_batches_and_fewer_epochs() -> None:
    sizes = [10, 1_000, 10_000, 50_000, 1_000_000]
    batches = [suggested_batch(rows) for rows in sizes]
    assert batches == sorted(batches)
    epochs = [suggestions(Recipe(), facts_of("classes", rows))["epochs"].value for rows in sizes]
    assert epochs == sorted(epochs, reverse=True)


def test_the_suggested_epochs_are_a_few_thousand_steps() -> None:
    recipe, facts = Recipe(batch_size=16), facts_of("classes", 480)
    steps = suggestions(recipe, facts)["epochs"].value * batches_per_epoch(recipe, 480)
    assert 4_000 <= steps <= 10_000


def test_without_data_only_what_needs_none_is_suggested() -> None:
    assert set(suggestions(Recipe(), None)) == {"optimizer", "learning_rate"}


def test_every_optimizer_has_its_usual_rate() -> None:
    assert set(USUAL_RATES) == set(OPTIMIZERS)
    assert all(rates.least < rates.usual < rates.most for rates in USUAL_RATES.values())
    for kind in OPTIMIZERS:
        assert suggestions(Recipe().with_optimizer(kind), None)["learning_rate"].value == USUAL_RATES[kind].usual


@pytest.mark.parametrize("name", ["moons", "wine", "breast_cancer", "digits"])
def test_balanced_weights_are_those_of_scikit_learn(name: str) -> None:
    from sklearn.utils.class_weight import compute_class_weight

    data = load(Builtin(name=name), Path())  # type: ignore[arg-type]
    assert sum(data.facts.class_counts) == data.train.rows
    ours = balanced_weights(data.facts)
    theirs = compute_class_weight("balanced", classes=np.unique(data.train.y), y=data.train.y)
    assert list(ours) == list(data.facts.class_names)
    assert list(ours.values()) == pytest.approx(list(theirs), rel=1e-4)


def test_a_class_without_rows_has_no_weight() -> None:
    facts = DataFacts((2,), "classes", 3, ("a", "b", "c"), rows=(4, 0, 0), class_counts=(3, 0, 1))
    assert balanced_weights(facts) == {"a": 0.666667, "c": 2.0}


def test_what_can_be_watched() -> None:
    recipe = fitted_recipe(Recipe(), facts_of("regression", 10))
    assert watched_values(recipe, validation=False) == ("loss", "mae")
    assert watched_values(recipe, validation=True) == ("val_loss", "val_mae", "loss", "mae")


def test_the_least_and_largest_target_of_the_training_part_are_known() -> None:
    data = load(Builtin(name="diabetes"), Path())
    assert data.facts.target_range == (float(data.train.y.min()), float(data.train.y.max()))
    assert load(Builtin(name="iris"), Path()).facts.target_range is None


def test_only_a_hinge_is_decided_at_zero():
    assert {loss for loss in LOSSES if has_margin(loss)} == {"hinge", "squared_hinge"}
    assert not has_margin(None)
