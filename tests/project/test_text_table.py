"""One table in four forms, each read back by what its readers go by."""

from __future__ import annotations

import csv
import io
import re

from nnviz.project.text_table import TextTable, as_csv, as_latex, as_markdown, as_text

TABLE = TextTable(
    ("layer", "count"),
    (("hidden_1", "18"), ("50 % & a|b, {x}", "4,128")),
    right=frozenset({1}),
    total=("Total", "4,146"),
)


def test_columns_stand_in_line() -> None:
    lines = as_text(TABLE).splitlines()
    assert [line.rindex(end) + len(end) for line, end in zip(lines, ("count", "-", "18"), strict=False)] == [23] * 3
    assert lines[-1] == "Total             4,146"
    assert lines[1] == lines[-2] == "-" * 15 + "   " + "-" * 5


def test_markdown_has_as_many_cells_in_every_row() -> None:
    lines = as_markdown(TABLE).splitlines()
    assert lines[1] == "| :--- | ---: |"
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    assert {len(row) for row in cells} == {2}
    assert cells[3][0].strip() == r"50 % & a\|b, {x}"
    assert cells[-1][1].strip() == "**4,146**"


def test_latex_takes_any_name_as_text() -> None:
    lines = as_latex(TABLE).splitlines()
    assert lines[1:3] == [r"\begin{tabular}{lr}", r"\toprule"]
    assert lines.count(r"\midrule") == 2
    assert r"hidden\_1 & 18 \\" in lines
    assert r"50 \% \& a|b, \{x\} & 4,128 \\" in lines
    assert lines[-3:] == [r"Total & 4,146 \\", r"\bottomrule", r"\end{tabular}"]
    odd = TextTable(("a",), ((r"\~^<×>#$",),))
    row = as_latex(odd).splitlines()[5]
    assert not re.search(r"(?<!\\)[#~^<>×]|(?<!\\)\$(?!\\times\$|\\| )", row.replace(r"$\times$", ""))


def test_csv_is_read_back_without_the_total() -> None:
    assert list(csv.reader(io.StringIO(as_csv(TABLE)))) == [list(TABLE.head), *map(list, TABLE.rows)]


def test_a_table_without_a_total_ends_with_its_rows() -> None:
    plain = TextTable(("a",), (("1",),))
    assert as_text(plain) == "a\n-\n1"
    assert as_markdown(plain).endswith("| 1 |")
    assert as_latex(plain).count(r"\midrule") == 1


def test_wide_signs_take_two_columns_and_accents_none() -> None:
    text = as_text(TextTable(("layer", "n"), (("층 하나", "7"), ("e\u0301tage", "12"), ("층", "3")), frozenset({1})))
    assert text.splitlines() == ["layer      n", "-------   --", "층 하나    7", "e\u0301tage     12", "층         3"]
