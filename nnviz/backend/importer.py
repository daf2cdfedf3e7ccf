"""Reads a model of somebody else's in a process of its own, which may take so much memory and time and no more.

The loader runs nothing of a file and has bounds of its own (``project/keras_files``). What it does not foresee, or a
library below it gets wrong, ends that process and not the window: the file is refused in a sentence, as every other.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from nnviz.backend.log import log_path, open_log
from nnviz.backend.process import own_command, own_environment
from nnviz.errors import BadInput
from nnviz.project.keras_files import limits, reply
from nnviz.project.keras_files.reading import Imported

LARGEST_REPLY = 32 << 20
_LOOK = 0.05  # seconds between two looks at the process
_NUMPY_THREADS = "OPENBLAS_NUM_THREADS"  # each has an address space of its own, and nothing is computed


@dataclass(frozen=True)
class Received:
    """What a file turned out to hold.

    Attributes:
        imported: its model, without arrays; None where it holds weights alone.
        weights: the arrays as a safetensors file; None where it has none.
    """

    imported: Imported | None
    weights: Path | None


def read_apart(path: Path, weights: Path, cancelled: Callable[[], bool] = lambda: False) -> Received:
    """The model in the file *path*, whose arrays are written to *weights*.

    Call it in a thread that lives as long as the reading takes.

    Raises:
        BadInput: in one sentence, as ``read_model``; and where the file takes more memory or time than it is worth.
        Cancelled: it is not wanted any more.
    """
    weights.parent.mkdir(parents=True, exist_ok=True)
    weights.unlink(missing_ok=True)
    command = own_command("reader", str(path), "--weights", str(weights), "--parent", str(os.getpid()))
    with tempfile.TemporaryFile(prefix="nnviz-") as said, open_log(log_path()) as log:
        process = _start(command, said, log)
        try:
            _watch(process, path, cancelled)
        finally:
            process.kill()
            process.wait()
        imported = _heard(said, process.returncode, path)
    return Received(imported, weights if weights.exists() else None)


def _start(command: list[str], said: IO[bytes], log: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=log,
        env=own_environment() | {_NUMPY_THREADS: "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(process: subprocess.Popen[bytes], path: Path, cancelled: Callable[[], bool]) -> None:
    """Return when the process has ended; BadInput where it takes more than it may."""
    import psutil

    deadline, most = time.monotonic() + limits.seconds(path), limits.memory(path) + limits.LEAST_MEMORY
    while process.poll() is None:
        try:
            process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            if cancelled():
                from nnviz.data.dataset import Cancelled  # the window starts without

                raise Cancelled from None
            if time.monotonic() > deadline:
                raise BadInput(limits.too_much_time(path.name)) from None
        try:
            if psutil.Process(process.pid).memory_info().rss > most:
                raise BadInput(limits.too_much_memory(path.name))
        except psutil.Error:
            continue  # it has ended just now


def _heard(said: IO[bytes], code: int, path: Path) -> Imported | None:
    if code == -getattr(signal, "SIGPROF", 27):
        raise BadInput(limits.too_much_time(path.name))
    said.seek(0)
    answer = said.read(LARGEST_REPLY + 1)
    if code != 0 or len(answer) > LARGEST_REPLY:
        raise BadInput(limits.broke_the_reader(path.name))
    try:
        return reply.heard(answer)
    except ValueError:
        raise BadInput(limits.broke_the_reader(path.name)) from None
