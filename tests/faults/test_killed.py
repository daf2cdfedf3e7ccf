"""Processes that are killed with SIGKILL while they keep work, or save it: what was on the disk still is."""

from __future__ import annotations

import contextlib
import multiprocessing
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.project.files import open_file, snapshot_bytes
from nnviz.project.work_base import WorkBase
from nnviz.project.work_folders import VARIABLE, Found, WorkFolder, left_behind, place
from tests.faults import keeper
from tests.faults.ledger import Ledger

FEW, MANY = 8, 200
LINES = 12  # steps that a process may have told before it is killed, at most


@pytest.fixture
def work_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where all work of the test is."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "work"))
    return tmp_path / "work"


@contextlib.contextmanager
def killed(mode: str, folder: Path, seed: int) -> Iterator[int]:
    """A process of ``keeper``, killed at some moment after it has told its first step; the last one that it told."""
    dice = random.Random(seed)
    # Of a process that has loaded everything: to start one anew takes longer than all the rest.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.faults.keeper"])
    told, tell = processes.Pipe(duplex=False)
    process = processes.Process(target=keeper.run, args=(mode, str(place()), folder, seed, tell))
    process.start()
    tell.close()
    steps = [told.recv() for _ in range(dice.randint(1, LINES))]
    time.sleep(dice.random() * 0.02)  # not a wait: the moment is to be any
    process.kill()
    process.join()
    with contextlib.suppress(EOFError):  # what it had still told
        while True:
            steps.append(told.recv())
    told.close()
    process.close()
    yield steps[-1]


def assert_whole(path: Path, last: int, saved: bool) -> None:
    """The file holds one of the steps as it was: the last one that was said, or the one that was on its way."""
    found = open_file(path)
    step = found.project.training.epochs - 1
    assert step in ((last, last + 1) if saved else range(last, last + 2))
    expected = keeper.work(step, path.parent)
    assert found.project == expected.project
    assert [run.id for run in found.runs] == [run.id for run in expected.runs]
    for ours, theirs in zip(found.runs, expected.runs, strict=True):
        assert ours.columns["loss"].tobytes() == theirs.columns["loss"].tobytes()
        assert snapshot_bytes(ours, "last") == snapshot_bytes(theirs, "last")


def recover(found: Found, path: Path) -> None:
    folder = WorkFolder.take_over(found.folder)
    assert folder is not None
    with contextlib.closing(WorkBase(folder.base)) as base:
        assert base.save(path, Path(found.about.base), Path(found.about.base)) == 0
    folder.remove()


def kill_while_keeping(tmp_path: Path, tries: int, ledger: Ledger) -> None:
    worst = 0.0
    for seed in range(tries):
        with killed("keep", tmp_path, seed) as last:
            began = time.monotonic()
            (found,) = left_behind()
            recover(found, tmp_path / "recovered.nnviz")
            worst = max(worst, time.monotonic() - began)
            assert_whole(tmp_path / "recovered.nnviz", last, saved=False)
            assert left_behind() == []
    ledger.row("kill -9 while work is kept", tries, 0, worst)


def kill_while_saving(tmp_path: Path, tries: int, ledger: Ledger) -> None:
    worst = 0.0
    for seed in range(tries):
        with killed("save", tmp_path, seed) as last:
            began = time.monotonic()
            assert_whole(tmp_path / "project.nnviz", last, saved=True)
            worst = max(worst, time.monotonic() - began)
            backup = open_file(tmp_path / "project.nnviz.backup") if seed else None
            assert backup is None or backup.runs
            for folder in left_behind():
                WorkFolder.take_over(folder.folder).remove()
    ledger.row("kill -9 during Save", tries, 0, worst)


def test_work_that_was_committed_outlives_a_kill(tmp_path: Path, work_place: Path, ledger: Ledger) -> None:
    kill_while_keeping(tmp_path, FEW, ledger)


def test_a_kill_during_save_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, work_place: Path, ledger: Ledger
) -> None:
    kill_while_saving(tmp_path, FEW, ledger)


@pytest.mark.nightly
def test_work_that_was_committed_outlives_two_hundred_kills(tmp_path: Path, work_place: Path, ledger: Ledger) -> None:
    kill_while_keeping(tmp_path, MANY, ledger)


@pytest.mark.nightly
def test_two_hundred_kills_during_save_leave_the_old_file_or_the_new_one(
    tmp_path: Path, work_place: Path, ledger: Ledger
) -> None:
    kill_while_saving(tmp_path, MANY, ledger)
