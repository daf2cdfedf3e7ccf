"""What a column of cells holds, found out while its cells go by: the counterpart of ``frame.column_of_cells``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnviz.data.lazy import Array, LazyRows
from nnviz.data.tables.frame import LONGEST_CELL, Frame, Kind, clipped, is_text
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.data.text.cells import is_missing, is_whole, parse_number
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

MOST_WORDS = 100_000  # a column of more different words is of no use as an input, and neither as classes
MOST_COMMAS = 100_000  # so many different cells with a comma settle what the comma means


class WordScan:
    """Looks at one column.

    Attributes:
        name: of the column.
        with_comma: different cells that have a comma in them, as keys.
    """

    def __init__(self, name: str, kind: Kind | None, frame: Frame) -> None:
        self.name, self._asked, self._frame = name, kind, frame
        self.with_comma: dict[str, None] = {}
        self._comma = False
        self._held = self._bad = 0
        self._first_bad = (0, "")
        self._whole = True
        self._first_rows: dict[str, int] = {}
        self._codes: dict[str, int] = {}
        self._kind: Kind = "number"

    def look(self, cells: Sequence[str], first: int) -> None:
        """See *cells*, the rows from *first* on, for the first time; BadInput where one is longer than any can be."""
        longest = max(cells, key=len, default="")
        if len(longest) > LONGEST_CELL:
            raise BadInput(
                Sentence(
                    "{0}: a cell of {1!r} is {2} characters long; is a quote left open?",
                    self._frame.place(first + list(cells).index(longest)),
                    self.name,
                    len(longest),
                )
            )
        if len(self.with_comma) < MOST_COMMAS:
            self.with_comma.update(dict.fromkeys(cell for cell in dict.fromkeys(cells) if "," in cell))

    def read(self, cells: Sequence[str], first: int, comma: bool) -> None:
        """See *cells* again; *comma* is whether ``1,5`` is 1.5 here."""
        self._comma = comma
        parsed = self._parsed(cells)
        self._whole = self._whole and all(is_missing(cell) or is_whole(cell) for cell in parsed)
        for row, cell in enumerate(cells):
            number = parsed[cell]
            if number is None:
                self._first_bad = self._first_bad if self._bad else (first + row, cell)
                self._bad += 1
            elif number == number:
                self._held += 1
        if len(self._first_rows) <= MOST_WORDS:
            for row, cell in enumerate(cells):
                self._first_rows.setdefault(cell.strip(), first + row)

    def decide(self) -> None:
        """All cells were seen: settle what the column holds; BadInput names a slip among numbers."""
        if is_text(self._asked, self._held, self._bad):
            self._kind = "text" if self._asked == "text" or self._bad else "number"
        elif self._bad:
            row, cell = self._first_bad
            raise BadInput(
                Sentence(
                    "{0}: {1!r} is a column of numbers, but here it holds {2}.",
                    self._frame.place(row),
                    self.name,
                    clipped(cell),
                )
            )
        if self._kind == "text" and len(self._first_rows) <= MOST_WORDS:
            self._codes = {word: i for i, word in enumerate(self._first_rows)}

    def numbers(self, cells: Sequence[str]) -> Array:
        """*cells* as they are stored: numbers, NaN for none, or the codes of words."""
        if self._kind == "text":
            return np.array([self._codes.get(cell.strip(), -1) for cell in cells], np.float64)
        return np.array(list(map(self._parsed(cells).__getitem__, cells)), np.float64)

    def column(self, table: LazyRows, position: int, count: Callable[[], int]) -> StoredColumn:
        """The column, stored as number *position* of *table*; *count* counts words where they are too many to keep."""
        if self._kind == "number":
            return StoredColumn(self.name, "number", self._whole, table, position, empty=not self._held)
        different = len(self._codes) or count()
        rows = tuple(self._first_rows[word] for word in self._codes)
        return StoredColumn(self.name, "text", False, table, position, self._codes, rows, different)

    def _parsed(self, cells: Sequence[str]) -> dict[str, float | None]:
        return {cell: np.nan if is_missing(cell) else parse_number(cell, self._comma) for cell in set(cells)}
