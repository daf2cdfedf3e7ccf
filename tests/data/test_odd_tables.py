"""Every odd text table there is: the exact table, or the exact sentence; the same from memory and from the disk."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.spec import Split, Table
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput

PEOPLE = "name,age,pay\nann,31,1.5\nbob,42,2.5\ncy,53,3.5\n"
NAMES = ("name", "age", "pay")
COLUMNS: list[list[object]] = [["ann", "bob", "cy"], [31, 42, 53], [1.5, 2.5, 3.5]]
KOREAN = "이름,나이,급여\n안나,31,1.5\n보람,42,2.5\n가가,53,3.5\n"
KOREAN_TABLE = (("이름", "나이", "급여"), [["안나", "보람", "가가"], [31, 42, 53], [1.5, 2.5, 3.5]])
WORDS = "이름,도시\n안나,서울\n보람,부산\n가가,가나\n"
NO = float("nan")
NUMBERS = (("column 0", "column 1", "column 2"), [[1, 4], [2, 5], [3, 6]])


def plain(text: str | bytes, *notes: str) -> tuple[str | bytes, tuple[str, ...], list[list[object]], tuple[str, ...]]:
    """A way of writing the three people."""
    return text, NAMES, COLUMNS, notes


def korean(name: str, mark: bytes = b"", note: str = "") -> tuple:
    return (mark + KOREAN.encode(name), *KOREAN_TABLE, (f"The file was read as {note or name}.",))


RIGHT = {
    "as usual": plain(PEOPLE),
    "byte order mark": plain(b"\xef\xbb\xbf" + PEOPLE.encode()),
    "korean, utf-8": (KOREAN, *KOREAN_TABLE, ()),
    "korean, utf-16 with its mark": korean("utf-16-le", b"\xff\xfe", "utf-16"),
    "korean, utf-16, big end first, with its mark": korean("utf-16-be", b"\xfe\xff", "utf-16"),
    "korean, utf-16 without a mark": korean("utf-16-le"),
    "korean, utf-16, big end first, without a mark": korean("utf-16-be"),
    "korean, cp949": korean("cp949"),
    "korean words alone, utf-16 without a mark": (
        WORDS.encode("utf-16-le"),
        ("이름", "도시"),
        [["안나", "보람", "가가"], ["서울", "부산", "가나"]],
        ("The file was read as utf-16-le.",),
    ),
    "korean words alone, cp949": (
        WORDS.encode("cp949"),
        ("이름", "도시"),
        [["안나", "보람", "가가"], ["서울", "부산", "가나"]],
        ("The file was read as cp949.",),
    ),
    "packed": plain(gzip.compress(PEOPLE.encode())),
    "packed, utf-16": (gzip.compress(KOREAN.encode("utf-16-le")), *KOREAN_TABLE, ("The file was read as utf-16-le.",)),
    "semicolon": plain(PEOPLE.replace(",", ";")),
    "decimal comma": plain(
        PEOPLE.replace(",", ";").replace(".", ","), "Numbers were read with a decimal comma in pay."
    ),
    "tab": plain(PEOPLE.replace(",", "\t")),
    "bar": plain(PEOPLE.replace(",", "|")),
    "blanks": plain(PEOPLE.replace(",", "   ")),
    "sep line of a spreadsheet": plain("sep=;\n" + PEOPLE.replace(",", ";")),
    "quoted header": (
        '"na,me","a ""ge"""," pay "\nann,31,1.5\n', ("na,me", 'a "ge"', "pay"), [["ann"], [31], [1.5]], ()
    ),
    "header of two lines": ('"na\nme",age\nann,31\n', ("na me", "age"), [["ann"], [31]], ()),
    "empty cells": (
        "name,age,pay\nann,,1.5\n,42,\ncy,53,3.5\n", NAMES, [["ann", "", "cy"], [NO, 42, 53], [1.5, NO, 3.5]], ()
    ),
    "words for no value": (
        "age,pay\nNA,1.5\n42,n/a\nNaN,null\n53,-\n#DIV/0!,?\n",
        ("age", "pay"),
        [[NO, 42, NO, 53, NO], [1.5, NO, NO, NO, NO]],
        (),
    ),
    "repeated header": (
        "a,a,b\n1,2,3\n4,5,6\n", ("a", "a_2", "b"), NUMBERS[1], ("Column 1 has the name of another: called 'a_2'.",)
    ),
    "empty header": (
        "a,,b\n1,2,3\n4,5,6\n", ("a", "column 1", "b"), NUMBERS[1], ("Column 1 has no name: called 'column 1'.",)
    ),
    "an index without a name": (
        ",name,city\n0,ann,Oslo\n1,bob,Bonn\n",
        ("column 0", "name", "city"),
        [[0, 1], ["ann", "bob"], ["Oslo", "Bonn"]],
        ("Column 0 has no name: called 'column 0'.",),
    ),
    "no header": ("1,2,3\n4,5,6\n", *NUMBERS, ()),
    "names and years": (
        "country,2019,2020\nKorea,51.7,51.8\nPeru,32.8,33.3\n",
        ("country", "2019", "2020"), [["Korea", "Peru"], [51.7, 32.8], [51.8, 33.3]], ()
    ),
    "years back to the past, above counts of which one is as large": (
        "country,code,2010,2005,2000\nPeru,pe,1990,3,4\nChad,td,7,12,9\n",
        ("country", "code", "2010", "2005", "2000"),
        [["Peru", "Chad"], ["pe", "td"], [1990, 7], [3, 12], [4, 9]], ()
    ),
    "years beside names without a name": (
        ",2019,2020\nKorea,51.7,51.8\nPeru,32.8,33.3\n",
        ("column 0", "2019", "2020"), [["Korea", "Peru"], [51.7, 32.8], [51.8, 33.3]],
        ("Column 0 has no name: called 'column 0'.",),
    ),
    "years alone": (
        "2019,2020,2021\n1.5,2,3\n4,5,6\n", ("2019", "2020", "2021"), [[1.5, 4], [2, 5], [3, 6]], ()
    ),
    "columns counted by pandas": (
        "0,1,2\n5.1,3.5,1\n4.9,3.0,2\n", ("0", "1", "2"), [[5.1, 4.9], [3.5, 3], [1, 2]], ()
    ),
    "columns counted by pandas, beside its index": (
        ",0,1,2\n0,5.1,3.5,1\n1,4.9,3.1,2\n", ("column 0", "0", "1", "2"),
        [[0, 1], [5.1, 4.9], [3.5, 3.1], [1, 2]], ("Column 0 has no name: called 'column 0'.",),
    ),
    "ten columns counted above whole numbers": (
        ",".join(map(str, range(10))) + "\n" + ",".join("7" * 10) + "\n",
        tuple(map(str, range(10))), [[7]] * 10, (),
    ),
    "no header, and whole numbers that happen to count": (
        "0,1,2\n2,0,1\n", ("column 0", "column 1", "column 2"), [[0, 2], [1, 0], [2, 1]], ()
    ),
    "no header, but years": (
        "Korea,2019,2020\nPeru,2017,2021\n", ("column 0", "column 1", "column 2"),
        [["Korea", "Peru"], [2019, 2017], [2020, 2021]], (),
    ),
    "no header, but a number like a year": (
        "ann,2019\nbob,310\n", ("column 0", "column 1"), [["ann", "bob"], [2019, 310]], ()
    ),
    "no header, but numbers at uneven distances like years": (
        "ann,2019,2020,1900\nbob,310,20,5\n", ("column 0", "column 1", "column 2", "column 3"),
        [["ann", "bob"], [2019, 310], [2020, 20], [1900, 5]], ()
    ),
    "no header, an index and years": (
        ",2019,2020\n1,5.5,6.5\n", ("column 0", "column 1", "column 2"), [[NO, 1], [2019, 5.5], [2020, 6.5]], ()
    ),
    "no header but words": (
        "ann,31\nbob,42\n", ("column 0", "column 1"), [["ann", "bob"], [31, 42]], ()
    ),
    "carriage returns alone": plain(PEOPLE.replace("\n", "\r")),
    "carriage returns and line feeds": plain(PEOPLE.replace("\n", "\r\n")),
    "mixed line ends": plain(PEOPLE.replace("\n", "\r\n", 2)),
    "no last line end": plain(PEOPLE.rstrip("\n")),
    "blank lines": plain(PEOPLE.replace("\n", "\n\n")),
    "comments above": plain("# by hand\n# twice\n" + PEOPLE),
    "thousands": ('a\n"1,200"\n"2,300,400"\n"1,234.5"\n', ("a",), [[1200, 2300400, 1234.5]], ()),
    "thousands with points": (
        "a;b\n1.200,5;1\n2.300.400;2\n",
        ("a", "b"),
        [[1200.5, 2300400], [1, 2]],
        ("Numbers were read with a decimal comma in a.",),
    ),
    "percent": ("a,b\n12%,1\n7.5 %,2\n", ("a", "b"), [[12, 7.5], [1, 2]], ()),
    "booleans": ("a,ok\n1,true\n2,false\n", ("a", "ok"), [[1, 2], ["true", "false"]], ()),
    "dates": ("day,a\n2024-01-05,1\n2024-01-06,2\n", ("day", "a"), [["2024-01-05", "2024-01-06"], [1, 2]], ()),
    "trailing commas": plain("name,age,pay\nann,31,1.5,\nbob,42,2.5,\ncy,53,3.5,\n"),
    "trailing commas in the header, too": (
        "age,pay,\n31,1.5,\n42,2.5,\n",
        ("age", "pay", "column 2"),
        [[31, 42], [1.5, 2.5], [NO, NO]],
        ("Column 2 has no name: called 'column 2'.",),
    ),
    "full-width digits": ("name,age\nann,３１\nbob,４２.５\n", ("name", "age"), [["ann", "bob"], [31, 42.5]], ()),
    "signs and exponents": ("a,b\n+1,1e3\n-2,2E-2\n", ("a", "b"), [[1, -2], [1000, 0.02]], ()),
    "one column with a gap": ("a\n31\n\n42\n", ("a",), [[31, NO, 42]], ()),
}  # fmt: skip

