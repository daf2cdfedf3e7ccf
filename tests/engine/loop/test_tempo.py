"""The tempo of a run, by a clock of the test's own."""

from __future__ import annotations

import pytest

from nnviz.engine.loop.tempo import Tempo


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_without_a_rate_anything_goes(clock):
    tempo = Tempo(clock)
    tempo.begin(0.0)
    tempo.ran(1000)
    assert tempo.allowed() is None
    assert tempo.wait() == 0.0


def test_an_epoch_at_once_and_the_next_when_it_is_due(clock):
    tempo = Tempo(clock)
    tempo.begin(10.0)
    assert tempo.allowed() == 1
    tempo.ran(1)
    assert tempo.allowed() == 0
    assert tempo.wait() == pytest.approx(0.1)
    clock.now += 0.101
    assert tempo.allowed() == 1


def test_many_epochs_a_frame_where_the_rate_is_high(clock):
    tempo = Tempo(clock)
    tempo.begin(1000.0)
    tempo.ran(1)
    clock.now += 0.05
    assert tempo.allowed() == pytest.approx(50, abs=1)


def test_the_rate_is_kept_over_many_looks(clock):
    tempo, done = Tempo(clock), 0
    tempo.begin(60.0)
    while clock.now < 110.0:
        count = tempo.allowed()
        tempo.ran(count)
        done += count
        clock.now += 0.007
    assert done == pytest.approx(600, abs=2)


def test_what_was_missed_is_not_made_up_for(clock):
    tempo = Tempo(clock)
    tempo.begin(100.0)
    clock.now += 60.0  # an epoch that took a minute
    assert tempo.allowed() <= 11


def test_another_rate_holds_from_now_on(clock):
    tempo = Tempo(clock)
    tempo.begin(1.0)
    tempo.ran(1)
    tempo.begin(0.0)
    assert tempo.allowed() is None
    tempo.begin(1.0)
    assert tempo.allowed() == 1
