"""What a file says of its data follows other data; what a person set otherwise stays."""

from __future__ import annotations

import pytest

from nnviz.network.facts import DataFacts
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.check import problems
from nnviz.training.other_data import network_on, recipe_on
from nnviz.training.recipe import Recipe

YES_NO = DataFacts((2,), "binary", 1, rows=(80, 20, 0))
THREE = DataFacts((4,), "classes", 3, class_names=("a", "b", "c"), rows=(80, 20, 0))
TEN = DataFacts((4,), "classes", 10, class_names=tuple("abcdefghij"), rows=(80, 20, 0))
NUMBER = DataFacts((4,), "regression", 1, rows=(80, 20, 0))


def network(shape: tuple[int, ...] | None = None, **output: object) -> NetworkSpec:
    source = LayerSpec("input", "Input").with_args(shape=shape)
    layers = (
        source,
        LayerSpec("hidden", "Dense", {"units": 4, "activation": "relu"}),
        LayerSpec("output", "Output", dict(output)),
    )
    return NetworkSpec(layers, (("input", "hidden"), ("hidden", "output")))


@pytest.mark.parametrize(
    ("drawn", "before", "after", "left"),
    [
        (network((2,), units=1, activation="sigmoid"), YES_NO, THREE, {}),
        (network(units=3, activation="softmax"), THREE, TEN, {"activation": "softmax"}),
        (network(units=3, activation="sigmoid"), THREE, YES_NO, {"activation": "sigmoid"}),
        (network(units=5, activation="tanh"), YES_NO, THREE, {"units": 5, "activation": "tanh"}),
        (network(units=1, activation="sigmoid"), YES_NO, YES_NO, {"units": 1, "activation": "sigmoid"}),
    ],
)
def test_an_output_of_the_former_data_is_left_open(
    drawn: NetworkSpec, before: DataFacts, after: DataFacts, left: dict[str, object]
) -> None:
    assert network_on(drawn, before, after).layer("output").args == left


def test_the_shape_of_the_former_rows_is_left_open() -> None:
    assert network_on(network((2,)), YES_NO, THREE).layer("input").args == {}
    assert network_on(network((7,)), YES_NO, THREE).layer("input").args == {"shape": (7,)}


@pytest.mark.parametrize(
    ("loss", "before", "after", "left"),
    [
        ("binary_crossentropy", YES_NO, THREE, None),
        ("hinge", YES_NO, NUMBER, None),
        ("categorical_crossentropy", THREE, TEN, "categorical_crossentropy"),
        ("mean_squared_error", NUMBER, THREE, None),
        ("mse", YES_NO, THREE, "mse"),
        ("of_my_own", YES_NO, THREE, "of_my_own"),
    ],
)
def test_a_loss_of_another_task_is_left_open(loss: str, before: DataFacts, after: DataFacts, left: str | None) -> None:
    assert recipe_on(Recipe(loss=loss), before, after).loss == left


def test_the_usual_metrics_of_another_task_are_left_open() -> None:
    assert recipe_on(Recipe(metrics=("accuracy",)), THREE, NUMBER).metrics is None
    assert recipe_on(Recipe(metrics=("mse",)), THREE, NUMBER).metrics == ("mse",)


def test_a_lesson_s_yes_or_no_can_be_trained_on_three_classes() -> None:
    drawn, recipe = network(activation="sigmoid"), Recipe(loss="binary_crossentropy", metrics=("accuracy",))
    assert problems(drawn, THREE, recipe)
    assert not problems(network_on(drawn, YES_NO, THREE), THREE, recipe_on(recipe, YES_NO, THREE))
