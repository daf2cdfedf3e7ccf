"""The curves of the run on screen: what its epochs measured, and where it was changed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from nnviz.project.changes import Change
from nnviz.training.history import History
from nnviz.training.messages import Epochs
from nnviz.ui.document import Document
from nnviz.ui.panes.curve_marks import Mark
from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.training.change_text import change_lines
from nnviz.ui.training.metric_names import metric_title


class RunCurves(QObject):
    """Feeds the panes of the loss and of the score.

    Attributes:
        loss, score: the panes.
    """

    def __init__(self, document: Document, loss: CurvePane, score: CurvePane, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self.loss, self.score = document, loss, score
        self._history = History()  # the run on screen, as it grows
        document.recipe_changed.connect(self._follow_recipe)
        document.data_changed.connect(self._forget)
        self._follow_recipe()

    def take_over(self, other: RunCurves) -> None:
        """Go on with the curves of *other*."""
        self._history = other._history
        self.loss.take_over(other.loss)
        self.score.take_over(other.score)

    def append(self, epochs: Epochs) -> None:
        """More epochs."""
        columns = {key: epochs.rows[:, i] for i, key in enumerate(epochs.keys)}
        self._append(epochs.first, columns)

    def restart(self, history: History) -> None:
        """The curves of a run that starts anew, or of one that was opened, with the *history* it has."""
        self._history = history
        for pane in (self.loss, self.score):
            pane.start_run()
        self._append_history(self.loss, self.score)

    def rewind(self, epoch: int) -> None:
        """Forget what came after *epoch*."""
        for pane in (self.loss, self.score):
            pane.rewind(epoch)

    def mark_seen(self, epoch: int | None) -> None:
        """Mark the epoch that all of the window shows; None for the present."""
        for pane in (self.loss, self.score):
            pane.mark_seen(epoch)

    def rest(self) -> None:
        """The run came to rest: the curves may mark what was best."""
        for pane in (self.loss, self.score):
            pane.rest()

    def mark(self, changes: Sequence[Change]) -> None:
        """Mark where the run was changed."""
        marks = tuple(Mark(change.epoch, change_lines(change)) for change in changes)
        for pane in (self.loss, self.score):
            pane.set_marks(marks)

    def _forget(self) -> None:
        self._history = History()  # another metric would bring its epochs back
        for pane in (self.loss, self.score):
            pane.forget()

    def _append_history(self, *panes: CurvePane) -> None:
        if self._history.epochs:
            self._append(1, {key: self._history.column(key) for key in self._history.keys}, *panes)

    def _append(self, first: int, columns: dict[str, NDArray[np.float64]], *panes: CurvePane) -> None:
        for pane, key in ((self.loss, "loss"), (self.score, self._score_key())):
            if key in columns and pane in (panes or (self.loss, self.score)):
                pane.append(first, columns[key], columns.get(f"val_{key}"))

    def _score_key(self) -> str:
        scores = self._document.scores
        return scores[0] if scores else "accuracy"

    def _follow_recipe(self) -> None:
        key, other = self._score_key(), self._score_key() != self.score.curves.key
        self.score.set_key(key, metric_title(key))
        if other:
            self._append_history(self.score)
