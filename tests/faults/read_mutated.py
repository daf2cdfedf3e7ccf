"""Reads mutated files in a process of its own, within the bounds of the reader: a line of JSON for each.

Usage: read_mutated.py FOLDER SEED FIRST END. FOLDER holds the good files.
"""

from __future__ import annotations

import json
import re
import signal
import sys
import time
from pathlib import Path

from nnviz.commands import reader
from nnviz.errors import BadInput
from nnviz.project.keras_files import limits
from nnviz.project.keras_files.reading import is_model
from tests.faults.mutations import mutated

HANG = 3.0  # seconds of work after which one file counts as hanging


def main(folder: Path, seed: int, first: int, end: int) -> None:
    """Read the mutated files from *first* to before *end*."""
    import h5py  # noqa: F401

    files = sorted(folder.glob("good/*"))
    reader._bound(files[0])
    for number in range(first, end):
        suffix, data = mutated(files, seed, number)
        path = folder / f"mutated{suffix}"
        path.write_bytes(data)
        signal.setitimer(signal.ITIMER_PROF, HANG)  # ends this process
        began = time.process_time()
        said = read(path)
        seconds = time.process_time() - began
        peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) // 1024
        print(json.dumps({"number": number, "said": said, "seconds": seconds, "peak": peak}), flush=True)


def read(path: Path) -> str:
    """What is said of *path*; empty where it is read as a model."""
    is_model(path)
    try:
        reader._read(path)
    except BadInput as error:
        return str(error)
    except MemoryError:
        return limits.too_much_memory(path.name)
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(word) for word in sys.argv[2:]))
