"""The project file that is open: whether it is ours alone, and whether it still is as we left it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.lock import FileLock

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


class FileGuard:
    """Holds a project file for one window.

    Attributes:
        path: the file.
        stamp: as it was when it was opened or saved here.
        ours: whether no other window has it open, as far as can be known.
    """

    def __init__(self, path: Path, lock: FileLock | None, ours: bool = True) -> None:
        self.path, self.stamp, self.ours, self._lock = path.resolve(), stamp(path), ours, lock

    @classmethod
    def of(cls, path: Path, locks: Path, mine: FileGuard | None = None) -> FileGuard:
        """The guard of *path*.

        Args:
            path: the file.
            locks: the folder of the locks that all windows know.
            mine: what this window holds, perhaps of the same file.
        """
        if mine is not None and mine.path == path.resolve() and mine._lock is not None:
            return cls(path, mine._lock)
        try:
            locks.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = FileLock.take(locks / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]}.lock")
        except OSError:
            return cls(path, None)
        return cls(path, lock, lock is not None)

    def check(self) -> None:
        """Raise Changed, in one sentence, where the file was moved away, or changed by another program."""
        found = stamp(self.path)
        if found is None and self.stamp is not None:
            raise Changed(f"{self.path} was moved or deleted since it was opened")
        if found != self.stamp:
            raise Changed(f"{self.path} was changed by another program since it was opened")

    def release(self, but: FileGuard | None = None) -> None:
        """Let go of the file, unless *but* holds it by the same lock."""
        if self._lock is not None and (but is None or but._lock is not self._lock):
            self._lock.release()
        self._lock = None
