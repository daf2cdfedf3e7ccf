from __future__ import annotations

from collections import deque
from itertools import pairwise
from math import inf, nan

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.training.pictures import LayerFigures
from nnviz.ui import theme
from nnviz.ui.panes.layers_pane import LayersPane
from nnviz.ui.panes.layers_plan import GAP, SIDE, TablePlan, gradient_line, marked_part
from nnviz.ui.panes.layers_table import Column, Row, cautions, explanation, figure_text, heading, level_text, table_of
from tests.ui.panes.helpers import count_of, drawn, picture, shown

NAMES = {"h1": "Hidden 1", "drop": "Dropout", "out": "Output"}


def figures(layer: str = "h1", gradient=0.1, update=1e-3, mean=0.2, spread=0.5, dead=0.0) -> LayerFigures:
    return LayerFigures(layer, gradient, update, mean, spread, dead)


def layers_of(*now: LayerFigures) -> dict[str, deque[LayerFigures]]:
    return {one.id: deque([one]) for one in now}


HEALTHY = layers_of(figures("h1"), figures("drop", nan, nan), figures("out", 0.5))


@pytest.fixture
def pane(qtbot) -> LayersPane:
    pane = LayersPane()
    pane.show_layers(HEALTHY, NAMES)
    return shown(qtbot, pane)


def cell(pane, place: int, column: Column) -> QPointF:
    plan = pane.view.plan
    return QPointF(sum(plan.span(column)) / 2, plan.row(place).center().y())


class TestCautions:
    def test_a_healthy_layer_has_none(self):
        assert cautions(figures(), 0.5) == {}

    @pytest.mark.parametrize(
        ("bad", "column", "word"),
        [
            (figures(update=0.2), Column.UPDATE, "more than a tenth"),
            (figures(update=inf), Column.UPDATE, "more than a tenth"),
            (figures(update=5e-6), Column.UPDATE, "hardly changes"),
            (figures(gradient=1e-4), Column.GRADIENT, "almost vanished"),
            (figures(gradient=0.0), Column.GRADIENT, "No gradient"),
            (figures(gradient=inf), Column.GRADIENT, "no longer a number"),
            (figures(dead=0.625), Column.DEAD, "62 % of its units answer 0 to every row: they no longer learn."),
            (figures(spread=nan), Column.OUTPUT, "no longer numbers"),
        ],
    )
    def test_what_is_wrong_is_said_in_words(self, bad, column, word):
        found = cautions(bad, 0.5)
        assert list(found) == [column]
        assert word in found[column]

    def test_half_dead_is_not_yet_a_caution(self):
        assert cautions(figures(dead=0.5), 0.1) == {}

    def test_a_layer_without_weights_may_only_die_where_it_is_an_activation(self):
        flat = figures(gradient=nan, update=nan, dead=0.9)
        assert cautions(flat, 0.5) == {}
        assert list(cautions(flat, 0.5, passes=True)) == [Column.DEAD]

    def test_one_figure_out_of_line_is_no_caution_yet(self):
        past = deque([figures()] * 4 + [figures(update=0.5)])
        (row,) = table_of({"h1": past}, NAMES, ())
        assert (row.cautions, row.text(Column.UPDATE)) == ({}, "0.500")
        past.extend([figures(update=0.5)] * 3)
        (row,) = table_of({"h1": past}, NAMES, ())
        assert list(row.cautions) == [Column.UPDATE]

    def test_the_gradient_is_compared_with_the_strongest(self):
        weak, strong, none = table_of(
            layers_of(figures("h1", 1e-4), figures("out", 0.5), figures("drop", nan, nan)), NAMES, ()
        )
        assert [list(row.cautions) for row in (weak, strong, none)] == [[Column.GRADIENT], [], []]
        (alone,) = table_of(layers_of(figures("h1", 1e-4)), NAMES, ())
        assert alone.cautions == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.123456, "0.123"), (1.23456, "1.23"), (12.3456, "12.3"), (123.456, "123"), (0.00123, "1.2e−3"), (0.0, "0"),
        (123456.0, "1.2e5"), (3.2e-11, "3.2e−11"), (nan, "–"), (inf, "∞"), (0.9996, "1.00"), (0.00996, "0.010"),
        (9.996, "10"), (999.6, "1.0e3"),
    ],
)  # fmt: skip
def test_figures_have_much_the_same_width_whatever_their_size(value, text):
    assert figure_text(value) == text
    assert len(text) <= 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.123, "0.12"),
        (-0.5, "−0.50"),
        (-0.001, "0.00"),
        (12.34, "12.3"),
        (-1234.5, "−1.2e3"),
        (nan, "–"),
        (-inf, "−∞"),
    ],
)
def test_levels_have_two_decimals(value, text):
    assert level_text(value) == text


@pytest.mark.parametrize("width", [180, 229, 230, 267, 339, 340, 427, 900])
def test_no_column_runs_into_the_next(width):
    plan = TablePlan(float(width), 200.0)
    spans = [plan.span(column) for column in plan.columns]
    assert spans[0][0] >= (plan.name_width if plan.roomy else 0)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert spans[-1][1] == pytest.approx(width - SIDE)
    for column, (left, right) in zip(plan.columns, spans, strict=True):
        assert plan.column_at((left + right) / 2) is column


