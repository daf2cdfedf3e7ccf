"""The project file that is open: whether it is ours alone, and whether it still is as we left it."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.lock import FileLock
from nnviz.sentences import Sentence

CASE_MATTERS = sys.platform not in ("win32", "darwin")
Stamp = tuple[int, int, int]  # time of the last change in ns, bytes, number in its file system


class Changed(BadInput):
    """The file is not as it was left; to write over it, a person has to say so."""


def stamp(path: Path) -> Stamp | None:
    """What tells the file *path* from another one that may stand there later; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def lock_name(path: Path) -> str:
    """What the lock on the project *path* is called: the same for every way in which its name can be written."""
    name = str(path.resolve())
    if not CASE_MATTERS:
        name = unicodedata.normalize("NFC", name).casefold()
    return f"{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}.lock"


@dataclass
class _Left:
    """What the guards of one file, each saved over the one before, share."""

    stamp: Stamp | None


class FileGuard:
    """Holds a project file for one window.

    Attributes:
        path: the file.
        ours: whether no other window has it open, as far as can be known.
    """

    def __init__(self, path: Path, lock: FileLock | None, ours: bool = True) -> None:
        self.path, self.ours, self._lock = path.resolve(), ours, lock
        self._left = _Left(stamp(path))

    @classmethod
    def of(cls, path: Path, locks: Path, mine: FileGuard | None = None) -> FileGuard:
        """The guard of *path*.

        Args:
            path: the file.
            locks: the folder of the locks that all windows know.
            mine: what this window holds, perhaps of the same file; or held, and passed on since.
        """
        lock = mine._lock if mine is not None and lock_name(mine.path) == lock_name(path) else None
        if lock is not None and lock.held:
            return cls(path, lock)
        try:
            locks.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = FileLock.take(locks / lock_name(path))
        except OSError:
            return cls(path, None)
        return cls(path, lock, lock is not None)

    @property
    def stamp(self) -> Stamp | None:
        """How the file was left."""
        return self._left.stamp

    @stamp.setter
    def stamp(self, stamp: Stamp | None) -> None:
        self._left.stamp = stamp

    def follow(self, before: FileGuard) -> None:
        """This window saved the file that *before* is of: whoever still asks that one knows it as it stands now."""
        before._left.stamp = self._left.stamp
        self._left = before._left

    def check(self) -> None:
        """Raise Changed, in one sentence, where the file was moved away, or changed by another program."""
        found = stamp(self.path)
        if found is None and self.stamp is not None:
            raise Changed(Sentence("{0} was moved or deleted since it was opened", self.path))
        if found != self.stamp:
            raise Changed(Sentence("{0} was changed by another program since it was opened", self.path))

    def release(self, but: FileGuard | None = None) -> None:
        """Let go of the file, unless *but* holds it by the same lock.

        A Save that was asked for before still knows this guard, and comes in by the lock that was passed on.
        """
        if self._lock is not None and (but is None or but._lock is not self._lock):
            self._lock.release()
