"""One thing that went wrong, and the report that a person can send of all that did."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nnviz import __version__
from nnviz.training.fault_text import place, shortened, told, without_values

VERSIONS_LINE = 80  # letters, as the dialog has room for
HARD_SPACE = "\xa0"  # no line ends there
LIBRARIES = ("PySide6_Essentials", "numpy", "tensorflow", "tensorflow-cpu", "keras", "pyqtgraph", "duckdb")
MOST_FAULTS, LOG_LINES, LONGEST_LINE = 8, 30, 300
_TAIL = 1 << 15


@dataclass(frozen=True)
class Fault:
    """One thing that went wrong, however often.

    Attributes:
        where: in which part of the program, as ``thread nnviz-commands``.
        place: what tells it from others.
        text: the traceback; nothing of a person's is in it.
    """

    where: str
    place: tuple[str, ...]
    text: str


def fault_of(error: BaseException, where: str) -> Fault:
    """The fault that *error* is."""
    return Fault(where, place(error), told(error))


def report(faults: Mapping[Fault, int], logs: tuple[Path, ...]) -> str:
    """What to send: versions, the platform, each fault with how often it happened, and the last lines of the *logs*."""
    lines = [*_system(), ""]
    for fault, times in list(faults.items())[:MOST_FAULTS]:
        lines += [f"In the {fault.where}, {times:,} time{'s' * (times != 1)}:", fault.text, ""]
    if len(faults) > MOST_FAULTS:
        lines += [f"And {len(faults) - MOST_FAULTS:,} more.", ""]
    for path in logs:
        lines += [f"The last lines of {path.name}:", *_last_lines(path), ""]
    return "\n".join(lines).strip() + "\n"


def _system() -> Iterator[str]:
    # Not loaded before something goes wrong: a window starts without.
    import importlib.metadata
    import platform

    yield f"nnviz {__version__}"
    versions = [f"Python {platform.python_version()}"]
    for name in LIBRARIES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    together = ", ".join(version.replace(" ", HARD_SPACE) for version in versions)
    for line in textwrap.wrap(together, VERSIONS_LINE, break_on_hyphens=False):
        yield line.replace(HARD_SPACE, " ")
    how = "bundle" if getattr(sys, "frozen", False) else "package"
    yield f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} processors, {how}"


def _last_lines(path: Path) -> list[str]:
    """The end of the log *path*, without what it quotes."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ["(there is none)"]
    return [shortened(without_values(line[:LONGEST_LINE])) for line in text.splitlines()[-LOG_LINES:]]
