"""The figures of an evaluation on screen, moved with the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from sklearn import metrics

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.figures import Answered, evaluation
from nnviz.training.evaluating.messages import Evaluation
from nnviz.ui.panes.evaluation_curves import CalibrationView, PrecisionView, RocView
from nnviz.ui.panes.evaluation_numbers import ForecastView, PredictedView, ResidualsView
from nnviz.ui.panes.evaluation_pane import EvaluationPane
from tests.ui.panes.helpers import drawn, picture, shown

CLASSES = DataFacts((4,), "classes", 3, ("ant", "bee", "cat"))
YES_NO = DataFacts((2,), "binary", 1, ("no", "yes"))
NUMBER = DataFacts((4,), "regression", 2, target_names=("price", "size"))
LABELS = DataFacts((4,), "labels", 2, ("red", "round"))


def truth_and_answers(facts: DataFacts, rows: int = 120):
    random = np.random.default_rng(0)
    if facts.task == "regression":
        truth = random.normal(size=(rows, 2))
        return truth, truth + random.normal(0, 0.2, truth.shape)
    if facts.task == "labels":
        return (random.random((rows, 2)) < 0.5).astype(float), random.random((rows, 2))
    if facts.task == "binary":
        truth = random.integers(0, 2, rows)
        return truth, np.clip(truth[:, None] * 0.4 + random.random((rows, 1)) * 0.6, 0, 1)
    truth = random.integers(0, 3, rows)
    chances = random.random((rows, 3)) + 0.6 * np.eye(3)[truth]
    return truth, chances / chances.sum(1, keepdims=True)


def judged(pane: EvaluationPane, facts: DataFacts, **given) -> Evaluation:
    """What the engine would send to *pane*."""
    truth, answers = truth_and_answers(facts)
    losses = np.random.default_rng(1).random(len(truth))
    answered = Answered(facts, np.arange(len(truth)), answers, truth, losses, total=len(truth), **given)
    return evaluation(pane.wish, answered)


def pane_of(qtbot, facts: DataFacts, size=(400, 350), **data) -> EvaluationPane:
    pane = EvaluationPane()
    pane.set_data(facts, ("validation", "train"), **data)
    pane.show_evaluation(judged(pane, facts, ordered=data.get("ordered", False)))
    shown(qtbot, pane, size)
    qtbot.waitUntil(lambda: pane.board.shown != ())
    return pane


def press(view, at: QPointF) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())


def names(pane) -> list[str]:
    return [type(view).__name__ for view in pane.board.offered]


@pytest.mark.parametrize(
    ("facts", "ordered", "expected"),
    [
        (CLASSES, False, ["MatrixView", "ClassTable", "RocView", "PrecisionView", "CalibrationView", "SamplesView"]),
        (YES_NO, False, ["MatrixView", "ClassTable", "RocView", "PrecisionView", "CalibrationView", "SamplesView"]),
        (LABELS, False, ["ClassTable", "RocView", "PrecisionView", "CalibrationView", "SamplesView"]),
        (NUMBER, False, ["PredictedView", "ResidualsView", "SamplesView"]),
        (NUMBER, True, ["ForecastView", "PredictedView", "ResidualsView", "SamplesView"]),
    ],
)
def test_each_task_has_its_figures_and_all_of_them_paint(qtbot, facts, ordered, expected):
    pane = pane_of(qtbot, facts, ordered=ordered)
    assert names(pane) == expected
    for view in pane.board.offered:
        pane.choose_figure(view)
        assert pane.board.shown == (view,)
        empty = picture(pane.board)
        empty.fill(0)
        assert picture(view) != empty
        for x in range(0, view.width(), 24):
            view.card(view.judged, QPointF(x, view.height() / 2))


def test_a_large_pane_shows_all_figures_side_by_side(qtbot):
    pane = pane_of(qtbot, CLASSES, (1100, 700))
    assert len(pane.board.shown) == 6
    assert all(view.captioned for view in pane.board.shown)
    boxes = [view.geometry() for view in pane.board.shown]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert not pane.figure_button.isVisible()
    pane.resize(400, 350)
    qtbot.waitUntil(lambda: len(pane.board.shown) == 1)
    drawn(qtbot, pane)
    assert pane.figure_button.isVisible()


def test_a_click_on_a_cell_asks_for_its_samples_and_another_one_for_the_mistakes(qtbot):
    pane = pane_of(qtbot, CLASSES, (1100, 700))
    plan = pane.matrix.plan(pane.matrix.judged)
    press(pane.matrix, plan.cell(2, 0).center())
    assert pane.wish.cell == (2, 0)
    pane.show_evaluation(judged(pane, CLASSES))
    drawn(qtbot, pane)
    samples = pane.samples.judged.evaluation.samples
    assert samples
    assert {(s.truth, s.answer) for s in samples} == {((2.0,), (0.0,))}
    press(pane.matrix, plan.cell(2, 0).center())
    assert pane.wish.cell is None


def test_the_list_of_a_cell_leads_back_to_the_matrix(qtbot):
    pane = pane_of(qtbot, CLASSES)
    press(pane.matrix, pane.matrix.plan(pane.matrix.judged).cell(1, 1).center())
    assert pane.board.shown == (pane.samples,)
    pane.show_evaluation(judged(pane, CLASSES))
    drawn(qtbot, pane)
    press(pane.samples, QPointF(350, 8))
    assert pane.board.shown == (pane.matrix,)
    assert pane.wish.cell is None


def test_an_evaluation_of_what_is_no_longer_wanted_is_left_out(qtbot):
    pane = pane_of(qtbot, CLASSES)
    late = judged(pane, CLASSES)
    pane.choose_part("train")
    pane.show_evaluation(late)
    drawn(qtbot, pane)
    assert pane.board.offered == ()


def test_the_threshold_moves_the_matrix_and_the_points_on_the_curves(qtbot):
    pane = pane_of(qtbot, YES_NO)
    truth, answers = truth_and_answers(YES_NO)
    slider = pane.threshold.slider
    assert slider.isVisible()
    for key, times in ((Qt.Key.Key_PageUp, 5), (Qt.Key.Key_PageDown, 12)):
        for _ in range(times):
            QTest.keyClick(slider, key)
        drawn(qtbot, pane)
        at = slider.value() / 1000
        assert pane.wish.threshold == at
        answer = answers[:, 0] > at
        seen = pane.matrix.judged
        assert np.array_equal(np.reshape(seen.classes.counts, (2, 2)), metrics.confusion_matrix(truth, answer))
        (no_no, no_yes), (yes_no, yes_yes) = metrics.confusion_matrix(truth, answer)
        roc = next(v for v in pane.board.views if isinstance(v, RocView))
        assert roc.point(seen) == pytest.approx((no_yes / (no_no + no_yes), yes_yes / (yes_no + yes_yes)))
        precise = next(v for v in pane.board.views if isinstance(v, PrecisionView))
        expected = metrics.recall_score(truth, answer), metrics.precision_score(truth, answer, zero_division=np.nan)
        assert precise.point(seen) == pytest.approx(expected, nan_ok=True)


def test_pointing_says_what_is_under_the_mouse(qtbot):
    pane = pane_of(qtbot, CLASSES)
    seen = pane.matrix.judged
    cell = pane.matrix.plan(seen).cell(0, 1).center()
    lines = [(line.label, line.value) for line in pane.matrix.card(seen, cell)]
    truth, answers = truth_and_answers(CLASSES)
    count = int(((truth == 0) & (answers.argmax(1) == 1)).sum())
    assert ("samples", str(count)) in lines
    assert ("of all ant", f"{100 * count / (truth == 0).sum():.1f} %") in lines
    calibrated = next(v for v in pane.board.views if isinstance(v, CalibrationView))
    pane.choose_figure(calibrated)
    plot = calibrated.plot()
    assert calibrated.card(seen, plot.place(0.5, 0.5))
    assert calibrated.card(seen, QPointF(1, 1)) == []


def test_numbers_are_drawn_where_they_belong(qtbot):
    pane = pane_of(qtbot, NUMBER)
    view = next(v for v in pane.board.views if isinstance(v, PredictedView))
    found = view.numbers(view.judged)
    plot = view.plot(found)
    assert plot.x == plot.y
    lines = view.card(view.judged, plot.place(found.truth[3], found.answer[3]))
    assert lines[0].label in {f"row {row + 1}" for row in found.rows}
    residuals = next(v for v in pane.board.views if isinstance(v, ResidualsView))
    assert residuals.offers(view.judged)
    target = pane._target
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert pane.wish.column == 1


def test_the_wheel_zooms_into_a_forecast(qtbot):
    pane = pane_of(qtbot, NUMBER, ordered=True)
    view = next(v for v in pane.board.views if isinstance(v, ForecastView))
    before = view.plot(view.numbers(view.judged)).x
    view.span = (10, 40)
    after = view.plot(view.numbers(view.judged)).x
    assert before == (1, 120)
    assert after == (11, 50)


def test_headings_sort_the_table(qtbot):
    pane = pane_of(qtbot, CLASSES)
    pane.choose_figure(pane.table)
    box = pane.table._columns()[1]
    press(pane.table, box.center())
    recalls = [row.figures[1] for row in pane.table.rows(pane.table.judged)]
    assert recalls == sorted(recalls)


def test_refusals_and_odd_answers_are_said(qtbot):
    pane = pane_of(qtbot, CLASSES)
    pane.show_evaluation(Evaluation(pane.wish, refusal="There is no file x.csv"))
    drawn(qtbot, pane)
    assert pane._notice.text() == "There is no file x.csv"
    assert pane.board.offered == ()
    pane.show_evaluation(Evaluation(pane.wish, rows=4, unanswered=2))
    drawn(qtbot, pane)
    assert "2 answers are no numbers" in pane._notice.text()


def test_parts_and_files_are_on_the_menu(qtbot):
    pane = pane_of(qtbot, CLASSES, takes_files=True)
    actions = {action.text(): action for action in pane.fill_parts().actions()}
    assert list(actions) == ["Validation", "Training", "A file…"]
    with qtbot.waitSignal(pane.file_requested):
        actions["A file…"].trigger()
    actions["Training"].trigger()
    assert (pane.wish.part, pane.wish.cell) == ("train", None)
    pane.set_data(CLASSES, ("train",), takes_files=True, folders=True)
    assert [action.text() for action in pane.fill_parts().actions()] == ["Training", "A folder of pictures…"]


def test_the_mistakes_are_pictures_where_samples_are(qtbot):
    from PySide6.QtGui import QImage

    asked = []

    def of(part, row):
        asked.append((part, row))
        image = QImage(8, 8, QImage.Format.Format_Grayscale8)
        image.fill(200)
        return image

    pane = pane_of(qtbot, CLASSES, picture_of=of)
    pane.choose_figure(pane.samples)
    picture(pane.samples)
    worst = pane.samples.judged.evaluation.samples[0]
    assert asked[0] == ("validation", worst.row)
