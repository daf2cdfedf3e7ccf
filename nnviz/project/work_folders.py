"""Where the work databases are: one folder each, locked by the process that works there, in the app's own place."""

from __future__ import annotations

import contextlib
import itertools
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from nnviz.errors import BadInput
from nnviz.project.damage import DamagedError
from nnviz.project.lock import FileLock
from nnviz.project.work_base import About, WorkBase

VARIABLE = "NNVIZ_WORK"  # an environment variable that names another place
COPIED = 64 << 20  # bytes of a file that is copied where it cannot be linked
_BASE, _LOCK, _LOCKS = "work.db", "lock", "locks"
_TOLD = "told"  # an empty file in a folder whose work cannot be read, once a person knows of it


@dataclass(frozen=True)
class Found:
    """Work that a process left behind when it died.

    Attributes:
        folder: where it is.
        about: what it is of, and when it was written.
        runs, epochs: how many there are, in all.
    """

    folder: Path
    about: About
    runs: int
    epochs: int


def place() -> Path:
    """The folder of all work."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("nnviz", appauthor=False) / "work"


def locks() -> Path:
    """The folder of the locks on project files."""
    return place() / _LOCKS


class WorkFolder:
    """The folder of one window, or the one of a dead process that was taken over; nobody else's while this lives."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path, self._lock = path, lock
        self._numbers = itertools.count(1)
        self._newest = path

    @classmethod
    def make(cls) -> WorkFolder:
        """A fresh one; OSError where there can be none."""
        while True:
            path = place() / f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(4)}"
            path.mkdir(parents=True, mode=0o700)
            # Who cleans up may have taken it away between these two lines.
            with contextlib.suppress(FileNotFoundError):
                lock = FileLock.take(path / _LOCK)
                if lock is not None:
                    return cls(path, lock)

    @classmethod
    def take_over(cls, path: Path) -> WorkFolder | None:
        """The one at *path*; None where it is somebody's, or gone."""
        try:
            lock = FileLock.take(path / _LOCK)
        except OSError:
            return None
        return None if lock is None else cls(path, lock)

    @property
    def base(self) -> Path:
        """The path of the database."""
        return self.path / _BASE

    def fresh(self) -> Path:
        """A name for a file that is to be opened from here."""
        # A project is opened on one thread while another is saved on the next: each has a name of its own.
        self._newest = mine = self.path / f"opened-{next(self._numbers)}.nnviz"
        return mine

    def link(self, file: Path) -> Path:
        """Another name of the project *file*, here, under which it stays whatever becomes of the first.

        A project file is never written to, only replaced. A file that cannot be linked is copied if it is small;
        otherwise its own name is given back.
        """
        mine = self.fresh()
        try:
            os.link(file.resolve(), mine)
        except FileExistsError:  # to copy over another name of a project would be to write into that
            return file
        except (OSError, NotImplementedError):
            try:
                if file.stat().st_size > COPIED:
                    return file
                shutil.copyfile(file, mine)
            except OSError:
                mine.unlink(missing_ok=True)
                return file
        return mine

    def sweep(self, wanted: set[Path]) -> None:
        """Let go of the linked files but those *wanted*, and the newest, which may be wanted in a moment."""
        for path in self.path.glob("opened-*.nnviz"):
            if path not in wanted and path != self._newest:
                with contextlib.suppress(OSError):
                    path.unlink()

    def let_go(self) -> None:
        """Leave it to whoever comes next."""
        self._lock.release()

    def remove(self) -> None:
        """Take everything away; it was saved, or nobody wants it."""
        with contextlib.suppress(OSError):
            for path in sorted(self.path.iterdir(), key=lambda path: path.name != _BASE):
                if path.name != _LOCK:  # the last, so that nobody takes the rest for work that was left behind
                    with contextlib.suppress(OSError):  # on Windows a file that is open stays, but without the database
                        path.unlink()
        self._lock.release()
        with contextlib.suppress(OSError):
            self.path.rmdir()


def left_behind(strange: Callable[[Path], object] = lambda _folder: None) -> list[Found]:
    """The work that died with its process, newest first; folders that hold nothing that is not saved are taken away.

    Unsaved work stays, however old it is, until a person takes it up or throws it away. What cannot be read may be
    such work, and stays too; *strange* is told its folder, once.
    """
    found = [work for work in (_look(path, strange) for path in _folders()) if work is not None]
    return sorted(found, key=lambda work: work.about.at, reverse=True)


def _folders() -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from (path for path in place().iterdir() if path.is_dir() and path.name != _LOCKS)


def _look(path: Path, strange: Callable[[Path], object]) -> Found | None:
    folder = WorkFolder.take_over(path)
    if folder is None:
        return None
    try:
        found = _read(folder)
    except (OSError, sqlite3.Error, DamagedError, BadInput, ValueError, msgspec.MsgspecError):
        # It cannot be offered, but a later nnviz may know what to do with it.
        _tell_once(folder, strange)
        folder.let_go()
        return None
    if found is None:
        folder.remove()
        return None
    folder.let_go()
    return found


def _tell_once(folder: WorkFolder, strange: Callable[[Path], object]) -> None:
    with contextlib.suppress(OSError):  # it was told before, or cannot be noted: then it is told at every start
        (folder.path / _TOLD).touch(exist_ok=False)
        strange(folder.path)


def _read(folder: WorkFolder) -> Found | None:
    if not folder.base.exists():
        return None
    with contextlib.closing(WorkBase(folder.base)) as base:
        about = base.about()
        return Found(folder.path, about, *base.counts()) if about is not None and about.unsaved else None
