"""How many rows a large text table has, without cutting it into cells."""

from __future__ import annotations

from pathlib import Path

from nnviz.data.text.text_scan import scan
from nnviz.data.text.textfile import Dialect

LARGE = 32 << 20  # bytes of a file from which cutting it is worth avoiding


def rows_of_lines(plain: Path, dialect: Dialect) -> int | None:
    """The rows of the UTF-8 text at *plain*, where each line is one; None where that takes cutting it into cells.

    That is so for small files, which are looked at more closely, and where there are quotes or blank lines.
    """
    if plain.stat().st_size < LARGE:
        return None
    found = scan(plain)
    if found.binary or found.quotes or found.returns or found.blank_lines:
        return None
    return found.feeds + (not found.ended) - dialect.header - dialect.skip