NOTHING_TO_READ = "t.csv is in no encoding that is known here: save it as UTF-8."
FINITE = "but numbers must be finite and below 3.4e+38."
WRONG = {
    "a row too short, early": (PEOPLE + "dan,64\n", "t.csv, line 5: expected 3 columns as the header has, but got 2."),
    "a row too long, early": (
        PEOPLE + "dan,64,4.5,9\n", "t.csv, line 5: expected 3 columns as the header has, but got 4."
    ),
    "a row too short, late": (
        "a,b\n" + "1,2\n" * 60_000 + "3\n", "t.csv, line 60002: expected 2 columns as the header has, but got 1."
    ),
    "a row too long without a header": (
        "1,2\n3,4\n5,6,7\n", "t.csv, line 3: expected 2 columns as the first row has, but got 3."
    ),
    "a word among numbers, early": (
        PEOPLE + "dan,old,4.5\n",
        "t.csv, line 5 (row 4 of the data): 'age' is a column of numbers, but here it holds 'old'.",
    ),
    "a word among numbers, late": (
        "a,b\n" + "1,2\n" * 60_000 + "3,oops\n1,2\n",
        "t.csv, line 60002 (row 60001 of the data): 'b' is a column of numbers, but here it holds 'oops'.",
    ),
    "a comment below": (PEOPLE + "# the end\n", "t.csv, line 5: expected 3 columns as the header has, but got 1."),
    "a quote left open": (PEOPLE + '"dan,64,4.5\neve,1,2\n', "t.csv, line 5: a quote is opened and never closed."),
    "words behind a quote": (
        PEOPLE + '"dan"x,64,4.5\n', "t.csv, line 5: there is more in a cell behind its closing quote."
    ),
    "binary": (bytes(range(1, 256)) * 4, NOTHING_TO_READ),
    "a NUL": (PEOPLE + "\0", "t.csv is not text: it holds a NUL, the mark of a binary file."),
    "a renamed PNG": (b"\x89PNG\r\n\x1a\n" + bytes(64), "t.csv is not a table but a PNG picture."),
    "a renamed JPEG": (b"\xff\xd8\xff\xe0" + bytes(64), "t.csv is not a table but a JPEG picture."),
    "a broken XLSX": (
        b"PK\x03\x04" + bytes(64), "t.csv is not a table but a ZIP archive, or an Excel workbook that is damaged."
    ),
    "a renamed XLS": (
        b"\xd0\xcf\x11\xe0" + bytes(64), "t.csv is not a table but an old Excel workbook: save it as .xlsx or as CSV."
    ),
    "empty": ("", "t.csv is empty."),
    "white space": (" \n\n", "t.csv is empty."),
    "a header alone": ("a,b\n", "t.csv has a header and no rows below it."),
    "beyond all numbers": (PEOPLE + "dan,1e400,1\n", f"t.csv, line 5 (row 4 of the data): 'age' holds inf, {FINITE}"),
    "infinite": (PEOPLE + "dan,64,-inf\n", f"t.csv, line 5 (row 4 of the data): 'pay' holds -inf, {FINITE}"),
    "beyond float32": (PEOPLE + "dan,64,1e39\n", f"t.csv, line 5 (row 4 of the data): 'pay' holds 1e+39, {FINITE}"),
    "a comma of either kind": (
        "a;b\n1,234;0\n2,345;1\n",
        "t.csv: 1,234 in 'a' may be 1234 or 1.234; write the numbers without a comma or with a point.",
    ),
    "a packed file cut off": (gzip.compress(PEOPLE.encode())[:-9], "t.csv is a broken or cut-off .gz file."),
    "half a character of utf-16": (
        KOREAN.encode("utf-16-le")[:-1], "t.csv is not in utf-16-le: it cannot be read from byte 77 on."
    ),
}  # fmt: skip


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("most_bytes", [None, 0], ids=["memory", "disk"])
@pytest.mark.parametrize("kind", RIGHT)
def test_the_exact_table(kind: str, most_bytes: int | None, tmp_path: Path) -> None:
    content, names, columns, notes = RIGHT[kind]
    frame = read_frame(written(tmp_path, content), most_bytes=most_bytes)
    assert (frame.names, frame.notes) == (names, notes)
    assert len(frame.columns) == len(columns)
    for column, wanted in zip(frame.columns, columns, strict=True):
        assert column.kind == ("text" if any(isinstance(value, str) for value in wanted) else "number")
        np.testing.assert_array_equal(column.values.tolist(), wanted)


