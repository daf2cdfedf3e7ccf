"""The sample that is selected is asked of the engine as it is prepared, and its answer is shown to no other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from nnviz.training.messages import Tried
from nnviz.ui.asking.sample_answers import SampleAnswers
from nnviz.ui.document import Document


class FakeView:
    def __init__(self):
        self.answers, self.parts = [], []

    def show_part(self, row, part):
        self.parts.append((row, part))

    def show_answer(self, values, facts, *, margin, learned):
        self.answers.append((values.tolist(), learned))


class FakePane(QObject):
    row_selected = Signal(object)

    def __init__(self):
        super().__init__()
        self.row, self.part, self.view = None, "train", FakeView()

    def select(self, row):
        self.row = row
        self.row_selected.emit(row)


class FakeSession(QObject):
    weights_changed, built, tried = Signal(object), Signal(object), Signal(object)

    def __init__(self):
        super().__init__()
        self.asked = []

    def try_sample(self, number, x):
        self.asked.append((number, np.frombuffer(x, "<f4")))
        return True

    def answer(self, value, epoch=1, of=-1):
        self.tried.emit(Tried(self.asked[of][0], epoch, (value,)))


class FakeRun:
    shows_drawn_data = True


@pytest.fixture
def asking(qapp, qtbot):
    document, pane, session, run = Document(), FakePane(), FakeSession(), FakeRun()
    qtbot.waitUntil(lambda: document.dataset is not None, timeout=20_000)
    made = SampleAnswers(pane, document, session, run, lambda: False, document)
    yield pane, session, run, document
    made.shutdown()
    document.shutdown()


def test_the_very_sample_is_asked_for_and_its_answer_shown(asking, qtbot):
    pane, session, _, document = asking
    pane.select(17)
    qtbot.waitUntil(lambda: len(session.asked) == 1)
    part, number = document.dataset.origins.find(17)
    np.testing.assert_array_equal(session.asked[0][1], getattr(document.dataset, part).x[number])
    assert pane.view.parts == [(17, part)]
    session.answer(0.5, epoch=0)
    session.answer(0.25, of=0)
    assert pane.view.answers == [([0.5], False), ([0.25], True)]


def test_while_the_network_learns_it_is_asked_again_and_again_but_never_twice_at_once(asking, qtbot):
    pane, session, _, document = asking
    answers = document.findChild(SampleAnswers)
    pane.select(3)
    qtbot.waitUntil(lambda: len(session.asked) == 1)
    session.weights_changed.emit(None)
    qtbot.waitUntil(lambda: not answers._soon.isActive())
    assert len(session.asked) == 1  # the first is not answered yet
    session.answer(0.1)
    session.weights_changed.emit(None)
    qtbot.waitUntil(lambda: len(session.asked) == 2)


def test_an_answer_to_a_row_that_was_selected_before_is_not_shown(asking, qtbot):
    pane, session, _, _ = asking
    pane.select(3)
    qtbot.waitUntil(lambda: len(session.asked) == 1)
    pane.select(4)
    session.answer(0.9, of=0)
    assert pane.view.answers == []
    qtbot.waitUntil(lambda: len(session.asked) == 2)
    session.answer(0.2)
    assert pane.view.answers == [([np.float32(0.2).item()], True)]


def test_nothing_is_asked_of_a_network_for_other_data(asking, qtbot):
    pane, session, run, document = asking
    run.shows_drawn_data = False
    pane.select(3)
    answers = document.findChild(SampleAnswers)
    qtbot.waitUntil(lambda: answers._wanted is not None)
    assert session.asked == []
    run.shows_drawn_data = True
    session.built.emit(None)
    qtbot.waitUntil(lambda: len(session.asked) == 1)
