"""Project files: what comes back, and every fault of a disk or a byte, done for real."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import sqlite3
import stat
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from nnviz.data.spec import Builtin, Idx, Table
from nnviz.errors import BadInput
from nnviz.network.spec import NetworkSpec
from nnviz.project.changes import Change, Difference
from nnviz.project.files import Contents, open_project, read_snapshot, save_file, save_project, snapshot_bytes
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, last_weights, next_id, now
from nnviz.project.store import check

from .examples import projects, small_network, xor

WEIGHTS = {"first": bytes(range(256)) * 40, "last": bytes(reversed(range(256))) * 40}
CURVES = {"loss": np.array([0.7, 1 / 3, 1e-300]), "val_loss": np.array([1.0, np.nan, np.inf])}


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    """A project with a run of three epochs and two snapshots."""
    shots = []
    for epoch, (kind, data) in enumerate(WEIGHTS.items()):
        place = tmp_path / f"{kind}.safetensors"
        place.write_bytes(data)
        shots.append(Snapshot(epoch * 3, kind, place))
    changes = (
        Change(1, (Difference("learning_rate", "0.01", "0.001"), Difference("layer added", "", "h3 “ä가"))),
        Change(2, (Difference("loss", "mse", "mae"),)),
    )
    run = Run(1, now(), xor(), CURVES, "finished", "Finished.", 1.5, {"loss": 0.25}, tuple(shots), changes)
    return Contents(xor(), (run,), tmp_path)


@pytest.fixture
def saved(contents: Contents, tmp_path: Path) -> Path:
    """The same in a file, in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    save_file(folder / "a.nnviz", contents)
    return folder / "a.nnviz"


def assert_same(found: Contents, expected: Contents) -> None:
    assert found.project == expected.project
    assert [run.id for run in found.runs] == [run.id for run in expected.runs]
    for ours, theirs in zip(found.runs, expected.runs, strict=True):
        for name in ("started", "project", "ending", "sentence", "seconds", "epochs", "test"):
            assert getattr(ours, name) == getattr(theirs, name)
        assert list(ours.columns) == list(theirs.columns)
        for key, column in theirs.columns.items():
            assert ours.columns[key].tobytes() == column.tobytes()
        assert [(s.epoch, s.kind) for s in ours.snapshots] == [(s.epoch, s.kind) for s in theirs.snapshots]
        assert ours.changes == theirs.changes
        assert ours.fork == theirs.fork
        assert ours.label == theirs.label
        assert (ours.clock is None) == (theirs.clock is None)
        assert theirs.clock is None or ours.clock.tolist() == theirs.clock.tolist()


def test_everything_comes_back_bit_for_bit(saved: Path, contents: Contents):
    found = open_project(saved)
    assert_same(found, contents)
    assert found.base == saved.parent
    for kind, data in WEIGHTS.items():
        assert read_snapshot(saved, 1, kind) == data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(projects)
def test_any_project_comes_back_from_both_kinds_of_file(tmp_path: Path, project: Project):
    for name in ("a.nnviz", "a.json"):
        save_project(tmp_path / name, Contents(project, (), tmp_path))
        assert open_project(tmp_path / name).project == project


def test_a_file_is_an_sqlite_application_file_that_others_can_read(saved: Path):
    with contextlib.closing(sqlite3.connect(saved)) as base:
        assert base.execute("PRAGMA application_id").fetchone() == (0x6E6E767A,)
        assert base.execute("PRAGMA user_version").fetchone() == (5,)
        assert base.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("SELECT key FROM metrics").fetchall() == [("loss",), ("val_loss",)]


def test_saving_again_over_the_same_file_takes_its_snapshots_along(saved: Path):
    again = save_file(saved, open_project(saved))
    assert snapshot_bytes(again.runs[0], "last") == WEIGHTS["last"]
    assert [path.name for path in saved.parent.iterdir()] == ["a.nnviz"]


def test_saving_elsewhere_leaves_nothing_behind_in_the_old_place(saved: Path, tmp_path: Path):
    moved = save_project(tmp_path / "b.nnviz", open_project(saved))
    saved.unlink()
    assert snapshot_bytes(moved.runs[0], "first") == WEIGHTS["first"]
    assert last_weights(moved.runs)[1].kind == "last"
    assert next_id(moved.runs) == 2


def test_snapshots_kept_along_a_run_come_back_each_for_its_epoch(tmp_path: Path):
    run = Run(1, now(), xor(), {"loss": np.arange(4.0)})
    files = {epoch: tmp_path / f"{epoch}.safetensors" for epoch in (0, 1, 3)}
    for epoch, path in files.items():
        path.write_bytes(b"weights of %d" % epoch)
    run = run.with_kept(Snapshot(epoch, "kept", path) for epoch, path in files.items())
    save_file(tmp_path / "a.nnviz", Contents(xor(), (run,)))
    again = open_project(save_file(tmp_path / "b.nnviz", open_project(tmp_path / "a.nnviz")).runs[0].snapshots[0].place)
    assert [snapshot.epoch for snapshot in again.runs[0].kept] == [0, 1, 3]
    for epoch, path in files.items():
        assert snapshot_bytes(again.runs[0], "kept", epoch) == path.read_bytes()
    with pytest.raises(BadInput, match="Run 1 kept no kept weights"):
        snapshot_bytes(again.runs[0], "kept", 2)


