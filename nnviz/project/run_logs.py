"""What is written of runs as TensorBoard logs: from the window to the engine it goes as a file, whatever its size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.errors import BadInput
from nnviz.project.files import bytes_of
from nnviz.project.runs import Run, Snapshot, SnapshotKind

MOST_SNAPSHOTS = 60  # of a run, whose weights are written as histograms
_NOT_IN_NAMES = re.compile(r"[^\w.+-]+")


class LogSnapshot(msgspec.Struct, frozen=True):
    """Where the weights after *epoch* are: a file of their own, or those of *kind* of *run* in a project's file.

    *sha256* is of what the project holds, as ``Snapshot`` has it.
    """

    epoch: int
    place: str
    run: int
    kind: SnapshotKind
    sha256: bytes = b""

    def read(self) -> bytes:
        """The weights, as safetensors; BadInput where they are not there, or others than they were."""
        return bytes_of(self.run, Snapshot(self.epoch, self.kind, Path(self.place), self.sha256))


class RunLog(msgspec.Struct, frozen=True):
    """One run.

    Attributes:
        name: of its folder: its number, and its name.
        keys: the names of its metrics.
        values: float64 ``(keys, epochs)``.
        wall: float64 ``(epochs,)``, when each epoch was done, in Unix time.
        snapshots: some of those that were kept along it, in the order of the epochs.
        damaged: why its metrics cannot be read, so that there are none; empty where they can.
    """

    name: str
    keys: tuple[str, ...]
    values: bytes
    wall: bytes
    snapshots: tuple[LogSnapshot, ...] = ()
    damaged: str = ""

    @property
    def columns(self) -> dict[str, NDArray[np.float64]]:
        """Metric -> its values."""
        rows = np.frombuffer(self.values, "<f8").reshape(len(self.keys), -1) if self.keys else ()
        return dict(zip(self.keys, rows, strict=True))

    @property
    def times(self) -> NDArray[np.float64]:
        """When each epoch was done."""
        return np.frombuffer(self.wall, "<f8")


def log_of(run: Run) -> RunLog:
    """What is written of *run*; of one whose metrics are damaged, the weights."""
    try:
        keys, values, wall, damaged = (*_metrics(run), "")
    except BadInput as error:
        keys, values, wall, damaged = (), b"", b"", str(error)
    kept = run.kept or tuple(sorted(run.snapshots, key=lambda snapshot: snapshot.epoch))
    step = -(-len(kept) // MOST_SNAPSHOTS) or 1
    some = [*kept[::step], *([kept[-1]] if len(kept) > 1 and (len(kept) - 1) % step else [])]
    snapshots = tuple(LogSnapshot(s.epoch, str(s.place), run.id, s.kind, s.sha256) for s in some)
    return RunLog(_folder(run), keys, values, wall, snapshots, damaged)


def _metrics(run: Run) -> tuple[tuple[str, ...], bytes, bytes]:
    """Keys, values and wall of ``RunLog``; BadInput where they are damaged."""
    keys = tuple(run.columns)
    values = np.full((len(keys), run.epochs), np.nan)
    for row, key in zip(values, keys, strict=True):
        row[: len(run.columns[key])] = run.columns[key]
    return keys, values.tobytes(), np.ascontiguousarray(run.times[:, 1], "<f8").tobytes()


def _folder(run: Run) -> str:
    name = _NOT_IN_NAMES.sub("-", run.label.name).strip("-.")[:60]
    return f"run-{run.id:03d}" + (f"-{name}" if name else "")


def write_source(path: Path, runs: Sequence[Run]) -> None:
    """What is written of *runs*, as the file *path*."""
    path.write_bytes(msgspec.msgpack.encode(tuple(log_of(run) for run in runs if run.epochs)))


def read_source(path: Path) -> tuple[RunLog, ...]:
    """The same again; BadInput where it is not there or not whole."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=tuple[RunLog, ...])
    except (OSError, msgspec.MsgspecError) as error:
        raise BadInput(f"{path} could not be read: {error}") from error
