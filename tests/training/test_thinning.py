"""Which snapshots of a run stay: a pure function of the numbers of the epochs."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from nnviz.training.thinning import (
    EARLY,
    LEAST,
    MOST_SNAPSHOTS,
    STRIDE,
    room,
    stride,
    superfluous,
    thinned,
    widest,
    worthwhile,
)

EPOCHS = st.sets(st.integers(0, 5000), min_size=1, max_size=200).map(sorted)


@given(EPOCHS, st.integers(LEAST, 60), st.data())
def test_the_first_the_last_and_the_best_stay_and_the_rest_fits(epochs: list[int], most: int, data: st.DataObject):
    best = data.draw(st.sampled_from(epochs))
    kept = thinned(epochs, most, (best,))
    assert set(kept) <= set(epochs)
    assert list(kept) == sorted(kept)
    assert {epochs[0], epochs[-1], best} <= set(kept)
    assert len(kept) == min(most, len(epochs))


@given(st.integers(2, 1500), st.integers(5, 60))
def test_no_stretch_of_a_run_is_without_snapshots(last: int, most: int):
    kept = thinned(range(last + 1), most)
    even = sqrt(last) / (most - 2)
    assert widest(kept) <= max(1.0, 2 * even) + 1e-9


@given(st.integers(200, 1500), st.integers(20, 60))
def test_early_epochs_are_dense_and_gaps_grow(last: int, most: int):
    kept = thinned(range(last + 1), most)
    half = last // 2
    early, late = (sum(1 for e in kept if e <= half), sum(1 for e in kept if e > half))
    assert early > late
    assert kept[1] - kept[0] < max(after - before for before, after in pairwise(kept))


@given(EPOCHS, st.integers(LEAST, 60))
def test_thinning_what_is_thin_changes_nothing(epochs: list[int], most: int):
    kept = thinned(epochs, most)
    assert thinned(kept, most) == kept


@given(EPOCHS)
def test_what_goes_is_never_an_end_nor_pinned(epochs: list[int]):
    gone = superfluous(epochs, epochs[1:2])
    assert gone not in {epochs[0], epochs[-1], *epochs[1:2]}
    assert (gone is None) == (len(epochs) < 4)


@given(st.integers(3, 400), st.integers(0, 10_000))
def test_a_long_run_is_asked_rarely(most: int, beyond: int):
    full = tuple(range(most))
    taken = worthwhile(full, most, most + beyond)
    assert taken == (sqrt(most + beyond) - sqrt(most - 1) >= sqrt(most + beyond) / (most - 1) / 2)
    assert worthwhile(full[:-1], most, most)


def test_room_follows_the_budget_within_its_limits():
    assert room(1 << 20, 64 << 20) == 64
    assert room(1, 64 << 20) == MOST_SNAPSHOTS
    assert room(1 << 30, 64 << 20) == LEAST


def test_strides_are_short_where_a_run_begins():
    assert [stride(epoch) for epoch in (0, 1, STRIDE, 10 * STRIDE)] == [1, 1, 1, 10]
    assert stride(EARLY) is None
    epoch = steps = 0
    while (step := stride(epoch)) is not None:
        epoch, steps = epoch + step, steps + 1
    assert steps < 120
