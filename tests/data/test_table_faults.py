"""Odd text tables: the right table, or line, column and reason; never shifted, never shortened unsaid."""

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.spec import Split, Table
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput

ROWS = [(i, round(i * 1.25, 2), ("red", "blue", "green")[i % 3], i % 2) for i in range(40)]
WANTED = np.array([[i, w] for i, w, _, _ in ROWS])


def text(rows=None, delimiter=",", header="n,w,color,y"):
    lines = [] if header is None else [header.replace(",", delimiter)]
    lines += [delimiter.join(map(str, row)) for row in rows or ROWS]
    return "\n".join(lines) + "\n"


def frame_of(folder, content, **options):
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_frame(path, **options)


def refusal(folder, content, **options):
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadInput) as caught:
        load(Table(path="t.csv", **options), folder)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", ")", "?"))
    return sentence


RIGHT = {
    "plain": text(),
    "bom": b"\xef\xbb\xbf" + text().encode(),
    "utf-16 with its mark": text().encode("utf-16"),
    "utf-16 without": text().encode("utf-16-le"),
    "utf-16 big end first": text().encode("utf-16-be"),
    "cp949": text().replace("red", "빨강").encode("cp949"),
    "latin": text().replace("red", "orangé").encode("cp1252"),
    "semicolon": text(delimiter=";"),
    "decimal comma": text(delimiter=";").replace(".", ","),
    "tab": text(delimiter="\t"),
    "bar": text(delimiter="|"),
    "blanks": text(delimiter="   "),
    "crlf": text().replace("\n", "\r\n"),
    "cr": text().replace("\n", "\r"),
    "mixed line ends": text().replace("\n", "\r\n", 3),
    "no last line end": text().rstrip("\n"),
    "blank lines": text().replace("\n", "\n\n", 5) + "\n\n",
    "blank lines above": "\n\n" + text(),
    "blank lines and a comment above": "\n# measured in May\n\n" + text(),
    "comment above": "# measured in May\n# by hand, twice\n" + text(),
    "header behind a hash": "#" + text(),
    "quoted header": text().replace("n,w,color,y", '"n","w","color","y"'),
    "quoted cells": text().replace(",red,", ',"red",'),
    "trailing commas": "\n".join(line + "," if line else "" for line in text().split("\n")),
    "full-width digits": text().replace("\n1,", "\n１,"),
    "spaces around": text().replace(",", " , "),
    "percent": text().replace("1.25,", "1.25%,"),
}


@pytest.mark.parametrize("kind", RIGHT)
def test_the_right_table(kind, tmp_path):
    frame = frame_of(tmp_path, RIGHT[kind])
    assert frame.rows == len(ROWS)
    assert frame.names[:4] == ("n", "w", "color", "y")
    np.testing.assert_array_equal(np.stack([frame.columns[0].values, frame.columns[1].values], 1), WANTED)
    assert len(set(frame.columns[2].values)) == 3
    np.testing.assert_array_equal(frame.columns[3].values, [y for *_, y in ROWS])


def test_no_header(tmp_path):
    frame = frame_of(tmp_path, text(header=None))
    assert frame.names == ("column 0", "column 1", "column 2", "column 3")
    assert frame.rows == len(ROWS)


def test_a_header_of_several_lines(tmp_path):
    frame = frame_of(tmp_path, text().replace("n,w,color,y", '"n","weight\nin kg",color,y'))
    assert frame.names[1] == "weight in kg"
    assert frame.rows == len(ROWS)
    sentence = refusal(tmp_path, text().replace("n,w,", '"n","w\nkg",').replace("\n3,", "\nthree,"), target="y")
    assert "line 6 " in sentence


def test_repeated_and_empty_names_are_said(tmp_path):
    frame = frame_of(tmp_path, text().replace("n,w,color,y", "n,n,,y"))
    assert frame.names == ("n", "n_2", "column 2", "y")
    assert len(frame.notes) == 2


def test_thousands_and_dates_and_truth(tmp_path):
    rows = [(f'"{i},{i:03}.5"', f"2024-01-{i:02}", "true" if i % 2 else "false") for i in range(1, 29)]
    frame = frame_of(tmp_path, text(rows, header="a,day,y"))
    np.testing.assert_array_equal(frame.columns[0].values, [i * 1001 + 0.5 for i in range(1, 29)])
    dataset = load(Table(path="t.csv", split=Split(validation=0)), tmp_path)
    assert dataset.facts.class_names == ("false", "true")


