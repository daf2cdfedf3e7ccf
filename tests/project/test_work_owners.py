"""Whose the work of a window is: what is offered, what is left alone, and the locks that say so."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import msgspec
import pytest

from nnviz.project import store, work_folders
from nnviz.project.file_guard import Changed, FileGuard
from nnviz.project.files import Contents, open_project, save_project
from nnviz.project.lock import FileLock
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import WorkFolder, left_behind

from .examples import xor
from .working import run, work

pytestmark = pytest.mark.usefixtures("work_place")


def test_work_in_use_is_nobody_elses_and_stays(base: WorkBase) -> None:
    mine = WorkFolder.make()
    with contextlib.closing(WorkBase(mine.base)) as other:
        other.put(work((), title="mine"))
        assert left_behind() == []
        assert WorkFolder.take_over(mine.path) is None
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            WorkBase(mine.base)
    assert mine.base.exists()


def test_work_that_was_left_is_offered_until_it_is_thrown_away_however_old_it_is(tmp_path: Path) -> None:
    for title, unsaved, at in (
        ("saved", False, None),
        ("old", True, "2020-01-01T00:00:00+00:00"),
        ("from a clock that was ahead", True, "2999-01-01T00:00:00+00:00"),
    ):
        folder = WorkFolder.make()
        with contextlib.closing(WorkBase(folder.base)) as made:
            made.put(work((run(1, 3, tmp_path),), title=title, unsaved=unsaved))
            if at is not None:
                told = msgspec.structs.replace(made.about(), at=at)
                made._base.execute("UPDATE work SET about = ?", (msgspec.json.encode(told).decode(),))
        folder.let_go()
    empty = WorkFolder.make()
    empty.let_go()
    for _ in range(2):
        left = left_behind()
        assert [found.about.title for found in left] == ["from a clock that was ahead", "old"]
        assert {(found.runs, found.epochs) for found in left} == {(1, 3)}
    assert {path for path in work_folders.place().iterdir() if path.is_dir()} == {found.folder for found in left}
    for found in left:
        WorkFolder.take_over(found.folder).remove()
        assert not found.folder.exists()
    assert left_behind() == []


def test_work_that_cannot_be_read_is_not_offered_and_not_thrown_away_and_told_of_once() -> None:
    folder = WorkFolder.make()
    folder.base.write_bytes(b"junk" * 1000)
    os.utime(folder.base, (0, 0))
    folder.let_go()
    strange = WorkFolder.make()
    with contextlib.closing(WorkBase(strange.base)) as made:
        made.put(work(()))
        store.put_spec(made._base, b'{"network": 3}')
    strange.let_go()
    told: list[Path] = []
    assert left_behind(told.append) == left_behind(told.append) == []
    assert sorted(told) == sorted([folder.path, strange.path])
    assert folder.base.exists()
    assert strange.base.exists()


def test_a_name_that_is_taken_already_is_not_written_through(tmp_path: Path) -> None:
    mine, other = tmp_path / "a.nnviz", tmp_path / "b.nnviz"
    for path, epochs in ((mine, 1), (other, 2)):
        save_project(path, Contents(xor(epochs=epochs)))
    folder = WorkFolder.make()
    os.link(mine, folder.path / "opened-1.nnviz")
    assert folder.link(other) == other
    assert open_project(mine).project == xor(epochs=1)
    assert folder.link(other) == folder.path / "opened-2.nnviz"
    folder.remove()


def test_a_lock_is_taken_once_and_again_after_it_was_let_go(tmp_path: Path) -> None:
    lock = FileLock.take(tmp_path / "l")
    assert lock is not None
    assert FileLock.take(tmp_path / "l") is None
    lock.release()
    again = FileLock.take(tmp_path / "l")
    assert again is not None
    lock.release()  # once more: the file is another one's now
    assert FileLock.take(tmp_path / "l") is None
    again.release()


def test_a_project_is_guarded_for_one_window_by_all_its_names(tmp_path: Path) -> None:
    path, link = tmp_path / "a.nnviz", tmp_path / "b.nnviz"
    save_project(path, Contents(xor()))
    link.symlink_to(path)
    first = FileGuard.of(path, tmp_path / "locks")
    second = FileGuard.of(link, tmp_path / "locks")
    assert (first.ours, second.ours) == (True, False)
    same = FileGuard.of(path, tmp_path / "locks", first)
    first.release(but=same)
    assert not FileGuard.of(path, tmp_path / "locks").ours
    late = FileGuard.of(path, tmp_path / "locks", first)
    assert late.ours
    late.release(but=same)
    same.release()
    last = FileGuard.of(path, tmp_path / "locks")
    assert last.ours
    last.release()


def test_a_file_that_was_changed_or_moved_away_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.nnviz"
    save_project(path, Contents(xor()))
    guard = FileGuard.of(path, tmp_path / "locks")
    guard.check()
    save_project(path, Contents(xor(epochs=3)))
    with pytest.raises(Changed, match="was changed by another program"):
        guard.check()
    path.unlink()
    with pytest.raises(Changed, match="was moved or deleted"):
        guard.check()
    guard.release()
