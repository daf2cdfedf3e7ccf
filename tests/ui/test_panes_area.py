"""The live views follow the run that is on screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.data.spec import Builtin, Npz
from nnviz.project.project import Project
from nnviz.training.history import History
from nnviz.training.messages import Built, Ending, Reading, Ready
from nnviz.training.pictures import LayerFigures, Layers, LayerWeights, Predictions, Weights
from nnviz.training.recipe import Recipe
from nnviz.ui import style
from nnviz.ui.document import Document
from nnviz.ui.panes.predictions_pane import LISTED, SCATTERED
from nnviz.ui.panes_area import PanesArea, tabs_width
from nnviz.ui.training.live import LiveState
from nnviz.ui.window import STATE_VERSION, MainWindow
from tests.network.test_edits import chain

# What the tabs of each pile of panes say.
PLANE = ["Decision surface", "Predictions", "Data"]
LOSSES = ["Loss", "Runs", "One step", "Activations"]
SCORES = ["Score", "Evaluation", "Try it"]
LAYERS = ["Weights", "Unit", "Layers", "Summary"]


@pytest.fixture
def document(qapp: object) -> Iterator[Document]:
    made = Document(Project(chain("Input", "Output"), None, Recipe(metrics=("accuracy",))))
    yield made
    made.shutdown()


def test_another_metric_shows_the_epochs_it_has_already(document: Document, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    panes, history = PanesArea(window, document, LiveState()), History()
    history.append(1, ("loss", "mae", "val_mae"), [(0.5, 0.4, 0.45), (0.3, 0.2, 0.25)])
    panes.curves.restart(history)
    assert (panes.loss.curves.epochs, panes.score.curves.epochs) == (2, 0)
    document.edit_recipe(Recipe(metrics=("mae",)), "another metric")
    assert panes.score.curves.training.values.tolist() == [0.4, 0.2]
    assert panes.score.curves.validation.values.tolist() == [0.45, 0.25]
    assert panes.loss.curves.epochs == 2
    history.append(3, ("loss", "mae", "val_mae"), [(0.2, 0.1, 0.15)])
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert panes.score.curves.epochs == 3


def test_a_layer_selected_before_it_has_weights_is_shown_once_it_has(document: Document, qtbot: QtBot) -> None:
    window, live = QMainWindow(), LiveState()
    qtbot.addWidget(window)
    panes = PanesArea(window, document, live)
    document.edit_network(chain("Input", "Dense", "Output"), "draw")
    document.select(("output",))
    rows = np.zeros((1, 1), np.float32).tobytes()
    live.show_weights(
        Weights(
            0, tuple(LayerWeights(i, (1, 1), (0,), (0,), rows, rows, (1,), -1, 1, 0) for i in ("hidden_1", "output"))
        )
    )
    assert panes.weights.shown_layer == "output"


# ---------------------------------------------------------------- which panes can be seen


def bars_of(window: QMainWindow) -> list[list[str]]:
    """The tabs of every bar that can be seen within *window*."""
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    inside = [bar for bar in bars if bar.isVisible() and window.rect().intersects(bar.geometry())]
    return sorted([bar.tabText(i) for i in range(bar.count())] for bar in inside)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, whose engine is never started."""
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.document.facts is not None, timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


def dock(window: MainWindow, name: str) -> QDockWidget:
    return next(dock for dock in window.panes.docks if dock.objectName() == name)


def watched(window: MainWindow) -> tuple[bool, bool, bool]:
    """Whether surface, figures of the layers, and predictions are asked for."""
    watch = window.session._watch
    return bool(watch.surface), watch.layers, bool(watch.predictions)


def test_only_what_can_be_seen_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    assert watched(window) == (True, False, False)
    dock(window, "layers").raise_()
    qtbot.waitUntil(lambda: watched(window) == (True, True, False))
    dock(window, "predictions").raise_()
    qtbot.waitUntil(lambda: watched(window) == (False, True, True))
    assert window.session._watch.predictions == LISTED
    dock(window, "weights").raise_()
    dock(window, "predictions").close()
    dock(window, "surface").raise_()
    qtbot.waitUntil(lambda: watched(window) == (True, False, False))
    dock(window, "surface").close()
    qtbot.waitUntil(lambda: watched(window) == (False, False, False))
    window.restore_panes()
    qtbot.waitUntil(lambda: watched(window) == (True, False, False))


def arrays(folder: Path, *shape: int) -> Npz:
    """Forty random samples of *shape* with a number each to be predicted, in a file."""
    rng = np.random.default_rng(0)
    np.savez(folder / "data.npz", x=rng.normal(size=(40, *shape)), y=rng.normal(size=40))
    return Npz(path=str(folder / "data.npz"))


