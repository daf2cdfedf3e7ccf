"""The runs in the window, over an engine without Keras: kept, edited, deleted, opened, compared."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import safetensors.numpy
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QLabel
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.project.files import open_project
from nnviz.project.later import Columns, StoredColumns
from nnviz.project.run_label import Label
from nnviz.project.runs import Fork
from nnviz.training.diagnosis import Remedy
from nnviz.ui.runs.runs import MOST_TOGETHER
from nnviz.ui.window import MainWindow
from tests.ui.runs.conftest import LONG, SHORT, at_rest, ids, trained


def test_a_run_is_listed_while_it_is_trained_and_its_curves_come_onto_the_shared_axes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.document.edit_recipe(msgspec.structs.replace(SHORT.training, epochs=1_000_000), "long")
    window.running.train()
    pane = window.panes.runs
    qtbot.waitUntil(lambda: bool(pane.rows) and pane.rows[0].trains and pane.rows[0].run.epochs > 0, timeout=LONG)
    assert (pane.rows[0].stands, pane.rows[0].colour, pane.rows[0].ending) == (True, 0, "training")
    done = pane.rows[0].run.epochs
    qtbot.waitUntil(lambda: pane.rows[0].run.epochs > done, timeout=LONG)
    window.session.stop()
    qtbot.waitUntil(lambda: pane.rows[0].ending == "stopped", timeout=LONG)
    at_rest(window, qtbot)


def test_of_very_many_runs_the_newest_come_onto_the_shared_axes(window: MainWindow, qtbot: QtBot) -> None:
    trained(window, qtbot)
    first = window.running.runs[0]
    window.running.set_runs(tuple(replace(first, id=number, label=Label()) for number in range(1, 101)))
    window.runs.follow()
    window.runs.show((), alone=True)
    told: list[str] = []
    window.runs.said.connect(told.append)
    window.runs.act("show", tuple(range(1, 101)))
    shown = [run.id for run in window.running.runs if run.label.shown]
    assert (shown, len(told)) == (list(range(101 - MOST_TOGETHER, 101)), 1)
    window.runs.act("show", (1,))
    assert [run.id for run in window.running.runs if run.label.shown] == [1, *range(102 - MOST_TOGETHER, 101)]


def test_to_show_and_to_hide_a_run_is_a_look_that_leaves_the_project_saved_and_the_next_save_takes_along(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    trained(window, qtbot)
    document, runs, path = window.document, window.runs, tmp_path / "runs.nnviz"
    assert document.dirty
    with qtbot.waitSignal(window.files.said, timeout=LONG):
        window.files.save_to(path)
        runs.show((1,), on=False)  # while it is being written
    assert not document.dirty
    steps = document.undo_stack.count()
    runs.show((1,))
    assert (window.running.runs[0].label.shown, document.dirty, document.undo_stack.count()) == (True, False, steps)
    runs.rename(1, "Once")
    runs.show((1,), on=False)
    assert document.dirty
    document.undo_stack.undo()  # of the name, and not of the look
    assert (window.running.runs[0].label.name, window.running.runs[0].label.shown) == ("", False)
    with qtbot.waitSignal(window.files.said, timeout=LONG):
        window.files.save_to(path)
    assert not open_project(path).runs[0].label.shown


def test_names_notes_stars_and_what_is_put_away_are_kept_in_the_file_and_can_be_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    trained(window, qtbot)
    stack, runs = window.document.undo_stack, window.runs
    runs.rename(1, "First try")
    runs.note(1, "Too few units.")
    runs.act("star", (1,))
    runs.act("away", (1,))
    label = window.running.runs[0].label
    assert (label.name, label.note, label.starred, label.hidden) == ("First try", "Too few units.", True, True)
    with qtbot.waitSignal(window.files.said, timeout=LONG):
        window.files.save_to(tmp_path / "runs.nnviz")
    assert open_project(tmp_path / "runs.nnviz").runs[0].label == label
    for _ in range(4):
        stack.undo()
    label = window.running.runs[0].label
    assert (label.name, label.note, label.starred, label.hidden) == ("", "", False, None)
    stack.redo()
    assert window.running.runs[0].label.name == "First try"


def test_a_deleted_run_comes_back_with_its_weights_and_its_number_is_not_given_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    first, _ = trained(window, qtbot), trained(window, qtbot)
    window.runs.act("delete", (1,))
    assert ids(window) == [2]
    trained(window, qtbot)
    assert ids(window) == [2, 3]
    window.document.undo_stack.undo()
    assert ids(window) == [1, 2, 3]
    assert window.running.runs[0].snapshot("last").place.read_bytes() == first.snapshot("last").place.read_bytes()


def test_a_run_that_cannot_be_read_is_said_once_and_the_others_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    whole, tries, failures = trained(window, qtbot), list[int](), list[str]()

    def read() -> Columns:
        tries.append(1)
        raise BadInput("a.nnviz is damaged")

    columns = StoredColumns({"loss": 6}, {"loss": (0.1, 0.1, 0.9)}, None, Path("a.nnviz"), read)
    damaged = replace(whole, id=2, columns=columns, clock=None, snapshots=())
    window.runs.failed.connect(failures.append)
    window.running.set_runs((whole, damaged))
    for _ in range(3):
        with qtbot.waitSignal(window.runs.followed, timeout=LONG):
            window.running.set_runs(window.running.runs)
    qtbot.waitUntil(lambda: bool(failures), timeout=LONG)
    with qtbot.waitSignal(window.runs.followed, timeout=LONG):
        window.running.set_runs(window.running.runs)
    assert (failures, len(tries)) == (["a.nnviz is damaged"], 1)
    assert [row.colour is not None for row in window.panes.runs.rows] == [True, False]


def test_deleting_the_run_that_is_trained_stops_it_and_starts_the_network_anew(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.document.edit_recipe(msgspec.structs.replace(SHORT.training, epochs=1_000_000), "long")
    with qtbot.waitSignal(window.session.epochs_finished, timeout=LONG):
        window.running.train()
    window.runs.act("delete", (1,))
    qtbot.waitUntil(lambda: not window.running.runs and window.session.state is State.IDLE, timeout=LONG)
    assert (window.session.epoch, window.running.standing) == (0, None)
    window.document.undo_stack.undo()
    (back,) = window.running.runs
    assert (back.ending, back.epochs > 0) == ("stopped", True)


def test_any_run_can_be_opened_with_its_network_and_what_is_trained_then_is_a_fork_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    document, running, session = window.document, window.running, window.session
    trained(window, qtbot)
    wider = edits.set_args(document.network, "hidden_1", units=9)
    with qtbot.waitSignal(session.built, timeout=LONG):
        document.edit_network(wider, "wider")
    second = trained(window, qtbot)
    assert second.project.network == wider
    with qtbot.waitSignal(running.curves_restarted, timeout=LONG):
        window.runs.act("open", (1,))
    assert (document.network, document.undo_stack.undoText()) == (SHORT.network, "Open run 1")
    assert (running.standing.id, session.history.epochs) == (1, 6)
    assert window.panes.loss.curves.epochs == 6
    qtbot.waitUntil(lambda: session.state is State.ENDED and session.epoch == 6, timeout=LONG)
    with qtbot.waitSignal(session.run_ended, timeout=LONG):
        running.train()
    at_rest(window, qtbot)
    first, second_now, fork = running.runs
    assert (first.epochs, second_now.epochs, fork.epochs, fork.fork) == (6, 6, 12, Fork(1, 6))
    assert fork.columns["loss"][:6].tolist() == first.columns["loss"].tolist()
    assert fork.times[:6].tolist() == first.times.tolist()


def test_an_opened_project_shows_its_runs_as_they_were_and_any_of_them_can_be_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(2):
        trained(window, qtbot)
    window.runs.show((1,), on=False)
    with qtbot.waitSignal(window.files.said, timeout=LONG):
        window.files.save_to(tmp_path / "two.nnviz")
    with qtbot.waitSignal(window.running.curves_restarted, timeout=LONG):
        window.files.open(tmp_path / "two.nnviz")
    pane = window.panes.runs
    qtbot.waitUntil(lambda: [row.colour for row in pane.rows] == [None, 1], timeout=LONG)
    with qtbot.waitSignal(window.running.curves_restarted, timeout=LONG):
        window.runs.act("open", (1,))
    qtbot.waitUntil(lambda: window.session.state is State.ENDED and window.session.epoch == 6, timeout=LONG)
    assert window.running.standing.id == 1
    window.runs.follow()
    assert [row.stands for row in pane.rows] == [True, False]


def test_after_a_remedy_before_and_after_are_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    trained(window, qtbot)
    remedy = Remedy("Batches of 2", lambda drawn: replace(
        drawn, recipe=msgspec.structs.replace(drawn.recipe, batch_size=2)
    ))  # fmt: skip
    card = window.before_after.card
    with qtbot.waitSignal(window.session.run_ended, timeout=LONG):
        window.doctor.apply(remedy)
    qtbot.waitUntil(lambda: card.isVisible() and card.figures.text().startswith("loss  "), timeout=LONG)
    assert card.title.text() == "Tried: Batches of 2"
    QTest.mouseClick(card.compare, Qt.MouseButton.LeftButton)
    pane = window.panes.runs
    qtbot.waitUntil(lambda: pane.detail.compare.view.comparison is not None, timeout=LONG)
    shown = pane.detail.compare.view.comparison
    assert (shown.before.run.id, shown.after.run.id, shown.parts) == (1, 2, (("Recipe", ("batch_size 32 → 2",)),))
    assert window.panes.can_be_seen(pane)
    at_rest(window, qtbot)


def labels_of(grid: QGridLayout) -> list[list[str]]:
    """The words in the rows of *grid*, empty rows left out."""
    lines: dict[int, dict[int, str]] = {}
    for place in range(grid.count()):
        row, column, *_ = grid.getItemPosition(place)
        widget = grid.itemAt(place).widget()
        if isinstance(widget, QLabel):
            lines.setdefault(row, {})[column] = widget.text()
    return [[line[column] for column in sorted(line)] for _, line in sorted(lines.items())]


def test_runs_are_judged_together_and_open_as_one_network_with_their_weights(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.ensembling.failed, timeout=LONG):
        window.ensembling.ask()
    for _ in range(2):
        trained(window, qtbot)
    for run in window.running.runs:  # the engine of this test has no Keras: weights of the network that is drawn
        arrays = {"hidden_1/kernel": np.full((2, 8), run.id, np.float32), "hidden_1/bias": np.zeros(8, np.float32),
                  "output/kernel": np.ones((8, 1), np.float32), "output/bias": np.zeros(1, np.float32)}  # fmt: skip
        run.snapshot("last").place.write_bytes(safetensors.numpy.save(arrays))
    window.panes.runs.choose((1, 2))
    assert "Ensemble…" in [action.text() for action in window.panes.runs.row_menu().actions()]
    window.panes.runs.act_wished.emit("ensemble", (1, 2))
    dialog = window.ensembling.dialog
    qtbot.waitUntil(lambda: bool(labels_of(dialog.table)), timeout=LONG)
    assert labels_of(dialog.table) == [
        ["Val. accuracy", "Val. loss", "Test accuracy", "Test loss"],
        ["Run 1", "50.0 %", "1.0000", "25.0 %", "2.0000"],
        ["Run 2", "50.0 %", "1.0000", "25.0 %", "2.0000"],
        ["Average", "75.0 %", "1.5000", "37.5 %", "3.0000"],
        ["Majority vote", "60.0 %", "–", "60.0 %", "–"],
    ]
    assert "75.0 %" in dialog.told.text()
    with qtbot.waitSignal(window.session.weights_loaded, timeout=LONG) as loaded:
        QTest.mouseClick(dialog.as_one, Qt.MouseButton.LeftButton)
    arrays = safetensors.numpy.load_file(loaded.args[0].path)
    assert {name: float(arrays[f"{name}_hidden_1/kernel"][0, 0]) for name in ("m1", "m2")} == {"m1": 1.0, "m2": 2.0}
    assert arrays["output/kernel"].tolist() == [[1.0]]
    assert [group.name for group in window.document.network.groups] == ["1. Run 1", "2. Run 2"]
    assert window.document.undo_stack.undoText() == "Open as one network"
    assert not window.document.blocked
    at_rest(window, qtbot)
    assert window.running.runs[-1].imported


def test_tables_and_the_picture_of_the_runs_are_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    trained(window, qtbot)
    jobs = []
    window.run_files.save_requested.disconnect(window.outputs.save)
    window.run_files.save_requested.connect(jobs.append)
    for what in ("table", "epochs", "picture"):
        window.panes.runs.save_wished.emit(what)
        jobs[-1].write(tmp_path / f"{what}{jobs[-1].suffix}")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "epochs.csv").read_text())))
    assert [float(row["Run 1: loss"]) for row in rows] == window.running.runs[0].columns["loss"].tolist()
    assert (tmp_path / "table.csv").read_text().count("\n") == 2
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
