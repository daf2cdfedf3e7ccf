"""Reads every hostile file of a folder in a process of its own, and prints what came of each as a line of JSON."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.keras_files.reading import read_model

FORBIDDEN = ("keras", "tensorflow", "torch", "jax")


def main(folder: Path) -> None:
    """Each subfolder of *folder* holds one file."""
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        (file,) = place.iterdir()
        try:
            said = f"loaded {read_model(file).parameters} parameters"
        except BadInput as error:
            said = str(error)
        # Not what getrusage says, which counts the process that this one was started from.
        peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) // 1024
        loaded = [name for name in FORBIDDEN if name in sys.modules]
        print(json.dumps({"name": place.name, "said": said, "peak": peak, "loaded": loaded}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
