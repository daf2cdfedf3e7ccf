"""Folders that are there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnviz.errors import BadInput
from nnviz.project import folders
from nnviz.project.atomic import write_whole
from nnviz.project.exchanging import exchange
from nnviz.project.folders import folder_size, replacing_folder
from tests.faults.ledger import Ledger

MARK = "mark.pb"


def write(path: Path, text: str) -> None:
    with replacing_folder(path, MARK) as draft:
        (draft / "inner").mkdir()
        (draft / "inner" / "data").write_text(text)
        (draft / MARK).write_text("")


def test_a_folder_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "net"
    write(target, "one")
    write(target, "seven")
    assert (target / "inner" / "data").read_text() == "seven"
    assert folder_size(target) == 5
    assert list(tmp_path.iterdir()) == [target]


def test_what_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "net"
    write(target, "old")
    with pytest.raises(BadInput, match="the disk is full; the old one is as it was"), replacing_folder(target, MARK):
        raise OSError(28, "No space left on device")
    with pytest.raises(ZeroDivisionError), replacing_folder(target, MARK):
        raise ZeroDivisionError
    assert (target / "inner" / "data").read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_folder_stays_even_where_a_swap_cannot_be_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, rename = tmp_path / "net", Path.rename
    write(target, "old")

    def refused(path: Path, to: Path) -> Path:
        if path.suffix in (".part", ".old"):
            raise OSError(5, "Input/output error")
        return rename(path, to)

    with monkeypatch.context() as patched:
        patched.setattr(folders, "exchange", lambda *_: False)
        patched.setattr(Path, "rename", refused)
        with pytest.raises(BadInput, match="input/output error"):
            write(target, "new")
    (left,) = tmp_path.iterdir()
    assert (left / "inner" / "data").read_text() == "old"


def cut_at(step: int, target: Path, exchanges: bool) -> bool:
    """Replace *target* in a process that ends before its step number *step* on the disk; whether there was one."""
    child = os.fork()
    if child == 0:
        left = iter(range(step))

        def counted(work: Callable[..., Any]) -> Callable[..., Any]:
            def done(*args: Any, **options: Any) -> Any:
                if next(left, None) is None:
                    os._exit(7)
                return work(*args, **options)

            return done

        for owner, name in ((folders, "sync"), (folders, "exchange"), (folders.shutil, "rmtree"), (Path, "rename")):
            setattr(owner, name, counted(getattr(owner, name) if exchanges or name != "exchange" else lambda *_: False))
        try:
            write(target, "new")
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("exchanges", [True, False])
def test_a_process_that_ends_at_any_step_leaves_the_old_folder_or_the_new_one(
    tmp_path: Path, exchanges: bool, ledger: Ledger
) -> None:
    found, step = [], 0
    while True:
        target = tmp_path / f"{step}" / "net"
        target.parent.mkdir()
        write(target, "old")
        cut = cut_at(step, target, exchanges)
        if not target.exists():  # between two renames, where there is no exchange: the next writing begins with this
            assert not exchanges
            with pytest.raises(ZeroDivisionError), replacing_folder(target, MARK):
                raise ZeroDivisionError
        found.append((target / "inner" / "data").read_text())
        write(target, "next")
        assert (target / "inner" / "data").read_text() == "next"
        if not cut:
            break
        step += 1
    assert found == sorted(found, reverse=True)
    assert {*found} == {"old", "new"}
    ledger.row("a folder's export cut off at any step", step, 0)


@pytest.mark.parametrize("exchanges", [True, False])
def test_all_of_the_new_folder_is_on_the_disk_before_it_takes_the_name_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    target, steps = tmp_path / "net", []
    write(target, "old")

    def told(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def done(path: Path, *more: Any, **options: Any) -> Any:
            steps.append((name, path.name if path.parent != tmp_path or path == target else path.suffix))
            return work(path, *more, **options)

        return done

    change = exchange if exchanges else lambda *_: False
    with monkeypatch.context() as patched:
        patched.setattr(folders, "sync", told("sync", folders.sync))
        patched.setattr(folders, "exchange", told("exchange", change))
        patched.setattr(folders.shutil, "rmtree", told("delete", folders.shutil.rmtree))
        patched.setattr(Path, "rename", told("rename", Path.rename))
        write(target, "new")
    written = [("sync", name) for name in ("data", "mark.pb", "inner", ".part", tmp_path.name)]
    if not exchanges or not exchange(tmp_path, tmp_path):
        swap = [("exchange", ".part"), ("rename", "net"), ("sync", tmp_path.name), ("rename", ".part")]
    else:
        swap = [("exchange", ".part")]
    assert {*steps[:2]} == {*written[:2]}
    assert steps[2:5] == written[2:]
    assert steps[5:] == [*swap, ("sync", tmp_path.name), ("delete", ".part"), ("delete", ".old")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="known of Linux")
def test_two_folders_change_places_at_once(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for path in (one, other):
        (path / path.name).mkdir(parents=True)
    assert exchange(one, other)
    assert (one / "other").is_dir()
    assert (other / "one").is_dir()
    with pytest.raises(OSError, match="No such file"):
        exchange(one, tmp_path / "none")


def test_somebodys_folder_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "pictures"
    target.mkdir()
    write(target, "an empty one may be filled")
    (target / MARK).unlink()
    with pytest.raises(BadInput, match="a folder with other things in it"):
        write(target, "mine")
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="expected a folder, got a file"):
        write(tmp_path / "file", "mine")
    with pytest.raises(BadInput, match="there is no folder"):
        write(tmp_path / "none" / "net", "mine")
    assert (target / "inner" / "data").read_text() == "an empty one may be filled"


@pytest.mark.parametrize("letter", ["a", "가", "🙂"])
def test_a_name_as_long_as_a_disk_takes_can_be_written(tmp_path: Path, letter: str) -> None:
    name = letter * (250 // len(letter.encode()))
    write_whole(tmp_path / name, b"whole")
    assert (tmp_path / name).read_bytes() == b"whole"
    for text in ("one", "two"):
        write(tmp_path / f"{name[:-1]}d", text)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
