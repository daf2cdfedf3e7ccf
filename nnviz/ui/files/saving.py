"""Files that are made beside the project: asked for, written off the window's thread, whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nnviz.errors import BadInput
from nnviz.ui.dialogs.save_dialog import SaveDialog
from nnviz.ui.program.background import Background


@dataclass(frozen=True)
class SaveJob:
    """A file that a person wants.

    Attributes:
        title: of the dialog that asks where.
        names: the filter of the dialog, as ``Table (*.csv)``.
        suffix: how the file ends, with the dot.
        write: writes the file to a path, on another thread; BadInput where that cannot be done.
        written: what follows in the window once the file is there.
        shown: whether the system's own program for such files is to show it then.
    """

    title: str
    names: str
    suffix: str
    write: Callable[[Path], object]
    written: Callable[[Path], object] | None = None
    shown: bool = False


class FileSaver(QObject):
    """Asks where, and writes; one file at a time, in the order in which they were asked for.

    Signals:
        said: a sentence for the status line: the file is there.
        failed: a sentence why it could not be written.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        self._background.done.connect(self._written)
        self._background.failed.connect(self._give_up)
        self._waiting: list[tuple[SaveJob, Path]] = []

    def ask(self, job: SaveJob, folder: Path, stem: str) -> None:
        """Ask where the file of *job* is to stand, proposing *stem* in *folder*."""
        dialog = SaveDialog(job.title, job.names, job.suffix, folder / stem, self._window)
        dialog.path_chosen.connect(lambda path: self.save(job, path))
        dialog.open()

    def save(self, job: SaveJob, path: Path) -> None:
        """Write the file of *job* to *path*."""
        self._waiting.append((job, path))
        if len(self._waiting) == 1:
            self._next()

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return bool(self._waiting)

    def shutdown(self) -> None:
        """Have all written that was asked for; the window is not seen any more, and nobody is told."""
        behind, self._waiting = self._waiting[1:], []
        self._background.finish()
        for job, path in behind:
            with contextlib.suppress(BadInput, OSError):
                job.write(path)

    def _next(self) -> None:
        job, path = self._waiting[0]
        self._background.run(lambda _cancelled: job.write(path))

    def _written(self) -> None:
        job, path = self._waiting.pop(0)
        text = self.tr("Saved {0}")
        if job.shown and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("Saved {0}; there is no program here that opens such files")
        self.said.emit(text.format(path.name))
        if self._waiting:
            self._next()
        if job.written is not None:
            job.written(path)

    def _give_up(self, sentence: str) -> None:
        self._waiting.pop(0)
        self.failed.emit(sentence)
        if self._waiting:
            self._next()
