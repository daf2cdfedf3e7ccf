"""Finding the line of a text table that a sentence is about; slow and exact, used only once something is wrong."""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from nnviz.data.text.encoding import open_text
from nnviz.data.text.textfile import Dialect
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

LONGEST_CELL = 1 << 20


def line_of_row(path: Path, dialect: Dialect, row: int) -> int:
    """The 1-based line on which the 0-based *row* of the data starts."""
    for number, (line, _record) in enumerate(_records(path, dialect)):
        if number == row + dialect.header:
            return line
    return row + 1 + dialect.header + dialect.skip


def lines_of_rows(path: Path, dialect: Dialect, rows: Collection[int]) -> dict[int, int]:
    """As ``line_of_row``, of several rows in one pass through the file."""
    wanted, last = set(rows), max(rows, default=-1)
    found = {}
    for number, (line, _record) in enumerate(_records(path, dialect), -int(dialect.header)):
        if number > last:
            break
        if number in wanted:
            found[number] = line
    return found


def explain_bad_structure(path: Path, dialect: Dialect, reason: str) -> BadInput:
    """The sentence for a file that cannot be cut into rows: the first odd row, or *reason* where none is odd."""
    width = len(dialect.names)
    line = 0
    try:
        for line, record in _records(path, dialect):
            cells = len(record)
            while cells > width and not record[cells - 1].strip():
                cells -= 1
            if cells > width or len(record) < width:
                source = Sentence("the header has") if dialect.header else Sentence("the first row has")
                return BadInput(
                    Sentence(
                        "{0}, line {1}: expected {2} columns as {3}, but got {4}.",
                        path.name,
                        line,
                        width,
                        source,
                        len(record),
                    )
                )
            longest = max(map(len, record))
            if longest > LONGEST_CELL:
                return BadInput(
                    Sentence(
                        "{0}, line {1}: a cell is {2} characters long; is a quote left open before it?",
                        path.name,
                        line,
                        longest,
                    )
                )
    except csv.Error as error:
        if "unexpected end" in str(error):
            return BadInput(Sentence("{0}, line {1}: a quote is opened and never closed.", path.name, line + 1))
        return BadInput(
            Sentence("{0}, line {1}: there is more in a cell behind its closing quote.", path.name, line + 1)
        )
    return BadInput(Sentence("{0} cannot be read as a table: {1}", path.name, reason))


def _records(path: Path, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of every record, without blank lines, as the table's reader counts them."""
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        with open_text(path, dialect.encoding) as file:
            for _ in range(dialect.skip):
                file.readline()
            lines = (" ".join(line.split()) + "\n" for line in file) if dialect.delimiter == " " else file
            reader = csv.reader(lines, delimiter=dialect.delimiter, strict=True)
            start = dialect.skip + 1
            for record in reader:
                if record or len(dialect.names) == 1:
                    yield start, record or [""]
                start = dialect.skip + reader.line_num + 1
    finally:
        csv.field_size_limit(before)
