"""A table of short texts as plain text, Markdown, LaTeX and CSV."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = "   "
# What LaTeX reads as a command, and how the sign itself is written.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "×": r"$\times$",
}  # fmt: skip


@dataclass(frozen=True)
class TextTable:
    """Headings and rows, all of one width.

    Attributes:
        head: what stands above each column.
        rows: the cells.
        right: the numbers of the columns that are numbers, and stand on the right.
        total: the last row, below a line; None where there is none.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = frozenset()
    total: Sequence[str] | None = None


def as_text(table: TextTable) -> str:
    """Columns in line, for a terminal or a mail."""
    body = [table.head, *table.rows, *([table.total] if table.total is not None else [])]
    widths = [max(_columns(row[i]) for row in body) for i in range(len(table.head))]
    line = ["-" * width for width in widths]
    rows = [table.head, line, *table.rows, *([line, table.total] if table.total is not None else [])]
    return "\n".join(_GAP.join(_set(row, widths, table.right)).rstrip() for row in rows)


def as_markdown(table: TextTable) -> str:
    """A table as GitHub and notebooks show it; the total is bold."""
    marks = ["---:" if i in table.right else ":---" for i in range(len(table.head))]
    cells = [[cell.replace("|", r"\|") for cell in row] for row in table.rows]
    total = [[f"**{cell}**" if cell else "" for cell in table.total]] if table.total is not None else []
    return "\n".join(f"| {' | '.join(row)} |" for row in [table.head, marks, *cells, *total])


def as_latex(table: TextTable) -> str:
    r"""A ``tabular`` with the rules of the package booktabs."""
    columns = "".join("r" if i in table.right else "l" for i in range(len(table.head)))
    total = [r"\midrule", _latex_row(table.total)] if table.total is not None else []
    lines = [
        "% \\usepackage{booktabs}",
        rf"\begin{{tabular}}{{{columns}}}",
        r"\toprule",
        _latex_row(table.head),
        r"\midrule",
        *(_latex_row(row) for row in table.rows),
        *total,
        r"\bottomrule",
        r"\end{tabular}",
    ]
    return "\n".join(lines)


def as_csv(table: TextTable) -> str:
    """Comma-separated values without the total, which a spreadsheet would add up with the rest."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([table.head, *table.rows])
    return written.getvalue()


def _set(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> list[str]:
    gaps = [" " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)]
    return [gap + cell if i in right else cell + gap for i, (cell, gap) in enumerate(zip(row, gaps, strict=True))]


def _columns(text: str) -> int:
    """How many columns of a terminal *text* takes: Korean and other wide signs two (Unicode Annex 11), accents none."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def _latex_row(row: Sequence[str]) -> str:
    return " & ".join("".join(_LATEX.get(sign, sign) for sign in cell) for cell in row) + r" \\"
