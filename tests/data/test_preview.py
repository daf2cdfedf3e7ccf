"""The first look at a table."""

import numpy as np
import pytest

from nnviz.data import preview
from nnviz.data.preview import preview_beginning, preview_table
from nnviz.errors import BadInput
from tests.data.samples import people_csv, people_rows


@pytest.mark.parametrize("style", ["plain", "semicolon", "tab", "utf-16", "gz", "no header"])
def test_what_was_found(style, tmp_path):
    path, _ = people_csv(tmp_path, style)
    preview = preview_table(path, rows=10)
    assert preview.total_rows == preview.counted_rows == 60
    assert len(preview.rows) == 10
    assert preview.delimiter == {"semicolon": ";", "tab": "\t"}.get(style, ",")
    assert preview.has_header == (style != "no header")
    assert [column.type for column in preview.columns] == ["integer", "number", "text", "integer", "bool", "bool"]
    age, city = preview.columns[0], preview.columns[2]
    assert (age.minimum, age.maximum, age.distinct, age.missing) == (20, 79, 60, 0)
    assert (city.distinct, city.minimum) == (3, None)
    if style == "plain":
        assert preview.rows[0] == tuple(people_rows()[0])


def test_missing_cells_and_odd_words_are_counted_not_refused(tmp_path):
    people_csv(tmp_path, "gaps")
    preview = preview_table(tmp_path / "gaps.csv")
    assert (preview.columns[1].missing, preview.columns[5].missing) == (6, 4)
    path = tmp_path / "odd.csv"
    path.write_text("a,b\n1,2\n2,x\n3,4\n")
    assert preview_table(path).columns[1].odd == "x"


def test_a_large_table_is_counted_whole_and_looked_at_in_part(tmp_path):
    np.savetxt(tmp_path / "big.csv", np.ones((9000, 60)), fmt="%d", delimiter=",")
    preview = preview_table(tmp_path / "big.csv")
    assert preview.total_rows == 9000
    assert 200 <= preview.counted_rows < 9000


def test_parquet(tmp_path):
    import duckdb

    duckdb.sql(f"COPY (SELECT range a, 'x' || range b FROM range(30)) TO '{tmp_path / 'p.parquet'}'")
    preview = preview_table(tmp_path / "p.parquet", rows=5)
    assert [(column.name, column.type) for column in preview.columns] == [("a", "integer"), ("b", "text")]
    assert preview.total_rows == 30
    assert preview.rows[1] == ("1", "x1")


def test_broken_files_are_refused_with_their_line(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n3\n")
    with pytest.raises(BadInput, match="line 3"):
        preview_table(tmp_path / "t.csv")
    with pytest.raises(BadInput, match="no file"):
        preview_table(tmp_path / "gone.csv")


@pytest.mark.parametrize("style", ["plain", "semicolon", "tab", "utf-16", "gz", "no header"])
def test_the_beginning_of_a_large_file(style, tmp_path, monkeypatch):
    """It has the same rows and columns as the whole."""
    monkeypatch.setattr(preview, "LARGE", 0)
    path, _ = people_csv(tmp_path, style)
    monkeypatch.setattr(preview, "BEGINNING", 900)
    whole, beginning = preview_table(path), preview_beginning(path)
    if style == "utf-16":
        assert beginning is None  # it cannot be cut at a byte; the whole file is waited for
        return
    assert beginning.total_rows is None
    assert 0 < len(beginning.rows) < 60
    assert beginning.rows == whole.rows[: len(beginning.rows)]
    assert [column.name for column in beginning.columns] == [column.name for column in whole.columns]
    assert [column.type for column in beginning.columns] == [column.type for column in whole.columns]


def test_what_is_small_or_wrong_has_no_beginning(tmp_path, monkeypatch):
    path, _ = people_csv(tmp_path, "plain")
    assert preview_beginning(path) is None
    assert preview_beginning(tmp_path / "gone.csv") is None
    monkeypatch.setattr(preview, "LARGE", 0)
    path.write_text("a,b\n1,2\n1,2,3\n")
    assert preview_beginning(path) is None
    with pytest.raises(BadInput, match=r"line 3: expected 2 columns"):
        preview_table(path)
