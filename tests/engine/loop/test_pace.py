"""How much is done in one call."""

from __future__ import annotations

import itertools

from nnviz.engine.loop.pace import GROWTH, TARGET, Pace


def test_nothing_is_known_at_first():
    pace = Pace()
    assert pace.epochs(100, batches=5, validation_batches=0) == 0
    assert (pace.batches(5), pace.validation(5)) == (1, 1)


def test_an_epoch_of_one_batch_is_not_cut():
    assert Pace().epochs(100, batches=1, validation_batches=1) == 1
    assert Pace().epochs(100, batches=1, validation_batches=2) == 0


def test_calls_grow_fourfold_at_the_most_and_up_to_the_target():
    pace, count, sizes = Pace(), 1, []
    while not sizes or count != sizes[-1]:
        sizes.append(count)
        pace.ran_batches(count, count * TARGET / 100)
        count = pace.batches(10**6)
    assert sizes == [1, 4, 16, 64, 100]
    assert all(b <= GROWTH * a for a, b in itertools.pairwise(sizes))
    assert pace.batches(7) == 7


def test_whole_epochs_follow_when_one_fits():
    pace = Pace()
    pace.ran_batches(10, TARGET / 20)  # 200 batches a piece
    assert pace.epochs(100, batches=150, validation_batches=0) == 1
    assert pace.epochs(100, batches=250, validation_batches=0) == 0
    assert pace.epochs(100, batches=150, validation_batches=30) == 0  # the validation part is not known yet
    pace.ran_validation(10, TARGET / 100)
    assert pace.epochs(100, batches=150, validation_batches=30) == 1
    pace.ran_epochs(1, TARGET / 3)
    assert pace.epochs(100, batches=150, validation_batches=30) == 3
    assert pace.epochs(2, batches=150, validation_batches=30) == 2


def test_calls_are_shorter_where_less_time_is_wanted():
    pace = Pace()
    pace.ran_batches(100, TARGET / 2)
    assert pace.batches(10**6) == 200
    pace.target = TARGET / 2
    assert pace.batches(10**6) == 100


def test_one_slow_call_does_not_decide_for_ever():
    pace = Pace()
    pace.ran_batches(10, TARGET / 20)
    pace.ran_epochs(1, TARGET * 5)
    assert pace.epochs(100, batches=50, validation_batches=0) == 1
    assert pace.epochs(100, batches=5000, validation_batches=0) == 0
