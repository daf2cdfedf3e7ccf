"""MNIST's own format (http://yann.lecun.com/exdb/mnist): a header of sizes, then the numbers; plain or ``.gz``."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Array, Given, Raw, Target, check_finite, existing_file
from nnviz.data.npz import habit
from nnviz.data.spec import Idx
from nnviz.errors import BadInput

TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}


def read(spec: Idx, base: Path, cancelled: Callable[[], bool]) -> Raw:
    """The images and labels, and the test part where its two files are named."""
    part = _pair(base, spec.images, spec.labels)
    test = None
    if spec.test_images is not None and spec.test_labels is not None:
        test = _pair(base, spec.test_images, spec.test_labels)
    elif spec.test_images is not None or spec.test_labels is not None:
        raise BadInput("A test part needs both test_images and test_labels.")
    return Raw(part.x, part.target, scale=habit(part.x), test=test)


def read_array(path: Path) -> Array:
    """The numbers of an IDX file in the machine's own byte order, ``(n, ...)``; BadInput where it is none."""
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
    except (EOFError, OSError, zlib.error) as error:
        raise BadInput(f"{path.name} cannot be unpacked: {error}") from None
    if len(data) < 4 or data[:2] != b"\0\0" or data[2] not in TYPES or data[3] == 0:
        raise BadInput(f"{path.name} is not an IDX file: it starts with {data[:4].hex(' ') or 'nothing'}.")
    kind, dimensions = np.dtype(TYPES[data[2]]), data[3]
    start = 4 + 4 * dimensions
    if len(data) < start:
        raise BadInput(f"{path.name} is cut off within its header.")
    shape = tuple(int(size) for size in np.frombuffer(data, ">u4", dimensions, 4))
    expected = start + int(np.prod(shape, dtype=object)) * kind.itemsize
    if len(data) != expected:
        sizes = " x ".join(map(str, shape))
        raise BadInput(f"{path.name} should have {expected} bytes for {sizes} numbers, but it has {len(data)}.")
    return np.frombuffer(data, kind, offset=start).reshape(shape).astype(kind.newbyteorder("="))


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


def pictures(path: Path, x: Array) -> Array:
    """Samples ``(n, ...)`` with an axis for the one channel of a picture."""
    check_finite(path.name, x)
    if x.ndim < 2:
        raise BadInput(f"{path.name} holds labels, not images: it has a single number a sample.")
    return x[..., np.newaxis] if x.ndim == 3 else x


def pair(images: Path, labels: Path) -> Given:
    """The images and the labels of two files."""
    x, y = pictures(images, read_array(images)), read_array(labels)
    if y.ndim != 1:
        raise BadInput(f"{labels.name} holds {y.ndim} dimensions, but labels have one number a sample.")
    if len(x) != len(y):
        raise BadInput(f"{images.name} has {len(x)} images, but {labels.name} has {len(y)} labels.")
    return Given(x, Target((y.astype(np.int64) if y.dtype.kind in "iu" else y,), ("label",)))


def _pair(base: Path, images: str, labels: str) -> Given:
    return pair(existing_file(base, images), existing_file(base, labels))
