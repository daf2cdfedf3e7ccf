"""Weights set by hand, carried out: what the steps of undo go through, whichever window they were made in."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, Signal

from nnviz.project.changes import Difference
from nnviz.training.by_hand import Edit
from nnviz.training.messages import Built, WeightsSet
from nnviz.ui.language import said
from nnviz.ui.training.running import RunController


class HandEdits(QObject):
    """Hands edits of weights to the engine, and notes in the run what was done.

    Signals:
        said: a sentence for the status line.
        failed: a sentence why nothing was set.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, running: RunController, parent: QObject) -> None:
        super().__init__(parent)
        self._running, self._session = running, running.session
        self._files = itertools.count(1)
        self._fresh = 0  # how often a network started afresh
        self._waiting: dict[int, Difference] = {}  # the numbers of edits under way: what they change
        self._session.built.connect(self._on_built)
        self._session.weights_set.connect(self._on_set)

    @property
    def stamp(self) -> tuple[int, int]:
        """Which weights they are that go on: others after a reset, from a fork on, in another run that was opened."""
        return self._fresh, self._running.replaced

    def number(self) -> int:
        """Another number with each call."""
        return next(self._files)

    def carry_out(self, layer: str, edit: Edit, what: Difference, keep: str = "") -> None:
        """Have the engine carry out *edit*; *what* is noted in the run once it is done."""
        self._running.build_now()
        self._waiting[self._session.set_weights(layer, edit, keep=keep)] = what

    def file(self) -> str:
        """A file of the window's own, for the weights before an edit."""
        return str(self._running.scratch_file(f"before-{self.number()}.safetensors"))

    def tell_stale(self) -> None:
        """An edit cannot be taken back, nor done again: its network is gone."""
        self.said.emit(self.tr("The network has started afresh since: nothing was set"))

    def _on_set(self, answer: WeightsSet) -> None:
        what = self._waiting.pop(answer.number, None)
        if answer.refused:
            self.failed.emit(said(answer.refused))
        elif what is not None:
            self._running.note_by_hand(what)

    def _on_built(self, built: Built) -> None:
        if built.epoch == 0 and not built.begun and not built.kept:
            self._fresh += 1
