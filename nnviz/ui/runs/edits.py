"""Edits of the list of runs as steps of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand

from nnviz.project.run_label import Label
from nnviz.project.runs import Run

Runs = tuple[Run, ...]


class LabelEdit(QUndoCommand):
    """Other labels for some runs.

    Args:
        change: a method that gives the runs other labels; known weakly, as every step of undo knows the window.
        before, after: number -> label.
        text: for the menu.
    """

    def __init__(
        self,
        change: Callable[[dict[int, Label]], object],
        before: dict[int, Label],
        after: dict[int, Label],
        text: str,
    ) -> None:
        super().__init__(text)
        self._change, self._before, self._after = WeakMethod(change), before, after

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def _apply(self, labels: dict[int, Label]) -> None:
        change = self._change()
        if change is not None:
            change(labels)


class Deletion(QUndoCommand):
    """Some runs less; undone, they are back with everything that was kept of them.

    Args:
        take, put: methods that take runs out of the list and put them back.
        runs: those that go.
        text: for the menu.
    """

    def __init__(
        self, take: Callable[[Iterable[int]], object], put: Callable[[Runs], object], runs: Runs, text: str
    ) -> None:
        super().__init__(text)
        self._take, self._put, self._runs = WeakMethod(take), WeakMethod(put), runs

    def redo(self) -> None:
        take = self._take()
        if take is not None:
            take(run.id for run in self._runs)

    def undo(self) -> None:
        put = self._put()
        if put is not None:
            put(self._runs)
