"""What is open and what trains: all that goes on when one window gives way to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.backend.session import TrainingSession
from nnviz.training.free_memory import FreeMemory
from nnviz.ui.by_hand.hand_edits import HandEdits
from nnviz.ui.document import Document
from nnviz.ui.files.files import FileController
from nnviz.ui.keeping.scratch_sweeping import ScratchSweeper
from nnviz.ui.runs.edits import RunList
from nnviz.ui.training.live import LiveState
from nnviz.ui.training.running import RunController

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class Workspace(QObject):
    """The document with its history of changes, the engine, the runs, the work database.

    It belongs to the window that shows it. What a window connects to its signals has to go with that window: methods
    of Qt's objects do, functions without a name do not.

    Args:
        window: shows it, and asks what has to be asked.
        session: what trains; one of its own without.

    Attributes:
        document, session, running, files, live: what the parts of a window show and change.
        hand_edits, run_list: what steps of undo go through that change no document.

    Signals:
        window_changed: another window shows it from now on; carries it.
    """

    window_changed = Signal(object)

    def __init__(self, window: MainWindow, session: TrainingSession | None = None) -> None:
        super().__init__(window)
        self.document = Document(parent=self)
        self.session = session or TrainingSession(parent=self)
        self.document.free = FreeMemory(lambda: self.session.engine_pid)
        self.live = LiveState()
        self.running = RunController(self.document, self.session, self)
        self.files = FileController(self.document, self.running, window)
        self.hand_edits, self.run_list = HandEdits(self.running, self), RunList(self.running)
        self._sweeper = ScratchSweeper(self.document, self.running, self.files.work.do, self)

    @property
    def busy(self) -> bool:
        """Whether something waits for the run to come to rest or to be kept, which its window asked for."""
        return self.running.awaited

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Nobody is told of anything within; nothing changes meanwhile but what a person has chosen to look at."""
        parts = (self.document, self.session, self.running, self.live, self.live.inside)
        for part in parts:
            part.blockSignals(True)
        try:
            yield
        finally:
            for part in parts:
                part.blockSignals(False)

    def move_to(self, window: MainWindow) -> None:
        """*window* shows it from now on."""
        self.setParent(window)
        self.files.move_to(window)
        self.window_changed.emit(window)

    def shutdown(self) -> None:
        """End the engine and everything that reads or writes, and clear the window's own files away."""
        self.files.shutdown()
        self.document.shutdown()
        self.running.shutdown()
