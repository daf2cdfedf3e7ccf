"""Runs and the files they go into, over an engine without Keras: nothing that was learned is lost or mixed up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.backend.thread import TrainingThread
from nnviz.data.load import load
from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates import TEMPLATES
from nnviz.project.files import open_project
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.project.runs import IMPORTED, Run, Snapshot, now
from nnviz.training.recipe import Recipe
from nnviz.ui.document import Document
from nnviz.ui.files.files import FileController
from nnviz.ui.files.templates import TemplateOpener
from nnviz.ui.training import run_standing
from nnviz.ui.training.running import RunController
from tests.network.test_edits import chain

FAKE = Path(__file__).parents[2] / "backend" / "fake_engine.py"
ENDLESS = Recipe(epochs=1_000_000)


@pytest.fixture
def running(qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[RunController]:
    """A run controller that trains without end, with some epochs done."""
    document = Document(Project(chain("Input", "Dense", "Output"), Builtin(name="xor"), ENDLESS))
    session = TrainingSession(TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log"))
    made = RunController(document, session)
    qtbot.waitUntil(lambda: not document.blocked, timeout=20_000)
    with qtbot.waitSignal(session.epochs_finished, timeout=20_000):
        made.train()
    yield made
    document.shutdown()
    made.shutdown()


@pytest.fixture
def files(running: RunController, qtbot: QtBot) -> Iterator[FileController]:
    window = QWidget()
    qtbot.addWidget(window)
    made = FileController(running.document, running, window)
    yield made
    made.shutdown()


def test_a_reset_while_training_keeps_the_run_and_its_weights(running: RunController, qtbot: QtBot) -> None:
    with qtbot.waitSignals([running.session.run_ended, running.session.built], order="strict"):
        running.reset()
    (run,) = running.runs
    last = run.snapshot("last")
    assert (run.ending, run.epochs > 0) == ("stopped", True)
    assert last is not None
    assert (last.epoch, last.place.exists()) == (run.epochs, True)
    assert (running.session.epoch, running.session.history.epochs) == (0, 0)


def test_other_data_while_training_begin_another_run_and_leave_the_first_as_it_was(
    running: RunController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(running.session.run_started, timeout=20_000):
        running.document.edit_data(Builtin(name="and"), "other data")
    qtbot.waitUntil(lambda: running.runs[0].snapshot("last") is not None)
    first, second = running.runs
    assert [run.project.data for run in (first, second)] == [Builtin(name="xor"), Builtin(name="and")]
    assert first.snapshot("last").epoch == first.epochs > 0
    assert second.snapshots == ()


def test_other_data_chosen_twice_in_quick_succession_end_the_run_once(
    running: RunController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a slider does that is drawn while a run goes on; a second Stop would give up what the first made room for."""
    session, document, stops = running.session, running.document, []
    stop = session.stop
    monkeypatch.setattr(session, "stop", lambda: (stops.append(session.state), stop()))
    with qtbot.waitSignal(running.session.run_started, timeout=20_000):
        for spec in (Builtin(name="and"), Builtin(name="or")):
            document.loader.hand_over(spec, document.base, load(spec, document.base))
            document.edit_data(spec, "other data")
            running.build_now()
    with qtbot.waitSignal(running.session.epochs_finished, timeout=20_000):
        pass
    assert [run.project.data for run in running.runs] == [Builtin(name="xor"), Builtin(name="or")]
    assert stops == [State.TRAINING]


def test_a_run_is_one_of_what_was_trained_whatever_was_drawn_since(running: RunController, qtbot: QtBot) -> None:
    trained = running.document.network
    running.document.edit_network(edits.remove_link(trained, "input", "hidden_1"), "cut")
    assert running.document.blocked
    with qtbot.waitSignal(running.session.snapshot_taken):
        running.session.stop()
    assert running.runs[-1].project.network == trained


