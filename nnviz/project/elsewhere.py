"""What a work database does not hold itself, because it stands in a project file: metrics of runs, and snapshots."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project import run_rows, store
from nnviz.project.damage import DamagedError
from nnviz.project.files import bytes_of
from nnviz.project.later import StoredColumns
from nnviz.project.runs import Run, Snapshot
from nnviz.sentences import Sentence

SCHEMA = """
CREATE TABLE columns_elsewhere (run INTEGER PRIMARY KEY, place TEXT NOT NULL);
CREATE TABLE snapshots_elsewhere (
    run INTEGER NOT NULL, kind TEXT NOT NULL, epoch INTEGER NOT NULL, sha256 BLOB NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (run, kind, epoch));
"""
_SELECT_COLUMNS = "SELECT run, key, first, sha256, float64 FROM metrics WHERE run = ?"
_INSERT_COLUMN = "INSERT INTO metrics VALUES (?, ?, ?, ?, ?)"
_SELECT_SNAPSHOT = (
    "SELECT run, epoch, kind, sha256, safetensors FROM snapshots "
    "WHERE run = ? AND kind = ? AND epoch = ? AND sha256 = ?"
)
TABLES = ("columns_elsewhere", "snapshots_elsewhere")


def places(runs: Iterable[Run]) -> set[Path]:
    """The files that *runs* need."""
    snapshots = {snapshot.place for run in runs for snapshot in run.snapshots}
    return snapshots | {run.columns.place for run in runs if isinstance(run.columns, StoredColumns)}


def put_columns(base: sqlite3.Connection, run: Run, place: Path) -> None:
    """The metrics of *run* stand in *place*."""
    base.execute("DELETE FROM metrics WHERE run = ?", (run.id,))
    base.execute("INSERT OR REPLACE INTO columns_elsewhere VALUES (?, ?)", (run.id, str(place)))


def put_snapshot(base: sqlite3.Connection, run: int, snapshot: Snapshot) -> None:
    """A *snapshot* of *run* stands in its place."""
    row = (run, snapshot.kind, snapshot.epoch, snapshot.sha256, str(snapshot.place))
    base.execute("INSERT OR REPLACE INTO snapshots_elsewhere VALUES (?, ?, ?, ?, ?)", row)


def forget_columns(base: sqlite3.Connection, run: int) -> None:
    """The metrics of *run* stand here."""
    base.execute("DELETE FROM columns_elsewhere WHERE run = ?", (run,))


def forget_snapshot(base: sqlite3.Connection, run: int, kind: str, epoch: int) -> None:
    """A snapshot of *run* stands here, or is gone."""
    row = (run, kind, epoch)
    base.execute("DELETE FROM snapshots_elsewhere WHERE run = ? AND kind = ? AND epoch = ?", row)


class LostRuns(BadInput):
    """What a file held of the runs is not there any more; the rest could be saved without it."""


def forget_run(base: sqlite3.Connection, run: int) -> None:
    """The *run* is gone."""
    for table in TABLES:
        base.execute(f"DELETE FROM {table} WHERE run = ?", (run,))


def bring(base: sqlite3.Connection, whole: bool) -> int:
    """Bring all of it into *base*.

    Returns:
        How many runs have lost their metrics and how many snapshots are lost, in all, because the file that they stood
        in is gone; 0 where *whole* is asked for.

    Raises:
        LostRuns: with *whole*, where something is not there any more.
    """
    places = base.execute("SELECT place FROM columns_elsewhere UNION SELECT place FROM snapshots_elsewhere").fetchall()
    return sum(_bring_from(base, place, whole) for (place,) in places)


def _bring_from(base: sqlite3.Connection, place: str, whole: bool) -> int:
    columns = base.execute("SELECT run FROM columns_elsewhere WHERE place = ?", (place,)).fetchall()
    query = "SELECT run, kind, epoch, sha256 FROM snapshots_elsewhere WHERE place = ?"
    snapshots = base.execute(query, (place,)).fetchall()
    lost = 0
    try:
        with _source(Path(place)) as other:
            for (number,) in columns:
                base.executemany(_INSERT_COLUMN, other.execute(_SELECT_COLUMNS, (number,)) if other else ())
            for number, kind, epoch, digest in snapshots:
                lost += not _brought(base, other, Snapshot(epoch, kind, Path(place), digest), number, whole)
    except DamagedError as error:
        if whole:
            raise LostRuns(
                Sentence("{0} is gone or damaged, and what it held of the runs with it: {1}", place, error.args[0])
            ) from error
        for (number,) in columns:
            _without_columns(base, number)
        return len(columns) + len(snapshots)
    return lost


def _brought(
    base: sqlite3.Connection, other: sqlite3.Connection | None, snapshot: Snapshot, number: int, whole: bool
) -> bool:
    """Whether *snapshot* of the run *number* is here now; *other* is where it stands, None for an older format."""
    key = number, snapshot.kind, snapshot.epoch, snapshot.sha256
    if other is not None:
        row = other.execute(_SELECT_SNAPSHOT, key).fetchone()
        if row is None:
            raise DamagedError(Sentence("there are no {0} weights of run {1}", snapshot.kind, number))
        # Its sum comes along, and is checked when it is read.
        base.execute("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)", row)
        return True
    try:
        store.put_snapshot(base, *key[:3], bytes_of(number, snapshot))
    except BadInput as error:
        if whole:
            raise LostRuns(error.args[0]) from error
        return False
    return True


@contextlib.contextmanager
def _source(place: Path) -> Iterator[sqlite3.Connection | None]:
    """The database of *place*; None where it has an older format, which is read by ``files`` alone."""
    with store.reading(place) as other:
        newest = other.execute("PRAGMA user_version").fetchone() == (store.VERSION,)
        yield other if newest else None


def _without_columns(base: sqlite3.Connection, number: int) -> None:
    """The run *number* has no metrics from now on."""
    base.execute("DELETE FROM metrics WHERE run = ?", (number,))
    told, project = base.execute("SELECT about, project FROM runs WHERE id = ?", (number,)).fetchone()
    without = {key: value for key, value in json.loads(told).items() if key not in ("lengths", "figures", "clock")}
    run_rows.put_row(base, number, json.dumps(without, ensure_ascii=False).encode(), project)