@pytest.mark.parametrize("width", [200, 229, 230, 267])
def test_every_figure_has_room(qapp, width):
    plan, metrics = TablePlan(float(width), 200.0), QFontMetricsF(theme.font(11, tabular=True))
    row = table_of(layers_of(figures("h1", 0.357, 8.04e-4, -0.02, 0.51)), NAMES, ())[0]
    for column in plan.columns:
        left, right = plan.span(column)
        assert metrics.horizontalAdvance(row.text(column)) <= right - left + GAP


def test_bars_say_how_much():
    assert marked_part(Column.DEAD, figures(dead=0.25), 1.0) == (0.0, 0.25)
    assert marked_part(Column.UPDATE, figures(update=1e-3), 1.0) == pytest.approx((0.0, 0.5))
    assert marked_part(Column.UPDATE, figures(update=inf), 1.0) == (0.0, 1.0)
    assert marked_part(Column.UPDATE, figures(update=nan), 1.0) is None
    assert marked_part(Column.OUTPUT, figures(mean=0.0, spread=0.5), 1.0) == pytest.approx((0.25, 0.75))
    assert marked_part(Column.OUTPUT, figures(mean=nan), 1.0) is None


def test_the_line_of_gradients_goes_by_powers_of_ten(pane):
    box = pane.view.plan.row(0)
    past = [figures(gradient=g) for g in (1.0, 0.1, nan, 0.01)]
    line = gradient_line(Row("h1", "Hidden 1", past, {}), box)
    assert [point.x() for point in line] == pytest.approx([box.left() + box.width() * s for s in (0, 1 / 3, 1)])
    assert [point.y() for point in line] == pytest.approx([box.top(), box.center().y(), box.bottom()], abs=1.01)
    assert gradient_line(Row("h1", "Hidden 1", past[:1], {}), box) is None
    flat = gradient_line(Row("h1", "Hidden 1", [figures()] * 9, {}), box)
    assert {round(point.y()) for point in flat} == {round(box.center().y())}


def test_a_healthy_table_has_no_colour_of_caution_and_a_sick_one_has(qtbot, pane):
    assert count_of(picture(pane.view), "caution") == 0
    pane.show_layers(layers_of(figures(dead=0.8), figures("out", 0.5)), NAMES)
    drawn(qtbot, pane)
    image = picture(pane.view)
    assert count_of(image, "caution") > 20
    left, right = pane.view.plan.span(Column.DEAD)
    assert count_of(image.copy(int(left), 0, int(right - left) + 1, image.height()), "caution") > 20
    assert count_of(image.copy(0, 0, int(left) - 12, image.height()), "caution") == 0


def test_headings_explain_their_terms(pane):
    for column in Column:
        at = QPointF(sum(pane.view.plan.span(column)) / 2, 8)
        assert pane.view.text_at(at) == explanation(column)
        assert heading(column) in explanation(column).lower()


def test_the_mouse_over_a_figure_is_told_what_is_wrong_with_it(qtbot, pane):
    sick = layers_of(figures(dead=0.8, update=0.5), figures("out", 0.5))
    pane.show_layers(sick, NAMES)
    drawn(qtbot, pane)
    wrong = cautions(sick["h1"][0], 0.5)
    assert pane.view.text_at(cell(pane, 0, Column.DEAD)) == wrong[Column.DEAD]
    assert pane.view.text_at(cell(pane, 0, Column.GRADIENT)) == "\n".join(wrong.values())
    assert pane.view.text_at(cell(pane, 1, Column.DEAD)) == ""
    assert pane.view.text_at(QPointF(20, pane.view.height() - 2)) == ""
    at = cell(pane, 0, Column.DEAD).toPoint()
    QApplication.sendEvent(pane.view, QHelpEvent(QEvent.Type.ToolTip, at, pane.view.mapToGlobal(at)))
    assert QToolTip.text() == wrong[Column.DEAD]


def test_a_click_and_the_arrow_keys_choose_a_layer(qtbot, pane):
    with qtbot.waitSignal(pane.layer_chosen) as chosen:
        QTest.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=cell(pane, 2, Column.UPDATE).toPoint())
    assert chosen.args == ["out"]
    pane.select_layer("drop")
    with qtbot.waitSignal(pane.layer_chosen) as chosen:
        QTest.keyClick(pane.view, Qt.Key.Key_Up)
    assert chosen.args == ["h1"]
    with qtbot.assertNotEmitted(pane.layer_chosen):
        QTest.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=QPoint(30, 5))


def test_the_layer_selected_elsewhere_is_marked(pane):
    before = count_of(picture(pane.view), "accent")
    pane.select_layer("out")
    assert count_of(picture(pane.view), "accent") == before + 2 * int(pane.view.plan.row_height)


def test_more_layers_than_fit_are_scrolled(qtbot, pane):
    many = layers_of(*(figures(f"l{i}") for i in range(40)))
    pane.show_layers(many, {})
    drawn(qtbot, pane)
    fitting = pane.view.plan.fitting
    assert [row.id for row in pane.view.shown] == [f"l{i}" for i in range(fitting)]
    pane.select_layer("l39")
    assert pane.view.shown[-1].id == "l39"
    assert pane.view.row_at(pane.view.plan.row(0).center()) == 0
    pane.show_layers(layers_of(figures("l0")), {})
    drawn(qtbot, pane)
    assert [row.id for row in pane.view.shown] == ["l0"]


def test_an_empty_table_says_what_will_be_there(qtbot):
    pane = shown(qtbot, LayersPane())
    assert pane.view.shown == []
    assert pane.view.text_at(QPointF(200, 8)) == ""
    assert count_of(picture(pane.view), "quiet") > 0
