"""What restricted Boltzmann machines need, and that the changes which are offered lead there."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.network import edits, placing
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.check import problems
from nnviz.training.methods.kinds import ContrastiveDivergence
from nnviz.training.recipe import Recipe

DIGITS = DataFacts(
    (8, 8, 1), "regression", 64, rows=(100, 20, 0), target_range=(0.0, 1.0), target_shape=(8, 8, 1)
)  # fmt: skip
RECIPE = Recipe(method=ContrastiveDivergence())


def chain(*hidden: LayerSpec, **output: object) -> NetworkSpec:
    """Input, Flatten, *hidden* and a sigmoid Output with the arguments *output*."""
    last = LayerSpec("output", "Output", {"activation": "sigmoid", **output})
    layers = (LayerSpec("input", "Input"), LayerSpec("flatten_1", "Flatten"), *hidden, last)
    return NetworkSpec(layers, tuple(itertools.pairwise(layer.id for layer in layers)))


def dense(number: int, units: int, **args: object) -> LayerSpec:
    return LayerSpec(f"hidden_{number}", "Dense", {"units": units, "activation": "sigmoid", **args})


def found(network: NetworkSpec, facts: DataFacts = DIGITS) -> list[str]:
    return [problem.text for problem in problems(network, facts, RECIPE)]


def mended(network: NetworkSpec) -> NetworkSpec:
    """*network* once each offered change has been taken, one after the other."""
    for _ in range(20):
        first = next(iter(problems(network, DIGITS, RECIPE)), None)
        if first is None:
            return network
        assert first.fix is not None, first.text
        match first.fix.edit, first.fix.args:
            case "set_args", (layer, name, value):
                network = edits.set_args(network, layer, **{name: value})
            case "insert_before", args:
                network = placing.insert_before(network, *args)[0]
            case "remove_layers", (ids,):
                network = edits.remove_layers(network, ids)
            case other, _:
                pytest.fail(f"{other} is no change of the network")
    return pytest.fail("the changes lead nowhere")


def test_one_machine_and_two_have_no_problem() -> None:
    assert found(chain(dense(1, 30))) == []
    assert found(chain(dense(1, 30), dense(2, 9), dense(3, 30))) == []


@settings(max_examples=60, deadline=None)
@given(
    widths=st.lists(st.integers(1, 5), max_size=6),
    others=st.lists(st.sampled_from(["Dropout", "BatchNormalization", "Activation"]), max_size=2),
    activation=st.sampled_from(["sigmoid", "relu", "linear"]),
    place=st.integers(0, 6),
)
def test_what_is_offered_makes_a_mirror_of_any_chain(
    widths: list[int], others: list[str], activation: str, place: int
) -> None:
    layers = [dense(number, units, activation=activation) for number, units in enumerate(widths, 1)]
    layers[place:place] = [LayerSpec(f"other_{number}", kind) for number, kind in enumerate(others)]
    network = mended(chain(*layers, activation=activation))
    ordered = fit_to_data(network, DIGITS).ordered()
    assert ordered is not None
    assert {layer.kind for layer in ordered} == {"Input", "Flatten", "Dense", "Output"}
    hidden = [layer.args["units"] for layer in ordered if layer.kind == "Dense"]
    assert hidden == hidden[::-1]
    assert len(hidden) % 2 == 1


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        ((8, 4), [8, 4, 8]),  # the way back is missing
        ((8, 4, 2, 8), [8, 4, 2, 4, 8]),  # a machine was put on top
        ((8, 4, 6), [8, 4, 8]),  # the first was made wider
        ((), [64]),
    ],
)
def test_the_way_back_follows_the_way_there(widths: tuple[int, ...], expected: list[int]) -> None:
    network = mended(chain(*(dense(number, units) for number, units in enumerate(widths, 1))))
    assert [layer.args["units"] for layer in network.ordered() or () if layer.kind == "Dense"] == expected


@pytest.mark.parametrize(
    ("facts", "edit"),
    [
        (DataFacts((8, 8, 1), "classes", 10, rows=(100, 20, 0)), ("task", "reconstruction")),
        (
            DataFacts((4,), "regression", 4, rows=(9, 0, 0), target_range=(-2.0, 3.0), target_shape=(4,)),
            ("scale", "minmax"),
        ),
    ],
)
def test_data_that_do_not_suit_are_changed_at_their_source(facts: DataFacts, edit: tuple[str, str]) -> None:
    offered = [problem.fix for problem in problems(chain(dense(1, 6)), facts, RECIPE) if problem.fix is not None]
    assert ("set_source", edit) in [(fix.edit, fix.args) for fix in offered]


def test_a_machine_without_bias_cannot_learn_and_one_with_a_penalty_can() -> None:
    bare, penalized = dense(1, 6, use_bias=False), dense(1, 6, kernel_regularizer="l2")
    blocking = [problem.caution for problem in problems(chain(bare), DIGITS, RECIPE)]
    assert blocking == [False]
    assert [problem.caution for problem in problems(chain(penalized), DIGITS, RECIPE)] == [True]


def test_machines_do_not_branch() -> None:
    network = chain(dense(1, 6))
    forked, _ = edits.add_layer(network, "Output", after="hidden_1", activation="sigmoid")
    assert "Restricted Boltzmann machines have one Input and one Output" in found(forked)
