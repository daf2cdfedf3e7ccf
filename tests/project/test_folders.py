"""Folders that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.errors import BadInput
from nnviz.project.folders import folder_size, replacing_folder

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
        patched.setattr(Path, "rename", refused)
        with pytest.raises(BadInput, match="input/output error"):
            write(target, "new")
    (left,) = tmp_path.iterdir()
    assert (left / "inner" / "data").read_text() == "old"


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
