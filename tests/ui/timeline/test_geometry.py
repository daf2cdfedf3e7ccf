"""Places on the slider: pixels, epochs and the snapshots between them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.timeline.geometry import TICK_STEP, Track, nearest, stepped, ticks

KEPT = st.sets(st.integers(0, 3000), min_size=1, max_size=80).map(sorted)


@given(st.integers(1, 10_000), st.data())
def test_a_pixel_and_its_epoch_belong_together(last: int, data: st.DataObject):
    track = Track(8, 700, last)
    epoch = data.draw(st.integers(0, last))
    assert abs(track.epoch(track.x(epoch)) - epoch) < 1e-6 * last
    assert track.epoch(-50) == 0
    assert track.epoch(5000) == last


@given(KEPT, st.floats(-10, 4000))
def test_the_nearest_is_nearer_than_all_others(kept: list[int], epoch: float):
    assert abs(nearest(kept, epoch) - epoch) == min(abs(other - epoch) for other in kept)


@given(KEPT, st.integers(0, 3000), st.sampled_from([-10, -1, 1, 10]))
def test_a_step_leads_on_in_its_direction_and_stays_within_the_run(kept: list[int], epoch: int, by: int):
    found = stepped(kept, epoch, by)
    beyond = [other for other in kept if (other > epoch if by > 0 else other < epoch)]
    ordered = beyond if by > 0 else beyond[::-1]
    if len(ordered) >= abs(by):
        assert found == ordered[abs(by) - 1]
    else:
        assert found == (kept[-1] if by > 0 else kept[0])


@given(KEPT, st.integers(50, 900))
def test_ticks_never_run_into_each_other(kept: list[int], width: int):
    found = ticks(kept, Track(8, width, kept[-1]))
    assert found[0] == Track(8, width, kept[-1]).x(kept[0])
    assert all(b - a >= TICK_STEP for a, b in pairwise(found))


def test_without_snapshots_there_is_nothing_to_look_at():
    assert (nearest((), 3), stepped((), 3, 1), ticks((), Track(0, 100, 1))) == (None, None, ())
