"""How a text table is cut into cells: its delimiter, and whether it has a header."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nnviz.data.text.cells import is_missing, is_whole, parse_number
from nnviz.data.text.encoding import open_text
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

SAMPLE_CHARACTERS = 1 << 20
SAMPLE_RECORDS = 200
DELIMITERS = ("\t", ";", "|", ",")  # the surest sign first: a comma may as well be a decimal point
# So many numbers in a row are names: years beside no names, what counts the columns above fractions, or above anything.
SURELY_YEARS, LEAST_COUNTED, SURELY_COUNTED = 3, 3, 10


@dataclass(frozen=True)
class Sheet:
    """The sheet of a workbook that the text was made of.

    Attributes:
        name: of the sheet.
        rows: for each record, the header first, which row of the sheet it is, counted from 1.
        first: the column of the sheet, counted from 0, in which the table starts.
    """

    name: str
    rows: Sequence[int]
    first: int = 0


@dataclass(frozen=True)
class Dialect:
    """How a text file is cut into cells.

    Attributes:
        encoding: Python's name of it.
        delimiter: one character; a blank stands for any run of white space.
        header: whether the first record holds names.
        skip: lines above the table (comments, and ``sep=;``).
        names: one name a column.
        renamed: sentences on empty or repeated names that were changed.
        sheet: where the text stands in a workbook; None for a text file.
    """

    encoding: str
    delimiter: str
    header: bool
    skip: int
    names: tuple[str, ...]
    renamed: tuple[str, ...] = ()
    sheet: Sheet | None = None


def find_dialect(path: Path, encoding: str, delimiter: str, header: bool | Literal["auto"]) -> Dialect:
    """Cut the first lines in every likely way and take the one under which they agree."""
    text, whole = read_sample(path, encoding)
    if not text.strip():
        raise BadInput(Sentence("{0} is empty.", path.name))
    hint = re.match(r"sep=(.)\n", text)  # a first line that Excel writes and reads
    skip = 1 if hint else 0
    text = text[hint.end() :] if hint else text
    chosen = delimiter
    if delimiter == "auto":
        chosen = hint[1] if hint else _delimiter(_without_comments(text), whole)
    if len(chosen) != 1:
        raise BadInput(Sentence("A delimiter is one character, not {0!r}.", chosen))
    skip += (above := _comment_lines(text, chosen))
    records = sample_records(text, chosen, whole, above)
    if not records:
        raise BadInput(Sentence("{0} has no rows.", path.name))
    has_header = looks_like_header(records) if header == "auto" else bool(header)
    names, renamed = _names(records[0], has_header)
    return Dialect(encoding, chosen, has_header, skip, names, renamed)


def read_sample(path: Path, encoding: str) -> tuple[str, bool]:
    """The first megabyte or so of text, two lines at least, and whether that is all there is."""
    with open_text(path, encoding) as file:
        text = file.read(SAMPLE_CHARACTERS)
        if len(text) < SAMPLE_CHARACTERS:
            return text, True
        return text + file.readline() + file.readline() + "\n", False


def sample_records(text: str, delimiter: str, whole: bool, skip: int = 0) -> list[list[str]]:
    """The records of *text* without blank lines, and without the last one where the text was cut off there."""
    lines = text.split("\n")[skip:]
    if not whole and len(lines) > 1:
        lines.pop()
    if delimiter == " ":
        lines = [" ".join(line.split()) for line in lines]
    records = []
    try:
        for record in csv.reader((line + "\n" for line in lines), delimiter=delimiter):
            if record:
                records.append([cell.strip() for cell in record])
            if len(records) >= SAMPLE_RECORDS:
                break
    except csv.Error:  # a field beyond the csv module's limit; the table's reader says so with its line
        pass
    return records


def looks_like_header(records: Sequence[Sequence[str]]) -> bool:
    """Whether the first record names the columns: words above numbers, or words that never come again below.

    So do years, and numbers that count the columns.
    """
    first, rest = records[0], records[1:]
    columns = [[row[i] for row in rest if i < len(row) and not is_missing(row[i])] for i in range(len(first))]
    if all(_is_number(cell) for cell in first if cell):
        return _numbers_name(first, columns)  # the names below may have none above them
    if not rest:
        return True
    words = [i for i, cell in enumerate(first) if not is_missing(cell) and not _is_number(cell)]
    if any(columns[i] and 2 * sum(map(_is_number, columns[i])) > len(columns[i]) for i in words):
        return True
    over_numbers = [first[i] for i, cells in enumerate(columns) if cells and all(map(_is_number, cells))]
    if any(map(_is_number, over_numbers)) and not _numbers_name(first, columns):
        return False  # a column of numbers whose first one is a number too; an index may well have no name
    return len(set(first)) == len(first) and not any(first[i] in columns[i] for i in range(len(first)))


def _numbers_name(first: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the numbers in *first* are names of the *columns* of cells below: years, or counted as pandas does."""
    places = [i for i, cell in enumerate(first) if _is_number(cell)]
    numbers, below = [first[i] for i in places], [cell for i in places for cell in columns[i]]
    if all(map(_is_year, numbers)):
        distances = {int(b) - int(a) for a, b in itertools.pairwise(numbers)}
        beside = any(not all(map(_is_number, cells)) for i, cells in enumerate(columns) if i not in places)
        named = len(distances) == 1 and 0 not in distances and (beside or len(numbers) >= SURELY_YEARS)
        return named and 2 * sum(map(_is_year, below)) < len(below)
    if numbers != [str(number) for number in range(len(numbers))]:
        return False
    fractions = sum(map(_is_number, below)) - sum(map(is_whole, below))
    return len(numbers) >= SURELY_COUNTED or (len(numbers) >= LEAST_COUNTED and 2 * fractions > len(below))


