"""Working copies on the disk of data that are larger than the memory and packed in their own file.

A copy has no name in its folder (on Windows: is deleted when it is closed), so that the system itself removes it when
the process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import DTypeLike

from nnviz.data.lazy import Array, FileRows
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

_PREFIX = "unpacking-"


def folder() -> Path:
    """Where working copies are made: the user's cache, since a temporary folder is often kept in memory."""
    from platformdirs import user_cache_path

    return user_cache_path("nnviz", appauthor=False)


class Scratch:
    """A file of rows that is written once, in order, and then read.

    Args:
        sample: the shape of one row.
        dtype: of its numbers.
        expected: about how many rows will come.
        name: what to call the data in a sentence.

    Raises:
        BadInput: where the disk has no room for them.
    """

    def __init__(self, sample: tuple[int, ...], dtype: DTypeLike, expected: int, name: str) -> None:
        self._sample, self._dtype, self._name = sample, np.dtype(dtype), name
        self._expected = expected * int(np.prod(sample, dtype=object)) * self._dtype.itemsize
        self._rows = 0
        room_for(self._expected, name)
        self._file = cast(BinaryIO, tempfile.TemporaryFile(dir=folder(), buffering=0))  # noqa: SIM115
        self._closing = weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return self._rows

    def append(self, rows: Array) -> None:
        """Write more rows; BadInput where the disk is full."""
        data = np.ascontiguousarray(rows, self._dtype).reshape(-1).view(np.uint8).data
        with no_room_is_told(self._expected, self._name):
            while data:
                data = data[self._file.write(data) :]
        self._rows += len(rows)

    def rows(self, shape: tuple[int, ...] | None = None, dtype: DTypeLike | None = None) -> FileRows:
        """What was written, perhaps as another *shape* and *dtype*; nothing is to be appended from now on."""
        shape = (self._rows, *self._sample) if shape is None else shape
        self._closing.detach()  # the file belongs to the rows
        return FileRows(self._file, self._name, 0, shape, self._dtype if dtype is None else dtype)


def room_for(size: int, name: str) -> None:
    """BadInput where a working copy of *size* bytes does not fit on the disk."""
    with no_room_is_told(size, name):
        if not has_room(size):
            raise OSError(errno.ENOSPC, "no space left")


def has_room(size: int) -> bool:
    """Whether *size* bytes more fit where working copies are made."""
    folder().mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(folder()).free >= size


@contextlib.contextmanager
def no_room_is_told(size: int, name: str) -> Iterator[None]:
    """Turn a disk that is full into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise BadInput(
            Sentence(
                "{0} is larger than the memory, so a working copy of {1:.1f} GB is needed in {2}, but the disk "
                "is full: make room there, or use fewer rows.",
                name,
                size / 1e9,
                folder(),
            )
        ) from None


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder for what needs names while it is unpacked; those that a killed process left are removed."""
    _sweep()
    with tempfile.TemporaryDirectory(
        prefix=f"{_PREFIX}{os.getpid()}-", dir=folder(), ignore_cleanup_errors=True
    ) as made:
        yield Path(made)


def _sweep() -> None:
    for left in folder().glob(f"{_PREFIX}*"):
        with contextlib.suppress(ValueError):
            if not _alive(int(left.name.removeprefix(_PREFIX).partition("-")[0])):
                shutil.rmtree(left, ignore_errors=True)


def _alive(process: int) -> bool:
    import psutil

    return bool(psutil.pid_exists(process))
