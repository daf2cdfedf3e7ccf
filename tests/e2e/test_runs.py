"""Runs with the real engine: a race from the same weights, any run opened and scrubbed, logs written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import safetensors.numpy
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import snapshot_bytes
from nnviz.project.runs import Fork, Run
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 5, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1}), epochs=8, batch_size=20, seed=4)
POINTS = Builtin(name="moons", samples=100, noise=0.1)


def kernel(run: Run, epoch: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return safetensors.numpy.load(snapshot_bytes(run, "kept", epoch))["hidden_1/kernel"]


def test_a_race_is_fair_and_any_of_its_runs_can_be_opened_scrubbed_and_logged(hand: Hand, tmp_path: Path) -> None:
    window, running, session = hand.window, hand.window.running, hand.window.session
    hand.open(NETWORK, POINTS, RECIPE)
    hand.wait(lambda: session.state is State.IDLE, LATER)
    window.racing.ask()
    dialog = window.racing.dialog
    for chip in dialog.chips:
        if chip.isChecked() != (chip.property("value") in ("SGD", "Adam")):
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    with hand.qtbot.waitSignal(window.racing.said, timeout=2 * LATER) as told:
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    first, second = running.runs
    assert [run.label.name for run in (first, second)] == ["SGD", "Adam"]
    assert (first.ending, first.epochs, second.epochs) == ("finished", 8, 8)
    assert told.args[0].startswith("The race is over")
    assert window.document.project.training == RECIPE
    hand.wait(lambda: all(len(run.kept) == 9 for run in running.runs), LATER)  # whichever was there first
    first, second = running.runs
    np.testing.assert_array_equal(kernel(first, 0), kernel(second, 0))  # the same initial weights
    assert not np.array_equal(kernel(first, 8), kernel(second, 8))
    for run in (first, second):
        trained, wall = run.clock.T
        assert (np.diff(trained) >= 0).all()
        assert (np.diff(wall) >= 0).all()
        assert run.label.parameters == 21

    window.runs.act("open", (1,))
    hand.wait(lambda: running.standing is not None and running.standing.id == 1, LATER)
    hand.wait(lambda: session.kept.epochs == tuple(range(9)), LATER)
    window.travel.look(3)
    live = window.live
    hand.wait(lambda: live.weights is not None and live.weights.epoch == 3, LATER)
    np.testing.assert_array_equal(live.kernels["hidden_1"].matrix, kernel(first, 3))
    with hand.qtbot.waitSignal(session.run_ended, timeout=LATER):
        hand.click(window.travel.bar.fork)
    fork = running.runs[-1]
    assert (fork.fork, fork.project.training) == (Fork(1, 3), first.project.training)
    hand.wait(lambda: len(running.runs[-1].kept) == 9, LATER)
    # Forked at an epoch and trained alike, it comes to the same weights.
    np.testing.assert_allclose(kernel(running.runs[-1], 8), kernel(first, 8), atol=1e-6)

    with hand.qtbot.waitSignal(session.exported, timeout=LATER) as written:
        window.run_files.write_logs(tmp_path / "logs")
    assert written.args[0].format == "tensorboard"
    folders = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert folders == ["run-001-SGD", "run-002-Adam", "run-003"]
    assert all(list(path.glob("train/*tfevents*")) for path in (tmp_path / "logs").iterdir())
