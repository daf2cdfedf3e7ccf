"""What the bytes of a text table say before it is decoded or cut, found out in one pass through the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Cancelled, never

_BLOCK = 1 << 18  # bytes; a processor's cache holds a block while it is looked through several times
_FEED = 10
_MOST_KEPT = 4
_Key = tuple[str, int, int]
_kept: dict[_Key, Scan] = {}


@dataclass(frozen=True)
class Scan:
    """What was found.

    Attributes:
        binary: whether there is a NUL; nothing behind it was looked at then.
        ascii: whether all bytes are below 128, so that the common encodings say the same of them.
        feeds, returns, pairs: how many ``\\n``, ``\\r`` and ``\\r\\n`` there are.
        quotes: whether there is a ``"``.
        blank_lines: whether some line is empty (one that ends in ``\\r\\n`` is not looked at).
        ended: whether the last line has an end.
    """

    binary: bool = False
    ascii: bool = True
    feeds: int = 0
    returns: int = 0
    pairs: int = 0
    quotes: bool = False
    blank_lines: bool = False
    ended: bool = True


def scan(path: Path, cancelled: Callable[[], bool] = never) -> Scan:
    """Look through all of *path*, at about the speed of the disk; what was found of an unchanged file is kept."""
    if cancelled():
        raise Cancelled
    status = path.stat()
    key = (str(path), status.st_size, status.st_mtime_ns)
    found = _kept.get(key)
    if found is None:
        found = _looked_through(path, cancelled)
        while len(_kept) >= _MOST_KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[key] = found
    return found


def _looked_through(path: Path, cancelled: Callable[[], bool]) -> Scan:
    buffer = bytearray(_BLOCK)
    view, codes, is_feed = memoryview(buffer), np.frombuffer(buffer, np.uint8), np.empty(_BLOCK, bool)
    is_ascii, quotes, blank = True, False, False
    feeds = returns = pairs = 0
    last = _FEED  # an empty first line is blank, too
    with path.open("rb", buffering=0) as file:
        while length := file.readinto(view):
            if cancelled():
                raise Cancelled
            block = buffer if length == _BLOCK else buffer[:length]
            if 0 in block:
                return Scan(binary=True)
            is_ascii = is_ascii and block.isascii()
            quotes = quotes or b'"' in block
            if b"\r" in block or last == 13:
                returns += block.count(b"\r")
                pairs += block.count(b"\r\n") + (last == 13 and block[0] == _FEED)
            places = np.flatnonzero(np.equal(codes[:length], _FEED, out=is_feed[:length]))
            blank = blank or (last == block[0] == _FEED) or bool((places[1:] - places[:-1] == 1).any())
            feeds += len(places)
            last = block[-1]
    return Scan(False, is_ascii, feeds, returns, pairs, quotes, blank, last == _FEED)
