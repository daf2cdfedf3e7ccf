"""A race: variants of what is drawn, trained side by side from the same start, and drawn live on shared axes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.backend.session_race import RaceState
from nnviz.backend.state import State
from nnviz.project.race import Entry, Thing
from nnviz.project.run_figures import verdict
from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.training.messages import Ending, RaceRested
from nnviz.ui.language import said
from nnviz.ui.runs.detail import ROOM_FOR_RACE
from nnviz.ui.runs.race_words import title_of, title_words
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.verdict_text import verdict_text

if TYPE_CHECKING:
    from nnviz.ui.runs.race_dialog import RaceDialog
    from nnviz.ui.window import MainWindow


class Racing(QObject):
    """Asks for a race, has it run, and at the end says who was first.

    The diagram and the run that stands on it are left alone. While there is a race the big buttons are its own: Pause
    and Stop are of all its variants, and Train goes on with it.

    Attributes:
        runs: the numbers of the runs of the race, in the order of its variants.
        dialog: what asks for a race; None until it is wanted.

    Signals:
        said: a sentence of how it went.
        failed: a sentence why it cannot go on.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._running, self._session = window.running, window.session
        self.runs: tuple[int, ...] = ()
        self.dialog: RaceDialog | None = None
        self._title, self._races = "", 0
        self._session.race_changed.connect(self._follow)
        self._session.race_rested.connect(self._on_rested)
        self._session.race_lost.connect(self._on_lost)
        self._document.replaced.connect(self._forget)
        pane = window.panes.runs
        pane.race_wished.connect(self.ask)
        pane.race_steered.connect(self._steer)

    def take_over(self, other: Racing) -> None:
        """Go on with the race of *other*."""
        self.runs, self._title, self._races = other.runs, other._title, other._races
        self._follow()
        if self.runs and not self.goes_on:
            self._window.panes.runs.detail.say_verdict(self._verdict())

    @property
    def goes_on(self) -> bool:
        """Whether there is a race that is not over, be it paused."""
        return self._session.race_state is not RaceState.NONE

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
        """Race *entries*; a run that goes on, or another race, is stopped and kept first."""
        self._running.at_rest(partial(self._running.without_race, partial(self._begin, thing, tuple(entries))))

    def _begin(self, thing: Thing, entries: tuple[Entry, ...]) -> None:
        if self.goes_on or self._session.state is State.TRAINING:  # begun while a file was being written
            self.begin(thing, entries)
            return
        self._races = 1 + max((_race_number(run) for run in self._running.runs), default=self._races)
        self._title = title_of(self._races, thing)
        self._window.travel.leave()
        self._window.runs.show((), alone=True)
        labels = [Label(name=entry.name, race=self._title, shown=True) for entry in entries]
        self.runs = self._running.race([entry.project for entry in entries], labels)
        pane = self._window.panes.runs
        pane.detail.say_verdict("")
        self._window.panes.bring(pane)
        self._window.panes.widen(pane, ROOM_FOR_RACE + 130)
        pane.turn_to("curves")
        self._follow()

    # ------------------------------------------------------------------ the big buttons

    def train(self) -> None:
        """Go on with a race that is paused; where there is none, train what is drawn."""
        if self._session.race_state is RaceState.PAUSED and self._session.state is not State.TRAINING:
            self._session.go_on_with_race()
        else:
            self._window.travel.train()

    def stop(self) -> None:
        """End the race; where there is none, or a run was begun beside it, that run."""
        if self.goes_on and self._session.state is not State.TRAINING:
            self._session.stop_race()
        else:
            self._session.stop()

    def _steer(self, what: str) -> None:
        {"pause": self._session.pause_race, "go_on": self.train, "stop": self.stop}[what]()

    # ------------------------------------------------------------------ following

    def _follow(self) -> None:
        """Have the pane say where the race stands."""
        self._window.panes.runs.detail.race.show_race(title_words(self._title), self.runs, self._session.race_state)

    def _on_rested(self, rested: RaceRested) -> None:
        if not self.runs:  # it was of a project that is not open any more
            return
        if rested.kind == "paused":
            self.said.emit(self.tr("The race is paused: Train goes on with it, each variant exactly where it was"))
        elif rested.kind == "stopped":
            self.said.emit(self.tr("The race was ended; the runs so far are kept"))
        if rested.kind != "paused":
            self._tell_verdict(rested.kind == "over")

    def _tell_verdict(self, over: bool) -> None:
        text = self._verdict()
        self._window.panes.runs.detail.say_verdict(text)
        if over:
            self._window.topbar.calm()
            self.said.emit(self.tr("The race is over. {0}").format(text))

    def _on_lost(self, cause: Ending) -> None:
        if self.runs:
            text = self.tr("The race ended: {0}").format(said(cause.sentence))
            self.failed.emit(f"{text} {self._what_is_kept()}".strip())

    def _what_is_kept(self) -> str:
        """Of a race that was lost with its engine: its epochs, and the weights of the moment they were written last."""
        runs = [run for run in self._of_race() if run.epochs]
        if not runs:
            return ""
        weights = [run.snapshot("last") for run in runs]
        if all(last is not None and last.epoch == run.epochs for run, last in zip(runs, weights, strict=True)):
            return self.tr("All epochs and weights are kept.")
        if any(weights):
            return self.tr("The epochs are kept, the weights as they were when the race was paused or saved last.")
        return self.tr("The epochs are kept, the weights are lost.")

    def _of_race(self) -> list[Run]:
        return [run for run in self._running.runs if run.id in self.runs]

    def _verdict(self) -> str:
        runs = self._of_race()
        return verdict_text(verdict(runs), {run.id: RunRow(run).name for run in runs})

    def _forget(self) -> None:
        """Another project is open."""
        self.runs = ()
        self._running.forget_race()
        self._window.panes.runs.detail.say_verdict("")
        self._follow()


def _race_number(run: Run) -> int:
    digits = "".join(c for c in run.label.race.split(":")[0] if c.isdigit())
    return int(digits) if digits else 0
