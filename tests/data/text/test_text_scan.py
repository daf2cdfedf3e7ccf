"""One pass through a text finds what the text itself says, wherever the blocks end."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.data.dataset import Cancelled
from nnviz.data.text import text_scan
from nnviz.data.text.cells import parse_number, plain_numbers
from nnviz.data.text.text_scan import scan


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.lists(st.sampled_from([b"a", b"\n", b"\r", b"\r\n", b'"', b"\xc3\xa9", b"12,3"]), max_size=30),
    block=st.integers(1, 9),
)
def test_what_is_in_it(content, block, tmp_path, monkeypatch):
    monkeypatch.setattr(text_scan, "_BLOCK", block)
    text_scan._kept.clear()
    data = b"".join(content)
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    found = scan(path)
    assert (found.feeds, found.returns, found.pairs) == tuple(map(data.count, (b"\n", b"\r", b"\r\n")))
    assert (found.binary, found.ascii, found.quotes) == (False, data.isascii(), b'"' in data)
    assert found.blank_lines == (b"\n\n" in data or data.startswith(b"\n"))
    assert found.ended == (not data or data.endswith(b"\n"))


def test_a_file_that_has_changed_is_looked_at_again(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a\n1\n")
    assert scan(path).feeds == 2
    path.write_text("a\n1\n2\n")
    assert scan(path).feeds == 3
    path.write_text('a\n"\n2\n')
    os.utime(path, ns=(1, 1))
    assert scan(path).quotes


def test_a_nul_is_told_and_giving_up_is_possible(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"a\0b")
    assert scan(path).binary
    path.write_bytes(b"abcd")
    with pytest.raises(Cancelled):
        scan(path, lambda: True)


CELLS = st.sampled_from(["1", "-2.5", "1e400", "+.5", "3.", "", " 1", "1\n2", "x", "1,5", "٣", "nan", "1_0", "5\n"])


@given(st.lists(CELLS, max_size=5))
def test_plain_numbers_are_those_of_one_by_one(cells):
    found = plain_numbers(cells)
    if found is not None:
        assert found == [parse_number(cell) for cell in cells]
    assert (found is None) == (not cells or any(cell not in ("1", "-2.5", "1e400", "+.5", "3.") for cell in cells))
