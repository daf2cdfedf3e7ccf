"""The engine's log: a file in the platform's log folder, turned over when it has grown."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from platformdirs import user_log_path

LARGEST_LOG = 1_000_000
OLD_LOGS = 3
_TAIL = 1 << 16  # a crash is followed by what each thread was doing


def log_folder() -> Path:
    """Where this platform keeps logs; it may not exist yet."""
    return user_log_path("nnviz", appauthor=False)


def log_path() -> Path:
    """Where the engine's stderr goes; the folder may not exist yet."""
    return log_folder() / "engine.log"


def open_log(path: Path) -> BinaryIO:
    """*path* for appending, after the older ones moved up when it has outgrown LARGEST_LOG bytes.

    Where the folder cannot be written the engine's words go nowhere, but the engine still starts.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            _turn_over(path)
        return path.open("ab", buffering=0)
    except OSError:
        return open(os.devnull, "ab", buffering=0)


def _turn_over(path: Path) -> None:
    # Another window may hold the file: on Windows it cannot be renamed then, and simply grows on.
    with contextlib.suppress(OSError):
        for number in range(OLD_LOGS, 0, -1):
            older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
            if older.exists():
                older.replace(path.with_name(f"{path.name}.{number}"))


def last_words(path: Path, since: int) -> str:
    """The last lines that were written after byte *since*, empty where there are none."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(since, end - _TAIL))
            return file.read().decode("utf-8", "replace").strip()
    except OSError:
        return ""
