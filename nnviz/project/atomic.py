"""Writing that leaves the old file or the new one, never neither and never half of one."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import secrets
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project import windows_files
from nnviz.sentences import Sentence

log = logging.getLogger(__name__)
BEGINNING = 56  # letters of a name that a draft of it has: at most 224 of the 255 bytes that a name may take
_REASONS = {
    errno.ENOSPC: Sentence("the disk is full"),
    errno.EDQUOT: Sentence("the disk quota is used up"),
    errno.EFBIG: Sentence("the file would be larger than allowed here"),
    errno.EROFS: Sentence("the disk is read-only"),
    errno.EACCES: Sentence("that is not permitted there"),
    errno.EPERM: Sentence("that is not permitted there"),
    errno.ENAMETOOLONG: Sentence("the name is too long"),
}
_SQLITE_REASONS = {
    sqlite3.SQLITE_FULL: Sentence("the disk is full"),
    sqlite3.SQLITE_READONLY: Sentence("the disk is read-only"),
    sqlite3.SQLITE_CANTOPEN: Sentence("the folder cannot be written to"),
    sqlite3.SQLITE_TOOBIG: Sentence("the weights of one snapshot are larger than a project can hold (1 GB)"),
}


BACKUP = ".backup"
_NOT_THERE = (errno.EROFS, errno.EACCES, errno.EPERM)


class NotThere(BadInput):
    """The file cannot be written where it is, but it could be in another place."""


def reason(error: Exception) -> str:
    """Why *error* kept a file from being read or written, as the second half of a sentence."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR:
        return Sentence("the disk is full or cannot be written to")
    return _SQLITE_REASONS.get(code, str(error))


@contextlib.contextmanager
def replacing(path: Path, keep: bool = False) -> Iterator[Path]:
    """Gives a new empty file beside *path* to write to, and puts it in *path*'s place when all went well.

    With *keep* the file that was there is kept as ``backup_of`` it, in place of the one before.

    Raises:
        BadInput: where it cannot be written; *path* is then as it was, and the new file is gone.
    """
    target = path.resolve()
    _check_target(target, path)
    draft = target.with_name(f".{target.name[:BEGINNING]}.{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        yield draft
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        sync(draft)
        if keep:
            _keep(target)
        windows_files.patiently(draft.replace, target)
    except (OSError, sqlite3.Error, OverflowError) as error:
        old = Sentence("; the old file is as it was") if target.exists() else ""
        elsewhere = isinstance(error, OSError) and error.errno in _NOT_THERE
        kind = NotThere if elsewhere else BadInput
        raise kind(Sentence("{0} could not be written: {1}{2}", path, reason(error), old)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    sync(target.parent)


def backup_of(path: Path) -> Path:
    """Where the file that *path* was before it was saved last is kept: beside it, ``name.nnviz.backup``."""
    return path.with_name(f"{path.name}{BACKUP}")


def write_whole(path: Path, data: bytes) -> None:
    """Puts *data* into the file *path*; BadInput where that cannot be done, with the old file as it was."""
    with replacing(path) as draft:
        draft.write_bytes(data)


def _check_target(target: Path, path: Path) -> None:
    if (why := windows_files.unfit(path.name)) is not None:
        raise BadInput(Sentence("{0} could not be written: {1}", path, why))
    if not target.parent.is_dir():
        raise NotThere(Sentence("{0} could not be written: there is no folder {1}", path, target.parent))
    if target.is_dir():
        raise BadInput(Sentence("{0} could not be written: it is a folder", path))
    if target.exists() and not target.is_file():
        # A new file in its place would take a device such as /dev/full away from the whole machine.
        raise BadInput(Sentence("{0} could not be written: expected a file, got a device or a pipe", path))
    if target.exists() and not (os.access(target, os.W_OK) and target.stat().st_mode & 0o222):
        raise NotThere(Sentence("{0} could not be written: the file is read-only; save it under another name", path))
    if windows_files.read_only(target.parent):
        raise NotThere(Sentence("{0} could not be written: its folder is read-only; save it in another one", path))


def _keep(target: Path) -> None:
    """Give the file *target*, which is about to be replaced, the name of its backup too."""
    draft = target.with_name(f".{target.name[:BEGINNING]}.{secrets.token_hex(4)}.part")
    try:
        try:
            os.link(target, draft)
        except FileNotFoundError:
            return
        except (OSError, NotImplementedError):  # a file system without such links
            shutil.copyfile(target, draft)
        draft.replace(backup_of(target))
    except OSError:  # to have no backup is better than not to have saved
        log.warning("%s was saved without a backup of what it was", target, exc_info=True)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _flush(handle: int) -> None:
    """Bring a file to the disk; on macOS past the disk's own memory too, where fsync leaves it (man 2 fsync)."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # not every file system knows it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync(path: Path) -> None:
    """Let the disk have the file *path*, or the names in the folder *path* where that can be; OSError for a file."""
    folder = path.is_dir()
    if folder and os.name == "nt":
        return  # Windows has no such call for folders
    # Some file systems cannot sync a folder.
    with contextlib.suppress(OSError) if folder else contextlib.nullcontext():
        handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
        try:
            _flush(handle)
        finally:
            os.close(handle)
