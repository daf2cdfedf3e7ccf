"""Draw, train, watch, take home: the whole job in the real window with the real engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nnviz.data.spec import Builtin, Npz, Table
from nnviz.network import edits
from nnviz.network.augmenting import augmentation
from nnviz.network.spec import LayerSpec
from nnviz.project.files import open_project
from nnviz.training.messages import Ending
from nnviz.training.recipe import Recipe
from tests.e2e.conftest import LATER, Hand

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
QUICK = Recipe(epochs=400, batch_size=4, seed=3).with_optimizer("Adam", learning_rate=0.05)


def draw_xor(hand: Hand) -> None:
    for kind, share in (("Input", 0.2), ("Output", 0.8), ("Dense", 0.5)):
        hand.drag_layer(kind, share)
    document = hand.window.document
    document.edit_network(edits.set_args(document.network, "hidden_1", units=8, activation="tanh"), "units")


def predictions_of(weights: Path, model: Path) -> np.ndarray:
    import keras

    loaded = keras.models.load_model(model)
    loaded.set_weights([w * 0 for w in loaded.get_weights()])
    loaded.load_weights(weights)
    return np.asarray(loaded.predict(XOR, verbose=0)).ravel()


def export(hand: Hand, name: str, path: Path) -> None:
    with hand.qtbot.waitSignal(hand.window.session.exported, timeout=LATER):
        hand.window.running.export(name, path)


def test_three_layers_dragged_trained_exported_and_reloaded(hand: Hand, tmp_path: Path) -> None:
    hand.empty_xor(QUICK)
    assert not hand.window.topbar.train.isEnabled()
    draw_xor(hand)
    network = hand.window.document.network
    assert [layer.kind for layer in network.ordered() or ()] == ["Input", "Dense", "Output"]
    assert len(network.links) == 2

    ending = hand.train_to_the_end()
    assert isinstance(ending, Ending)
    assert ending.kind == "finished"
    assert hand.window.session.history.epochs == 400
    loss = hand.window.session.history.column("loss")
    assert loss[-1] < 0.1 < loss[0]

    export(hand, "weights.h5", tmp_path / "w.weights.h5")
    export(hand, "keras", tmp_path / "m.keras")
    assert predictions_of(tmp_path / "w.weights.h5", tmp_path / "m.keras").round().tolist() == [0, 1, 1, 0]

    # The same figures are what every view shows.
    assert hand.window.topbar.epoch.value.text() == "400"
    assert hand.window.panes.loss.curves.epochs == 400
    lines = hand.window.scene.link_items[("input", "hidden_1")].lines
    kernel = hand.window.live.kernels["hidden_1"].matrix
    assert len(lines) == 16
    assert {round(line.value, 6) for line in lines} == {round(float(w), 6) for w in kernel.ravel()}


@pytest.mark.nightly
def test_weights_loaded_back_into_a_fresh_network_answer_the_same(hand: Hand, tmp_path: Path) -> None:
    hand.empty_xor(QUICK)
    draw_xor(hand)
    hand.train_to_the_end()
    export(hand, "weights.h5", tmp_path / "trained.weights.h5")
    trained = hand.window.live.kernels["hidden_1"].matrix.copy()
    with hand.qtbot.waitSignal(hand.window.session.built, timeout=LATER):
        hand.click(hand.window.topbar.reset)
    hand.wait(lambda: not np.allclose(hand.window.live.kernels["hidden_1"].matrix, trained))
    hand.window.files.open_anything(tmp_path / "trained.weights.h5")
    hand.wait(lambda: np.array_equal(hand.window.live.kernels["hidden_1"].matrix, trained))


def test_pause_step_stop_and_reset(hand: Hand) -> None:
    endless = Recipe(epochs=1_000_000, batch_size=32, seed=1).with_optimizer("SGD", learning_rate=0.01)
    window = hand.window
    hand.open(window.document.network, Builtin(name="moons"), endless)
    hand.wait(lambda: window.live.kernels, LATER)
    initial = window.live.kernels["hidden_1"].matrix.copy()
    hand.wait(window.topbar.train.isEnabled)
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER):
        hand.click(window.topbar.train)
    assert window.topbar.train.running
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as paused:
        hand.click(window.topbar.train)
    assert paused.args[0].kind == "paused"
    assert not window.topbar.train.running
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as stepped:
        hand.click(window.topbar.step)
    assert stepped.args[0].kind == "paused"
    done = window.session.epoch
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER) as more:
        hand.click(window.topbar.train)
    assert more.args[0].first in (done, done + 1)
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as stopped:
        hand.click(window.topbar.stop)
    assert stopped.args[0].kind == "stopped"
    assert not np.allclose(window.live.kernels["hidden_1"].matrix, initial)
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        hand.click(window.topbar.reset)
    hand.wait(lambda: np.array_equal(window.live.kernels["hidden_1"].matrix, initial))
    assert window.topbar.epoch.value.text() == "0"


def test_a_table_is_opened_its_target_chosen_trained_saved_and_reopened(hand: Hand, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    rows = ["age;bought;city;score"]
    for _ in range(120):
        age, city, score = rng.integers(18, 70), rng.choice(["Seoul", "Busan"]), rng.random()
        rows.append(f"{age};{'yes' if age > 40 else 'no'};{city};{score:.3f}")
    (tmp_path / "people.csv").write_text("\n".join(rows))
    window = hand.window

    window.files.open_anything(tmp_path / "people.csv")
    from nnviz.ui.dialogs.data_chooser import DataChooser

    chooser = window.findChildren(DataChooser)[0]
    chosen = []
    chooser.data_chosen.connect(chosen.append)
    hand.wait(lambda: chooser.pages.look.found is not None)
    page = chooser.pages.page("table")
    hand.wait(page.isVisible)
    hand.predict_column(page, "bought")
    hand.wait(chooser.use.isEnabled)
    hand.click(chooser.use)
    assert isinstance(chosen[0], Table)
    hand.wait(lambda: window.document.facts is not None and window.document.facts.features == 4)
    assert window.document.facts.task == "binary"
    assert window.document.fitted.layer("output").args == {"units": 1, "activation": "sigmoid"}

    window.document.edit_recipe(Recipe(epochs=60, seed=2).with_optimizer(learning_rate=0.02), "recipe")
    ending = hand.train_to_the_end()
    assert ending.kind == "finished"
    hand.wait(lambda: window.running.runs and window.running.runs[-1].snapshot("last"))
    trained = window.live.kernels["hidden_1"].matrix.copy()
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(tmp_path / "people.nnviz")
    assert not window.document.dirty
    saved = open_project(tmp_path / "people.nnviz")
    assert saved.runs[0].epochs == 60
    assert saved.project.data.path == "people.csv"

    hand.open(edits.NetworkSpec(), None)
    window.files.open(tmp_path / "people.nnviz")
    hand.wait(lambda: window.live.kernels.get("hidden_1") is not None, LATER)
    hand.wait(lambda: np.array_equal(window.live.kernels["hidden_1"].matrix, trained))
    assert window.panes.loss.curves.epochs == 60
    assert window.session.epoch == 60


def test_data_dropped_on_the_window_are_looked_at_and_used_varied(hand: Hand, tmp_path: Path) -> None:
    from nnviz.ui.dialogs.data_chooser import DataChooser

    window = hand.window
    labels, pictures = np.arange(40) % 2, np.zeros((40, 4, 4, 1), np.uint8)
    np.savez(tmp_path / "arrays.npz", x=pictures, y=labels)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "arrays.npz"))])
    keys, button, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(30, 300), copy, mime, button, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(30, 300), copy, mime, button, keys))
    hand.wait(lambda: window.findChildren(DataChooser))
    chooser = window.findChildren(DataChooser)[0]
    hand.wait(chooser.use.isEnabled)
    assert chooser.spec == Npz(path=str(tmp_path / "arrays.npz"))
    chooser.show_layers((LayerSpec("flip", "RandomFlip", {"mode": "horizontal"}),))
    before, steps = window.document.network, window.document.undo_stack.count()
    hand.click(chooser.use)
    assert window.document.data_spec == Npz(path=str(tmp_path / "arrays.npz"))
    assert [layer.kind for layer in augmentation(window.document.network)] == ["RandomFlip"]
    assert window.document.undo_stack.count() == steps + 1
    window.document.undo_stack.undo()
    assert window.document.network == before


def test_an_edit_while_training_keeps_what_fits_and_goes_on(hand: Hand) -> None:
    window = hand.window
    recipe = Recipe(epochs=1_000_000, seed=1).with_optimizer(learning_rate=0.01)
    hand.open(window.document.network, Builtin(name="circles"), recipe)
    hand.wait(window.topbar.train.isEnabled)
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: window.session.epoch > 20, LATER)
    before = window.session.epoch
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER) as built:
        window.document.edit_network(edits.set_args(window.document.network, "hidden_2", units=6), "wider")
    assert "hidden_1" in built.args[0].kept
    assert built.args[0].epoch >= before
    hand.wait(lambda: window.session.epoch > built.args[0].epoch, LATER)
    assert window.topbar.train.running


@pytest.mark.logs_warnings
def test_a_killed_engine_is_said_and_the_next_train_works(hand: Hand) -> None:
    import os
    import signal

    window = hand.window
    hand.empty_xor(Recipe(epochs=1_000_000, seed=1))
    draw_xor(hand)
    hand.wait(window.topbar.train.isEnabled)
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER):
        hand.click(window.topbar.train)
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as ended:
        os.kill(window.session.engine_pid, signal.SIGKILL)
    assert ended.args[0].kind == "killed"
    assert ended.args[0].sentence in window.status.engine.text()
    document = window.document
    document.edit_recipe(Recipe(epochs=30, seed=1), "shorter")
    hand.wait(window.topbar.train.isEnabled)
    assert hand.train_to_the_end().kind == "finished"


@pytest.mark.logs_warnings
def test_an_engine_killed_between_runs_gets_the_trained_weights_back(hand: Hand) -> None:
    import os
    import signal

    window = hand.window
    hand.empty_xor(QUICK)
    draw_xor(hand)
    hand.train_to_the_end()
    hand.wait(lambda: window.running.runs[-1].snapshot("last"))
    trained = window.live.kernels["hidden_1"].matrix.copy()
    with hand.qtbot.waitSignals([window.session.engine_lost, window.session.built], timeout=LATER):
        os.kill(window.session.engine_pid, signal.SIGKILL)
    hand.wait(lambda: np.array_equal(window.live.kernels["hidden_1"].matrix, trained), LATER)
    assert window.session.epoch == 400
    assert window.panes.loss.curves.epochs == 400


@pytest.mark.nightly
def test_a_renamed_layer_keeps_what_it_learned(hand: Hand) -> None:
    window = hand.window
    hand.empty_xor(QUICK)
    draw_xor(hand)
    hand.train_to_the_end()
    trained = window.live.kernels["hidden_1"].matrix.copy()
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER) as built:
        window.diagram.editing.rename_to("hidden_1", "features")
    assert set(built.args[0].kept) == {"features", "output"}
    hand.wait(lambda: "features" in window.live.kernels)
    assert np.array_equal(window.live.kernels["features"].matrix, trained)


def test_a_diagram_that_cannot_be_trained_pauses_the_run_and_goes_on_when_repaired(hand: Hand) -> None:
    window = hand.window
    hand.open(window.document.network, Builtin(name="circles"), Recipe(epochs=1_000_000, seed=1))
    hand.wait(window.topbar.train.isEnabled)
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER):
        hand.click(window.topbar.train)
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as ended:
        window.document.edit_network(edits.add_link(window.document.network, "hidden_2", "hidden_1"), "link")
    assert ended.args[0].kind == "paused"
    assert not window.topbar.train.isEnabled()
    done = window.session.epoch
    window.document.apply_fix(window.document.problems[0])
    with hand.qtbot.waitSignal(window.session.epochs_finished, timeout=LATER) as more:
        hand.click(window.topbar.train)
    assert more.args[0].first > done