def _delimiter(text: str, whole: bool) -> str:
    best, best_share = "", 0.0
    for candidate in DELIMITERS:
        counts = [len(record) for record in sample_records(text, candidate, whole)]
        usual = max(set(counts), key=counts.count) if counts else 1
        share = counts.count(usual) / len(counts) if usual > 1 else 0.0
        if share > best_share + 0.02:
            best, best_share = candidate, share
    if best:
        return best
    counts = [len(record) for record in sample_records(text, " ", whole)]
    same = counts and counts[0] > 1 and all(count == counts[0] for count in counts)
    return " " if same else ","


def _without_comments(text: str) -> str:
    """*text* without the lines at its top that are empty or start with #, unless there is nothing else."""
    rest = text
    while rest.startswith(("#", "\n")):
        rest = rest.partition("\n")[2]
    return rest if rest.strip() else text


def _comment_lines(text: str, delimiter: str) -> int:
    """How many lines at the top are blank, or start with # and are no header (as many cells as the line below)."""
    lines = text.split("\n")
    skip = 0
    # Where a row has a single cell, a blank line is a row without a value.
    several = delimiter in next((line for line in lines if line.strip() and not line.startswith("#")), "")
    while skip + 1 < len(lines) and (lines[skip].startswith("#") or (several and not lines[skip].strip())):
        if not lines[skip].startswith("#"):
            skip += 1
            continue
        rest = [line for line in lines[skip + 1 :] if line.strip() and not line.startswith("#")]
        is_last = not lines[skip + 1].startswith("#")
        if is_last and rest and lines[skip].count(delimiter) == rest[0].count(delimiter) > 0:
            break
        skip += 1
    return skip


def _names(first: Sequence[str], header: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not header:
        return tuple(f"column {i}" for i in range(len(first))), ()
    names: list[str] = []
    taken: set[str] = set()
    renamed = []
    for i, cell in enumerate(first):
        wanted = re.sub(r"\s+", " ", cell.lstrip("#").strip() if i == 0 else cell) or f"column {i}"
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted}_{number}", number + 1
        if name != cell and (not cell or name != wanted):
            renamed.append(
                Sentence("Column {0} has the name of another: called {1!r}.", i, name)
                if cell
                else Sentence("Column {0} has no name: called {1!r}.", i, name)
            )
        taken.add(name)
        names.append(name)
    return tuple(names), tuple(renamed)


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"(1[5-9]|2[01])\d\d", cell, re.ASCII) is not None


def _is_number(cell: str) -> bool:
    return parse_number(cell) is not None or parse_number(cell, decimal_comma=True) is not None
