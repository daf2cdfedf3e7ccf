"""Rows that are not in memory: arrays that give any of their rows when asked, and nothing before that."""

from __future__ import annotations

import math
import threading
import weakref
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Array = NDArray[Any]
CHUNK_BYTES = 4 << 20  # what is worked on at a time where all rows are gone through: small enough to stay in the cache
GAP_BYTES = 64 << 10  # rows this far apart are read in one go: going through the gap is faster than a second read


class LazyRows(ABC):
    """Rows that are read, or made, when they are indexed: by a number, a slice or an array of row numbers.

    Attributes:
        shape: ``(n, *sample shape)``, as an array has it.
        dtype: the type of the numbers that reading gives.
    """

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        self.shape = tuple(int(size) for size in shape)
        self.dtype = np.dtype(dtype)

    @abstractmethod
    def read(self, first: int, stop: int) -> Array:
        """The rows from *first* up to, and without, *stop*; both lie within the rows."""

    @abstractmethod
    def pieces(self, rows: Array) -> Iterator[tuple[Array, Array]]:
        """The rows of these 0-based numbers, as they come off the disk: where they belong in *rows*, and themselves.

        A piece is small enough that the next step of its way finds it in the cache.
        """

    def take(self, rows: Array) -> Array:
        """The rows of these 0-based numbers, in this order; read in the order in which they lie on the disk."""
        out = np.empty((len(rows), *self.shape[1:]), self.dtype)
        for places, piece in self.pieces(np.asarray(rows)):
            out[places] = piece
        return out

    @property
    def disk_order(self) -> NDArray[np.int64] | None:
        """The numbers of all rows in the order in which they lie on the disk; None where that is their own order."""
        return None

    @property
    def ndim(self) -> int:
        """How many axes."""
        return len(self.shape)

    @property
    def nbytes(self) -> int:
        """What all rows together would take in memory."""
        return math.prod(self.shape) * self.dtype.itemsize

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, key: Any) -> Array:
        if isinstance(key, slice):
            first, stop, step = key.indices(len(self))
            if step == 1:
                return self.read(first, max(first, stop))
            return self.take(np.arange(first, stop, step))
        if isinstance(key, int | np.integer):
            row: Array = self.take(np.array([range(len(self))[int(key)]]))[0]
            return row
        rows = np.asarray(None if isinstance(key, tuple) else key)
        if rows.ndim != 1 or rows.dtype.kind not in "biu":
            raise TypeError(f"rows on a disk are chosen by a number, a slice or row numbers, not by {key!r}")
        rows = np.flatnonzero(rows) if rows.dtype.kind == "b" else rows
        return self.take(np.where(rows < 0, rows + len(self), rows))

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> Array:
        raise TypeError("these rows are larger than the memory: take some of them, by a slice or by row numbers")

    def reshape(self, *shape: int) -> LazyRows:
        """The same rows with samples of another shape; the number of rows, which comes first, stays."""
        sample = tuple(np.empty((1, *self.shape[1:])).reshape(1, *shape[1:]).shape[1:])
        return Derived(self, lambda rows: rows.reshape(len(rows), *sample), sample, self.dtype)

    def close(self) -> None:  # noqa: B027, rows without a file have nothing to close
        """Close the file behind the rows; they cannot be read any more."""


