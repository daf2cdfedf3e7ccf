"""Edits give the network that a person would expect."""

from __future__ import annotations

import pytest
from hypothesis import given

from nnviz.errors import BadInput
from nnviz.network import edits, placing
from nnviz.network.layout import arranged
from nnviz.network.spec import NetworkSpec
from tests.network.graphs import networks


def chain(*kinds: str) -> NetworkSpec:
    network, last = NetworkSpec(), None
    for kind in kinds:
        network, last = edits.add_layer(network, kind, after=last)
    return network


def test_layers_dropped_one_behind_the_other_form_a_chain() -> None:
    network, first = placing.drop_layer(NetworkSpec(), "Input", (0, 0))
    network, second = placing.drop_layer(network, "Dense", (200, 0))
    network, third = placing.drop_layer(network, "Output", (400, 0))
    assert network.links == ((first, second), (second, third))


def test_a_layer_dropped_before_one_without_input_is_linked_to_it() -> None:
    network, last = placing.drop_layer(NetworkSpec(), "Output", (300, 0))
    network, first = placing.drop_layer(network, "Input", (0, 0))
    assert network.links == ((first, last),)


def test_a_layer_dropped_on_a_link_is_inserted_there_and_the_others_make_room() -> None:
    network = chain("Input", "Output")
    grown, new = placing.drop_layer(network, "Dense", (90, 0), ("input", "output"))
    assert set(grown.links) == {("input", new), (new, "output")}
    places = arranged(grown)
    assert places["input"][0] < places[new][0] < places["output"][0]
    assert places["output"][0] - places[new][0] >= 150


def test_appending_a_hidden_layer_goes_before_the_output() -> None:
    grown, new = placing.append_layer(chain("Input", "Dense", "Output"), "Dense")
    assert set(grown.links) == {("input", "hidden_1"), ("hidden_1", new), (new, "output")}


def test_appending_in_any_order_links_the_three() -> None:
    network = NetworkSpec()
    for kind in ("Output", "Input", "Dense"):
        network, _ = placing.append_layer(network, kind)
    assert [layer.kind for layer in network.ordered() or ()] == ["Input", "Dense", "Output"]
    assert len(network.links) == 2


def test_deleting_a_layer_closes_the_gap() -> None:
    assert edits.remove_layers(chain("Input", "Dense", "Output"), ["hidden_1"]).links == (("input", "output"),)


def test_a_copy_has_arguments_and_inner_links_under_new_names() -> None:
    network = edits.set_args(chain("Input", "Dense", "Dense", "Output"), "hidden_1", units=9)
    grown, copies = edits.copied(network, ["hidden_1", "hidden_2"])
    assert copies == [{"hidden_1": "hidden_3", "hidden_2": "hidden_4"}]
    assert grown.layer("hidden_3").args["units"] == 9
    assert set(grown.links) == {*network.links, ("hidden_3", "hidden_4")}


def test_renaming_follows_the_links() -> None:
    renamed = edits.rename(chain("Input", "Dense", "Output"), "hidden_1", "features")
    assert renamed.links == (("input", "features"), ("features", "output"))


@pytest.mark.parametrize("name", ["", "  ", "a/b", "output", "_x"])
def test_a_name_that_keras_or_the_network_cannot_take_is_refused(name: str) -> None:
    with pytest.raises(BadInput):
        edits.rename(chain("Input", "Dense", "Output"), "hidden_1", name)


def test_linking_twice_or_to_itself_is_refused() -> None:
    network = chain("Input", "Output")
    with pytest.raises(BadInput, match="already"):
        edits.add_link(network, "input", "output")
    with pytest.raises(BadInput, match="itself"):
        edits.add_link(network, "input", "input")


def test_an_argument_set_to_none_follows_its_default_again() -> None:
    network = edits.set_args(chain("Input", "Output"), "output", units=4)
    assert edits.set_args(network, "output", units=None) == chain("Input", "Output")


@given(networks())
def test_a_layer_that_was_placed_stays_where_it_is(network: NetworkSpec) -> None:
    pinned = edits.move(network, {network.layers[-1].id: (123.0, -45.0)})
    places = arranged(pinned)
    assert places[network.layers[-1].id] == (123.0, -45.0)
    assert places.keys() == {layer.id for layer in network.layers}


@given(networks())
def test_links_lead_from_left_to_right_in_the_layout(network: NetworkSpec) -> None:
    places = arranged(network)
    assert all(places[a][0] < places[b][0] for a, b in network.links)


@pytest.mark.parametrize("kind", ["Dense", "Conv1D", "Conv2D", "Conv3D", "SeparableConv2D"])
def test_a_fresh_layer_that_learns_patterns_does_not_come_linear(kind: str) -> None:
    network, layer = edits.add_layer(NetworkSpec(), kind)
    assert network.layer(layer).args["activation"] == "relu"
