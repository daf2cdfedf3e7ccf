"""A table in memory: columns of numbers or words, and where in the file each row stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from nnviz.data.dataset import LARGEST
from nnviz.data.lazy import Array
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.data.text.cells import (
    is_ambiguous,
    is_missing,
    is_whole,
    parse_number,
    uses_decimal_comma,
)
from nnviz.data.text.textfile import Dialect
from nnviz.data.text.textfile_errors import line_of_row
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Kind = Literal["number", "text"]
NumberStyle = Literal["plain", "dressed", "comma"]
MOST_SLIPS = 2  # so many words among numbers are taken for slips however short the column is
SLIP_SHARE = 0.05
LONGEST_CELL = 100_000


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        name: its name, see ``Dialect.names``.
        kind: whether it holds numbers or words.
        values: ``(n,)`` float64 with NaN for no value, or strings (dtype object), ``""`` for no value.
        whole: whether all numbers are written as whole ones.
        style: how the numbers are written: as Python does, with a percent sign, thousands or full-width digits,
            or with a decimal comma.
    """

    name: str
    kind: Kind
    values: Array
    whole: bool = False
    style: NumberStyle = "plain"

    @property
    def missing(self) -> Array:
        """``(n,)`` True where there is no value."""
        if self.kind == "number":
            return np.isnan(self.values)
        return np.array([is_missing(value) for value in self.values], bool)

    @property
    def empty(self) -> bool:
        """Whether it is a column of numbers without a single one."""
        return self.kind == "number" and bool(np.isnan(self.values).all())

    @property
    def words(self) -> tuple[str, ...]:
        """The different values of a column of words, in the order of the alphabet."""
        return tuple(sorted(set(self.values.tolist()))) if self.kind == "text" else ()

    @property
    def different(self) -> int:
        """How many different words."""
        return len(self.words)


@dataclass(frozen=True)
class Frame:
    """A whole table.

    Attributes:
        path: the file.
        columns: in the file's order; stored ones where the table is larger than the memory.
        rows: how many.
        dialect: how the text was cut; None for Parquet.
        notes: sentences for a person.
    """

    path: Path
    columns: tuple[Column | StoredColumn, ...]
    rows: int
    dialect: Dialect | None
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.columns)

    @property
    def in_memory(self) -> tuple[Column, ...]:
        """The columns, where none of them is a stored one."""
        return tuple(column for column in self.columns if isinstance(column, Column))

    def place(self, row: int) -> str:
        """Where the 0-based *row* stands, with the line that an editor shows."""
        if self.dialect is None:
            return Sentence("{0}, row {1}", self.path.name, row + 1)
        if self.dialect.sheet is not None:
            place = self.dialect.sheet.rows[row + self.dialect.header]
            return Sentence("{0}, sheet {1!r}, row {2}", self.path.name, self.dialect.sheet.name, place)
        line = line_of_row(self.path, self.dialect, row)
        return Sentence("{0}, line {1} (row {2} of the data)", self.path.name, line, row + 1)

    def index(self, wanted: str | int) -> int:
        """The 0-based number of the column *wanted*, a name or a number; BadInput names those there are."""
        if isinstance(wanted, int):
            if 0 <= wanted < len(self.columns):
                return wanted
            raise BadInput(
                Sentence(
                    "There is no column {0} in {1}: its {2} columns count from 0.",
                    wanted,
                    self.path.name,
                    len(self.columns),
                )
            )
        if wanted in self.names:
            return self.names.index(wanted)
        shown = ", ".join(self.names[:20]) + (", ..." if len(self.columns) > 20 else "")
        raise BadInput(Sentence("There is no column {0!r} in {1}; its columns are {2}.", wanted, self.path.name, shown))


