"""Events at the screen's rate: epochs merged and none dropped, the rest latest wins, the last always arrives."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from nnviz.backend.gate import LONGEST, REAL_WORK, SHARE_OF_WORK, FrameGate, Pace, merge_epochs, rest_after
from nnviz.training.messages import Epochs, Progress
from nnviz.training.pictures import Weights


def epochs(first: int, count: int, keys: tuple[str, ...] = ("loss",)) -> Epochs:
    rows = tuple((float(number),) * len(keys) for number in range(first, first + count))
    return Epochs.of(first, keys, rows, 0.1, first / 10)


@pytest.fixture
def gate(qapp):
    gate = FrameGate()
    gate.seen = []
    gate.passed.connect(gate.seen.append)
    return gate


def test_what_comes_in_one_frame_is_merged_and_whole(gate, qtbot):
    for first in range(1, 1001, 5):
        gate.put(epochs(first, 5))
    qtbot.waitUntil(lambda: bool(gate.seen))
    (merged,) = gate.seen
    assert merged.first == 1
    assert [row[0] for row in merged.rows] == list(range(1, 1001))
    assert merged.seconds == epochs(996, 5).seconds


def test_pictures_latest_wins_and_come_after_the_epochs(gate, qtbot):
    for number in range(5):
        gate.put(Weights(number, ()))
        gate.put(Progress(0, number, 9, 0.1, 0.0))
        gate.put(epochs(number + 1, 1))
    qtbot.waitUntil(lambda: len(gate.seen) == 3)
    assert [type(event) for event in gate.seen] == [Epochs, Progress, Weights]
    assert (gate.seen[1].batch, gate.seen[2].epoch) == (4, 4)


def test_no_faster_than_the_screen_and_the_last_one_arrives(gate, qtbot):
    times = []
    gate.passed.connect(lambda _: times.append(time.monotonic()))
    until, number = time.monotonic() + 0.3, 0
    while time.monotonic() < until:
        number += 1
        gate.put(Weights(number, ()))
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: gate.seen[-1].epoch == number)
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert min(gaps) > 0.014


def test_flush_passes_at_once_and_clear_forgets(gate, qtbot):
    gate.put(Weights(1, ()))
    gate.flush()
    assert [event.epoch for event in gate.seen] == [1]
    gate.put(Weights(2, ()))
    gate.clear()
    with qtbot.assertNotEmitted(gate.passed, wait=50):
        pass


def test_where_an_epoch_is_real_work_showing_it_has_a_share_and_no_more():
    for worked in (0.0, 0.001, 0.005, 0.01):
        assert rest_after(worked) == pytest.approx(worked / SHARE_OF_WORK)
    assert rest_after(10.0) == LONGEST  # a person may have moved something for long


def test_the_rest_is_asked_for_by_what_the_thread_did_and_only_of_real_work(qapp):
    spent = itertools.count(step=0.005)
    gate = FrameGate(work=lambda: next(spent))
    for number, seconds, rest in ((1, 0.2, 0.0), (2, 0.4, rest_after(0.005)), (3, 0.401, 0.0)):
        gate.put(Epochs.of(number, ("loss",), ((0.0,),), 0.1, seconds))
        assert gate._due_rest() == pytest.approx(rest)


def test_what_is_real_work_is_learned_from_epochs_and_from_what_goes_on_within_one():
    pace = Pace()
    assert not pace.is_work
    for seconds in (1.0, 1.0 + REAL_WORK / 2):
        pace.hear(Progress(3, 1, 9, 0.1, seconds))
    assert not pace.is_work
    pace.hear(Progress(3, 5, 9, 0.1, 1.0 + 2 * REAL_WORK))
    assert pace.is_work
    pace.hear(epochs(4, 1))
    pace.hear(Epochs.of(5, ("loss",), ((0.0,),) * 1000, 0.1, epochs(4, 1).seconds + REAL_WORK))
    assert not pace.is_work


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.booleans())))
def test_merging_keeps_every_row_in_order(plan):
    frames, first = [], 1
    for count, other_keys, back in plan:
        first = 1 if back else first
        frames.append(epochs(first, count, ("loss", "mae") if other_keys else ("loss",)))
        first += count
    merged = merge_epochs(frames)

    def rows(group):
        return [(f.first + i, f.keys, row) for f in group for i, row in enumerate(f.rows.tolist())]

    assert rows(merged) == rows(frames)
    assert len(merged) <= len(frames)
