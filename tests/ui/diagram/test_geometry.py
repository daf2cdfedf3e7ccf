"""The pure figures of the diagram: where units stand, which weights are drawn, how strong."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from nnviz.ui.diagram.geometry import CROWD, block, column, distance_to_curve
from nnviz.ui.diagram.weight_lines import MOST_LINES, bundle, lines_between, nearest, strokes
from nnviz.ui.training.live import Kernel, round_up, steady_limit


def kernel(matrix: np.ndarray) -> Kernel:
    rows, cols = matrix.shape
    return Kernel(
        matrix.astype(np.float32), np.zeros(cols, np.float32), tuple(range(rows)), tuple(range(cols)), matrix.shape
    )


@given(st.integers(1, 5000))
def test_a_column_shows_all_units_or_the_first_and_the_last(units: int) -> None:
    geometry = column(units)
    assert geometry.total == units
    assert len(geometry.units) == len(geometry.shown) <= CROWD
    assert (geometry.gap is None) == (units <= CROWD)
    assert geometry.shown[0] == 0
    assert geometry.shown[-1] == units - 1
    tops = [rect.top() for rect in geometry.units]
    assert tops == sorted(tops)
    assert all(geometry.body.contains(rect) for rect in geometry.units)
    assert all(a.bottom() < b.top() for a, b in zip(geometry.units, geometry.units[1:], strict=False))


def test_the_unit_under_a_point_is_found_by_its_number_in_the_layer() -> None:
    geometry = column(40)
    assert geometry.unit_at(geometry.units[-1].center()) == 39
    assert geometry.unit_at(QPointF(geometry.frame.left() + 1, geometry.frame.top() + 1)) is None
    assert geometry.unit_in(20) is None


def test_only_the_strongest_weights_are_drawn_the_strongest_last() -> None:
    weights = np.random.default_rng(0).normal(size=(10, 10))
    lines = lines_between(kernel(weights), column(10), QPointF(0, 0), column(10), QPointF(200, 0))
    assert len(lines) == 100 <= MOST_LINES
    sizes = [abs(line.value) for line in lines]
    assert sizes == sorted(sizes)
    strongest = np.unravel_index(np.abs(weights).argmax(), weights.shape)
    assert (lines[-1].source, lines[-1].unit) == strongest


def test_lines_run_between_the_units_they_stand_for() -> None:
    weights = np.zeros((2, 3))
    weights[1, 2] = -0.7
    source, target = column(2), column(3)
    line = lines_between(kernel(weights), source, QPointF(10, 20), target, QPointF(210, 40))[-1]
    assert line.value == pytest.approx(-0.7)
    assert line.a == source.unit_out(1) + QPointF(10, 20)
    assert line.b == target.unit_in(2) + QPointF(210, 40)


def test_a_picture_is_bundled_into_one_line_a_unit_by_the_root_mean_square() -> None:
    weights = np.stack([np.full(16, 0.5), np.linspace(-1, 0, 16)], axis=1)
    lines = bundle(kernel(weights), QPointF(0, 0), column(2), QPointF(200, 0))
    assert [line.value > 0 for line in lines] == [True, False]
    assert lines[0].value == pytest.approx(0.5)
    assert block().unit_in(0) is None


def test_strength_is_relative_to_the_limit_and_faint_or_broken_weights_are_left_out() -> None:
    weights = np.array([[2.0, -1.0, 0.001, np.nan]])
    lines = lines_between(kernel(weights), column(1), QPointF(), column(4), QPointF(200, 0))
    gathered = strokes(lines, limit=2.0)
    assert [(sign, round(strength, 2)) for _, sign, strength in gathered] == [(-1, 0.57), (1, 1.0)]


def test_the_line_under_the_mouse_is_found_and_none_far_away() -> None:
    lines = lines_between(kernel(np.ones((1, 1))), column(1), QPointF(), column(1), QPointF(200, 0))
    middle = (lines[0].a + lines[0].b) / 2
    assert nearest(lines, middle) is lines[0]
    assert nearest(lines, middle + QPointF(0, 30)) is None
    assert distance_to_curve(lines[0].a, lines[0].a, lines[0].b) == pytest.approx(0)


@given(st.floats(1e-6, 1e6))
def test_the_scale_is_round_and_never_below_the_largest_weight(largest: float) -> None:
    limit = round_up(largest)
    assert limit >= largest * (1 - 1e-6)
    assert limit <= largest * 2.01


def test_the_scale_grows_at_once_and_shrinks_only_when_half_would_do() -> None:
    assert steady_limit(1.0, 1.2) == 1.5
    assert steady_limit(4.0, 2.6) == 4.0
    assert steady_limit(4.0, 1.9) == 2.0
    assert steady_limit(3.0, 0.0) == 3.0
