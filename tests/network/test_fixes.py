"""Every fix that is offered takes its problem away, and cautions are given where they are due and nowhere else."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given

from nnviz.network import edits, placing
from nnviz.network.inference import infer
from nnviz.network.problems import Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.graphs import networks


def chain(*layers: tuple[str, dict[str, Any]]) -> NetworkSpec:
    specs = tuple(LayerSpec(f"x{i}", kind, args) for i, (kind, args) in enumerate(layers))
    return NetworkSpec(specs, tuple((a.id, b.id) for a, b in itertools.pairwise(specs)))


def fixed(network: NetworkSpec, problem: Problem) -> NetworkSpec:
    assert problem.fix is not None
    if problem.fix.edit == "set_args":
        layer, name, value = problem.fix.args
        return edits.set_args(network, layer, **{name: value})
    assert problem.fix.edit == "insert_before"
    return placing.insert_before(network, *problem.fix.args)[0]


def of_layer(network: NetworkSpec, layer: str) -> list[Problem]:
    return [p for p in infer(network).problems if p.layer == layer and "leads nowhere" not in p.text]


@given(networks(unknown=True))
def test_a_fix_takes_its_problem_away(network: NetworkSpec) -> None:
    for problem in infer(network).problems:
        if problem.fix is not None and problem.layer is not None:
            left = {(p.layer, p.text) for p in infer(fixed(network, problem)).problems}
            assert (problem.layer, problem.text) not in left, problem


@pytest.mark.parametrize(
    ("shape", "layer", "args", "fix", "answer"),
    [
        ((28, 28), "Conv2D", {"filters": 4}, ("Reshape", {"target_shape": (28, 28, 1)}), (None, 26, 26, 4)),
        ((9,), "MaxPooling1D", {}, ("Reshape", {"target_shape": (9, 1)}), (None, 4, 1)),
        ((4, 3), "RepeatVector", {}, ("Flatten",), (None, 2, 12)),
        ((), "Dense", {}, ("Reshape", {"target_shape": (1,)}), (None, 8)),
    ],
)
def test_a_layer_is_inserted_with_the_arguments_that_make_it_fit(
    shape: tuple[int, ...], layer: str, args: dict[str, Any], fix: tuple[Any, ...], answer: tuple[int | None, ...]
) -> None:
    network = chain(("Input", {"shape": shape}), (layer, args))
    (problem,) = of_layer(network, "x1")
    assert problem.fix is not None
    assert problem.fix.args == ("x1", *fix)
    assert infer(fixed(network, problem)).shapes["x1"] == answer


@pytest.mark.parametrize(
    ("shape", "kind", "args", "name", "value"),
    [
        ((3, 3, 1), "Conv2D", {"kernel_size": 5}, "padding", "same"),
        ((3, 1), "AveragePooling1D", {"pool_size": 4}, "padding", "same"),
        ((9, 4), "Conv1D", {"strides": 2, "dilation_rate": 2}, "dilation_rate", 1),
        ((9, 6), "Conv1D", {"filters": 6, "groups": 4}, "groups", 2),
        ((9, 6), "Conv1D", {"filters": 7, "groups": 3}, "filters", 9),
        ((9, 6), "Conv1DTranspose", {"strides": 2, "output_padding": 2}, "output_padding", None),
        ((2, 2, 6), "GroupNormalization", {}, "groups", 2),
        ((2, 3, 4), "Permute", {}, "dims", (3, 2, 1)),
        ((2, 3), "BatchNormalization", {"axis": 3}, "axis", -1),
        ((2, 2, 3), "Conv2D", {"kernel_initializer": "identity", "kernel_size": 1}, "kernel_initializer",
         "glorot_uniform"),
    ],
)  # fmt: skip
def test_an_argument_is_set_to_what_fits(
    shape: tuple[int, ...], kind: str, args: dict[str, Any], name: str, value: Any
) -> None:
    network = chain(("Input", {"shape": shape}), (kind, args))
    (problem,) = of_layer(network, "x1")
    assert problem.fix is not None
    assert problem.fix.args == ("x1", name, value)
    assert infer(fixed(network, problem)).shapes["x1"] is not None


def test_dot_is_offered_the_dimensions_that_agree() -> None:
    layers = (LayerSpec("a", "Input", {"shape": (5, 3)}), LayerSpec("b", "Input", {"shape": (3, 4)}),
              LayerSpec("dot", "Dot"))  # fmt: skip
    network = NetworkSpec(layers, (("a", "dot"), ("b", "dot")))
    (problem,) = of_layer(network, "dot")
    assert problem.fix is not None
    assert problem.fix.args == ("dot", "axes", (2, 1))
    assert infer(fixed(network, problem)).shapes["dot"] == (None, 5, 4)


def test_a_dense_layer_that_gets_a_map_is_offered_a_flatten() -> None:
    network = chain(
        ("Input", {"shape": (8, 8, 1)}), ("Conv2D", {}), ("BatchNormalization", {}), ("Dropout", {}),
        ("Dense", {}), ("Dense", {}), ("Output", {"units": 2, "activation": "softmax"}),
    )  # fmt: skip
    (problem,) = [p for p in infer(network).problems if p.caution]
    assert (problem.layer, problem.got) == ("x4", "3 dimensions")
    assert "x1" in problem.text
    repaired = infer(fixed(network, problem))
    assert repaired.problems == ()
    assert repaired.shapes["x4"] == (None, 8)


@pytest.mark.parametrize(
    "kinds",
    [
        ("LSTM", "Dense"),
        ("Embedding", "Dense"),
        ("Embedding", "LayerNormalization", "Dense"),
        ("MultiHeadAttention", "LayerNormalization", "Dense"),
        ("Conv1D", "Dense", "LSTM"),
        ("Conv1D", "Dense", "Conv1D"),
        ("Conv1D", "Dense", "GlobalAveragePooling1D"),
        ("Conv1D", "Flatten", "Dense"),
        ("Conv1D", "GlobalMaxPooling1D", "Dense"),
        ("Conv1D", "TimeDistributed"),
    ],
)
def test_sequence_models_are_left_alone(kinds: tuple[str, ...]) -> None:
    args: dict[str, dict[str, Any]] = {"LSTM": {"return_sequences": True}}
    shape = (7,) if kinds[0] == "Embedding" else (7, 3)
    network = chain(
        ("Input", {"shape": shape}), *((kind, args.get(kind, {})) for kind in kinds),
        ("Output", {"units": 1, "activation": "linear"}),
    )  # fmt: skip
    assert infer(network).problems == ()


@pytest.mark.parametrize(("kind", "most"), [("Subtract", 2), ("Dot", 2)])
def test_a_layer_of_two_inputs_says_how_many_it_takes(kind: str, most: int) -> None:
    inputs = [LayerSpec(name, "Input", {"shape": (3,)}) for name in "abc"]
    for count in (1, 3):
        links = tuple((layer.id, "both") for layer in inputs[:count])
        (problem,) = of_layer(NetworkSpec((*inputs, LayerSpec("both", kind)), links), "both")
        assert (problem.expected, problem.got, problem.fix) == (str(most), str(count), None)
