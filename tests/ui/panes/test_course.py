"""The weights over the epochs in their pane: the picture shows the counts, and the mouse reads them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from nnviz.training.course import Course
from nnviz.ui import theme
from nnviz.ui.panes.course_plan import Figures, densities, heat_pixels
from nnviz.ui.panes.weights_pane import WeightsPane
from tests.pointing import hover
from tests.ui.panes.helpers import colour_at, drawn, layer_weights, picture, shown, weights_of

EPOCHS = (0, 1, 2, 10)
SPANS = np.array([[-1.0, 1.0], [-1.0, 1.0], [0.0, 2.0], [0.0, 2.0]], "<f4")
COUNTS = np.array([[4, 0, 0, 4], [2, 2, 2, 2], [8, 0, 0, 0], [0, 0, 0, 8]], "<f4")
NORMS, CHANGES = np.array([1, 2, 3, 4], "<f4"), np.array([np.nan, 0.1, 0.01, 0.5], "<f4")
COURSE = Course("h", EPOCHS, 8, SPANS.tobytes(), COUNTS.tobytes(), NORMS.tobytes(), CHANGES.tobytes())


@pytest.fixture
def pane(qtbot) -> WeightsPane:
    pane = WeightsPane()
    pane.show_weights(weights_of(layer_weights("h", np.ones((2, 2))), layer_weights("o", np.ones((2, 1)))), {})
    shown(qtbot, pane)
    wished = []
    pane.course_wished.connect(lambda: wished.append(pane.course_layer))
    qtbot.mouseClick(pane.over, Qt.MouseButton.LeftButton)
    drawn(qtbot, pane)
    assert wished == ["h"]
    pane.show_course(COURSE)
    return pane


def test_every_weight_is_somewhere_in_its_column() -> None:
    figures = Figures.of(COURSE)
    assert figures.range == (-1.0, 2.0)
    shares = densities(figures, figures.range, 6)
    np.testing.assert_allclose(shares.sum(axis=0), 1.0)
    # Rows of half a unit, from 2 down to -1.
    np.testing.assert_allclose(shares[:, 0], [0, 0, 0.5, 0, 0, 0.5])
    np.testing.assert_allclose(shares[:, 2], [0, 0, 0, 1, 0, 0])


def test_weights_that_are_all_the_same_or_no_numbers_are_survived() -> None:
    spans = np.array([[1.0, 1.0], [np.nan, np.nan]], "<f4")
    figures = Figures((0, 1), spans, np.array([[0, 4], [0, 0]], "<f4"), NORMS[:2], CHANGES[:2], 4)
    shares = densities(figures, (0.0, 1.0), 4)
    np.testing.assert_allclose(shares.T, [[1, 0, 0, 0], [0, 0, 0, 0]])
    assert heat_pixels(shares, np.array([0, 1]), (0.0, 1.0), theme.current()).shape == (4, 2, 3)


def test_the_picture_is_blue_above_zero_and_orange_below(pane) -> None:
    image, plan = picture(pane.course), pane.course.plan
    first = plan.x(0, EPOCHS) + 4
    high, low = (plan.heat.bottom() - (value + 1) / 3 * plan.heat.height() for value in (0.75, -0.75))
    now = theme.current()
    above, below, nothing = (np.array(colour_at(image, first, y), int) for y in (high, low, plan.heat.top() + 6))
    assert above[2] > above[0]
    assert below[0] > below[2]
    assert tuple(nothing) == now.color("panel").getRgb()[:3]


def test_the_mouse_reads_epoch_count_norm_and_change(qtbot, pane) -> None:
    plan = pane.course.plan
    x = plan.x(5, EPOCHS)  # between two snapshots the one before is shown
    y = plan.heat.bottom() - (0.25 + 1) / 3 * plan.heat.height()
    hover(pane.course, QPointF(x, y))
    told = [(line.label, line.value) for line in pane.course.hover_lines()]
    assert told == [
        ("epoch", "2"), ("0 to 0.5", "8"), ("least, largest", "0.0000  2.0000"), ("norm", "3.0000"),
        ("change an epoch", "0.0100"),
    ]  # fmt: skip
    qtbot.keyClick(pane.course, Qt.Key.Key_Right)
    assert pane.course.hover_lines()[0].value == "10"
    qtbot.keyClick(pane.course, Qt.Key.Key_Escape)
    assert pane.course.hover_lines() == []


def test_another_layer_begins_blank_and_the_matrix_comes_back(qtbot, pane) -> None:
    pane.select_layer("o")
    drawn(qtbot, pane)
    assert (pane.course_layer, pane.course.figures) == ("o", None)
    qtbot.mouseClick(pane.over, Qt.MouseButton.LeftButton)
    drawn(qtbot, pane)
    assert pane.course_layer is None
    assert pane.view.isVisible()


def test_a_double_click_on_a_cell_asks_for_its_weight(qtbot, pane) -> None:
    pane.over.setChecked(False)
    drawn(qtbot, pane)
    asked = []
    pane.weight_requested.connect(lambda layer, row, col, at: asked.append((layer, row, col)))
    place = pane.view.matrix.place(1, 0).center().toPoint()
    qtbot.mouseDClick(pane.view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked == [("h", 1, 0), ("h", 1, 1)]
