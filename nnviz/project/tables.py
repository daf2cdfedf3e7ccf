"""The tables of a ``.nnviz`` file.

``seal`` holds a SHA-256 over all rows of all tables but the snapshots' blobs, each of which has its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.project.changes import Change, Difference
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.project.runs import SNAPSHOT_KINDS, Fork, Run, Snapshot, SnapshotKind

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x6E6E767A  # "nnvz"
# Format 2 has the table of changes; format 3 that of forks, and snapshots kept along a run.
VERSION = 3
_SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE spec (project BLOB NOT NULL);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, project BLOB NOT NULL, keys TEXT NOT NULL, ending TEXT NOT NULL,
    sentence TEXT NOT NULL, seconds REAL NOT NULL, epochs INTEGER NOT NULL, test TEXT NOT NULL);
CREATE TABLE metrics (run INTEGER NOT NULL, key TEXT NOT NULL, float64 BLOB NOT NULL);
CREATE TABLE snapshots (
    run INTEGER NOT NULL, epoch INTEGER NOT NULL, kind TEXT NOT NULL, sha256 BLOB NOT NULL,
    safetensors BLOB NOT NULL);
CREATE TABLE changes (run INTEGER NOT NULL, epoch INTEGER NOT NULL, what TEXT NOT NULL);
CREATE TABLE forks (run INTEGER NOT NULL, parent INTEGER NOT NULL, epoch INTEGER NOT NULL);
CREATE TABLE seal (sha256 BLOB NOT NULL);
"""
_SEALED = (
    "SELECT project FROM spec",
    "SELECT id, started, project, keys, ending, sentence, seconds, epochs, test FROM runs ORDER BY id",
    "SELECT run, key, float64 FROM metrics ORDER BY rowid",
    "SELECT run, epoch, kind, sha256 FROM snapshots ORDER BY rowid",
)
# What format 2 seals beyond that: the changes, and its own number; and what format 3 seals: the forks.
_SEALED_LATER = ("SELECT run, epoch, what FROM changes ORDER BY rowid", "PRAGMA user_version")
_SEALED_LAST = ("SELECT run, parent, epoch FROM forks ORDER BY rowid",)
_Rows = list[list[tuple[Any, ...]]]


class DamagedError(Exception):
    """The file is not as it was written; the text says where, as the second half of a sentence."""


