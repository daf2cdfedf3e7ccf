"""A run paused, saved, closed and opened again; a run changed while it goes on: in the real window, with the engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from numpy.typing import NDArray
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import Contents, open_project, save_project, snapshot_bytes
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe, ReduceOnPlateau, StopEarly
from nnviz.ui import style
from nnviz.ui.training.carrying import SETTING
from nnviz.ui.window import MainWindow
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 6, "activation": "tanh"}),
    LayerSpec("norm_1", "BatchNormalization", {"momentum": 0.9}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "norm_1"), ("norm_1", "output")))
RECIPE = Recipe(
    optimizer=OptimizerSpec("Adam", {"learning_rate": 0.02}),
    epochs=6,
    batch_size=10,
    seed=4,
    stop_early=StopEarly(monitor="loss", patience=50),
    reduce_on_plateau=ReduceOnPlateau(monitor="loss", patience=1, min_delta=0.05),
)
POINTS = Builtin(name="circles", samples=100, noise=0.05)  # 8 batches


def last_weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of the last run in a project file, and everything else that its state holds."""
    return safetensors.numpy.load(snapshot_bytes(open_project(path).runs[-1], "last"))


def save(hand: Hand, path: Path) -> None:
    with hand.qtbot.waitSignal(hand.window.files.said, timeout=LATER):
        hand.window.files.save_to(path)


def step(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.window.session.run_ended, timeout=LATER):
        hand.click(hand.window.topbar.step)


@pytest.fixture
def second(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    """A hand at another window, whose engine is not started yet."""
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    made.restore_panes()
    yield Hand(made, qtbot, monkeypatch)
    made.document.undo_stack.setClean()
    made.shutdown()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


def test_a_run_paused_saved_closed_and_opened_again_ends_as_one_left_alone(
    hand: Hand, second: Hand, tmp_path: Path
) -> None:
    save_project(tmp_path / "alone.json", Contents(Project(NETWORK, POINTS, RECIPE)))
    hand.window.files.open(tmp_path / "alone.json")
    hand.wait(lambda: hand.window.document.path == tmp_path / "alone.json")
    hand.wait(lambda: hand.window.topbar.step.isEnabled(), LATER)
    for _ in range(8 * 2 + 3):  # two epochs and three batches
        step(hand)
    assert hand.window.session.state is State.PAUSED
    save(hand, tmp_path / "paused.nnviz")
    hand.window.shutdown()

    window = second.window
    window.start_engine()
    window.files.open(tmp_path / "paused.nnviz")
    second.wait(lambda: window.session.state is State.PAUSED, LATER)
    assert "batch 3 of 8" in window.status.engine.text()
    assert (window.session.epoch, window.panes.loss.curves.epochs) == (2, 2)
    assert second.train_to_the_end().epoch == 6
    assert len(window.running.runs) == 1
    save(second, tmp_path / "reopened.nnviz")

    window.files.open(tmp_path / "alone.json")
    second.wait(lambda: window.document.path == tmp_path / "alone.json" and window.session.epoch == 0, LATER)
    second.wait(lambda: window.session.state is State.IDLE and window.topbar.train.isEnabled(), LATER)
    second.train_to_the_end()
    save(second, tmp_path / "alone.nnviz")
    ours, theirs = (open_project(tmp_path / name).runs[0] for name in ("reopened.nnviz", "alone.nnviz"))
    assert (ours.epochs, ours.ending) == (theirs.epochs, theirs.ending) == (6, "finished")
    for key, column in theirs.columns.items():
        np.testing.assert_allclose(ours.columns[key], column, rtol=1e-4)
    reopened, alone = (last_weights(tmp_path / name) for name in ("reopened.nnviz", "alone.nnviz"))
    assert reopened.keys() == alone.keys()
    for name, array in alone.items():
        # Equal but for what XLA, which each of the two may take up at another moment, rounds otherwise.
        np.testing.assert_allclose(reopened[name], array, rtol=1e-3, atol=1e-5, err_msg=name)


def test_a_change_while_training_goes_on_in_the_same_run_and_is_marked(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    endless = Recipe(epochs=1_000_000, seed=1, batch_size=10).with_optimizer(learning_rate=0.01)
    hand.open(NETWORK, POINTS, endless)
    hand.wait(window.topbar.train.isEnabled, LATER)
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER):
        hand.click(window.topbar.train)
    with hand.qtbot.waitSignal(window.running.changes_changed, timeout=LATER):
        window.document.edit_recipe(endless.with_optimizer(learning_rate=0.001), "slower")
    (change,) = window.running.changes
    assert str(change) == "learning_rate 0.01 -> 0.001"
    assert change.epoch > 0
    hand.wait(lambda: window.session.epoch > change.epoch, LATER)
    for pane in (window.panes.loss, window.panes.score):
        (mark,) = pane.view.overlay.marks
        assert (mark.epoch, mark.lines) == (change.epoch, ("learning_rate 0.01 → 0.001",))
    assert window.session.learning_rate == pytest.approx(0.001)

    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    window.document.edit_recipe(window.document.recipe.with_optimizer("SGD"), "plainer")
    hand.wait(lambda: window.session.state is State.PAUSED and not window.running._settle.isActive(), LATER)
    assert len(window.running.changes) == 1, "nothing was trained by it yet"
    with hand.qtbot.waitSignal(window.running.changes_changed, timeout=LATER):
        hand.click(window.topbar.train)
    assert [str(c) for c in window.running.changes][1:] == ["optimizer Adam -> SGD"]
    save(hand, tmp_path / "changed.nnviz")
    (run,) = open_project(tmp_path / "changed.nnviz").runs
    assert run.changes == window.running.changes
    assert run.ending == "paused"

    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
        hand.click(window.topbar.stop)
    window.document.undo_stack.setClean()
    window.files.open(tmp_path / "changed.nnviz")
    hand.wait(lambda: window.session.state is State.PAUSED, LATER)
    assert [mark.epoch for mark in window.panes.loss.view.overlay.marks] == [c.epoch for c in run.changes]
    window.running.reset()
    hand.wait(lambda: window.session.epoch == 0 and window.session.state is State.IDLE, LATER)
    assert window.panes.loss.view.overlay.marks == window.panes.score.view.overlay.marks == ()


SMOOTH = NetworkSpec(
    (LAYERS[0], LayerSpec("hidden_1", "Dense", {"units": 6, "activation": "relu"}), LAYERS[-1]),
    (("input", "hidden_1"), ("hidden_1", "output")),
)


@pytest.fixture
def keeping(hand: Hand):
    """A network that trains on and on, beside a choice of how edits are kept that is forgotten again."""
    window = hand.window
    hand.open(SMOOTH, POINTS, Recipe(epochs=1_000_000, seed=1, batch_size=10).with_optimizer(learning_rate=0.002))
    hand.wait(window.topbar.train.isEnabled, LATER)
    hand.click(window.topbar.train)
    hand.wait(lambda: window.session.epoch > 20, LATER)
    yield hand
    window.carrying.set_preserving(True)
    QSettings().remove(SETTING)


@pytest.mark.nightly
def test_a_layer_widened_with_the_mouse_while_it_trains_goes_on_as_it_was(keeping: Hand) -> None:
    hand, window = keeping, keeping.window
    hand.click_on_diagram(hand.on_diagram("hidden_1"))
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER) as built:
        hand.click_on_diagram(hand.on_diagram("hidden_1", "plus"))
    grown = built.args[0].grown
    assert grown.preserves
    assert grown.difference < 1e-5
    assert window.status.engine.text().startswith("The network answers as before (largest difference")
    assert {layer: item.text for layer, item in window.notes.items.items()} == {
        "hidden_1": "6 kept, 1 copied",
        "output": "weights split",
    }
    assert window.inspector.layer.carried.text.text() == "7 units: 6 kept, 1 copied."
    assert window.notes.items["hidden_1"].toolTip() == window.inspector.layer.carried.text.text()
    epoch = window.session.epoch
    hand.wait(lambda: window.session.epoch > epoch + 5, LATER)
    losses = window.session.history.column("loss")
    assert losses[epoch : epoch + 3].max() < losses[epoch - 3 : epoch].max() * 1.05
    window.carrying._fading.setInterval(0)
    window.carrying._fading.start()
    hand.wait(lambda: not window.notes.items)
    hand.click(window.topbar.stop)
    hand.wait(lambda: window.session.state is State.ENDED)


