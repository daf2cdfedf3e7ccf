from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from nnviz.network.facts import DataFacts
from nnviz.training.pictures import Predictions
from nnviz.ui import theme
from nnviz.ui.panes.predictions_list import CALM, ListPlan, part_colour
from nnviz.ui.panes.predictions_pane import LISTED, PICTURED, SCATTERED, PredictionsPane
from nnviz.ui.panes.predictions_rows import Part, answer_rows
from nnviz.ui.panes.predictions_scatter import ScatterPlan, span_of
from nnviz.ui.training.live import Answers
from tests.ui.panes.helpers import colour_at, count_of, drawn, picture, shown

THREE = DataFacts((4,), "classes", 3, ("setosa", "versicolor", "virginica"))
YES_NO = DataFacts((4,), "binary", 1, ("no", "yes"))
LABELS = DataFacts((4,), "labels", 2, ("red", "round"))
NUMBER = DataFacts((4,), "regression", 1, target_names=("price",))
TWO_NUMBERS = DataFacts((4,), "regression", 2, target_names=("price", "size"))


def answers(values, targets, part="validation") -> Answers:
    values = np.asarray(values, "<f4")
    message = Predictions(
        3, part, tuple(range(10, 10 + len(values))), values.shape[1], values.tobytes(),
        np.asarray(targets, "<f4").tobytes(),
    )  # fmt: skip
    return Answers.of(message)


def pane_with(qtbot, facts, given, picture_of=None, **options) -> PredictionsPane:
    pane = PredictionsPane()
    pane.set_data(facts, picture_of)
    pane.show_answers(given, **options)
    return shown(qtbot, pane)


RIGHT, WRONG = [0.1, 0.7, 0.2], [0.6, 0.3, 0.1]


class TestRows:
    def test_of_classes(self):
        right, wrong = answer_rows(answers([RIGHT, WRONG], [1, 1]), THREE, False)
        assert (right.row, right.truth, right.answer, right.right, right.sure) == (
            10, "versicolor", "versicolor", True, "70 %"
        )  # fmt: skip
        assert [(round(p.begin, 5), round(p.end, 5), p.index) for p in right.bar] == [
            (0, 0.1, 0), (0.1, 0.8, 1), (0.8, 1, 2)
        ]  # fmt: skip
        assert right.named == (("versicolor", "70 %"), ("virginica", "20 %"), ("setosa", "10 %"))
        assert (wrong.truth, wrong.answer, wrong.right) == ("versicolor", "setosa", False)

    def test_of_yes_and_no(self):
        rows = answer_rows(answers([[0.9], [0.4], [0.6]], [1, 0, 0]), YES_NO, False)
        assert [(r.truth, r.answer, r.right, r.sure) for r in rows] == [
            ("yes", "yes", True, "90 %"), ("no", "no", True, "60 %"), ("no", "yes", False, "60 %")
        ]  # fmt: skip
        assert rows[0].bar == (Part(0.5, pytest.approx(0.9), 1),)
        assert rows[1].bar == (Part(pytest.approx(0.4), 0.5, 0),)

    def test_of_yes_and_no_on_a_scale_around_zero_and_on_two_units(self):
        (margin,) = answer_rows(answers([[-0.5]], [0]), YES_NO, True)
        assert (margin.answer, margin.sure) == ("no", "75 %")
        (two,) = answer_rows(answers([[0.2, 0.8]], [1]), YES_NO, False)
        assert (two.answer, two.sure) == ("yes", "80 %")

    def test_of_two_units_the_larger_one_decides_though_both_are_below_a_half_or_above(self):
        rows = answer_rows(answers([[0.1, 0.4], [0.9, 0.7]], [1, 0]), YES_NO, False)
        assert [(r.answer, r.right, r.sure) for r in rows] == [("yes", True, "65 %"), ("no", True, "60 %")]

    def test_of_labels(self):
        both, one = answer_rows(answers([[0.9, 0.6], [0.9, 0.6]], [[1, 1], [1, 0]]), LABELS, False)
        assert (both.truth, both.answer, both.right) == ("red, round", "red, round", True)
        assert (one.truth, one.answer, one.right) == ("red", "red, round", False)
        assert [(p.begin, round(p.end, 4)) for p in both.bar] == [(0.0, 0.45), (0.5, 0.8)]

    @pytest.mark.parametrize("facts", [THREE, YES_NO, LABELS])
    def test_an_answer_that_is_not_a_number_is_wrong(self, facts):
        values = np.full((1, facts.outputs), np.nan)
        (row,) = answer_rows(answers(values, np.zeros((1, facts.outputs if facts is LABELS else 1))), facts, False)
        assert not row.right
        assert row.answer == "–"


