"""A Keras model that is dropped on the window: shown with its weights, trained on, saved and opened again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project.files import open_project, snapshot_bytes
from nnviz.project.runs import last_weights
from nnviz.training.recipe import Recipe
from tests.e2e.conftest import LATER, Hand
from tests.project import handmade
from tests.project.examples import small_network

WEIGHTS = handmade.kernels((2, 4, 1))


def model(path: Path) -> Path:
    rows = handmade.keras_input("in"), handmade.dense("hidden", 4, activation="tanh")
    config = handmade.sequential(*rows, handmade.dense("out", 1, activation="sigmoid"))
    return handmade.keras_archive(path, config, handmade.weights_3(WEIGHTS))


def drop(hand: Hand, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    port, at = hand.window.diagram.viewport(), QPoint(200, 200)
    for event in (
        QDragEnterEvent(at, copy, mime, button, keys),
        QDragMoveEvent(at, copy, mime, button, keys),
        QDropEvent(at.toPointF(), copy, mime, button, keys),
    ):
        QApplication.sendEvent(port, event)


def shows(hand: Hand, layer: str = "hidden", expected: np.ndarray = WEIGHTS[0]) -> None:
    def same() -> bool:
        found = hand.window.live.kernels.get(layer)
        return found is not None and np.allclose(found.matrix.reshape(expected.shape), expected, atol=1e-6)

    hand.wait(same, LATER)


def test_a_dropped_model_keeps_the_data_and_its_weights_are_learned_on_and_saved(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    hand.open(small_network(), Builtin(name="xor"), Recipe(epochs=20))
    drop(hand, model(tmp_path / "mine.keras"))
    hand.wait(lambda: window.document.network.has("hidden") and window.document.network.layer("in").args, LATER)
    assert window.document.data_spec == Builtin(name="xor")
    assert (window.document.path, window.document.dirty) == (None, True)
    shows(hand)
    window.document.edit_network(
        edits.set_args(window.document.network, "out", activation="hard_sigmoid"), "another function"
    )
    shows(hand)
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(tmp_path / "mine.nnviz")
    run, snapshot = last_weights(open_project(tmp_path / "mine.nnviz").runs)
    assert (run.imported, run.sentence) == (True, "Imported from mine.keras.")
    assert WEIGHTS[0].tobytes() in snapshot_bytes(run, snapshot.kind)
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        window.files.open(tmp_path / "mine.nnviz")
    shows(hand)
    hand.train_to_the_end()
    assert [run.imported for run in window.running.runs] == [True, False]
    assert not np.allclose(window.live.kernels["hidden"].matrix.reshape(2, 4), WEIGHTS[0], atol=1e-6)


def test_weights_wait_for_data_and_what_does_not_fit_these_starts_anew(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    hand.open(small_network(), None)
    window.files.open(model(tmp_path / "mine.keras"))
    hand.wait(lambda: window.document.network.layer("in").args, LATER)
    assert window.document.blocked
    window.document.edit_network(edits.set_args(window.document.network, "out", units=None, activation=None), "follow")
    window.files.use_data(Builtin(name="blobs"))
    shows(hand)
    assert window.live.kernels["out"].matrix.size > WEIGHTS[2].size


@pytest.mark.nightly
def test_a_model_of_the_very_network_gives_its_weights_which_a_save_keeps(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    network = edits.set_args(small_network(4), "in", shape=(2,))
    hand.open(edits.rename(network, "hidden", "mine"), Builtin(name="xor"), Recipe(epochs=20))
    hand.wait(lambda: "mine" in window.live.kernels, LATER)
    drop(hand, model(tmp_path / "same.keras"))
    shows(hand, "mine")
    assert window.document.network.has("mine")
    hand.wait(lambda: last_weights(window.running.runs) is not None, LATER)
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(tmp_path / "mine.nnviz")
    run, snapshot = last_weights(open_project(tmp_path / "mine.nnviz").runs)
    assert run.sentence == "Weights loaded from same.keras."
    assert WEIGHTS[0].tobytes() in snapshot_bytes(run, snapshot.kind)


def test_a_file_that_is_refused_changes_nothing_and_says_why(still_hand: Hand, tmp_path: Path) -> None:
    hand, window = still_hand, still_hand.window
    hand.open(small_network(), Builtin(name="xor"))
    before = window.document.project
    rows = handmade.keras_input(), handmade.layer("Lambda", "mine", function="x"), handmade.dense("out", 1)
    with hand.qtbot.waitSignal(window.files.failed, timeout=LATER) as failed:
        drop(hand, handmade.keras_archive(tmp_path / "bad.keras", handmade.sequential(*rows)))
    assert failed.args == ["bad.keras cannot be loaded: layer 2, 'mine': Lambda is not a layer that nnviz knows"]
    assert window.document.project == before


@pytest.mark.nightly
def test_weights_that_fit_nothing_of_what_was_drawn_instead_keep_no_one_from_training(
    hand: Hand, tmp_path: Path
) -> None:
    window = hand.window
    hand.open(small_network(), None)
    window.files.open(model(tmp_path / "mine.keras"))
    hand.wait(lambda: window.document.network.layer("in").args, LATER)
    window.document.edit_network(edits.set_args(small_network(9), "hidden", activation="relu"), "draw another one")
    with hand.qtbot.waitSignal(window.session.built, timeout=LATER):
        window.document.edit_data(Builtin(name="xor"), "data")
    window.document.edit_recipe(Recipe(epochs=3), "short")
    hand.train_to_the_end()
    assert not window.running.runs[-1].imported
