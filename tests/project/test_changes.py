"""What differs between two projects, in Keras's terms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given

from nnviz.data.spec import Builtin, Split
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.changes import PUT_BACK, Change, Difference, differences, had_by_snapshot, noted
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe, ReduceOnPlateau, StopEarly

from .examples import projects

LAYERS = (
    LayerSpec("in", "Input"),
    LayerSpec("h1", "Dense", {"units": 8}),
    LayerSpec("drop", "Dropout", {"rate": 0.2}),
    LayerSpec("out", "Output"),
)
BASE = Project(
    NetworkSpec(LAYERS, (("in", "h1"), ("h1", "drop"), ("drop", "out"))),
    Builtin(name="moons"),
    Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.01}), stop_early=StopEarly(patience=5)),
)


def said(after: Project, before: Project = BASE) -> list[str]:
    return [str(difference) for difference in differences(before, after)]


def with_recipe(**changes: Any) -> Project:
    return replace(BASE, training=msgspec.structs.replace(BASE.training, **changes))


def with_network(network: NetworkSpec) -> Project:
    return replace(BASE, network=network)


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({"optimizer": OptimizerSpec("Adam", {"learning_rate": 0.001})}, ["learning_rate 0.01 -> 0.001"]),
        ({"optimizer": OptimizerSpec("Adam", {})}, ["learning_rate 0.01 -> 0.001"]),
        ({"optimizer": OptimizerSpec("SGD", {"learning_rate": 0.01})}, ["optimizer Adam -> SGD"]),
        (
            {"optimizer": OptimizerSpec("SGD", {"learning_rate": 0.1, "momentum": 0.9})},
            ["optimizer Adam -> SGD", "learning_rate 0.01 -> 0.1"],
        ),
        (
            {"optimizer": OptimizerSpec("Adam", {"learning_rate": {"kind": "CosineDecay", "decay_steps": 100}})},
            ["learning_rate 0.01 -> CosineDecay(decay_steps 100)"],
        ),
        ({"loss": "mae"}, ["loss by the task -> mae"]),
        ({"metrics": ("auc", "mae")}, ["metrics by the task -> auc, mae"]),
        ({"batch_size": 8, "seed": 4, "shuffle": False}, ["batch_size 32 -> 8", "shuffle on -> off", "seed 0 -> 4"]),
        ({"stop_early": StopEarly(patience=9)}, ["EarlyStopping.patience 5 -> 9"]),
        (
            {"stop_early": StopEarly(patience=5, restore_best=False)},
            ["EarlyStopping.restore_best_weights on -> off"],
        ),
        (
            {"stop_early": None},
            ["EarlyStopping monitor val_loss, patience 5, min_delta 0, restore_best_weights on -> none"],
        ),
        (
            {"reduce_on_plateau": ReduceOnPlateau()},
            [
                "ReduceLROnPlateau none -> monitor val_loss, factor 0.1, patience 10, min_delta 0.0001, cooldown 0, "
                "min_lr 0"
            ],
        ),
        ({"epochs": 7}, []),
        ({}, []),
    ],
)
def test_the_recipe(changes: dict[str, Any], sentences: list[str]) -> None:
    assert said(with_recipe(**changes)) == sentences


def test_the_network() -> None:
    network = BASE.network
    assert said(with_network(edits.set_args(network, "drop", rate=0.5))) == ["drop.rate 0.2 -> 0.5"]
    wider = edits.set_args(network, "h1", units=9, kernel_regularizer="l2")
    assert said(with_network(wider)) == ["h1.units 8 -> 9", "h1.kernel_regularizer none -> l2"]
    assert said(with_network(edits.set_args(network, "out", units=3))) == ["out.units by the data -> 3"]
    moved = replace(network, layers=tuple(replace(layer, at=(1.0, 2.0)) for layer in network.layers))
    assert said(with_network(moved)) == []
    renamed = edits.rename(network, "h1", "features")
    assert said(with_network(renamed)) == ["layer renamed h1 -> features"]
    short = edits.add_link(network, "h1", "out")
    assert said(with_network(short)) == ["link added: h1 to out"]
    assert said(BASE, with_network(short)) == ["link removed: h1 to out"]


def test_layers_that_come_and_go_take_their_links_along() -> None:
    layers = (*LAYERS[:3], LayerSpec("h3", "Dense"), LAYERS[3])
    longer = NetworkSpec(layers, (("in", "h1"), ("h1", "drop"), ("drop", "h3"), ("h3", "out")))
    assert said(with_network(longer)) == ["layer added: h3"]
    assert said(BASE, with_network(longer)) == ["layer removed: h3"]
    other = tuple(LayerSpec("drop", "GaussianNoise") if layer.id == "drop" else layer for layer in LAYERS)
    assert said(with_network(replace(BASE.network, layers=other))) == ["drop Dropout -> GaussianNoise"]


def test_the_data() -> None:
    other = replace(BASE, data=Builtin(name="circles", split=Split(validation=0.3)))
    assert said(other) == ["data.name moons -> circles", "data.split.validation none -> 0.3"]


def test_a_change_is_one_sentence() -> None:
    change = Change(12, differences(BASE, with_recipe(batch_size=8, loss="mse")))
    assert str(change) == "loss by the task -> mse, batch_size 32 -> 8"
    assert change.what[1] == Difference("batch_size", "32", "8")


@given(projects, projects)
def test_any_two_projects_have_words_for_what_differs(one: Project, other: Project) -> None:
    assert differences(one, one) == ()
    for difference in differences(one, other):
        assert difference.name
        assert difference.before != difference.after


def test_weights_set_by_hand_are_noted_and_what_is_taken_back_is_not() -> None:
    first, second = Difference("h1.kernel[0, 1]", "0.1", "0.5"), Difference("h1.kernel[0, 1]", "0.5", "0.7")
    other = Difference("h1.bias[0]", "0", "1")
    changes = noted(noted(noted((), 3, first), 3, other), 3, second)
    assert changes == (Change(3, (other, Difference("h1.kernel[0, 1]", "0.1", "0.7"))),)
    changes = noted(noted(changes, 3, Difference("h1.kernel[0, 1]", "0.7", "0.5")), 3, Difference(*_back(first)))
    assert changes == (Change(3, (other,)),)
    assert noted(changes, 3, Difference(*_back(other))) == ()
    later = noted(changes, 9, Difference(*_back(other)))  # training went on meanwhile: both have happened
    assert [change.epoch for change in later] == [3, 9]


def test_a_layer_that_is_put_back_leaves_what_was_done_to_it_before() -> None:
    zero, filled = Difference("h1.weights", "", "0"), Difference("h1.weights", "", "0.5")
    changes = noted(noted((), 0, zero), 0, filled)
    assert changes[0].what == (zero, filled)
    assert noted(changes, 0, Difference("h1.weights", "0.5", PUT_BACK)) == (Change(0, (zero,)),)
    (late,) = noted(changes, 4, Difference("h1.weights", "0.5", PUT_BACK))[1:]
    assert str(late) == "h1.weights 0.5 -> as before"


def _back(difference: Difference) -> tuple[str, str, str]:
    return difference.name, difference.after, difference.before


def test_a_fork_has_what_its_snapshot_has() -> None:
    early, recipe = Difference("h1.bias[0]", "0", "1"), Difference("batch_size", "32", "8")
    late = Difference("h1.kernel[0, 1]", "0.1", "0.5", late=True)
    changes = (Change(2, (early,)), Change(5, (recipe, late)), Change(7, (early,)))
    assert had_by_snapshot(changes, 4) == changes[:1]
    assert had_by_snapshot(changes, 5) == (changes[0], Change(5, (recipe,)))
    assert had_by_snapshot(changes, 6) == changes[:2]  # trained on with it
    assert had_by_snapshot((Change(5, (late,)),), 5) == ()


def test_what_was_set_late_is_late_however_often_it_was_set() -> None:
    first, second = Difference("h1.kernel[0, 1]", "0.1", "0.5", True), Difference("h1.kernel[0, 1]", "0.5", "0.7", True)
    assert noted(noted((), 3, first), 3, second) == (Change(3, (Difference(first.name, "0.1", "0.7", True),)),)
