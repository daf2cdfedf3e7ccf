"""Data stay open for those who read them, and are closed exactly once."""

from __future__ import annotations

import pytest

from nnviz.data.dataset import Cancelled
from nnviz.ui.data_view.open_data import OpenData
from tests.ui.data_view.views import FakeTable


def test_a_reader_is_waited_for_and_later_ones_are_turned_away():
    train, test = FakeTable(), FakeTable()
    data = OpenData({"train": train, "test": test})
    with data.reading() as view, data.reading():
        assert view is train
        data.close()
        assert not train.closed
        with pytest.raises(Cancelled), data.reading():
            pass
    assert train.closed
    assert test.closed


def test_what_nobody_reads_is_closed_at_once_and_only_once():
    view, closed = FakeTable(), []
    view.close = lambda: closed.append(1)
    data = OpenData({"train": view})
    data.close()
    data.close()
    assert closed == [1]


def test_another_part_is_lent_and_closed_with_the_first():
    train, test = FakeTable(), FakeTable(5)
    data = OpenData({"train": train, "test": test})
    other = data.of("test")
    assert (data.part, other.part, other.view) == ("train", "test", test)
    with other.reading() as view:
        assert view is test
        data.close()
        assert not train.closed
        with pytest.raises(Cancelled), data.reading():
            pass
    assert train.closed
    assert test.closed
