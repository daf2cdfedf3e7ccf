"""Parts of networks survive the way through a text, and come into any network under names of their own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.errors import BadInput
from nnviz.network import clipping, edits
from nnviz.network.layout import arranged
from nnviz.network.spec import Group, NetworkSpec
from tests.network.graphs import networks
from tests.network.test_edits import chain


def grouped() -> NetworkSpec:
    network = chain("Input", "Dense", "Dense", "Output")
    return replace(network, groups=(Group("Encoder", ("hidden_1", "hidden_2"), collapsed=True),))


@given(networks(), st.data())
def test_a_part_is_the_same_behind_the_text(network: NetworkSpec, data: st.DataObject) -> None:
    ids = data.draw(st.sets(st.sampled_from([layer.id for layer in network.layers]), min_size=1))
    part = clipping.part_of(network, ids)
    assert clipping.from_text(clipping.to_text(part)) == part
    assert {layer.id for layer in part.layers} == ids
    assert set(part.links) == {link for link in network.links if set(link) <= ids}
    places = arranged(network)
    assert all(layer.at == places[layer.id] for layer in part.layers)


@given(networks())
def test_what_is_pasted_is_the_same_part_under_fresh_names(network: NetworkSpec) -> None:
    part = clipping.part_of(network, {layer.id for layer in network.layers})
    grown, ids = clipping.pasted(network, part, (500.0, 300.0))
    assert len({layer.id for layer in grown.layers}) == 2 * len(network.layers)
    new = dict(zip((layer.id for layer in part.layers), ids, strict=True))
    assert [(x.kind, x.args) for x in grown.layers[len(network.layers) :]] == [(x.kind, x.args) for x in part.layers]
    assert grown.links == (*network.links, *((new[a], new[b]) for a, b in part.links))
    places = arranged(grown)
    assert all(places[x.id] == arranged(network)[x.id] for x in network.layers)
    xs = [places[x][0] for x in ids]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(500, abs=1)


def test_a_name_that_is_free_is_kept_and_another_gets_the_next_number() -> None:
    part = clipping.part_of(grouped(), {"hidden_1", "hidden_2"})
    empty, kept = clipping.pasted(NetworkSpec(), part)
    assert kept == ("hidden_1", "hidden_2")
    assert [group.name for group in empty.groups] == ["Encoder"]
    twice, ids = clipping.pasted(grouped(), part)
    assert ids == ("hidden_3", "hidden_4")
    assert twice.groups[1] == Group("Encoder 2", ids, collapsed=True)
    named = edits.rename(chain("Input", "Dense", "Output"), "hidden_1", "features")
    _, (copy,) = clipping.pasted(named, clipping.part_of(named, {"features"}))
    assert copy == "features_2"


def test_a_group_that_is_only_partly_copied_stays_behind() -> None:
    assert clipping.part_of(grouped(), {"hidden_1", "output"}).groups == ()


def test_a_part_is_found_in_a_mail_and_in_a_whole_project() -> None:
    part = clipping.part_of(grouped(), {"hidden_1", "hidden_2"})
    mail = f"Hi,\nthis is what I meant:\n\n{clipping.to_text(part)}\n\nBest, A."
    assert clipping.from_text(mail) == part
    project = {"nnviz": 1, "network": {"layers": [{"id": "a", "kind": "Flatten"}]}, "data": {"source": "?"}}
    assert [layer.id for layer in clipping.from_text(json.dumps(project)).layers] == ["a"]
    assert [layer.id for layer in clipping.from_text('{"layers": [{"id": "b", "kind": "Flatten"}]}').layers] == ["b"]


@pytest.mark.parametrize(
    "text",
    ["", "hello", "{", "}{", "{}", "[1]", "null", '{"layers": []}', '{"network": 3}', '{"network": {"links": []}}',
     "{" * 5000 + "}" * 5000, '{"layers": [' + "[" * 100_000 + "]" * 100_000 + "]}",
     '{"layers": [{"id": "a", "kind": "Dropout", "rate": NaN}]}',
     '{"layers": [{"id": "a\\ud800", "kind": "Flatten"}]}',
     '{"layers": [{"id": "a", "kind": "Dropout", "rate": 1e999}]}',
     '{"layers": [{"id": "a", "kind": "Dense", "at": [1' + "0" * 400 + ', 0]}]}'],
)  # fmt: skip
def test_foreign_text_holds_no_layers(text: str) -> None:
    with pytest.raises(BadInput, match="holds no layers"):
        clipping.from_text(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"layers": [{"id": "a", "kind": "Lambda"}]}', "Lambda"),
        ('{"layers": [{"id": "a", "kind": "Dense", "units": -4}]}', "units"),
        ('{"layers": [{"id": "a", "kind": "Flatten"}, {"id": "a", "kind": "Flatten"}]}', "two layers"),
        ('{"layers": [{"id": "a", "kind": "Flatten"}], "links": [["a", "b"]]}', "no layer"),
        ('{"layers": [' + ", ".join(["{}"] * 2001) + "]}", "2,001 layers, expected at most 2,000"),
        ('{"layers": [{}], "links": [' + ", ".join(["[]"] * 20_001) + "]}", "20,001 links"),
        ("{" + " " * 1_000_000 + "}", "expected at most 1,000,000"),
        ('{"layers": [{"id": "' + "a" * 201 + '", "kind": "Flatten"}]}', "a name of 201 characters"),
    ],
)
def test_a_broken_part_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        clipping.from_text(text)


def test_a_link_that_stands_twice_in_the_text_is_one() -> None:
    text = json.dumps(
        {"layers": [{"id": "a", "kind": "Flatten"}, {"id": "b", "kind": "Flatten"}], "links": [["a", "b"]] * 3}
    )
    assert clipping.from_text(text).links == (("a", "b"),)
