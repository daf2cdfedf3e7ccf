"""Excel workbooks, made by openpyxl and by pandas; the same rows in a CSV are the oracle."""

from __future__ import annotations

import csv
import datetime
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas
import pytest

from nnviz.data.dataset import Cancelled
from nnviz.data.load import load
from nnviz.data.preview import preview_table
from nnviz.data.rows import read_inputs
from nnviz.data.spec import Series, Split, Table
from nnviz.data.tables.excel import column_letters, sheet_names
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput

HEADER = ("나이", "city", "pay", "hired", "ok", "y")
ROWS = [
    (20 + i, "서울" if i % 2 else "Oslo", i * 1.5, datetime.date(2024, 1, 1 + i % 9), i % 3 == 0, i % 2)
    for i in range(27)
]  # fmt: skip


def workbook(path: Path, *sheets: tuple[str, Iterable[Sequence[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def refused(path: Path, **options: Any) -> str:
    with pytest.raises(BadInput) as refusal:
        load(Table(path=str(path), **options), path.parent)
    return str(refusal.value)


@pytest.mark.parametrize("most_bytes", [None, 0], ids=["memory", "disk"])
def test_a_sheet_is_what_the_same_csv_is(tmp_path: Path, most_bytes: int | None) -> None:
    path = workbook(tmp_path / "a.xlsx", ("Sheet1", [HEADER, *ROWS]))
    with (tmp_path / "a.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *((*row[:4], str(row[4]).lower(), row[5]) for row in ROWS)])
    sheet, text = (read_frame(tmp_path / name, most_bytes=most_bytes) for name in ("a.xlsx", "a.csv"))
    assert (sheet.names, sheet.rows, sheet.notes) == (text.names, text.rows, ())
    for one, other in zip(sheet.columns, text.columns, strict=True):
        assert (one.kind, one.whole) == (other.kind, other.whole)
        np.testing.assert_array_equal(one.values, other.values)
    assert load(Table(path="a.xlsx"), tmp_path).facts == load(Table(path="a.csv"), tmp_path).facts
    assert path.read_bytes()[:2] == b"PK"


def test_pandas_writes_what_we_read(tmp_path: Path) -> None:
    table = pandas.DataFrame({"a": [1.25, None, 3.0], "b": ["x", "y", None], "c": [1, 2, 3]})
    table.to_excel(tmp_path / "a.xlsx", index=False)
    frame = read_frame(tmp_path / "a.xlsx")
    np.testing.assert_array_equal(frame.columns[0].values, [1.25, np.nan, 3.0])
    assert frame.columns[1].values.tolist() == ["x", "y", ""]
    table.to_excel(tmp_path / "b.xlsx")  # with the row numbers, in a column without a name
    assert read_frame(tmp_path / "b.xlsx").names == ("column 0", "a", "b", "c")


def test_a_renamed_workbook_is_known_by_what_it_holds(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ("S", [HEADER, *ROWS])).rename(tmp_path / "a.csv")
    assert read_frame(tmp_path / "a.csv").names == HEADER


def test_the_choice_of_the_sheet(tmp_path: Path) -> None:
    other = [("a", "y"), *((i * 0.5, i % 2) for i in range(12))]
    path = workbook(
        tmp_path / "a.xlsx", ("Empty", []), ("자료", [HEADER, *ROWS]), ("Other", other), ("Notes", [("x",)])
    )
    book = openpyxl.load_workbook(path)
    book["Notes"].sheet_state = "hidden"
    book.save(path)
    assert sheet_names(path) == ("Empty", "자료", "Other")
    first = read_frame(path)
    assert (first.names, first.notes) == (HEADER, ("The workbook has 3 sheets; '자료' was read.",))
    for sheet in ("Other", 2):
        frame = read_frame(path, sheet=sheet)
        assert (frame.names, frame.rows, frame.notes) == (("a", "y"), 12, ())
    assert refused(path, sheet="Gone") == "There is no sheet 'Gone' in a.xlsx; its sheets are Empty, 자료, Other."
    assert refused(path, sheet=7) == "There is no sheet 7 in a.xlsx: its 3 sheets count from 0."
    assert refused(path, sheet=0) == "a.xlsx: the sheet 'Empty' is empty."


def test_a_page_of_notes_is_not_taken_for_the_table(tmp_path: Path) -> None:
    notes = [("Measured in May",), ("by Ann",), (), ("do not pass on",)]
    path = workbook(tmp_path / "a.xlsx", ("Notes", notes), ("Data", [HEADER, *ROWS]))
    frame = read_frame(path)
    assert (frame.names, frame.notes) == (HEADER, ("The workbook has 2 sheets; 'Data' was read.",))
    assert read_frame(path, sheet="Notes").rows < 4
    column = workbook(tmp_path / "b.xlsx", ("One", [("v",), *((i,) for i in range(9))]), ("Empty", []))
    assert read_frame(column).rows == 9


def test_titles_and_empty_rows_and_columns_around_the_table(tmp_path: Path) -> None:
    rows = [
        ("", "Sales"),
        (),
        ("", "name", "pay"),
        ("", "ann", 1.5),
        (),
        ("", "bob", "oops"),
        *(("", "cy", i) for i in range(30)),
    ]
    path = workbook(tmp_path / "a.xlsx", ("S", rows))
    assert refused(path) == "a.xlsx, sheet 'S', row 6: 'pay' is a column of numbers, but here it holds 'oops'."
    rows[5] = ("", "bob", 2.5)
    frame = read_frame(workbook(path, ("S", rows)))
    assert frame.names == ("name", "pay")
    assert frame.columns[1].values.tolist() == [1.5, 2.5, *range(30)]
    assert frame.notes == ("1 row above the table was left out, the first with 'Sales'.",)
    rows[20] = (*rows[20], "see me")
    assert refused(workbook(path, ("S", rows))) == (
        "a.xlsx, sheet 'S', cell D21: there is a value beside the table, which ends at column C."
    )


def test_a_formula_without_its_value_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("S", [("a", "b"), (1, 2), (3, "=A3*2"), (5, 6)]))
    assert refused(path) == (
        "a.xlsx, sheet 'S', cell B3: the formula has no value yet; open the workbook in a spreadsheet program and save "
        "it."
    )


def test_infinite_cells_and_errors_of_the_sheet(tmp_path: Path) -> None:
    rows = [("a", "b"), *((i, i * 0.5) for i in range(20)), (20, "#DIV/0!")]
    assert np.isnan(read_frame(workbook(tmp_path / "a.xlsx", ("S", rows))).columns[1].values[-1])
    rows[3] = (1e300, 1)
    assert "a.xlsx, sheet 'S', row 4: 'a' holds 1e+300" in refused(workbook(tmp_path / "a.xlsx", ("S", rows)))


def test_what_is_no_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("S", [HEADER, *ROWS]))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path) == "a.xlsx is not a table but a ZIP archive, or an Excel workbook that is damaged."
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<nonsense")
    assert refused(path).startswith("a.xlsx is not a readable Excel workbook: ")


def test_words_beyond_the_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", ("S", [HEADER, *ROWS]))
    monkeypatch.setattr("nnviz.data.tables.excel.LARGEST_STRINGS", 0)
    assert refused(path).endswith("GB of words, too many to open: save the sheet as CSV.")


def test_a_test_part_in_another_workbook_and_rows_to_predict(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ("One", []), ("Train", [HEADER, *ROWS]))
    workbook(tmp_path / "t.xlsx", ("Test", [HEADER[::-1], *(row[::-1] for row in ROWS[:5])]))
    spec = Table(path="a.xlsx", sheet="Train", test_path="t.xlsx", split=Split(validation=0))
    dataset = load(spec, tmp_path)
    assert dataset.facts.rows == (27, 0, 5)
    np.testing.assert_array_equal(dataset.test.x, dataset.train.x[:5])
    x = read_inputs(spec, tmp_path, tmp_path / "t.xlsx", dataset.preparation)
    np.testing.assert_array_equal(x, dataset.train.x[:5])


def test_a_series_in_a_sheet(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ("x", []), ("S", [("v",), *((i,) for i in range(30))]))
    dataset = load(Series(path="a.xlsx", sheet="S", window=4, scale="none"), tmp_path)
    np.testing.assert_array_equal(dataset.train.x[1, :, 0], [1, 2, 3, 4])


def test_the_preview_tells_of_the_sheets(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("One", [("a",), (1,)]), ("Two", [("Title",), HEADER, *ROWS]))
    preview = preview_table(path, sheet="Two")
    assert (preview.sheets, preview.sheet, preview.total_rows) == (("One", "Two"), "Two", 27)
    assert [column.type for column in preview.columns] == ["integer", "text", "number", "text", "bool", "bool"]
    assert preview.notes == ("1 row above the table was left out, the first with 'Title'.",)


def test_reading_tells_its_progress_and_is_given_up_when_asked(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ("S", [("a", "y"), *((i, i % 2) for i in range(3500))]))
    seen: list[float] = []
    load(Table(path="a.xlsx"), tmp_path, progress=seen.append)
    assert seen == sorted(seen)
    assert len({share for share in seen if 0.05 < share < 0.5}) >= 3
    with pytest.raises(Cancelled):
        load(Table(path="a.xlsx"), tmp_path, lambda: True)


def test_letters_of_columns() -> None:
    assert [column_letters(i) for i in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"
    ]  # fmt: skip