def test_predictions_stand_in_front_where_there_is_no_surface(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.document.edit_data(arrays(tmp_path, 3), "other data")
    qtbot.waitUntil(lambda: watched(window) == (False, False, True), timeout=20_000)
    assert window.session._watch.predictions == SCATTERED
    qtbot.waitUntil(lambda: bars_of(window) == [LOSSES, ["Predictions", "Data"], SCORES, LAYERS])
    window.document.edit_data(Builtin(name="circles"), "a plane again")
    qtbot.waitUntil(lambda: watched(window) == (True, False, False), timeout=20_000)
    qtbot.waitUntil(lambda: bars_of(window) == [PLANE, LOSSES, SCORES, LAYERS])


def test_every_pile_has_one_bar_of_tabs_whatever_was_restored(window: MainWindow, qtbot: QtBot) -> None:
    both = [PLANE, LOSSES, SCORES, LAYERS]
    qtbot.waitUntil(lambda: bars_of(window) == both)
    window.restore_panes()
    qtbot.waitUntil(lambda: bars_of(window) == both)
    for name in ("unit", "layers", "summary"):
        dock(window, name).close()
    qtbot.waitUntil(lambda: bars_of(window) == both[:3])
    for name in ("unit", "layers", "summary"):
        dock(window, name).show()
    qtbot.waitUntil(lambda: bars_of(window) == both)


def test_a_window_left_by_an_older_version_has_all_panes_where_they_belong(window: MainWindow, qtbot: QtBot) -> None:
    dock(window, "loss").close()
    QSettings().setValue("state", window.saveState(STATE_VERSION - 1))
    window.restore_panes()
    window.restore()
    qtbot.waitUntil(lambda: bars_of(window) == [PLANE, LOSSES, SCORES, LAYERS])
    # These are there with data, and a method, that they can show.
    assert [d.objectName() for d in window.panes.docks if d.isHidden()] == ["code", "generated", "game"]


def test_a_layer_chosen_in_the_table_is_selected_in_the_diagram(window: MainWindow, qtbot: QtBot) -> None:
    figures = [LayerFigures(layer.id, 0.1, 1e-3, 0.0, 1.0, 0.0) for layer in window.document.network.layers[1:]]
    dock(window, "layers").raise_()
    window.live.show_layers(Layers(1, tuple(figures)))
    view = window.panes.layers.view
    qtbot.waitUntil(lambda: len(view.shown) == len(figures))
    assert view.shown[0].name == "Hidden 1"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.plan.row(1).center().toPoint())
    assert window.document.selection == (figures[1].id,)
    assert view._selected == figures[1].id


