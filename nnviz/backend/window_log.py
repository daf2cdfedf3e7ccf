"""The window's own log, and a file that waits for a crash of the machine's code.

Both stand in the platform's log folder, beside the engine's. A crash file is named after the process that holds it and
the second in which it began; faulthandler writes into it what each thread was doing. One that has something in it and
no process any more tells the next start of a crash.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import re
import time
from pathlib import Path
from typing import TextIO

from nnviz.backend.log import LARGEST_LOG, OLD_LOGS, log_folder

WINDOW_LOG = "window.log"
KEPT_CRASHES = 5
_NAME = re.compile(r"crash-(\d+)-(\d+)\.log")
_SEEN = "crash-seen-{}.log"
_WORDS = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def window_log_path() -> Path:
    """Where the window writes; the folder may not exist yet."""
    return log_folder() / WINDOW_LOG


def begin_log(path: Path) -> logging.Handler:
    """Write what nnviz logs from now on into *path*, which is turned over at LARGEST_LOG bytes.

    Where the folder cannot be written nothing is, and the window goes on without.
    """
    from logging.handlers import RotatingFileHandler  # with it come sockets, and the first window starts without

    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LARGEST_LOG, backupCount=OLD_LOGS, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_WORDS))
    logging.getLogger().addHandler(handler)
    logging.getLogger("nnviz").setLevel(logging.INFO)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Write no more."""
    logging.getLogger().removeHandler(handler)
    logging.getLogger("nnviz").setLevel(logging.NOTSET)
    handler.close()


class CrashFile:
    """Where faulthandler writes if this process crashes; gone when it ends otherwise."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"crash-{os.getpid()}-{int(time.time())}.log"
        self._file: TextIO | None = None
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def close(self) -> None:
        """The process ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)
            self._file = None


def crash_left_in(folder: Path) -> str:
    """What the newest process that crashed has left in *folder*, empty where none has; nobody is told of it again.

    Files of processes that were killed, and say nothing, are cleared away.
    """
    left = sorted(
        (path for path in folder.glob("crash-*.log") if _is_left(path)), key=lambda path: path.stat().st_mtime
    )
    told = ""
    for path in left:
        with contextlib.suppress(OSError):
            said = path.read_text("utf-8", "replace").strip()
            if said:
                told = said
                path.replace(folder / _SEEN.format(path.name.split("-", 1)[1].removesuffix(".log")))
            else:
                path.unlink()
    for old in sorted(folder.glob(_SEEN.format("*")), key=lambda path: path.stat().st_mtime)[:-KEPT_CRASHES]:
        with contextlib.suppress(OSError):
            old.unlink()
    return told


def _is_left(path: Path) -> bool:
    """Whether the process that opened *path* is gone; another may have its number by now."""
    named = _NAME.fullmatch(path.name)
    if named is None:
        return False
    import psutil

    number, began = int(named[1]), int(named[2])
    try:
        return bool(psutil.Process(number).create_time() > began + 2)
    except psutil.NoSuchProcess:
        return True
    except psutil.Error:
        return False
