"""Folders that are written whole or not at all, as ``atomic`` does it with files."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.atomic import reason


@contextlib.contextmanager
def replacing_folder(path: Path, known_by: str) -> Iterator[Path]:
    """Gives a new empty folder beside *path* to write into, and puts it in *path*'s place when all went well.

    Args:
        path: the folder to be.
        known_by: the file that a folder of this kind has; one without it is somebody's and is never replaced.

    Raises:
        BadInput: where it cannot be written; *path* is then as it was, and the new folder is gone.
    """
    target = path.resolve()
    _check_target(target, path, known_by)
    mark = secrets.token_hex(4)
    draft, old = (target.with_name(f".{target.name[:200]}.{mark}.{ending}") for ending in ("part", "old"))
    try:
        draft.mkdir()
        yield draft
        _sync_all(draft)
        _swap(draft, target, old)
    except OSError as error:
        kept = "; the old one is as it was" if target.exists() else ""
        raise BadInput(f"{path} could not be written: {reason(error)}{kept}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if target.exists():  # otherwise it is all that there is
            shutil.rmtree(old, ignore_errors=True)


def folder_size(path: Path) -> int:
    """Bytes of all files in *path*."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _check_target(target: Path, path: Path, known_by: str) -> None:
    if not target.parent.is_dir():
        raise BadInput(f"{path} could not be written: there is no folder {target.parent}")
    if target.exists() and not target.is_dir():
        raise BadInput(f"{path} could not be written: expected a folder, got a file")
    if target.is_dir() and any(target.iterdir()) and not (target / known_by).is_file():
        raise BadInput(f"{path} could not be written: it is a folder with other things in it; take another name")


def _swap(draft: Path, target: Path, old: Path) -> None:
    """*draft* in the place of *target*; no system replaces a folder that has something in it in one step."""
    if not target.exists():
        draft.rename(target)
        return
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise


def _sync_all(folder: Path) -> None:
    """Let the disk have all files of *folder*; some systems cannot sync the folder itself."""
    for file in folder.rglob("*"):
        if file.is_file():
            handle = os.open(file, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
