"""MNIST's own format (http://yann.lecun.com/exdb/mnist): a header of sizes, then the numbers; plain or ``.gz``."""

from __future__ import annotations

import contextlib
import gzip
import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import (
    Cancelled,
    Given,
    Raw,
    Target,
    check_finite,
    existing_file,
    never,
    nothing,
    stage,
)
from nnviz.data.lazy import CHUNK_BYTES, Array, FileRows, LazyRows
from nnviz.data.scratch import Scratch
from nnviz.data.sources.npz import habit
from nnviz.data.spec import Idx
from nnviz.data.words import NOTHING
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}


def read(
    spec: Idx,
    base: Path,
    cancelled: Callable[[], bool],
    most_bytes: int,
    progress: Callable[[float], None] = nothing,
) -> Raw:
    """The images and labels, and the validation and test parts where their two files are named."""
    names = {"train": (spec.images, spec.labels)}
    names |= _held_back("validation", spec.validation_images, spec.validation_labels)
    names |= _held_back("test", spec.test_images, spec.test_labels)
    paths = {part: (existing_file(base, one), existing_file(base, other)) for part, (one, other) in names.items()}
    large = how_large([images for images, _ in paths.values()], cancelled, most_bytes)
    parts = {}
    for done, (part, (images, labels)) in enumerate(paths.items()):
        share = stage(progress, done / len(paths), (done + 1) / len(paths))
        parts[part] = pair(images, labels, None if large is None else replace(large, progress=share))
        share(1.0)
    x = parts["train"].x
    return Raw(
        x, parts["train"].target, scale=habit(x), validation=parts.get("validation"), test=parts.get("test")
    )  # fmt: skip


def _held_back(part: str, images: str | None, labels: str | None) -> dict[str, tuple[str, str]]:
    if images is not None and labels is not None:
        return {part: (images, labels)}
    if images is not None or labels is not None:
        raise BadInput(Sentence("A {0} part needs both {0}_images and {0}_labels.", part))
    return {}


@dataclass(frozen=True)
class Large:
    """How a file is opened that is not to be read into memory whole.

    Attributes:
        unpack: whether a packed one becomes a working copy on the disk; otherwise it does go into memory.
        cancelled: asked now and then.
        progress: told the share of a file that is unpacked.
    """

    unpack: bool
    cancelled: Callable[[], bool]
    progress: Callable[[float], None] = nothing


def how_large(paths: Sequence[Path], cancelled: Callable[[], bool], most_bytes: int) -> Large | None:
    """How files of images are opened that, prepared, may take *most_bytes* together; None: read into memory."""
    size = sum(4 * math.prod(_header(path, _beginning(path))[1]) for path in paths)
    return None if size <= min(memory.LARGE, most_bytes) else Large(size > most_bytes, cancelled)


def read_array(path: Path) -> Array:
    """The numbers of an IDX file in the machine's own byte order, ``(n, ...)``; BadInput where it is none."""
    with _unpackable(path):
        data = path.read_bytes()
        if _packed(data):
            data = gzip.decompress(data)
    kind, shape, start = _header(path, data[: 4 + 4 * 255])
    _check_length(path, kind, shape, start, len(data))
    return np.frombuffer(data, kind, offset=start).reshape(shape).astype(kind.newbyteorder("="))


def open_array(path: Path, large: Large) -> Array | LazyRows:
    """The numbers of an IDX file without having them in memory; packed ones by way of a copy on the disk."""
    with path.open("rb") as file:
        packed = _packed(file.read(2))
    if packed and not large.unpack:
        return read_array(path)
    kind, shape, start = _header(path, _beginning(path))
    if not packed:
        _check_length(path, kind, shape, start, path.stat().st_size)
        return FileRows.of_file(path, start, shape, kind)
    scratch = Scratch((), np.uint8, math.prod(shape) * kind.itemsize, path.name)
    with _unpackable(path), gzip.open(path, "rb") as file:
        file.read(start)
        while block := file.read(CHUNK_BYTES):
            if large.cancelled():
                raise Cancelled
            scratch.append(np.frombuffer(block, np.uint8))
            large.progress(len(scratch) / (math.prod(shape) * kind.itemsize))
    _check_length(path, kind, shape, start, start + len(scratch))
    return scratch.rows(shape, kind)


def _beginning(path: Path) -> bytes:
    """The first bytes of the file, unpacked: more than any header has."""
    with _unpackable(path), path.open("rb") as file:
        start = file.read(4 + 4 * 255)
        if not _packed(start):
            return start
        file.seek(0)
        with gzip.open(file) as unpacked:
            return unpacked.read(4 + 4 * 255)


def _packed(data: bytes) -> bool:
    return data[:2] == b"\x1f\x8b"


@contextlib.contextmanager
def _unpackable(path: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError, zlib.error) as error:
        raise BadInput(Sentence("{0} cannot be unpacked: {1}", path.name, error)) from None


def _header(path: Path, data: bytes) -> tuple[np.dtype[Any], tuple[int, ...], int]:
    """Type and shape of the numbers, and where they start, from the first bytes of the file."""
    if len(data) < 4 or data[:2] != b"\0\0" or data[2] not in TYPES or data[3] == 0:
        raise BadInput(Sentence("{0} is not an IDX file: it starts with {1}.", path.name, data[:4].hex(" ") or NOTHING))
    kind, dimensions = np.dtype(TYPES[data[2]]), data[3]
    start = 4 + 4 * dimensions
    if len(data) < start:
        raise BadInput(Sentence("{0} is cut off within its header.", path.name))
    return kind, tuple(int(size) for size in np.frombuffer(data, ">u4", dimensions, 4)), start


def _check_length(path: Path, kind: np.dtype[Any], shape: tuple[int, ...], start: int, length: int) -> None:
    expected = start + math.prod(shape) * kind.itemsize
    if length != expected:
        sizes = " x ".join(map(str, shape))
        raise BadInput(
            Sentence("{0} should have {1} bytes for {2} numbers, but it has {3}.", path.name, expected, sizes, length)
        )


def is_idx(path: Path) -> bool:
    """Whether the file, packed or not, starts as IDX does."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path, "rb") if packed else path.open("rb") as file:
            start = file.read(3)
    except (EOFError, OSError, zlib.error):
        return False
    return len(start) == 3 and start[:2] == b"\0\0" and start[2] in TYPES


def pictures(path: Path, large: Large | None = None) -> Array | LazyRows:
    """The samples in the file, with an axis for the one channel of a picture; on the disk where *large* says how."""
    x = read_array(path) if large is None else open_array(path, large)
    check_finite(path.name, x, large.cancelled if large else never)
    if x.ndim < 2:
        raise BadInput(Sentence("{0} holds labels, not images: it has a single number a sample.", path.name))
    return x.reshape(*x.shape, 1) if x.ndim == 3 else x


def pair(images: Path, labels: Path, large: Large | None = None) -> Given:
    """The images and the labels of two files; the images stay on the disk where *large* says how."""
    x, y = pictures(images, large), read_array(labels)
    check_finite(labels.name, y)
    if y.ndim != 1:
        raise BadInput(Sentence("{0} holds {1} dimensions, but labels have one number a sample.", labels.name, y.ndim))
    if len(x) != len(y):
        raise BadInput(
            Sentence("{0} has {1} images, but {2} has {3} labels.", images.name, len(x), labels.name, len(y))
        )
    answers = y.astype(np.int64) if y.dtype.kind in "iu" else y
    return Given(x, Target((answers,), ("label",), of_pictures=x.ndim == 4))
