"""The names of the curves of an evaluation stand beside them, and many classes can be told apart."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.figures import Answered, evaluation
from nnviz.ui.panes.evaluation_curves import CurvesView, PrecisionView, RocView
from nnviz.ui.panes.evaluation_legend import LINE, MARK, Entry, Legend, curve_pen, listed
from nnviz.ui.panes.evaluation_pane import EvaluationPane
from tests.ui.panes.helpers import picture, shown

SMALL, LARGE = (267, 268), (560, 360)


def pane_of(qtbot: QtBot, classes: int, size: tuple[int, int]) -> EvaluationPane:
    facts = DataFacts((2,), "classes", classes, tuple(f"kind {i + 1}" for i in range(classes)))
    random = np.random.default_rng(0)
    truth = np.arange(20 * classes) % classes
    chances = random.random((len(truth), classes)) + 0.6 * np.eye(classes)[truth]
    answered = Answered(facts, np.arange(len(truth)), chances, truth, random.random(len(truth)), total=len(truth))
    pane = EvaluationPane()
    pane.set_data(facts, ("validation",))
    pane.show_evaluation(evaluation(pane.wish, answered))
    shown(qtbot, pane, size)
    qtbot.waitUntil(lambda: pane.board.shown != ())
    return pane


def curves_of(pane: EvaluationPane, kind: type[CurvesView]) -> CurvesView:
    view = next(view for view in pane.board.views if isinstance(view, kind))
    pane.choose_figure(view)
    return view


@pytest.mark.parametrize("kind", [RocView, PrecisionView])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_legend_stands_beside_the_plot_with_each_curve_in_its_colour(
    qtbot: QtBot, kind: type[CurvesView], size: tuple[int, int]
) -> None:
    view = curves_of(pane_of(qtbot, 3, size), kind)
    area, image = view.plot().area, picture(view)
    beside = QRectF(area.right() + 12, area.top(), MARK - 6, 3 * LINE)
    assert beside.right() < view.width()
    for place, entry in enumerate(view.entries()):
        middle = round(beside.top() + (place + 0.5) * LINE)
        found = {image.pixelColor(round(beside.center().x()), y).name() for y in (middle - 1, middle)}
        assert entry.colour.name() in found


def test_a_narrow_figure_leaves_the_figures_out_and_a_very_narrow_one_the_legend(qtbot: QtBot) -> None:
    entries = [Entry(i, name, 0.5, "50.0 %", QColor("red")) for i, name in enumerate(("ant", "bee"))]
    wide, narrow, very = (Legend(entries, room) for room in (500.0, 267.0, 150.0))
    assert (wide.figured, narrow.figured) == (True, False)
    assert wide.width > narrow.width > very.width == 0.0
    assert Legend(entries[:1], 500.0).width == 0.0


def test_lines_of_one_colour_are_broken_in_different_ways() -> None:
    colour = QColor("red")
    pens = [curve_pen(colour, index, 1.4) for index in (0, 10, 20, 30)]
    assert all(a.dashPattern() != b.dashPattern() for a, b in itertools.combinations(pens, 2))
    assert curve_pen(colour, 9, 1.4).dashPattern() == []


def test_of_more_than_there_is_room_for_the_worst_are_named_and_the_one_pointed_at() -> None:
    entries = [Entry(i, f"kind {i}", 1 - i / 100, "", QColor("red")) for i in range(15)]
    assert listed(entries, 15, None) == tuple(entries)
    assert [entry.index for entry in listed(entries, 5, None)] == [14, 13, 12, 11]
    assert [entry.index for entry in listed(entries, 5, 2)] == [14, 13, 12, 2]


def test_a_single_curve_has_no_piece_of_a_legend_beside_it(qtbot: QtBot) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    before = image.copy()
    painter = QPainter(image)
    Legend([Entry(0, "yes", 0.5, "50.0 %", QColor("red"))], 500.0).paint(painter, QPointF(50, 10), 80, None, "{0} more")
    painter.end()
    assert image == before
