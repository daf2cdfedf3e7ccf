"""The work database: what is committed, what is saved from it, and disks that refuse."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.spec import Table
from nnviz.errors import BadInput
from nnviz.project import work_base
from nnviz.project.atomic import NotThere, backup_of
from nnviz.project.files import Contents, open_file, open_project, save_file, save_project, snapshot_bytes
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, now
from nnviz.project.work_base import Work, WorkBase
from nnviz.project.work_folders import WorkFolder
from nnviz.project.work_writer import WorkWriter
from tests.faults.ledger import Ledger

from .examples import small_network, xor
from .test_files import assert_same, small_disk
from .working import run, saved, work

pytestmark = pytest.mark.usefixtures("work_place")


class Writer:
    """A writer and what it said."""

    def __init__(self, file: Path) -> None:
        self.failures: list[str] = []
        self.better = threading.Event()
        self.writer = WorkWriter(lambda: file, self.failures.append, self.better.set)

    def committed(self, what: Work) -> bool:
        """Put *what* and wait until it was tried; whether it can be kept."""
        done, found = threading.Event(), []
        self.writer.put(what)
        self.writer.do(lambda base: base is not None, lambda result, _: (found.append(result), done.set()))
        assert done.wait(60)
        return found[0]

    def saved(self, path: Path) -> bool:
        """Save behind what was put; whether that was done."""
        done, failures = threading.Event(), []
        self.writer.do(
            lambda base: base.save(path, path.parent, path.parent),
            lambda _, failure: (failures.append(failure), done.set()),
        )
        assert done.wait(60)
        return failures == [None]


# ---------------------------------------------------------------- what is kept


def test_it_is_written_so_that_a_power_cut_leaves_every_commit(base: WorkBase) -> None:
    modes = [
        base._base.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous", "locking_mode")
    ]
    assert modes == [("wal",), (2,), ("exclusive",)]


def test_whatever_a_power_cut_does_to_what_was_not_yet_on_the_disk_no_commit_is_lost(
    tmp_path: Path, ledger: Ledger
) -> None:
    """All that SQLite had not brought to the disk lies behind the end of its log: it may be anything there."""
    dice, tries = random.Random(3), 12
    kept, cut = tmp_path / "kept.db", tmp_path / "cut.db"
    log, cut_log = (path.with_name(f"{path.name}-wal") for path in (kept, cut))
    with contextlib.closing(WorkBase(kept)) as made:
        ends = []
        for step in range(12):
            made.put(work((run(1, 40 * step + 1, tmp_path),), xor(epochs=step + 1)))
            ends.append(log.stat().st_size)
        written = log.read_bytes()
        assert kept.stat().st_size < 8192 < ends[0] < ends[-1]  # nothing was worked off into the database yet
        for _ in range(tries):
            step = dice.randrange(len(ends) - 1)
            shutil.copy(kept, cut)
            there = dice.randint(ends[step], ends[step + 1] - 1)
            cut_log.write_bytes(written[:there] + dice.randbytes(dice.randrange(9000)))
            with contextlib.closing(WorkBase(cut)) as again:
                found = saved(again, tmp_path / "found.nnviz")
            assert found.project == xor(epochs=step + 1)
            assert len(found.runs[0].columns["loss"]) == 40 * step + 1
    ledger.row("a power cut (what was not synced is garbage)", tries, 0)


def test_what_is_committed_is_saved_bit_for_bit_however_the_runs_came_about(base: WorkBase, tmp_path: Path) -> None:
    first, second = run(1, 5000, tmp_path), run(2, 3, tmp_path)
    base.put(work((first,)))
    grown = replace(first, columns={**first.columns, "val_loss": np.arange(5000.0)}, clock=np.ones((5000, 2)))
    base.put(work((grown, second)))
    shorter = replace(grown, columns={"loss": grown.columns["loss"][:4097]}, clock=None, snapshots=())
    longer = replace(second, columns={"loss": np.concatenate([second.columns["loss"], np.arange(9000.0)])})
    base.put(work((shorter, longer), xor(epochs=9)))
    assert_same(saved(base, tmp_path / "a.nnviz"), Contents(xor(epochs=9), (shorter, longer)))
    base.put(work((longer,)))
    assert_same(saved(base, tmp_path / "a.nnviz"), Contents(xor(), (longer,)))


def test_a_run_that_grows_is_appended_to(base: WorkBase, tmp_path: Path) -> None:
    room = np.random.default_rng(1).random(20_000)
    going = run(1, 1, tmp_path)
    before = 0
    for epochs in (8000, 8100, 16_000):
        going = replace(going, columns={"loss": room[:epochs]})
        base.put(work((going,)))
        changed = base._base.total_changes - before
        before += changed
        assert changed < 12  # of the 4,096 epochs of a piece, not of each epoch
    assert saved(base, tmp_path / "a.nnviz").runs[0].columns["loss"].tobytes() == room[:16_000].tobytes()


def heavy(number: int, tmp_path: Path) -> Run:
    """A run with 12 MB of weights that are found again."""
    file = tmp_path / f"heavy-{number}.safetensors"
    file.write_bytes(b"weights of %d;" % number * (12 << 16))
    return Run(number, now(), xor(), {"loss": np.zeros(3)}, "stopped", snapshots=(Snapshot(3, "last", file),))


def test_weights_of_a_deleted_run_leave_the_work_and_the_file_and_an_undo_brings_them_back(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    runs = tuple(heavy(number, tmp_path) for number in (1, 2, 3))
    told = Writer(path)
    assert told.committed(work(runs))
    assert told.saved(tmp_path / "a.nnviz")
    whole = (tmp_path / "a.nnviz").stat().st_size
    assert told.committed(work(runs[1:2]))
    assert told.saved(tmp_path / "b.nnviz")  # at once: the database itself may still be large
    data = (tmp_path / "b.nnviz").read_bytes()
    assert len(data) < whole / 2.9
    assert (b"weights of 1;" in data, b"weights of 2;" in data) == (False, True)
    most = whole / 2.9 + work_base._ROOM_LEFT
    began = time.monotonic()
    while path.stat().st_size > most and time.monotonic() - began < 60:
        assert told.saved(tmp_path / "b.nnviz")  # what is asked for meanwhile is done first
    assert path.stat().st_size <= most
    told.writer.close()
    with contextlib.closing(WorkBase(path)) as again:
        again.put(work(runs))
        found = saved(again, tmp_path / "c.nnviz")
    assert [snapshot_bytes(run, "last") for run in found.runs] == [run.snapshots[0].place.read_bytes() for run in runs]


def test_a_saved_file_tells_nothing_of_where_it_lay(base: WorkBase, tmp_path: Path) -> None:
    base.put(work((run(1, 10, tmp_path),), path=str(tmp_path / "secret.nnviz"), title="secret"))
    saved(base, tmp_path / "a.nnviz")
    data = (tmp_path / "a.nnviz").read_bytes()
    assert b"secret" not in data
    assert str(tmp_path).encode() not in data


def test_runs_of_a_file_are_left_in_it_and_come_along_when_saved(base: WorkBase, tmp_path: Path) -> None:
    save_file(tmp_path / "old.nnviz", Contents(xor(), (run(1, 10, tmp_path), run(2, 20, tmp_path)), tmp_path))
    folder = WorkFolder.make()
    opened = open_file(tmp_path / "old.nnviz", folder.link(tmp_path / "old.nnviz"))
    base.put(work((*opened.runs, run(3, 30, tmp_path))))
    assert base._base.execute("SELECT DISTINCT run FROM metrics").fetchall() == [(3,)]
    assert base.counts() == (3, 60)
    (tmp_path / "old.nnviz").unlink()  # moved away while it is open: nothing is felt of that
    found = saved(base, tmp_path / "new.nnviz")
    assert_same(found, Contents(xor(), (*opened.runs, run(3, 30, tmp_path))))
    assert snapshot_bytes(found.runs[1], "last") == b"weights of 2" * 100


def test_a_file_of_an_older_format_comes_along_too(base: WorkBase, tmp_path: Path) -> None:
    old = tmp_path / "old.nnviz"
    shutil.copy(Path(__file__).parent / "format-4.nnviz", old)
    opened = open_file(old)
    base.put(work(opened.runs))
    found = saved(base, tmp_path / "new.nnviz")
    assert_same(found, replace(opened, base=tmp_path))
    assert snapshot_bytes(found.runs[0], "kept", 2) == b"weights of epoch 2, kept"


def test_without_the_file_that_runs_stood_in_the_rest_is_recovered_and_the_loss_counted(
    base: WorkBase, tmp_path: Path
) -> None:
    save_file(tmp_path / "old.nnviz", Contents(xor(), (run(1, 10, tmp_path),), tmp_path))
    base.put(work((*open_file(tmp_path / "old.nnviz").runs, run(2, 20, tmp_path))))
    (tmp_path / "old.nnviz").unlink()
    with pytest.raises(BadInput, match="is gone or damaged"):
        base.save(tmp_path / "new.nnviz", tmp_path, tmp_path)
    assert not (tmp_path / "new.nnviz").exists()
    assert base.save(tmp_path / "new.nnviz", tmp_path, tmp_path, whole=False) == 2
    first, second = open_file(tmp_path / "new.nnviz").runs
    assert (first.epochs, first.snapshots, second.epochs) == (0, (), 20)


def test_relative_paths_lead_to_the_same_data_from_another_folder(base: WorkBase, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    project = Project(small_network(), Table(path="rows.csv"))
    base.put(work((Run(1, now(), project),), project))
    base.save(tmp_path / "sub" / "a.nnviz", tmp_path, tmp_path / "sub")
    found = open_project(tmp_path / "sub" / "a.nnviz")
    assert found.project.data == found.runs[0].project.data == Table(path="../rows.csv")


def test_a_file_is_read_as_it_was_even_when_another_stands_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.nnviz"
    save_file(path, Contents(xor(), (run(1, 10, tmp_path),), tmp_path))
    (stale,) = open_file(path).runs
    other = replace(run(1, 10, tmp_path), columns={"loss": np.zeros(10)})
    (tmp_path / "1-10.safetensors").write_bytes(b"other weights")
    save_file(path, Contents(xor(), (other,), tmp_path))
    with pytest.raises(BadInput, match="of another file"):
        stale.columns["loss"]
    with pytest.raises(BadInput, match="replaced by another file"):
        snapshot_bytes(stale, "last")


def test_the_file_before_the_last_save_is_kept_and_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.nnviz"
    for epochs in (1, 2, 3):
        save_project(path, Contents(xor(epochs=epochs), (), tmp_path), keep=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.nnviz", "a.nnviz.backup"]
    assert open_project(backup_of(path)).project.training.epochs == 2


# ---------------------------------------------------------------- disks that refuse


def test_a_full_disk_is_said_once_and_the_work_is_kept_when_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ledger: Ledger
) -> None:
    monkeypatch.setattr("nnviz.project.work_writer.AGAIN", 0.01)
    with small_disk(tmp_path / "disk", "size=512k") as disk:
        told = Writer(disk / "work.db")
        assert told.committed(work((run(1, 10, tmp_path),)))
        (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free))
        large = run(1, 20_000, tmp_path)
        assert not told.committed(work((large,)))
        assert not told.committed(work((large,), xor(epochs=3)))
        assert told.failures == ["the disk is full"]
        (disk / "filler").unlink()
        assert told.better.wait(60)
        assert told.committed(work((large,), xor(epochs=4)))
        told.writer.close()
        with contextlib.closing(WorkBase(disk / "work.db")) as made:
            found = saved(made, tmp_path / "a.nnviz")
        assert (found.project, found.runs[0].epochs) == (xor(epochs=4), 20_000)
    ledger.row("the disk of the work database is full", 1, 0)


@pytest.mark.logs_warnings
def test_the_writer_outlives_what_nobody_foresaw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnviz.project.work_writer.AGAIN", 0.01)
    told = Writer(tmp_path / "work.db")

    def broken(_base: WorkBase, _work: Work) -> None:
        raise OverflowError("BLOB longer than INT_MAX bytes")

    with monkeypatch.context() as patched:
        patched.setattr(WorkBase, "put", broken)
        assert not told.committed(work(()))
    assert told.failures == ["BLOB longer than INT_MAX bytes"]
    assert told.better.wait(60)
    assert told.committed(work((), xor(epochs=4)))
    told.writer.close()


def test_saving_to_a_full_disk_leaves_the_old_file_and_the_work(base: WorkBase, tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "a.nnviz"
    base.put(work((run(1, 10, tmp_path),)))
    saved(base, path)
    before = path.read_bytes()
    base.put(work((run(1, 90_000, tmp_path),)))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 8192, limits[1]))
    try:
        with pytest.raises(BadInput, match="could not be written"):
            base.save(path, tmp_path, tmp_path, keep=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before
    assert not backup_of(path).exists()
    assert saved(base, path).runs[0].epochs == 90_000
    ledger.row("the disk is full during Save", 1, 0)


@pytest.mark.parametrize("name", ["file", "folder"])
def test_a_read_only_file_or_folder_opens_and_is_told_from_other_faults(
    tmp_path: Path, name: str, ledger: Ledger
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    path = folder / "a.nnviz"
    save_project(path, Contents(xor()))
    closed = path if name == "file" else folder
    closed.chmod(closed.stat().st_mode & ~0o222)
    try:
        assert open_project(path).project == xor()
        with pytest.raises(NotThere, match="is read-only"):
            save_project(path, Contents(xor(epochs=2)))
    finally:
        closed.chmod(0o755)
    assert os.listdir(folder) == ["a.nnviz"]
    ledger.row(f"a read-only {name}", 1, 0)


def test_a_copy_made_at_any_moment_while_saving_is_whole(base: WorkBase, tmp_path: Path, ledger: Ledger) -> None:
    path, copies, over = tmp_path / "a.nnviz", [], threading.Event()
    base.put(work((run(1, 1, tmp_path),)))
    saved(base, path)

    def copy() -> None:
        while not over.is_set() or len(copies) < 5:
            copies.append(path.read_bytes())

    copier = threading.Thread(target=copy)
    copier.start()
    for epochs in range(2, 12):
        base.put(work((run(1, epochs * 100, tmp_path),)))
        saved(base, path)
    over.set()
    copier.join()
    different = set(copies)
    for whole in different:
        (tmp_path / "copy.nnviz").write_bytes(whole)
        (found,) = open_file(tmp_path / "copy.nnviz").runs
        assert len(found.columns["loss"]) == found.epochs
    ledger.row("copied while it is saved", len(copies), 0)
