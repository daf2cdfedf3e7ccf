"""A project as tables, format 5: a ``.nnviz`` file, and the work database while it is open.

Every row has a SHA-256 of its own, and ``seal`` one over all of these, so that a file shows its runs before their
metrics and snapshots are read, and each of those is checked when it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

import msgspec

from nnviz.project import chunks, run_rows
from nnviz.project.damage import DamagedError, damage_named
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.project.runs import SNAPSHOT_KINDS, Run, Snapshot
from nnviz.sentences import Sentence
from nnviz.training.history import Column

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x6E6E767A  # "nnvz"
VERSION = 5
SCHEMA = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE spec (sha256 BLOB NOT NULL, project BLOB NOT NULL);
{run_rows.SCHEMA}
{chunks.SCHEMA}
CREATE TABLE snapshots (
    run INTEGER NOT NULL, epoch INTEGER NOT NULL, kind TEXT NOT NULL, sha256 BLOB NOT NULL,
    safetensors BLOB NOT NULL);
CREATE UNIQUE INDEX snapshots_at ON snapshots (run, kind, epoch, sha256);
CREATE TABLE seal (sha256 BLOB NOT NULL);
"""
# No other program looks at a draft, and it is brought to the disk as a whole once it stands.
UNGUARDED = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_SNAPSHOTS_AS_WRITTEN = "SELECT rowid, run, kind, epoch, sha256 FROM snapshots INDEXED BY snapshots_at"
SnapshotRow = tuple[int, str, int, bytes]  # run, kind, epoch, SHA-256


