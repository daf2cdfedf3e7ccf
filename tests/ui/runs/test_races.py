"""Races in the window, over an engine without Keras: seen, paused, ended, and beside everything else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.network import edits
from nnviz.project.runs import Fork
from nnviz.training.messages import Refused
from nnviz.ui.window import MainWindow
from tests.network.test_edits import chain
from tests.ui.runs.conftest import LONG, SHORT, at_rest, trained


def race_of(window: MainWindow, rates: str, epochs: int = 6) -> None:
    """Ask for a race of learning rates by the dialog."""
    window.racing.ask()
    dialog = window.racing.dialog
    dialog.thing.set_choice("learning_rate")
    dialog.thing.choice_changed.emit("learning_rate")
    dialog.epochs.set_value(epochs)
    dialog.epochs.value_changed.emit(epochs)
    dialog.numbers.setText("0.1, 0.1")
    assert not dialog.start.isEnabled()
    dialog.numbers.setText(rates)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)


def test_a_race_trains_every_variant_from_the_start_and_leaves_the_diagram_as_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    trained(window, qtbot)
    before, steps = window.document.project, window.document.undo_stack.count()
    with qtbot.waitSignal(window.racing.said, timeout=LONG) as told:
        race_of(window, "0.5, 0.05")
    assert not window.racing.goes_on
    at_rest(window, qtbot)
    first, *runs = window.running.runs
    assert [(run.label.name, run.epochs, run.ending, run.label.parameters) for run in runs] == [
        ("0.5", 6, "finished", 10), ("0.05", 6, "finished", 11),
    ]  # fmt: skip
    assert {run.label.race for run in runs} == {"Race 1: learning rate"}
    assert [run.project.training.optimizer.args["learning_rate"] for run in runs] == [0.5, 0.05]
    assert [run.seconds for run in runs] == [0.006, 0.012]  # each by its own clock
    assert [run.times[:, 0].tolist() == sorted(run.times[:, 0]) for run in runs] == [True, True]
    assert all(run.snapshot("last").place.read_bytes() == b"weights" for run in runs)
    assert (window.document.project, window.document.undo_stack.count()) == (before, steps)
    assert window.running.standing.id == first.id
    assert told.args[0].startswith("The race is over. Best loss: 0.05")
    assert window.panes.runs.detail.verdict.text() in told.args[0]
    window.runs.follow()
    assert len({row.colour for row in window.panes.runs.rows[1:]} - {None}) == 2
    with qtbot.waitSignal(window.session.run_ended, timeout=LONG):
        window.running.train()
    at_rest(window, qtbot)
    assert window.running.runs[-1].fork == Fork(1, 6)  # what stood before the race goes on as a run of its own


def test_a_race_is_seen_while_it_goes_on_and_is_paused_gone_on_with_and_stopped_by_the_big_buttons(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, pane, bar = window.session, window.panes.runs, window.topbar
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: len(pane.rows) == 2 and all(row.run.epochs > 1 for row in pane.rows), timeout=LONG)
    assert [(row.trains, row.stands, row.ending) for row in pane.rows] == [(True, False, "training")] * 2
    assert not bar.step.isEnabled()
    assert [run.ending for run in window.running.as_they_stand()] == ["paused"] * 2
    assert window.running.unkept
    pane.resize(900, 400)
    pane.refresh()
    assert [one.row.name for one in pane.detail.race.places.shown] == ["0.05", "0.5"]  # the first one first
    QTest.mouseClick(bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.race_paused, timeout=LONG)
    at_rest(window, qtbot)
    done = [run.epochs for run in window.running.runs]
    assert min(done) > 1
    assert [run.ending for run in window.running.runs] == ["paused"] * 2
    assert all(run.snapshot("last") is not None for run in window.running.runs)
    QTest.mouseClick(pane.detail.race.hold, Qt.MouseButton.LeftButton)
    assert session.races
    qtbot.waitUntil(lambda: all(row.run.epochs > most for row, most in zip(pane.rows, done, strict=True)), timeout=LONG)
    with qtbot.waitSignal(session.race_rested, timeout=LONG):
        QTest.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    at_rest(window, qtbot)
    assert (window.racing.goes_on, [run.ending for run in window.running.runs]) == (False, ["stopped"] * 2)


def test_another_race_ends_the_one_that_is_paused_and_a_drawing_that_cannot_be_trained_pauses_none(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, running, document = window.session, window.running, window.document
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: all(run.epochs for run in running.as_they_stand()) and bool(running.runs), timeout=LONG)
    session.pause()
    qtbot.waitUntil(lambda: session.race_paused, timeout=LONG)
    race_of(window, "0.4, 0.04", 1_000_000)
    qtbot.waitUntil(lambda: len(running.runs) == 4 and all(run.epochs for run in running.as_they_stand()), timeout=LONG)
    assert session.races
    assert [run.ending for run in running.runs[:2]] == ["stopped"] * 2
    assert all(running.variant(run) is None for run in running.runs[:2])
    assert all(running.variant(run) is not None for run in running.runs[2:])
    document.edit_network(edits.remove_link(document.network, *document.network.links[0]), "cut")
    assert document.blocked
    at = running.as_they_stand()[3].epochs
    qtbot.waitUntil(lambda: not running._settle.isActive(), timeout=LONG)
    qtbot.waitUntil(lambda: running.as_they_stand()[3].epochs > at + 3, timeout=LONG)
    assert session.races
    with qtbot.waitSignal(session.race_rested, timeout=LONG):
        session.stop()
    at_rest(window, qtbot)


def test_a_race_whose_runs_are_deleted_ends_and_an_undo_brings_them_back_with_their_epochs(
    window: MainWindow, qtbot: QtBot
) -> None:
    running, stack = window.running, window.document.undo_stack
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: all(run.epochs for run in running.as_they_stand()) and bool(running.runs), timeout=LONG)
    first, second = running.runs
    window.runs.delete((first,))
    assert window.session.races
    stack.undo()
    assert [run.id for run in running.runs] == [first.id, second.id]
    window.runs.delete((first, second))
    qtbot.waitUntil(lambda: not running.runs, timeout=LONG)
    assert not window.racing.goes_on
    stack.undo()
    assert [(run.id, run.ending) for run in running.runs] == [(first.id, "stopped"), (second.id, "stopped")]
    assert all(run.epochs and run.snapshot("last") is not None for run in running.runs)


@pytest.mark.parametrize("way", ["edit", "open", "lost"])
def test_a_race_goes_on_beside_an_edit_and_ends_with_its_project_or_its_engine(
    window: MainWindow, qtbot: QtBot, way: str
) -> None:
    document, running, told = window.document, window.running, list[str]()
    window.racing.failed.connect(told.append)
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: all(run.epochs for run in running.as_they_stand()) and bool(running.runs), timeout=LONG)
    if way == "edit":
        with qtbot.waitSignal(window.session.built, timeout=LONG):
            document.edit_network(edits.set_args(document.network, "hidden_1", units=9), "wider")
        assert window.session.races
        with qtbot.waitSignal(window.session.race_rested, timeout=LONG):
            window.session.stop()
    elif way == "lost":
        with qtbot.waitSignal(window.session.race_lost, timeout=LONG):
            os.kill(window.session.engine_pid, signal.SIGKILL)
        assert [run.ending for run in running.runs] == ["killed"] * 2
        assert all(run.epochs for run in running.runs)
        assert {"during the race" in run.sentence for run in running.runs} == {True}
        assert told[-1].startswith("The race ended: The system killed the engine during the race")
        assert told[-1].endswith("The epochs are kept, the weights are lost.")
    else:
        opened = []
        running.at_rest(lambda: running.when_kept(lambda: opened.append(running.runs)))
        qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
        assert [run.ending for run in opened[0]] == ["stopped"] * 2
        assert all(run.snapshot("last") is not None for run in opened[0])
        document.open(SHORT, None)
        assert window.racing.runs == ()
    assert not window.racing.goes_on
    at_rest(window, qtbot)


def raced(window: MainWindow, qtbot: QtBot) -> None:
    """A run, and a race of two behind it."""
    trained(window, qtbot)
    with qtbot.waitSignal(window.racing.said, timeout=LONG):
        race_of(window, "0.5, 0.05")
    at_rest(window, qtbot)


def test_a_project_that_was_raced_opens_at_the_run_that_stood_and_so_does_a_fresh_engine(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document, running, session = window.document, window.running, window.session
    raced(window, qtbot)
    file = tmp_path / "raced.nnviz"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: file.exists() and not document.dirty, timeout=LONG)
    with qtbot.waitSignal(document.replaced, timeout=LONG):
        window.files.open(file)
    qtbot.waitUntil(lambda: not document.blocked and session.state is State.ENDED, timeout=LONG)
    assert (running.standing.id, session.epoch) == (1, 6)
    with qtbot.waitSignal(session.built, timeout=LONG):
        os.kill(session.engine_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: session.state is State.ENDED, timeout=LONG)
    assert (running.standing.id, session.epoch) == (1, 6)
    with qtbot.waitSignal(session.run_ended, timeout=LONG):
        running.train()
    at_rest(window, qtbot)
    runs = [(run.id, run.epochs, bool(run.label.race), run.fork) for run in running.runs]
    assert runs == [(1, 6, False, None), (2, 6, True, None), (3, 6, True, None), (4, 12, False, Fork(1, 6))]
    with qtbot.waitSignal(session.built, timeout=LONG):
        running.reset()
    with qtbot.waitSignal(session.built, timeout=LONG):  # what was reset stays so, whatever was learned before
        os.kill(session.engine_pid, signal.SIGKILL)
    assert (running.standing, session.epoch) == (None, 0)


def test_an_undo_that_brings_a_drawing_back_leaves_the_race_its_files(window: MainWindow, qtbot: QtBot) -> None:
    document, running, session = window.document, window.running, window.session
    trained(window, qtbot)
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: len(running.runs) == 3 and all(run.epochs for run in running.as_they_stand()), timeout=LONG)
    drawn = document.network
    document.edit_network(edits.remove_layers(drawn, [layer.id for layer in drawn.layers]), "all")
    with qtbot.waitSignal(session.built, timeout=LONG):
        document.edit_network(chain("Input", "Output"), "another")
    with qtbot.waitSignal(session.built, timeout=LONG):
        document.undo_stack.setIndex(0)
    assert document.network == drawn
    with qtbot.waitSignal(session.race_rested, timeout=LONG):
        session.stop()
    at_rest(window, qtbot)
    assert all(run.snapshot("last") is not None for run in running.runs)
    window.runs.open(running.runs[-1])  # a variant is left alone: what is trained from there is another run
    qtbot.waitUntil(lambda: running.standing is not None and running.standing.id == 3, timeout=LONG)
    assert not running._keeper.goes_on


def test_the_epochs_of_a_race_are_kept_safe_while_it_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    running = window.running
    race_of(window, "0.5, 0.05", 1_000_000)
    qtbot.waitUntil(lambda: bool(running.runs) and all(run.epochs for run in running.as_they_stand()), timeout=LONG)
    found: list[int] = []

    def counted() -> bool:
        window.files.work.do(lambda base: base.counts()[1] if base else 0, lambda epochs, _failed: found.append(epochs))
        there = [epochs for epochs in found if epochs]
        return len(there) > 1 and there[-1] > there[0]

    qtbot.waitUntil(counted, timeout=LONG)
    with qtbot.waitSignal(window.session.race_rested, timeout=LONG):
        window.session.stop()
    at_rest(window, qtbot)


def test_files_of_a_race_that_cannot_be_written_are_not_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    running, told = window.running, list[bool]()
    raced(window, qtbot)
    running._keeper.expect(running.runs[-1])
    running.when_kept(lambda: told.append(True))
    assert not told
    window.session.refused.emit(Refused("RaceKeep", "The disk is full."))
    assert told
