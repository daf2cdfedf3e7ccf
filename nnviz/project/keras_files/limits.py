"""How much memory and time the file of a model is worth: a good one needs less, a hostile one gets no more."""

from __future__ import annotations

from pathlib import Path

from nnviz.project.keras_files.model_file import LARGEST_WEIGHTS, MOST_UNPACKED
from nnviz.sentences import Sentence

# Beside what Python and its libraries take. What a file of a few kilobytes leads to stays below 200 MB with them.
LEAST_MEMORY = 150 << 20
# The arrays as they are read, as they are written, and once in between.
COPIES = 3
# The largest description that is read takes a fifth of a second; some broken HDF5 keeps its library busy for ever.
CPU_SECONDS, CPU_BYTES = 1.4, 50_000_000
SECONDS, BYTES = 30.0, 10_000_000  # a disk may be slow, and the machine busy


def memory(path: Path) -> int:
    """Bytes that reading *path* may take."""
    return LEAST_MEMORY + COPIES * min(MOST_UNPACKED * _size(path), LARGEST_WEIGHTS)


def cpu_seconds(path: Path) -> float:
    """Seconds of a processor's work."""
    return CPU_SECONDS + _size(path) / CPU_BYTES


def seconds(path: Path) -> float:
    """Seconds on the clock."""
    return SECONDS + _size(path) / BYTES


def too_much_memory(name: str) -> str:
    """Why the file called *name* was given up."""
    return Sentence(
        "{0} needs more memory than a model of its size: it is damaged or is not a model that Keras saved", name
    )


def too_much_time(name: str) -> str:
    """Why the file called *name* was given up."""
    return Sentence(
        "{0} takes longer to read than a model of its size: it is damaged or is not a model that Keras saved", name
    )


def broke_the_reader(name: str) -> str:
    """Why the file called *name* was given up: whoever read it is gone."""
    return Sentence("{0} cannot be read: it is damaged or is not a model that Keras saved", name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
