"""The files that the snapshots kept along a run stand in: one each, in a folder of the run."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from pathlib import Path

import msgspec

SUFFIX = ".safetensors"


def name_of(epoch: int, mark: str) -> str:
    """The name of the file for *epoch*; *mark* tells it from another snapshot of the same epoch."""
    return f"{epoch}-{mark}{SUFFIX}"


def epoch_of(name: str) -> int | None:
    """The epoch of the snapshot in a file of that *name*; None of any other file."""
    number = name.partition("-")[0]
    return int(number) if name.endswith(SUFFIX) and number.isdecimal() else None


def holds_run(path: Path) -> bool:
    """Whether the snapshot in *path* has the optimizer and all else of its run, not only the weights."""
    return b'"state":' in _header(path)


class Remembered(msgspec.Struct, frozen=True):
    """What a callback has counted.

    Attributes:
        kind: its Keras class name.
        monitor: the log that it watches.
        wait: epochs without an improvement so far.
    """

    kind: str
    monitor: str
    wait: int


def remembered(path: Path) -> tuple[Remembered, ...]:
    """What the callbacks of the run in the snapshot *path* have counted; () where it holds weights alone."""
    text = json.loads(_header(path) or b"{}").get("__metadata__", {}).get("state")
    # The json of Python's own reads the NaN that a metric may have had.
    callbacks = json.loads(text).get("callbacks", ()) if text is not None else ()
    return tuple(Remembered(c["kind"], c["monitor"], int(c["values"].get("wait") or 0)) for c in callbacks)


def _header(path: Path) -> bytes:
    """A safetensors file begins with the length of its header, eight bytes, and the header, JSON."""
    with path.open("rb") as file:
        return file.read(int.from_bytes(file.read(8), "little"))


def clear_away(folder: Path, wanted: Collection[str]) -> None:
    """Delete the snapshots in *folder* but those *wanted*."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in wanted and epoch_of(path.name) is not None:
            with contextlib.suppress(OSError):  # on Windows, where somebody reads it
                path.unlink(missing_ok=True)