def test_pictures_of_rows_are_those_of_the_part_they_are_of(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.document.edit_data(arrays(tmp_path, 8, 8, 1), "pictures")
    qtbot.waitUntil(lambda: window.panes.predictions.view.picture_of is not None, timeout=20_000)
    dataset = window.document.dataset
    assert dataset is not None
    assert dataset.validation is not None
    picture_of = window.panes.predictions.view.picture_of
    assert picture_of is not None
    wanted = ("validation", 5), ("validation", 10**6), ("test", 0)
    with qtbot.waitSignal(window.panes.feed.thumbnails.arrived):
        assert [picture_of(*key) for key in wanted] == [None] * 3  # made off the window's thread
    image = picture_of("validation", 5)
    assert image is not None
    sample = dataset.validation.x[5, :, :, 0]
    grey = np.array([[image.pixelColor(x, y).red() for x in range(8)] for y in range(8)])
    np.testing.assert_allclose(grey, (sample - sample.min()) / np.ptp(sample) * 255, atol=1)
    assert picture_of("validation", 10**6) is None
    assert picture_of("test", 0) is None


# ---------------------------------------------------------------- what is known of the layers


def some_figures(epoch: int, gradient: float, *layers: str) -> Layers:
    return Layers(epoch, tuple(LayerFigures(layer, gradient, 1e-3, 0.0, 1.0, 0.0) for layer in layers))


def test_the_last_hundred_figures_of_a_layer_are_remembered(qapp: object, qtbot: QtBot) -> None:
    live = LiveState()
    for epoch in range(150):
        with qtbot.waitSignal(live.layers_changed):
            live.show_layers(some_figures(epoch, epoch + 1.0, "h", "out"))
    assert [len(past) for past in live.layers.values()] == [100, 100]
    assert (live.layers["h"][0].gradient_norm, live.layers["h"][-1].gradient_norm) == (51.0, 150.0)
    live.show_layers(some_figures(149, 150.0, "h", "out"))
    assert live.layers["h"][-2].gradient_norm == 149.0
    live.show_layers(some_figures(150, 7.0, "h", "new"))
    assert {layer: len(past) for layer, past in live.layers.items()} == {"h": 100, "new": 1}
    live.show_layers(some_figures(0, 3.0, "h"))
    assert [f.gradient_norm for f in live.layers["h"]] == [3.0]
    live.forget()
    assert live.layers == {}


# ---------------------------------------------------------------- figures of other data, of another project


def test_figures_of_other_data_are_not_shown_for_the_new_ones(window: MainWindow) -> None:
    document, session = window.document, window.session
    window.running._shown_data = document.data_spec  # as when a network of theirs stands
    session.history.append(1, ("loss", "accuracy", "binary_accuracy"), [(0.5, 0.9, 0.9)])
    session._epoch = 1
    window.panes.curves.restart(session.history)
    document.recipe_changed.emit()
    shown = Predictions(1, "validation", (0,), 1, np.ones(1, "<f4").tobytes(), np.ones(1, "<f4").tobytes())
    session.predictions_changed.emit(shown)
    assert (window.topbar.epoch.value.text(), window.topbar.loss.value.text()) == ("1", "0.500")
    assert window.live.answers is not None
    document.edit_data(Builtin(name="iris"), "other data")
    session.predictions_changed.emit(shown)  # still of the former network
    document.recipe_changed.emit()
    assert window.live.answers is None
    assert (window.panes.loss.curves.epochs, window.panes.score.curves.epochs) == (0, 0)
    texts = [figure.value.text() for figure in (window.topbar.epoch, window.topbar.loss, window.topbar.score)]
    assert texts == ["0", "–", "–"]


def test_how_far_the_engine_reads_the_data_is_said_while_it_builds(window: MainWindow) -> None:
    window.display._on_ready(Ready(1, "", "", "CPU", 1))
    window.session.reading.emit(Reading(0.4))
    assert window.status.engine.text() == "Engine ready, CPU"
    window.session._state = State.BUILDING
    window.session.reading.emit(Reading(0.4))
    assert window.status.engine.text() == "Reading the data, 40 %"
    window.session._state = State.IDLE


def test_another_project_clears_the_sentence_and_the_speed_of_the_former(window: MainWindow) -> None:
    window.display.say("Finished 600 epochs")
    window.status.set_speed(24.0)
    window.status.set_learning_rate(0.1)
    window.document.open(Project(chain("Input", "Output")), None)
    window.running.open_runs((), None)
    assert "Finished" not in window.status.engine.text()
    assert (window.status.speed.text(), window.status.learning_rate.text()) == ("", "")


def test_a_pane_is_widened_only_as_far_as_the_tabs_of_the_others_stay_whole(window: MainWindow, qtbot: QtBot) -> None:
    runs = window.panes.runs
    window.panes.bring(runs)
    before = dock(window, "runs").width()
    window.panes.widen(runs, 2000)
    qtbot.waitUntil(lambda: dock(window, "runs").width() > before)
    for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if bar.isVisible():
            metrics = bar.fontMetrics()
            wanted = sum(metrics.horizontalAdvance(bar.tabText(at)) for at in range(bar.count()))
            assert wanted < bar.width()
    for column in window.panes.columns[1:]:
        assert column[0].width() >= tabs_width([its for its in column if not its.isHidden()]) - 1


def test_how_a_run_came_to_rest_stays_to_be_read(window: MainWindow) -> None:
    window.display._on_ready(Ready(1, "", "", "CPU", 1))
    window.session._epoch = 600
    window.session.run_ended.emit(Ending("finished", "Finished 600 epochs in 1.5 s.", 600, 1.5))
    window.display._calm.timeout.emit()  # as after some seconds
    assert window.status.engine.text() == "Finished 600 epochs in 1.5 s."
    window.session._epoch = 0
    window.display._follow_engine()
    assert window.status.engine.text() == "Engine ready, CPU"


def test_how_a_run_ended_is_no_news_once_a_network_with_its_initial_weights_stands(window: MainWindow) -> None:
    window.display._on_ready(Ready(1, "", "", "CPU", 1))
    window.session._epoch = 275
    window.session.run_ended.emit(Ending("paused", "Paused after epoch 275.", 275, 1.5))
    window.status.set_speed(24.0)
    assert "275" in window.status.engine.text()
    window.session._epoch = 0
    window.session.built.emit(Built(51, 240, 60, 8, 0))
    assert (window.status.engine.text(), window.status.speed.text()) == ("Engine ready, CPU", "")


def test_a_run_that_other_data_end_is_not_said_to_be_stopped_by_a_person(window: MainWindow) -> None:
    window.running._shown_data = Builtin(name="xor")  # of the network in the engine
    window.document.edit_data(Builtin(name="iris"), "other data")
    window.session.run_ended.emit(Ending("stopped", "Stopped by you after epoch 4 of 600.", 4, 1.5))
    assert window.status.engine.text() == "Going on with what is drawn now"


def test_a_window_that_has_no_room_for_a_frame_takes_all_there_is(window: MainWindow) -> None:
    window._fit(QSize(1920, 1080))
    assert (window.width(), window.height(), window.isMaximized()) == (1632, 950, False)
    window._fit(QSize(1280, 800))
    assert window.isMaximized()


def test_from_lesson_to_lesson_nobody_is_asked_to_save_a_run(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, asked = window.inspector.lessons, []
    window.lessons.open("or-gate")
    qtbot.waitUntil(lambda: tab.name == "or-gate")
    monkeypatch.setattr(window.files.saving, "may_discard", lambda _then: bool(asked.append(tab.name)))
    window.lessons.open("nand-gate")
    qtbot.waitUntil(lambda: tab.name == "nand-gate")
    assert asked == []
    window.document.edit_recipe(window.document.recipe.with_optimizer(learning_rate=0.5), "Change it")
    window.lessons.open("and-gate")
    assert (asked, tab.name) == (["nand-gate"], "nand-gate")
