"""What is kept of the runs: their epochs, what was changed in them, and the last state of each as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.project.changes import Change, Difference, differences, had_by_snapshot, noted
from nnviz.project.later import Measured, Promise, columns_of
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import IMPORTED, Fork, Run, Snapshot, last_weights, next_id, now
from nnviz.training.history import History
from nnviz.training.kept_names import clear_away, epoch_of
from nnviz.training.messages import Built, Ending, KeptSaved, SnapshotTaken
from nnviz.ui.keeping.keeping_hand import edits_before, with_edit, without_edits
from nnviz.ui.training.run_clock import RunClock, Times

SNAPSHOT_MS = 15_000  # so long a file waits for the state of a run; an engine that hangs must not keep it


class RunKeeper(QObject):
    """The runs of the open project; the last of them may still go on.

    Attributes:
        runs: every run, oldest first.
        goes_on: whether the last of them is the one that new epochs belong to.

    Signals:
        kept: there is more of a run than a file has.
        changes_changed: what was changed in the run that goes on is another list.
        shown_changed: other runs are on the shared axes.
    """

    kept = Signal()
    changes_changed = Signal()
    shown_changed = Signal()

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.runs: tuple[Run, ...] = ()
        self.goes_on = False
        self.looks_from: Fork | None = None  # the run that stands in the engine and is left alone, and where it stands
        self._clock = RunClock()
        self._parameters = 0  # of the network that stands
        self._trained: Project | None = None  # as which the run was trained last
        self._projects = 0  # opened so far: what the engine still says of an earlier one is not for this one
        self._due: set[Path] = set()  # what is being written: the last state of a run, the snapshots along it
        self._last_id = 0  # the highest number yet: a run that was deleted may come back
        self._files: dict[tuple[int, int], Path] = {}  # run and epoch -> the snapshot kept there, as a file
        self._opened: tuple[int, Path] | None = None  # a run, and its last snapshot as a file, made when it was opened
        self._after_snapshot: list[Callable[[], object]] = []
        self._scratch = tempfile.TemporaryDirectory(prefix="nnviz-")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SNAPSHOT_MS)
        self._patience.timeout.connect(self.give_up_snapshot)
        session.built.connect(self._on_built)
        session.epochs_finished.connect(self._clock.take)
        session.snapshot_taken.connect(self._on_snapshot)
        session.kept_saved.connect(self._on_kept_saved)

    # ------------------------------------------------------------------ the run that goes on

    @property
    def unkept(self) -> bool:
        """Whether a run goes on, of which no file can have everything."""
        return self.goes_on and self._session.state is State.TRAINING

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed in the run that stands in the engine, up to where it stands."""
        standing, opened = self.standing, self.looks_from
        changes = standing.changes if standing is not None else ()
        return changes if opened is None else tuple(change for change in changes if change.epoch <= opened.epoch)

    @property
    def standing(self) -> Run | None:
        """The run that stands in the engine; None where a network does that was not trained."""
        if self.goes_on and self.runs:
            return self.runs[-1]
        opened = self.looks_from
        return next((run for run in self.runs if opened is not None and run.id == opened.run), None)

    def trains(self, project: Project) -> None:
        """The run is trained as *project* from here on; a run begins where none goes on."""
        if not self.goes_on and self.standing is not None and self.looks_from is not None:
            self.fork(self.standing, self.looks_from.epoch)
        elif not self.goes_on:
            label = Label(parameters=self._parameters)
            begun = Run(self._next_id(), now(), project, changes=edits_before(self.runs), label=label)
            self.runs = (*without_edits(self.runs), begun)
            self.goes_on, self._trained = True, project
            self._clock.begin()
            self.kept.emit()
            self.changes_changed.emit()
        # A run's data never change: other data begin another run.
        before, after = (replace(p, data=None) for p in (self._trained or project, project))
        what = differences(before, after)
        self._trained = project
        if what:
            self._set_changes((*self.changes, Change(self._session.epoch, what)))

    def begin_beside(self, projects: Sequence[Project], labels: Sequence[Label]) -> tuple[Run, ...]:
        """Runs of *projects* begin that are trained beside the network that stands."""
        begun = tuple(Run(self._next_id(), now(), p, label=label) for p, label in zip(projects, labels, strict=True))
        self.runs = (*self.runs, *begun)
        self.kept.emit()
        return begun

    def rewind(self, epoch: int) -> None:
        """What came after *epoch* epochs is gone, and with it what was changed there."""
        left = tuple(change for change in self.changes if change.epoch <= epoch)
        if self.goes_on and left != self.changes:
            self._set_changes(left)

    def fork(self, parent: Run, epoch: int, kept: bool = False) -> None:
        """Another run begins at *epoch* of *parent*, which stays as it is; *kept*: with the snapshot kept there."""
        columns = Measured({key: column[:epoch] for key, column in parent.columns.items()})
        up_to = tuple(change for change in parent.changes if change.epoch <= epoch)
        changes = had_by_snapshot(up_to, epoch) if kept else up_to
        run = Run(self._next_id(), now(), parent.project, columns, "paused", changes=changes)
        times = parent.times[:epoch]
        self.runs = (*self.runs, replace(run, fork=Fork(parent.id, epoch), clock=times))
        self.goes_on, self._trained, self.looks_from = True, parent.project, None
        self._clock.begin(times)
        self.kept.emit()
        self.changes_changed.emit()

    def set_by_hand(self, project: Project, what: Difference) -> None:
        """Weights were set by hand in the network that stands, one of *project*: *what* has changed."""
        if self.looks_from is not None and self.standing is not None and not self.goes_on:
            self.fork(self.standing, self.looks_from.epoch)
        if self.goes_on:
            epoch = self._session.epoch
            late = self._session.kept.best == epoch  # whose snapshot is the best one, and stays
            self._set_changes(noted(self.changes, epoch, msgspec.structs.replace(what, late=late)))
        else:
            self.runs = with_edit(self.runs, project, what)
            self.kept.emit()
        # A run that goes on is kept when it comes to rest.
        if self.runs and not self.unkept and (self.goes_on or self.runs[-1].imported):
            self.take_snapshot()

    def forget_by_hand(self) -> None:
        """The network starts afresh: what was set by hand in it before any training is gone."""
        before, self.runs = self.runs, without_edits(self.runs)
        if self.runs is not before:
            self.kept.emit()

    def leave(self) -> None:
        """The last run is over: what is trained next is another one."""
        self.goes_on, self.looks_from = False, None
        self.changes_changed.emit()

    def ended(self, project: Project, ending: Ending) -> None:
        """The run came to rest; it was one of *project*."""
        run = replace(
            self._with_epochs(self.runs[-1], project),
            ending=ending.kind,
            sentence=ending.sentence,
            seconds=self.runs[-1].seconds + ending.seconds,
            test=ending.test,
        )
        self.runs = (*self.runs[:-1], run)
        self._clock.rest(ending.seconds)
        self.kept.emit()

    def so_far(self, project: Project) -> tuple[Run, ...]:
        """The runs; one that goes on, as one of *project*, with the epochs it has by now: paused, for who opens it."""
        if not self.runs or not self.unkept:
            return self.runs
        return (*self.runs[:-1], replace(self._with_epochs(self.runs[-1], project), ending="paused"))

    def as_they_stand(self) -> tuple[Run, ...]:
        """The runs as ``so_far`` has them, at no cost: nothing is copied, and the project is what was trained last."""
        if not self.runs or not self.unkept:
            return self.runs
        run, history = self.runs[-1], self._session.history
        clock, columns = self._clock.promised(history.epochs), columns_of(history)
        stands = replace(run, project=self._trained or run.project, columns=columns, ending="paused", clock=clock)
        return (*self.runs[:-1], stands)

    def _next_id(self) -> int:
        self._last_id = max(self._last_id + 1, next_id(self.runs))
        return self._last_id

    def _set_changes(self, changes: tuple[Change, ...]) -> None:
        self.runs = (*self.runs[:-1], replace(self.runs[-1], changes=changes))
        self.kept.emit()
        self.changes_changed.emit()

    def clock(self, epochs: int) -> tuple[Promise[Times | None], float | None]:
        """When the *epochs* of the run that goes on were done, and how many seconds they took where that is known."""
        return self._clock.promised(epochs), self._clock.seconds(epochs)

    def _with_epochs(self, run: Run, project: Project) -> Run:
        history = self._session.history
        columns = columns_of(history, copied=True)
        label = msgspec.structs.replace(run.label, parameters=self._parameters or run.label.parameters)
        return replace(run, project=project, columns=columns, label=label, clock=self._clock.times(history.epochs))

    def keep_loaded(self, project: Project, file: str) -> None:
        """The weights of *file* were put into *project*: keep them, in a run of their own where none goes on."""
        if not self.goes_on:
            told = f"Weights loaded from {file}."
            self.runs = (*self.runs, Run(self._next_id(), now(), project, ending=IMPORTED, sentence=told))
            self.kept.emit()
        self.take_snapshot()

    # ------------------------------------------------------------------ opening and saving

    def open(self, runs: tuple[Run, ...], weights: Path | None = None) -> None:
        """Take over a project's *runs*; none of them goes on so far. *weights*: the last ones of them as a file."""
        self.runs, self._projects = runs, self._projects + 1
        found = last_weights(runs)
        self._opened = (found[0].id, weights) if found is not None and weights is not None else None
        self._last_id = 0
        self._files.clear()

    def go_on_at(self, epoch: int | None) -> None:
        """The last run goes on after *epoch* epochs, or with None it does not."""
        self.goes_on, self.looks_from = epoch is not None, None
        self._trained = self.runs[-1].project if self.runs else None
        self._clock.begin(self.runs[-1].times[:epoch] if epoch is not None else None)
        if epoch is not None:
            self.rewind(epoch)
        self.changes_changed.emit()

    def look_from(self, run: Run, epoch: int) -> None:
        """*run* stands in the engine as it was after *epoch*; what is trained next is a fork of it."""
        self.goes_on, self.looks_from = False, Fork(run.id, epoch)
        self.changes_changed.emit()

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """The same runs with other labels, or without some that do not go on, or with some of those again."""
        self.runs = runs
        self.kept.emit()

    def show_runs(self, shown: Mapping[int, bool]) -> None:
        """Say which runs are on the shared axes, by their numbers: a look, which the next save takes along."""
        self.runs = tuple(run.shown_as(shown.get(run.id, run.label.shown)) for run in self.runs)
        self.shown_changed.emit()

    def take_saved(self, written: tuple[Run, ...], saved: tuple[Run, ...]) -> None:
        """The runs *written* stand in a project file now as *saved*, and need the file they came from no more."""
        places = {run.id: run for run in saved}
        same = {run.id: run.snapshots for run in written}
        self.runs = tuple(
            run.stored_as(places[run.id]) if same.get(run.id) == run.snapshots and run.id in places else run
            for run in self.runs
        )

    # ------------------------------------------------------------------ files of its own

    def take_snapshot(self) -> None:
        """Have the state of the last run written as it is now, and the snapshots that were kept along it."""
        run = self.runs[-1]
        last, folder = self._snapshot_file(run), self.kept_folder(run)
        self._due |= {last, folder}
        self._patience.start()
        self._session.take_snapshot(str(last))
        self._session.save_kept(str(folder))

    def files_of(self, run: Run) -> tuple[Path, Path]:
        """Where the last state of *run* is written, and the folder of the snapshots kept along it."""
        return self._snapshot_file(run), self.kept_folder(run)

    def expect(self, run: Run) -> None:
        """The engine is writing these of *run*, unasked."""
        self._due |= set(self.files_of(run))
        self._patience.start()

    def when_kept(self, then: Callable[[], object]) -> None:
        """Do *then* when no snapshot is on its way."""
        if not self._due:
            then()
        else:
            self._after_snapshot.append(then)

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for a snapshot that is on its way."""
        return bool(self._after_snapshot)

    def give_up_snapshot(self) -> None:
        """The snapshot that was due is there, or will not come."""
        self._due.clear()
        self._patience.stop()
        waiting, self._after_snapshot = self._after_snapshot, []
        for then in waiting:
            then()

    def weights_file(self, run: Run, snapshot: Snapshot) -> Path | None:
        """The snapshot as a file that the engine reads: the window's own, or the one made when it was opened."""
        opened = [path for of, path in (self._opened,) if of == run.id] if self._opened is not None else []
        places = (place for place in (snapshot.place, *opened) if place.suffix == ".safetensors")
        return next((place for place in places if place.exists()), None)

    def kept_file(self, run: Run, epoch: int) -> Path | None:
        """The snapshot kept along *run* after *epoch*, as a file that the engine reads."""
        path = self._files.get((run.id, epoch))
        return path if path is not None and path.exists() else None

    def know_files(self, run: Run, folder: Path) -> None:
        """The snapshots kept along *run* stand in *folder* as well, each under the name that the engine gives it."""
        found = {epoch_of(path.name): path for path in folder.iterdir()} if folder.is_dir() else {}
        self._files |= {(run.id, epoch): path for epoch, path in found.items() if epoch is not None}

    def scratch_file(self, name: str) -> Path:
        """A file of this window's own, gone with it."""
        return Path(self._scratch.name) / name

    def shutdown(self) -> None:
        """Clear the window's own files away."""
        self._patience.stop()
        self._scratch.cleanup()

    def kept_folder(self, run: Run) -> Path:
        """Where the snapshots kept along *run* are written."""
        return self.scratch_file(f"project-{self._projects}-kept-{run.id}")

    def _snapshot_file(self, run: Run) -> Path:
        return self.scratch_file(f"project-{self._projects}-run-{run.id}.safetensors")

    def _on_built(self, built: Built) -> None:
        self._parameters = built.parameters

    def _on_snapshot(self, taken: SnapshotTaken) -> None:
        path = Path(taken.path)
        if any(path == self._snapshot_file(run) for run in self.runs):
            last = Snapshot(taken.epoch, "last", path)
            self.runs = tuple(_with_last(run, last) if path == self._snapshot_file(run) else run for run in self.runs)
            self.kept.emit()
        self._written(path)

    def _on_kept_saved(self, saved: KeptSaved) -> None:
        folder = Path(saved.folder)
        run = next((run for run in self.runs if folder == self.kept_folder(run)), None)
        if run is not None:
            files = {epoch: folder / name for epoch, name in zip(saved.epochs, saved.files, strict=True)}
            self._files |= {(run.id, epoch): path for epoch, path in files.items()}
            fresh = run.with_kept(Snapshot(epoch, "kept", path) for epoch, path in files.items())
            clear_away(folder, {path.name for path in files.values()} | {s.place.name for s in run.kept})
            self.runs = tuple(fresh if its is run else its for its in self.runs)
            self.kept.emit()
        self._written(folder)

    def _written(self, path: Path) -> None:
        self._due.discard(path)
        if not self._due:
            self.give_up_snapshot()


def _with_last(run: Run, last: Snapshot) -> Run:
    return run.with_snapshots((*(s for s in run.snapshots if s.kind != "last"), last))


def history_of(run: Run) -> History:
    """What the curves of *run* showed."""
    history, keys = History(), tuple(run.columns)
    history.append(1, keys, np.column_stack([run.columns[key] for key in keys]) if keys else ())
    return history
