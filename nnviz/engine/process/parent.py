"""The engine dies with the window that started it, even while it holds the interpreter's lock."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int | None) -> None:
    """Ask the kernel to kill this process when the thread that started it ends; exit when it is gone already.

    Linux alone has this. On Windows the window puts its engine into a Job Object; elsewhere the end of the
    command pipe ends the engine between two batches.

    Args:
        parent: the process that started this one; None takes whoever is the parent now.
    """
    if not sys.platform.startswith("linux"):
        return
    expected = os.getppid() if parent is None else parent
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # It may have died before the kernel knew that we care.
    if os.getppid() != expected:
        os._exit(1)