@pytest.mark.parametrize("version", [0, 1, 2, 3, 4])
def test_the_number_of_the_format_is_sealed_too(saved: Path, version: int):
    data = bytearray(saved.read_bytes())
    data[60:64] = version.to_bytes(4, "big")  # where SQLite keeps user_version
    saved.write_bytes(data)
    with pytest.raises(BadInput, match="is damaged"):
        open_project(saved)


def test_opening_writes_nothing(saved: Path):
    before = saved.read_bytes(), saved.stat().st_mtime_ns
    snapshot_bytes(open_project(saved).runs[0], "last")
    assert (saved.read_bytes(), saved.stat().st_mtime_ns) == before
    assert [path.name for path in saved.parent.iterdir()] == ["a.nnviz"]


def test_the_new_file_has_the_rights_of_the_old_one(saved: Path):
    saved.chmod(0o640)
    save_file(saved, open_project(saved))
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640


def test_a_link_to_a_project_stays_a_link(saved: Path, tmp_path: Path):
    link = tmp_path / "link.nnviz"
    link.symlink_to(saved)
    save_file(link, Contents(xor(epochs=7)))
    assert link.is_symlink()
    assert open_project(saved).project.training.epochs == 7


# ---------------------------------------------------------------- relative paths


@pytest.mark.parametrize("name", ["sub/b.nnviz", "sub/b.json"])
def test_relative_paths_lead_to_the_same_file_from_another_folder(tmp_path: Path, name: str):
    (tmp_path / "sub").mkdir()
    (tmp_path / "iris.csv").write_text("a,b\n1,2\n")
    elsewhere = str(tmp_path / "x.csv")
    project = Project(small_network(), Table(path="iris.csv", test_path=elsewhere))
    run = Run(1, now(), project)
    moved = save_project(tmp_path / name, Contents(project, (run,), tmp_path))
    assert moved.project.data == Table(path="../iris.csv", test_path=elsewhere)
    found = open_project(tmp_path / name)
    assert found.project == moved.project
    assert (found.base / found.project.data.path).read_text().startswith("a,b")
    assert all(kept.project == moved.project for kept in found.runs)


def test_all_four_files_of_idx_are_moved_and_names_of_sets_are_not(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    idx = Idx(images="i", labels="l", test_images="d/ti", test_labels="../tl")
    moved = save_project(tmp_path / "sub" / "a.json", Contents(Project(data=idx), (), tmp_path)).project.data
    assert moved == Idx(images="../i", labels="../l", test_images="../d/ti", test_labels="../../tl")
    kept = save_project(tmp_path / "sub" / "a.json", Contents(Project(data=Builtin(name="iris")), (), tmp_path))
    assert kept.project.data == Builtin(name="iris")


def test_a_folder_reached_through_a_link_is_the_same_folder(tmp_path: Path):
    real = tmp_path / "deep" / "er" / "real"
    real.mkdir(parents=True)
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "x.csv").write_text("here")
    project = Project(data=Table(path="x.csv"))
    moved = save_project(tmp_path / "link" / "a.json", Contents(project, (), tmp_path))
    assert (moved.base / moved.project.data.path).read_text() == "here"


# ---------------------------------------------------------------- what is no project


