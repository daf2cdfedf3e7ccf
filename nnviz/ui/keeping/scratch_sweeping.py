"""The window's own files of a project that was closed go, so that a window that is open for weeks does not fill a disk.

They are snapshots of its runs, for the engine to read. What was closed may still be on its way into a file: the
sweeping is done by the thread that writes files, behind whatever was asked of it before.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from nnviz.project.runs import Run
from nnviz.ui.document import Document

_Stood = dict[Path, int]  # what is in the folder, and when it was written


class _Runs(Protocol):
    @property
    def runs(self) -> tuple[Run, ...]: ...

    def scratch_file(self, name: str) -> Path: ...


class ScratchSweeper(QObject):
    """Follows the document; what stood there when the project before the last one was opened is deleted.

    Not what stood there when the last one was: files of one that is being read may have been among it.

    Args:
        runs: has the runs that are open, and the folder.
        do: does a job on the writer's thread, behind what it has to do, and calls back.
    """

    def __init__(
        self, document: Document, runs: _Runs, do: Callable[[Callable[..., Any], Callable[..., Any]], object],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._runs, self._do = runs, do
        self._before: _Stood = {}
        self._stood: _Stood = {}
        self._soon = QTimer(self)  # the runs of the project that is opened are known in a moment
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._sweep)
        document.replaced.connect(self._soon.start)

    def _sweep(self) -> None:
        old, self._before = self._before, self._stood
        self._stood = _standing(self._runs.scratch_file("x").parent)
        left = {path: written for path, written in old.items() if self._stood.get(path) == written}
        runs = self._runs.runs
        if left:
            self._do(lambda _base: _delete(_unwanted(_as_they_were(left), runs)), lambda _result, _failure: None)


def _standing(folder: Path) -> _Stood:
    """What is in *folder*; a file that was written again is another one."""
    if not folder.is_dir():
        return {}
    found = {}
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # the engine writes here, and renames
            found[path] = _written(path)
    return found


def _written(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


def _as_they_were(paths: _Stood) -> list[Path]:
    """Those of *paths* that nobody wrote again while the writer had other things to do."""
    return [path for path, written in paths.items() if path.exists() and _written(path) == written]


def _unwanted(paths: Iterable[Path], runs: Iterable[Run]) -> list[Path]:
    """Those of *paths* that no snapshot of *runs* stands in."""
    wanted = {snapshot.place for run in runs for snapshot in run.snapshots}
    return [path for path in paths if not any(place.is_relative_to(path) for place in wanted)]


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # on Windows, where somebody reads it
                path.unlink(missing_ok=True)
