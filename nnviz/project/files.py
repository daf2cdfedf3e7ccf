"""Project files: ``.nnviz``, an SQLite application file that holds everything, and ``.json`` for people and git.

A ``.nnviz`` is written whole beside its target and put in its place; it is read without ever being written to.
Every blob and the whole document carry a SHA-256, so that no flipped bit goes unseen.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project import old_tables, store
from nnviz.project.atomic import BACKUP, reason, replacing, write_whole
from nnviz.project.damage import damage_named
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.paths import rebased
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, SnapshotKind
from nnviz.sentences import Sentence

LARGEST_JSON = 64 * 1024 * 1024
_HEADER = struct.Struct(">16s44xI4xI28x")  # SQLite's first 100 bytes: magic, user_version, application_id


@dataclass(frozen=True)
class Contents:
    """What a project file holds.

    Attributes:
        project: network, data and recipe.
        runs: what was trained, oldest first.
        base: the folder that relative paths start from.
    """

    project: Project
    runs: tuple[Run, ...] = ()
    base: Path = Path()


def open_project(path: Path, place: Path | None = None) -> Contents:
    """The project in the ``.nnviz`` or ``.json`` file *path*; BadInput in one sentence where there is none.

    *place* is another name of the same file, where it is read now and later.
    """
    if path.suffix.lower() == ".json":
        text = _read(path, LARGEST_JSON + 1)
        if len(text) > LARGEST_JSON:
            raise BadInput(
                Sentence("{0} is too large for a project: expected at most {1} MB of JSON", path, LARGEST_JSON >> 20)
            )
        return Contents(project_from_json(text), (), path.parent)
    if path.suffix.lower() == ".nnviz" or is_backup(path):
        return open_file(path, place)
    _read(path, 0)
    raise BadInput(
        Sentence('{0} is not a project: expected a .nnviz or .json file, got "{1}"', path, path.suffix or path.name)
    )


def missing(path: Path) -> str:
    """The sentence about a file that is not there."""
    return Sentence("There is no file {0}", path)


def is_backup(path: Path) -> bool:
    """Whether *path* is called as what a project file was before it was saved last."""
    return path.name.lower().endswith(f".nnviz{BACKUP}")


def save_project(path: Path, contents: Contents, keep: bool = False) -> Contents:
    """Writes *contents* to the ``.nnviz`` or ``.json`` file *path*; a ``.json`` keeps no runs.

    With *keep* the ``.nnviz`` file that was there is kept as its backup.

    Returns:
        The same contents as they stand in the new file: its folder as base, relative paths leading to the same data.
    """
    if path.suffix.lower() == ".nnviz":
        return save_file(path, contents, keep)
    if path.suffix.lower() != ".json":
        raise BadInput(
            Sentence('{0} could not be written: expected a name in .nnviz or .json, got "{1}"', path, path.name)
        )
    project = rebased(contents.project, contents.base, path.resolve().parent)
    write_whole(path, project_to_json(project))
    return replace(contents, project=project, base=path.parent)


def save_file(path: Path, contents: Contents, keep: bool = False) -> Contents:
    """Writes *contents* with all runs and snapshots to the ``.nnviz`` file *path*; returns it as it stands there.

    Raises:
        BadInput: where it cannot be written; the old file is then as it was and nothing else is left behind.
    """
    folder = path.resolve().parent
    moved = replace(
        contents,
        project=rebased(contents.project, contents.base, folder),
        runs=tuple(replace(run, project=rebased(run.project, contents.base, folder)) for run in contents.runs),
        base=path.parent,
    )
    with replacing(path, keep) as draft:
        store.write(draft, moved.project, moved.runs, lambda run, snapshot: bytes_of(run.id, snapshot))
    return replace(moved, runs=tuple(run.moved(path) for run in moved.runs))


def open_file(path: Path, place: Path | None = None) -> Contents:
    """The ``.nnviz`` file *path*, metrics and snapshots left in it; BadInput where it is foreign, newer or damaged.

    *place* is another name of the same file, where it is read now and later.
    """
    version = _check_header(path)
    with damage_named(path):
        project, runs = store.read(path, place) if version == store.VERSION else old_tables.read(place or path)
    return Contents(project, runs, path.parent)


def read_snapshot(path: Path, run_id: int, kind: SnapshotKind, epoch: int | None = None) -> bytes:
    """The snapshot of *kind* of the run *run_id* in the ``.nnviz`` file *path*, as safetensors.

    *epoch* says which one is meant of those kept along the run.
    """
    return _read_snapshot(path, run_id, kind, epoch)[1]


def snapshot_bytes(run: Run, kind: SnapshotKind, epoch: int | None = None) -> bytes:
    """The safetensors bytes of the snapshot *kind* of *run*, wherever they are.

    *epoch* says which one is meant of those kept along the run.
    """
    found = (s for s in run.snapshots if s.kind == kind and epoch in (None, s.epoch))
    snapshot = next(found, None)
    if snapshot is None:
        raise BadInput(Sentence("Run {0} kept no {1} weights", run.id, kind))
    return bytes_of(run.id, snapshot)


def bytes_of(run_id: int, snapshot: Snapshot) -> bytes:
    """The safetensors bytes of a *snapshot* of a run; BadInput where they are not there, or others than they were."""
    if snapshot.place.suffix.lower() == ".safetensors":
        return _read(snapshot.place)
    digest, data = _read_snapshot(snapshot.place, run_id, snapshot.kind, snapshot.epoch)
    if snapshot.sha256 and digest != snapshot.sha256:
        raise BadInput(
            Sentence("{0} was replaced by another file, and the weights of run {1} with it", snapshot.place, run_id)
        )
    return data


def _read_snapshot(path: Path, run_id: int, kind: SnapshotKind, epoch: int | None) -> tuple[bytes, bytes]:
    """The sum and the bytes of a snapshot in a ``.nnviz`` file."""
    version = _check_header(path)
    with damage_named(path):
        if version == store.VERSION:
            found = store.read_snapshot(path, run_id, kind, epoch)
        else:
            data = old_tables.read_snapshot(path, run_id, kind, epoch)
            found = None if data is None else (b"", data)
    if found is None:
        raise BadInput(Sentence("{0} holds no {1} weights of run {2}", path, kind, run_id))
    return found


def _check_header(path: Path) -> int:
    """The format of the file *path*."""
    head = _read(path, _HEADER.size)
    if not head:
        raise BadInput(Sentence("{0} is empty: expected an nnviz project", path))
    if len(head) < _HEADER.size or not head.startswith(store.MAGIC):
        raise BadInput(Sentence("{0} is not an nnviz project: expected an SQLite file, got something else", path))
    _, version, application = _HEADER.unpack(head)
    if application != store.APPLICATION_ID:
        raise BadInput(Sentence("{0} is not an nnviz project: it is a database of another program", path))
    if version > store.VERSION:
        raise BadInput(
            Sentence(
                "{0} was written by a newer nnviz: expected format {1} at most, got {2}; update nnviz to open it",
                path,
                store.VERSION,
                version,
            )
        )
    return int(version)


def _read(path: Path, size: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        raise BadInput(missing(path)) from None
    except IsADirectoryError:
        raise BadInput(Sentence("{0} is a folder: expected a file", path)) from None
    except (OSError, ValueError) as error:
        raise BadInput(Sentence("{0} could not be read: {1}", path, reason(error))) from None
