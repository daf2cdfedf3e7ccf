"""What a cell of a text table says: nothing, a number, or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MISSING = frozenset({
    "", "na", "n/a", "nan", "-nan", "null", "none", "nil", "?", "-", "--", ".",
    "#n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?", "#null!",  # what a spreadsheet could not compute
})  # fmt: skip
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_SIMPLE = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_ALL_SIMPLE = re.compile(rf"{_SIMPLE}(?:\n{_SIMPLE})*")
_INFINITE = re.compile(r"[+-]?inf(inity)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_THOUSANDS_POINT = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?")
_DECIMAL_COMMA = re.compile(r"[+-]?(\d+(,\d*)?|,\d+)([eE][+-]?\d+)?")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def is_missing(cell: str) -> bool:
    """Whether the cell is empty or one of the words that stand for no value."""
    return cell.strip().lower() in MISSING


def parse_number(cell: str, decimal_comma: bool = False) -> float | None:
    """The number a cell holds, None where it holds something else.

    Taken are signs, exponents, full-width digits, thousands in groups of three and a percent sign (``12%`` is
    12). Where *decimal_comma* is set, ``1,5`` is 1.5 and ``1.500`` is 1500. An infinite number is a number here.
    """
    text = cell.strip()
    if text.endswith("%"):
        text = text[:-1].rstrip()
    if decimal_comma:
        written = _DECIMAL_COMMA.fullmatch(text) or _THOUSANDS_POINT.fullmatch(text)
        return float(text.replace(".", "").replace(",", ".")) if written else None
    if _PLAIN.fullmatch(text) or _INFINITE.fullmatch(text):
        return float(text)
    return float(text.replace(",", "")) if _THOUSANDS.fullmatch(text) else None


def plain_numbers(cells: Sequence[str]) -> list[float] | None:
    """The numbers of all *cells*, much faster than one by one; None where any is written otherwise than ``-1.5e3``."""
    text = "\n".join(cells)
    if not _ALL_SIMPLE.fullmatch(text) or text.count("\n") >= len(cells):  # a cell may have lines of its own
        return None
    return list(map(float, cells))


def uses_decimal_comma(cells: Iterable[str]) -> bool:
    """Whether some cell can only be read with a decimal comma (``1,5``) and none only with thousands (``1,234.5``)."""
    found = False
    for cell in cells:
        if parse_number(cell) is None:
            if parse_number(cell, decimal_comma=True) is None:
                continue
            found = True
        elif "," in cell and parse_number(cell, decimal_comma=True) is None:
            return False
    return found


def is_ambiguous(cell: str) -> bool:
    """Whether a cell such as ``1,234`` may be 1234 as well as 1.234."""
    return _AMBIGUOUS.fullmatch(cell.strip()) is not None


def is_whole(cell: str) -> bool:
    """Whether the number in a cell is written without a point or an exponent."""
    return re.fullmatch(r"[+-]?\d+", cell.strip()) is not None
