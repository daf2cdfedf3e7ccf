"""A race: variants of what is drawn, trained one after another from the same start, and drawn live on shared axes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from nnviz.backend.state import State
from nnviz.project.project import Project
from nnviz.project.race import Entry, Thing
from nnviz.project.run_figures import verdict
from nnviz.project.runs import Run
from nnviz.training.messages import Ending, Refused
from nnviz.ui.language import said
from nnviz.ui.runs.verdict_text import verdict_text

if TYPE_CHECKING:
    from nnviz.ui.runs.race_dialog import RaceDialog
    from nnviz.ui.window import MainWindow

_ENDS_IT = ("stopped", "killed", "hung", "not_started", "paused")


class Racing(QObject):
    """Draws one variant after another, trains it from the initial weights, and at the end says who was first.

    What a person does meanwhile comes first: Stop, Pause or an edit end the race, the runs so far are kept. In the end
    the diagram is as it was before; all of it is one step of undo, or none.

    Attributes:
        runs: the numbers of the runs of the race, in the order in which they began.
        dialog: what asks for a race; None until it is wanted.

    Signals:
        said: a sentence of how it went.
        failed: a sentence why it cannot go on.
        changed: it began, went on to another variant, or is over.
    """

    said = Signal(str)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._running, self._session = window.running, window.session
        self.runs: list[int] = []
        self.dialog: RaceDialog | None = None
        self._waiting: list[Entry] = []
        self._entry: Entry | None = None  # the one that is trained
        self._before: Project | None = None
        self._title, self._races = "", 0
        self._draws = False  # the edit that is made now is its own
        self._drawn: Project | None = None  # what it drew last
        window.panes.runs.race_wished.connect(self.ask)
        window.topbar.train_requested.connect(self._follow_hand)
        self._session.run_started.connect(self._on_started)
        self._session.run_ended.connect(self._on_ended)
        self._session.refused.connect(self._on_refused)
        self._running.runs_changed.connect(self._follow_run)
        for signal in (self._document.network_changed, self._document.recipe_changed, self._document.data_changed):
            signal.connect(self._follow_edit)
        self._document.replaced.connect(self._forget)

    @property
    def goes_on(self) -> bool:
        """Whether a race goes on."""
        return self._before is not None

    @property
    def left(self) -> int:
        """How many variants are still to be trained, the one that is trained left out."""
        return len(self._waiting)

    def ask(self) -> None:
        """Ask what is to differ; needs data that can be trained on."""
        from nnviz.ui.runs.race_dialog import RaceDialog

        if self._document.blocked or self._document.facts is None:
            self.failed.emit(self.tr("A race needs a network and data that can be trained: solve the problems first"))
            return
        self.dialog = RaceDialog(self._document.project, self._document.facts.rows[0], self._window)
        self.dialog.race_wished.connect(self.begin)
        self.dialog.open()

    def begin(self, thing: Thing, entries: Sequence[Entry]) -> None:
        """Race *entries*; a run that goes on is stopped and kept first."""
        self._running.at_rest(partial(self._running.when_kept, partial(self._begin, thing, tuple(entries))))

    def _begin(self, thing: Thing, entries: tuple[Entry, ...]) -> None:
        self._races = 1 + max((_race_number(run) for run in self._running.runs), default=self._races)
        self._title = self.tr("Race {0}: {1}").format(self._races, said(thing.title).lower())
        self.runs, self._waiting, self._before = [], list(entries), self._document.project
        self._window.travel.leave()
        self._window.runs.show((), alone=True)
        self._window.panes.runs.detail.say_verdict("")
        self._window.panes.bring(self._window.panes.runs)
        self._window.panes.runs.turn_to("curves")
        self._next()

    # ------------------------------------------------------------------ one after another

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        self._entry = self._waiting.pop(0)
        self._draw(self._entry.project)
        if self._document.blocked:
            self._give_up(self.tr("The race ended: {0} cannot be trained").format(self._entry.name))
            return
        self._running.reset()
        self._running.train()
        self.changed.emit()

    def _draw(self, project: Project) -> None:
        self._draws, self._drawn = True, project
        try:
            self._document.edit_project(project, self._title, merge_key=f"race {self._races}", patient=True)
        finally:
            self._draws = False

    def _follow_run(self) -> None:
        """The run that began for a variant is one of the race, and called as what is its own."""
        run = self._running.standing
        if self._entry is None or run is None or self._session.state is not State.TRAINING or run.id in self.runs:
            return
        self.runs.append(run.id)
        label = msgspec.structs.replace(run.label, name=self._entry.name, race=self._title, shown=True)
        runs = self._running.runs
        self._running.set_runs(tuple(its.with_label(label) if its.id == run.id else its for its in runs))

    def _on_started(self) -> None:
        self._follow_run()

    def _on_ended(self, ending: Ending) -> None:
        if self._entry is None or not self.runs:
            return
        if ending.kind in _ENDS_IT:
            self._give_up(self.tr("The race was ended; the runs so far are kept"))
        else:  # finished, stopped early, or failed, which is a result too
            self._entry = None
            self._running.at_rest(partial(self._running.when_kept, self._go_on))

    def _go_on(self) -> None:
        if self.goes_on:
            self._next()

    def _on_refused(self, refused: Refused) -> None:
        if self._entry is not None and refused.command in ("Prepare", "Reset", "Train"):
            self._give_up(self.tr("The race ended: {0}").format(said(refused.sentence)))

    def _follow_edit(self) -> None:
        if self.goes_on and not self._draws and self._document.project != self._drawn:
            self._before = None  # what a person draws now is what is to stand there
            self._give_up(self.tr("The race ended with the edit; the runs so far are kept"))

    def _follow_hand(self) -> None:
        if self.goes_on and self._entry is None:
            self._give_up(self.tr("The race was ended; the runs so far are kept"))

    # ------------------------------------------------------------------ the end

    def _finish(self) -> None:
        runs = [run for run in self._running.runs if run.id in self.runs]
        self._rest()
        names = {run.id: run.label.name for run in runs}
        text = verdict_text(verdict(runs), names)
        self._window.panes.runs.detail.say_verdict(text)
        self.said.emit(self.tr("The race is over. {0}").format(text))

    def _give_up(self, sentence: str) -> None:
        self._rest()
        self.said.emit(sentence)

    def _rest(self) -> None:
        """What is drawn is again what it was before."""
        before, self._before = self._before, None
        self._waiting, self._entry = [], None
        if before is not None:
            self._draw(before)
        self.changed.emit()

    def _forget(self) -> None:
        self._waiting, self._entry, self._before, self.runs = [], None, None, []
        self._window.panes.runs.detail.say_verdict("")


def _race_number(run: Run) -> int:
    digits = "".join(c for c in run.label.race.split(":")[0] if c.isdigit())
    return int(digits) if digits else 0
