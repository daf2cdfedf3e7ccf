"""A layer put behind another one, and a link led elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.errors import BadInput
from nnviz.network import edits, placing
from nnviz.network.layout import Size, arranged
from nnviz.network.spec import LayerSpec, NetworkSpec
from tests.network.graphs import networks
from tests.network.test_edits import chain


@given(networks(), st.data())
def test_a_layer_behind_another_takes_over_what_that_fed(network: NetworkSpec, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from([layer.id for layer in network.layers]))
    grown, new = placing.insert_behind(network, source, "Dropout")
    assert grown.sources(new) == (source,)
    assert grown.targets(source) == (new,)
    assert set(grown.targets(new)) == set(network.targets(source))
    for layer in network.layers:  # what a layer joins keeps its order
        renamed = tuple(source if x == new else x for x in grown.sources(layer.id))
        assert renamed == network.sources(layer.id)


@pytest.mark.parametrize("kind", ["Add", "Concatenate", "Output"])
def test_what_joins_or_ends_becomes_a_branch_beside_what_is_there(kind: str) -> None:
    network = chain("Input", "Dense", "Dense", "Output")
    grown, new = placing.insert_behind(network, "hidden_1", kind)
    assert grown.links == (*network.links, ("hidden_1", new))
    places = arranged(grown)
    assert len(set(places.values())) == len(places)


def test_an_input_is_never_behind_anything() -> None:
    grown, new = placing.insert_behind(chain("Input", "Dense", "Output"), "hidden_1", "Input")
    assert grown.sources(new) == grown.targets(new) == ()


def test_a_link_that_is_led_elsewhere_keeps_its_place() -> None:
    network = NetworkSpec(chain("Input", "Dense", "Add").layers, (("input", "add_1"), ("hidden_1", "add_1")))
    led = edits.relink(network, ("input", "add_1"), ("input", "hidden_1"))
    assert led.links == (("input", "hidden_1"), ("hidden_1", "add_1"))
    with pytest.raises(BadInput, match="already"):
        edits.relink(network, ("input", "add_1"), ("hidden_1", "add_1"))
    with pytest.raises(BadInput, match="itself"):
        edits.relink(network, ("input", "add_1"), ("add_1", "add_1"))


def test_a_new_branch_goes_into_room_that_is_free_for_tall_layers() -> None:
    network = chain("Input", "Dense", "Dense", "Output")
    tall = {layer.id: Size(116.0, 300.0, 320.0) for layer in (*network.layers, LayerSpec("output_1", "Output"))}
    places = arranged(network, tall)
    grown, new = placing.insert_behind(network, "hidden_2", "Output", places, tall)
    there = arranged(grown, tall)
    assert {layer: there[layer] for layer in places} == places
    assert there[new][1] - there["output"][1] >= 620


def test_a_second_input_goes_into_room_that_is_free() -> None:
    network = chain("Input", "Dense", "Output")
    tall = {layer.id: Size(116.0, 300.0, 320.0) for layer in network.layers}
    grown, new = placing.insert_behind(network, "input", "Input", arranged(network, tall), tall)
    there = arranged(grown, tall)
    assert abs(there[new][0] - there["hidden_1"][0]) >= 116 or there[new][1] - there["hidden_1"][1] >= 320


def test_a_layer_inserted_into_a_link_covers_none_that_stands_in_the_middle() -> None:
    network = edits.move(chain("Input", "Dense", "Output"), {"input": (0, 0), "hidden_1": (400, 0), "output": (600, 0)})
    network, other = edits.add_layer(network, "Dense", (200.0, 0.0))
    grown, new = placing.insert_behind(network, "input", "Dropout")
    there = arranged(grown)
    assert abs(there[new][1] - there[other][1]) >= 200
