"""Between the run and its diagnosis: when it is looked at, what is said, and what a remedy does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.state import State
from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.diagnosis import Case, Drawn, Finding, Remedy, diagnose
from nnviz.training.diagnosis.case import NOT_FINITE
from nnviz.training.messages import Built, Ending
from nnviz.training.recipe import Recipe
from nnviz.ui.doctor.card import DoctorCard
from nnviz.ui.inspector.inspector import LAYER

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

ROOM = 600  # pixels of an inspector in which the card and what is read above it both have room
LOOKS_MS = 700  # between two looks at a run that goes on
# The first measurement of a network traces a step of it: one that is edited again at once is spared it.
MEASURES_AFTER_MS = 1500
MOST_PARAMETERS = 20_000_000  # of a larger network nothing is measured that nobody asked to see


class Doctor(QObject):
    """Shows one finding at a time, only one that was there twice in a row, and none again that was put away.

    Attributes:
        card: what says it.
        finding: what is said now; None where nothing is.
        measures: whether it wants the figures of the layers.

    Signals:
        changed: another finding, or of other layers.
        measures_changed: ``measures`` is another.
        tried: a remedy begins another run; carries its title, and the number of the run before.
    """

    changed = Signal()
    measures_changed = Signal()
    tried = Signal(object, int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._session, self._running = window.session, window.running
        self.card = DoctorCard(window.inspector)
        self.finding: Finding | None = None
        self.measures = False
        self._patient: tuple[NetworkSpec, DataFacts, Recipe] | None = None  # what is trained
        self._suspected = ""  # what the look before this one found first
        self._put_away: set[str] = set()
        self._broke = False
        self._trained = False  # since the network was last built
        self._starts_when_loaded = False
        self._look = QTimer(self, singleShot=True, interval=LOOKS_MS)
        self._look.timeout.connect(self.look)
        self._measure = QTimer(self, singleShot=True, interval=MEASURES_AFTER_MS)
        self._measure.timeout.connect(lambda: self._want(self._may_measure()))
        window.inspector.add_foot(self.card)
        self._connect()

    def _connect(self) -> None:
        session, document = self._session, self._document
        session.built.connect(self._on_built)
        session.run_started.connect(self._take_patient)
        session.epochs_finished.connect(self._on_trained)
        session.run_ended.connect(self._on_ended)
        self._window.live.layers_changed.connect(self._look_soon)
        self._running.curves_restarted.connect(self._forget)
        for signal in (document.network_changed, document.recipe_changed, document.data_changed):
            signal.connect(self._follow_edit)
        document.facts_changed.connect(self._start_when_loaded)
        document.replaced.connect(self._forget)
        self.card.remedy_chosen.connect(self.apply)
        self.card.epoch_chosen.connect(self._window.travel.look)
        self.card.put_away.connect(self.put_away)
        self._window.inspector.tabs.currentChanged.connect(self._give_way)
        document.selection_changed.connect(self._give_way)

    def take_over(self, other: Doctor) -> None:
        """Know the patient as *other* did, and say what it said."""
        self._patient, self._trained, self._broke = other._patient, other._trained, other._broke
        self._suspected, self._put_away = other._suspected, other._put_away
        self._starts_when_loaded = other._starts_when_loaded
        self._want(other.measures)
        if other._measure.isActive():
            self._measure.start()
        self._show(other.finding)

    # ------------------------------------------------------------ looking

    def look(self) -> None:
        """Look at the run as it is now."""
        if self._patient is None or not self._trained or self._window.travel.epoch is not None:
            return
        found = diagnose(self._case(*self._patient))
        first = next((finding for finding in found if finding.code not in self._put_away), None)
        code = first.code if first is not None else ""
        at_rest = self._session.state is not State.TRAINING
        if at_rest or code == self._suspected:
            self._show(first)
        self._suspected = code

    def put_away(self) -> None:
        """Say no more of this in this run."""
        if self.finding is not None:
            self._put_away.add(self.finding.code)
            self._show(None)
            self._look_soon()

    @property
    def _low(self) -> bool:
        return self._window.inspector.height() < ROOM

    def _give_way(self) -> None:
        """In a low window the card leaves room for what a person turns to."""
        if self._low:
            self.card.give_way()

    def _case(self, network: NetworkSpec, facts: DataFacts, recipe: Recipe) -> Case:
        history = self._session.history
        loss, held = (history.column(key) if key in history.keys else np.empty(0) for key in ("loss", "val_loss"))
        return Case(network, facts, recipe, loss, held, self._window.live.past, self._broke)

    def _look_soon(self) -> None:
        if not self._look.isActive():
            self._look.start()

    def _show(self, finding: Finding | None) -> None:
        before, self.finding = self.finding, finding
        self.card.be_brief(self._low and self._window.inspector.tabs.currentIndex() != LAYER)  # something else is read
        if finding is None or before is None or finding.code != before.code:
            self.card.show_finding(finding, self._possible(finding))
        else:
            self.card.update_finding(finding)
        if _marked(finding) != _marked(before):
            self.changed.emit()

    def _possible(self, finding: Finding | None) -> tuple[Remedy, ...]:
        """The remedies that change something of what is drawn."""
        drawn = self._drawn()
        return tuple(way for way in finding.remedies if way.change(drawn) != drawn) if finding is not None else ()

    def _drawn(self) -> Drawn:
        return Drawn(self._document.network, self._document.data_spec, self._document.recipe)

    # ------------------------------------------------------------ following the run

    def _take_patient(self) -> None:
        document = self._document
        if document.facts is not None:
            self._patient = document.fitted, document.facts, document.fitted_recipe

    def _on_built(self, built: Built) -> None:
        self._take_patient()
        self._trained = self._broke = False
        self._want(False)
        self._measure.start()

    def _on_trained(self) -> None:
        self._trained = True
        self._look_soon()

    def _on_ended(self, ending: Ending) -> None:
        self._broke = ending.kind == "failed" and NOT_FINITE in ending.sentence
        self._trained = self._trained or self._broke
        self._look_soon()

    def _follow_edit(self) -> None:
        """What was said is about the network as it was."""
        if self._session.state is not State.TRAINING:
            self._trained = False
        self._show(None)

    def _forget(self) -> None:
        """Another run begins."""
        self._put_away.clear()
        self._suspected, self._broke, self._trained = "", False, False
        self._window.live.past.forget()
        self._show(None)

    def _may_measure(self) -> bool:
        return self._document.inference.total_parameters <= MOST_PARAMETERS

    def _want(self, measures: bool) -> None:
        if measures != self.measures:
            self.measures = measures
            self.measures_changed.emit()

    # ------------------------------------------------------------ remedies

    def apply(self, remedy: Remedy) -> None:
        """Try *remedy*: the document is edited, and another run begins where it does not go on; this one is kept."""
        self._window.travel.leave()
        if remedy.goes_on:
            self.put_away()
            if self._edit(remedy):
                self._running.train()
        else:
            self._running.at_rest(lambda: self._running.when_kept(lambda: self._begin(remedy)))

    def _begin(self, remedy: Remedy) -> None:
        before = self._running.standing
        if not self._edit(remedy):
            return
        if before is not None:
            self.tried.emit(remedy.title, before.id)
        if self._document.loading:
            self._starts_when_loaded = True
        elif not self._document.blocked:
            self._running.reset()
            self._running.train()

    def _edit(self, remedy: Remedy) -> bool:
        """One step of undo; whether anything was changed."""
        before = self._drawn()
        after = remedy.change(before)
        if after != before:
            self._document.edit_project(Project(after.network, after.data, after.recipe), remedy.title)
        return after != before

    def _start_when_loaded(self) -> None:
        if self._starts_when_loaded and not self._document.loading:
            self._starts_when_loaded = False
            if not self._document.blocked:
                self._running.train()


def _marked(finding: Finding | None) -> tuple[str, tuple[str, ...]]:
    return (finding.code, finding.layers) if finding is not None else ("", ())
