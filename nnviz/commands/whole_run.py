"""One run of a project without a window: from its initial weights to its ending, with its history and snapshots."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.commands.progress import Progress
from nnviz.errors import BadInput
from nnviz.project.project import Project
from nnviz.project.run_figures import rises
from nnviz.project.run_label import Label
from nnviz.project.runs import Run, Snapshot, SnapshotKind, now
from nnviz.training.history import History
from nnviz.training.suggest import own_measures

if TYPE_CHECKING:
    from nnviz.engine.loop.trainer import Piece
    from nnviz.engine.session import Session

# The best weights are written again only after training for this many times as long as writing took.
_REST = 20


@dataclass
class WholeRun:
    """One run from its initial weights to its ending.

    Attributes:
        session: what is trained.
        project: the project with the recipe that is followed.
        drafts: an empty folder for snapshots.
        keep: whether snapshots are wanted.
        ending, sentence: how it came to rest.
        seconds: training time.
        test: the scores on the test part.
    """

    session: Session
    project: Project
    drafts: Path
    keep: bool
    started: str = field(default_factory=now)
    history: History = field(default_factory=History)
    ending: str = ""
    sentence: str = ""
    seconds: float = 0.0
    test: dict[str, float] = field(default_factory=dict)
    _snapshots: dict[SnapshotKind, Snapshot] = field(default_factory=dict)
    _best: float = float("inf")
    _next_best: float = 0.0

    def run(self, progress: Progress) -> None:
        """Train until the recipe's epochs are done, it ends by itself, or the process is asked to stop."""
        self._snapshot("first")
        begun = time.monotonic()
        with _asked_to_stop() as asked:
            while not self.ending:
                try:
                    piece = self.session.advance(self.project.training.epochs)
                except BadInput as error:  # rows on a disk may be gone by now; what was learned is kept
                    self.session.drop_run()
                    self.ending, self.sentence = "failed", error.args[0]
                    break
                self._hear(piece, progress)
                if asked.is_set() and not self.ending:
                    # Left as it stands, so that the window can go on from this very batch.
                    self.ending, self.sentence = "stopped", f"Stopped by you after epoch {self.session.epoch}."
        self.seconds = time.monotonic() - begun
        if self.ending != "stopped_early":  # there the weights of an earlier epoch may be back
            self._keep_best()
        self._snapshot("last")
        if self.ending in ("finished", "stopped_early"):
            try:
                self.test = self.session.evaluate("test")
            except BadInput as error:  # likewise
                self.sentence = f"{self.sentence} {error}"

    def as_run(self, number: int) -> Run:
        """The run as a project keeps it."""
        columns = {key: self.history.column(key) for key in self.history.keys}
        return Run(
            number,
            self.started,
            self.project,
            columns,
            self.ending,
            self.sentence,
            self.seconds,
            self.test,
            tuple(self._snapshots.values()),
            label=Label(parameters=self.session.parameters),
        )

    def _hear(self, piece: Piece, progress: Progress) -> None:
        if len(piece.rows):
            self.history.append(piece.first, piece.keys, piece.rows)
            for number, row in enumerate(piece.rows.tolist(), piece.first):
                progress.epoch(number, dict(zip(piece.keys, row, strict=True)))
            if time.monotonic() >= self._next_best:
                self._keep_best()
        self.ending, self.sentence = piece.ending or "", piece.sentence

    def _keep_best(self) -> None:
        """Keep the weights where the latest epoch is better than the best one kept.

        While training, that is looked at between two pieces, and no more often than leaves training fast.
        """
        if not self.history.epochs:
            return
        # As in the window: with a method that measures something of its own the loss tells little.
        measure = next(iter(own_measures(self.session.recipe)), "loss")
        name = f"val_{measure}" if f"val_{measure}" in self.history.keys else measure
        loss = float(self.history.column(name)[-1]) * (-1 if rises(measure) else 1)
        if loss < self._best and self.session.batch == 0:
            begun = time.monotonic()
            self._snapshot("best")
            self._best = loss
            self._next_best = time.monotonic() + _REST * (time.monotonic() - begun)

    def _snapshot(self, kind: SnapshotKind) -> None:
        if self.keep:
            place = self.drafts / f"{kind}.safetensors"
            if kind == "last":
                self.session.save_snapshot(place)
            else:
                self.session.export("safetensors", place)
            self._snapshots[kind] = Snapshot(self.session.epoch, kind, place)


@contextlib.contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set, instead of ending the process; a second Ctrl-C ends it at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def ask(number: int, frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    kept = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
