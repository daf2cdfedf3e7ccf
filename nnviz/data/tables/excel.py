"""Excel workbooks: which sheets they have, and one of them as plain text that is read like any other table.

A sheet goes to a temporary CSV, so that all that is known of text tables (headers, missing cells, slips, tables larger
than the memory) holds here too; only places are said in the sheet's own rows.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import tempfile
import warnings
import zipfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from nnviz.data.dataset import Cancelled, never, nothing
from nnviz.data.text.textfile import Sheet
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

HEAD = 200  # rows from which the place of the table in its sheet is known
ASKED_EVERY = 1000  # rows between two looks at whether it is still wanted
LARGEST_STRINGS = 1 << 30  # bytes of shared words and styles, unpacked: they are read into memory whole
_SHEETS = "xl/worksheets/"
Cells = Sequence[Any]


@dataclass(frozen=True)
class SheetText:
    """One sheet as a CSV in UTF-8.

    Attributes:
        path: the temporary file.
        sheet: its name, and where its rows stand in the workbook.
        notes: sentences for a person.
        whole: whether all of it is there, and not its first rows alone.
    """

    path: Path
    sheet: Sheet
    notes: tuple[str, ...]
    whole: bool


def is_workbook(path: Path) -> bool:
    """Whether *path* is an ``.xlsx`` or ``.xlsm``, whatever it is called."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the sheets that are not hidden, in their order; BadInput where the workbook cannot be read."""
    with _opened(path) as book:
        return _visible(book)


def sheet_in(path: Path, wanted: str | int | None) -> str | int | None:
    """The sheet to read in another workbook than the one it was chosen in: of the same name or number, else the first.

    None for a file that is no workbook.
    """
    if wanted is None or not is_workbook(path):
        return None
    names = sheet_names(path)
    return wanted if wanted in names or (isinstance(wanted, int) and wanted < len(names)) else None


@contextlib.contextmanager
def as_text(
    path: Path,
    sheet: str | int | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = nothing,
    most_rows: int | None = None,
    place: Path | None = None,
) -> Iterator[SheetText]:
    """A sheet of the workbook *path* as a temporary CSV, which is removed at the end.

    Titles above the table and empty rows and columns around it are left out.

    Args:
        path: the workbook.
        sheet: the name of a sheet or its 0-based number among those that are not hidden; None for the first one that
            holds a table.
        cancelled: asked now and then.
        progress: told the share of the rows that were read.
        most_rows: read so many at the most.
        place: the folder for the copy; None for the usual one of temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="nnviz-", dir=place) as folder:
        copy = Path(folder) / "sheet.csv"
        with _opened(path) as book, copy.open("w", encoding="utf-8", newline="") as file:
            expected = {sheet.title: sheet.max_row or 0 for sheet in book.worksheets}  # as the file says, mostly truly
            name, sheets = _chosen(path, book, sheet), len(_visible(book))
            writer = _Writer(path, name, file, most_rows)
            writer.write_all(book[name], expected[name], cancelled, progress)
        notes = list(writer.notes)
        if sheet is None and sheets > 1:
            notes.insert(0, Sentence("The workbook has {0} sheets; {1!r} was read.", sheets, name))
        if writer.gaps and _has_formulas(path):
            _refuse_uncomputed(path, name, writer)
        yield SheetText(copy, Sheet(name, writer.rows, writer.first), tuple(notes), writer.whole)


@contextlib.contextmanager
def _opened(path: Path, values: bool = True) -> Iterator[Any]:
    """The workbook; what is wrong with it is a sentence."""
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            words = sum(m.file_size for m in archive.infolist() if _in_memory(m.filename))
        if words > LARGEST_STRINGS:
            raise BadInput(
                Sentence(
                    "{0} holds {1:.1f} GB of words, too many to open: save the sheet as CSV.",
                    path.name,
                    words / 1e9,
                )
            )
        with path.open("rb") as file:  # a name that does not end as those of workbooks do would be refused
            with warnings.catch_warnings():  # of styles and extensions that are of no interest here
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(file, read_only=True, data_only=values, keep_links=False)
            with contextlib.closing(book):
                yield book
    except (BadInput, Cancelled, GeneratorExit):
        raise
    except OSError as error:
        if isinstance(error, zipfile.BadZipFile) or error.errno is None:
            raise _unreadable(path, error) from None
        raise
    except Exception as error:  # openpyxl lets out whatever a broken file makes happen in it
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> BadInput:
    reason = str(error).split("\n")[0] or type(error).__name__
    return BadInput(Sentence("{0} is not a readable Excel workbook: {1}.", path.name, reason))


def _visible(book: Any) -> tuple[str, ...]:
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return tuple(shown or [sheet.title for sheet in book.worksheets])


def _chosen(path: Path, book: Any, wanted: str | int | None) -> str:
    names = _visible(book)
    if not names:
        raise BadInput(Sentence("{0} has no sheet with cells.", path.name))
    if wanted is None:
        likely = next((name for name in names if _holds_a_table(book[name])), None)
        return likely or next((name for name in names if _has_cells(book[name])), names[0])
    if isinstance(wanted, int):
        if not 0 <= wanted < len(names):
            raise BadInput(
                Sentence("There is no sheet {0} in {1}: its {2} sheets count from 0.", wanted, path.name, len(names))
            )
        return names[wanted]
    if wanted not in (sheet.title for sheet in book.worksheets):
        raise BadInput(
            Sentence("There is no sheet {0!r} in {1}; its sheets are {2}.", wanted, path.name, ", ".join(names))
        )
    return wanted


def _holds_a_table(sheet: Any) -> bool:
    """Whether it has rows of several cells below each other near its head: a page of notes has none."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=HEAD, values_only=True)
    return sum(sum(cell is not None for cell in row) > 1 for row in rows) > 1


