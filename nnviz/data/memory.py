"""How large the data may be to be held in memory."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHARE = 0.4
LARGE = 256 << 20  # bytes of float32: from here on, data are read in chunks, also where they end up in memory
ALIGNED = 64  # bytes: addresses of tensors are multiples of it
_GROUPS = Path("/sys/fs/cgroup")


def budget() -> int:
    """Bytes that the prepared data may take; beyond that they are streamed from the disk while training.

    It is a share of the memory this process may use in all, not of what is free at the moment: the order in which
    rows are trained on depends on it, and the same run is to give the same weights tomorrow.
    """
    return int(SHARE * whole_memory())


def empty(shape: tuple[int, ...]) -> NDArray[np.float32]:
    """An array as ``np.empty`` makes it, at an address that TensorFlow can work on without a copy of its own."""
    size = prepared_bytes(shape)
    buffer = np.empty(size + ALIGNED, np.uint8)
    start = -buffer.ctypes.data % ALIGNED
    return buffer[start : start + size].view(np.float32).reshape(shape)


def prepared_bytes(shape: tuple[int, ...]) -> int:
    """What samples ``(n, *input_shape)`` take once they are prepared, as float32."""
    return math.prod(shape) * 4


@cache
def whole_memory() -> int:
    """Bytes of memory of this machine or, where that is less, of the control group (container) of this process.

    It is looked up once: what follows from it is asked for at every edit.
    """
    import psutil

    limits: list[int] = [psutil.virtual_memory().total]
    for file in _limit_files():
        with contextlib.suppress(OSError, ValueError):  # "max" where there is no limit
            limits.append(int(file.read_text()))
    return min(limits)


def _limit_files() -> Iterator[Path]:
    """Where Linux tells the limits of this process's group and of those around it, in both forms it has."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers in ("", "memory"):
            root, name = (_GROUPS, "memory.max") if not controllers else (_GROUPS / "memory", "memory.limit_in_bytes")
            inner = root / path.lstrip("/")
            yield from (folder / name for folder in {root, inner, *inner.parents} if folder.is_relative_to(root))
