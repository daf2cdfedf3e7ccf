"""What a generator against a discriminator needs, and which layer is between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.problems import Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.check import problems
from nnviz.training.methods.adversarial import generated_layer, with_generated
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe, suggestions, suited_losses

POINTS = DataFacts((2,), "binary", 1, ("A", "B"), ("x", "y"), rows=(80, 20, 0), class_counts=(40, 40))
DIGITS = DataFacts((8, 8, 1), "classes", 10, tuple("0123456789"), rows=(80, 20, 0), class_counts=(8,) * 10)
RECIPE = Recipe(method=Adversarial())


def chain(*layers: tuple[str, str, dict[str, Any]]) -> NetworkSpec:
    specs = tuple(LayerSpec(*layer) for layer in layers)
    return NetworkSpec(specs, tuple((a.id, b.id) for a, b in itertools.pairwise(specs)))


def dense(name: str, units: int) -> tuple[str, str, dict[str, Any]]:
    return name, "Dense", {"units": units}


NOISE = ("noise", "Input", {"shape": (3,)})
OUT = ("out", "Output", {"units": 1, "activation": "sigmoid"})
GOOD = chain(NOISE, dense("g", 5), dense("point", 2), dense("d", 5), OUT)


def found(network: NetworkSpec, facts: DataFacts = POINTS, recipe: Recipe = RECIPE) -> Sequence[Problem]:
    return problems(network, facts, recipe)


def blocked(network: NetworkSpec, facts: DataFacts = POINTS, recipe: Recipe = RECIPE) -> Problem:
    (problem,) = [one for one in found(network, facts, recipe) if not one.caution]
    return problem


def of(network: NetworkSpec, facts: DataFacts) -> str | None:
    fitted = fit_to_data(network, facts)
    return generated_layer(fitted, infer(fitted).shapes, facts)


# ---------------------------------------------------------------- the layer between them


def test_the_layer_is_found_by_its_size() -> None:
    assert of(GOOD, POINTS) == "point"
    assert with_generated(RECIPE, GOOD, POINTS).method == Adversarial("point")
    assert with_generated(Recipe(method=Adversarial("g")), GOOD, POINTS).method == Adversarial("g")


def test_of_several_the_one_in_the_shape_of_a_sample() -> None:
    reshape = ("picture", "Reshape", {"target_shape": (8, 8, 1)})
    network = chain(NOISE, dense("g", 64), reshape, ("flat", "Flatten", {}), dense("d", 64), OUT)
    assert of(network, DIGITS) == "picture"
    assert of(chain(NOISE, dense("g", 64), dense("d", 64), OUT), DIGITS) == "d"


def test_a_layer_that_something_goes_around_is_none() -> None:
    layers = (*GOOD.layers, LayerSpec("sum", "Add"))
    around = NetworkSpec(
        layers,
        (("noise", "g"), ("g", "point"), ("point", "d"), ("d", "sum"), ("g", "sum"), ("sum", "out")),
    )
    assert of(around, POINTS) is None


# ---------------------------------------------------------------- what is wrong


def test_a_network_that_suits_has_no_problems_whatever_the_answers_of_the_data() -> None:
    assert not found(GOOD)
    picture = chain(NOISE, dense("g", 64), dense("d", 5), OUT)
    assert not found(picture, DIGITS)


@pytest.mark.parametrize(
    ("network", "facts", "recipe", "words", "edit"),
    [
        (chain(NOISE, dense("g", 5), OUT), POINTS, RECIPE, "No layer generates samples", None),
        (GOOD, POINTS, Recipe(method=Adversarial("gone")), "is not between", "set_recipe"),
        (GOOD, POINTS, Recipe(method=Adversarial("noise")), "is not between", "set_recipe"),
        (GOOD, POINTS, Recipe(method=Adversarial("d")), "generates 5 numbers, but a sample has 2", "set_args"),
        (GOOD, POINTS, Recipe(method=Adversarial(), loss="mae"), "mae is no loss for real or generated", "set_recipe"),
        (edits.set_args(GOOD, "out", units=2), POINTS, RECIPE, "answers with one", "set_args"),
        (edits.set_args(GOOD, "out", activation="linear"), POINTS, RECIPE, "use sigmoid", "set_args"),
    ],
)
def test_what_keeps_the_two_from_playing_has_a_sentence(
    network: NetworkSpec, facts: DataFacts, recipe: Recipe, words: str, edit: str | None
) -> None:
    problem = blocked(network, facts, recipe)
    assert words in problem.text
    assert (problem.fix.edit if problem.fix is not None else None) == edit


def test_an_output_left_to_the_data_is_brought_to_one_probability() -> None:
    """Digits would have ten classes: two clicks bring what the method needs."""
    network = chain(NOISE, dense("g", 64), dense("d", 5), ("out", "Output", {}))
    for _ in range(2):
        problem = next(one for one in found(network, DIGITS) if not one.caution)
        assert problem.fix is not None
        layer, name, value = problem.fix.args
        network = edits.set_args(network, layer, **{name: value})
    assert not [one for one in found(network, DIGITS) if not one.caution]


def test_an_output_with_places_is_flattened() -> None:
    reshape = ("picture", "Reshape", {"target_shape": (8, 8, 1)})
    network = chain(NOISE, dense("g", 64), reshape, ("conv", "Conv2D", {"filters": 3, "kernel_size": 3}), OUT)
    problem = blocked(network, DIGITS)
    assert "flatten before it" in problem.text
    assert problem.fix is not None
    assert (problem.fix.edit, problem.fix.args) == ("insert_before", ("out", "Flatten"))


def test_a_second_way_in_or_out_is_one_too_many() -> None:
    two = NetworkSpec((*GOOD.layers, LayerSpec("out2", "Output", dict(OUT[2]))), (*GOOD.links, ("d", "out2")))
    assert any("one Input and one Output" in one.text and one.layer == "out2" for one in found(two))


def test_class_weights_are_a_caution() -> None:
    (problem,) = found(GOOD, recipe=Recipe(method=Adversarial(), class_weight={"A": 2.0}))
    assert problem.caution


# ---------------------------------------------------------------- what is suggested


def test_the_loss_tells_real_from_generated_and_the_measures_are_the_methods_own() -> None:
    fitted = fitted_recipe(Recipe(method=Adversarial(), metrics=("accuracy",)), DIGITS)
    assert (fitted.loss, fitted.metrics) == ("binary_crossentropy", ())
    assert fitted_recipe(Recipe(method=Adversarial(), loss="mse"), DIGITS).loss == "mse"
    assert suited_losses(RECIPE, DIGITS) == ["binary_crossentropy", "mse"]
    assert suggestions(RECIPE, DIGITS)["loss"].value == "binary_crossentropy"
    assert suggestions(Recipe(), DIGITS)["loss"].value == "categorical_crossentropy"