def column_of_cells(name: str, cells: Sequence[str], kind: Kind | None, comma: bool, frame: Frame) -> Column:
    """Make a column of its *cells*, text as it stands in the file.

    Args:
        name: the column's name.
        cells: ``""`` for an empty one.
        kind: what the column has to be; None to infer it. Mostly numbers with a few words among them is a slip
            in the file, not a column of words: BadInput names the first one.
        comma: whether ``1,5`` is 1.5 here.
        frame: for the place of a bad cell.
    """
    longest = max(cells, key=len, default="")
    if len(longest) > LONGEST_CELL:
        raise BadInput(
            Sentence(
                "{0}: a cell of {1!r} is {2} characters long; is a quote left open?",
                frame.place(list(cells).index(longest)),
                name,
                len(longest),
            )
        )
    parsed = {cell: np.nan if is_missing(cell) else parse_number(cell, comma) for cell in set(cells)}
    numbers = [parsed[cell] for cell in cells]
    bad = [row for row, number in enumerate(numbers) if number is None]
    held = sum(number is not None and number == number for number in numbers)
    if is_text(kind, held, len(bad)):
        stripped = np.array([cell.strip() for cell in cells], object)
        return Column(name, "text" if kind == "text" or bad else "number", *_words_or_nothing(stripped, bad, kind))
    if bad:
        raise BadInput(
            Sentence(
                "{0}: {1!r} is a column of numbers, but here it holds {2}.",
                frame.place(bad[0]),
                name,
                clipped(cells[bad[0]]),
            )
        )
    values = np.array(numbers, np.float64)
    whole = all(is_missing(cell) or is_whole(cell) for cell in parsed)
    return Column(name, "number", values, whole, _style(parsed, comma))


def check_range(column: Column, frame: Frame) -> None:
    """BadInput where a number is infinite or beyond what the network's float32 can hold."""
    if column.kind != "number":
        return
    bad = np.abs(column.values) > LARGEST  # False for NaN
    if bad.any():
        row = int(bad.argmax())
        raise BadInput(
            Sentence(
                "{0}: {1!r} holds {2:g}, but numbers must be finite and below {3:.2g}.",
                frame.place(row),
                column.name,
                column.values[row],
                LARGEST,
            )
        )


def decimal_comma_columns(cells: Mapping[str, Sequence[str]], delimiter: str, path: Path) -> set[str]:
    """The columns whose numbers are written with a decimal comma; BadInput where that cannot be told."""
    found = {name for name, column in cells.items() if uses_decimal_comma(column)}
    if delimiter == ",":
        return found  # in quotes among commas, 1,234 is meant as thousands
    for name, column in cells.items():
        doubtful = next((cell for cell in column if is_ambiguous(cell)), None)
        if doubtful is None or name in found or not all(_comma_free_or_doubtful(cell) for cell in column):
            continue
        if not found:
            raise BadInput(
                Sentence(
                    "{0}: {1} in {2!r} may be {3} or {4}; write the numbers without a comma or with a point.",
                    path.name,
                    doubtful.strip(),
                    name,
                    doubtful.strip().replace(",", ""),
                    doubtful.strip().replace(",", "."),
                )
            )
        found.add(name)
    return found


def _comma_free_or_doubtful(cell: str) -> bool:
    return "," not in cell or is_ambiguous(cell)


def is_text(kind: Kind | None, held: int, bad: int) -> bool:
    """Whether cells are words, *held* of them being numbers and *bad* of them neither numbers nor empty."""
    return kind == "text" or (kind is None and (not held or bad > _slips(held, bad)))


def _slips(held: int, bad: int) -> int:
    """How many words among *held* numbers count as slips of the pen."""
    return min(held, max(MOST_SLIPS, int(SLIP_SHARE * (held + bad))))


def _words_or_nothing(stripped: Array, bad: Sequence[int], kind: Kind | None) -> tuple[Array]:
    if kind == "text" or bad:
        return (stripped,)
    return (np.full(len(stripped), np.nan),)  # a column without a single value


def _style(cells: Iterable[str], comma: bool) -> NumberStyle:
    if comma:
        return "comma"
    dressed = any("," in cell or "%" in cell for cell in cells)
    return "dressed" if dressed else "plain"


def clipped(cell: str) -> str:
    """The cell in quotes, its beginning alone where it is long."""
    return repr(cell if len(cell) <= 40 else cell[:37] + "...")