@pytest.mark.parametrize("most_bytes", [None, 0], ids=["memory", "disk"])
@pytest.mark.parametrize("kind", WRONG)
def test_the_exact_sentence(kind: str, most_bytes: int | None, tmp_path: Path) -> None:
    content, sentence = WRONG[kind]
    with pytest.raises(BadInput) as refusal:
        read_frame(written(tmp_path, content), most_bytes=most_bytes)
    assert str(refusal.value) == sentence


def test_a_field_of_fifty_megabytes_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        read_frame(written(tmp_path, PEOPLE + '"' + "x" * 50_000_000 + '",64,4.5\n'))
    assert str(refusal.value) == (
        "t.csv, line 5 (row 4 of the data): a cell of 'name' is 50000000 characters long; is a quote left open?"
    )


def test_words_and_gaps_far_down_leave_the_other_columns_alone(tmp_path: Path) -> None:
    rows = [f"{i},{i / 2},{i % 2}" for i in range(3000)]
    rows[2000], rows[2500] = "NA,1000,0", "2500,?,0"
    frame = read_frame(written(tmp_path, "a,b,c\n" + "\n".join(rows) + "\n"))
    expected = np.array([[i, i / 2, i % 2] for i in range(3000)])
    expected[2000, 0], expected[2500, 1] = NO, NO
    np.testing.assert_array_equal(np.stack([column.values for column in frame.columns], axis=1), expected)


def test_the_last_column_with_a_value_is_the_target(tmp_path: Path) -> None:
    written(tmp_path, "a,b,\n" + "".join(f"{i},{i % 2},\n" for i in range(20)))
    dataset = load(Table(path="t.csv", split=Split(validation=0)), tmp_path)
    assert (dataset.facts.target_names, dataset.facts.feature_names) == (("b",), ("a",))
    assert any("'column 2' is left out: it has no value in any row." in note for note in dataset.notes)
