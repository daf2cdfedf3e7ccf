"""A renamed layer is known again; a new one is not taken for an old one."""

from __future__ import annotations

from nnviz.network import edits, placing
from nnviz.network.matching import renamed
from tests.network.test_edits import chain

NETWORK = chain("Input", "Dense", "Dense", "Output")


def test_a_renamed_layer_is_known_by_its_neighbours() -> None:
    assert renamed(NETWORK, edits.rename(NETWORK, "hidden_2", "features")) == {"features": "hidden_2"}
    assert renamed(NETWORK, NETWORK) == {}


def test_a_layer_that_was_inserted_or_put_elsewhere_is_new() -> None:
    inserted, _ = placing.insert_on_link(NETWORK, ("hidden_1", "hidden_2"), "Dense")
    assert renamed(NETWORK, inserted) == {}
    moved = edits.add_layer(edits.remove_layers(NETWORK, ["hidden_1"]), "Dense", after="hidden_2")[0]
    assert renamed(NETWORK, edits.rename(moved, moved.layers[-1].id, "other")) == {}
