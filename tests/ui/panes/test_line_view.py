"""The line of a network of one input, over the points of its data."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from nnviz.network.facts import DataFacts
from nnviz.training.pictures import Surface
from nnviz.ui import theme
from nnviz.ui.panes.surface_pane import SurfacePane
from tests.ui.panes.helpers import colour_at, drawn, picture, shown

NUMBERS = DataFacts((1,), "regression", 1, feature_names=("x",), target_names=("y",), rows=(40, 10, 0))
X = np.linspace(-3, 3, 50).reshape(-1, 1)
Y = 1.7 * X - 0.6
PART = np.array([0] * 40 + [1] * 10)


def line_of(values, extent=(-4.0, 4.0, 0.0, 0.0)) -> Surface:
    values = np.asarray(values, "<f4")
    return Surface(1, extent, len(values), values.shape[1], values.tobytes(), 0, {}, line=True)


@pytest.fixture
def pane(qtbot) -> SurfacePane:
    pane = SurfacePane()
    pane.set_available(True)
    pane.set_points(X, Y, PART, NUMBERS)
    pane.show_surface(line_of(np.linspace(-7.4, 6.2, 81)[:, None]), NUMBERS)
    return shown(qtbot, pane)


def test_the_line_and_the_points_lie_where_their_numbers_are(pane):
    view = pane.line
    assert view.isVisible()
    assert not pane.view.isVisible()
    ends = view.places(np.array([-4.0, 4.0]), np.array([-7.4, 6.2]))
    assert ends[:, 0] == pytest.approx([view.area().left(), view.area().right()])
    middle = view.places(np.array([0.0]), np.array([-0.6]))[0]
    assert colour_at(picture(view), *middle) == pytest.approx(theme.current().color("text").getRgb()[:3], abs=40)
    points = view.places(X[:, 0], Y[:, 0])
    assert points == pytest.approx(view.places(X[:, 0], 1.7 * X[:, 0] - 0.6))


def test_pointing_says_the_input_and_the_answer(pane):
    view = pane.line
    view.point_at(QPointF(view.places(np.array([2.0]), np.array([0.0]))[0][0], view.area().center().y()))
    (first, answer) = view.card_lines()
    assert (first.label, answer.label) == ("x", "y")
    assert float(first.value.replace("\u2212", "-")) == pytest.approx(2.0, abs=0.05)
    assert float(answer.value) == pytest.approx(1.7 * 2 - 0.6, abs=0.2)


def test_an_answer_far_out_does_not_squeeze_the_rest(qtbot, pane):
    pane.show_surface(line_of(np.array([[0.0], [1e9], [np.nan], [0.0]])), NUMBERS)
    drawn(qtbot, pane)
    low, high = pane.line.span()
    assert -20 <= low < high <= 20


@pytest.mark.parametrize(("task", "outputs", "targets"), [
    ("binary", 1, (X[:, 0] > 0).astype(float)), ("classes", 3, np.arange(50) % 3),
    ("labels", 2, np.stack([X[:, 0] > 0, X[:, 0] > 1], axis=1).astype(float)),
])  # fmt: skip
def test_every_task_has_its_lines(qtbot, pane, task, outputs, targets):
    facts = DataFacts((1,), task, outputs, rows=(40, 10, 0))
    pane.set_points(X, targets, PART, facts)
    pane.show_surface(line_of(np.linspace(0, 1, 20 * outputs).reshape(20, outputs)), facts)
    drawn(qtbot, pane)
    assert pane.line.answers.shape == (20, outputs)
    assert picture(pane.line) is not None


def test_with_two_inputs_there_is_a_plane_again(qtbot, pane):
    pane.set_points(np.zeros((3, 2)), np.zeros(3), np.zeros(3), DataFacts((2,), "binary", 1, rows=(3, 0, 0)))
    assert pane.view.isVisible()
    assert not pane.line.isVisible()
