"""The noise of samples: normal, always the same for a sample, another for every seed."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from nnviz.training.methods import noise
from nnviz.training.methods.noise import noise_of

SAMPLES = np.random.default_rng(0).normal(size=(3000, 2)).astype(np.float32)


def test_it_is_normally_distributed_and_its_numbers_have_nothing_to_do_with_each_other() -> None:
    made = noise_of(SAMPLES, 1, (4,))
    assert made.shape == (3000, 4)
    assert made.dtype == np.float32
    assert stats.kstest(made.reshape(-1), "norm").pvalue > 0.01
    between = np.corrcoef(np.concatenate([made, SAMPLES], axis=1).T)
    assert np.abs(between - np.eye(6)).max() < 0.06


def test_a_sample_has_its_own_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    order = np.random.default_rng(1).permutation(len(SAMPLES))
    whole = noise_of(SAMPLES, 1, (2, 3))
    np.testing.assert_array_equal(noise_of(SAMPLES[order], 1, (2, 3)), whole[order])
    monkeypatch.setattr(noise, "ROWS_AT_ONCE", 7)
    np.testing.assert_array_equal(noise_of(SAMPLES, 1, (2, 3)), whole)


def test_samples_that_hardly_differ_and_other_seeds_have_another() -> None:
    close = np.array([[0.5, 0.0], [np.nextafter(np.float32(0.5), 1), 0.0], [0.0, 0.5]], np.float32)
    made = noise_of(close, 1, (8,))
    assert np.abs(made[0] - made[1]).max() > 0.1
    assert np.abs(made[0] - made[2]).max() > 0.1
    assert np.abs(made - noise_of(close, 2, (8,))).max() > 0.1


def test_pictures_and_no_samples_at_all() -> None:
    assert noise_of(np.zeros((5, 8, 8, 1), np.float32), 0, (16,)).shape == (5, 16)
    assert noise_of(np.zeros((0, 2), np.float32), 0, (3,)).shape == (0, 3)
