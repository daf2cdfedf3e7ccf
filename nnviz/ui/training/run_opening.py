"""The runs of the project, and the way back into one: opening, forking, bringing back what an engine lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from nnviz.project.changes import Change
from nnviz.project.json_form import project_to_json
from nnviz.project.later import columns_of
from nnviz.project.runs import Run, last_drawn, last_weights
from nnviz.training.history import History
from nnviz.ui.keeping.keeping import history_of
from nnviz.ui.training.run_standing import Extract, RunStanding


class RunOpening(RunStanding):
    """What ``RunController`` knows of runs that are not going on."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run of the project, oldest first; the last one may still go on."""
        return self._keeper.runs

    @property
    def standing(self) -> Run | None:
        """The run that all of the window shows; None where that is a network which was not trained."""
        return self._keeper.standing

    def as_it_is_now(self, run: Run) -> Run:
        """*run*, which is being trained, with the epochs that it has by now; their values are not copied."""
        history = self.session.history
        columns = columns_of(history)
        clock, seconds = self._keeper.clock(history.epochs)
        return replace(run, columns=columns, clock=clock, seconds=run.seconds if seconds is None else seconds)

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """The same runs with other labels, or without some that do not stand, or with some of those again."""
        self._keeper.set_runs(runs)

    def show_runs(self, shown: Mapping[int, bool]) -> None:
        """Say which runs are on the shared axes, by their numbers; nothing becomes unsaved by it."""
        self._keeper.show_runs(shown)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed in the run that stands."""
        return self._keeper.changes

    @property
    def unkept(self) -> bool:
        """Whether a run goes on, of which no file can have everything."""
        return self._keeper.unkept

    def runs_so_far(self) -> tuple[Run, ...]:
        """The runs, one that goes on with the epochs it has by now."""
        return self._keeper.so_far(self._trained())

    def as_they_stand(self) -> tuple[Run, ...]:
        """The same at no cost, for who asks once a second: a run that goes on is one of what was trained last."""
        return self._keeper.as_they_stand()

    def take_saved(self, written: tuple[Run, ...], saved: tuple[Run, ...]) -> None:
        """The runs *written* stand in a project file now as *saved*, and need the file they came from no more."""
        self._keeper.take_saved(written, saved)

    def scratch_file(self, name: str) -> Path:
        """A file of this window's own, gone with it."""
        return self._keeper.scratch_file(name)

    def at_rest(self, then: Callable[[], object]) -> None:
        """Do *then* when nothing trains any more; a run that goes on is stopped for it, and its weights are kept."""
        self._resting.when_ended(self.session.stop, then)

    def when_paused(self, then: Callable[[], object]) -> None:
        """Do *then* when nothing trains any more; a run that goes on is paused, so that it can be gone on with."""
        self._resting.when_ended(self.session.pause, then)

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for the run to come to rest, or to be kept."""
        return self._resting.awaited or self._keeper.awaited

    def keep_now(self) -> bool:
        """Have the run that goes on kept as it is now, with its snapshots; nothing is waited for. Whether one does."""
        if self.runs and self._keeper.goes_on:
            self._keeper.take_snapshot()
        return self._keeper.goes_on

    def with_weights(self, then: Callable[[], object]) -> None:
        """Do *then* when the run that goes on has a snapshot of its weights as they are now."""
        if self.unkept:
            self._keeper.take_snapshot()
        self.when_kept(then)

    def when_kept(self, then: Callable[[], object]) -> None:
        """Do *then* when no snapshot is on its way."""
        self._keeper.when_kept(then)

    def fork(self, epoch: int) -> Path | None:
        """Begin another run at *epoch* of the one that stands, which stays as it is; the snapshot that it begins with.

        None where that was not kept. Between two runs only.
        """
        run = self._keeper.standing
        place = self._keeper.kept_file(run, epoch) if run is not None else None
        if run is not None and place is not None:
            self._keeper.fork(run, epoch, kept=True)
            self.replaced += 1
            self._restores, self._to_load = True, (place.parent, epoch)
            self._restore(run, place, epoch)
            self.curves_restarted.emit()
        return place

    def open_runs(self, runs: tuple[Run, ...], weights: Path | None, kept: Path | None = None) -> None:
        """Take over a project's runs; *weights* is a snapshot of the last one that was drawn, to go on from.

        *kept* is the folder of the snapshots that were kept along it. Without weights the network starts from its
        initial ones, whatever stood in the engine before.
        """
        self._keeper.open(runs, weights)
        self._stand_at_last(weights, kept)

    def _stand_at_last(self, weights: Path | None, kept: Path | None) -> None:
        """Have the last run that was drawn stand, from *weights* on; arguments as of ``open_runs``."""
        runs = self.runs
        self._settle.stop()
        self._anew, self._emptied, self._shown_data, self._to_load = False, None, None, None
        self._drawn = self.document.network
        found = last_weights(runs)
        imported = weights is not None and found is not None and found[0].imported
        same_data = found is not None and found[0].project.data == self.document.data_spec
        goes_on = weights is not None and same_data and not imported
        self._restores, self._extract = goes_on, None
        self._keeper.go_on_at(None)
        self._asked, self._standing, self._built_data = b"", b"", None
        self._forget_weights()
        if weights is None or found is None or not goes_on:
            # What came from elsewhere goes into the network as soon as there are data that fit it.
            self._brought = weights if imported else None
            self.session.start_over(History())
            self._settle.start()
        else:
            run, snapshot = found
            if run is runs[-1]:
                self._keeper.go_on_at(snapshot.epoch)
            else:  # variants were raced since
                self._extract = Extract(weights, snapshot.epoch, kept or self._keeper.kept_folder(run))
                self._keeper.look_from(run, snapshot.epoch)
            if kept is not None:
                self._to_load = kept, snapshot.epoch
                self._keeper.know_files(run, kept)
            self._restore(run, weights, snapshot.epoch)
        self.curves_restarted.emit()

    def leave_whole(self) -> None:
        """The last run, opened with weights from before its last epoch, stays: what is trained next forks there."""
        found = last_weights(self.runs)
        if self._keeper.goes_on and found is not None and found[1].epoch < found[0].epochs:
            self._keeper.look_from(found[0], found[1].epoch)

    def stand_at(self, run: Run, extract: Extract, text: str) -> None:
        """Draw what *run* trained, an edit called *text*, and have the run stand there.

        What is trained next is a fork of it; the last run goes on itself. Between two runs only.
        """
        self.replaced += 1
        self.document.edit_project(run.project, text)
        self._stand(run, extract)

    def _stand(self, run: Run, extract: Extract) -> None:
        self._settle.stop()
        self._anew, self._emptied, self._shown_data = False, None, None
        self._drawn = self.document.network
        self._asked, self._standing = b"", b""
        self._forget_weights()
        self._restores, self._to_load = True, (extract.kept, extract.epoch)
        self._extract = extract
        self._keeper.know_files(run, extract.kept)
        if run.id == self.runs[-1].id and not run.label.race:
            self._keeper.go_on_at(extract.epoch)
        else:
            self._keeper.look_from(run, extract.epoch)
        self._restore(run, extract.weights, extract.epoch)
        self.curves_restarted.emit()

    def _restore(self, run: Run, weights: Path, epoch: int) -> None:
        """Have the engine stand where *run* stood after *epoch*."""
        history = history_of(run)
        history.rewind(epoch)
        self.session.start_over(history)
        self._from_zero, self._loaded, self._built_data = False, False, self.document.data_spec
        # The weights are those of the network that was trained; what was drawn since keeps what fits of them.
        trained, base = project_to_json(run.project), str(self.document.base)
        self.session.prepare(trained, base, keep=False, weights=str(weights), epoch=epoch)
        self.session.prepare(*self._ask(), keep=True)

    def _bring_back(self) -> None:
        """After an engine was lost: what the run that stood had learned, as far as it was kept, into the next one."""
        opened = self.standing if self._keeper.looks_from is not None else None
        if opened is not None and self._extract is not None and not self.document.blocked:
            self._stand(opened, self._extract)
            return
        found = last_weights(self.runs)
        run = last_drawn(self.runs)
        place = self._keeper.weights_file(*found) if found is not None and found[0] is run else None
        if place is not None and run is not None and not self.document.blocked:
            self._stand_at_last(place, self._keeper.kept_folder(run))
        else:
            self._settle.start()
