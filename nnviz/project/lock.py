"""Locks between processes that end with the process that holds them, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import weakref
from pathlib import Path
from typing import IO


class FileLock:
    """A lock that this process holds until ``release``; ``take`` makes them."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path, self._file = path, file
        self._closing = weakref.finalize(self, file.close)  # who forgets it lets go of it

    @classmethod
    def take(cls, path: Path) -> FileLock | None:
        """The lock on the file *path*, which is made for it; None where someone holds it. Never waits.

        Raises:
            OSError: where there can be no such file.
        """
        while True:
            file = path.open("ab")
            try:
                if not _lock(file):
                    file.close()
                    return None
                if _same(file, path):
                    return cls(path, file)
            except BaseException:
                file.close()
                raise
            file.close()  # who held it took the file away just now

    @property
    def held(self) -> bool:
        """Whether it has not been let go of."""
        return not self._file.closed

    def release(self) -> None:
        """Let go, and take the file away; done once, since the next one of that name may be somebody else's."""
        if not self.held:
            return
        if os.name == "nt":  # there a file that is open cannot be taken away
            self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._file.close()


def _same(file: IO[bytes], path: Path) -> bool:
    """Whether *file* is the one that is called *path* now."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            # Of an open file, not of the process: two windows of one process have two.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
