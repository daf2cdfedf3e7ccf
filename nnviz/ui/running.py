"""Between the document and the training session: what the run buttons do, and the runs they leave."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.project.json_form import project_to_json
from nnviz.project.runs import Run, Snapshot, next_id, now
from nnviz.training.history import History
from nnviz.training.messages import Built, Ending, SnapshotTaken
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
        session.run_started.connect(self._on_started)
        session.run_ended.connect(self._on_ended)
        session.snapshot_taken.connect(self._on_snapshot)

    # ------------------------------------------------------------------ the buttons

    @property
    def epochs_wanted(self) -> int:
        """How far Train goes: to the recipe's epochs, and once there as many again."""
        done, wanted = self.session.epoch, self.document.recipe.epochs
        return wanted if done < wanted else done + wanted

    def train(self) -> None:
        """Start, or go on."""
        if not self.document.blocked:
            stands = self._project()[0] == self._asked
            self.session.train(*self._ask(), self.epochs_wanted, keep=stands or self._keeps())

    def step(self) -> None:
        """One batch."""
        if not self.document.blocked:
            self.session.step(*self._ask())

    def reset(self) -> None:
        """Back to the same initial weights."""
        if not self.document.blocked:
            self._open_run = False
            self.session.reset(*self._ask())
            self.curves_restarted.emit()

    def export(self, format_name: str, path: Path) -> None:
        """Write the network as it is now."""
        self.session.export(format_name, str(path), *self._project())

    # ------------------------------------------------------------------ opening

    def open_runs(self, runs: tuple[Run, ...], weights: Path | None) -> None:
        """Take over a project's runs; *weights* is a snapshot of the last one, to go on from."""
        self.runs = runs
        self._settle.stop()
        self._built_data = self.document.data_spec
        self._open_run = weights is not None
        self.session.history = _history(runs[-1]) if weights is not None else History()
        self.curves_restarted.emit()
        if weights is not None:
            self.session.prepare(*self._ask(), keep=False, weights=str(weights), epoch=runs[-1].epochs)

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
        trained = self.session.epoch > 0 or self.session.state is State.PAUSED
        return trained and self.document.data_spec == self._built_data

    def _build_ahead(self) -> None:
        """Build what is drawn before Train is pressed; while training, go on with what is drawn now."""
        if self.document.blocked or self._project()[0] == self._asked:
            return
        if self.session.state is State.TRAINING:
            self.train()
        else:
            self.session.prepare(*self._ask(), keep=self._keeps())

    def _on_built(self, built: Built) -> None:
        self._built_data = self.document.data_spec
        if built.epoch == 0:
            self._open_run = False
            self.curves_restarted.emit()

    def _on_lost(self, sentence: str) -> None:
        self._asked = b""

    def _on_started(self) -> None:
        if not self._open_run:
            self.runs = (*self.runs, Run(next_id(self.runs), now(), self.document.project))
            self._open_run = True
            self.document.runs_changed()

    def _on_ended(self, ending: Ending) -> None:
        if self._open_run and self.runs:
            history = self.session.history
            self.runs = (
                *self.runs[:-1],
                replace(
                    self.runs[-1],
                    project=self.document.project,
                    columns={key: np.array(history.column(key)) for key in history.keys},
                    ending=ending.kind,
                    sentence=ending.sentence,
                    seconds=self.runs[-1].seconds + ending.seconds,
                    test=ending.test,
                ),
            )
            if ending.kind not in ("killed", "hung", "not_started"):
                self.session.take_snapshot(str(self.scratch_file(f"run-{self.runs[-1].id}.safetensors")))
        self.rested.emit(ending)

    def _on_snapshot(self, taken: SnapshotTaken) -> None:
        if self.runs:
            kept = tuple(s for s in self.runs[-1].snapshots if s.kind != "last")
            last = Snapshot(taken.epoch, "last", Path(taken.path))
            self.runs = (*self.runs[:-1], replace(self.runs[-1], snapshots=(*kept, last)))


def _history(run: Run) -> History:
    """What the curves of *run* showed."""
    history, keys = History(), tuple(run.columns)
    history.append(1, keys, np.column_stack([run.columns[key] for key in keys]).tolist() if keys else ())
    return history
