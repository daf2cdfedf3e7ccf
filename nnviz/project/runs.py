"""Runs: each training from Train to its ending, with every epoch's metrics and its snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from nnviz.project.changes import Change
from nnviz.project.project import Project

SnapshotKind = Literal["first", "best", "last", "kept"]
IMPORTED = "imported"
SNAPSHOT_KINDS: tuple[SnapshotKind, ...] = get_args(SnapshotKind)


@dataclass(frozen=True)
class Snapshot:
    """All weights at one epoch, left where they are until they are needed.

    Attributes:
        epoch: how many epochs had been trained.
        kind: why it is kept; "kept" are those along the run, of which there may be many.
        place: the ``.safetensors`` file or the ``.nnviz`` project that holds it.
    """

    epoch: int
    kind: SnapshotKind
    place: Path


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
    """One training.

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
    """

    id: int
    started: str
    project: Project
    columns: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)
    ending: str = "stopped"
    sentence: str = ""
    seconds: float = 0.0
    test: Mapping[str, float] = field(default_factory=dict)
    snapshots: tuple[Snapshot, ...] = ()
    changes: tuple[Change, ...] = ()
    fork: Fork | None = None

    @property
    def imported(self) -> bool:
        """Whether it was not trained here: it keeps the weights of a file, which go with any data that fit."""
        return self.ending == IMPORTED

    @property
    def epochs(self) -> int:
        """How many epochs have metrics."""
        return max((len(column) for column in self.columns.values()), default=0)

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
        return replace(self, snapshots=(*(s for s in self.snapshots if s.kind != "kept"), *kept))

    def moved(self, place: Path) -> Run:
        """This run with all its snapshots in the project file *place*."""
        return replace(self, snapshots=tuple(replace(snapshot, place=place) for snapshot in self.snapshots))


def next_id(runs: Sequence[Run]) -> int:
    """The number of the run that comes next."""
    return max((run.id for run in runs), default=0) + 1


def now() -> str:
    """The present moment as a run keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def last_weights(runs: Sequence[Run]) -> tuple[Run, Snapshot] | None:
    """The newest run that kept its last weights, and that snapshot."""
    for run in reversed(runs):
        snapshot = run.snapshot("last") or run.snapshot("best")
        if snapshot is not None:
            return run, snapshot
    return None