def _has_cells(sheet: Any) -> bool:
    sheet.reset_dimensions()  # those that are written in the file are not always true
    return any(cell is not None for row in sheet.iter_rows(values_only=True) for cell in row)


@dataclass
class _Writer:
    """Writes the rows of one sheet.

    Attributes:
        path, name: the workbook and its sheet.
        file: where the text goes.
        most_rows: so many at the most.
        rows: for each row that was written, which row of the sheet it is, counted from 1.
        notes: sentences on what was left out.
        gaps: whether a cell within the table is empty.
        whole: whether the whole sheet was read.
        first, last: the table's first column and the one after its last.
    """

    path: Path
    name: str
    file: IO[str]
    most_rows: int | None
    rows: array[int] = field(default_factory=lambda: array("I"))
    notes: list[str] = field(default_factory=list)
    gaps: bool = False
    whole: bool = True
    first: int = 0
    last: int = 0

    def write_all(
        self, sheet: Any, expected: int, cancelled: Callable[[], bool], progress: Callable[[float], None]
    ) -> None:
        """Find the table and write it, about *expected* rows of it; BadInput where the sheet is empty."""
        sheet.reset_dimensions()
        writer = csv.writer(self.file, lineterminator="\n")
        head: list[tuple[int, Cells]] = []
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if number % ASKED_EVERY == 0:
                if cancelled():
                    raise Cancelled
                progress(number / max(expected, number))
            if not any(_filled(cell) for cell in row):
                continue
            if self.most_rows is not None and len(self.rows) >= self.most_rows:
                self.whole = False
                break
            head.append((number, row))
            if self.last or len(head) == HEAD:
                self._write(writer, head)
        self._write(writer, head)
        if not self.rows:
            raise BadInput(Sentence("{0}: the sheet {1!r} is empty.", self.path.name, self.name))

    def _write(self, writer: Any, head: list[tuple[int, Cells]]) -> None:
        """Write what has been gathered, and settle where the table is when that is not known yet."""
        if not self.last and head:
            self._find(head)
        for number, row in head:
            beyond = next((i for i in range(self.last, len(row)) if _filled(row[i])), None)
            if beyond is not None:
                raise BadInput(
                    Sentence(
                        "{0}, sheet {1!r}, cell {2}{3}: there is a value beside the table, which ends at column {4}.",
                        self.path.name,
                        self.name,
                        column_letters(beyond),
                        number,
                        column_letters(self.last - 1),
                    )
                )
            cells = [_text(cell) for cell in row[self.first : self.last]]
            cells += [""] * (self.last - self.first - len(cells))
            self.gaps = self.gaps or "" in cells
            writer.writerow(cells)
            self.rows.append(number)
        head.clear()

    def _find(self, head: list[tuple[int, Cells]]) -> None:
        """Leave out titles above the table, which are single cells, and empty columns around it.

        The table is as wide as its header, where its first row is words alone.
        """
        counts = [sum(map(_filled, row)) for _, row in head]
        titles = next((i for i, count in enumerate(counts) if count > 1), 0)
        if titles:
            shown = next(_text(cell) for cell in head[0][1] if _filled(cell))
            self.notes.append(
                Sentence("1 row above the table was left out, the first with {0!r}.", shown[:40])
                if titles == 1
                else Sentence("{0} rows above the table were left out, the first with {1!r}.", titles, shown[:40])
            )
            del head[:titles]
        filled = [[i for i, cell in enumerate(row) if _filled(cell)] for _, row in head]
        named = all(isinstance(head[0][1][i], str) for i in filled[0])
        self.first, self.last = min(map(min, filled)), 1 + max(filled[0] if named else map(max, filled))


def _refuse_uncomputed(path: Path, name: str, writer: _Writer) -> None:
    """BadInput where a cell is empty only because no program has computed its formula yet."""
    with _opened(path, values=False) as formulas, _opened(path) as values:
        pairs = []
        for book in (formulas, values):
            book[name].reset_dimensions()
            pairs.append(book[name].iter_rows(values_only=True))
        for number, (asked, got) in enumerate(zip(*pairs, strict=True), 1):
            for i, (formula, value) in enumerate(zip(asked, got, strict=False)):
                if value is None and isinstance(formula, str) and formula.startswith("="):
                    raise BadInput(
                        Sentence(
                            "{0}, sheet {1!r}, cell {2}{3}: the formula has no value yet; open the workbook in a "
                            "spreadsheet program and save it.",
                            path.name,
                            name,
                            column_letters(i),
                            number,
                        )
                    )
            if number > writer.rows[-1]:
                return


def _has_formulas(path: Path) -> bool:
    """Whether any sheet has a formula."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith(_SHEETS):
                continue
            with archive.open(name) as file:
                last = b""
                while block := file.read(1 << 20):
                    if b"<f>" in last + block or b"<f " in last + block:
                        return True
                    last = block[-2:]
    return False


def _in_memory(member: str) -> bool:
    """Whether a member of the archive is read whole; rows of a sheet are read one by one."""
    return member.endswith(".xml") and not member.startswith(_SHEETS)


def column_letters(column: int) -> str:
    """The name that a spreadsheet gives the 0-based *column*: A to Z, AA, AB, ..."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _filled(cell: Any) -> bool:
    return cell is not None and cell != ""


def _text(cell: Any) -> str:
    """A cell as a CSV would have it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return str(cell.date()) if cell.time() == datetime.time() else cell.isoformat(" ")
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
