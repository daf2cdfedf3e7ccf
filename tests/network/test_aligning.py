"""Aligned layers are in line, spread ones evenly apart, and a dragged one snaps to the nearest line."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nnviz.network.aligning import Box, Guide, Rulers, aligned, around, distributed

SIDES = ("left", "centre", "right", "top", "middle", "bottom")
numbers = st.integers(-1000, 1000).map(float)
sizes = st.integers(2, 150).map(lambda half: half * 2.0)


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Box]:
    found = {}
    for i in range(draw(st.integers(2, 6))):
        x, y, width, height = draw(numbers), draw(numbers), draw(sizes), draw(sizes)
        found[f"l{i}"] = Box(x, y, x - width / 2, y - height / 2 - 12, x + width / 2, y + height / 2 - 12)
    return found


def moved(before: dict[str, Box], places: dict[str, tuple[float, float]]) -> dict[str, Box]:
    return {i: before[i].shifted(x - before[i].x, y - before[i].y) for i, (x, y) in places.items()}


@given(boxes(), st.sampled_from(SIDES))
def test_aligned_layers_are_in_line_and_keep_the_other_coordinate(before: dict[str, Box], side: str) -> None:
    after = moved(before, aligned(before, side))
    name = {"centre": "x", "middle": "y"}.get(side, side)
    lines = [getattr(box, name) for box in after.values()]
    assert max(lines) - min(lines) < 0.02
    ends = [getattr(box, name) for box in before.values()]
    expected = {"left": min(ends), "top": min(ends), "right": max(ends), "bottom": max(ends)}
    assert lines[0] == pytest.approx(expected.get(side, (min(ends) + max(ends)) / 2), abs=0.02)
    across = "y" if side in ("left", "centre", "right") else "x"
    assert all(getattr(after[i], across) == getattr(before[i], across) for i in before)
    again = moved(after, aligned(after, side))
    assert all(abs(again[i].x - after[i].x) + abs(again[i].y - after[i].y) < 0.05 for i in after)


@given(boxes(), st.sampled_from(("x", "y")))
def test_spread_layers_have_equal_gaps_and_keep_their_order_and_their_ends(before: dict[str, Box], axis: str) -> None:
    order = sorted(before, key=lambda i: before[i].along(axis)[1])
    spans = [before[i].along(axis) for i in order]
    assume(all(a[1] < b[1] and a[0] <= b[0] and a[2] <= b[2] for a, b in itertools.pairwise(spans)))
    after = moved(before, distributed(before, axis))
    spans = [after[i].along(axis) for i in order]
    gaps = [b[0] - a[2] for a, b in itertools.pairwise(spans)]
    assert max(gaps) - min(gaps) < 0.05
    assert after[order[0]] == before[order[0]]
    assert spans[-1][2] == pytest.approx(before[order[-1]].along(axis)[2], abs=0.02)


@given(boxes(), numbers, numbers)
def test_a_snapped_box_lies_on_a_line_in_reach_or_on_the_grid(still: dict[str, Box], x: float, y: float) -> None:
    box = Box(x, y, x - 58, y - 90, x + 58, y + 66)
    snap = Rulers(still.values()).snap(box, 6, 12)
    assert max(abs(snap.dx), abs(snap.dy)) <= 6
    there = box.shifted(snap.dx, snap.dy)
    for axis in ("x", "y"):
        start, place, end = there.along(axis)
        edges = [value for other in still.values() for value in other.along(axis)[::2]]
        places = [other.along(axis)[1] for other in still.values()]
        on_line = any(abs(place - v) < 0.01 for v in places) or any(
            abs(e - v) < 0.01 for e in (start, end) for v in edges
        )
        shown = [g for g in snap.guides if (g.x1 == g.x2 if axis == "x" else g.y1 == g.y2)]
        assert on_line or (place % 12 == 0 and not shown)
        assert len(shown) <= 1


def test_places_come_before_edges_and_the_guide_reaches_over_both() -> None:
    still = Box(0, 0, -50, -60, 50, 40)
    snap = Rulers([still]).snap(Box(203, 4, 153, -46, 253, 34), 6, 12)
    assert (snap.dx, snap.dy) == (1, -4)
    assert snap.guides == (Guide(-50, 0, 254, 0),)


def test_nothing_beside_it_leaves_the_grid() -> None:
    snap = Rulers([]).snap(Box(31, -7, 0, 0, 60, 10), 6, 12)
    assert (31 + snap.dx, -7 + snap.dy) == (36, -12)
    assert snap.guides == ()


def test_the_box_around_several_has_the_place_of_the_one_that_is_held() -> None:
    a, b = Box(0, 0, -10, -10, 10, 10), Box(100, 50, 90, 40, 110, 60)
    assert around([a, b], b) == Box(100, 50, -10, -10, 110, 60)
