"""Edits of the list of runs as steps of undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from weakref import ref

import msgspec

from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.ui.training.running import RunController
from nnviz.ui.undo_steps import Step

Runs = tuple[Run, ...]


class RunList:
    """The list of runs as those steps change it, whichever window shows it."""

    def __init__(self, running: RunController) -> None:
        self._running = running

    def label(self, labels: dict[int, Label]) -> None:
        """Give runs other labels, by their numbers; whether they are shown stays as it is."""
        if labels:
            self._running.set_runs(tuple(_labelled(run, labels.get(run.id)) for run in self._running.runs))

    def show(self, shown: Mapping[int, bool]) -> None:
        """Say which runs are on the shared axes, by their numbers: a look, which changes nothing that is saved."""
        if any(run.label.shown != shown.get(run.id, run.label.shown) for run in self._running.runs):
            self._running.show_runs(shown)

    def take_out(self, ids: Iterable[int]) -> None:
        """The runs *ids* less."""
        gone = set(ids)
        self._running.set_runs(tuple(run for run in self._running.runs if run.id not in gone))

    def put_back(self, runs: Runs) -> None:
        """*runs* again, in the order of their numbers; one that is there stays as it is."""
        there = {run.id: run for run in (*runs, *self._running.runs)}
        self._running.set_runs(tuple(there[number] for number in sorted(there)))


def _labelled(run: Run, label: Label | None) -> Run:
    return run if label is None else run.with_label(msgspec.structs.replace(label, shown=run.label.shown))


class LabelEdit(Step):
    """Other labels for some runs.

    Args:
        runs: the list, known weakly, as every step of undo knows what it changes.
        before, after: number -> label.
        text: for the menu.
    """

    def __init__(self, runs: RunList, before: dict[int, Label], after: dict[int, Label], text: str) -> None:
        super().__init__(text)
        self._list, self._before, self._after = ref(runs), before, after

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def _apply(self, labels: dict[int, Label]) -> None:
        runs = self._list()
        if runs is not None:
            runs.label(labels)


class Deletion(Step):
    """Some runs less; undone, they are back with everything that was kept of them.

    Args:
        runs: the list.
        gone: those that go.
        text: for the menu.
    """

    def __init__(self, runs: RunList, gone: Runs, text: str) -> None:
        super().__init__(text)
        self._list, self._gone = ref(runs), gone

    def redo(self) -> None:
        runs = self._list()
        if runs is not None:
            runs.take_out(run.id for run in self._gone)

    def undo(self) -> None:
        runs = self._list()
        if runs is not None:
            runs.put_back(self._gone)
