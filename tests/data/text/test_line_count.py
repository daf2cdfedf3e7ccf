"""Rows are counted by lines where that is the truth, and not where it is not."""

import pytest

from nnviz.data.preview import preview_table
from nnviz.data.tables.tablefile import text_dialect
from nnviz.data.text import encoding, line_count, text_scan
from nnviz.data.text.encoding import find_encoding
from nnviz.data.text.line_count import rows_of_lines

ROWS = "".join(f"{i},{i * i}\n" for i in range(500))


@pytest.fixture(params=[7, 1 << 20])
def small_blocks(request, monkeypatch):
    """Ends of lines fall on ends of blocks too."""
    monkeypatch.setattr(line_count, "LARGE", 0)
    monkeypatch.setattr(encoding, "BLOCK", request.param)
    monkeypatch.setattr(text_scan, "_BLOCK", request.param)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n" + ROWS, 500),
        ("a,b\n" + ROWS.rstrip("\n"), 500),
        ("# said\na,b\n" + ROWS, 500),
        (ROWS, 500),
        ("a,b\n" + ROWS + "\n", None),
        ("\na,b\n" + ROWS, None),
        ("a\n" + "1\n" * 250 + "\n" + "2\n" * 249, None),
        ("a,b\n" + ROWS + '"1\n2",3\n', None),
        (("a,b\n" + ROWS).replace("\n", "\r\n"), None),
    ],
    ids=["plain", "no end", "comment", "no header", "blank below", "blank above", "one column", "quotes", "returns"],
)
def test_rows(text, rows, small_blocks, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode())
    assert rows_of_lines(path, text_dialect(path)) == rows
    assert preview_table(path, rows=5).total_rows == 500 + ('"' in text)


def test_small_files_are_looked_at_more_closely(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" + ROWS)
    assert rows_of_lines(path, text_dialect(path)) is None


@pytest.mark.parametrize("name", ["utf-8", "cp949"])
def test_letters_may_lie_across_blocks_of_plain_text(name, small_blocks, tmp_path):
    path = tmp_path / "t.csv"
    for shift in range(8):
        path.write_bytes(b"a" * shift + "도시,값\n서울,1\n".encode(name) + ROWS.encode())
        assert find_encoding(path) == name
