"""Two files or folders change places in one step, where the system can do that."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
Call = Callable[[bytes, bytes], int]  # gives two names to each other; 0 where that was done
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


def exchange(one: Path, other: Path) -> bool:
    """Give each of the two the other's name, at once; whether that can be done here. OSError where it fails."""
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:  # this file system does not know it
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


if sys.platform == "darwin":

    def _call() -> Call | None:
        """man 2 renamex_np"""
        with contextlib.suppress(AttributeError, OSError):  # an older system
            renamex = ctypes.CDLL(None, use_errno=True).renamex_np
            return lambda one, other: int(renamex(one, other, _RENAME_SWAP))
        return None

else:

    def _call() -> Call | None:
        """man 2 renameat2; None where there is no such call"""
        with contextlib.suppress(AttributeError, OSError, TypeError):  # an older C library, or Windows
            renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
            return lambda one, other: int(renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
        return None
