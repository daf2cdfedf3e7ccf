"""Folders that are written whole or not at all, as ``atomic`` does it with files.

Each step is on the disk before the next one begins: a power cut leaves the old folder or the new one under the name.
Where the system cannot let two folders change places in one step it may leave the old one under its other name,
``.name.….old``, with the new one beside it; the next writing puts it back.
"""

from __future__ import annotations

import contextlib
import glob
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.atomic import BEGINNING, reason, sync
from nnviz.project.exchanging import exchange
from nnviz.project.windows_files import patiently, unfit
from nnviz.sentences import Sentence


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
    _bring_back(target)
    _check_target(target, path, known_by)
    mark = secrets.token_hex(4)
    draft, old = (target.with_name(f".{target.name[:BEGINNING]}.{mark}.{ending}") for ending in ("part", "old"))
    try:
        draft.mkdir()
        yield draft
        _sync_all(draft)
        sync(target.parent)  # the new folder stands, under a name of its own
        _swap(draft, target, old)
    except OSError as error:
        kept = Sentence("; the old one is as it was") if target.exists() else ""
        raise BadInput(Sentence("{0} could not be written: {1}{2}", path, reason(error), kept)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if target.exists():  # otherwise it is all that there is
            shutil.rmtree(old, ignore_errors=True)


def folder_size(path: Path) -> int:
    """Bytes of all files in *path*."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _check_target(target: Path, path: Path, known_by: str) -> None:
    if (why := unfit(path.name)) is not None:
        raise BadInput(Sentence("{0} could not be written: {1}", path, why))
    if not target.parent.is_dir():
        raise BadInput(Sentence("{0} could not be written: there is no folder {1}", path, target.parent))
    if target.exists() and not target.is_dir():
        raise BadInput(Sentence("{0} could not be written: expected a folder, got a file", path))
    if target.is_dir() and any(target.iterdir()) and not (target / known_by).is_file():
        raise BadInput(
            Sentence("{0} could not be written: it is a folder with other things in it; take another name", path)
        )


def _swap(draft: Path, target: Path, old: Path) -> None:
    """*draft* in the place of *target*, on the disk when this returns; what stood there is *draft* or *old* then."""
    if not target.exists():
        patiently(draft.rename, target)
    elif not exchange(draft, target):
        patiently(target.rename, old)
        try:
            sync(target.parent)
            patiently(draft.rename, target)
        except OSError:
            patiently(old.rename, target)
            raise
    sync(target.parent)


def _bring_back(target: Path) -> None:
    """Where a power cut came between the two steps of a swap, the old folder has its name again."""
    left = sorted(target.parent.glob(f".{glob.escape(target.name[:BEGINNING])}.????????.old"))
    if left and not target.exists():
        with contextlib.suppress(OSError):
            left[-1].rename(target)
            sync(target.parent)


def _sync_all(folder: Path) -> None:
    """Let the disk have all files of *folder*, and then the folders that name them, the innermost first."""
    for path in sorted(folder.rglob("*"), key=lambda path: (path.is_dir(), -len(path.parts))):
        sync(path)
    sync(folder)