class FileRows(LazyRows):
    """Rows that stand in a file as plain binary numbers, one after the other.

    They are read, not mapped: a file that is cut short under a map ends the whole process, here it is a sentence;
    and what was read does not pile up as memory of this process.

    Args:
        file: open for reading, without a buffer; it belongs to the rows from now on.
        name: what to call it in a sentence.
        offset: bytes before the first number.
        shape, dtype: of the numbers as they stand there, in any byte order.
    """

    def __init__(self, file: BinaryIO, name: str, offset: int, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        stored = np.dtype(dtype)
        super().__init__(shape, stored.newbyteorder("="))
        self._file, self._name, self._offset, self._stored = file, name, offset, stored
        self._lock = threading.Lock()
        self._row_bytes = math.prod(self.shape[1:]) * stored.itemsize
        self.close = weakref.finalize(self, file.close)  # type: ignore[method-assign]

    @classmethod
    def of_file(cls, path: Path, offset: int, shape: tuple[int, ...], dtype: DTypeLike) -> FileRows:
        """The numbers in the file at *path*."""
        return cls(path.open("rb", buffering=0), path.name, offset, shape, dtype)

    def read(self, first: int, stop: int) -> Array:
        """The rows from *first* to *stop*; BadInput where the file does not hold them any more."""
        out = np.empty((stop - first, *self.shape[1:]), self._stored)
        if out.nbytes:
            self._fill(out.reshape(-1).view(np.uint8).data, self._offset + first * self._row_bytes)
        return out.astype(self.dtype, copy=False)

    def pieces(self, rows: Array) -> Iterator[tuple[Array, Array]]:
        """Runs of rows that are neighbours in the file, or nearly."""
        order = np.argsort(rows, kind="stable")
        numbers = rows[order]
        for start, stop in _runs(numbers, max(1, self._row_bytes)):
            low = int(numbers[start])
            block = self.read(low, int(numbers[stop - 1]) + 1)
            yield order[start:stop], block[numbers[start:stop] - low]

    def _fill(self, buffer: memoryview, place: int) -> None:
        done = 0
        try:
            with self._lock:  # two threads share the place in the file
                self._file.seek(place)
                while done < len(buffer):
                    got = self._file.readinto(buffer[done:])  # type: ignore[attr-defined]
                    if not got:
                        break
                    done += got
        except OSError as error:
            raise BadInput(Sentence("{0} cannot be read any more: {1}.", self._name, error.strerror or error)) from None
        if done < len(buffer):
            raise BadInput(Sentence("{0} has become shorter since it was opened: load the data again.", self._name))


class Picked(LazyRows):
    """Some rows of a source, in an order of their own."""

    def __init__(self, source: Array | LazyRows, rows: Array) -> None:
        super().__init__((len(rows), *source.shape[1:]), source.dtype)
        self._source, self._rows = source, np.asarray(rows, np.int64)
        self._order: NDArray[np.int64] | None = None
        self._sorted = bool((self._rows[1:] >= self._rows[:-1]).all())

    def read(self, first: int, stop: int) -> Array:
        """The rows from *first* to *stop* of those picked."""
        return self.take(np.arange(first, stop))

    def pieces(self, rows: Array) -> Iterator[tuple[Array, Array]]:
        """Of those picked, the rows of these numbers."""
        return _pieces(self._source, self._rows[rows])

    @property
    def disk_order(self) -> NDArray[np.int64] | None:
        """The picked rows as they follow each other in the source."""
        if self._sorted:
            return None
        if self._order is None:
            self._order = np.argsort(self._rows, kind="stable")
        return self._order

    def close(self) -> None:
        """Close the source."""
        close(self._source)


class Derived(LazyRows):
    """Rows computed from those of a source, when they are asked for.

    Args:
        source: the rows to begin with.
        function: makes ``(n, *sample)`` of *dtype* of any *n* rows of the source, each by itself.
        sample: the shape of one sample of the result.
        dtype: of the result.
    """

    def __init__(
        self, source: Array | LazyRows, function: Callable[[Array], Array], sample: tuple[int, ...], dtype: DTypeLike
    ) -> None:
        super().__init__((len(source), *sample), dtype)
        self._source, self._function = source, function

    def read(self, first: int, stop: int) -> Array:
        """The rows from *first* to *stop*."""
        return self._function(self._source[first:stop])

    def pieces(self, rows: Array) -> Iterator[tuple[Array, Array]]:
        """The rows of these numbers."""
        return ((places, self._function(piece)) for places, piece in _pieces(self._source, rows))

    @property
    def disk_order(self) -> NDArray[np.int64] | None:
        """The same as the source's."""
        return self._source.disk_order if isinstance(self._source, LazyRows) else None

    def close(self) -> None:
        """Close the source."""
        close(self._source)


def taken(source: Array | LazyRows, rows: Array) -> Array:
    """The rows of these numbers, of an array or of lazy rows."""
    return source.take(rows) if isinstance(source, LazyRows) else source[rows]


def close(source: Array | LazyRows) -> None:
    """Close the file behind *source*, if there is one."""
    if isinstance(source, LazyRows):
        source.close()


def chunks(x: Array | LazyRows) -> Iterator[tuple[int, Array]]:
    """All rows of *x* in their order, a few megabytes at a time, each with the number of its first row."""
    for start in range(0, len(x), step := rows_of_a_chunk(x.shape)):
        yield start, x[start : start + step]


def rows_of_a_chunk(shape: tuple[int, ...], chunks: int = 1) -> int:
    """How many rows of an array of this shape are in so many of the chunks that are worked on at a time."""
    return max(1, chunks * CHUNK_BYTES // max(1, 8 * math.prod(shape[1:])))


def _pieces(source: Array | LazyRows, rows: Array) -> Iterator[tuple[Array, Array]]:
    """As ``LazyRows.pieces``, of an array as well."""
    if isinstance(source, LazyRows):
        yield from source.pieces(rows)
        return
    step = rows_of_a_chunk(source.shape)
    for start in range(0, len(rows), step):
        places = np.arange(start, min(start + step, len(rows)))
        yield places, source[rows[places]]


def _runs(numbers: Array, row_bytes: int) -> Iterator[tuple[int, int]]:
    """Stretches ``[start, stop)`` of ascending row *numbers* that are worth reading in one go."""
    widest = max(1, CHUNK_BYTES // row_bytes)
    cuts = np.flatnonzero(np.diff(numbers) > max(1, GAP_BYTES // row_bytes)) + 1
    for start, stop in zip([0, *cuts.tolist()], [*cuts.tolist(), len(numbers)], strict=True):
        while start < stop:
            end = min(stop, int(np.searchsorted(numbers, numbers[start] + widest)))
            yield start, end
            start = end
