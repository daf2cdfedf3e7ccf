"""How many rows a large text table has, without cutting it into cells."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nnviz.data.encoding import BLOCK
from nnviz.data.textfile import Dialect

LARGE = 32 << 20  # bytes of a file from which cutting it is worth avoiding
_FEED, _NOT_PLAIN = 10, (b'"', b"\r")


def rows_of_lines(plain: Path, dialect: Dialect) -> int | None:
    """The rows of the UTF-8 text at *plain*, where each line is one; None where that takes cutting it into cells.

    That is so for small files, which are looked at more closely, and where there are quotes or blank lines.
    """
    if plain.stat().st_size < LARGE:
        return None
    ends, after_end = 0, True
    with plain.open("rb") as file:
        while block := file.read(BLOCK):
            if any(mark in block for mark in _NOT_PLAIN):
                return None
            is_end = np.frombuffer(block, np.uint8) == _FEED
            if (after_end and is_end[0]) or (is_end[1:] & is_end[:-1]).any():
                return None
            ends += int(np.count_nonzero(is_end))
            after_end = bool(is_end[-1])
    return ends + (not after_end) - dialect.header - dialect.skip
