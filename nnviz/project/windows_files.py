"""What Windows does differently with files: the names that it does not take, and files that somebody has open."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from nnviz.sentences import Sentence

ON_WINDOWS = os.name == "nt"
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: whatever ending follows, it is the device.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]) *(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_TRIES, _PAUSE = 20, 0.05  # seconds; a virus scanner looks at a new file for some tenths of one


def unfit(name: str) -> str | None:
    """Why this system has no file of this *name*, as the second half of a sentence; None where it can have one."""
    if not ON_WINDOWS:
        return None
    if device := _DEVICE.match(name):
        return Sentence("Windows keeps the name {0} for a device; take another name", device[1])
    if letter := _FORBIDDEN.search(name):
        return Sentence("on Windows no name of a file has {0!r} in it; take another name", letter[0])
    if name.endswith((" ", ".")):
        return Sentence("on Windows no name of a file ends in a space or a full stop; take another name")
    return None


def read_only(folder: Path) -> bool:
    """Whether *folder* is marked as one that nobody writes in; on Windows the mark means a folder with an own icon."""
    return not ON_WINDOWS and not folder.stat().st_mode & 0o222


def patiently(change: Callable[[Path], object], target: Path) -> None:
    """Give a file or folder the name *target*, by its own ``rename`` or ``replace``.

    Windows refuses while any program has one of the two open, if only to look for viruses or to show its icon; it is
    asked again for a second. Elsewhere that is done at once, whoever has them open.

    Raises:
        OSError: where it cannot be done.
    """
    for _ in range(_TRIES if ON_WINDOWS else 0):
        try:
            change(target)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    change(target)
