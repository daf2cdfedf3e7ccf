"""A network that learns to play in the real window with the engine: chosen, trained, looked back at and forked."""

from __future__ import annotations

import numpy as np
import pytest
import safetensors.numpy
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import snapshot_bytes
from nnviz.project.runs import Fork, Run
from nnviz.training.methods.kinds import QLearning
from nnviz.training.recipe import OptimizerSpec, Recipe
from nnviz.ui.panes.game_plan import caught_of_all
from tests.e2e.conftest import LATER, Hand

pytestmark = pytest.mark.nightly
DRAWN = NetworkSpec(
    (
        LayerSpec("input", "Input"),
        LayerSpec("hidden", "Dense", {"units": 48, "activation": "relu"}),
        LayerSpec("output", "Output"),
    ),
    (("input", "hidden"), ("hidden", "output")),
)
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.003}), epochs=60, batch_size=32, seed=1)


def stored(run: Run, epoch: int) -> dict[str, np.ndarray]:
    return safetensors.numpy.load(snapshot_bytes(run, "kept", epoch))


def test_a_game_is_learned_looked_back_at_and_forked(hand: Hand) -> None:
    window, session, running = hand.window, hand.window.session, hand.window.running
    document, pane = window.document, window.panes.game
    docks = {dock.objectName(): dock for dock in window.panes.docks}
    assert docks["game"].isHidden()
    hand.open(DRAWN, Builtin(name="catch"), RECIPE)
    assert not docks["game"].isHidden()
    (problem,) = document.problems
    document.apply_fix(problem)
    hand.wait(lambda: not document.problems, LATER)
    assert document.recipe.method == QLearning()
    assert docks["evaluation"].isHidden()
    document.undo_stack.undo()
    assert document.recipe.method is None
    document.undo_stack.redo()
    window.panes.bring(pane)
    hand.train_to_the_end()
    last = session.kept.epochs[-1]
    hand.wait(lambda: last == 60 and len(running.runs[-1].kept) == len(session.kept.epochs), LATER)
    (first,) = running.runs
    assert set(first.columns) == {"loss", "return", "val_loss", "val_return"}
    hand.wait(lambda: pane._table is not None and caught_of_all(pane._table) > 40, LATER)
    QTest.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.match.yours is not None

    early = session.kept.epochs[1]
    good = pane._table
    window.travel.look(early)
    hand.wait(lambda: pane._table is not good and caught_of_all(pane._table) < 40, LATER)

    with hand.qtbot.waitSignal(session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: len(running.runs) == 2 and running.runs[-1].kept, LATER)
    old, fork = running.runs
    assert fork.fork == Fork(1, early)
    np.testing.assert_array_equal(fork.columns["return"], old.columns["return"])
    for name, array in stored(fork, 60).items():  # memory and random numbers went on as they had stood
        np.testing.assert_array_equal(array, stored(old, 60)[name])
