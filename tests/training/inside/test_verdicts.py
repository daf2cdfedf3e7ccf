"""Dead, saturated and duplicate units from sums over rows: against numpy on the rows themselves."""

from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from nnviz.training.inside.verdicts import MOST_COMPARED, UnitSums, layer_verdicts


def judged(answers, span=None, pieces=1, may_die=True):
    answers = np.asarray(answers, "f4")
    sums = UnitSums.of(answers[: max(1, len(answers) // pieces)], span)
    for piece in np.array_split(answers, pieces):
        if len(piece):
            sums.add(piece)
    return layer_verdicts("a", sums, may_die=may_die)


@given(st.integers(0, 1 << 30), st.integers(1, 7), st.floats(-3, 3), st.floats(0.01, 30))
def test_a_unit_times_a_factor_is_a_duplicate_however_the_rows_come(seed, pieces, factor, offset):
    rng = np.random.default_rng(seed)
    answers = rng.normal(offset, 1.0, (200, 5))
    answers[:, 3] = answers[:, 1] * (factor if abs(factor) > 0.01 else 1.0)
    found = judged(answers, pieces=pieces)
    sizes = np.linalg.norm(answers, axis=0)
    cosine = answers.T @ answers / np.outer(sizes, sizes)
    assert [pair[:2] for pair in found.duplicates] == [(3, 1)]
    assert found.duplicates[0][2] == pytest.approx(cosine[3, 1], abs=1e-4)


def test_two_units_that_hardly_vary_are_no_duplicates():
    rng = np.random.default_rng(2)
    answers = 0.5 + 0.002 * rng.normal(size=(500, 3))
    sizes = np.linalg.norm(answers, axis=0)
    assert (answers.T @ answers / np.outer(sizes, sizes)).min() > 0.999  # as the cosine alone would have it
    assert judged(answers).duplicates == ()
    answers[:, 2] = 2 * answers[:, 0]
    assert [pair[:2] for pair in judged(answers).duplicates] == [(2, 0)]


def test_dead_is_always_exactly_zero_and_constant_is_not_duplicate():
    answers = np.abs(np.random.default_rng(3).normal(size=(50, 4)))
    answers[:, 0], answers[:, 2], answers[:49, 3] = 0.0, 0.7, 0.0
    found = judged(answers, pieces=3)
    assert found.dead == (0,)
    assert found.duplicates == ()
    assert judged(answers, may_die=False).dead == ()


@pytest.mark.parametrize(("share", "saturated"), [(0.94, False), (0.96, True), (1.0, True)])
def test_saturated_is_at_an_end_almost_always(share, saturated):
    answers = np.random.default_rng(4).uniform(0.1, 0.9, (100, 2))
    answers[: round(100 * share), 1] = np.where(np.arange(round(100 * share)) % 2, 0.995, 0.003)
    found = judged(answers, span=(0.0, 1.0), pieces=4)
    assert [unit for unit, _ in found.saturated] == ([1] if saturated else [])
    assert all(figure == pytest.approx(share) for _, figure in found.saturated)
    assert judged(answers).saturated == ()


def test_what_is_not_finite_and_what_is_too_large_is_not_compared():
    answers = np.ones((10, 3), "f4")
    answers[4, 1] = np.nan
    assert judged(answers).duplicates == ()
    wide = judged(np.random.default_rng(5).normal(size=(4, MOST_COMPARED + 1)))
    assert not wide.compared
    assert wide.duplicates == ()
