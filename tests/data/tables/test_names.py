"""A table is read from the file that was chosen, whatever that and its folders are called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import duckdb
import pytest

from nnviz.data.preview import preview_table
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput

# What duckdb takes for a pattern, and a file beside it that the pattern means.
PATTERNS = {"a[1]": "a1", "b?": "bx", "c*": "cxx", "d{1,2}": "d1", "it's": "its", "c0=7": "c0"}


def text(first: int) -> str:
    return "a,b\n" + "".join(f"{row},{row * row}\n" for row in range(first, first + 30))


@pytest.mark.skipif(sys.platform == "win32", reason="names with these characters are not to be had there")
@pytest.mark.parametrize("name", PATTERNS)
def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path, name: str) -> None:
    for folder in (name, PATTERNS[name]):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{PATTERNS[name]}.csv").write_text(text(500))
    wanted = tmp_path / name / f"{name}.csv"
    wanted.write_text(text(0))
    columns = read_frame(wanted).columns
    assert [(column.name, list(column.values[:3])) for column in columns] == [("a", [0, 1, 2]), ("b", [0, 1, 4])]
    assert preview_table(wanted).total_rows == 30


@pytest.mark.parametrize("folder", ["year=2020", "plain"])
def test_a_folder_adds_no_column_to_a_parquet_file(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "t.parquet"
    path.parent.mkdir()
    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT range AS a, range + 1 AS b FROM range(30)) TO '{path}' (FORMAT parquet)")
    assert [column.name for column in read_frame(path).columns] == ["a", "b"]
    assert [column.name for column in preview_table(path).columns] == ["a", "b"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 elsewhere")
def test_a_name_that_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.csv")
    path.write_text(text(0))
    with pytest.raises(BadInput, match="not in UTF-8"):
        read_frame(path)
