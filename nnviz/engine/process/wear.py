"""How worn this process is: what XLA compiles stays in memory until the process ends.

Every compiled graph takes some eighty mappings and a few megabytes that TensorFlow never gives back. Linux allows a
process 65,530 mappings and ends it with a segmentation fault at the next: after some 270 edited networks. A network
that is traced and not compiled leaves one or two megabytes behind.
"""

from __future__ import annotations

from pathlib import Path

_MAPS, _LIMIT = Path("/proc/self/maps"), Path("/proc/sys/vm/max_map_count")
# Elsewhere, and for the memory: more compiled graphs than this are enough for one process.
MOST_COMPILED = 300
MOST_NETWORKS = 150
WORN, EXHAUSTED = 0.4, 0.8  # shares of the mappings there may be
compiled = networks = 0


def count_network() -> None:
    """Another network was built."""
    global networks
    networks += 1


def count_compiled() -> None:
    """Another graph was compiled."""
    global compiled
    compiled += 1


def worn() -> bool:
    """Whether a fresh process had better take over when nothing is lost by it."""
    return networks > MOST_NETWORKS or compiled > MOST_COMPILED or _share_of_mappings() > WORN


def exhausted() -> bool:
    """Whether nothing more may be compiled in this process."""
    return compiled > 3 * MOST_COMPILED or _share_of_mappings() > EXHAUSTED


def _share_of_mappings() -> float:
    try:
        limit = int(_LIMIT.read_text())
        with _MAPS.open("rb") as file:
            return sum(1 for _ in file) / limit
    except (OSError, ValueError):
        return 0.0  # not Linux
