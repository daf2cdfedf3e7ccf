"""Groups: what they hold after every edit, and parts that are repeated."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.errors import BadInput
from nnviz.network import edits, grouping, placing
from nnviz.network.inference import infer
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.layout import COLUMN, USUAL, arranged
from nnviz.network.spec import Group, LayerSpec, NetworkSpec
from tests.network.graphs import networks
from tests.network.test_edits import chain


def deep(hidden: int = 4) -> NetworkSpec:
    """Input, *hidden* layers called ``hidden_1`` and so on, Output."""
    return chain("Input", *["Dense"] * hidden, "Output")


def residual() -> NetworkSpec:
    """Two layers with a link past them into an Add, between Input and Output."""
    network = deep(2)
    network, add = edits.add_layer(edits.remove_link(network, "hidden_2", "output"), "Add", after="hidden_2")
    return edits.add_link(edits.add_link(network, "input", add), add, "output")


def names(network: NetworkSpec) -> list[str]:
    return [group.name for group in network.groups]


# ---------------------------------------------------------------------- grouping


def test_layers_are_grouped_in_the_order_drawn_under_a_free_name() -> None:
    network, first = grouping.group(deep(), ("hidden_2", "hidden_1"))
    network, second = grouping.group(network, ("hidden_3",))
    assert network.groups == (Group("Part 1", ("hidden_1", "hidden_2")), Group("Part 2", ("hidden_3",)))
    assert (first, second) == ("Part 1", "Part 2")


def test_a_layer_is_in_one_group_and_a_group_without_layers_is_gone() -> None:
    network, _ = grouping.group(deep(), ("hidden_1", "hidden_2"), "a")
    network, _ = grouping.group(network, ("hidden_2", "hidden_3"), "b")
    assert network.groups == (Group("a", ("hidden_1",)), Group("b", ("hidden_2", "hidden_3")))
    network, _ = grouping.group(network, ("hidden_1",), "c")
    assert names(network) == ["b", "c"]


def test_layers_join_and_leave_a_group() -> None:
    network, _ = grouping.group(deep(), ("hidden_2",), "a")
    network = grouping.add_to_group(network, "a", ("hidden_1", "hidden_2"))
    assert network.groups == (Group("a", ("hidden_1", "hidden_2")),)
    network = grouping.remove_from_groups(network, ("hidden_2",))
    assert network.groups == (Group("a", ("hidden_1",)),)
    assert grouping.remove_from_groups(network, ("hidden_1",)).groups == ()


def test_a_group_is_renamed_and_taken_apart() -> None:
    network, _ = grouping.group(deep(), ("hidden_1",), "a")
    network, _ = grouping.group(network, ("hidden_2",), "b")
    renamed = grouping.rename_group(network, "a", "  Encoder ")
    assert names(renamed) == ["Encoder", "b"]
    assert grouping.rename_group(renamed, "b", "b") == renamed
    assert grouping.ungroup(renamed, ("Encoder",)).groups == (Group("b", ("hidden_2",)),)


@pytest.mark.parametrize(
    "edit",
    [
        lambda network: grouping.group(network, ()),
        lambda network: grouping.group(network, ("hidden_2",), "a"),
        lambda network: grouping.group(network, ("hidden_2",), "  "),
        lambda network: grouping.rename_group(network, "b", "a"),
        lambda network: grouping.rename_group(network, "b", ""),
        lambda network: grouping.named(network, "c"),
    ],
)
def test_names_that_are_empty_or_taken_and_empty_parts_are_refused(edit: Callable[[NetworkSpec], object]) -> None:
    network, _ = grouping.group(deep(), ("hidden_1",), "a")
    network, _ = grouping.group(network, ("hidden_3",), "b")
    with pytest.raises(BadInput):
        edit(network)


# ---------------------------------------------------------------------- surviving edits


def test_groups_survive_deleting_renaming_and_inserting() -> None:
    network, _ = grouping.group(deep(), ("hidden_1", "hidden_2"), "a")
    assert edits.remove_layers(network, ["hidden_1"]).groups == (Group("a", ("hidden_2",)),)
    assert edits.remove_layers(network, ["hidden_1", "hidden_2"]).groups == ()
    assert edits.rename(network, "hidden_1", "eye").groups == (Group("a", ("eye", "hidden_2")),)
    inside, new = placing.insert_on_link(network, ("hidden_1", "hidden_2"), "Dropout")
    assert set(inside.groups[0].layers) == {"hidden_1", "hidden_2", new}
    outside, _ = placing.insert_on_link(network, ("hidden_2", "hidden_3"), "Dropout")
    assert outside.groups == network.groups


def test_copying_all_of_a_group_copies_the_group_and_a_part_of_it_does_not() -> None:
    network, _ = grouping.group(deep(), ("hidden_1", "hidden_2"), "block")
    network = grouping.set_collapsed(network, "block", True)
    grown, (copies,) = edits.copied(network, ("hidden_1", "hidden_2"))
    assert grown.groups[1] == Group("block 2", tuple(copies.values()), True)
    assert names(edits.copied(network, ("hidden_1", "hidden_3"))[0]) == ["block"]


@given(networks(), st.data())
def test_a_network_with_groups_comes_back_from_its_file(network: NetworkSpec, data: st.DataObject) -> None:
    ids = [layer.id for layer in network.layers]
    for _ in range(data.draw(st.integers(0, 3))):
        network, name = grouping.group(network, data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)))
        network = grouping.set_collapsed(network, name, data.draw(st.booleans()))
    assert network_from_json(network_to_json(network)).groups == network.groups
    members = [layer for group in network.groups for layer in group.layers]
    assert len(members) == len(set(members))


# ---------------------------------------------------------------------- ends


def test_the_ends_of_a_part_are_where_links_cross_its_border() -> None:
    ends = grouping.ends_of(residual(), ("hidden_1", "hidden_2", "add_1"))
    assert ends.entries == ("hidden_1", "add_1")
    assert ends.exits == ("add_1",)
    assert set(ends.links_in) == {("input", "hidden_1"), ("input", "add_1")}
    assert ends.links_out == (("add_1", "output"),)
    loose = grouping.ends_of(NetworkSpec((LayerSpec("a", "Dense"), LayerSpec("b", "Dense")), (("a", "b"),)), ("a", "b"))
    assert (loose.entries, loose.exits) == (("a",), ("b",))


# ---------------------------------------------------------------------- repeating


def test_a_part_stands_as_often_as_asked_one_behind_the_other() -> None:
    network = edits.set_args(deep(2), "hidden_2", units=9)
    grown, layers = grouping.repeat(network, ("hidden_1", "hidden_2"), 3)
    assert [x.id for x in grown.ordered() or ()] == ["input", *layers, "output"]
    assert [grown.layer(x).args.get("units") for x in layers] == [4, 9] * 3
    assert len(grown.links) == 7
    parameters = infer(edits.set_args(grown, "input", shape=(3,))).parameters
    assert [parameters[x] for x in layers] == [16, 45, 40, 45, 40, 45]


def test_each_copy_of_a_group_is_a_group_with_a_numbered_name() -> None:
    network, _ = grouping.group(deep(3), ("hidden_1", "hidden_2"), "block")
    grown, layers = grouping.repeat(grouping.set_collapsed(network, "block", True), ("hidden_1", "hidden_2"), 3)
    assert names(grown) == ["block", "block 2", "block 3"]
    assert tuple(layer for group in grown.groups for layer in group.layers) == layers
    assert all(group.collapsed for group in grown.groups)


def test_the_copies_of_a_piece_of_a_group_are_in_the_group() -> None:
    network, _ = grouping.group(deep(3), ("hidden_1", "hidden_2"), "block")
    grown, layers = grouping.repeat(network, ("hidden_2",), 3)
    assert grown.groups == (Group("block", ("hidden_1", *layers)),)
    across, _ = grouping.repeat(network, ("hidden_2", "hidden_3"), 2)
    assert across.groups == network.groups


def test_a_residual_block_is_repeated_with_its_link_past_the_layers() -> None:
    grown, layers = grouping.repeat(residual(), ("hidden_1", "hidden_2", "add_1"), 2)
    assert grown.sources("add_2") == ("hidden_4", "add_1")  # in the order of the first block
    assert grown.sources("hidden_3") == ("add_1",)
    assert grown.sources("output") == ("add_2",)
    assert layers == ("hidden_1", "hidden_2", "add_1", "hidden_3", "hidden_4", "add_2")


def test_the_copies_keep_which_input_a_merge_joins_first() -> None:
    network = edits.remove_link(residual(), "hidden_2", "add_1")  # the link past the layers comes first now
    network = edits.add_link(network, "hidden_2", "add_1")
    grown, _ = grouping.repeat(network, ("hidden_1", "hidden_2", "add_1"), 2)
    assert network.sources("add_1") == ("input", "hidden_2")
    assert grown.sources("add_2") == ("add_1", "hidden_4")
    merged = edits.add_layer(edits.remove_link(deep(2), "hidden_2", "output"), "Concatenate")[0]
    for a, b in (("hidden_2", "concatenate_1"), ("input", "concatenate_1"), ("concatenate_1", "output")):
        merged = edits.add_link(merged, a, b)
    again, _ = grouping.repeat(merged, ("hidden_1", "hidden_2"), 2)
    assert again.sources("concatenate_1") == ("hidden_4", "input")  # and so has what the part feeds


def test_layers_with_names_of_their_own_get_numbered_ones() -> None:
    network = edits.rename(edits.rename(deep(2), "hidden_1", "eye"), "hidden_2", "look 7")
    _, layers = grouping.repeat(network, ("eye", "look 7"), 3)
    assert layers == ("eye", "look 7", "eye_2", "look 8", "eye_3", "look 9")


def test_a_part_that_nothing_feeds_is_repeated_too() -> None:
    loose = NetworkSpec((LayerSpec("a", "Dense"), LayerSpec("b", "Dense")), (("a", "b"),))
    grown, _ = grouping.repeat(loose, ("a", "b"), 3)
    assert set(grown.links) == {("a", "b"), ("a_2", "b_2"), ("a_3", "b_3"), ("b", "a_2"), ("b_2", "a_3")}


@given(st.integers(1, 3), st.integers(2, 5), st.booleans())
def test_placed_copies_stand_behind_each_other_and_what_follows_makes_room(size: int, times: int, all_: bool) -> None:
    network = deep(3)
    places = arranged(network)
    network = edits.move(network, places if all_ else {"hidden_1": places["hidden_1"]})
    part = [f"hidden_{i + 1}" for i in range(size)]
    grown, _ = grouping.repeat(network, part, times)
    at = arranged(grown)
    order = [at[layer.id][0] for layer in grown.ordered() or ()]
    assert order == sorted(order)
    assert min(b - a for a, b in pairwise(order)) >= USUAL.width
    assert at["hidden_1"] == places["hidden_1"]


def test_what_cannot_be_repeated_is_refused_with_the_reason() -> None:
    network = chain("Input", "Dense", "Dense", "Output")
    network, other = edits.add_layer(network, "Input")
    network, add = edits.add_layer(network, "Add", after="hidden_1")
    network = edits.add_link(network, other, add)
    for part, times, words in (
        ((), 2, "select"),
        (("input", "hidden_1"), 2, "input cannot be repeated"),
        (("hidden_2", "output"), 2, "output cannot be repeated"),
        (("hidden_1", add), 2, "one entry, but 2 layers feed it: input, input_1"),
        (("hidden_1", "hidden_2", "add_1"), 2, "one entry, but 2 layers feed it"),
        (("hidden_1",), 1, "2 to 2,000 times, not 1"),
        (("hidden_1", "hidden_2"), 1_001, "2 to 1,000 times"),
    ):
        with pytest.raises(BadInput, match=words):
            grouping.repeat(network, part, times)
    forked = edits.add_layer(chain("Input", "Dense", "Dense"), "Dense", after="hidden_1")[0]
    forked = edits.add_link(edits.add_layer(forked, "Add", after="hidden_2")[0], "hidden_3", "add_1")
    with pytest.raises(BadInput, match="one exit, but it has 2: hidden_2, hidden_3"):
        grouping.repeat(forked, ("hidden_1", "hidden_2", "hidden_3"), 2)


# ---------------------------------------------------------------------- collapsing


def test_collapsing_moves_nothing_that_was_placed() -> None:
    network = edits.move(deep(), arranged(deep()))
    network, name = grouping.group(network, ("hidden_1", "hidden_2"))
    collapsed = grouping.set_collapsed(network, name, True)
    assert collapsed.layers == network.layers
    assert grouping.set_collapsed(collapsed, name, False) == network


def test_a_group_that_opens_between_placed_layers_makes_room() -> None:
    network, name = grouping.group(deep(), ("hidden_1", "hidden_2", "hidden_3"))
    network = grouping.set_collapsed(network, name, True)
    network = edits.move(network, arranged(network))  # as a drag does, with the group as one block
    opened = arranged(grouping.set_collapsed(network, name, False))
    order = [opened[layer.id][0] for layer in network.ordered() or ()]
    gaps = [b - a for a, b in pairwise(order)]
    assert min(gaps) >= USUAL.width
    assert gaps[1:3] == [COLUMN, COLUMN]
