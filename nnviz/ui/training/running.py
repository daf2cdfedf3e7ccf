"""Between the document and the training session: what the run buttons do, and what is built when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.network.spec import NetworkSpec
from nnviz.project.changes import Difference
from nnviz.training.messages import Built, Ending, Refused, WeightsLoaded
from nnviz.ui.document import Document
from nnviz.ui.files.model_files import original_name
from nnviz.ui.training.run_beside import RunBeside


class RunController(RunBeside):
    """Trains what the document shows, and has what came of it kept."""

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(document, session, parent)
        self._settle.timeout.connect(self._build_ahead)
        self._keeper.kept.connect(document.runs_changed)
        self._keeper.changes_changed.connect(self.changes_changed)
        for changed in (self._keeper.kept, self._keeper.changes_changed, self._keeper.shown_changed):
            changed.connect(self.runs_changed)
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
        # Neither an edit in a later stretch nor a pause moves that stretch's end.
        in_stretch = self.session.state in (State.TRAINING, State.PAUSED) and self.session.target_epochs > done
        return self.session.target_epochs if in_stretch else done + wanted

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
            self._keeper.forget_by_hand()
            self._forget_weights()
            self.session.reset(*self._ask())

    def let_go(self, then: Callable[[], object]) -> None:
        """Back to the initial weights, so that no run stands, then do *then*; a run that goes on is kept first."""
        self.at_rest(partial(self.when_kept, partial(self._let_go, then)))

    def _let_go(self, then: Callable[[], object]) -> None:
        self._keeper.leave()
        self._reset()
        then()

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

    def shutdown(self) -> None:
        """End the engine and clear the window's own files away."""
        self._settle.stop()
        self.session.shutdown()
        self._keeper.shutdown()

    # ------------------------------------------------------------------ following

    def _build_ahead(self) -> None:
        """Build what is drawn before Train is pressed; while training, go on with what is drawn now."""
        if self.document.blocked:
            if not self.document.loading and self.session.state is State.TRAINING:
                self.session.pause()  # what is drawn cannot be trained: nothing else is to go on in its name
            return
        self._take_brought()
        if self._stands_as_drawn():
            self.nothing_to_build.emit()
            return
        if self.session.state is State.TRAINING:
            if self._keeps():
                self.train()
            elif not (self._begins_anew and self._resting.awaited):  # else it takes what is drawn when its turn comes
                self._begins_anew = True
                self.at_rest(self._begin_anew)  # another run begins: this one is kept first
        else:
            keep = self._kept()
            self.session.prepare(*self._ask(), keep=keep)

    def _begin_anew(self) -> None:
        self._begins_anew = False
        self.train()

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
        learned = self.standing is not None or self._brought is not None or (self._loaded and not self._from_zero)
        self._asked, self._restores = b"", False
        self._forget_weights()
        self._keeper.give_up_snapshot()
        if not self._stood:  # an engine that died of what it was to build would die of it again
            return
        self._stood = False
        if learned:
            QTimer.singleShot(0, self, self._bring_back)
        else:
            self._settle.start()

    def _on_loaded(self, loaded: WeightsLoaded) -> None:
        self._loaded = True
        self._keeper.keep_loaded(self._trained(), original_name(loaded.path))

    def note_by_hand(self, what: Difference) -> None:
        """Weights were set by hand: they stay over an edit of the network, and are kept with the run."""
        self._keeper.set_by_hand(self._trained(), what)
        self._loaded = bool(self.runs) and (self._keeper.goes_on or self.runs[-1].imported)

    def build_now(self) -> None:
        """Have an edit of a moment ago built at once."""
        if self._settle.isActive():
            self._settle.stop()
            self._build_ahead()

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
        if refused.command in ("Snapshot", "RaceKeep"):
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


def _ids(network: NetworkSpec) -> frozenset[str]:
    return frozenset(layer.id for layer in network.layers)
