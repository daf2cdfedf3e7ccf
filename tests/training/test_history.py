"""The metrics of a run: growing, replaced from an epoch on, written as a table."""

from __future__ import annotations

import csv
import resource
import signal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.errors import BadInput
from nnviz.project.later import columns_of, figures, figures_of
from nnviz.training.history import History

numbers = st.floats(allow_nan=False, width=32)
pieces = st.lists(st.lists(st.tuples(numbers, numbers), max_size=400), max_size=6)


@given(pieces)
def test_nothing_is_lost_however_it_grows(parts):
    history, expected = History(), []
    for rows in parts:
        history.append(len(expected) + 1, ("loss", "accuracy"), rows)
        expected += rows
    assert history.epochs == len(expected)
    for place, key in enumerate(history.keys):
        np.testing.assert_array_equal(history.column(key), [row[place] for row in expected])


def test_epochs_that_come_again_replace_the_old_ones():
    history = History()
    history.append(1, ("loss",), [(4.0,), (3.0,), (2.0,), (1.0,)])
    old = history.column("loss")
    history.append(3, ("loss",), [(7.0,)])
    assert history.column("loss").tolist() == [4, 3, 7]
    assert old.tolist() == [4, 3, 2, 1]


def test_rewind_forgets_and_a_metric_that_comes_later_has_gaps():
    history = History()
    history.append(1, ("loss",), [(4.0,), (3.0,), (2.0,)])
    history.rewind(1)
    history.append(2, ("loss", "mae"), [(9.0, 8.0)])
    assert history.epochs == 2
    assert history.column("loss").tolist() == [4, 9]
    np.testing.assert_array_equal(history.column("mae"), [np.nan, 8])
    history.rewind(0)
    assert (history.epochs, history.column("loss").tolist()) == (0, [])


def test_epochs_that_were_left_out_are_gaps():
    history = History()
    history.append(3, ("loss",), [(1.0,)])
    np.testing.assert_array_equal(history.column("loss"), [np.nan, np.nan, 1])


def test_columns_cannot_be_written_to():
    history = History()
    history.append(1, ("loss",), [(1.0,)])
    with pytest.raises(ValueError, match="read-only"):
        history.column("loss")[0] = 2


def test_an_unknown_name():
    with pytest.raises(KeyError):
        History().column("loss")


def test_the_table_reads_back_the_same_numbers(tmp_path):
    history, path = History(), tmp_path / "history.csv"
    values = np.float32([1 / 3, 1e-30, 2.0]).astype(float).tolist()
    history.append(1, ("loss",), [(value,) for value in values])
    history.append(4, ("loss", "mae"), [(0.5, 0.25)])
    history.to_csv(path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert [row["epoch"] for row in rows] == ["1", "2", "3", "4"]
    assert [float(row["loss"]) for row in rows] == [*values, 0.5]
    assert [row["mae"] for row in rows] == ["", "", "", "0.25"]
    assert [p.name for p in tmp_path.iterdir()] == ["history.csv"]


def test_a_disk_that_is_full_leaves_the_old_table(tmp_path):
    history, path = History(), tmp_path / "history.csv"
    history.append(1, ("loss",), [(0.1,)])
    history.to_csv(path)
    before = path.read_bytes()
    history.append(2, ("loss",), [(0.1,)] * 5000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(BadInput, match="could not be written"):
            history.to_csv(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["history.csv"]


def test_there_is_no_such_folder(tmp_path):
    with pytest.raises(BadInput, match="could not be written"):
        History().to_csv(tmp_path / "nowhere" / "history.csv")


values = st.one_of(st.floats(width=32), st.just(np.nan))


@given(st.lists(st.tuples(st.integers(0, 30), st.lists(values, max_size=20)), max_size=6))
def test_its_figures_are_those_of_its_columns_whatever_came_and_went(parts):
    history = History()
    for first, rows in parts:
        history.append(min(first, history.epochs) + 1, ("loss",), [(row,) for row in rows])
        for columns in (columns_of(history), columns_of(history, copied=True)):
            np.testing.assert_array_equal(figures_of(columns, "loss"), figures(history.column("loss")))
            np.testing.assert_array_equal(figures_of(columns, "accuracy"), [np.nan] * 3)


def test_a_column_that_grows_is_looked_through_once(monkeypatch):
    history = History()
    history.append(1, ("loss",), [[3.0], [1.0]])
    assert figures_of(columns_of(history), "loss") == (1.0, 1.0, 3.0)
    looked = []
    monkeypatch.setattr("nnviz.project.later.figures", looked.append)
    history.append(3, ("loss",), [[2.0]])
    history._columns["loss"][:2] = 9.0  # were they looked at again, this would be seen
    assert figures_of(columns_of(history), "loss") == (2.0, 1.0, 3.0)
    assert not looked
