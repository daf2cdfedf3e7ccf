"""One step of training is followed with the mouse and with the keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.training.one_step.formulas import Chosen
from nnviz.training.one_step.steps import Gradients, LossStep, Sums, Update
from nnviz.ui.panes.onestep_pane import OneStepPane
from tests.training.one_step.small import paper, rule

from .helpers import drawn, picture, shown

NAMES = {"hidden": "Hidden 1", "output": "Output"}
LEFT, INSIDE = Qt.MouseButton.LeftButton, QPoint(5, 3)


@pytest.fixture
def pane(qtbot: QtBot) -> OneStepPane:
    made = OneStepPane()
    made.show_given(paper(), 0, 4, NAMES)
    shown(qtbot, made)
    return made


def press(pane: OneStepPane, widget: object, place: object = None) -> None:
    at = {} if place is None else {"pos": place}
    QTest.mouseClick(widget, LEFT, **at)


def place_of(pane: OneStepPane, kind: type) -> int:
    return next(i for i, step in enumerate(pane.steps) if isinstance(step, kind))


def test_the_keys_go_through_all_of_it_and_back(pane: OneStepPane, qtbot: QtBot) -> None:
    pane.setFocus()
    seen = []
    for _ in range(len(pane.steps) - 1):
        QTest.keyClick(pane, Qt.Key.Key_Right)
        drawn(qtbot, pane)
        seen.append(pane.heading.text())
    assert seen == [
        "Hidden 1: weighted sums", "Hidden 1: activations", "Output: weighted sums", "Output: activations", "The loss",
        "Output: back to the sums", "Output: gradients", "Hidden 1: back to the sums", "Hidden 1: gradients",
        "Hidden 1: new weights", "Output: new weights",
    ]  # fmt: skip
    QTest.keyClick(pane, Qt.Key.Key_Right)  # there is no further piece
    assert pane.at == len(pane.steps) - 1
    QTest.keyClick(pane, Qt.Key.Key_Left)
    assert pane.at == len(pane.steps) - 2
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert pane.at == 0
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert pane.at == len(pane.steps) - 1


def test_the_buttons_do_the_same(pane: OneStepPane, qtbot: QtBot) -> None:
    assert not pane.back.isEnabled()
    with qtbot.waitSignal(pane.layer_chosen) as chosen:
        press(pane, pane.next)
    assert chosen.args == ["hidden"]
    drawn(qtbot, pane)
    assert pane.formulas.shown[0].numbers == "z₁ = 1·1 + 0.5·2 + 0.5 = 2.5"
    press(pane, pane.last)
    drawn(qtbot, pane)
    assert not pane.next.isEnabled()
    press(pane, pane.back)
    press(pane, pane.first)
    assert pane.at == 0


def test_a_press_on_the_way_goes_there(pane: OneStepPane, qtbot: QtBot) -> None:
    loss = place_of(pane, LossStep)
    press(pane, pane.chain, pane.chain.box(loss).center().toPoint())
    assert pane.at == loss
    drawn(qtbot, pane)
    assert pane.formulas.shown[0].numbers == "L = (3 − 5)² = 4"
    accent = picture(pane.chain).pixelColor(pane.chain.box(loss).topLeft().toPoint() + INSIDE)
    other = picture(pane.chain).pixelColor(pane.chain.box(0).topLeft().toPoint() + INSIDE)
    assert accent != other


def test_a_press_on_a_number_writes_it_out(pane: OneStepPane, qtbot: QtBot) -> None:
    pane.go_to(place_of(pane, Update))
    drawn(qtbot, pane)
    press(pane, pane.grid, pane.grid.cell(0, 1).center().toPoint())
    drawn(qtbot, pane)
    assert pane.chosen == Chosen(1, 0)
    assert pane.formulas.shown[0].numbers == "w = −1 − 0.1·4 = −1.4"
    press(pane, pane.grid, pane.grid.cell(2, 0).center().toPoint())
    drawn(qtbot, pane)
    assert pane.formulas.shown[0].numbers == "b = 0.5 − 0.1·(−8) = 1.3"
    QTest.keyClick(pane, Qt.Key.Key_Down)
    drawn(qtbot, pane)
    assert pane.formulas.shown[0].numbers == "b = 0 − 0.1·4 = −0.4"


def test_what_is_chosen_fits_every_piece(pane: OneStepPane, qtbot: QtBot) -> None:
    """The second unit of the hidden layer is followed by a layer that has but one."""
    pane.go_to(place_of(pane, Sums))
    pane.choose(Chosen(1, 1))
    for at in range(len(pane.steps)):
        pane.go_to(at)
        drawn(qtbot, pane)
    pane.go_to(place_of(pane, Gradients))
    drawn(qtbot, pane)
    assert pane.chosen.unit == 0


def test_samples_are_asked_for_in_a_circle(pane: OneStepPane, qtbot: QtBot) -> None:
    assert pane.sample.text() == "Sample 1 of 4"
    with qtbot.waitSignal(pane.row_requested) as asked:
        press(pane, pane.before)
    assert asked.args == [3]
    with qtbot.waitSignal(pane.row_requested) as asked:
        QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert asked.args == [1]


def test_newer_numbers_are_shown_at_the_same_piece(pane: OneStepPane, qtbot: QtBot) -> None:
    pane.go_to(place_of(pane, Update))
    pane.show_given(paper(rule("Adam", 0.5)), 2, 4, NAMES)
    drawn(qtbot, pane)
    assert isinstance(pane.steps[pane.at], Update)
    assert len(pane.formulas.shown) == 4
    assert pane.sample.text() == "Sample 3 of 4"


def test_a_reason_takes_the_place_of_the_numbers(pane: OneStepPane, qtbot: QtBot) -> None:
    pane.show_reason("Too large.")
    drawn(qtbot, pane)
    assert pane.reason.isVisible()
    assert pane.reason.text() == "Too large."
    assert not pane.chain.isVisible()
    assert not pane.before.isVisible()


def test_a_rule_that_is_not_shown_is_told_at_the_end(pane: OneStepPane, qtbot: QtBot) -> None:
    pane.show_given(replace(paper(), rule=None), 0, 4, NAMES, "Lion is not shown.")
    drawn(qtbot, pane)
    QTest.keyClick(pane, Qt.Key.Key_End)
    drawn(qtbot, pane)
    assert pane.heading.text() == "Hidden 1: gradients"
    assert pane.formulas.sentence.text().endswith("Lion is not shown.")


def test_nothing_is_drawn_behind_another_pane(qtbot: QtBot) -> None:
    made = OneStepPane()
    made.set_covered(True)
    qtbot.addWidget(made)
    made.show()
    made.show_given(paper(), 0, 4, NAMES)
    qtbot.wait(0)
    assert made.heading.text() == ""
    made.set_covered(False)
    assert made.heading.text() == "The sample"
