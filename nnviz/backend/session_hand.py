"""Weights set by hand: one edit is under way at a time, and of those that a hand drags the latest wins."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject

from nnviz.backend.session_past import SessionPast
from nnviz.training.by_hand import Edit, SetWeights, WeightsSet
from nnviz.training.course import ShowCourse
from nnviz.training.messages import Refused


class SessionHand(SessionPast):
    """Sends such edits as soon as the network that they are for stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits: deque[SetWeights] = deque()
        self._edited = 0  # the number of the last edit that was asked for
        self._edits_now = False  # an answer is on its way
        for signal in (self.built, self.engine_ready):
            signal.connect(self._send_edit)
        self.refused.connect(self._on_edit_refused)

    def set_weights(self, layer: str, edit: Edit, *, keep: str = "", passing: bool = False) -> int:
        """Set weights of *layer*, after what was asked for before; the number that ``weights_set`` will carry.

        Args:
            layer: the layer's id.
            edit: what becomes of its weights.
            keep: the file that they are written to first; empty for none.
            passing: another edit of the same weights follows at once; this one may be left out for it.
        """
        self._edited += 1
        if self._edits and self._edits[-1].passing:
            self._edits.pop()
        self._edits.append(SetWeights(self._edited, layer, edit, keep, passing))
        self._send_edit()
        return self._edited

    def show_course(self, layer: str) -> bool:
        """Ask how the weights of *layer* have moved; whether there is an answer to come."""
        stands = self._ready and self._plan.standing is not None
        if stands:
            self._thread.send(ShowCourse(layer))
        return stands

    def _send_edit(self, _event: object = None) -> None:
        stands = self._ready and self._plan.standing is not None and self._plan.building is None
        if stands and self._edits and not self._edits_now:
            self._edits_now = True
            self._thread.send(self._edits.popleft())

    def _connect_past(self) -> None:
        super()._connect_past()
        self._thread.weights_set.connect(self._on_weights_set)
        self._thread.course_arrived.connect(self.course_changed)

    def _forget_past(self) -> None:
        super()._forget_past()
        self._edits.clear()
        self._edits_now = False

    def _on_edit_refused(self, refused: Refused) -> None:
        if refused.command == "SetWeights":  # something unforeseen: no other answer comes
            self._edits_now = False
        self._send_edit()

    def _on_weights_set(self, answer: WeightsSet) -> None:
        self._edits_now = False
        if not self._stranger:
            self._gate.flush()  # its pictures come first
            self.weights_set.emit(answer)
        self._send_edit()
