"""Rows of a table that were read a moment ago, and the reading of those that are wanted and not there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from nnviz.data.profile.viewing import Cell
from nnviz.ui.background import Background
from nnviz.ui.data_view.open_data import OpenData

Row = tuple[Cell, ...]
CHUNK_ROWS, CHUNK_CELLS = 128, 40_000  # rows that are read in one go: fewer of a table of very many columns
MOST_CHUNKS = 48
AHEAD = 16  # rows beyond those on screen, so that a turn of the wheel finds them


class RowCache(QObject):
    """Gives rows that are there; those that are not are read on another thread, the newest wish first.

    Signals:
        arrived: rows that were wanted are there now.
        failed: a sentence why they cannot be read.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data: OpenData | None = None
        self._chunks: OrderedDict[int, list[Row]] = OrderedDict()
        self._loading: tuple[int, ...] = ()
        self._broken = False
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)

    def set_data(self, data: OpenData | None) -> None:
        """Give rows of *data* from now on."""
        self._background.cancel()
        self._data, self._loading, self._broken = data, (), False
        self._chunks.clear()

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
        size = self.chunk_rows
        chunk = self._chunks.get(number // size)
        within = number % size
        return chunk[within] if chunk is not None and within < len(chunk) else None

    def want(self, first: int, stop: int) -> None:
        """Have the rows from *first* up to *stop* read, where they are not there; ``arrived`` follows."""
        data = self._data
        if data is None or self._broken or stop <= first:
            return
        size = self.chunk_rows
        chunks = range(max(0, first - AHEAD) // size, (min(self.count, stop + AHEAD) - 1) // size + 1)
        for chunk in chunks:
            if chunk in self._chunks:
                self._chunks.move_to_end(chunk)
        missing = tuple(chunk for chunk in chunks if chunk not in self._chunks)
        if not missing or missing == self._loading:
            return
        self._loading = missing
        self._background.run(lambda cancelled: _read(data, missing, size, cancelled))

    def shutdown(self) -> None:
        """Wait for what is being read."""
        self._background.shutdown()

    def _take(self, chunks: dict[int, list[Row]]) -> None:
        self._loading = ()
        self._chunks.update(chunks)
        while len(self._chunks) > MOST_CHUNKS:
            self._chunks.popitem(last=False)
        self.arrived.emit()

    def _fail(self, sentence: str) -> None:
        self._loading, self._broken = (), True
        self.failed.emit(sentence)


def _read(data: OpenData, chunks: tuple[int, ...], size: int, cancelled: Callable[[], bool]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    with data.reading() as view:
        for chunk in chunks:
            if cancelled():
                break
            found[chunk] = view.read(chunk * size, min(view.rows, (chunk + 1) * size))
    return found
