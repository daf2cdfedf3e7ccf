from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nnviz.ui.panes.ticks import even_ticks, log_ticks, rounded_out, settled, tick_text, ticks, value_text

numbers = st.floats(-1e6, 1e6).filter(lambda v: v == 0 or abs(v) > 1e-6)


@given(numbers, numbers)
def test_rounded_ranges_hold_the_values_and_have_few_even_lines(a, b):
    low, high = sorted((a, b))
    assume(high - low > 1e-6 * max(abs(low), abs(high)))
    bottom, top = rounded_out(low, high)
    slack = (top - bottom) * 1e-5
    assert bottom <= low + slack
    assert top >= high - slack
    lines = even_ticks(bottom, top)
    assert 2 <= len(lines) <= 8
    steps = [y - x for x, y in pairwise(lines)]
    assert max(steps) - min(steps) <= 1e-6 * max(steps) + 1e-11


def test_a_constant_gets_room_on_both_sides():
    low, high = rounded_out(0.5, 0.5)
    assert low < 0.5 < high


def test_the_range_grows_at_once_and_shrinks_in_steps():
    shown = settled(None, 0.1, 0.9)
    assert settled(shown, 0.2, 0.8) is shown
    assert settled(shown, 0.1, 7.0)[1] >= 7.0
    smaller = settled(shown, 0.1, 0.2)
    assert smaller[1] - smaller[0] < 0.5 * (shown[1] - shown[0])


def test_epoch_ticks_are_round():
    assert ticks(1, 128, 4) == [50, 100]


def test_log_ticks_are_decades_where_there_are_many():
    assert log_ticks(-3, 2) == [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0]
    assert len(log_ticks(-40, 3)) <= 6
    assert [round(10**t, 3) for t in log_ticks(-1, 0)] == [0.1, 0.2, 0.5, 1.0]


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (0.08434, False, "0.0843"), (-0.482, False, "−0.4820"), (0.97312, True, "97.3 %"), (12.345, False, "12.35"),
        (12345.6, False, "12,346"), (1.5e-7, False, "1.5e-07"), (0.0, False, "0.0000"), (nan, False, "–"),
        (inf, False, "∞"), (-inf, False, "−∞"),
    ],
)  # fmt: skip
def test_values_are_written_for_people(value, percent, text):
    assert value_text(value, percent) == text


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (0.25, False, "0.25"),
        (-2.0, False, "−2"),
        (0.5, True, "50 %"),
        (1e-7, False, "1e-7"),
        (2e6, False, "2e6"),
        (10_000.0, False, "10000"),
        (12_500.0, False, "12500"),
        (0.0, False, "0"),
    ],
)
def test_tick_texts_are_short(value, percent, text):
    assert tick_text(value, percent) == text
