"""Between the document and the training session: what the run buttons do, and what is built when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.plan import fingerprint
from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.data.spec import DataSpec
from nnviz.network.spec import NetworkSpec
from nnviz.project.changes import Change
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.project.runs import Run, last_weights
from nnviz.training.history import History
from nnviz.training.messages import Built, Ending, Refused, WeightsLoaded
from nnviz.ui.document import Document
from nnviz.ui.keeping import RunKeeper, history_of
from nnviz.ui.model_files import original_name
from nnviz.ui.resting import Resting

SETTLE_MS = 180  # so long after the last edit the engine builds what is drawn


class RunController(QObject):
    """Trains what the document shows, and has what came of it kept.

    Signals:
        curves_restarted: the next epochs start from the initial weights again.
        changes_changed: what was changed in the run that goes on is another list.
        nothing_to_build: what is drawn is again what stands in the engine.
    """

    curves_restarted = Signal()
    changes_changed = Signal()
    nothing_to_build = Signal()

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.session = document, session
        self._keeper = RunKeeper(session, self)
        self._restores = False  # the weights of the opened project are on their way into the engine
        self._from_zero = False  # a network with its initial weights is on its way
        self._loaded = False  # weights of a file were put into the network
        self._brought: Path | None = None  # weights from elsewhere, for whatever network is built before any training
        self._stood = False  # whether the engine that runs has built something
        self._anew = False  # of the network that was trained no layer is left: what is drawn now starts afresh
        self._emptied: NetworkSpec | None = None  # as it was drawn before the last of its layers were taken away
        self._drawn = document.network
        self._standing = b""  # the project that stands in the engine, and that a run is a run of
        self._built_data = document.data_spec
        self.looks_at: int | None = None  # the epoch that a person looks back at; None for the present
        self._to_load: tuple[Path, int] | None = None  # snapshots, up to an epoch, of the run that is restored
        self._shown_data: DataSpec | None = None  # of the network in the engine; None while none of this project stands
        self._asked = b""  # the project that the engine was last asked to build
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._build_ahead)
        self._resting = Resting(session, self._settle, self)
        self._keeper.kept.connect(document.runs_changed)
        self._keeper.changes_changed.connect(self.changes_changed)
        for signal in (document.network_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._settle.start)
        document.network_changed.connect(self._follow_drawing)
        session.built.connect(self._on_built)
        session.engine_lost.connect(self._on_lost)
        session.refused.connect(self._on_refused)
        session.state_changed.connect(self._on_state)
        session.run_ended.connect(self._on_ended)
        session.weights_loaded.connect(self._on_loaded)

    # ------------------------------------------------------------------ the buttons

    @property
    def epochs_wanted(self) -> int:
        """How far Train goes: to the recipe's epochs, and once there as many again."""
        done, wanted = 0 if self._from_zero else self.session.epoch, self.document.recipe.epochs
        if done < wanted:
            return wanted
        # An edit in a later stretch does not move that stretch's end.
        return self.session.target_epochs if self.session.state is State.TRAINING else done + wanted

    @property
    def moved(self) -> bool:
        """Whether the weights are others than the initial ones."""
        return self.session.epoch > 0 or self.session.in_run or self._loaded

    @property
    def shows_drawn_data(self) -> bool:
        """Whether what the engine shows is of the data that are chosen now."""
        return self._shown_data in (None, self.document.data_spec)

    def train(self) -> None:
        """Start, or go on."""
        if not self.document.blocked:
            self._take_brought()
            keep = self._kept()
            self.session.train(*self._ask(), self.epochs_wanted, keep=keep)

    def step(self) -> None:
        """One batch."""
        if not self.document.blocked:
            self._take_brought()
            keep = self._kept()
            self.session.step(*self._ask(), keep=keep)

    def reset(self) -> None:
        """Back to the same initial weights; a run that goes on is stopped and kept first."""
        self.at_rest(self._reset)

    def _reset(self) -> None:
        if not self.document.blocked:
            self._keeper.leave()
            self._forget_weights()
            self.session.reset(*self._ask())

    def grow_again(self) -> None:
        """Start what is drawn once more from what was learned before the last edit; nothing was trained since."""
        if not self.document.blocked and self._stands_as_drawn():
            self.session.prepare(*self._ask(), keep=True, again=True)

    def export(self, format_name: str, path: Path) -> None:
        """Write the network as it is now; an edit of a moment ago is built first."""
        epoch = self.looks_at
        if self._settle.isActive():
            self._settle.stop()
            self._build_ahead()
            epoch = None
        self.session.export(format_name, str(path), *self._project(), epoch)

    def fork(self, epoch: int) -> Path | None:
        """Begin another run at *epoch* of the last one, which stays as it is; the snapshot it begins with, if any.

        Between two runs only.
        """
        run = self.runs[-1]
        place = self._keeper.kept_file(run, epoch)
        if place is not None:
            self._keeper.fork(epoch)
            self._restores, self._to_load = True, (place.parent, epoch)
            self._restore(run, place, epoch)
            self.curves_restarted.emit()
        return place

    # ------------------------------------------------------------------ opening

    def at_rest(self, then: Callable[[], object]) -> None:
        """Do *then* when nothing trains any more; a run that goes on is stopped for it, and its weights are kept."""
        self._resting.when_ended(self.session.stop, then)

    def when_paused(self, then: Callable[[], object]) -> None:
        """Do *then* when nothing trains any more; a run that goes on is paused, so that it can be gone on with."""
        self._resting.when_ended(self.session.pause, then)

    def keep_now(self) -> None:
        """Have the last run kept as it is now, with its snapshots; nothing is waited for."""
        if self.runs:
            self._keeper.take_snapshot()

    def with_weights(self, then: Callable[[], object]) -> None:
        """Do *then* when the run that goes on has a snapshot of its weights as they are now."""
        if self.unkept:
            self._keeper.take_snapshot()
        self.when_kept(then)

    def when_kept(self, then: Callable[[], object]) -> None:
        """Do *then* when no snapshot is on its way."""
        self._keeper.when_kept(then)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run of the project, oldest first; the last one may still go on."""
        return self._keeper.runs

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed in the run that goes on."""
        return self._keeper.changes

    @property
    def unkept(self) -> bool:
        """Whether a run goes on, of which no file can have everything."""
        return self._keeper.unkept

    def open_runs(self, runs: tuple[Run, ...], weights: Path | None, kept: Path | None = None) -> None:
        """Take over a project's runs; *weights* is a snapshot of the last one, to go on from.

        *kept* is the folder of the snapshots that were kept along it. Without weights the network starts from its
        initial ones, whatever stood in the engine before.
        """
        self._settle.stop()
        self._anew, self._emptied, self._shown_data, self._to_load = False, None, None, None
        self._drawn = self.document.network
        found = last_weights(runs)
        imported = weights is not None and found is not None and found[0].imported
        same_data = found is not None and found[0].project.data == self.document.data_spec
        goes_on = weights is not None and same_data and not imported
        self._restores = goes_on
        self._keeper.open(runs, found[1].epoch if found is not None and goes_on else None)
        self._asked, self._standing, self._built_data = b"", b"", None
        self._forget_weights()
        if weights is None or found is None or not goes_on:
            # What came from elsewhere goes into the network as soon as there are data that fit it.
            self._brought = weights if imported else None
            self.session.start_over(History())
            self._settle.start()
        else:
            run, snapshot = found
            if kept is not None:
                self._to_load = kept, snapshot.epoch
                self._keeper.know_files(run, kept)
            self._restore(run, weights, snapshot.epoch)
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

    def _take_brought(self) -> None:
        """Have what is drawn built with the weights from elsewhere; a layer that they do not fit starts anew."""
        untrained = self.session.epoch == 0 and not self.session.in_run
        if self._brought is None or self._anew or not untrained or self.document.data_spec == self._built_data:
            return
        self._from_zero, self._loaded = False, True
        self._built_data = self.document.data_spec
        self.session.prepare(*self._ask(), keep=False, weights=str(self._brought))

    def runs_so_far(self) -> tuple[Run, ...]:
        """The runs, one that goes on with the epochs it has by now."""
        return self._keeper.so_far(self._trained())

    def take_saved(self, written: tuple[Run, ...], saved: tuple[Run, ...]) -> None:
        """The runs *written* stand in a project file now as *saved*, and need the file they came from no more."""
        self._keeper.take_saved(written, saved)

    def scratch_file(self, name: str) -> Path:
        """A file of this window's own, gone with it."""
        return self._keeper.scratch_file(name)

    def shutdown(self) -> None:
        """End the engine and clear the window's own files away."""
        self._settle.stop()
        self.session.shutdown()
        self._keeper.shutdown()

    # ------------------------------------------------------------------ following

    def _project(self) -> tuple[bytes, str]:
        return project_to_json(self.document.project), str(self.document.base)

    def _ask(self) -> tuple[bytes, str]:
        self._asked = self._project()[0]
        return self._project()

    def _stands_as_drawn(self) -> bool:
        """Whether the engine was asked for what is drawn: where a layer stands does not matter."""
        base, training = str(self.document.base), self.session.state is State.TRAINING
        asked = self._asked
        return bool(asked) and fingerprint(asked, base, training) == fingerprint(*self._project(), training)

    def _keeps(self) -> bool:
        """Other data are another problem; an untrained network starts as a fresh one would, so that a run repeats."""
        moved = self._restores or (self.moved and not self._from_zero)
        return moved and not self._anew and self.document.data_spec == self._built_data

    def _kept(self) -> bool:
        """Whether the weights that stand are kept for what is asked for now; where not, they are on their way out."""
        keep = self._stands_as_drawn() or self._keeps()
        if not keep:
            self._forget_weights()
        return keep

    def _forget_weights(self) -> None:
        self._from_zero, self._loaded, self._brought = True, False, None

    def _build_ahead(self) -> None:
        """Build what is drawn before Train is pressed; while training, go on with what is drawn now."""
        if self.document.blocked:
            if not self.document.loading:
                self.session.pause()  # what is drawn cannot be trained: nothing else is to go on in its name
            return
        self._take_brought()
        if self._stands_as_drawn():
            self.nothing_to_build.emit()
            return
        if self.session.state is State.TRAINING:
            if self._keeps():
                self.train()
            else:
                self.at_rest(self.train)  # another run begins: this one is kept first
        else:
            keep = self._kept()
            self.session.prepare(*self._ask(), keep=keep)

    def _on_built(self, built: Built) -> None:
        self._standing = self.session.standing_project or b""
        self._stood = True
        if self._to_load is not None:
            folder, last = self._to_load
            self._to_load = None
            self.session.load_kept(str(folder), last)
        self._built_data = self._shown_data = self._trained().data
        self._restores = False
        if built.epoch == 0:
            self._from_zero = self._anew = False
        if built.epoch == 0 and not built.begun:
            self._keeper.leave()
            self.curves_restarted.emit()
        else:
            self._keeper.rewind(built.epoch)

    def _on_lost(self, sentence: str) -> None:
        self._asked, self._restores = b"", False
        self._forget_weights()
        self._keeper.give_up_snapshot()
        if self._stood:  # an engine that died of what it was to build would die of it again
            self._stood = False
            QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        """After an engine was lost: what the last run had learned, as far as it was kept, into the next one."""
        found = last_weights(self.runs)
        place = self._keeper.weights_file(*found) if found is not None and found[0] is self.runs[-1] else None
        if place is not None and not self.document.blocked:
            self.open_runs(self.runs, place, self._keeper.kept_folder(self.runs[-1]))
        else:
            self._settle.start()

    def _on_loaded(self, loaded: WeightsLoaded) -> None:
        self._loaded = True
        self._keeper.keep_loaded(self._trained(), original_name(loaded.path))

    def _on_refused(self, refused: Refused) -> None:
        if refused.command in ("Prepare", "Reset"):
            self._from_zero = False
        if self._restores and refused.command == "Prepare":
            # What stands in the engine is of an earlier project: nothing of it is to be kept.
            self._restores, self._built_data, self._asked = False, None, b""
        if self._brought is not None and refused.command == "Prepare":
            if refused.given_up:
                self._loaded, self._built_data, self._asked = False, None, b""  # they go into the next network
            else:
                self._forget_weights()  # the network is built without them
        if refused.command == "Snapshot":
            self._keeper.give_up_snapshot()

    def _follow_drawing(self) -> None:
        """A network of which no layer was left is another one, whatever its layers are called; an undo brings it back.

        The run's last snapshot has what it had learned, where another one was built since and not trained.
        """
        before, drawn = self._drawn, self.document.network
        self._drawn = drawn
        if self._emptied is not None and drawn == self._emptied:
            built, on_its_way = not self._anew, self._from_zero
            self._anew, self._emptied = False, None
            if on_its_way or (built and not self.moved):
                self._bring_back()
        elif before.layers and not _ids(before) & _ids(drawn):
            learned = self._brought is not None or (self.moved and not self._from_zero)
            if learned and not self._anew:
                self._anew, self._emptied = True, before

    def _on_state(self, state: State) -> None:
        if state is State.TRAINING:
            self._keeper.trains(self._trained())

    def _on_ended(self, ending: Ending) -> None:
        if self._keeper.goes_on and self.runs:
            self._keeper.ended(self._trained(), ending)
            # While another network is being built a snapshot would be one of that.
            gone = ending.kind in ("killed", "hung", "not_started") or self.session.state is State.BUILDING
            if not gone:
                self._keeper.take_snapshot()

    def _trained(self) -> Project:
        """What stands in the engine; as it is drawn now, where that trains the same."""
        base = str(self.document.base)
        if not self._standing or fingerprint(self._standing, base) == fingerprint(*self._project()):
            return self.document.project
        return project_from_json(self._standing)


def _ids(network: NetworkSpec) -> frozenset[str]:
    return frozenset(layer.id for layer in network.layers)
