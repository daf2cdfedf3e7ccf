from __future__ import annotations

from math import inf, nan

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.training.layer_history import LayerHistory
from nnviz.training.pictures import LayerFigures, Layers
from nnviz.ui import theme
from nnviz.ui.panes.layers_curves import Figure, colour_of, lines_of
from nnviz.ui.panes.layers_pane import LayersPane
from tests.ui.panes.helpers import picture, shown

NAMES = {"h1": "Hidden 1", "out": "Output"}


def past(*gradients: tuple[float, float]) -> LayerHistory:
    history = LayerHistory()
    for epoch, (first, last) in enumerate(gradients):
        rows = (
            LayerFigures("h1", first, 1e-3, 0.0, 1.0, 0.25),
            LayerFigures("drop", nan, nan, 0.0, 1.0, 0.0),
            LayerFigures("out", last, 1e-3, 0.0, 1.0, 0.0),
        )
        history.append(Layers(10 * epoch, rows))
    return history


@pytest.fixture
def pane(qtbot: QtBot) -> LayersPane:
    pane = shown(qtbot, LayersPane())
    pane.show_layers({}, NAMES, (), past((1e-3, 1.0), (1e-4, 1.0), (1e-5, 1.0)))
    QTest.mouseClick(pane.switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pane.curves.lines))
    return pane


def test_a_line_for_every_layer_that_has_the_figure_by_its_powers_of_ten() -> None:
    first, last = lines_of(past((1e-3, 1.0), (0.0, inf), (1e-5, nan)), Figure.GRADIENT, NAMES)
    assert (first.name, last.name) == ("Hidden 1", "Output")
    assert first.epochs.tolist() == [0, 10, 20]
    np.testing.assert_array_equal(first.values, [-3, nan, -5])
    np.testing.assert_array_equal(last.values, [0, nan, nan])
    assert [line.id for line in lines_of(past((1, 1)), Figure.DEAD, NAMES)] == ["h1", "drop", "out"]
    assert lines_of(LayerHistory(), Figure.GRADIENT, NAMES) == []


def test_the_switch_shows_the_curves_in_place_of_the_table(pane: LayersPane) -> None:
    assert (pane.view.isVisible(), pane.curves.isVisible(), pane.figure.isVisible()) == (False, True, True)
    low, high = pane.curves.axes.y
    assert low <= -5 < 0 <= high
    assert pane.curves.axes.log
    QTest.mouseClick(pane.switch, Qt.MouseButton.LeftButton)
    assert (pane.view.isVisible(), pane.curves.isVisible()) == (True, False)


def test_the_lines_go_from_the_colour_of_the_input_to_that_of_the_output() -> None:
    now = theme.current()
    assert [colour_of(place, 3).name() for place in (0, 2)] == [
        now.color("training").name(),
        now.color("validation").name(),
    ]
    assert len({colour_of(place, 3).name() for place in range(3)}) == 3


def test_the_line_of_the_selected_layer_stands_out(pane: LayersPane) -> None:
    before = picture(pane.curves)
    pane.select_layer("out")
    after = picture(pane.curves)
    axes = pane.curves.axes
    above, below = (axes.place(10, value).toPoint() for value in (0.0, -4.0))
    assert after.pixel(below) != before.pixel(below)
    assert after.pixel(above) == before.pixel(above)


def test_a_share_of_units_is_no_matter_of_powers_of_ten(pane: LayersPane, qtbot: QtBot) -> None:
    pane._take_figure(Figure.DEAD)
    qtbot.waitUntil(lambda: not pane.curves.axes.log)
    assert pane.curves.axes.y == (0.0, 1.0)
    assert pane.figure.text() == "dead"


def test_while_nothing_was_measured_it_says_so(qtbot: QtBot) -> None:
    pane = shown(qtbot, LayersPane())
    pane.switch.setChecked(True)
    assert not picture(pane.curves).isNull()
    assert pane.curves.lines == ()
