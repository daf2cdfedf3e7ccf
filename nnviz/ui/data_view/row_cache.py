"""Rows of a table that were read a moment ago, and the reading of those that are wanted and not there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nnviz.data.profile.viewing import Cell
from nnviz.ui.data_view.cache import Cache
from nnviz.ui.data_view.open_data import OpenData

Row = tuple[Cell, ...]
CHUNK_ROWS, CHUNK_CELLS = 128, 40_000  # rows that are read in one go: fewer of a table of very many columns
MOST_CHUNKS = 48
AHEAD = 16  # rows beyond those on screen, so that a turn of the wheel finds them


class RowCache(Cache):
    """Gives rows that are there; those that are not are read in chunks on another thread, the newest wish first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(MOST_CHUNKS, parent)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._data.view.rows if self._data is not None else 0

    @property
    def chunk_rows(self) -> int:
        """How many rows are read in one go."""
        columns = len(self._data.view.heads) if self._data is not None else 1
        return max(8, min(CHUNK_ROWS, CHUNK_CELLS // max(1, columns)))

    def row(self, number: int) -> Row | None:
        """The cells of the 0-based row *number*; None where they are not there, or not yet."""
        chunk = self._held.get(number // self.chunk_rows)
        within = number % self.chunk_rows
        return chunk[within] if chunk is not None and within < len(chunk) else None

    def want(self, first: int, stop: int) -> None:
        """Have the rows from *first* up to *stop* read, where they are not there; ``arrived`` follows."""
        data, size = self._data, self.chunk_rows
        if data is None or stop <= first:
            return
        chunks = range(max(0, first - AHEAD) // size, (min(self.count, stop + AHEAD) - 1) // size + 1)
        if missing := self._missing(chunks):
            self._make(missing, lambda cancelled: _read(data, missing, size, cancelled))


def _read(data: OpenData, chunks: tuple[int, ...], size: int, cancelled: Callable[[], bool]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    with data.reading() as view:
        for chunk in chunks:
            if cancelled():
                break
            found[chunk] = view.read(chunk * size, min(view.rows, (chunk + 1) * size))
    return found
