"""The inside of an ``.npz`` archive: which arrays it holds, and single ones of them without reading the others.

An archive is a ZIP file of ``.npy`` files (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
"""

from __future__ import annotations

import contextlib
import math
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np

from nnviz.data.dataset import Cancelled, nothing
from nnviz.data.lazy import CHUNK_BYTES, Array, FileRows, LazyRows, rows_of_a_chunk
from nnviz.data.scratch import Scratch
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

ARRAY_FILE = ".npy file"
_LOCAL_HEADER = 30  # bytes of a ZIP member's own header, without its name and its extra field


@dataclass(frozen=True)
class Header:
    """What an ``.npy`` file says of itself.

    Attributes:
        shape, dtype: of the array.
        columns_first: whether it is laid out in Fortran order: all numbers of one column before those of the next.
        length: bytes before the first number.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[np.generic]
    columns_first: bool
    length: int

    @property
    def numbers(self) -> int:
        """How many numbers the array has."""
        return math.prod(self.shape)


@contextlib.contextmanager
def readable(path: Path, what: str = ".npz archive") -> Iterator[None]:
    """Turn what may be wrong with an archive, or with a single array, into a sentence."""
    try:
        yield
    except (ValueError, OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        if "allow_pickle" in str(error) or "Object arrays" in str(error):
            raise BadInput(
                Sentence("{0} holds Python objects, or is no {1}: expected plain arrays.", path.name, what)
            ) from None
        raise BadInput(Sentence("{0} is not a readable {1}: {2}", path.name, what, error)) from None


def is_array(path: Path) -> bool:
    """Whether *path* is a single array, an ``.npy`` file."""
    with path.open("rb") as file:
        return file.read(6) == b"\x93NUMPY"


def array_header(path: Path) -> Header:
    """What the ``.npy`` file says of itself; BadInput where it is broken or holds Python objects."""
    with readable(path, ARRAY_FILE), path.open("rb") as file:
        header = _header(file)
        if header.dtype.hasobject:
            raise ValueError("Object arrays cannot be loaded")
        expected = header.length + header.numbers * header.dtype.itemsize
        if path.stat().st_size < expected:
            raise ValueError(Sentence("it should have {0} bytes, but it has {1}.", expected, path.stat().st_size))
        return header


def open_array(path: Path, large: bool, cancelled: Callable[[], bool]) -> Array | LazyRows:
    """The array in an ``.npy`` file, left on the disk where *large* says so."""
    header = array_header(path)
    with readable(path, ARRAY_FILE):
        if not large or not header.shape:
            array: Array = np.load(path, allow_pickle=False)
            return array
        numbers = FileRows.of_file(path, header.length, *_layout(header))
    return _by_rows(numbers, header, path.name, cancelled) if header.columns_first else numbers


def headers(path: Path) -> dict[str, Header]:
    """The arrays of the archive by name; nothing where *path* is no archive at all."""
    if not zipfile.is_zipfile(path):
        return {}
    with readable(path), zipfile.ZipFile(path) as archive:
        found = {}
        for member in archive.namelist():
            with archive.open(member) as file:
                found[member.removesuffix(".npy")] = _header(file)
        return found


def open_large(
    path: Path,
    name: str,
    header: Header,
    unpack: bool,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None] = nothing,
) -> Array | LazyRows:
    """The array *name* without having it in memory.

    Where it is stored as it is, it is read from the archive itself. Otherwise it is unpacked to the disk or, unless
    *unpack* is set, into memory. *progress* is told the share that is unpacked.

    Raises:
        BadInput: where the disk has no room for it.
        OSError, ValueError, zipfile.BadZipFile: where the archive is damaged; the check sum of the array is compared.
    """
    if header.dtype.hasobject:
        raise ValueError("Object arrays cannot be loaded")
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo(f"{name}.npy" if f"{name}.npy" in archive.namelist() else name)
        if member.compress_type != zipfile.ZIP_STORED and not unpack:
            with archive.open(member) as file:
                array: Array = np.lib.format.read_array(file)
            return array
        with archive.open(member) as file:
            file.read(header.length)
            if member.compress_type == zipfile.ZIP_STORED:
                for _ in _blocks(file, cancelled):
                    pass  # reading to the end compares the check sum
                numbers = FileRows.of_file(path, _start(path, member) + header.length, *_layout(header))
            else:
                numbers = _unpacked(file, header, path.name, cancelled, progress)
    return _by_rows(numbers, header, path.name, cancelled) if header.columns_first else numbers


def _header(file: IO[bytes]) -> Header:
    version = np.lib.format.read_magic(file)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, columns_first, dtype = read(file)
    return Header(shape, dtype, columns_first and len(shape) > 1, file.tell())


def _start(path: Path, member: zipfile.ZipInfo) -> int:
    """Where in the archive the bytes of a stored member begin."""
    with path.open("rb") as file:
        file.seek(member.header_offset + 26)
        name, extra = np.frombuffer(file.read(4), "<u2").tolist()
    return member.header_offset + _LOCAL_HEADER + int(name) + int(extra)


def _layout(header: Header) -> tuple[tuple[int, ...], np.dtype[np.generic]]:
    """Shape and type of the numbers as they are read; those of an array in Fortran order one by one."""
    return (header.numbers,) if header.columns_first else header.shape, header.dtype


def _unpacked(
    file: IO[bytes], header: Header, name: str, cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> FileRows:
    """What is left of *file* as a working copy on the disk."""
    shape, dtype = _layout(header)
    scratch = Scratch((), np.uint8, header.numbers * dtype.itemsize, name)
    for block in _blocks(file, cancelled):
        scratch.append(np.frombuffer(block, np.uint8))
        progress(len(scratch) / max(1, header.numbers * dtype.itemsize))
    return scratch.rows(shape, dtype)


def _by_rows(numbers: FileRows, header: Header, name: str, cancelled: Callable[[], bool]) -> FileRows:
    """A working copy of an array in Fortran order in which the numbers of a row follow each other."""
    rows, *sample = header.shape
    scratch = Scratch(tuple(sample), header.dtype, rows, name)
    for first in range(0, rows, step := rows_of_a_chunk(header.shape)):
        if cancelled():
            raise Cancelled
        stop = min(first + step, rows)
        columns = [numbers.read(column * rows + first, column * rows + stop) for column in range(math.prod(sample))]
        scratch.append(np.array(columns).reshape(*sample[::-1], stop - first).T)
    numbers.close()
    return scratch.rows()


def _blocks(file: IO[bytes], cancelled: Callable[[], bool]) -> Iterator[bytes]:
    while block := file.read(CHUNK_BYTES):
        if cancelled():
            raise Cancelled
        yield block
