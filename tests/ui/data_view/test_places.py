"""Where the parts of the data view stand: pure functions of the room there is."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QSize

from nnviz.data.profile.viewing import Scatter
from nnviz.ui.data_view.arrangement import WIDE, arranged
from nnviz.ui.data_view.jitter import spread
from nnviz.ui.data_view.picture_grid import GridPlan
from nnviz.ui.data_view.sample_view import SamplePlan
from nnviz.ui.data_view.scatter_plan import NEAR, ScatterPlan, legend_lines, value_of
from nnviz.ui.data_view.table_plan import ROW_HEIGHT, TablePlan, column_widths, edges_of


def points(x, y, **words):
    x, y = np.array(x, float), np.array(y, float)
    types = words.get("types", ("number", "number"))
    return Scatter(x, y, np.arange(len(x)), None, (), words.get("x_words", ()), (), types, len(x))


@given(st.lists(st.integers(1, 300), min_size=1, max_size=200), st.integers(1, 2000), st.data())
def test_exactly_the_columns_on_screen_are_painted(widths, room, data):
    plan = TablePlan(room + 40, 300, 40, 72, edges_of(widths, 0))
    scrolled = data.draw(st.integers(0, max(0, plan.content - plan.room)))
    seen = [i for i in range(len(widths)) if plan.edges[i + 1] > scrolled and plan.edges[i] < scrolled + plan.room]
    assert list(plan.columns(scrolled)) == seen
    for i in seen:
        left = max(plan.edges[i], scrolled) - scrolled + plan.gutter
        assert plan.column_at(left, scrolled) == i


def test_a_row_is_under_its_own_pixels_and_none_under_the_head():
    plan = TablePlan(300, 72 + 5 * ROW_HEIGHT + 3, 40, 72, (0, 100))
    assert plan.whole_rows == 5
    assert plan.row_at(71, 1000) is None
    assert [plan.row_at(72 + i * ROW_HEIGHT, 1000) for i in range(3)] == [1000, 1001, 1002]


def test_few_columns_share_the_room_and_many_keep_their_width():
    assert edges_of([70, 90], 400) == (0, 190, 400)
    assert edges_of([70, 90], 100) == (0, 70, 160)
    assert edges_of([140, 160], 270) == (0, 126, 270)  # all can be seen where each gives way a little
    assert edges_of([], 100) == (0,)
    assert column_widths([30, 500], [["1", "2"], ["a longer cell", "x"]])[1] == 180


@given(st.integers(60, 2000), st.integers(40, 900), st.integers(1, 5000), st.data())
def test_every_picture_on_screen_is_painted_and_found_under_the_mouse(width, height, count, data):
    plan = GridPlan.of(width)
    scrolled = data.draw(st.integers(0, max(0, plan.content(count) - height)))
    places = plan.places(scrolled, height, count)
    screen = QRect(0, scrolled, width, height)
    assert [i for i in range(count) if plan.box(i).intersects(screen)] == [
        i for i in places if plan.box(i).intersects(screen)
    ]
    for place in places:
        assert plan.place_at(QPointF(plan.box(place).center()) - QPointF(0, scrolled), scrolled) == place


@given(st.integers(120, 1900), st.integers(150, 1000), st.booleans(), st.booleans())
def test_nothing_of_an_arrangement_lies_over_anything_else_or_outside(width, height, scatter, sample):
    plan = arranged(width, height, scatter=scatter, sample=sample)
    boxes = [box for box in (plan.tabs, plan.page, plan.scatter, plan.sample) if not box.isEmpty()]
    assert all(QRect(0, 0, width, height).contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert plan.beside == (width >= WIDE)
    assert plan.sample.isEmpty() == (not sample and not plan.beside)


@pytest.mark.parametrize(("width", "height"), [(250, 90), (400, 600)])
def test_a_small_picture_is_enlarged_in_whole_steps_and_never_over_its_text(width, height):
    plan = SamplePlan.of(width, height, QSize(8, 8))
    assert plan.picture.width() % 8 == 0
    assert not plan.picture.intersects(plan.text)
    large = SamplePlan.of(width, height, QSize(900, 300))
    assert large.picture.width() <= width
    assert large.picture.width() / large.picture.height() == pytest.approx(3, rel=0.05)


def test_a_point_is_found_near_the_mouse_and_at_its_own_place():
    scatter = points(np.linspace(0, 10, 40), np.linspace(-5, 5, 40))
    plan = ScatterPlan.of(400, 300, scatter)
    for i, (x, y) in enumerate(plan.places(scatter)):
        assert plan.area.adjusted(-1, -1, 1, 1).contains(x, y)
        assert plan.nearest(QPointF(x + 1, y - 1), scatter) == i
    assert plan.nearest(QPointF(plan.area.left(), plan.area.top() + NEAR), scatter) is None


def test_words_stand_along_their_axis():
    scatter = points([0, 1, 1, 2], [1, 2, 3, 4], x_words=("red", "green", "blue"))
    ticks = ScatterPlan.of(400, 300, scatter).x_ticks(scatter)
    assert [text for _, text in ticks] == ["red", "green", "blue"]
    assert [round(x) for x, _ in ticks] == sorted(round(x) for x, _ in ticks)


def test_dates_stand_along_their_axis():
    scatter = points([0, 365, 19_000], [1, 2, 3], types=("date", "number"))
    ticks = ScatterPlan.of(400, 300, scatter).x_ticks(scatter)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", text) for _, text in ticks)
    assert value_of(365.0, (), "date") == "1971-01-01"
    assert value_of(1.0, ("no", "yes"), "text") == "yes"


def test_points_of_few_values_are_moved_apart_always_alike_and_never_to_another_value():
    values = np.repeat([1.0, 2.0, 3.0], 50)
    moved = spread(values, 0)
    assert len(np.unique(moved)) > 100
    np.testing.assert_array_equal(moved, spread(values, 0))
    np.testing.assert_array_equal(np.round(moved), values)
    many = np.linspace(0, 1, 50)
    assert spread(many, 0) is many


def test_a_legend_goes_on_below_and_leaves_out_what_does_not_fit():
    assert legend_lines([40, 40, 40, 40, 40], 100, 2) == [[0, 1], [2, 3]]
    assert legend_lines([40, 40], 100, 2) == [[0, 1]]
    assert legend_lines([400], 100, 2) == [[0]]
