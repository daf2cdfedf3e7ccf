"""Boltzmann machines in the real window with the engine: drawn with what the problems offer, looked back at, forked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import snapshot_bytes
from nnviz.project.runs import Fork, Run
from nnviz.training.methods.kinds import ContrastiveDivergence
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

pytestmark = pytest.mark.nightly
DIGITS = Builtin(name="digits")
DRAWN = NetworkSpec(
    (
        LayerSpec("input", "Input"),
        LayerSpec("hidden_1", "Dense", {"units": 12, "activation": "relu"}),
        LayerSpec("hidden_2", "Dense", {"units": 5, "activation": "sigmoid"}),
        LayerSpec("output", "Output"),
    ),
    (("input", "hidden_1"), ("hidden_1", "hidden_2"), ("hidden_2", "output")),
)
RECIPE = Recipe(
    optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1, "momentum": 0.5}), epochs=8, batch_size=100, seed=2,
    method=ContrastiveDivergence(),
)  # fmt: skip


def stored(run: Run, epoch: int) -> dict[str, np.ndarray]:
    return safetensors.numpy.load(snapshot_bytes(run, "kept", epoch))


def mend(hand: Hand) -> None:
    """Take every change that is offered, as the button of each problem does."""
    document = hand.window.document
    for _ in range(12):
        if not document.problems:
            return
        first = document.problems[0]
        document.apply_fix(first)
        hand.wait(lambda first=first: first not in document.problems, LATER)  # data are read once more
    pytest.fail(str([problem.text for problem in document.problems]))


def test_from_a_classifier_to_machines_that_are_looked_back_at_and_forked(hand: Hand, tmp_path: Path) -> None:
    window, session, running = hand.window, hand.window.session, hand.window.running
    hand.open(DRAWN, DIGITS, RECIPE)
    mend(hand)
    units = [layer.args.get("units") for layer in window.document.network.ordered() or () if layer.kind == "Dense"]
    assert units == [12, 5, 12]
    assert window.panes.docks[[dock.objectName() for dock in window.panes.docks].index("one_step")].isHidden()
    hand.train_to_the_end()
    hand.wait(lambda: session.kept.epochs == tuple(range(9)) and len(running.runs[-1].kept) == 9, LATER)
    (first,) = running.runs

    window.travel.look(3)
    hand.wait(lambda: window.live.weights is not None and window.live.weights.epoch == 3, LATER)
    then = stored(first, 3)
    np.testing.assert_array_equal(window.live.kernels["hidden_1"].matrix, then["hidden_1/kernel"])
    np.testing.assert_array_equal(then["hidden_3/kernel"], then["hidden_2/kernel"].T)
    np.testing.assert_array_equal(then["output/kernel"], then["hidden_1/kernel"].T)

    with hand.qtbot.waitSignal(session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: len(running.runs) == 2 and len(running.runs[-1].kept) == 9, LATER)
    old, fork = running.runs
    assert fork.fork == Fork(1, 3)
    np.testing.assert_array_equal(fork.columns["loss"], old.columns["loss"])
    for name, array in stored(fork, 8).items():  # the random numbers went on as they had stood
        np.testing.assert_array_equal(array, stored(old, 8)[name])

    path = tmp_path / "machines.nnviz"
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(path)
    project = window.document.project
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.network == DRAWN
    window.document.undo_stack.setClean()
    window.files.open(path)
    hand.wait(lambda: window.document.project == project and session.kept.epochs == tuple(range(9)), LATER)
