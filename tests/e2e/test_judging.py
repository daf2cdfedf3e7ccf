"""The network judged and tried in the real window, with the real engine, by mouse."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from sklearn import metrics

from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 16, "activation": "relu"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.02}), epochs=5, batch_size=64, seed=4)
DIGITS = Builtin(name="digits")


def raise_pane(hand: Hand, pane) -> None:
    """Bring *pane* to the front, as a click on its tab does."""
    dock = hand.window.panes._docks[pane]
    dock.show()
    dock.raise_()
    hand.wait(lambda: hand.window.panes.can_be_seen(pane))


def draw_a_one(canvas) -> None:
    """A stroke from top to bottom."""
    sheet = canvas.sheet.toRect()
    middle = [QPoint(sheet.center().x(), sheet.top() + round(sheet.height() * share / 10)) for share in range(1, 10)]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle[0])
    for point in middle[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle[-1])


def test_what_is_judged_and_tried_is_what_the_network_answers(hand: Hand, tmp_path: Path):
    panes, document = hand.window.panes, hand.window.document
    hand.open(NETWORK, DIGITS, RECIPE)
    raise_pane(hand, panes.evaluation)
    hand.window.topbar.speed.set_choice(0.0)
    hand.train_to_the_end()
    pane = panes.evaluation
    hand.wait(lambda: pane._evaluation is not None and pane._evaluation.first == 5, LATER)

    session = Session(Project(NETWORK, DIGITS, RECIPE), tmp_path)  # the same run again, without a window
    while session.advance(5).ending is None:
        pass
    part = session.dataset.validation
    answers = session.predict(part.x)
    expected = metrics.confusion_matrix(part.y, answers.argmax(1), labels=range(10))
    hand.wait(lambda: pane.matrix.judged is not None)
    assert np.array_equal(np.reshape(pane.matrix.judged.classes.counts, (10, 10)), expected)

    wrong = np.argwhere((expected > 0) & ~np.eye(10, dtype=bool))[0]
    at = pane.matrix.plan(pane.matrix.judged).cell(*wrong.tolist()).center().toPoint()
    QTest.mouseClick(pane.matrix, Qt.MouseButton.LeftButton, pos=at)
    hand.wait(lambda: pane._evaluation is not None and pane._evaluation.wish.cell == tuple(wrong.tolist()))
    rows = {sample.row for sample in pane._evaluation.samples}
    assert rows == set(np.flatnonzero((part.y == wrong[0]) & (answers.argmax(1) == wrong[1])).tolist())

    raise_pane(hand, panes.trying)
    assert hand.window.session._evaluated.part == ""  # what nobody sees costs nothing
    draw_a_one(panes.trying.canvas)
    hand.wait(lambda: len(panes.trying.bars.answer) == 10)
    hand.wait(lambda: hand.window.trying._asked == 0 and not hand.window.trying._soon.isActive())
    sample = hand.window.trying._sample()
    assert document.facts is not None
    assert np.allclose(panes.trying.bars.answer, session.predict(sample)[0], atol=1e-5)
    assert math.isclose(sum(panes.trying.bars.answer), 1.0, abs_tol=1e-5)
    hand.click(panes.trying.clear_button)
    hand.wait(lambda: panes.trying.bars.answer == ())
