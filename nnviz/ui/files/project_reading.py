"""What the window does on another thread to open a project: all that it takes to show it, and no more."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.atomic import backup_of
from nnviz.project.file_guard import FileGuard
from nnviz.project.files import Contents, is_backup, open_project, snapshot_bytes
from nnviz.project.later import StoredColumns
from nnviz.project.runs import Run, last_drawn, last_weights
from nnviz.project.work_folders import WorkFolder, locks
from nnviz.training.kept_names import name_of
from nnviz.ui.language import said, translate

Scratch = Callable[[str], Path]


@dataclass(frozen=True)
class Opened:
    """A project that was read.

    Attributes:
        path: its file.
        contents: what it holds, runs and snapshots still in it.
        weights: the last ones of its last run as a file that the engine reads; None where it kept none.
        kept: a folder of the snapshots along that run; it may not be there.
        guard: holds the file for this window; None where it has no file of its own.
        place: where the file is read from now on; None where nothing more is.
    """

    path: Path
    contents: Contents
    weights: Path | None = None
    kept: Path | None = None
    guard: FileGuard | None = None
    place: Path | None = None


def read(path: Path, folder: Callable[[], WorkFolder], scratch: Scratch, mine: FileGuard | None) -> Opened:
    """The project in the file *path*.

    Args:
        path: a ``.nnviz`` or ``.json`` file, or the backup of one.
        folder: gives the window's own, where the file gets another name, so that nothing that happens to it is felt.
        scratch: gives the path of a file of the window's own by its name, for what the engine reads.
        mine: of the file that is open.

    Raises:
        BadInput: where it cannot be opened; said of a damaged file is too where its backup is.
    """
    guard = None if is_backup(path) else FileGuard.of(path, locks(), mine)
    try:
        contents = open_project(path, _linked(path, folder))
        weights, kept = for_engine(contents.runs, scratch)
    except BadInput as error:
        if guard is not None:
            guard.release(mine)
        backup = backup_of(path)
        if "is damaged" in str(error) and backup.exists():
            text = translate("Opening", "{0}. What it was before it was saved last is in {1}")
            raise BadInput(text.format(said(error.args[0]), backup)) from error
        raise
    place = next((run.columns.place for run in contents.runs if isinstance(run.columns, StoredColumns)), None)
    return Opened(path, contents, weights, kept, guard, place)


def for_engine(runs: tuple[Run, ...], scratch: Scratch) -> tuple[Path | None, Path | None]:
    """The last weights of the last of *runs* that was drawn as a file in *scratch*, and the folder of those kept along.

    Both None where that run kept none.
    """
    found = last_weights(runs)
    if found is None or found[0] is not last_drawn(runs):
        return None, None
    run, snapshot = found
    opened = f"opened-{secrets.token_hex(4)}"  # files of the project before, whose runs have the same numbers, still go
    weights, kept = scratch(f"{opened}.safetensors"), scratch(f"{opened}-kept")
    weights.write_bytes(snapshot_bytes(run, snapshot.kind))
    dict(run.columns)  # the window draws its curves at once, and is not to read them on its own thread
    _ = run.times
    write_kept(run, kept)
    return weights, kept


def write_kept(run: Run, folder: Path) -> None:
    """The snapshots that were kept along *run* as files in *folder*, under names that tell their epochs."""
    for snapshot in run.kept:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name_of(snapshot.epoch, "opened")).write_bytes(snapshot_bytes(run, "kept", snapshot.epoch))


def _linked(path: Path, folder: Callable[[], WorkFolder]) -> Path | None:
    """Another name of *path* that is this window's own; None where there is none, or where nothing is read later."""
    if path.suffix.lower() == ".json" or not path.is_file():
        return None
    try:
        return folder().link(path)
    except OSError:
        return None
