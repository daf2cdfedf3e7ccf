"""The window keeps its work: what is not saved outlives it, and what is saved is saved over nothing else."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project import work_folders
from nnviz.project.atomic import backup_of
from nnviz.project.file_guard import FileGuard
from nnviz.project.files import Contents, open_project, save_project
from nnviz.project.runs import Fork
from nnviz.project.work_base import About, WorkBase
from nnviz.project.work_folders import Found, WorkFolder, left_behind
from nnviz.ui.document import first_project
from nnviz.ui.window import MainWindow
from tests.e2e.conftest import SOON
from tests.faults import keeper


@pytest.fixture(autouse=True)
def work_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where all work of the test is, before any window is made."""
    monkeypatch.setenv(work_folders.VARIABLE, str(tmp_path / "work"))
    return tmp_path / "work"


def widen(window: MainWindow, units: int) -> None:
    network = edits.set_args(window.document.network, "hidden_1", units=units)
    window.document.edit_network(network, "wider")


def committed(window: MainWindow, qtbot: QtBot) -> WorkBase:
    """The work database, when all up to now is in it."""
    found: list[WorkBase] = []
    window.files.work.put_now()
    window.files.work.do(lambda base: base, lambda base, _failure: found.append(base))
    qtbot.waitUntil(lambda: bool(found), timeout=SOON)
    return found[0]


def recovered(window: MainWindow, qtbot: QtBot, path: Path) -> Contents:
    """What another window would recover, had this one died now."""
    done: list[object] = []
    base = committed(window, qtbot)
    job: Callable[[object], object] = lambda _: base.save(path, path.parent, path.parent)  # noqa: E731
    window.files.work.do(job, lambda result, failure: done.append((result, failure)))
    qtbot.waitUntil(lambda: bool(done), timeout=SOON)
    assert done == [(0, None)]
    return open_project(path)


def left(tmp_path: Path, path: Path | None = None, step: int = 25) -> Found:
    """What a window that died has left behind: a project with three runs."""
    folder = WorkFolder.make()
    work = keeper.work(step, tmp_path)
    *others, going = work.runs
    (shot,) = going.snapshots  # the newest weights are not of the newest epoch
    work = replace(work, runs=(*others, going.with_snapshots((replace(shot, epoch=30),))))
    with contextlib.closing(WorkBase(folder.base)) as base:
        base.put(replace(work, about=About("gates", str(path or ""), str(tmp_path))))
    folder.let_go()
    (found,) = left_behind()
    return found


def save(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.files.said, timeout=SOON):
        window.files.save_to(path)


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.files.open(path)
    qtbot.waitUntil(lambda: window.document.path == path, timeout=SOON)


# ---------------------------------------------------------------- kept without being asked


def test_every_change_goes_to_the_work_database_and_a_close_takes_it_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, work_place: Path
) -> None:
    assert not work_place.exists()  # nothing is kept of an empty window
    for units in (9, 8):
        widen(window, units)
        found = recovered(window, qtbot, tmp_path / "r.nnviz")
        assert found.project == window.document.project
    window.document.undo_stack.undo()
    assert recovered(window, qtbot, tmp_path / "r.nnviz").project.network.layer("hidden_1").args["units"] == 9
    assert left_behind() == []  # it is this window's
    window.files.shutdown()
    assert [path for path in work_place.iterdir() if path.name != "locks"] == []


