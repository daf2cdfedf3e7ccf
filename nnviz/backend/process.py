"""Starting the engine: by name, as a fresh process, never by fork."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from nnviz.backend.job import bind_to_this_process

EngineProcess = subprocess.Popen[bytes]


def engine_command() -> list[str]:
    """The words that start the engine."""
    return own_command("engine", "--parent", str(os.getpid()))


def own_command(*words: str) -> list[str]:
    """The words that start ``nnviz WORD ...``: this interpreter, or the bundled program itself."""
    # -P: a random.py in the folder the window was opened from must not shadow the library's.
    start = [] if getattr(sys, "frozen", False) else ["-P", "-m", "nnviz"]
    return [sys.executable, *start, *words]


def own_environment() -> dict[str, str]:
    """The environment in which ``own_command`` finds this very nnviz."""
    environment = dict(os.environ)
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").exists():  # a checkout, found by its place and not by the current folder
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{root}{os.pathsep}{known}" if known else str(root)
    return environment


def start_process(command: Sequence[str], log: BinaryIO) -> EngineProcess:
    """Start *command* with pipes for the protocol and its stderr in *log*; OSError where it cannot be started.

    On Linux the engine asks to be killed when the thread that started it ends, so call this in a thread that
    lives as long as the engine shall.
    """
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        bufsize=0,
        env=own_environment(),
        creationflags=flags,
    )
    # Kept with the process: the job must live exactly as long.
    process.nnviz_job = bind_to_this_process(int(getattr(process, "_handle", 0)))  # type: ignore[attr-defined]
    return process


def exit_code(process: EngineProcess, patience: float) -> int | None:
    """The exit code of a process whose pipe has ended; None where it lingered for *patience* seconds and was killed."""
    try:
        return process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None


def close_pipes(process: EngineProcess) -> None:
    """Close our ends of its pipes."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