def test_paused_an_edit_can_be_kept_in_both_ways_and_undone(keeping: Hand, tmp_path: Path) -> None:
    hand, window = keeping, keeping.window
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: not window.running._keeper._due, LATER)
    save(hand, tmp_path / "before.nnviz")
    hand.click_on_diagram(hand.on_diagram("hidden_1"))
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        for _ in range(2):
            hand.click_on_diagram(hand.on_diagram("hidden_1", "plus"))
    hand.wait(lambda: window.running._stands_as_drawn() and not window.running._settle.isActive(), LATER)
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER) as built:
        hand.click(window.inspector.layer.carried.toggle)
    assert not built.args[0].grown.preserving
    assert window.notes.items["hidden_1"].text == "6 kept, 2 new"
    assert window.status.engine.text().startswith("What fits was kept; the answers change by up to")
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        window.document.undo_stack.undo()
    assert window.notes.items == {}
    with hand.qtbot.waitSignal(window.session.snapshot_taken, timeout=LATER):
        window.session.take_snapshot(str(tmp_path / "after.safetensors"))
    before, after = last_weights(tmp_path / "before.nnviz"), safetensors.numpy.load_file(tmp_path / "after.safetensors")
    for name, array in before.items():
        np.testing.assert_array_equal(after[name], array, err_msg=name)


def test_a_layer_dropped_behind_relu_starts_by_passing_on_what_comes_in(keeping: Hand) -> None:
    hand, window = keeping, keeping.window
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    port = window.diagram.viewport()
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER) as built:
        middle = (window.scene.layer_items["hidden_1"].pos() + window.scene.layer_items["output"].pos()) / 2
        at = window.diagram.mapFromScene(middle)
        hand.drag_layer("Dense", at.x() / port.width(), at.y() / port.height())
    assert window.document.network.layer("hidden_2").args["units"] == 6
    assert built.args[0].grown.preserves
    assert window.notes.items["hidden_2"].text == "new, answers kept"