def test_work_of_a_dead_window_is_offered_until_it_is_discarded_or_gone_on_with(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    discarded = left(tmp_path)
    for answer in ("later", "discard"):
        window.recovery.look()
        qtbot.waitUntil(lambda: window.recovery.first is not None, timeout=SOON)
        assert discarded.folder.exists()
        QTest.mouseClick(getattr(window.recovery.banner, answer), Qt.MouseButton.LeftButton)
        assert not window.recovery.banner.isVisible()
    qtbot.waitUntil(lambda: not discarded.folder.exists(), timeout=SOON)
    found, expected = left(tmp_path), keeper.work(25, tmp_path)
    window.recovery.look()
    banner = window.recovery.banner
    qtbot.waitUntil(banner.isVisible, timeout=SOON)
    assert "gates" in banner._title.text()
    assert "3 runs of 175 epochs" in banner._what.text()
    with qtbot.waitSignal(window.recovery.said, timeout=SOON):
        QTest.mouseClick(banner.recover, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert window.document.project == expected.project
    assert window.document.dirty
    assert [run.epochs for run in window.running.runs] == [run.epochs for run in expected.runs]
    # Of 35 epochs the weights of the 30th are there: all epochs stay, and what is trained next forks from there.
    assert window.running._keeper.looks_from == Fork(3, 30)
    qtbot.waitUntil(lambda: not found.folder.exists(), timeout=SOON)
    # From now on it is this window's: had that died too, the same would be offered.
    again = recovered(window, qtbot, tmp_path / "r.nnviz")
    assert again.project == expected.project
    assert again.runs[0].columns["loss"].tobytes() == expected.runs[0].columns["loss"].tobytes()


def test_work_on_the_file_that_is_open_here_is_recovered_into_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.nnviz"
    save_project(path, Contents(first_project()))
    found = left(tmp_path, path)
    opened(window, qtbot, path)
    window.recovery.look()
    qtbot.waitUntil(lambda: window.recovery.first is not None, timeout=SOON)
    with qtbot.waitSignal(window.recovery.said, timeout=SOON):
        window.recovery.recover()
        window.recovery.recover()  # a double click
        window.recovery.discard()
    assert (window.document.path, window.files.saving.read_only) == (path, False)
    assert [run.epochs for run in window.running.runs] == [run.epochs for run in keeper.work(25, tmp_path).runs]
    qtbot.waitUntil(lambda: not found.folder.exists(), timeout=SOON)


def test_what_is_drawn_while_work_is_taken_over_is_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, asked = left(tmp_path), list[bool]()
    window.recovery.look()
    qtbot.waitUntil(lambda: window.recovery.first is not None, timeout=SOON)
    window.recovery.recover()
    widen(window, 9)
    drawn = window.document.project
    monkeypatch.setattr(window.files, "may_discard", lambda _then: bool(asked.append(True)))
    qtbot.waitUntil(lambda: bool(asked), timeout=SOON)
    assert window.document.project == drawn
    window.recovery.look()  # it is still there
    qtbot.waitUntil(lambda: window.recovery.first is not None, timeout=SOON)
    assert window.recovery.first.folder == found.folder


# ---------------------------------------------------------------- one file


def test_saving_over_a_file_keeps_what_it_was_and_the_title_tells_what_is_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.nnviz"
    assert window.topbar.saved.text() == "not saved"
    save(window, qtbot, path)
    assert window.topbar.saved.text() == ""
    widen(window, 9)
    assert window.topbar.saved.text() == "not saved"
    save(window, qtbot, path)
    assert not window.document.dirty
    assert open_project(path).project == window.document.project
    assert open_project(backup_of(path)).project == first_project()
    # The backup opens as a project that has no file yet: it is not to be written over.
    window.files.open_anything(backup_of(path))
    qtbot.waitUntil(lambda: window.document.project == first_project(), timeout=SOON)
    assert window.document.path is None
    # A recent file that is gone is said, and forgotten.
    recent = window.files.recent
    assert recent.paths()[0] == path
    path.unlink()
    with qtbot.waitSignal(window.files.failed, timeout=SOON) as said:
        window.files.open(path)
    assert said.args == [f"There is no file {path}"]
    assert path not in recent.paths()
    save(window, qtbot, tmp_path / "b.nnviz")
    window.menu._list_recent()
    assert "b.nnviz" in [action.text() for action in window.menu._recent.actions()]
    window.menu._recent.actions()[-1].trigger()
    assert recent.paths() == []


def test_a_file_that_another_window_has_open_is_read_only(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "a.nnviz", tmp_path / "b.nnviz"
    save_project(path, Contents(first_project()))
    before = path.read_bytes()
    held = FileGuard.of(path, work_folders.locks())
    with qtbot.waitSignal(window.files.failed, timeout=SOON) as said:
        window.files.open(path)
    assert "open in another window" in said.args[0]
    assert "read-only" in window.topbar.saved.text()
    widen(window, 9)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    with qtbot.waitSignal(window.files.said, timeout=SOON):
        window.files.save()
    assert path.read_bytes() == before
    assert window.document.path == other
    assert window.topbar.saved.text() == ""
    held.release()
    # What cannot be written where it is may be written elsewhere.
    widen(window, 8)
    other.chmod(0o444)
    third = tmp_path / "c.nnviz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(third), ""))
    refusals: list[str] = []
    window.files.failed.connect(refusals.append)
    with qtbot.waitSignal(window.files.said, timeout=SOON):
        window.files.save()
    assert ["is read-only" in sentence for sentence in refusals] == [True]
    assert window.document.path == third
    other = third
    assert FileGuard.of(other, work_folders.locks()).ours is False  # that one is ours now


def test_what_became_of_the_file_meanwhile_is_said_before_it_is_saved_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for units, fault in enumerate(("changed", "moved"), start=7):
        said_before_saving(window, qtbot, tmp_path / f"{fault}.nnviz", fault, units)


def said_before_saving(window: MainWindow, qtbot: QtBot, path: Path, fault: str, units: int) -> None:
    save_project(path, Contents(replace(first_project(), data=Builtin(name="xor"))))
    opened(window, qtbot, path)
    if fault == "moved":
        path.rename(path.with_name("elsewhere.nnviz"))
    else:
        save_project(path, Contents(first_project()))
    before = path.read_bytes() if path.exists() else None
    widen(window, units)
    window.files.save()

    def asked() -> QMessageBox | None:
        boxes = window.findChildren(QMessageBox)
        return next((box for box in boxes if box.isVisible()), None)

    qtbot.waitUntil(lambda: asked() is not None, timeout=SOON)
    box = asked()
    assert ("moved or deleted" if fault == "moved" else "changed by another program") in box.text()
    assert (path.read_bytes() if path.exists() else None) == before
    with qtbot.waitSignal(window.files.said, timeout=SOON):
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert open_project(path).project == window.document.project


def test_a_file_that_is_still_being_written_is_neither_a_strangers_nor_that_of_the_next_project(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, said = tmp_path / "a.nnviz", list[str]()
    save(window, qtbot, path)
    window.files.said.connect(said.append)
    widen(window, 9)
    window.files.save()
    window.files.save()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=SOON)
    window.files.save()
    window.files.new()
    qtbot.waitUntil(lambda: len(said) == 3, timeout=SOON)
    assert said == ["Saved a.nnviz"] * 3
    assert (window.document.path, window.files.saving.guard) == (None, None)
    assert open_project(path).project.network.layer("hidden_1").args["units"] == 9
    free = FileGuard.of(path, work_folders.locks())
    assert free.ours
    free.release()


def test_saves_that_were_asked_for_in_quick_succession_do_not_take_each_other_for_strangers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, said, gate = tmp_path / "a.nnviz", list[str](), threading.Event()
    save(window, qtbot, path)
    window.files.said.connect(said.append)
    window.files.failed.connect(said.append)
    widen(window, 9)
    window.files.save()
    window.files.work.do(lambda _base: gate.wait(), lambda _done, _failure: None)
    window.files.save()  # of what was open before the first was done
    qtbot.waitUntil(lambda: len(said) == 1, timeout=SOON)
    widen(window, 10)
    window.files.save()
    gate.set()
    qtbot.waitUntil(lambda: len(said) == 3, timeout=SOON)
    assert said == ["Saved a.nnviz"] * 3
    assert open_project(path).project.network.layer("hidden_1").args["units"] == 10
    assert not FileGuard.of(path, work_folders.locks()).ours


def test_a_deleted_run_comes_back_whole_from_the_file_before_the_last_save(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, expected = tmp_path / "a.nnviz", keeper.work(25, tmp_path)
    save_project(path, Contents(expected.project, expected.runs, tmp_path))
    opened(window, qtbot, path)
    window.runs.act("delete", (expected.runs[0].id,))
    for _ in range(2):
        save(window, qtbot, path)
        committed(window, qtbot)  # and what nobody needs is swept away
    assert len(open_project(path).runs) == len(expected.runs) - 1
    window.document.undo_stack.undo()
    save(window, qtbot, path)
    found = open_project(path).runs
    assert [run.id for run in found] == [run.id for run in expected.runs]
    assert found[0].columns["loss"].tobytes() == expected.runs[0].columns["loss"].tobytes()


def test_a_file_that_was_moved_away_while_it_is_open_takes_no_runs_with_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, other = tmp_path / "a.nnviz", tmp_path / "b.nnviz"
    expected = keeper.work(25, tmp_path)
    save_project(path, Contents(expected.project, expected.runs, tmp_path))
    opened(window, qtbot, path)
    path.unlink()
    widen(window, 3) if window.document.network.has("hidden_1") else window.document.runs_changed()
    save(window, qtbot, other)
    found = open_project(other)
    assert [run.columns["loss"].tobytes() for run in found.runs] == [
        run.columns["loss"].tobytes() for run in expected.runs
    ]
    assert window.running.runs[0].columns["loss"].tobytes() == expected.runs[0].columns["loss"].tobytes()


def test_the_rest_is_saved_where_a_file_with_runs_is_lost(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path, other, expected = tmp_path / "a.nnviz", tmp_path / "b.nnviz", keeper.work(25, tmp_path)
    save_project(path, Contents(expected.project, expected.runs, tmp_path))
    opened(window, qtbot, path)
    window.document.runs_changed()
    committed(window, qtbot)
    path.unlink()
    for link in work_folders.place().rglob("*.nnviz"):
        link.unlink()
    window.files.save_to(other)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=SOON)
    (box,) = window.findChildren(QMessageBox)
    assert "is gone or damaged" in box.text()
    assert not other.exists()
    with qtbot.waitSignal(window.files.said, timeout=SOON):
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    found = open_project(other)
    assert found.project == expected.project
    assert [run.id for run in found.runs] == [run.id for run in expected.runs]
