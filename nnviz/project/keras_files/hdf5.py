"""HDF5 files of others, read so that none can take more memory than it is large, lead elsewhere or run anything.

Everything is read through a file object of our own, which gives the library no more at a time than is expected. Links
are followed only where they are hard ones, and arrays are read only where they are stored plainly: no filters, no other
files. The format: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
"""

from __future__ import annotations

import contextlib
import io
import math
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Array = NDArray[Any]
MOST_AT_ONCE = 8 << 20  # bytes of what is not an array
MOST_TEXTS, MOST_PARTS = 20_000, 1_000
_BLOCK = 1 << 20
# A heap of texts or of names, with its size behind eight bytes; the library takes the memory before it reads.
_HEAP = re.compile(rb"(?:GCOL\x01\0\0\0|HEAP\0\0\0\0)(.{8})", re.DOTALL)


class _Measured(io.RawIOBase):
    """A file of which no more than *most* bytes are read at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.most = file, MOST_AT_ONCE

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """As of the file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of the file."""
        return self._file.tell()

    def readinto(self, buffer: Any, /) -> int:
        """As of the file; OSError where too much is asked for."""
        if len(buffer) > self.most:
            raise OSError(f"{len(buffer)} bytes at once")
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Hdf5:
    """An open file.

    Attributes:
        name: what to call it in a sentence.
        root: its outermost group.
    """

    def __init__(self, name: str, root: Any, source: _Measured) -> None:
        self.name, self.root, self._source = name, root, source

    def foreign(self, what: str) -> BadInput:
        """The refusal of a file in which *what* is not as Keras writes it."""
        return BadInput(
            Sentence("{0} is not a file of Keras weights: {1!r} is missing or not what it should be.", self.name, what)
        )

    def group(self, parent: Any, *path: str) -> Any:
        """The group at *path* below *parent*; BadInput where a part of it is missing, a link, or something else."""
        import h5py  # type: ignore[import-untyped]

        for name in path:
            parent = self._member(parent, name, h5py.Group)
        return parent

    def dataset(self, parent: Any, name: str) -> Any:
        """The array called *name* in the group *parent*, not read yet."""
        import h5py

        return self._member(parent, name, h5py.Dataset)

    def _member(self, parent: Any, name: str, kind: type) -> Any:
        import h5py

        place = name.encode()
        if not parent.id.links.exists(place) or parent.id.links.get_info(place).type != h5py.h5l.TYPE_HARD:
            raise self.foreign(name)
        found = parent[name]
        if not isinstance(found, kind):
            raise self.foreign(name)
        return found

    def read(self, dataset: Any, shape: tuple[int, ...]) -> Array:
        """The numbers of *dataset*, which has *shape*; BadInput where they are not stored plainly."""
        filters = dataset.id.get_create_plist().get_nfilters()
        plain = tuple(dataset.shape) == shape and not (dataset.external or dataset.is_virtual or filters)
        if not plain or dataset.dtype.kind not in "fiu" or dataset.id.get_storage_size() < dataset.nbytes:
            raise BadInput(
                Sentence("{0} is not a file of Keras weights: the arrays in it are not stored plainly.", self.name)
            )
        self._source.most = max(MOST_AT_ONCE, dataset.nbytes)
        try:
            return np.asarray(dataset[()])
        finally:
            self._source.most = MOST_AT_ONCE

    def text(self, group: Any, name: str, most: int) -> str | None:
        """The text that the attribute *name* holds, at most *most* bytes; None where there is none."""
        found = self._attribute(group, name, most)
        if found is None:
            return None
        if found.shape != ():
            raise self.foreign(name)
        return _text(found[()])

    def texts(self, group: Any, name: str) -> list[str]:
        """The texts of an attribute; Keras cuts long ones into ``name0``, ``name1``, ..."""
        numbered = takewhile(group.attrs.__contains__, (f"{name}{number}" for number in range(MOST_PARTS)))
        parts = [name] if name in group.attrs else list(numbered)
        if not parts:
            raise self.foreign(name)
        found: list[str] = []
        size = 0
        for part in parts:
            found += (texts := self._texts(group, part))
            size += sum(map(len, texts))
            if size > MOST_AT_ONCE:
                raise self._too_large(name)
        return found

    def _texts(self, group: Any, name: str) -> list[str]:
        found = self._attribute(group, name, MOST_AT_ONCE)
        if found is None or found.ndim != 1:
            raise self.foreign(name)
        return [_text(item) for item in found]

    def _attribute(self, group: Any, name: str, most: int) -> Array | None:
        if name not in group.attrs:
            return None
        attribute = group.attrs.get_id(name)
        size = math.prod(attribute.shape) * max(attribute.dtype.itemsize, 1)
        if len(attribute.shape) > 1 or size > most or math.prod(attribute.shape) > MOST_TEXTS:
            raise self._too_large(name)
        value = np.asarray(group.attrs[name])
        if value.dtype.kind not in "OSU" and value.size:
            raise self.foreign(name)
        if sum(len(item) for item in value.ravel().tolist()) > most:
            raise self._too_large(name)
        return value

    def _too_large(self, name: str) -> BadInput:
        return BadInput(Sentence("{0} is not a file that Keras wrote: {1!r} in it is too large.", self.name, name))


@contextlib.contextmanager
def opened(file: IO[bytes], name: str) -> Iterator[Hdf5]:
    """The HDF5 file in *file*, called *name*; OSError and the like where it is damaged."""
    import h5py

    _refuse_large_heaps(file, name)
    source = _Measured(file)
    with h5py.File(source, "r") as root:
        yield Hdf5(name, root, source)


def _refuse_large_heaps(file: IO[bytes], name: str) -> None:
    kept = b""
    file.seek(0)
    while block := file.read(_BLOCK):
        for found in _HEAP.finditer(kept + block):
            if int.from_bytes(found[1], "little") > MOST_AT_ONCE:
                raise BadInput(Sentence("{0} is not a file that Keras wrote: a text in it is too large.", name))
        kept = block[-15:]


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if not isinstance(value, str):
        raise ValueError("not a text")
    return str(value)
