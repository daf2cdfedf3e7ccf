"""The doctor in the window, over an engine without Keras: what is said when, and what a remedy does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.backend.thread import TrainingThread
from nnviz.data.spec import Builtin, Split
from nnviz.network import edits
from nnviz.project.project import Project
from nnviz.training.history import History
from nnviz.training.pictures import LayerFigures, Layers
from nnviz.training.recipe import Recipe
from nnviz.ui import style
from nnviz.ui.inspector.inspector import LAYER, LESSONS, RECIPE, SCRIPT
from nnviz.ui.window import MainWindow
from tests.network.test_edits import chain

FAKE = Path(__file__).parents[2] / "backend" / "fake_engine.py"
MOONS = Builtin(name="moons", split=Split(validation=0.2, test=0.0))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window in which a run with some epochs is paused, that is forgotten but for what a test puts into it."""
    style.install(qapp)
    QSettings().clear()
    session = TrainingSession(TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log"))
    made = MainWindow(session)
    made.resize(1280, 800)
    made.show()
    made.document.open(Project(chain("Input", "Dense", "Output"), MOONS, Recipe(epochs=1_000_000)), None)
    qtbot.waitUntil(lambda: not made.document.blocked, timeout=20_000)
    with qtbot.waitSignal(session.epochs_finished, timeout=20_000):
        made.running.train()
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        session.pause()
    made.doctor._look.stop()
    made.doctor._measure.stop()
    yield made
    made.shutdown()


def learned_by_heart(window: MainWindow, epochs: int = 200) -> int:
    """The history of a run that overfits; the epoch where it turns."""
    at = np.arange(epochs)
    loss, held = 0.7 * np.exp(-at / 40), 0.4 + 0.3 * np.exp(-at / 10) + 0.5 * np.clip((at - 60) / 140, 0, None)
    history = History()
    history.append(1, ("loss", "val_loss"), np.stack([loss, held], axis=1))
    window.session.history = history
    return int(np.argmin(held)) + 1


def dead_layer(window: MainWindow) -> None:
    history = History()
    history.append(1, ("loss",), np.full((100, 1), np.log(2)))
    window.session.history = history
    rows = [LayerFigures(layer.id, 0.1, 1e-3, 0.0, 0.0, float(layer.kind == "Dense"))
            for layer in window.document.network.layers]  # fmt: skip
    for epoch in range(3):
        window.live.show_layers(Layers(epoch, tuple(rows)))


def press(window: MainWindow, title: str) -> None:
    button = next(button for button in window.doctor.card.buttons if button.text() == title)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_finding_is_said_once_on_a_card_with_its_figure_and_can_be_put_away(window: MainWindow) -> None:
    doctor = window.doctor
    assert doctor.card.isHidden()
    turn = learned_by_heart(window)
    doctor.look()
    assert doctor.card.isVisible()
    assert f"Since epoch {turn} the network learns by heart" in doctor.card.text.text()
    assert [button.text() for button in doctor.card.buttons] == [
        "See the best epoch", "Stop early", "Dropout 0.3", "More"
    ]  # fmt: skip
    QTest.mouseClick(doctor.card.close_button, Qt.MouseButton.LeftButton)
    assert doctor.card.isHidden()
    doctor.look()
    assert doctor.card.isHidden()


def test_while_training_it_is_said_only_when_found_twice(window: MainWindow, qtbot: QtBot) -> None:
    doctor = window.doctor
    with qtbot.waitSignal(window.session.epochs_finished, timeout=20_000):
        window.running.train()
    doctor._look.stop()
    learned_by_heart(window)
    doctor.look()
    assert window.session.state is State.TRAINING
    assert doctor.finding is None
    doctor.look()
    assert doctor.finding is not None


def test_buttons_stay_where_they_are_while_the_figures_move_on(window: MainWindow) -> None:
    learned_by_heart(window)
    window.doctor.look()
    buttons, text = window.doctor.card.buttons, window.doctor.card.text.text()
    learned_by_heart(window, 230)
    window.doctor.look()
    assert window.doctor.card.text.text() != text
    assert window.doctor.card.buttons is buttons


def test_folded_it_leaves_only_its_title(window: MainWindow) -> None:
    learned_by_heart(window)
    window.doctor.look()
    card = window.doctor.card
    QTest.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert (card.title.isVisible(), card.text.isVisible(), card.figure.isVisible()) == (True, False, False)
    QTest.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert card.text.isVisible()


def test_in_a_low_window_it_gives_way_to_what_a_person_turns_to(window: MainWindow) -> None:
    learned_by_heart(window)
    window.doctor.look()
    card = window.doctor.card
    assert card.text.isVisible()
    window.inspector.show_tab(LESSONS)
    assert (card.title.isVisible(), card.text.isVisible()) == (True, False)
    QTest.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert card.text.isVisible()
    window.doctor.put_away()
    window.doctor._put_away.clear()
    window.document.select(("output",))
    window.doctor.look()
    assert card.text.isVisible(), "another finding is told in full"


@pytest.mark.parametrize("tab", [LAYER, RECIPE, SCRIPT, LESSONS])
def test_in_a_low_window_the_card_is_whole_whatever_is_read_above_it(window: MainWindow, tab: int) -> None:
    window.inspector.show_tab(tab)
    learned_by_heart(window)
    window.doctor.look()
    card = window.doctor.card
    card.window().layout().activate()
    QApplication.sendPostedEvents()
    assert card.height() >= card.layout().minimumHeightForWidth(card.width())
    assert card.text.height() >= card.text.heightForWidth(card.text.width())
    rows = [button.geometry() for button in card.buttons]
    assert not any(a.intersects(b) for a in rows for b in rows if a is not b)
    assert card.figure.isVisible() == (tab == LAYER)


def test_a_remedy_starts_another_run_and_undo_takes_the_edit_back(window: MainWindow, qtbot: QtBot) -> None:
    before, runs = window.document.recipe, len(window.running.runs)
    learned_by_heart(window)
    window.doctor.look()
    with qtbot.waitSignals(
        [window.running.curves_restarted, window.session.epochs_finished], timeout=20_000, order="strict"
    ):
        press(window, "Stop early")
    assert window.document.recipe.stop_early is not None
    assert window.doctor.finding is None
    assert len(window.running.runs) == runs + 1
    assert len(window.panes.loss.curves.earlier)
    assert window.document.undo_stack.undoText() == "Stop early"
    window.document.undo_stack.undo()
    assert window.document.recipe == before


def test_with_a_larger_learning_rate_training_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    history, done = History(), window.session.epoch
    history.append(1, ("loss",), np.linspace(0.8, 0.795, 100)[:, None])
    window.session.history = history
    rows = tuple(LayerFigures(layer.id, 0.1, 1e-7, 0.0, 1.0, 0.0) for layer in window.document.network.layers)
    window.live.show_layers(Layers(50, rows))
    window.doctor.look()
    assert window.doctor.card.title.text() == "Learning rate too low"
    runs = len(window.running.runs)
    with qtbot.waitSignal(window.session.epochs_finished, timeout=20_000) as went_on:
        press(window, "Learning rate 0.01")
    assert went_on.args[0].first > done
    assert len(window.running.runs) == runs
    assert window.document.recipe.optimizer.args["learning_rate"] == 0.01


def test_more_samples_are_trained_on_once_they_are_here(window: MainWindow, qtbot: QtBot) -> None:
    learned_by_heart(window)
    window.doctor.look()
    more = window.doctor.card.buttons[-1].menu()
    assert more is not None
    action = next(action for action in more.actions() if action.text() == "More samples")
    with qtbot.waitSignal(window.session.run_started, timeout=20_000):
        action.trigger()
    data = window.document.data_spec
    assert isinstance(data, Builtin)
    assert data.samples == 1500


def test_the_layers_concerned_are_marked_on_the_diagram(window: MainWindow) -> None:
    dead_layer(window)
    window.doctor.look()
    (dense,) = (layer.id for layer in window.document.network.of_kind("Dense"))
    assert window.doctor.finding is not None
    assert {layer: item.text for layer, item in window.marks.items.items()} == {dense: "dead units"}
    window.document.edit_network(edits.set_args(window.document.network, dense, units=5), "another")
    assert (window.doctor.finding, window.marks.items) == (None, {})


def test_the_layers_are_measured_for_it_a_while_after_a_network_stands(window: MainWindow, qtbot: QtBot) -> None:
    doctor = window.doctor
    assert not doctor.measures
    with qtbot.waitSignal(doctor.measures_changed, timeout=20_000):
        doctor._measure.start()
    assert doctor.measures
    assert window.session._watch.layers
    with qtbot.waitSignal(window.session.built, timeout=20_000):
        window.running.reset()
    assert not doctor.measures