def write(path: Path, project: Project, runs: Sequence[Run], weights: Callable[[Run, Snapshot], bytes]) -> None:
    """Fills the empty file *path*; *weights* fetches each snapshot. Raises sqlite3.Error and OSError."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript(_SCHEMA)
        base.execute("BEGIN")
        base.execute("INSERT INTO spec VALUES (?)", (project_to_json(project),))
        for run in runs:
            _write_run(base, run)
            for snapshot in run.snapshots:
                data = weights(run, snapshot)
                row = (run.id, snapshot.epoch, snapshot.kind)
                base.execute("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)", (*row, _snapshot_sum(*row, data), data))
        base.execute("INSERT INTO seal VALUES (?)", (_sum(_sealed_rows(base, VERSION)),))
        base.execute("COMMIT")


def read(path: Path) -> tuple[Project, tuple[Run, ...]]:
    """The project and its runs, every row checked against the seal; DamagedError or BadInput where it does not hold."""
    with _reading(path) as base:
        rows = _sealed_rows(base, base.execute("PRAGMA user_version").fetchone()[0])
        seals = base.execute("SELECT sha256 FROM seal").fetchall()
        if seals != [(_sum(rows),)]:
            raise DamagedError("its contents do not match their checksum")
        spec, runs, metrics, snapshots, *later = rows
        columns: dict[int, dict[str, NDArray[np.float64]]] = defaultdict(dict)
        for run, key, data in metrics:
            columns[run][key] = np.frombuffer(data, "<f8").astype(np.float64)
        found: dict[int, list[Snapshot]] = defaultdict(list)
        for run, epoch, kind, _ in snapshots:
            found[run].append(Snapshot(epoch, kind, path))
        changes: dict[int, list[Change]] = defaultdict(list)
        for run, epoch, what in later[0] if later else ():
            changes[run].append(_change(epoch, what))
        forks = {run: Fork(parent, epoch) for run, parent, epoch in (later[2] if len(later) > 2 else ())}
        kept = (_run(row, columns[row[0]], found[row[0]], changes[row[0]], forks.get(row[0])) for row in runs)
        return project_from_json(spec[0][0]), tuple(kept)


def read_snapshot(path: Path, run_id: int, kind: SnapshotKind, epoch: int | None = None) -> bytes | None:
    """The bytes of one snapshot, checked against their sum; None where it was never kept.

    *epoch* says which one is meant of those kept along the run.
    """
    with _reading(path) as base:
        query = "SELECT epoch, sha256, safetensors FROM snapshots WHERE run = ? AND kind = ? AND ? IN (epoch, -1)"
        row = base.execute(query, (run_id, kind, -1 if epoch is None else epoch)).fetchone()
        if row is None:
            return None
        at, digest, data = row
        if not isinstance(data, bytes) or digest != _snapshot_sum(run_id, at, kind, data):
            raise DamagedError(f"the {kind} weights of run {run_id} do not match their checksum")
        return data


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of *path*, such that nothing is ever written to it or beside it."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA cell_size_check = ON")
            yield base
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        raise DamagedError(f"its tables cannot be read ({error})") from error


def _write_run(base: sqlite3.Connection, run: Run) -> None:
    keys, test = json.dumps(list(run.columns)), json.dumps(dict(run.test))
    what = (run.id, run.started, project_to_json(run.project), keys)
    row = (*what, run.ending, run.sentence, run.seconds, run.epochs, test)
    base.execute(f"INSERT INTO runs VALUES ({', '.join('?' * len(row))})", row)
    for key, column in run.columns.items():
        data = np.ascontiguousarray(column, "<f8").tobytes()
        base.execute("INSERT INTO metrics VALUES (?, ?, ?)", (run.id, key, data))
    for change in run.changes:
        text = msgspec.json.encode(change.what).decode()
        base.execute("INSERT INTO changes VALUES (?, ?, ?)", (run.id, change.epoch, text))
    if run.fork is not None:
        base.execute("INSERT INTO forks VALUES (?, ?, ?)", (run.id, run.fork.run, run.fork.epoch))


def _change(epoch: int, what: str) -> Change:
    try:
        return Change(epoch, msgspec.json.decode(what, type=tuple[Difference, ...]))
    except msgspec.MsgspecError as error:
        raise DamagedError(f"a change of a run cannot be read ({error})") from error


def _run(
    row: tuple[Any, ...],
    columns: dict[str, NDArray[np.float64]],
    snapshots: list[Snapshot],
    changes: list[Change],
    fork: Fork | None,
) -> Run:
    number, started, project, _, ending, sentence, seconds, _, test = row
    kept = tuple(snapshot for snapshot in snapshots if snapshot.kind in SNAPSHOT_KINDS)
    what = number, started, project_from_json(project), columns, ending, sentence, seconds, json.loads(test)
    return Run(*what, kept, tuple(changes), fork)


def _sealed_rows(base: sqlite3.Connection, version: int) -> _Rows:
    queries = (*_SEALED, *(_SEALED_LATER if version > 1 else ()), *(_SEALED_LAST if version > 2 else ()))
    return [base.execute(query).fetchall() for query in queries]


def _sum(rows: _Rows) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(rows)).digest()


def _snapshot_sum(run: int, epoch: int, kind: str, data: bytes) -> bytes:
    digest = hashlib.sha256(msgspec.msgpack.encode((run, epoch, kind)))
    digest.update(data)
    return digest.digest()
