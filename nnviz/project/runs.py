"""Runs: each training from Train to its ending, with every epoch's metrics and its snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.project.changes import Change
from nnviz.project.later import Figures, Later, Promise, StoredColumns, epochs_of, figures_of
from nnviz.project.project import Project
from nnviz.project.run_label import Label

SnapshotKind = Literal["first", "best", "last", "kept"]
IMPORTED = "imported"
FAILED = ("failed", "killed", "hung", "not_started")
AT_REST = ("stopped", "stopped_early", "finished", *FAILED)
SNAPSHOT_KINDS: tuple[SnapshotKind, ...] = get_args(SnapshotKind)


@dataclass(frozen=True)
class Snapshot:
    """All weights at one epoch, left where they are until they are needed.

    Attributes:
        epoch: how many epochs had been trained.
        kind: why it is kept; "kept" are those along the run, of which there may be many.
        place: the ``.safetensors`` file or the ``.nnviz`` project that holds it.
        sha256: of what the project holds, since another file may stand there later; empty where that is not known.
    """

    epoch: int
    kind: SnapshotKind
    place: Path
    sha256: bytes = b""


@dataclass(frozen=True)
class Fork:
    """Where a run began that did not start from initial weights.

    Attributes:
        run: the number of the run that it forked from.
        epoch: how many epochs of that it goes on from.
    """

    run: int
    epoch: int


@dataclass(frozen=True, eq=False)
class Run:
    """One training. Of a run in a file its project, columns and clock are read when they are first asked for.

    Attributes:
        id: its number in the project, from 1 on.
        started: when, as ISO 8601 in UTC.
        project: network, data and recipe as they were at its end.
        columns: metric name -> float64 ``(epochs,)``, in the order in which Keras reports them.
        ending: how it came to rest, one of ``messages.EndingKind``; ``IMPORTED`` of weights that came from elsewhere.
        sentence: the same for a person.
        seconds: training time.
        test: the scores on the test part; empty where there is none.
        snapshots: first, best and last, where they were taken, and those kept along the run.
        changes: what was changed while it went on, in the order of the epochs.
        fork: where it forked from another run; None where it did not.
        label: what a person says of it.
        clock: float64 ``(epochs, 2)``: when each epoch was done, in seconds of training and in Unix time, which pauses
            are in; None where that was not kept.
    """

    id: int
    started: str
    project: Later[Project] = Later()  # noqa: RUF009  descriptors, one for all runs
    columns: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)
    ending: str = "stopped"
    sentence: str = ""
    seconds: float = 0.0
    test: Mapping[str, float] = field(default_factory=dict)
    snapshots: tuple[Snapshot, ...] = ()
    changes: tuple[Change, ...] = ()
    fork: Fork | None = None
    label: Label = field(default_factory=Label)
    clock: Later[NDArray[np.float64] | None] = Later(None)  # noqa: RUF009

    @property
    def promised_project(self) -> Promise[Project] | None:
        """What stands for its project, which has to be parsed or was; None where it was trained in this window."""
        kept: object = self.__dict__["_project"]
        return kept if isinstance(kept, Promise) else None

    @property
    def imported(self) -> bool:
        """Whether it was not trained here: it keeps the weights of a file, which go with any data that fit."""
        return self.ending == IMPORTED

    @property
    def epochs(self) -> int:
        """How many epochs have metrics."""
        return epochs_of(self.columns)

    def figures(self, key: str) -> Figures:
        """The last, the least and the greatest value of the metric *key*; of a run in a file no column is read."""
        return figures_of(self.columns, key)

    @property
    def times(self) -> NDArray[np.float64]:
        """When each epoch was done, as ``clock`` has it; spread evenly over the training time where that has not."""
        kept = self.clock
        if kept is not None and len(kept) == self.epochs and np.isfinite(kept).all():
            return kept
        trained = self.seconds * np.arange(1, self.epochs + 1) / max(1, self.epochs)
        return np.column_stack([trained, datetime.fromisoformat(self.started).timestamp() + trained])

    @property
    def put_away(self) -> bool:
        """Whether it is kept out of the way: as a person said, and where nobody said, because it failed."""
        failed = self.ending in FAILED or (not self.epochs and not self.imported and self.ending in AT_REST)
        return failed if self.label.hidden is None else self.label.hidden

    def snapshot(self, kind: SnapshotKind) -> Snapshot | None:
        """The snapshot of *kind*; of those kept along the run the first."""
        return next((snapshot for snapshot in self.snapshots if snapshot.kind == kind), None)

    @property
    def kept(self) -> tuple[Snapshot, ...]:
        """The snapshots kept along the run, in the order of the epochs."""
        found = (snapshot for snapshot in self.snapshots if snapshot.kind == "kept")
        return tuple(sorted(found, key=lambda snapshot: snapshot.epoch))

    def with_kept(self, kept: Iterable[Snapshot]) -> Run:
        """This run with other snapshots kept along it."""
        return self.with_snapshots((*(s for s in self.snapshots if s.kind != "kept"), *kept))

    def with_label(self, label: Label) -> Run:
        """This run as a person says now; what has not been read of it yet is not read for that."""
        unread = self.__dict__["_project"], self.__dict__["_clock"]
        return replace(self, project=unread[0], clock=unread[1], label=label)

    def shown_as(self, shown: bool) -> Run:
        """This run, on the shared axes or not."""
        same = shown == self.label.shown
        return self if same else self.with_label(msgspec.structs.replace(self.label, shown=shown))

    def only_looks_unlike(self, other: Run) -> bool:
        """Whether it differs from *other* in nothing but whether it is shown."""
        same = all(other.__dict__[name] is value for name, value in self.__dict__.items() if name != "label")
        return same and msgspec.structs.replace(self.label, shown=other.label.shown) == other.label

    def with_snapshots(self, snapshots: tuple[Snapshot, ...]) -> Run:
        """This run with other snapshots; what has not been read of it yet is not read for that."""
        unread = self.__dict__["_project"], self.__dict__["_clock"]
        return replace(self, project=unread[0], clock=unread[1], snapshots=snapshots)

    def stored_as(self, saved: Run) -> Run:
        """This run with its snapshots where *saved* has them, and what has not been read of it as well."""
        if not isinstance(self.columns, StoredColumns):
            return self.with_snapshots(saved.snapshots)
        unread = self.__dict__["_project"], saved.__dict__["_clock"]
        columns = saved.columns
        return replace(self, project=unread[0], clock=unread[1], columns=columns, snapshots=saved.snapshots)

    def moved(self, place: Path) -> Run:
        """This run with all its snapshots in the project file *place*."""
        return self.with_snapshots(tuple(replace(snapshot, place=place) for snapshot in self.snapshots))


def next_id(runs: Sequence[Run]) -> int:
    """The number of the run that comes next."""
    return max((run.id for run in runs), default=0) + 1


def now() -> str:
    """The present moment as a run keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def last_drawn(runs: Sequence[Run]) -> Run | None:
    """The newest run that stood on the diagram; what was raced never did."""
    return next((run for run in reversed(runs) if not run.label.race), None)


def last_weights(runs: Sequence[Run]) -> tuple[Run, Snapshot] | None:
    """The newest run that kept its last weights, and that snapshot; what was raced never stood on the diagram."""
    for run in (run for run in reversed(runs) if not run.label.race):
        snapshot = run.snapshot("last") or run.snapshot("best")
        if snapshot is not None:
            return run, snapshot
    return None
