"""What kind of text a table is: its encoding, line ends, delimiter, and whether it has a header."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from nnviz.data.cells import is_missing, parse_number
from nnviz.data.dataset import Cancelled, never
from nnviz.errors import BadInput

BLOCK = 1 << 20
SAMPLE_CHARACTERS = 1 << 20
SAMPLE_RECORDS = 200
DELIMITERS = ("\t", ";", "|", ",")  # the surest sign first: a comma may as well be a decimal point
FOREIGN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an Excel workbook: save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save the sheet as CSV"),
    (b"%PDF", "a PDF document"),
    (b"\x89HDF", "an HDF5 file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x93NUMPY", "a NumPy array: choose NPZ for it"),
)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Dialect:
    """How a text file is cut into cells.

    Attributes:
        encoding: Python's name of it.
        delimiter: one character; a blank stands for any run of white space.
        header: whether the first record holds names.
        skip: lines above the table (comments).
        names: one name a column.
        renamed: sentences on empty or repeated names that were changed.
    """

    encoding: str
    delimiter: str
    header: bool
    skip: int
    names: tuple[str, ...]
    renamed: tuple[str, ...] = ()


def refuse_foreign(path: Path) -> None:
    """BadInput where *path* is empty or known by its first bytes to be no table."""
    with path.open("rb") as file:
        start = file.read(16)
    if not start:
        raise BadInput(f"{path.name} is empty.")
    for magic, what in FOREIGN:
        if start.startswith(magic):
            raise BadInput(f"{path.name} is not a table but {what}.")


def find_encoding(path: Path, asked: str = "auto", cancelled: Callable[[], bool] = never) -> str:
    """The encoding of the whole file: as its mark says, else UTF-8, else Korean cp949, else cp1252."""
    if asked != "auto":
        return _checked_encoding(path, asked, cancelled)
    with open_bytes(path) as file:
        start = file.read(4096)
    for mark, name in MARKS:
        if start.startswith(mark):
            return _checked_encoding(path, name, cancelled)
    if start.count(0) * 4 > len(start):  # Latin text in UTF-16 has a NUL in every second byte
        return _checked_encoding(path, "utf-16-be" if start[:1] == b"\0" else "utf-16-le", cancelled)
    for name in ("utf-8", "cp949", "cp1252"):
        if _undecodable(path, name, cancelled) is None:
            return name
    raise BadInput(f"{path.name} is in no encoding that is known here: save it as UTF-8.")


@contextmanager
def as_utf8(path: Path, encoding: str, delimiter: str, cancelled: Callable[[], bool] = never) -> Iterator[Path]:
    """The file as UTF-8 with plain line ends: *path* itself where it is so already, else a temporary copy."""
    if encoding in ("utf-8", "utf-8-sig") and delimiter != " " and not _packed(path) and _plain_lines(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
        copy = Path(folder) / "table.csv"
        with open_text(path, encoding) as source, copy.open("w", encoding="utf-8", newline="\n") as target:
            if delimiter == " ":
                for line in source:
                    target.write(" ".join(line.split()) + "\n")
            else:
                while block := source.read(BLOCK):
                    _stop_if(cancelled)
                    target.write(block)
        yield copy


def open_bytes(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked where it is a ``.gz``."""
    return gzip.open(path, "rb") if _packed(path) else path.open("rb")  # type: ignore[return-value]


def open_text(path: Path, encoding: str) -> io.TextIOWrapper:
    """The file's text with every line end as ``\\n``."""
    return io.TextIOWrapper(open_bytes(path), encoding="utf-8-sig" if encoding == "utf-8" else encoding)


def find_dialect(path: Path, encoding: str, delimiter: str, header: bool | Literal["auto"]) -> Dialect:
    """Cut the first lines in every likely way and take the one under which they agree."""
    text, whole = read_sample(path, encoding)
    if not text.strip():
        raise BadInput(f"{path.name} is empty.")
    chosen = _delimiter(_without_comments(text), whole) if delimiter == "auto" else delimiter
    if len(chosen) != 1:
        raise BadInput(f"A delimiter is one character, not {chosen!r}.")
    skip = _comment_lines(text, chosen)
    records = sample_records(text, chosen, whole, skip)
    if not records:
        raise BadInput(f"{path.name} has no rows.")
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
    """Whether the first record names the columns: words above numbers, or words that never come again below."""
    first, rest = records[0], records[1:]
    if all(_is_number(cell) for cell in first if cell):
        return False
    if not rest:
        return True
    columns = [[row[i] for row in rest if i < len(row) and not is_missing(row[i])] for i in range(len(first))]
    words = [i for i, cell in enumerate(first) if not is_missing(cell) and not _is_number(cell)]
    if any(columns[i] and 2 * sum(map(_is_number, columns[i])) > len(columns[i]) for i in words):
        return True
    if any(cells and all(map(_is_number, cells)) for cells in columns):
        return False  # a column of numbers whose first one is a number too
    return len(set(first)) == len(first) and not any(first[i] in columns[i] for i in range(len(first)))


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
    """*text* without the lines at its top that start with #, unless there is nothing else."""
    rest = text
    while rest.startswith("#"):
        rest = rest.partition("\n")[2]
    return rest if rest.strip() else text


def _comment_lines(text: str, delimiter: str) -> int:
    """How many lines at the top start with # and are no header (which has as many cells as the line below)."""
    lines = text.split("\n")
    skip = 0
    while skip + 1 < len(lines) and lines[skip].startswith("#"):
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
            renamed.append(f"Column {i} has {'no name' if not cell else 'the name of another'}: called {name!r}.")
        taken.add(name)
        names.append(name)
    return tuple(names), tuple(renamed)


def _is_number(cell: str) -> bool:
    return parse_number(cell) is not None or parse_number(cell, decimal_comma=True) is not None


def _packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _plain_lines(path: Path) -> bool:
    """Whether lines end in one way alone, \\n or \\r\\n; duckdb refuses a mixture."""
    with path.open("rb") as file:
        feeds = returns = pairs = 0
        last = b""
        while block := file.read(BLOCK):
            pairs += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
            feeds += block.count(b"\n")
            returns += block.count(b"\r")
            last = block[-1:]
    return returns == pairs and pairs in (0, feeds)


def _checked_encoding(path: Path, name: str, cancelled: Callable[[], bool]) -> str:
    try:
        codecs.lookup(name)
    except LookupError:
        raise BadInput(f"{name!r} is not the name of an encoding.") from None
    place = _undecodable(path, name, cancelled)
    if place is not None:
        raise BadInput(f"{path.name} is not in {name}: it cannot be read from byte {place} on.")
    return name


def _undecodable(path: Path, name: str, cancelled: Callable[[], bool]) -> int | None:
    """About where *path* stops being text in *name*; None where all of it is. BadInput for a NUL."""
    decoder = codecs.getincrementaldecoder(name)()
    done = 0
    try:
        with open_bytes(path) as file:
            while block := file.read(BLOCK):
                _stop_if(cancelled)
                text = decoder.decode(block)
                if "\0" in text:
                    raise BadInput(f"{path.name} is not text: it holds a NUL, the mark of a binary file.")
                done += len(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done + error.start
    except (EOFError, gzip.BadGzipFile):
        raise BadInput(f"{path.name} is a broken or cut-off .gz file.") from None
    return None


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
