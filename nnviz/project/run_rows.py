"""A run as a row of a database: everything but its columns and snapshots."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from nnviz.project.changes import Change
from nnviz.project.chunks import CLOCK
from nnviz.project.damage import DamagedError
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.later import Columns, Promise, StoredColumns, lengths_of
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import Fork, Run, Snapshot
from nnviz.sentences import Sentence
from nnviz.training.history import Column

SCHEMA = """
CREATE TABLE runs (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, about TEXT NOT NULL, project BLOB NOT NULL);
"""


class About(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the row says of a run, as JSON; the names are those of ``Run``.

    Attributes:
        lengths: metric -> how many epochs it has, in the order in which Keras reports them.
        figures: metric -> its last, its least and its greatest value.
        clock: how many epochs the clock has; None where there is none.
    """

    started: str
    lengths: dict[str, int] = {}
    figures: dict[str, tuple[float, float, float]] = {}
    clock: int | None = None
    ending: str = ""
    sentence: str = ""
    seconds: float = 0.0
    test: dict[str, float] = {}
    changes: tuple[Change, ...] = ()
    fork: Fork | None = None
    label: Label = Label()


_SAME = ("started", "ending", "sentence", "seconds", "changes", "fork", "label")


def about(run: Run) -> bytes:
    """The JSON of *run*; NaN stands there as Python writes it."""
    told = About(
        **{name: getattr(run, name) for name in _SAME},
        lengths=dict(lengths_of(run.columns)),
        figures={key: run.figures(key) for key in run.columns},
        clock=_clock_length(run),
        test=dict(run.test),
    )
    return json.dumps(msgspec.to_builtins(told, enc_hook=_plain), ensure_ascii=False).encode()


def _plain(value: object) -> str:
    """A ``Sentence`` as the plain string that is kept."""
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError


def _clock_length(run: Run) -> int | None:
    if isinstance(run.columns, StoredColumns):
        return run.columns.clock
    return None if run.clock is None else len(run.clock)


def put(base: sqlite3.Connection, run: Run) -> None:
    """Write the row of *run*, over an older one."""
    put_row(base, run.id, about(run), _project_json(run))


def put_row(base: sqlite3.Connection, number: int, told: bytes, project: bytes) -> None:
    """Write what is *told* of the run with that *number*, and its *project*."""
    row = (number, _sum(number, told, project), told.decode(), project)
    base.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)", row)


def rows(base: sqlite3.Connection) -> list[tuple[int, bytes, str, bytes]]:
    """Number, SHA-256, what is told and project of every run; DamagedError where one is not as it was written."""
    found = base.execute("SELECT id, sha256, about, project FROM runs ORDER BY id").fetchall()
    for number, digest, told, project in found:
        whole = isinstance(told, str) and isinstance(project, bytes)
        if not whole or digest != _sum(number, told.encode(), project):
            raise DamagedError(Sentence("run {0} does not match its checksum", number))
    return found


def run_of(
    row: tuple[int, bytes, str, bytes],
    snapshots: tuple[Snapshot, ...],
    place: Path,
    read: Callable[[dict[str, int]], dict[str, Column]],
) -> Run:
    """The run of a row in the file *place*; *read* gives its columns by their names and lengths, when asked for."""
    number, _, told, project = row
    it = _about(number, told)
    columns = StoredColumns(it.lengths, it.figures, it.clock, place, lambda: read(it.lengths))
    same: dict[str, Any] = {name: getattr(it, name) for name in _SAME}
    return Run(
        number,
        project=_StoredProject(project),
        columns=columns,
        test=it.test,
        snapshots=snapshots,
        clock=None if it.clock is None else Promise(lambda: _clock(it.clock or 0, read)),
        **same,
    )


def _about(number: int, told: str) -> About:
    try:
        with contextlib.suppress(msgspec.DecodeError):  # ten times faster, but strict: it knows no NaN
            return msgspec.json.decode(told, type=About)
        return msgspec.convert(json.loads(told), About)
    except (ValueError, msgspec.ValidationError) as error:
        raise DamagedError(Sentence("run {0} cannot be read ({1})", number, error)) from error


class _StoredProject(Promise[Project]):
    """The project of a run in a file, and its JSON form as it stands there."""

    def __init__(self, text: bytes) -> None:
        super().__init__(lambda: _project_of(text))
        self.text = text


@lru_cache(maxsize=32)
def _project_of(text: bytes) -> Project:
    """Runs in a row mostly share one project."""
    return project_from_json(text)


def _project_json(run: Run) -> bytes:
    promise = run.__dict__["_project"]
    return promise.text if isinstance(promise, _StoredProject) else project_to_json(run.project)


def _clock(epochs: int, read: Callable[[dict[str, int]], Columns]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return read({CLOCK: 2 * epochs})[CLOCK].reshape(epochs, 2)


def _sum(number: int, told: bytes, project: bytes) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode((number, told, project))).digest()
