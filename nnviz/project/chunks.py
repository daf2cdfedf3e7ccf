"""Columns of numbers in a database, in pieces, so that what grows epoch by epoch is written without being rewritten."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping

import msgspec
import numpy as np

from nnviz.project.damage import DamagedError
from nnviz.sentences import Sentence
from nnviz.training.history import Column

CHUNK = 4096  # values of a piece; the last one of a column may have fewer
CLOCK = ""  # the name under which a run's clock stands beside its metrics: epoch after epoch both of its values
SCHEMA = """
CREATE TABLE metrics (
    run INTEGER NOT NULL, key TEXT NOT NULL, first INTEGER NOT NULL, sha256 BLOB NOT NULL, float64 BLOB NOT NULL);
CREATE UNIQUE INDEX metrics_at ON metrics (run, key, first, sha256);
"""


def put(base: sqlite3.Connection, run: int, key: str, column: Column, same: int = 0) -> None:
    """Write *column* of *run*, whose first *same* values stand there already."""
    start = same // CHUNK * CHUNK
    base.execute("DELETE FROM metrics WHERE run = ? AND key = ? AND first >= ?", (run, key, start))
    for first in range(start, len(column), CHUNK):
        data = np.ascontiguousarray(column[first : first + CHUNK], "<f8").tobytes()
        row = (run, key, first, _sum(run, key, first, data), data)
        base.execute("INSERT INTO metrics VALUES (?, ?, ?, ?, ?)", row)


def sums(base: sqlite3.Connection) -> list[tuple[int, str, int, bytes]]:
    """Run, name, place and SHA-256 of every piece there is; no numbers are read for it."""
    return base.execute("SELECT run, key, first, sha256 FROM metrics ORDER BY run, key, first").fetchall()


def get(base: sqlite3.Connection, run: int, lengths: Mapping[str, int], known: Collection[bytes]) -> dict[str, Column]:
    """The columns of *run*, each so long.

    Args:
        base: where they stand.
        run: its number.
        lengths: name of the column -> how many values it has.
        known: the sums of all pieces of the run, as they were when the file was opened.

    Raises:
        DamagedError: where one is not as it was written, or of another file that stands there now.
    """
    return {key: _column(base, run, key, length, known) for key, length in lengths.items()}


def checked(base: sqlite3.Connection) -> Iterator[int]:
    """Read every piece there is, and give the run of each; DamagedError where one is not as it was written."""
    for run, key, first, digest, data in base.execute("SELECT * FROM metrics"):
        _check(run, key, first, digest, data)
        yield run


def common(before: Column | None, after: Column) -> int:
    """How many values both have in common from the first on."""
    if before is None:
        return 0
    length = min(len(before), len(after))
    if _address(before) == _address(after) and before.base is after.base:  # one array, to which values were added
        return length
    differs = before[:length].view(np.int64) != after[:length].view(np.int64)
    return int(differs.argmax()) if differs.any() else length


def _column(base: sqlite3.Connection, run: int, key: str, length: int, known: Collection[bytes]) -> Column:
    column = np.empty(length, np.float64)
    filled = 0
    for first, data in _pieces(base, run, key, known):
        values = np.frombuffer(data, "<f8")
        if first != filled or first + len(values) > length:
            break
        column[first : first + len(values)] = values
        filled += len(values)
    if filled != length:
        raise DamagedError(Sentence("the metrics of run {0} are not whole", run))
    return column


def _pieces(base: sqlite3.Connection, run: int, key: str, known: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
    query = "SELECT first, sha256, float64 FROM metrics WHERE run = ? AND key = ? ORDER BY first"
    for first, digest, data in base.execute(query, (run, key)):
        if digest not in known:
            raise DamagedError(Sentence("the metrics of run {0} are of another file", run))
        _check(run, key, first, digest, data)
        yield first, data


def _check(run: int, key: str, first: int, digest: bytes, data: bytes) -> None:
    if not isinstance(data, bytes) or digest != _sum(run, key, first, data):
        raise DamagedError(Sentence("the metrics of run {0} do not match their checksum", run))


def _address(column: Column) -> int:
    return int(column.__array_interface__["data"][0])


def _sum(run: int, key: str, first: int, data: bytes) -> bytes:
    digest = hashlib.sha256(msgspec.msgpack.encode((run, key, first)))
    digest.update(data)
    return digest.digest()
