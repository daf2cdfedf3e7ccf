"""Pieces of SQL that say of a cell of text what ``data.text.cells`` says of it, for a million cells in a moment."""

from __future__ import annotations

from nnviz.data.dataset import LARGEST
from nnviz.data.text.cells import MISSING

# What ``str.strip`` takes off, as far as it is found in files.
_BLANK = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009" \
    "\u200a\u2028\u2029\u202f\u205f\u3000"  # fmt: skip
_WIDE_DIGITS, _DIGITS = "".join(chr(0xFF10 + digit) for digit in range(10)), "0123456789"
_PLAIN = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(?i:inf(inity)?)"
_THOUSANDS = r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?"
_THOUSANDS_POINT = r"[+-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?"
_AMBIGUOUS = r"[+-]?[1-9][0-9]{0,2},[0-9]{3}"
_COMMA = r"[+-]?([0-9]+,?[0-9]*|,[0-9]+)([eE][+-]?[0-9]+)?"
DATES = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y. %m. %d.", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%d-%b-%Y", "%b %d, %Y",
)  # fmt: skip


def word(text: str) -> str:
    """*text* as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def stripped(cell: str) -> str:
    """The text *cell* (an SQL expression) without white space around it; NULL stays NULL."""
    return f"trim({cell}, {word(_BLANK)})"


def nothing(cell: str) -> str:
    """Whether the text *cell* is missing, as ``cells.is_missing`` says; never NULL."""
    words = ", ".join(word(text) for text in sorted(MISSING))
    return f"(coalesce(lower({stripped(cell)}), '') IN ({words}))"


def number(cell: str, comma: bool) -> str:
    """The DOUBLE that the text *cell* holds, as ``cells.parse_number`` reads it; NULL where it holds none."""
    text = f"translate({stripped(cell)}, '{_WIDE_DIGITS}', '{_DIGITS}')"
    text = f"regexp_replace({text}, '[{_BLANK}]*%$', '')"
    if comma:
        written = f"regexp_full_match({text}, '{_COMMA}|{_THOUSANDS_POINT}')"
        return f"CASE WHEN {written} THEN TRY_CAST(replace(replace({text}, '.', ''), ',', '.') AS DOUBLE) END"
    return (
        f"CASE WHEN regexp_full_match({text}, '{_PLAIN}') THEN TRY_CAST({text} AS DOUBLE) "
        f"WHEN regexp_full_match({text}, '{_THOUSANDS}') THEN TRY_CAST(replace({text}, ',', '') AS DOUBLE) END"
    )


def ambiguous(cell: str) -> str:
    """Whether a comma in the text *cell* may part thousands as well as decimals, as ``cells.is_ambiguous`` says."""
    return f"regexp_full_match({stripped(cell)}, '{_AMBIGUOUS}')"


def finite(number: str) -> str:
    """*number* (an SQL expression) where a network can hold it; NULL for NaN, which duckdb takes for the largest."""
    return f"(CASE WHEN abs({number}) <= {LARGEST!r} THEN {number} END)"


def too_large(number: str) -> str:
    """Whether *number* is infinite or beyond what a network can hold; NULL or false for a missing one."""
    return f"(abs({number}) > {LARGEST!r} AND NOT isnan({number}))"
