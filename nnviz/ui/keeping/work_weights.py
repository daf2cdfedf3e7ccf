"""The weights of a run that goes on, for its work database: taken from time to time, the more seldom the larger."""

from __future__ import annotations

import contextlib
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from nnviz.backend.state import State
from nnviz.project.runs import Run, Snapshot
from nnviz.training.messages import SnapshotTaken
from nnviz.ui.training.running import RunController

LEAST_S, MOST_S = 1.0, 60.0  # between two of them
SHARE = 10  # its answer takes at most one part in so many of the time
BYTES_A_SECOND = 256 << 10  # what they may write to the disk


class WeightsOnTheWay(QObject):
    """Asks the engine for a snapshot of the run that goes on, and knows the newest.

    Signals:
        taken: there is a newer one.
    """

    taken = Signal()

    def __init__(self, running: RunController, parent: QObject) -> None:
        super().__init__(parent)
        self._running = running
        self._run = 0  # the one that the newest is of
        self._newest: Snapshot | None = None
        self._asked: tuple[Path, int, float] | None = None  # the file that is due, of which run, since when
        self._next, self._count = 0.0, 0
        running.session.snapshot_taken.connect(self._on_taken)
        running.session.engine_lost.connect(self._forget_asked)
        running.session.refused.connect(self._forget_asked)

    def follow(self) -> None:
        """A run may go on: have its weights taken where that is due."""
        session, runs = self._running.session, self._running.runs
        training = self._running.unkept and session.state is State.TRAINING and session.epoch > 0
        if not training or not runs or self._asked is not None or monotonic() < self._next:
            return
        self._count += 1
        # A file each: one is read into the database while another is written.
        path = self._file(self._count)
        self._asked = path, runs[-1].id, monotonic()
        session.take_snapshot(str(path))

    def with_newest(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """*runs*, the last of them, if it goes on, with the newest weights that are known of it."""
        newest = self._newest
        if newest is None or not runs or runs[-1].id != self._run or not self._running.unkept:
            return runs
        others = (snapshot for snapshot in runs[-1].snapshots if snapshot.kind != "last")
        return (*runs[:-1], runs[-1].with_snapshots((*others, newest)))

    def shutdown(self) -> None:
        """Ask for no more."""
        self._asked = Path(), 0, 0.0

    def _on_taken(self, taken: SnapshotTaken) -> None:
        if self._asked is None or Path(taken.path) != self._asked[0]:
            self._newest = None  # the run itself has newer ones now
            return
        path, self._run, since = self._asked
        self._asked, now = None, monotonic()
        with contextlib.suppress(OSError):  # on Windows, where it is being kept just now
            self._file(self._count - 2).unlink(missing_ok=True)
        self._newest = Snapshot(taken.epoch, "last", path)
        try:
            size = path.stat().st_size
        except OSError:
            return
        wait = max(LEAST_S, SHARE * (now - since), size / BYTES_A_SECOND)
        self._next = now + min(MOST_S, wait)
        self.taken.emit()

    def _file(self, number: int) -> Path:
        return self._running.scratch_file(f"work-{number}.safetensors")

    def _forget_asked(self) -> None:
        self._asked = None
