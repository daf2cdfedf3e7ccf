"""Windows only: a Job Object that takes the engine with it when the window's process is gone, however it went."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_set", ctypes.c_size_t),
        ("largest_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def bind_to_this_process(process_handle: int) -> object | None:
    """Put a child into a job that ends with us; keep what is returned until the child is gone.

    The kernel closes the job's last handle when our process ends and then ends the child, even one that holds
    its interpreter lock. Elsewhere than on Windows nothing is done: the engine asks its own kernel for the same.
    """
    if sys.platform == "win32":
        kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        job = kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits()
        limits.basic.flags = _KILL_ON_CLOSE
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), size)
        kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process_handle))
        return _Job(kernel, job)
    return None


class _Job:
    """The handle of a job; closing it ends what is in it."""

    def __init__(self, kernel: Any, handle: int) -> None:
        self._kernel = kernel
        self._handle = handle

    def __del__(self) -> None:
        self._kernel.CloseHandle(ctypes.c_void_p(self._handle))
