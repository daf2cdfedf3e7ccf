"""Runs that are trained beside the network that stands: the variants of a race, each with its epochs and its clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from nnviz.backend.session import TrainingSession
from nnviz.project.json_form import project_to_json
from nnviz.project.later import columns_of
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.training import racing
from nnviz.training.history import History
from nnviz.training.messages import Ending, LaneBuilt, LaneEnded, LaneEpochs, RaceRested
from nnviz.ui.document import Document
from nnviz.ui.training.run_clock import RunClock
from nnviz.ui.training.run_opening import RunOpening
from nnviz.ui.training.run_standing import Extract

TRAINING = "training"  # the ending of a variant that goes on; in a file it is paused


@dataclass(eq=False)
class Variant:
    """What is known of one while it goes on.

    Attributes:
        run: the number of its run.
        history, clock: its epochs, and when they were done.
        parameters: how many weights its network has; 0 until it was built.
        ended: whether it has come to its end.
    """

    run: int
    history: History = field(default_factory=History)
    clock: RunClock = field(default_factory=RunClock)
    parameters: int = 0
    ended: bool = False

    def take(self, event: LaneEpochs) -> None:
        """More epochs are done."""
        self.history.append(event.epochs.first, event.epochs.keys, event.epochs.rows)
        self.clock.take(event.epochs)

    def now(self, run: Run, ending: str) -> Run:
        """*run* with the epochs that it has by now; their values are not copied."""
        done = self.history.epochs
        columns = columns_of(self.history)
        clock, seconds = self.clock.promised(done), self.clock.seconds(done) or 0.0
        return replace(run, columns=columns, clock=clock, seconds=seconds, label=self._label(run), ending=ending)

    def at_rest(self, run: Run, ending: Ending) -> Run:
        """*run* as it came to rest."""
        done = self.history.epochs
        columns = columns_of(self.history, copied=True)
        return replace(
            run, columns=columns, clock=self.clock.times(done), label=self._label(run), ending=ending.kind,
            sentence=ending.sentence, seconds=ending.seconds, test=ending.test,
        )  # fmt: skip

    def _label(self, run: Run) -> Label:
        return msgspec.structs.replace(run.label, parameters=self.parameters or run.label.parameters)


class RunBeside(RunOpening):
    """What ``RunController`` knows of the race that goes on; the run that stands is left alone by it.

    Signals:
        race_moved: a variant was built, has more epochs, or has ended.
    """

    race_moved = Signal()

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(document, session, parent)
        self._variants: list[Variant] = []
        session.lane_built.connect(self._on_lane_built)
        session.lane_epochs.connect(self._on_lane_epochs)
        session.lane_ended.connect(self._on_lane_ended)
        session.race_rested.connect(self._on_race_rested)
        session.race_lost.connect(self._on_race_lost)

    def race(self, projects: Sequence[Project], labels: Sequence[Label]) -> tuple[int, ...]:
        """Train *projects* side by side, each a run of its own with its label; their numbers. Between two runs only."""
        self._leave_alone()
        runs = self._keeper.begin_beside(projects, labels)
        self._variants = [Variant(run.id) for run in runs]
        lanes = [racing.Lane(project_to_json(run.project), *map(str, self._keeper.files_of(run))) for run in runs]
        self.session.race(lanes, str(self.document.base))
        return tuple(run.id for run in runs)

    def _leave_alone(self) -> None:
        """What is trained next in the network that stands is another run: its last one is not the last any more."""
        run = self._keeper.standing if self._keeper.goes_on else None
        snapshot = run.snapshot("last") if run is not None else None
        if run is not None:
            file = self._keeper.weights_file(run, snapshot) if snapshot is not None else None
            kept = self._keeper.kept_folder(run)
            self._extract = Extract(file, snapshot.epoch, kept) if file is not None and snapshot is not None else None
            self._keeper.look_from(run, self.session.epoch)

    def without_race(self, then: Callable[[], object]) -> None:
        """Do *then* when there is no race any more: one that goes on or is paused ends, and what it learned is kept."""
        self._resting.when_ended(self.session.stop_race, partial(self.when_kept, then), race=True)

    def forget_race(self) -> None:
        """The race is of another project now: nothing that is still said of it is of interest."""
        self._variants = []
        self.session.stop_race()

    # ------------------------------------------------------------------ the runs as they are by now

    def variant(self, run: Run) -> Variant | None:
        """What is known of *run* where it is a variant that has not ended."""
        return next((v for v in self._variants if v.run == run.id and not v.ended), None)

    def with_variants(self, runs: Sequence[Run], ending: str = TRAINING) -> tuple[Run, ...]:
        """*runs* with the epochs that those of the race have by now, at no cost."""
        return tuple(v.now(run, ending) if (v := self.variant(run)) is not None else run for run in runs)

    @property
    def unkept(self) -> bool:
        return super().unkept or self.session.races

    def runs_so_far(self) -> tuple[Run, ...]:
        return self.with_variants(super().runs_so_far(), "paused")

    def as_they_stand(self) -> tuple[Run, ...]:
        return self.with_variants(super().as_they_stand(), "paused")

    def with_weights(self, then: Callable[[], object]) -> None:
        if self.session.races:
            self.session.keep_race()
            self._expect_files()
        elif self.unkept:
            self._keeper.take_snapshot()
        self.when_kept(then)

    def _expect_files(self) -> None:
        """The variants that have been built and have not ended are being written."""
        for run in self.runs:
            variant = self.variant(run)
            if variant is not None and variant.history.epochs:
                self._keeper.expect(run)

    # ------------------------------------------------------------------ following

    def _on_lane_built(self, built: LaneBuilt) -> None:
        if built.lane < len(self._variants):
            self._variants[built.lane].parameters = built.parameters
            self.race_moved.emit()

    def _on_lane_epochs(self, event: LaneEpochs) -> None:
        if event.lane < len(self._variants):
            self._variants[event.lane].take(event)
            self.race_moved.emit()

    def _on_lane_ended(self, event: LaneEnded) -> None:
        if event.lane < len(self._variants) and not self._variants[event.lane].ended:
            self._end(self._variants[event.lane], event.ending)

    def _end(self, variant: Variant, ending: Ending, written: bool = True) -> None:
        """A variant came to its end; its files are *written* next where it has learned something."""
        run = next((run for run in self.runs if run.id == variant.run), None)
        if run is not None:
            after = variant.at_rest(run, ending)
            if written and variant.history.epochs:
                self._keeper.expect(run)
            self.set_runs(tuple(after if its.id == run.id else its for its in self.runs))
        variant.ended = True
        self.race_moved.emit()

    def _on_race_rested(self, rested: RaceRested) -> None:
        if rested.kind == "paused":
            self._expect_files()
            self.set_runs(self.with_variants(self.runs, "paused"))

    def _on_race_lost(self, cause: Ending) -> None:
        for variant in self._variants:
            if not variant.ended:
                done = variant.history.epochs
                seconds = variant.clock.seconds(done) or 0.0
                told = msgspec.structs.replace(cause, epoch=done, seconds=seconds)
                self._end(variant, told, written=False)
