"""``nnviz reader``: the process that reads somebody else's model, within bounds. Nobody else needs to start it."""

from __future__ import annotations

import faulthandler
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from nnviz.commands.parsing import Parser
from nnviz.engine.process.parent import die_with_parent
from nnviz.errors import BadInput
from nnviz.project.keras_files import limits, reply
from nnviz.project.keras_files.model_file import holds_weights_only
from nnviz.project.keras_files.reading import Imported, read_model, write_weights


def main(argv: Sequence[str]) -> int:
    """Print what the file holds as JSON, and write its weights; 0 also where it is refused."""
    parser = Parser("reader", "Read a model that Keras saved, within bounds, for import and the window.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--weights", type=Path, required=True, metavar="FILE", help="where to write its weights")
    parser.add_argument("--parent", type=int, help="the process that this one must not outlive")
    options = parser.parse_args(list(argv))
    if options.parent is not None:
        die_with_parent(options.parent)
    faulthandler.enable(sys.stderr)
    # Loaded before the bounds are set, which are for the file alone.
    import h5py  # type: ignore[import-untyped]  # noqa: F401
    import safetensors.numpy  # noqa: F401

    _bound(options.model)
    try:
        imported = _read(options.model)
        if imported is not None and imported.weights:
            write_weights(imported, options.weights)
        answer = reply.told(imported)
    except BadInput as error:
        answer = reply.refused(error.args[0])
    except MemoryError:
        answer = reply.refused(limits.too_much_memory(options.model.name))
    sys.stdout.buffer.write(answer)
    sys.stdout.flush()
    return 0


def _read(path: Path) -> Imported | None:
    """The model in *path*; None where it holds weights alone."""
    if path.suffix.lower() in (".h5", ".hdf5") and path.is_file() and holds_weights_only(path):
        return None
    return read_model(path)


def _bound(path: Path) -> None:
    """Take no more memory and time from here on than the file *path* is worth; Linux and macOS have such bounds."""
    if sys.platform == "win32":
        return  # whoever started this watches it
    import resource

    signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds(path))  # SIGPROF, which ends the process
    bounds = {resource.RLIMIT_CORE: 0}
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        bounds[resource.RLIMIT_AS] = pages * resource.getpagesize() + limits.memory(path)
    for bound, most in bounds.items():
        hard = resource.getrlimit(bound)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(bound, (soft, hard))
