"""Recurrent, wrapping and attention layers: what is counted, what is refused, and how their values are written."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from nnviz.errors import BadInput
from nnviz.network.adapting import adapted
from nnviz.network.inference import Inference, infer
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.spec import LayerSpec, NetworkSpec

STEPS, NUMBERS = 5, 3
LSTM = {"kind": "LSTM", "units": 4}


def chain(*layers: LayerSpec, shape: tuple[int, ...] = (STEPS, NUMBERS)) -> NetworkSpec:
    specs = (LayerSpec("in", "Input", {"shape": shape}), *layers)
    return NetworkSpec(specs, tuple((a.id, b.id) for a, b in itertools.pairwise(specs)))


def single(kind: str, shape: tuple[int, ...] = (STEPS, NUMBERS), **args: Any) -> Inference:
    return infer(chain(LayerSpec("x", kind, args), shape=shape))


@pytest.mark.parametrize(("kind", "gates"), [("SimpleRNN", 1), ("GRU", 3), ("LSTM", 4)])
def test_every_step_multiplies_by_every_weight_but_the_biases(kind: str, gates: int) -> None:
    found = single(kind, units=4, use_bias=False)
    assert found.parameters["x"] == gates * 4 * (NUMBERS + 4)
    assert found.multiply_adds["x"] == STEPS * found.parameters["x"]


def test_both_directions_cost_twice_as_much() -> None:
    one, both = single("LSTM", units=4), single("Bidirectional", layer=LSTM)
    assert both.multiply_adds["x"] == 2 * one.multiply_adds["x"]
    assert both.parameters["x"] == 2 * one.parameters["x"]
    assert both.shapes["x"] == (None, 8)
    assert single("Bidirectional", layer=LSTM, merge_mode="sum").shapes["x"] == (None, 4)


def test_a_layer_at_every_step_has_its_weights_once_and_its_work_every_time() -> None:
    each = single("TimeDistributed", (STEPS, 6, 7, 2), layer={"kind": "Conv2D", "filters": 4, "kernel_size": 3})
    once = single("Conv2D", (6, 7, 2), filters=4, kernel_size=3)
    assert each.parameters == once.parameters
    assert each.multiply_adds["x"] == STEPS * once.multiply_adds["x"]
    assert each.shapes["x"] == (None, STEPS, *(once.shapes["x"] or ())[1:])


def test_attention_counts_its_projections() -> None:
    found = single("MultiHeadAttention", num_heads=2, key_dim=4, value_dim=6, use_bias=False)
    there_and_back = 2 * NUMBERS * (4 + 4 + 6 + 6)
    assert found.parameters["x"] == there_and_back
    assert found.multiply_adds["x"] == STEPS * there_and_back


def test_the_second_link_is_the_value_and_the_third_the_key() -> None:
    layers = [LayerSpec(name, "Input", {"shape": (steps, 3)}) for name, steps in (("q", 2), ("v", 5), ("k", 5))]
    look = LayerSpec("x", "MultiHeadAttention", {"key_dim": 4})
    network = NetworkSpec((*layers, look), (("q", "x"), ("v", "x"), ("k", "x")))
    assert infer(network).shapes["x"] == (None, 2, 3)
    turned = NetworkSpec((*layers, look), (("v", "x"), ("q", "x"), ("k", "x")))
    assert any("a key for every value" in problem.text for problem in infer(turned).problems if problem.layer == "x")


@pytest.mark.parametrize(
    ("shape", "target"), [((6,), (6, 1)), ((4, 5, 2), (4, 10)), ((4, 5, 2, 3), (4, 30))]
)  # fmt: skip
def test_what_is_no_sequence_can_be_made_one(shape: tuple[int, ...], target: tuple[int, ...]) -> None:
    (problem,) = (p for p in single("LSTM", shape).problems if p.fix and p.fix.edit == "insert_before")
    assert problem.fix is not None
    assert problem.fix.args == ("x", "Reshape", {"target_shape": target})
    made = chain(LayerSpec("r", "Reshape", {"target_shape": target}), LayerSpec("x", "LSTM"), shape=shape)
    assert infer(made).shapes["x"] == (None, 8)


def test_what_does_not_fit_inside_of_a_wrapper_is_told_without_a_fix_that_would_not_help() -> None:
    (problem,) = (p for p in single("TimeDistributed", layer={"kind": "Conv2D"}).problems if "inside" in p.text)
    assert problem.fix is None


def test_an_activation_that_learns_adds_its_slopes() -> None:
    found = single("Dense", (6, 4, 2), units=3, activation={"kind": "prelu", "shared_axes": (1, 2)})
    assert found.weights["x"][-1].name == "prelu/alpha"
    assert found.weights["x"][-1].shape == (1, 1, 3)


def test_a_wrapped_layer_goes_through_json() -> None:
    wrapped = {**LSTM, "activation": {"kind": "leaky_relu", "negative_slope": 0.1}, "kernel_regularizer": "l2"}
    network = chain(LayerSpec("x", "Bidirectional", {"layer": wrapped, "merge_mode": "ave"}))
    assert network_from_json(network_to_json(network)) == network


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ({"kind": "LSTM", "activation": "step"}, "'step' is not known"),
        ({"kind": "Dense"}, "'Dense' cannot be wrapped"),
        ({"kind": "LSTM", "unit": 3}, "unknown key 'unit', did you mean 'units'"),
        ({"kind": "LSTM", "activation": {"kind": "elu", "alpha": -1}}, r"layer.activation.alpha: expected 0 to 100"),
        ("LSTM", 'expected a layer, as {"kind": ...}'),
    ],
)
def test_a_wrapped_layer_that_is_none_is_refused(args: Any, said: str) -> None:
    layers = [{"id": "in", "kind": "Input", "shape": [4, 2]}, {"id": "x", "kind": "Bidirectional", "layer": args}]
    with pytest.raises(BadInput, match=said):
        network_from_json({"layers": layers})


def test_normalization_measures_behind_an_input_only() -> None:
    first, last = LayerSpec("first", "Normalization"), LayerSpec("last", "Normalization")
    network = chain(first, LayerSpec("x", "Dense"), last)
    assert adapted(network) == {"first": "in"}
    (problem,) = (p for p in infer(network).problems if "measures the data" in p.text)
    assert problem.layer == "last"
    given = chain(LayerSpec("x", "Dense"), LayerSpec("last", "Normalization", {"mean": 0.0, "variance": 1.0}))
    assert not any("measures the data" in p.text for p in infer(given).problems)
