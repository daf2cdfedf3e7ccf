"""What is different on Windows, as far as it can be seen elsewhere."""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from nnviz.errors import BadInput
from nnviz.project import file_guard, store, windows_files
from nnviz.project.atomic import write_whole
from nnviz.project.folders import replacing_folder


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_files, "ON_WINDOWS", True)
    monkeypatch.setattr(windows_files, "_PAUSE", 0)


NAMES = ["con", "CON.nnviz", "nul.tar.gz", "Com1.json", "lpt9", "aux .txt", "a:b.nnviz", "why?.nnviz", "ends.", "ends "]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_windows_does_not_take_is_refused_there_alone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / name, b"as everywhere else")
    monkeypatch.setattr(windows_files, "ON_WINDOWS", True)
    with pytest.raises(BadInput, match="take another name"):
        write_whole(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"as everywhere else"
    with pytest.raises(BadInput, match="take another name"), replacing_folder(tmp_path / name, "mark"):
        pass


@pytest.mark.parametrize("name", ["console.nnviz", "com10.json", "null", "icon.png", "세 겹.nnviz", ".con", "a.con"])
def test_other_names_are_taken(name: str, windows: None, tmp_path: Path) -> None:
    write_whole(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


def test_a_folder_with_the_mark_of_an_own_icon_is_written_to(windows: None, tmp_path: Path) -> None:
    """Windows marks Documents and the like as read-only, and lets everybody write there."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        assert not windows_files.read_only(folder)
    finally:
        folder.chmod(0o755)


class Held:
    """``os.replace`` as it is on Windows while another program has the file open, for so many *times*."""

    def __init__(self, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left, self._replace = times, os.replace
        monkeypatch.setattr(os, "replace", self)

    def __call__(self, draft: str, target: str) -> None:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(13, "Access is denied")
        self._replace(draft, target)


def test_a_file_that_is_looked_through_for_viruses_is_replaced_a_moment_later(
    windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "net.nnviz"
    path.write_bytes(b"old")
    Held(3, monkeypatch)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_that_stays_open_is_told_and_stays_as_it_was(
    windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "net.nnviz"
    path.write_bytes(b"old")
    Held(1000, monkeypatch)
    with pytest.raises(BadInput, match="the old file is as it was"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/srv/a b/50%?#.nnviz"), "file:///srv/a%20b/50%25%3F%23.nnviz"),
        (PureWindowsPath("C:\\마당\\한\\net.nnviz"), "file:///C:/%EB%A7%88%EB%8B%B9/%ED%95%9C/net.nnviz"),
        (PureWindowsPath("\\\\school\\room 3\\net.nnviz"), "file:////school/room%203/net.nnviz"),
    ],
)
def test_sqlite_is_given_an_address_that_it_takes(path: PurePosixPath, address: str) -> None:
    uri = store.uri_of(path)
    assert uri == f"{address}?mode=ro&immutable=1"
    # What it says of a file that is not there is not that the address is wrong.
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        sqlite3.connect(uri, uri=True)


def test_a_file_with_any_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"50%?#&\xff \xed\x95\x9c.nnviz")
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE t (x)")
    base.close()
    with store.reading(path) as found:
        assert found.execute("SELECT name FROM sqlite_schema").fetchone() == ("t",)


def test_one_file_has_one_lock_however_its_name_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """macOS and Windows take Net.nnviz for net.nnviz, and 한 for its three letters."""
    names = (tmp_path / "Net 한.nnviz", tmp_path / unicodedata.normalize("NFD", "net 한.NNVIZ"))
    assert len({file_guard.lock_name(path) for path in names}) == 2
    monkeypatch.setattr(file_guard, "CASE_MATTERS", False)
    assert len({file_guard.lock_name(path) for path in names}) == 1