def test_a_file_saved_while_training_has_the_weights(
    running: RunController, files: FileController, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(files.said):
        files.save_to(tmp_path / "running.nnviz")
    assert running.session.state is State.TRAINING
    (run,) = open_project(tmp_path / "running.nnviz").runs
    assert 0 < run.snapshot("last").epoch <= run.epochs


def test_a_project_without_a_file_is_proposed_the_name_that_the_window_has(
    files: FileController, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: (asked.append(said[2]), ("", ""))[1])
    files.save()
    assert [Path(start).name for start in asked] == ["XOR.nnviz"]


def test_closing_while_training_asks_though_all_is_saved_and_saving_keeps_everything(
    running: RunController, files: FileController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(files.said):
        files.save_to(tmp_path / "running.nnviz")
    assert not running.document.dirty
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Save)
    closed = []
    assert not files.may_discard(lambda: closed.append(files.may_discard(lambda: None)))
    qtbot.waitUntil(lambda: closed == [True])
    (run,) = open_project(tmp_path / "running.nnviz").runs
    assert run.snapshot("last").epoch == run.epochs == running.session.epoch


def test_an_opened_run_goes_on_from_its_weights_in_the_network_that_was_trained(
    running: RunController, files: FileController, qtbot: QtBot, tmp_path: Path
) -> None:
    document, session = running.document, running.session
    with qtbot.waitSignal(session.snapshot_taken):
        session.stop()
    epochs = session.epoch
    document.edit_network(edits.set_args(document.network, "hidden_1", units=9), "wider")
    with qtbot.waitSignal(files.said):
        files.save_to(tmp_path / "wider.nnviz")
    with qtbot.waitSignals([document.replaced, session.built, session.built], order="strict", timeout=20_000):
        files.open(tmp_path / "wider.nnviz")
    assert (session.epoch, session.history.epochs) == (epochs, epochs)
    qtbot.waitUntil(lambda: not document.blocked, timeout=20_000)
    with qtbot.waitSignal(session.epochs_finished):
        running.train()
    assert len(running.runs) == 1


def test_a_new_project_knows_nothing_of_the_one_before(
    running: RunController, files: FileController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Discard)
    with qtbot.waitSignal(running.document.replaced, timeout=20_000):
        files.new()
    assert (running.runs, running.session.epoch, running.session.history.epochs) == ((), 0, 0)
    with qtbot.waitSignal(running.session.built, timeout=20_000) as built:
        pass
    assert built.args[0].epoch == 0
    assert not running.document.dirty


# ---------------------------------------------------------------- a network drawn anew, weights that do not fit


def learned_of(running: RunController, qtbot: QtBot) -> int:
    """Stop it, with what it has learned in a file; the epochs done."""
    with qtbot.waitSignal(running.session.snapshot_taken):
        running.session.stop()
    return running.session.epoch


def draw_anew(running: RunController, qtbot: QtBot) -> None:
    """Delete everything and draw layers that come to be called the same; wait until they stand."""
    document = running.document
    document.edit_network(NetworkSpec(), "delete all")
    with qtbot.waitSignal(running.session.built, timeout=20_000):
        document.edit_network(edits.set_args(chain("Input", "Dense", "Output"), "hidden_1", units=7), "draw")


def test_a_network_drawn_anew_starts_afresh_whatever_its_layers_are_called(
    running: RunController, qtbot: QtBot
) -> None:
    learned_of(running, qtbot)
    draw_anew(running, qtbot)
    assert (running.session.epoch, running.moved) == (0, False)
    with qtbot.waitSignal(running.session.epochs_finished):
        running.train()
    assert len(running.runs) == 2
    with qtbot.waitSignal(running.session.built):  # from here on it is edited like any other
        running.document.edit_network(edits.set_args(running.document.network, "hidden_1", units=8), "wider")
    assert running.session.epoch > 0


def test_an_undo_brings_back_what_was_learned_by_the_network_that_was_deleted(
    running: RunController, qtbot: QtBot
) -> None:
    epochs, stack = learned_of(running, qtbot), running.document.undo_stack
    running.document.edit_network(NetworkSpec(), "delete all")
    with qtbot.waitSignal(running.nothing_to_build):
        stack.undo()
    assert running.session.epoch == epochs
    draw_anew(running, qtbot)
    with qtbot.waitSignal(running.session.built, timeout=20_000):
        stack.setIndex(0)
    assert (running.session.epoch, running.session.history.epochs, running.moved) == (epochs, epochs, True)


def test_a_template_starts_afresh_and_its_one_step_of_undo_brings_back_what_was_learned(
    running: RunController, qtbot: QtBot
) -> None:
    epochs, document = learned_of(running, qtbot), running.document
    parent, before = QWidget(), {layer.id for layer in document.network.layers}
    qtbot.addWidget(parent)
    opener = TemplateOpener(parent)  # type: ignore[arg-type]
    opener._window = SimpleNamespace(document=document, diagram=SimpleNamespace(begin=int))  # type: ignore[assignment]
    with qtbot.waitSignal(running.session.built, timeout=20_000):
        opener.use(TEMPLATES["mlp"], True)
    assert before & {layer.id for layer in document.network.layers}
    assert (running.session.epoch, running.moved) == (0, False)
    assert document.undo_stack.count() == 1
    with qtbot.waitSignal(running.session.built, timeout=20_000):
        document.undo_stack.undo()
    assert (running.session.epoch, running.moved) == (epochs, True)


def test_a_pause_in_a_later_stretch_does_not_move_its_end(running: RunController, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.session.run_ended, timeout=20_000):
        running.session.pause()
    done = running.session.epoch
    running.document.edit_recipe(Recipe(epochs=done), "")  # those are behind it
    headed = running.session.target_epochs
    assert (running.epochs_wanted, headed) == (headed, 1_000_000)


def test_training_is_not_kept_from_by_imported_weights_that_do_not_fit(
    running: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    running.session.stop()
    qtbot.waitUntil(lambda: running.session.state is State.ENDED)
    weights = tmp_path / "unfit.safetensors"
    run = Run(1, now(), running.document.project, ending=IMPORTED, snapshots=(Snapshot(0, "last", weights),))
    with qtbot.waitSignals([running.session.refused, running.session.built], order="strict", timeout=20_000):
        running.open_runs((run,), weights)
    assert not running.moved
    with qtbot.waitSignal(running.session.epochs_finished), qtbot.assertNotEmitted(running.session.refused):
        running.train()


def test_what_the_engine_shows_is_of_the_data_that_are_chosen_or_not_shown(
    running: RunController, qtbot: QtBot
) -> None:
    learned_of(running, qtbot)
    assert running.shows_drawn_data
    running.document.edit_data(Builtin(name="and"), "other data")
    assert not running.shows_drawn_data
    qtbot.waitUntil(lambda: running.shows_drawn_data, timeout=20_000)
    assert running.session.epoch == 0


def test_an_edit_is_written_out_once_however_often_it_is_compared(
    running: RunController, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def write(project: Project) -> bytes:
        written.append(project)
        return project_to_json(project)

    monkeypatch.setattr(run_standing, "project_to_json", write)
    for epochs in (7, 8):
        running.document.edit_recipe(Recipe(epochs=epochs), "Epochs")
        running.build_now()
    running.build_now()
    assert [project.training.epochs for project in written] == [7, 8]
