"""Script lines that bring the cells of a table file into pandas, and those that make numbers or words of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nnviz.data.tables.database import parquet_source
from nnviz.data.tables.frame import Column, Frame
from nnviz.data.text.cells import MISSING
from nnviz.data.text.encoding import open_bytes
from nnviz.data.text.textfile import Dialect, Sheet

_NUMBERS = '''
def numbers(column):
    """The cells as numbers, NaN where there is none."""
    column = column.astype(str).str.strip()
    return column.mask(column.str.lower().isin(MISSING), "nan").astype(float).to_numpy()
'''
_WORDS = """
def words(column):
    return column.astype(str).str.strip().to_numpy(object)
"""
_MISSING = '''
def missing(column):
    """Where there is no value."""
    return column.astype(str).str.strip().str.lower().isin(MISSING).to_numpy()
'''
_TEXT = '''
def text(cell):
    """A cell of a workbook as a text file would have it."""
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return str(cell.date())
    return str(cell).replace("_x000D_", "")


def sheet(path, name, rows, columns):
    """The cells of a sheet in these rows and columns, the first and the last, without empty rows."""
    book = openpyxl.load_workbook(path, data_only=True)
    cells = book[name].iter_rows(rows[0], rows[1], columns[0], columns[1], values_only=True)
    return pd.DataFrame([[text(cell) for cell in row] for row in cells if any(cell not in (None, "") for cell in row)])
'''


_FUNCTIONS = {"numbers": _NUMBERS, "words": _WORDS, "missing": _MISSING, "sheet": _TEXT}
_MODULES = {"re": "import re", "pd": "import pandas as pd", "duckdb": "import duckdb",
            "sheet": "import datetime\nimport openpyxl"}  # fmt: skip


def opened(body: Sequence[str]) -> list[str]:
    """*body* behind the imports and the functions of this module that it calls."""
    text = "\n".join(body)
    functions = [function for name, function in _FUNCTIONS.items() if re.search(rf"\b{name}\(", text)]
    text += "\n".join(functions)
    modules = [line for name, line in _MODULES.items() if re.search(rf"\b{name}[.(]", text)]
    lines = [*sorted("\n".join(modules).split("\n")), "", f"MISSING = {sorted(MISSING)!r}"]
    for function in functions:
        lines += ["", *function.rstrip().split("\n")]
    return [*lines, "", "", *body]


def reading(frame: Frame) -> list[str]:
    """Lines that read the file of *frame* as ``table``, with its names."""
    dialect = frame.dialect
    if dialect is None:
        casts = ", ".join(map(_cast, frame.in_memory))
        return [f"table = duckdb.sql({f'SELECT {casts} FROM {parquet_source(frame.path.resolve())}'!r}).df()"]
    path = str(frame.path.resolve())
    if dialect.sheet is not None:
        return [*_of_sheet(path, dialect, dialect.sheet), f"table.columns = {list(dialect.names)!r}"]
    with open_bytes(frame.path) as unpacked, frame.path.open("rb") as plain:
        packed = ', compression="gzip"' if unpacked.read(2) != plain.read(2) else ""
    encoding = "utf-8-sig" if dialect.encoding == "utf-8" else dialect.encoding
    separator = r"\s+" if dialect.delimiter == " " else dialect.delimiter
    return [
        "table = pd.read_csv(",
        f"    {path!r},",
        f"    sep={separator!r}, header={0 if dialect.header else None}, skiprows={dialect.skip},",
        f"    encoding={encoding!r}, dtype=str, keep_default_na=False{packed},",
        ")",
        f"table.columns = {list(dialect.names)!r}",
    ]


def numbers_of(column: Column) -> str:
    """The call that gives the numbers of a column of ``table``."""
    cells = f"table[{column.name!r}]"
    if column.style == "dressed":
        cells += '.str.replace(",", "").str.rstrip("% ")'
    elif column.style == "comma":
        cells += '.str.replace(".", "").str.replace(",", ".").str.rstrip("% ")'
    return f"numbers({cells})"


def values_of(column: Column) -> str:
    """The call that gives the numbers or words of a column of ``table``."""
    return numbers_of(column) if column.kind == "number" else f"words(table[{column.name!r}])"


def without_gaps(columns: Sequence[Column], comment: str) -> str:
    """The line that leaves those rows out of ``table`` that have no value in one of the columns."""
    gaps = [
        f"np.isnan({numbers_of(column)})" if column.kind == "number" else f"missing(table[{column.name!r}])"
        for column in columns
    ]
    wanted = gaps[0] if len(gaps) == 1 else f"({' | '.join(gaps)})"
    return f"table = table[~{wanted}]  # {comment}"


def _of_sheet(path: str, dialect: Dialect, sheet: Sheet) -> list[str]:
    first = sheet.rows[dialect.skip + dialect.header]
    columns = sheet.first + 1, sheet.first + len(dialect.names)
    return [f"table = sheet({path!r}, {sheet.name!r}, ({first}, {sheet.rows[-1]}), {columns})"]


def _cast(column: Column) -> str:
    name = column.name.replace('"', '""')
    if column.kind == "number":
        return f'CAST("{name}" AS DOUBLE) AS "{name}"'
    return f'COALESCE(CAST("{name}" AS VARCHAR), \'\') AS "{name}"'