def test_the_list_shows_true_class_bar_and_answer(qtbot):
    pane = pane_with(qtbot, THREE, answers([RIGHT, WRONG], [1, 1]))
    assert pane._score.text() == "1 of 2 right"
    view, image, now = pane.view, picture(pane.view), theme.current()
    plan = view.list_plan
    assert [row.row for row in view.shown] == [10, 11]
    calm, loud = (plan.bar(plan.line(place)) for place in (0, 1))
    panel = QColor(now.panel)
    for box, share, index, right in ((calm, 0.4, 1, True), (loud, 0.3, 0, False), (loud, 0.75, 1, False)):
        colour = part_colour(index, "classes", right)
        alpha = CALM if right else 1.0
        field = QColor(now.field)
        expected = [
            round(alpha * c + (1 - alpha) * f) for c, f in zip(colour.getRgb()[:3], field.getRgb()[:3], strict=True)
        ]
        seen = colour_at(image, box.left() + share * box.width(), box.center().y())
        assert np.abs(np.subtract(seen, expected)).max() <= 2
    marked = QColor(now.caution).getRgb()[:3]
    assert colour_at(image, 0, plan.line(1).center().y()) == marked
    assert colour_at(image, 0, plan.line(0).center().y()) == panel.getRgb()[:3]


def test_the_threshold_stands_in_the_middle_of_yes_and_no(qtbot):
    pane = pane_with(qtbot, YES_NO, answers([[0.9], [0.2]], [1, 1]))
    image, plan, now = picture(pane.view), pane.view.list_plan, theme.current()
    yes, no = (plan.bar(plan.line(place)) for place in (0, 1))
    assert colour_at(image, round(yes.center().x()), yes.top() - 1) == QColor(now.quiet).getRgb()[:3]
    assert colour_at(image, no.left() + 0.35 * no.width(), no.center().y()) == QColor(now.negative).getRgb()[:3]
    assert colour_at(image, no.left() + 0.1 * no.width(), no.center().y()) == QColor(now.field).getRgb()[:3]
    assert colour_at(image, yes.left() + 0.3 * yes.width(), yes.center().y()) == QColor(now.field).getRgb()[:3]


def test_more_rows_than_fit_are_chosen_evenly(qtbot):
    rows = np.tile(RIGHT, (32, 1))
    pane = pane_with(qtbot, THREE, answers(rows, np.ones(32)))
    seen = [row.row for row in pane.view.shown]
    assert len(seen) == pane.view.list_plan.fitting < 32
    assert (seen[0], seen[-1]) == (10, 41)
    assert pane._score.text() == "32 of 32 right"


def test_pictures_stand_at_their_rows_and_are_made_once(qtbot):
    asked = []

    def picture_of(part: str, row: int) -> QImage:
        asked.append((part, row))
        image = QImage(4, 4, QImage.Format.Format_RGB32)
        image.fill(QColor(10 * row, 200, 30))
        return image

    pane = pane_with(qtbot, THREE, answers([RIGHT, WRONG], [1, 1], "train"), picture_of)
    image, plan = picture(pane.view), pane.view.list_plan
    for place, row in enumerate((10, 11)):
        at = plan.picture(plan.line(place)).center()
        assert colour_at(image, at.x(), at.y()) == (10 * row, 200, 30)
    pane.show_answers(answers([WRONG, WRONG], [1, 1], "train"))
    drawn(qtbot, pane)
    picture(pane.view)
    assert sorted(asked) == [("train", 10), ("train", 11)]


def test_numbers_stand_over_the_diagonal(qtbot):
    truth = np.linspace(0, 100, 11)
    pane = pane_with(qtbot, NUMBER, answers(truth[:, None] + 10, truth))
    plan = pane.view.scatter_plan
    places = plan.places(np.float32([0, 100]), np.float32([0, 100]))
    assert places[1, 0] - places[0, 0] == pytest.approx(plan.area.width() * 100 / (plan.span[1] - plan.span[0]))
    image = picture(pane.view)
    at = plan.places(np.float32([50]), np.float32([60]))[0]
    blue = np.array(QColor(theme.current().training).getRgb()[:3])
    assert np.abs(np.subtract(colour_at(image, *at), blue)).max() < 60
    assert pane._score.text() == "off by 10.00 on average"
    pane.view.point_at(QPointF(*at))
    assert [(line.label, line.value) for line in pane.view.card_lines()] == [
        ("validation row 16", ""), ("true", "50.00"), ("predicted", "60.00")
    ]  # fmt: skip
    assert count_of(picture(pane.view), "quiet") > 0


def test_the_range_does_not_tremble_and_does_not_follow_an_answer_that_is_far_out():
    truth = np.float32([0, 100])
    span = span_of(None, truth, np.float32([10, 90]))
    assert span[0] <= 0 < 100 <= span[1]
    assert span_of(span, truth, np.float32([11, 88])) == span
    assert span_of(span, truth, np.float32([1e9, -np.inf])) == span
    assert span_of(span, truth, np.float32([150, 90]))[1] >= 150
    plan = ScatterPlan.of(300, 200, span)
    places = plan.places(truth, np.float32([1e9, np.nan]))
    assert places[0, 1] == plan.area.top()
    assert np.isnan(places[1]).all()
    assert plan.nearest(QPointF(*places[0]), truth, np.float32([1e9, np.nan])) == 0


