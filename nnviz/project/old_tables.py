"""``.nnviz`` files of the formats 1 to 4, which are read and not written any more.

``seal`` holds a SHA-256 over all rows of all tables but the snapshots' blobs, each of which has its own.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nnviz.project.changes import Change, Difference
from nnviz.project.damage import DamagedError
from nnviz.project.json_form import project_from_json
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import SNAPSHOT_KINDS, Fork, Run, Snapshot, SnapshotKind
from nnviz.project.store import reading, snapshot_sum
from nnviz.sentences import Sentence

# Format 2 has the table of changes; format 3 that of forks, and snapshots kept along a run; format 4 those of labels
# and clocks.
_SEALED = (
    "SELECT project FROM spec",
    "SELECT id, started, project, keys, ending, sentence, seconds, epochs, test FROM runs ORDER BY id",
    "SELECT run, key, float64 FROM metrics ORDER BY rowid",
    "SELECT run, epoch, kind, sha256 FROM snapshots ORDER BY rowid",
)
# What format 2 seals beyond that: the changes, and its own number; what format 3 seals: the forks; and format 4.
_SEALED_LATER = ("SELECT run, epoch, what FROM changes ORDER BY rowid", "PRAGMA user_version")
_SEALED_FORKS = ("SELECT run, parent, epoch FROM forks ORDER BY rowid",)
_SEALED_LAST = ("SELECT run, label FROM labels ORDER BY rowid", "SELECT run, float64 FROM clocks ORDER BY rowid")
_Rows = list[list[tuple[Any, ...]]]


def read(path: Path) -> tuple[Project, tuple[Run, ...]]:
    """The project and its runs, every row checked against the seal; DamagedError or BadInput where it does not hold."""
    with reading(path) as base:
        rows = _sealed_rows(base, base.execute("PRAGMA user_version").fetchone()[0])
        seals = base.execute("SELECT sha256 FROM seal").fetchall()
        if seals != [(_sum(rows),)]:
            raise DamagedError(Sentence("its contents do not match their checksum"))
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
        labels = {run: _label(text) for run, text in (later[3] if len(later) > 3 else ())}
        clocks = {run: _clock(data) for run, data in (later[4] if len(later) > 4 else ())}
        projects = _Projects()
        kept = (
            replace(
                _run(row, projects, columns[row[0]], found[row[0]], changes[row[0]], forks.get(row[0])),
                label=labels.get(row[0], Label()),
                clock=clocks.get(row[0]),
            )
            for row in runs
        )
        return project_from_json(spec[0][0]), tuple(kept)


class _Projects(dict[bytes, Project]):
    """The project of each JSON form: runs in a row mostly share one, and a file may have thousands of them."""

    def __missing__(self, text: bytes) -> Project:
        self[text] = project_from_json(text)
        return self[text]


def read_snapshot(path: Path, run_id: int, kind: SnapshotKind, epoch: int | None = None) -> bytes | None:
    """The bytes of one snapshot, checked against their sum; None where it was never kept.

    *epoch* says which one is meant of those kept along the run.
    """
    with reading(path) as base:
        query = "SELECT epoch, sha256, safetensors FROM snapshots WHERE run = ? AND kind = ? AND ? IN (epoch, -1)"
        row = base.execute(query, (run_id, kind, -1 if epoch is None else epoch)).fetchone()
        if row is None:
            return None
        at, digest, data = row
        if not isinstance(data, bytes) or digest != snapshot_sum(run_id, at, kind, data):
            raise DamagedError(Sentence("the {0} weights of run {1} do not match their checksum", kind, run_id))
        return data


def _change(epoch: int, what: str) -> Change:
    try:
        return Change(epoch, msgspec.json.decode(what, type=tuple[Difference, ...]))
    except msgspec.MsgspecError as error:
        raise DamagedError(Sentence("a change of a run cannot be read ({0})", error)) from error


def _label(text: str) -> Label:
    try:
        return msgspec.json.decode(text, type=Label)
    except msgspec.MsgspecError as error:
        raise DamagedError(Sentence("the label of a run cannot be read ({0})", error)) from error


def _clock(data: bytes) -> NDArray[np.float64]:
    if len(data) % 16:
        raise DamagedError(Sentence("the clock of a run cannot be read"))
    return np.frombuffer(data, "<f8").astype(np.float64).reshape(-1, 2)


def _run(
    row: tuple[Any, ...],
    projects: _Projects,
    columns: dict[str, NDArray[np.float64]],
    snapshots: list[Snapshot],
    changes: list[Change],
    fork: Fork | None,
) -> Run:
    number, started, project, _, ending, sentence, seconds, _, test = row
    kept = tuple(snapshot for snapshot in snapshots if snapshot.kind in SNAPSHOT_KINDS)
    what = number, started, projects[project], columns, ending, sentence, seconds, json.loads(test)
    return Run(*what, kept, tuple(changes), fork)


def _sealed_rows(base: sqlite3.Connection, version: int) -> _Rows:
    queries = (*_SEALED, *(_SEALED_LATER if version > 1 else ()), *(_SEALED_FORKS if version > 2 else ()))
    if version > 3:
        queries = (*queries, *_SEALED_LAST)
    return [base.execute(query).fetchall() for query in queries]


def _sum(rows: _Rows) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(rows)).digest()