def test_a_comma_that_may_be_either_is_refused(tmp_path):
    sentence = refusal(tmp_path, "a;y\n1,234;0\n2,345;1\n3,456;0\n")
    assert "1234" in sentence
    assert "1.234" in sentence


def test_ragged_rows_early_and_late(tmp_path):
    assert "line 4: expected 4 columns as the header has, but got 2" in refusal(
        tmp_path, text().replace("\n2,2.5,green,0", "\n2,2.5")
    )
    assert "line 4: expected 4 columns as the header has, but got 5" in refusal(
        tmp_path, text().replace("\n2,2.5,green,0", "\n2,2.5,green,0,9")
    )
    long = text([(i, i / 2, "x", i % 2) for i in range(60_000)])
    assert "line 60002" in refusal(tmp_path, long + "60000,1\n1,2,x,0\n")


def test_a_word_among_numbers_early_and_late(tmp_path):
    assert "line 5 (row 4 of the data): 'w' is a column of numbers, but here it holds 'abc'" in refusal(
        tmp_path, text().replace(",3.75,", ",abc,")
    )
    long = text([(i, i / 2, "x" if i % 3 else "z", i % 2) for i in range(60_000)])
    assert "line 60002 (row 60001 of the data): 'w'" in refusal(tmp_path, long + "60000,oops,x,1\n" + "1,2,x,0\n")
    assert "line 3" in refusal(tmp_path, "a,b\n1,2\nx,4\n5,6\n")


def test_infinite_numbers(tmp_path):
    for number in ("1e400", "inf", "-Infinity", "1e39"):
        sentence = refusal(tmp_path, text().replace(",3.75,", f",{number},"))
        assert "line 5 (row 4 of the data): 'w' holds" in sentence


def test_a_late_fraction_among_whole_targets_is_kept(tmp_path):
    content = text([(i, i % 2) for i in range(500)], header="a,y") + "1,0.5\n"
    (tmp_path / "t.csv").write_text(content)
    dataset = load(Table(path="t.csv", split=Split(validation=0)), tmp_path)
    assert dataset.facts.task == "regression"
    assert dataset.train.y[-1, 0] == 0.5


def test_quotes_left_open(tmp_path):
    assert "quote" in refusal(tmp_path, text().replace("\n3,", '\n"3,'))


NO_TABLES = {
    "is empty": b"",
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "NUL": text().encode() + b"\x00,1,2,3\n",
    "no rows below": b"a,b,c\n",
}


@pytest.mark.parametrize("reason", NO_TABLES)
def test_no_table(reason, tmp_path):
    assert reason in refusal(tmp_path, NO_TABLES[reason])


def test_bytes_at_random_are_refused_or_read_whole(tmp_path):
    rng = np.random.default_rng(0)
    for size in (10, 1000, 100_000):
        refusal(tmp_path, rng.integers(0, 256, size, dtype=np.uint8).tobytes())


def test_white_space_alone(tmp_path):
    assert "is empty" in refusal(tmp_path, " \n\n  \n")


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(BadInput, match="no file"):
        load(Table(path="gone.csv"), tmp_path)
    with pytest.raises(BadInput, match="folder"):
        load(Table(path="."), tmp_path)


def test_wrong_encoding_and_delimiter(tmp_path):
    content = text().replace("red", "빨강").encode("cp949")
    assert "utf-8" in refusal(tmp_path, content, encoding="utf-8")
    for name in ("utf-99", "base64", "a\0b"):
        assert "name of an encoding" in refusal(tmp_path, content, encoding=name)
    assert "it cannot be read from byte 0 on" in refusal(tmp_path, text(), encoding="utf-16")  # it has no mark
    assert "one character" in refusal(tmp_path, content, delimiter=",,")


def test_very_many_columns(tmp_path):
    names = ",".join(f"c{i}" for i in range(20_000))
    line = ",".join(str(i % 7) for i in range(20_000))
    frame = frame_of(tmp_path, f"{names}\n" + f"{line}\n" * 3)
    assert len(frame.columns) == 20_000
    assert frame.columns[-1].values[2] == 19_999 % 7
