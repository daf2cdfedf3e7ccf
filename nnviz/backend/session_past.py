"""What the run was at earlier epochs: which snapshots there are, and which of them is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.backend.gate import FrameGate
from nnviz.backend.session_asks import SessionAsks
from nnviz.training.messages import KeepWithin, Kept, KeptSaved, LoadKept, Look, Looked, SaveKept
from nnviz.training.thinning import BUDGET


class SessionPast(SessionAsks):
    """Time travel; one look at a time is asked for, so that a slider that is dragged never has a queue behind it."""

    _gate: FrameGate

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = Kept(())
        self._wished: int | None = None  # the epoch that is to be looked at
        self._asked: int | None = None  # the one that the engine was asked for last
        self._looks = False  # its answer is on its way
        self._budget = BUDGET

    @property
    def kept(self) -> Kept:
        """Of which epochs there are snapshots that can be looked at."""
        return self._kept

    def look(self, epoch: int | None) -> None:
        """Have the pictures of the snapshot nearest to *epoch*, or with None of the present; the latest wish wins."""
        self._wished = epoch
        if self._ready and not self._looks:
            self._looks, self._asked = True, epoch
            self._thread.send(Look(epoch))

    def keep_within(self, budget: int) -> None:
        """Let the snapshots of a run take *budget* bytes of the engine's memory."""
        self._budget = budget
        if self._ready:
            self._thread.send(KeepWithin(budget))

    def save_kept(self, folder: str) -> None:
        """Have the snapshots of the run written into *folder*."""
        self._thread.send(SaveKept(folder))

    def load_kept(self, folder: str, last: int) -> None:
        """Give the run that goes on the snapshots in *folder* up to *last* epochs."""
        self._thread.send(LoadKept(folder, last))

    def _connect_past(self) -> None:
        self._thread.kept_changed.connect(self._on_kept)
        self._thread.looked.connect(self._on_looked)
        self._thread.kept_saved.connect(self._on_kept_saved)

    def _begin_past(self) -> None:
        """A fresh engine has to know how much it may keep."""
        if self._budget != BUDGET:
            self._thread.send(KeepWithin(self._budget))

    def _forget_past(self) -> None:
        """There is nothing to be looked at: another run, or another engine."""
        self._wished, self._looks = None, False
        self._take_kept(Kept(()))

    def _on_kept(self, kept: Kept) -> None:
        if not self._stranger:
            self._take_kept(kept)

    def _take_kept(self, kept: Kept) -> None:
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit(kept)

    def _on_kept_saved(self, saved: KeptSaved) -> None:
        self.kept_saved.emit(saved)

    def _on_looked(self, looked: Looked) -> None:
        self._looks = False
        if not self._stranger:
            self._gate.flush()  # its pictures come first
            self.looked.emit(looked)
        if self._wished != self._asked:
            self.look(self._wished)