def sqlite_file(path: Path, *pragmas: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as base:
        for pragma in pragmas:
            base.execute(f"PRAGMA {pragma}")
        base.execute("CREATE TABLE t (a)")
        base.commit()


def newer(path: Path) -> None:
    sqlite_file(path, f"application_id = {0x6E6E767A}", "user_version = 6")


FOREIGN = {
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "junk": (lambda path: path.write_bytes(os.urandom(4096)), "is not an nnviz project"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), "is not an nnviz project"),
    "text": (lambda path: path.write_text("{}"), "is not an nnviz project"),
    "another program's": (sqlite_file, "database of another program"),
    "newer": (newer, "newer nnviz: expected format 5 at most, got 6"),
    "without tables": (lambda path: sqlite_file(path, f"application_id = {0x6E6E767A}"), "is damaged"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "missing": (lambda path: None, "There is no file"),
}


@pytest.mark.parametrize("case", FOREIGN)
def test_what_is_no_project_is_refused_in_a_sentence_and_left_alone(tmp_path: Path, case: str, ledger):
    make, said = FOREIGN[case]
    path = tmp_path / "a.nnviz"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(BadInput, match=said) as refusal:
        open_project(path)
    assert "\n" not in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == ([path] if path.exists() else [])
    ledger.row("a file that is no project, or a newer one", 1, 0)


def test_other_kinds_of_file_are_refused_by_their_name(tmp_path: Path):
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(BadInput, match=r"expected a \.nnviz or \.json file"):
        open_project(tmp_path / "a.txt")
    with pytest.raises(BadInput, match=r"expected a name in \.nnviz or \.json"):
        save_project(tmp_path / "b.txt", Contents(Project()))


def test_no_flipped_bit_goes_unseen(saved: Path, contents: Contents, ledger):
    whole = saved.read_bytes()
    dice = random.Random(7)
    refused = 0
    for bit in dice.sample(range(len(whole) * 8), 400):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        saved.write_bytes(flipped)
        try:
            found = open_project(saved)
            weights = {kind: snapshot_bytes(found.runs[0], kind) for kind in WEIGHTS}
        except BadInput:
            refused += 1
        else:  # the bit lies in space that holds nothing
            assert_same(found, contents)
            assert weights == WEIGHTS
        assert saved.read_bytes() == flipped
    assert refused > 100
    ledger.row("one bit of a file flipped", 400, 0)


def test_a_flipped_bit_is_found_even_where_nobody_looks(saved: Path):
    """Metrics and snapshots are read when they are asked for; what checks the whole file reads them all."""
    check(saved)
    whole = saved.read_bytes()
    for part in (CURVES["loss"].tobytes(), WEIGHTS["last"]):
        flipped = bytearray(whole)
        flipped[whole.index(part[:256]) + 7] ^= 1  # the rest may stand on another page
        saved.write_bytes(flipped)
        open_project(saved)
        with pytest.raises(BadInput, match=r"is damaged: the .* do not match their checksum"):
            check(saved)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_refused(saved: Path, share: float):
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BadInput, match="damaged"):
        snapshot_bytes(open_project(saved).runs[0], "last")


# ---------------------------------------------------------------- disks that refuse


@contextlib.contextmanager
def small_disk(folder: Path, options: str):
    """A little file system of its own, or a skip where only root could make one and we are not."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], capture_output=True)
    if made.returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def assert_old_file_whole(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["a.nnviz", "a.json"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, contents: Contents, name: str):
    with small_disk(tmp_path / "disk", "size=64k") as disk:
        save_project(disk / name, Contents(xor()))
        before = (disk / name).read_bytes()
        layers = xor().network.layers * 2000
        large = Contents(Project(network=NetworkSpec(layers)), contents.runs)
        with pytest.raises(BadInput, match=r"could not be written: the disk is full.*the old file is as it was"):
            save_project(disk / name, large)
        assert_old_file_whole(disk / name, before)


def test_a_limit_on_the_size_of_files_leaves_the_old_file(saved: Path, contents: Contents):
    before = saved.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with pytest.raises(BadInput, match="could not be written") as refusal:
            save_file(saved, contents)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "\n" not in str(refusal.value)
    assert_old_file_whole(saved, before)


def test_a_read_only_disk_is_named_and_can_still_be_read_from(tmp_path: Path, contents: Contents):
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        save_file(disk / "a.nnviz", contents)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert_same(open_project(disk / "a.nnviz"), contents)
        with pytest.raises(BadInput, match="read-only"):
            save_file(disk / "a.nnviz", contents)
        assert [item.name for item in disk.iterdir()] == ["a.nnviz"]


def test_a_read_only_file_is_not_replaced(saved: Path, contents: Contents):
    saved.chmod(0o444)
    before = saved.read_bytes()
    with pytest.raises(BadInput, match="the file is read-only; save it under another name"):
        save_file(saved, contents)
    assert_old_file_whole(saved, before)


@pytest.mark.parametrize("name", ["a.nnviz", "a.json"])
def test_a_place_that_cannot_hold_a_file_is_refused(tmp_path: Path, name: str):
    with pytest.raises(BadInput, match="there is no folder"):
        save_project(tmp_path / "nowhere" / name, Contents(Project()))
    (tmp_path / name).mkdir()
    with pytest.raises(BadInput, match="it is a folder"):
        save_project(tmp_path / name, Contents(Project()))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_device_is_not_replaced_by_a_file(tmp_path: Path):
    pipe = tmp_path / "a.json"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="expected a file, got a device or a pipe"):
        save_project(pipe, Contents(Project()))
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_weights_that_are_gone_stop_the_save_and_leave_the_old_file(saved: Path, contents: Contents):
    before = saved.read_bytes()
    contents.runs[0].snapshots[0].place.unlink()
    with pytest.raises(BadInput, match="There is no file"):
        save_file(saved, contents)
    assert_old_file_whole(saved, before)


def test_a_snapshot_that_was_never_kept_is_named(saved: Path):
    run = open_project(saved).runs[0]
    with pytest.raises(BadInput, match="Run 1 kept no best weights"):
        snapshot_bytes(run, "best")
    with pytest.raises(BadInput, match="holds no last weights of run 9"):
        read_snapshot(saved, 9, "last")
