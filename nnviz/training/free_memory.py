"""How much memory training may still take, whichever of the machine's limits is the narrowest."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

OWN_GROUPS = Path("/proc/self/cgroup")
_GROUPS = Path("/sys/fs/cgroup")
_V1 = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
_V2 = ("memory.max", "memory.current", "inactive_file")
LASTS = 1.0  # seconds


def free_memory(engine: int | None = None) -> int:
    """Bytes that the engine with process id *engine* can hold in all, with what it holds already; None for a new one.

    The least of what the system says is available, what is left in the control groups of this process (containers
    are limited by these), and what an address space limit (``ulimit -v``) of the engine leaves. Takes well under a
    millisecond. What a process holds counts as free for the network that takes the place of the one it has.
    """
    import psutil

    process: Any = None
    held: int = 0
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(engine)
        held = process.memory_info().rss if engine is not None else 0
    limits: list[int] = [psutil.virtual_memory().available, *_group_limits(), *_address_space(process)]
    return max(0, min(limits)) + held


class FreeMemory:
    """``free_memory`` for a window: looked up again when a second has passed.

    Args:
        engine: gives the process id of the engine, or None while there is none.
    """

    def __init__(self, engine: Callable[[], int | None] = lambda: None) -> None:
        self._engine = engine
        self._read_at, self._bytes = -math.inf, 0

    def __call__(self) -> int:
        """Bytes that the engine can hold in all."""
        if time.monotonic() - self._read_at >= LASTS:
            self._bytes = free_memory(self._engine())
            self._read_at = time.monotonic()
        return self._bytes


def _address_space(process: Any) -> list[int]:
    """What is left of the address space of *process*, if that is limited at all. Linux alone lets it be read."""
    import psutil

    if process is None or not (hasattr(psutil, "RLIMIT_AS") and hasattr(psutil, "RLIM_INFINITY")):
        return []
    with contextlib.suppress(psutil.Error, OSError):
        limit = process.rlimit(psutil.RLIMIT_AS)[0]
        return [] if limit == psutil.RLIM_INFINITY else [limit - process.memory_info().vms]
    return []


def _group_limits() -> list[int]:
    """What is left in the control group of this process and in each one around it; nothing elsewhere than on Linux."""
    found = []
    for folder, names in _groups():
        with contextlib.suppress(OSError, ValueError):
            limit, used = (int((folder / name).read_text()) for name in names[:2])
            found.append(limit - used + _reclaimable(folder, names[2]))
    return found


def _groups() -> list[tuple[Path, tuple[str, str, str]]]:
    """The folders of the memory groups this process is in, the innermost first, with the names of their files.

    Inside a container the path that the kernel names may lie outside of what is mounted; its root is then the group.
    """
    try:
        lines = OWN_GROUPS.read_text().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers not in ("", "memory"):
            continue
        root, names = (_GROUPS, _V2) if not controllers else (_GROUPS / "memory", _V1)
        inner = root / path.lstrip("/")
        around = [folder for folder in (inner, *inner.parents) if folder.is_relative_to(root)]
        found += [(folder, names) for folder in around or [root]]
    return found


def _reclaimable(folder: Path, name: str) -> int:
    """Bytes of cached files that count as used, but that the kernel gives back when memory is wanted."""
    for line in (folder / "memory.stat").read_text().splitlines():
        key, _, value = line.partition(" ")
        if key == name:
            return int(value)
    return 0
