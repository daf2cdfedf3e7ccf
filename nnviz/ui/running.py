"""Between the document and the training session: what the run buttons do, and the runs they leave."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.project.json_form import project_to_json
from nnviz.project.runs import Run, Snapshot, last_weights, next_id, now
from nnviz.training.history import History
from nnviz.training.messages import Built, Ending, Refused, SnapshotTaken, WeightsLoaded
from nnviz.ui.document import Document

SETTLE_MS = 180  # so long after the last edit the engine builds what is drawn


class RunController(QObject):
    """Trains what the document shows, and keeps what came of it.

    Attributes:
        runs: every run of the project, oldest first; the last one may still go on.

    Signals:
        curves_restarted: the next epochs start from the initial weights again.
        rested: a run came to rest: the Ending.
    """

    curves_restarted = Signal()
    rested = Signal(object)

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.session = document, session
        self.runs: tuple[Run, ...] = ()
        self._open_run = False  # whether the last of the runs is the one that epochs belong to
        self._restores = False  # the weights of the opened project are on their way into the engine
        self._from_zero = False  # a network with its initial weights is on its way
        self._loaded = False  # weights of a file were put into the network
        self._projects = 0  # opened so far: what the engine still says of an earlier one is not for this one
        self._then: Callable[[], object] | None = None
        self._scratch = tempfile.TemporaryDirectory(prefix="nnviz-")
        self._built_data = document.data_spec
        self._asked = b""  # the project that the engine was last asked to build
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._build_ahead)
        for signal in (document.network_changed, document.facts_changed, document.recipe_changed):
            signal.connect(self._settle.start)
        session.built.connect(self._on_built)
        session.engine_lost.connect(self._on_lost)
        session.refused.connect(self._on_refused)
        session.run_started.connect(self._on_started)
        session.run_ended.connect(self._on_ended)
        session.snapshot_taken.connect(self._on_snapshot)
        session.weights_loaded.connect(self._on_loaded)

    # ------------------------------------------------------------------ the buttons

    @property
    def epochs_wanted(self) -> int:
        """How far Train goes: to the recipe's epochs, and once there as many again."""
        done, wanted = 0 if self._from_zero else self.session.epoch, self.document.recipe.epochs
        return wanted if done < wanted else done + wanted

    @property
    def moved(self) -> bool:
        """Whether the weights are others than the initial ones."""
        return self.session.epoch > 0 or self.session.state is State.PAUSED or self._loaded

    def train(self) -> None:
        """Start, or go on."""
        if not self.document.blocked:
            keep = self._kept()
            self.session.train(*self._ask(), self.epochs_wanted, keep=keep)

    def step(self) -> None:
        """One batch."""
        if not self.document.blocked:
            keep = self._kept()
            self.session.step(*self._ask(), keep=keep)

    def reset(self) -> None:
        """Back to the same initial weights."""
        if not self.document.blocked:
            self._open_run = False
            self._forget_weights()
            self.session.reset(*self._ask())
            self.curves_restarted.emit()

    def export(self, format_name: str, path: Path) -> None:
        """Write the network as it is now."""
        self.session.export(format_name, str(path), *self._project())

    # ------------------------------------------------------------------ opening

    def at_rest(self, then: Callable[[], object]) -> None:
        """Do *then* when nothing trains any more; a run that goes on is stopped for it."""
        self._settle.stop()
        training = self.session.state is State.TRAINING
        if training or self.session.state is State.BUILDING:
            self.session.stop()
        if training:
            self._then = then
        else:
            then()

    def open_runs(self, runs: tuple[Run, ...], weights: Path | None) -> None:
        """Take over a project's runs; *weights* is a snapshot of the last one, to go on from.

        Without weights the network starts from its initial ones, whatever stood in the engine before.
        """
        self.runs, self._projects = runs, self._projects + 1
        self._settle.stop()
        self._restores = self._open_run = weights is not None
        self.session.history = _history(runs[-1]) if weights is not None else History()
        self.curves_restarted.emit()
        found = last_weights(runs)
        self._forget_weights()
        if weights is None or found is None:
            self._asked, self._built_data = b"", None
            self._settle.start()
        else:
            self._from_zero = False
            self._built_data = self.document.data_spec
            self.session.prepare(*self._ask(), keep=False, weights=str(weights), epoch=found[1].epoch)

    def runs_so_far(self) -> tuple[Run, ...]:
        """The runs, one that goes on with the epochs it has by now."""
        if not self.runs or not self._open_run or self.session.state is not State.TRAINING:
            return self.runs
        return (*self.runs[:-1], self._with_epochs(self.runs[-1]))

    def scratch_file(self, name: str) -> Path:
        """A file of this window's own, gone with it."""
        return Path(self._scratch.name) / name

    def shutdown(self) -> None:
        """End the engine and clear the window's own files away."""
        self._settle.stop()
        self.session.shutdown()
        self._scratch.cleanup()

    # ------------------------------------------------------------------ following

    def _project(self) -> tuple[bytes, str]:
        return project_to_json(self.document.project), str(self.document.base)

    def _ask(self) -> tuple[bytes, str]:
        self._asked = self._project()[0]
        return self._project()

    def _keeps(self) -> bool:
        """Other data are another problem; an untrained network starts as a fresh one would, so that a run repeats."""
        moved = self._restores or (self.moved and not self._from_zero)
        return moved and self.document.data_spec == self._built_data

    def _kept(self) -> bool:
        """Whether the weights that stand are kept for what is asked for now; where not, they are on their way out."""
        keep = self._project()[0] == self._asked or self._keeps()
        if not keep:
            self._forget_weights()
        return keep

    def _forget_weights(self) -> None:
        self._from_zero, self._loaded = True, False

    def _build_ahead(self) -> None:
        """Build what is drawn before Train is pressed; while training, go on with what is drawn now."""
        if self.document.blocked or self._project()[0] == self._asked:
            return
        if self.session.state is State.TRAINING:
            self.train()
        else:
            keep = self._kept()
            self.session.prepare(*self._ask(), keep=keep)

    def _on_built(self, built: Built) -> None:
        self._built_data = self.document.data_spec
        self._restores = False
        if built.epoch == 0:
            self._from_zero = False
            self._open_run = False
            self.curves_restarted.emit()

    def _on_lost(self, sentence: str) -> None:
        self._asked, self._restores = b"", False
        self._forget_weights()

    def _on_loaded(self, _loaded: WeightsLoaded) -> None:
        self._loaded = True

    def _on_refused(self, refused: Refused) -> None:
        if refused.command in ("Prepare", "Reset"):
            self._from_zero = False
        if self._restores and refused.command == "Prepare":
            # What stands in the engine is of an earlier project: nothing of it is to be kept.
            self._restores, self._built_data = False, None

    def _on_started(self) -> None:
        if not self._open_run:
            self.runs = (*self.runs, Run(next_id(self.runs), now(), self.document.project))
            self._open_run = True
            self.document.runs_changed()

    def _on_ended(self, ending: Ending) -> None:
        if self._open_run and self.runs:
            run = replace(
                self._with_epochs(self.runs[-1]),
                ending=ending.kind,
                sentence=ending.sentence,
                seconds=self.runs[-1].seconds + ending.seconds,
                test=ending.test,
            )
            self.runs = (*self.runs[:-1], run)
            self.document.runs_changed()
            if ending.kind not in ("killed", "hung", "not_started"):
                self.session.take_snapshot(str(self._snapshot_file(run)))
        self.rested.emit(ending)
        if self._then is not None:
            # After all who follow the session have heard of the ending.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _with_epochs(self, run: Run) -> Run:
        history = self.session.history
        columns = {key: np.array(history.column(key)) for key in history.keys}
        return replace(run, project=self.document.project, columns=columns)

    def _snapshot_file(self, run: Run) -> Path:
        return self.scratch_file(f"project-{self._projects}-run-{run.id}.safetensors")

    def _on_snapshot(self, taken: SnapshotTaken) -> None:
        if self.runs and Path(taken.path) == self._snapshot_file(self.runs[-1]):
            kept = tuple(s for s in self.runs[-1].snapshots if s.kind != "last")
            last = Snapshot(taken.epoch, "last", Path(taken.path))
            self.runs = (*self.runs[:-1], replace(self.runs[-1], snapshots=(*kept, last)))
            self.document.runs_changed()


def _history(run: Run) -> History:
    """What the curves of *run* showed."""
    history, keys = History(), tuple(run.columns)
    history.append(1, keys, np.column_stack([run.columns[key] for key in keys]).tolist() if keys else ())
    return history
