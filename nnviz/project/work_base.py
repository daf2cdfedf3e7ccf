"""The work database: what is open, as it was at most a second ago, in tables like those of a project file.

It differs from a file in three things. It is written while it is used (a write-ahead log, every commit brought to the
disk). It has no seal, since every commit would have to make it anew; SQLite's log has checksums of its own. And it
need not hold what stands in a project file: ``project.elsewhere`` says where that is.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from nnviz.errors import BadInput
from nnviz.project import elsewhere, run_rows, store
from nnviz.project.atomic import replacing
from nnviz.project.damage import DamagedError
from nnviz.project.files import bytes_of
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.later import StoredColumns
from nnviz.project.paths import rebased
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, now

_SCHEMA = f"""
{store.SCHEMA}
{elsewhere.SCHEMA}
CREATE TABLE work (about TEXT NOT NULL);
"""
# Room is given back bit by bit (``give_back``), which has to be said before anything is written.
_MODE = (
    "PRAGMA auto_vacuum = INCREMENTAL; "
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;"
)
_ROOM_LEFT = 8 << 20  # bytes that the log may keep on the disk once it has been worked off, and the tables for more
_GIVEN_AT_ONCE = 4 << 20  # bytes


class About(msgspec.Struct, frozen=True):
    """What the work is of, for whoever finds it.

    Attributes:
        title: what it is called.
        path: the project file that is open; empty where there is none yet.
        base: the folder that relative data paths start from.
        unsaved: whether it has something that no file has.
        stamp: of the project file when it was opened or saved, as ``file_guard.stamp`` gives it.
        at: when it was written, as ISO 8601 in UTC.
    """

    title: str = ""
    path: str = ""
    base: str = ""
    unsaved: bool = True
    stamp: tuple[int, int, int] | None = None
    at: str = ""


@dataclass(frozen=True, eq=False)
class Work:
    """All that is to be kept, as values that nobody changes.

    Attributes:
        project: what is drawn.
        runs: every run, one that goes on with the epochs that it has by now.
        about: what it is of.
    """

    project: Project
    runs: tuple[Run, ...]
    about: About


class WorkBase:
    """One work database; for one thread.

    Args:
        path: its file, which is made where there is none.

    Raises:
        sqlite3.Error, DamagedError: where it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            self._base.executescript(_MODE)
            self._base.execute(f"PRAGMA journal_size_limit = {_ROOM_LEFT}")
            if not self._base.execute("SELECT 1 FROM sqlite_schema").fetchone():
                self._base.executescript(f"BEGIN;{_SCHEMA}COMMIT;")
            elif self._base.execute("PRAGMA user_version").fetchone() != (store.VERSION,):
                raise DamagedError("another nnviz wrote it")
        except BaseException:
            self._base.close()
            raise
        self._written: dict[int, Run] = {}
        self._project: Project | None = None

    def close(self) -> None:
        """Close the file; it stays."""
        self._base.close()

    # ------------------------------------------------------------ writing

    def put(self, work: Work) -> None:
        """Commit what is new in *work*; on the disk when this returns.

        Raises:
            sqlite3.Error: where it cannot be written; everything is then as it was.
        """
        with self._transaction():
            if work.project is not self._project:
                store.put_spec(self._base, project_to_json(work.project))
            for run in work.runs:
                if run is not self._written.get(run.id):
                    self._put_run(run, self._written.get(run.id))
            for number in self._written.keys() - {run.id for run in work.runs}:
                store.drop_run(self._base, number)
                elsewhere.forget_run(self._base, number)
            told = msgspec.structs.replace(work.about, at=now())
            self._base.execute("DELETE FROM work")
            self._base.execute("INSERT INTO work VALUES (?)", (msgspec.json.encode(told).decode(),))
        self._project, self._written = work.project, {run.id: run for run in work.runs}

    def _put_run(self, run: Run, before: Run | None) -> None:
        if isinstance(run.columns, StoredColumns):
            elsewhere.put_columns(self._base, run, run.columns.place)
        else:
            stood = before is not None and not isinstance(before.columns, StoredColumns)
            store.put_columns(self._base, run, before if stood else None)
            elsewhere.forget_columns(self._base, run.id)
        run_rows.put(self._base, run)
        known = before.snapshots if before is not None else ()
        there, wanted = ({(s.kind, s.epoch): s for s in snapshots} for snapshots in (known, run.snapshots))
        for kind, epoch in there.keys() - wanted.keys():
            store.drop_snapshot(self._base, run.id, kind, epoch)
            elsewhere.forget_snapshot(self._base, run.id, kind, epoch)
        for key, snapshot in wanted.items():
            if snapshot is not there.get(key):
                self._put_snapshot(run.id, snapshot)

    def _put_snapshot(self, run: int, snapshot: Snapshot) -> None:
        if snapshot.place.suffix.lower() != ".safetensors":
            store.drop_snapshot(self._base, run, snapshot.kind, snapshot.epoch)
            elsewhere.put_snapshot(self._base, run, snapshot)
            return
        elsewhere.forget_snapshot(self._base, run, snapshot.kind, snapshot.epoch)
        with contextlib.suppress(BadInput):  # it is being replaced by a newer one, which is on its way here
            store.put_snapshot(self._base, run, snapshot.kind, snapshot.epoch, bytes_of(run, snapshot))

    def give_back(self) -> bool:
        """Give some of the room that deleted runs had back to the disk; whether there is more to be given.

        Raises:
            sqlite3.Error: where that cannot be done; everything is then as it was.
        """
        page, free = self._pragma("page_size"), self._pragma("freelist_count")
        if free * page <= _ROOM_LEFT:
            return False
        # As a script: of a statement without columns only the first of its steps, a page each, would be taken.
        self._base.executescript(f"PRAGMA incremental_vacuum({_GIVEN_AT_ONCE // page});")
        left = self._pragma("freelist_count")
        if _ROOM_LEFT < left * page < free * page:
            return True
        self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # only this makes the file shorter
        return False

    def _pragma(self, name: str) -> int:
        return int(self._base.execute(f"PRAGMA {name}").fetchone()[0])

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._base.execute("ROLLBACK")
            raise

    # ------------------------------------------------------------ reading

    def about(self) -> About | None:
        """What the work is of; None where nothing was ever committed."""
        row = self._base.execute("SELECT about FROM work").fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=About)

    def counts(self) -> tuple[int, int]:
        """How many runs there are, and how many epochs they have in all."""
        lengths = [run.epochs for run in store.contents(self._base, Path(), Path())[1]]
        return len(lengths), sum(lengths)

    def save(self, path: Path, base: Path, folder: Path, *, whole: bool = True, keep: bool = False) -> int:
        """Write the work as a sealed project file to *path*, whole or not at all.

        Args:
            path: the file.
            base: the folder that relative data paths start from.
            folder: the one that they are to start from.
            keep: keep the file that was there as its backup.
            whole: refuse where something that stands elsewhere is not there any more, rather than go without.

        Returns:
            How many runs and snapshots it went without.

        Raises:
            BadInput: where it cannot be written; what stood there still does.
        """
        with replacing(path, keep) as draft, self._copied(draft) as target:
            target.executescript(store.UNGUARDED)
            # Where the file lies on this disk is nobody's concern to whom it is given.
            target.execute("PRAGMA secure_delete = ON")
            target.execute("BEGIN")
            lost = elsewhere.bring(target, whole)
            for table in (*elsewhere.TABLES, "work"):
                target.execute(f"DROP TABLE {table}")
            if base.resolve() != folder.resolve():
                _rebase(target, base, folder)
            store.seal(target)
            target.execute("COMMIT")
            target.execute("PRAGMA journal_mode = DELETE")
        return lost

    @contextlib.contextmanager
    def _copied(self, draft: Path) -> Iterator[sqlite3.Connection]:
        """A database of all tables in the empty file *draft*."""
        # Of what was deleted nothing goes along: neither its room, nor what still stands there.
        self._base.execute("PRAGMA auto_vacuum = NONE")
        self._base.execute("VACUUM INTO ?", (str(draft),))
        with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as target:
            yield target


def _rebase(target: sqlite3.Connection, base: Path, folder: Path) -> None:
    """Make the relative data paths, so far relative to *base*, relative to *folder*."""

    def moved(project: bytes) -> bytes:
        return project_to_json(rebased(project_from_json(project), base, folder))

    (project,) = target.execute("SELECT project FROM spec").fetchone()
    store.put_spec(target, moved(project))
    for number, _, told, project in run_rows.rows(target):
        run_rows.put_row(target, number, told.encode(), moved(project))
