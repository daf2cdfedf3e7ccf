"""One step by hand in the real window, with the numbers of the real engine."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.one_step.steps import Update
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 3, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.1}), batch_size=1, shuffle=False, seed=4)


def test_the_weights_worked_out_by_hand_are_those_after_step(hand: Hand) -> None:
    """The batches are of one row in order: what the pane says of sample 1, then of 2, is what Step does."""
    window, pane = hand.window, hand.window.panes.one_step
    hand.open(NETWORK, Builtin(name="xor"), RECIPE)
    hand.wait(lambda: window.session.standing_project is not None, LATER)
    assert pane.steps == ()  # nothing was asked for while nobody looked
    dock = window.panes._docks[pane]
    dock.raise_()
    hand.wait(lambda: pane.steps, LATER)
    assert pane.row == 1  # the first sample of XOR is all zeros
    hand.click(pane.before)
    hand.wait(lambda: pane.row == 0)
    for row in range(2):
        expected = [array for step in updates(pane) for array in (step.kernel, step.bias)]
        with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
            window.topbar.step_requested.emit()
        hand.wait(lambda row=row: updates(pane)[0].rule.done == row + 1, LATER)
        now = [array for step in updates(pane) for array in (step.of.kernel, step.of.bias)]
        for mine, engine in zip(expected, now, strict=True):
            np.testing.assert_allclose(mine, engine, rtol=1e-4, atol=1e-6)
        hand.click(pane.after)
        hand.wait(lambda row=row: pane.row == row + 1)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    hand.wait(lambda: pane.heading.text() == "Hidden 1: weighted sums")
    assert window.document.selection == ("hidden_1",)
    window.document.edit_network(edits.set_args(window.document.network, "hidden_1", units=65), "larger")
    hand.wait(lambda: pane.reason.isVisible())
    assert "65" in pane.reason.text()


def updates(pane) -> list[Update]:
    """The updates that the pane shows."""
    return [step for step in pane.steps if isinstance(step, Update)]
