"""The network's JSON form: everything goes round, and what is wrong is named with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from nnviz.errors import BadInput
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.spec import NetworkSpec
from tests.network.graphs import networks


@given(networks())
def test_a_network_survives_the_way_to_json_and_back(network: NetworkSpec) -> None:
    assert network_from_json(json.loads(json.dumps(network_to_json(network)))) == network


def test_left_out_links_make_a_chain() -> None:
    network = network_from_json({"layers": [{"id": "a", "kind": "Input"}, {"id": "b", "kind": "Output"}]})
    assert network.links == (("a", "b"),)


@pytest.mark.parametrize(
    ("layer", "says"),
    [
        ({"id": "h", "kind": "Dens"}, "'Dens', did you mean 'Dense'"),
        ({"id": "h", "kind": "Dense", "unit": 3}, "'unit', did you mean 'units'"),
        ({"id": "h", "kind": "Dense", "units": 0}, "units: expected 1 to"),
        ({"id": "h", "kind": "Dense", "units": "3"}, "expected a whole number, got '3'"),
        ({"id": "h", "kind": "Dense", "units": True}, "expected a whole number"),
        ({"id": "h", "kind": "Dense", "units": 3, "activation": "rleu"}, "did you mean 'relu'"),
        ({"id": "h", "kind": "Dropout", "rate": float("nan")}, "rate: expected 0 to 0.99"),
        ({"kind": "Dense"}, "needs 'id'"),
        ({"id": "h", "kind": "Dense", "at": [1]}, "expected [x, y]"),
        ("Dense", "expected an object"),
    ],
)
def test_what_is_wrong_with_a_layer_is_named(layer: object, says: str) -> None:
    with pytest.raises(BadInput) as caught:
        network_from_json({"layers": [layer]})
    assert says in str(caught.value)
    assert "layers[0]" in str(caught.value)


def test_a_link_to_nowhere_and_an_unknown_key_are_named() -> None:
    layers = [{"id": "a", "kind": "Input"}, {"id": "b", "kind": "Output"}]
    with pytest.raises(BadInput, match=r"links\[0\]: there is no layer 'c'"):
        network_from_json({"layers": layers, "links": [["a", "c"]]})
    with pytest.raises(BadInput, match="unknown key 'edges'"):
        network_from_json({"layers": layers, "edges": []})
