"""One edit of weights by hand as a step of undo."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtGui import QUndoCommand

from nnviz.project.changes import PUT_BACK, Difference
from nnviz.training.by_hand import Edit, PutBack
from nnviz.ui.document import MERGE_WITHIN
from nnviz.ui.undo_steps import Step

if TYPE_CHECKING:
    from nnviz.ui.by_hand.hand_edits import HandEdits

STEPS_ID = 2  # of steps that may become one, as those of the wheel


class HandCommand(Step):
    """From one value to the next; it knows whoever carries it out weakly, as ``Document`` says.

    Args:
        edits: carries it out.
        layer: the layer's id.
        back: what takes it back; None where the weights before have to be kept in a file.
        forth: what does it.
        what: the same for the run.
        text: the same for the menu.
        steps: whether others of the same weight that follow at once belong to it, as those of the wheel.
    """

    def __init__(
        self,
        edits: HandEdits,
        layer: str,
        back: Edit | None,
        forth: Edit,
        what: Difference,
        text: str,
        steps: bool = False,
    ) -> None:
        super().__init__(text)
        self._edits, self._layer, self._forth, self._what = ref(edits), layer, forth, what
        self._file = edits.file() if back is None else ""
        self._back: Edit = back if back is not None else PutBack(self._file)
        self._stamp = edits.stamp
        self._at = monotonic()
        self._steps = steps

    def id(self) -> int:
        return STEPS_ID if self._steps else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, HandCommand) or (other._what.name, other._stamp) != (self._what.name, self._stamp):
            return False
        if not other._steps or other._at - self._at > MERGE_WITHIN:
            return False
        self._forth, self._at = other._forth, other._at
        self._what = Difference(self._what.name, self._what.before, other._what.after)
        return True

    def redo(self) -> None:
        self._carry_out(self._forth, self._what, self._file)

    def undo(self) -> None:
        after = PUT_BACK if self._file else self._what.before
        self._carry_out(self._back, Difference(self._what.name, self._what.after, after))

    def _carry_out(self, edit: Edit, what: Difference, keep: str = "") -> None:
        edits = self._edits()
        if edits is None:
            return
        if edits.stamp != self._stamp:
            self.setObsolete(True)
            edits.tell_stale()
        else:
            edits.carry_out(self._layer, edit, what, keep)