def test_of_several_numbers_one_is_shown_at_a_time(qtbot):
    values = np.array([[1.0, 100.0], [2.0, 300.0]])
    pane = pane_with(qtbot, TWO_NUMBERS, answers(values, values + np.array([1, 50])))
    assert (pane._target.text(), pane._score.text()) == ("price", "off by 1.0000 on average")
    pane._target.click()
    drawn(qtbot, pane)
    assert (pane._target.text(), pane._score.text()) == ("size", "off by 50.00 on average")
    assert pane.view.scatter_plan.span[1] >= 300


def test_the_card_of_a_row_names_the_likeliest_classes(qtbot):
    pane = pane_with(qtbot, THREE, answers([RIGHT, WRONG], [1, 1], "train"))
    pane.view.point_at(pane.view.list_plan.line(1).center())
    lines = [(line.label, line.value) for line in pane.view.card_lines()]
    assert lines[:3] == [("training row 12", ""), ("true", "versicolor"), ("setosa", "60 %")]
    pane.view.point_at(pane.view.list_plan.line(2).center())
    assert pane.view.card_lines() == []


def test_other_data_empty_the_pane(qtbot):
    pane = pane_with(qtbot, THREE, answers([RIGHT], [1]))
    assert pane.wanted == LISTED
    pane.set_data(NUMBER)
    drawn(qtbot, pane)
    assert (pane.view.shown, pane._score.text(), pane.wanted) == ([], "", SCATTERED)
    pane.set_data(None)
    assert pane.wanted == 0


@pytest.mark.parametrize("facts", [THREE, YES_NO, LABELS, NUMBER])
def test_answers_that_are_no_numbers_are_drawn_without_a_fault(qtbot, facts):
    outputs = facts.outputs
    values = np.full((3, outputs), np.nan)
    targets = np.zeros((3, outputs)) if facts in (LABELS, NUMBER) else np.zeros(3)
    pane = pane_with(qtbot, facts, answers(values, targets))
    pane.view.point_at(QPointF(120, 60))
    assert not picture(pane).isNull()


def test_names_never_push_the_bar_away():
    long = answer_rows(answers([RIGHT], [1]), DataFacts((1,), "classes", 3, ("x" * 99,) * 3), False)
    for width in (180, 267, 640):
        plan = ListPlan.of(float(width), 200.0, long, True)
        assert plan.bar(plan.line(0)).width() >= 0.1 * width


class TestPictures:
    """Samples of 2 x 3 pixels, each above what comes back of it."""

    FACTS = DataFacts((2, 3, 1), "regression", 6, target_range=(0.0, 1.0), target_shape=(2, 3, 1))
    WHITE, BLACK = [1.0] * 6, [0.0] * 6

    def test_the_answer_is_below_its_sample(self, qtbot):
        pane = pane_with(qtbot, self.FACTS, answers([self.BLACK, self.WHITE], [self.WHITE, self.BLACK]))
        plan = pane.view.pairs_plan
        assert plan.count == 2
        image = picture(pane.view)
        for place, (above, below) in enumerate(((255, 0), (0, 255))):
            for row, grey in ((0, above), (4, below)):
                at = plan.number(place, row, 1).center()
                assert colour_at(image, at.x(), at.y()) == (grey, grey, grey)

    def test_no_single_pixel_is_chosen_and_the_error_is_of_all(self, qtbot):
        pane = pane_with(qtbot, self.FACTS, answers([[0.5] * 6], [[1.0] * 3 + [0.5] * 3]))
        assert not pane._target.isVisible()
        assert "0.25" in pane._score.text()
        assert pane.wanted == PICTURED

    def test_the_card_and_the_choice_are_of_the_pair_that_is_pointed_at(self, qtbot):
        pane = pane_with(qtbot, self.FACTS, answers([self.BLACK, self.WHITE], [self.WHITE, self.WHITE]))
        at = pane.view.pairs_plan.place(0).center()
        pane.view.point_at(at)
        assert pane.view.card_lines()[-1].label == "off by"
        assert pane.view.row_at(at) == 10
        assert pane.view.row_at(QPointF(0, 0)) is None
        pane.view.point_at(QPointF(0, 0))
        assert pane.view.card_lines() == []

    def test_samples_that_are_rows_of_numbers_stay_points(self, qtbot):
        flat = DataFacts((6,), "regression", 6, target_shape=(6,))
        pane = pane_with(qtbot, flat, answers([self.BLACK], [self.WHITE]))
        assert pane.view.pairs_plan is None
        assert pane.view.scattered
        assert pane.wanted == SCATTERED
