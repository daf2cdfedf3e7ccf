from math import isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.panes.curves import RunCurves
from nnviz.ui.panes.series import BLOCK, EpochSeries


def filled(values) -> EpochSeries:
    series = EpochSeries()
    series.put(1, values)
    return series


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 400)), min_size=1, max_size=12))
def test_puts_and_cuts_are_those_of_a_list(steps):
    series, expected, next_value = EpochSeries(), [], 0.0
    for keep, count in steps:
        series.cut(keep)
        del expected[keep:]
        values = [next_value + i for i in range(count)]
        next_value += count
        series.put(len(series) + 1, values)
        expected += values
    np.testing.assert_array_equal(series.values, expected)
    assert [series.at(i + 1) for i in range(len(expected))] == expected


@given(st.integers(1, 5000), st.integers(20, 300), st.integers(0, 2**31))
def test_a_reduced_line_keeps_every_peak_of_what_it_shows(count, columns, seed):
    values = np.random.default_rng(seed).normal(size=count)
    series = filled(values)
    first, last = sorted(np.random.default_rng(seed + 1).integers(1, count + 1, 2).tolist())
    x, y = series.reduced(first, last, columns)
    assert len(x) <= 2 * (columns + 2)
    assert y.min() <= values[first - 1 : last].min()
    assert y.max() >= values[first - 1 : last].max()
    assert set(y.tolist()) <= set(values.tolist())
    assert (np.diff(x) >= 0).all()


def test_a_reduced_line_after_a_rewind_has_forgotten_what_was_cut():
    series = filled(np.r_[np.zeros(BLOCK * 4), np.full(BLOCK * 20, 9.0)])
    series.cut(BLOCK * 4)
    series.put(len(series) + 1, np.ones(BLOCK * 20))
    _, y = series.reduced(1, len(series), 4)
    assert y.max() == 1.0


def test_a_smooth_falling_curve_stays_falling_when_reduced():
    x, y = filled(np.exp(-np.arange(100_000) / 20_000)).reduced(1, 100_000, 200)
    assert (np.diff(y) <= 0).all()
    assert x[0] == 1
    assert x[-1] == 100_000


def test_epochs_that_were_not_told_are_not_a_number():
    series = filled([1.0])
    series.put(4, [4.0])
    assert len(series) == 4
    assert isnan(series.at(2))
    assert isnan(series.at(5))
    assert isnan(series.at(0))


def test_a_million_epochs_all_stay():
    series = EpochSeries()
    for start in range(0, 1_000_000, 50_000):
        series.put(start + 1, np.arange(start, start + 50_000, dtype=float))
    assert len(series) == 1_000_000
    np.testing.assert_array_equal(series.values, np.arange(1_000_000))


@pytest.mark.parametrize(("key", "best"), [("loss", 3), ("accuracy", 2), ("mae", 3), ("r2_score", 2)])
def test_the_best_epoch_follows_the_metric(key, best):
    curves = RunCurves(key)
    curves.append(1, [0.0] * 4, [0.5, 0.9, 0.2, nan])
    assert curves.best() == best


def test_without_validation_there_is_no_best():
    curves = RunCurves("loss")
    curves.append(1, [3.0, 2.0], None)
    assert curves.best() is None


def test_a_new_run_keeps_the_validation_of_the_one_before():
    curves = RunCurves("loss")
    curves.append(1, [3.0, 2.0], [4.0, 5.0])
    curves.start_run()
    assert curves.epochs == 0
    assert curves.reading(2).earlier == 5.0
    curves.append(1, [1.0], None)
    curves.start_run()
    assert curves.reading(1).earlier == 1.0
    curves.start_run()
    assert curves.reading(1).earlier == 1.0  # a run without epochs replaces nothing


def test_the_last_validation_is_found_where_it_is_measured_rarely():
    curves = RunCurves("loss")
    curves.append(1, [3.0, 2.0, 1.0], [9.0, 8.0, nan])
    assert curves.last().training == 1.0
    assert curves.last().validation == 8.0