def write(path: Path, project: Project, runs: Sequence[Run], weights: Callable[[Run, Snapshot], bytes]) -> None:
    """Fills the empty file *path*; *weights* fetches each snapshot. Raises sqlite3.Error and OSError."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript(UNGUARDED + SCHEMA)
        base.execute("BEGIN")
        put_spec(base, project_to_json(project))
        for run in runs:
            put_columns(base, run)
            run_rows.put(base, run)
            for snapshot in run.snapshots:
                put_snapshot(base, run.id, snapshot.kind, snapshot.epoch, weights(run, snapshot))
        seal(base)
        base.execute("COMMIT")


def put_spec(base: sqlite3.Connection, project: bytes) -> None:
    """Write the project that is open, in its JSON form."""
    base.execute("DELETE FROM spec")
    base.execute("INSERT INTO spec VALUES (?, ?)", (hashlib.sha256(project).digest(), project))


def put_columns(base: sqlite3.Connection, run: Run, before: Run | None = None) -> None:
    """Write metrics and clock of *run*; *before* is what stands there of them."""
    old, new = ({} if r is None else _with_clock(r) for r in (before, run))
    gone = [(run.id, key) for key in old if key not in new]
    base.executemany("DELETE FROM metrics WHERE run = ? AND key = ?", gone)
    for key, column in new.items():
        same = chunks.common(old.get(key), column)
        if key not in old or not same == len(column) == len(old[key]):
            chunks.put(base, run.id, key, column, same)


def _with_clock(run: Run) -> dict[str, Column]:
    columns = dict(run.columns)
    return columns if run.clock is None else columns | {chunks.CLOCK: run.clock.reshape(-1)}


def put_snapshot(base: sqlite3.Connection, run: int, kind: str, epoch: int, data: bytes) -> None:
    """Write one snapshot, over an older one of the same kind and epoch."""
    drop_snapshot(base, run, kind, epoch)
    row = (run, epoch, kind, snapshot_sum(run, epoch, kind, data), data)
    base.execute("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)", row)


def drop_snapshot(base: sqlite3.Connection, run: int, kind: str, epoch: int) -> None:
    """Take one snapshot away, if it is there."""
    base.execute("DELETE FROM snapshots WHERE run = ? AND kind = ? AND epoch = ?", (run, kind, epoch))


def drop_run(base: sqlite3.Connection, number: int) -> None:
    """Take a run away with all that belongs to it."""
    base.execute("DELETE FROM runs WHERE id = ?", (number,))
    base.execute("DELETE FROM metrics WHERE run = ?", (number,))
    base.execute("DELETE FROM snapshots WHERE run = ?", (number,))


def seal(base: sqlite3.Connection) -> None:
    """Close what stands there with the sum over all sums."""
    base.execute("DELETE FROM seal")
    base.execute("INSERT INTO seal VALUES (?)", (_whole_sum(base),))


def read(path: Path, place: Path | None = None) -> tuple[Project, tuple[Run, ...]]:
    """The project and its runs, whose columns are read when they are asked for.

    Args:
        path: what the file is called in sentences.
        place: where it is read, now and later, when that is not *path*.

    Raises:
        DamagedError, BadInput: where a sum does not hold.
    """
    place = place or path
    with reading(place) as base:
        if base.execute("SELECT sha256 FROM seal").fetchall() != [(_whole_sum(base),)]:
            raise DamagedError(Sentence("its contents do not match their checksum"))
        return contents(base, path, place)


def contents(base: sqlite3.Connection, path: Path, place: Path) -> tuple[Project, tuple[Run, ...]]:
    """What the tables of *base* hold, as ``read`` gives it; whether something is missing is not checked."""
    (digest, project), *more = base.execute("SELECT sha256, project FROM spec").fetchall() or [(b"", b"")]
    if more or digest != hashlib.sha256(project).digest():
        raise DamagedError(Sentence("the project does not match its checksum"))
    known: dict[int, set[bytes]] = defaultdict(set)
    for number, _, _, digest in chunks.sums(base):
        known[number].add(digest)
    kept: dict[int, list[Snapshot]] = defaultdict(list)
    for _, number, kind, epoch, digest in sorted(base.execute(_SNAPSHOTS_AS_WRITTEN)):
        if kind in SNAPSHOT_KINDS:
            kept[number].append(Snapshot(epoch, kind, place, digest))
    runs = [
        run_rows.run_of(row, tuple(kept[row[0]]), place, _columns_of(row[0], known[row[0]], path, place))
        for row in run_rows.rows(base)
    ]
    return project_from_json(project), tuple(runs)


def read_snapshot(path: Path, run: int, kind: str, epoch: int | None) -> tuple[bytes, bytes] | None:
    """The sum and the bytes of one snapshot, checked; None where it was never kept.

    *epoch* says which one is meant of those kept along the run.
    """
    with reading(path) as base:
        query = "SELECT epoch, sha256, safetensors FROM snapshots WHERE run = ? AND kind = ? AND ? IN (epoch, -1)"
        row = base.execute(query, (run, kind, -1 if epoch is None else epoch)).fetchone()
        if row is None:
            return None
        at, digest, data = row
        if not isinstance(data, bytes) or digest != snapshot_sum(run, at, kind, data):
            raise DamagedError(Sentence("the {0} weights of run {1} do not match their checksum", kind, run))
        return digest, data


def check(path: Path, place: Path | None = None, given_up: Callable[[], bool] = lambda: False) -> None:
    """Read every column and snapshot of the file *path*; BadInput where one is not as it was written.

    *place* is where it is read when that is not *path*; nothing more is read once it is *given_up*.
    """
    with damage_named(path), reading(place or path) as base:
        for _ in chunks.checked(base):
            if given_up():
                return
        for run, epoch, kind, digest, data in base.execute("SELECT * FROM snapshots"):
            if given_up():
                return
            if digest != snapshot_sum(run, epoch, kind, data):
                raise DamagedError(Sentence("the {0} weights of run {1} do not match their checksum", kind, run))


def snapshot_rows(base: sqlite3.Connection) -> list[SnapshotRow]:
    """Run, kind, epoch and SHA-256 of every snapshot; no weights are read for it."""
    return base.execute("SELECT run, kind, epoch, sha256 FROM snapshots ORDER BY run, kind, epoch").fetchall()


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of *path*, such that nothing is ever written to it or beside it."""
    try:
        with contextlib.closing(sqlite3.connect(uri_of(path.resolve()), uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA cell_size_check = ON")
            yield base
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        raise DamagedError(Sentence("its tables cannot be read ({0})", error)) from error


def uri_of(path: PurePath) -> str:
    """How SQLite is told to open *path* (absolute) and never to write to it.

    It takes no host in an address, so a file of another machine has its name behind two more slashes.
    (https://www.sqlite.org/uri.html)
    """
    place = path.as_posix()
    # As bytes: a name on Linux need not be UTF-8.
    quoted = quote(os.fsencode(place if place.startswith("/") else f"/{place}"), safe="/:")
    return f"file://{quoted}?mode=ro&immutable=1"


def snapshot_sum(run: int, epoch: int, kind: str, data: bytes) -> bytes:
    """The SHA-256 of a snapshot and of whose it is."""
    digest = hashlib.sha256(msgspec.msgpack.encode((run, epoch, kind)))
    digest.update(data)
    return digest.digest()


def _columns_of(
    number: int, known: set[bytes], path: Path, place: Path
) -> Callable[[dict[str, int]], dict[str, Column]]:
    def read_columns(lengths: dict[str, int]) -> dict[str, Column]:
        with damage_named(path), reading(place) as base:
            return chunks.get(base, number, lengths, known)

    return read_columns


def _whole_sum(base: sqlite3.Connection) -> bytes:
    rows = [
        base.execute("PRAGMA user_version").fetchall(),
        base.execute("SELECT sha256 FROM spec").fetchall(),
        base.execute("SELECT id, sha256 FROM runs ORDER BY id").fetchall(),
        chunks.sums(base),
        snapshot_rows(base),
    ]
    return hashlib.sha256(msgspec.msgpack.encode(rows)).digest()
