"""Where the columns and rows of a table stand. Pure; widths in pixels, rows and columns by their 0-based number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

ROW_HEIGHT = 22
NAMES_HEIGHT, BARS_HEIGHT = 38, 34  # of the head: name and type, and the histogram below them
NARROWEST, WIDEST, STRETCHED = 64, 180, 240
LETTER = 6.7  # a letter's width in the font of the cells, roughly: measuring all cells would take long
MARGIN = 18  # left and right of a text
LEAST_SHARE = 0.75  # of the width that they want
MOST_MEASURED = 400  # columns


@dataclass(frozen=True)
class TablePlan:
    """The places of the parts of a table that is *width* by *height* pixels.

    Attributes:
        gutter: the width of the row numbers on the left.
        head: the height of the head.
        edges: where each column begins, from the first one's left edge, and where the last one ends.
    """

    width: int
    height: int
    gutter: int
    head: int
    edges: tuple[int, ...]

    @property
    def content(self) -> int:
        """The width of all columns together."""
        return self.edges[-1]

    @property
    def room(self) -> int:
        """The width there is for them."""
        return max(1, self.width - self.gutter)

    @property
    def whole_rows(self) -> int:
        """How many rows can be seen whole."""
        return max(1, (self.height - self.head) // ROW_HEIGHT)

    def columns(self, scrolled: int) -> range:
        """The columns that can be seen where the table is *scrolled* so many pixels to the right."""
        first = max(0, bisect_right(self.edges, scrolled) - 1)
        last = bisect_right(self.edges, scrolled + self.room - 1)
        return range(first, min(len(self.edges) - 1, last))

    def column_at(self, x: float, scrolled: int) -> int | None:
        """The column under *x*; None where there is none."""
        at = x - self.gutter + scrolled
        if x < self.gutter or not 0 <= at < self.content:
            return None
        return bisect_right(self.edges, at) - 1

    def row_at(self, y: float, first: int) -> int | None:
        """The row under *y* where *first* is the uppermost; None in the head."""
        return first + int((y - self.head) // ROW_HEIGHT) if y >= self.head else None


def letters(text: str) -> float:
    """How many letters of the alphabet *text* is as wide as, about: others, as those of Korean, are wider."""
    return len(text) if text.isascii() else sum(1.0 if letter < "ᄀ" else 1.7 for letter in text)


def column_widths(heads: Sequence[int], samples: Sequence[Sequence[str]]) -> list[int]:
    """As wide as the head of each column, in pixels, and some of its cells want it to be, within reason."""
    widths = []
    for i, head in enumerate(heads):
        longest = max((letters(cells[i]) for cells in samples if i < len(cells)), default=0)
        widths.append(max(NARROWEST, min(WIDEST, max(head, round(longest * LETTER)) + MARGIN)))
    return widths


def edges_of(widths: Sequence[int], room: int) -> tuple[int, ...]:
    """Where columns of these *widths* begin, and the end.

    Few columns share the *room* that is left, and give way a little where that brings all of them into view.
    """
    total = sum(widths)
    if room < total <= room / LEAST_SHARE:
        widths = [max(NARROWEST, width * room // total) for width in widths]
    elif 0 < total < room:
        spare = (room - total) // len(widths)
        widths = [max(width, min(STRETCHED, width + spare)) for width in widths]
    return (0, *accumulate(widths))
