"""The clock of a run: epochs that come together are spread over the time they took, pauses are left out of it."""

from __future__ import annotations

import numpy as np

from nnviz.training.messages import Epochs
from nnviz.ui.training.run_clock import RunClock


def epochs(first: int, count: int, seconds: float) -> Epochs:
    return Epochs.of(first, ("loss",), np.zeros((count, 1)), seconds=seconds)


def test_epochs_are_spread_over_the_time_they_took_and_a_pause_is_in_the_wall_clock_alone() -> None:
    clock = RunClock()
    clock.begin()
    clock.take(epochs(1, 2, 4.0), now=104.0)
    clock.take(epochs(3, 1, 5.0), now=105.0)
    np.testing.assert_allclose(clock.times(3), [[2, 102], [4, 104], [5, 105]])
    clock.rest(5.0)
    clock.take(epochs(4, 2, 2.0), now=1002.0)  # after a quarter of an hour
    np.testing.assert_allclose(clock.times(5)[3:], [[6, 1001], [7, 1002]])
    assert clock.times(6) is None
    assert [clock.seconds(epochs) for epochs in (0, 2, 5, 6)] == [None, 4, 7, None]
    np.testing.assert_array_equal(clock.promised(5).keep(), clock.times(5))
    assert clock.promised(6).keep() is None


def test_a_fork_goes_on_from_the_time_of_its_parent() -> None:
    clock = RunClock()
    clock.begin(np.array([[1.0, 50.0], [2.0, 51.0]]))
    clock.take(epochs(3, 1, 3.0), now=1000.0)
    np.testing.assert_allclose(clock.times(3), [[1, 50], [2, 51], [5, 1000]])
    clock.take(epochs(2, 1, 3.5), now=1001.0)  # it went back
    assert clock.times(3) is None
