"""The layout: nothing overlaps, links lead to the right, what a person placed stays, long links run past layers."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.network import edits, grouping
from nnviz.network.layout import APART, BLOCK, COLUMN, USUAL, Point, Size, Sizes, arranged, middle
from nnviz.network.layout_order import in_columns
from nnviz.network.layout_routes import LANES, Router
from nnviz.network.spec import LayerSpec, NetworkSpec

SIZES = st.builds(
    Size, st.sampled_from((80.0, 116.0, 240.0)), st.floats(20, 260).map(round), st.floats(20, 260).map(round)
)


@st.composite
def drawings(draw: st.DrawFn) -> tuple[NetworkSpec, dict[str, Size]]:
    """Layers of all sizes with links from earlier to later ones, whatever may be allowed between them."""
    count = draw(st.integers(1, 14))
    layers = [LayerSpec(f"n{i}", "Input" if i == 0 or draw(st.integers(0, 5)) == 0 else "Add") for i in range(count)]
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=24))
    links = dict.fromkeys((f"n{min(p)}", f"n{max(p)}") for p in pairs if p[0] != p[1])
    return NetworkSpec(tuple(layers), tuple(links)), {layer.id: draw(SIZES) for layer in layers}


def box(at: Point, size: Size) -> tuple[float, float, float, float]:
    return at[0] - size.width / 2, at[1] - size.above, at[0] + size.width / 2, at[1] + size.below


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def named(*links: str) -> NetworkSpec:
    """The network of links written ``ab``, from layer ``a`` to layer ``b``; layers in the order they occur."""
    names = dict.fromkeys("".join(links))
    layers = tuple(LayerSpec(name, "Input" if name == links[0][0] else "Add") for name in names)
    return NetworkSpec(layers, tuple((link[0], link[1]) for link in links))


@given(drawings())
def test_no_two_layers_overlap(drawn: tuple[NetworkSpec, Sizes]) -> None:
    network, sizes = drawn
    boxes = [box(at, sizes[layer]) for layer, at in arranged(network, sizes).items()]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


@given(drawings())
def test_links_lead_from_left_to_right_with_room_between(drawn: tuple[NetworkSpec, Sizes]) -> None:
    network, sizes = drawn
    places = arranged(network, sizes)
    for a, b in network.links:
        assert places[b][0] - sizes[b].width / 2 > places[a][0] + sizes[a].width / 2


@given(drawings(), st.data())
def test_placed_layers_stay_and_the_others_do_not_cover_them(
    drawn: tuple[NetworkSpec, Sizes], data: st.DataObject
) -> None:
    network, sizes = drawn
    chosen = data.draw(st.lists(st.sampled_from([x.id for x in network.layers]), unique=True))
    placed = {layer: (1000.0 * i, 700.0 * (i % 3)) for i, layer in enumerate(chosen)}
    places = arranged(edits.move(network, placed), sizes)
    assert {layer: places[layer] for layer in placed} == placed
    assert places.keys() == {layer.id for layer in network.layers}
    boxes = [box(at, sizes[layer]) for layer, at in places.items()]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


@given(drawings())
def test_the_same_network_is_always_laid_out_alike(drawn: tuple[NetworkSpec, Sizes]) -> None:
    network, sizes = drawn
    again = NetworkSpec(tuple(network.layers), tuple(network.links))
    assert list(arranged(network, sizes).items()) == list(arranged(again, dict(reversed(sizes.items()))).items())


@given(drawings(), st.data())
def test_a_circle_of_links_is_laid_out_too(drawn: tuple[NetworkSpec, Sizes], data: st.DataObject) -> None:
    network, sizes = drawn
    if network.links:
        a, b = data.draw(st.sampled_from(network.links))
        network = NetworkSpec(network.layers, (*network.links, (b, a)))
    places = arranged(network, sizes)
    boxes = [box(at, sizes[layer]) for layer, at in places.items()]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


def test_a_chain_is_straight_whatever_the_heights() -> None:
    sizes = {name: Size(116, 40.0 + 30 * i, 30.0) for i, name in enumerate("abcde")}
    places = arranged(named("ab", "bc", "cd", "de"), sizes)
    assert {y for _, y in places.values()} == {0.0}
    assert [b[0] - a[0] for a, b in pairwise(places.values())] == [COLUMN] * 4


def test_a_merge_stands_in_the_middle_of_what_it_joins() -> None:
    places = arranged(named("ab", "ac", "bd", "cd", "de"))
    assert places["d"][1] == places["e"][1] == (places["b"][1] + places["c"][1]) / 2
    three = arranged(named("ab", "ac", "ad", "be", "ce", "de"))
    assert three["e"][1] == pytest.approx(three["c"][1], abs=1)
    assert three["b"][1] < three["c"][1] < three["d"][1]


def test_a_residual_link_leaves_the_line_of_layers_straight() -> None:
    network = named("ab", "bc", "cd", "ad", "de", "ef", "df")
    assert {y for _, y in arranged(network).values()} == {0.0}


def test_crossings_that_can_be_avoided_are() -> None:
    # Drawn upside down: b feeds f and c feeds e, though e was drawn before f.
    network = named("ab", "ac", "ce", "bf", "eg", "fg")
    places = arranged(network)
    assert (places["b"][1] < places["c"][1]) == (places["f"][1] < places["e"][1])


def test_many_long_links_do_not_make_the_layout_grow_with_their_square() -> None:
    count = 300
    links = [(i, j) for i in range(count) for j in range(i + 1, count, 7)]
    columns = in_columns(tuple(i == 0 for i in range(count)), tuple(links))
    assert len(columns.depth) <= 8 * count


# ---------------------------------------------------------------------- collapsed groups


def test_a_collapsed_group_takes_the_room_of_one_block() -> None:
    network, name = grouping.group(named("ab", "bc", "cd", "de"), ("b", "c", "d"))
    places = arranged(grouping.set_collapsed(network, name, True))
    assert places["e"][0] - places["a"][0] == 2 * COLUMN
    assert middle(places, ("b", "c", "d")) == (places["a"][0] + COLUMN, 0.0)
    assert places["c"][0] - places["b"][0] == COLUMN  # inside, they stand as they do when they are seen


def test_open_groups_stand_with_room_for_their_frames_between_them() -> None:
    network = named("ab", "be", "cd", "de")
    apart = arranged(network)
    for name, layers in (("One", ("a", "b")), ("Two", ("c", "d"))):
        network = grouping.group(network, layers, name)[0]
    framed = arranged(network)
    for upper, lower in (("a", "c"), ("b", "d")):
        gap = abs(framed[upper][1] - framed[lower][1]) - USUAL.above - USUAL.below
        assert gap >= APART + 2 * 14 + 26  # what the frames have around their layers, and the title of one
        assert gap > abs(apart[upper][1] - apart[lower][1]) - USUAL.above - USUAL.below


def test_the_block_of_placed_layers_stands_in_their_middle() -> None:
    network = edits.move(named("ab", "bc", "cd"), {"b": (500.0, 40.0), "c": (700.0, 80.0)})
    network, name = grouping.group(network, ("b", "c"))
    places = arranged(grouping.set_collapsed(network, name, True))
    assert middle(places, ("b", "c")) == (600.0, 60.0)
    assert places["d"][0] >= 600.0 + BLOCK.width


# ---------------------------------------------------------------------- ways past layers


def lanes(network: NetworkSpec, sizes: Sizes) -> tuple[dict[str, Point], dict[tuple[str, str], tuple[Point, Point]]]:
    places = arranged(network, sizes)
    return places, Router(places, sizes).lanes(network.links)


@given(drawings())
def test_a_lane_runs_through_no_layer(drawn: tuple[NetworkSpec, Sizes]) -> None:
    network, sizes = drawn
    places, found = lanes(network, sizes)
    for link, ((left, level), (right, other)) in found.items():
        assert level == other
        assert left <= right
        stretch = (left + 2, level, right - 2, level)
        blocked = [x for x in places if x not in link and overlap(stretch, box(places[x], sizes[x]))]
        assert not blocked


def test_a_link_past_layers_has_a_lane_over_them_and_a_short_one_has_none() -> None:
    network = named("ab", "bc", "cd", "ad")
    sizes = {layer.id: Size(116, 80, 60) for layer in network.layers}
    places, found = lanes(network, sizes)
    assert list(found) == [("a", "d")]
    (left, level), (right, _) = found["a", "d"]
    assert left <= places["b"][0] - 58
    assert right >= places["c"][0] + 58
    assert level < -80


def test_nested_links_take_lanes_of_their_own_the_shorter_inside() -> None:
    network = named("ab", "bc", "cd", "de", "ef", "be", "af")
    sizes = {layer.id: Size(116, 80, 60) for layer in network.layers}
    _, found = lanes(network, sizes)
    inner, outer = found["b", "e"][0][1], found["a", "f"][0][1]
    assert outer <= inner - LANES < -80


def test_a_hand_placed_layer_in_the_way_is_passed_on_the_nearer_side() -> None:
    places = {"a": (0.0, 0.0), "b": (800.0, 0.0), "x": (400.0, -150.0)}
    sizes = dict.fromkeys(places, Size(116, 80, 200))
    found = Router(places, sizes).lanes([("a", "b")])
    (_, level), _ = found["a", "b"]
    assert level > 50  # 62 down is nearer than 242 up
