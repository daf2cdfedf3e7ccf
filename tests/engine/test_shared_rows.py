"""Large arrays become tensors without a copy, and nothing else changes by that."""

import numpy as np
import pytest

from nnviz.data import memory
from nnviz.engine.loop import rows
from nnviz.engine.loop.rows import Rows
from tests.engine.projects import CIRCLES, session, train


def aligned(shape):
    found = memory.empty(shape)
    found[:] = np.random.default_rng(0).normal(size=shape)
    return found


@pytest.mark.parametrize("shape", [(30, 4), (7, 5, 5, 1), (1,)])
def test_aligned_arrays_are_shared(shape, monkeypatch):
    monkeypatch.setattr(rows, "SHARED", 0)
    x = aligned(shape)
    assert x.ctypes.data % memory.ALIGNED == 0
    (tensor,) = Rows(x, None).tensors
    np.testing.assert_array_equal(tensor.numpy(), x)
    x[0] = 42.0
    assert (tensor.numpy()[0] == 42.0).all()


def test_the_memory_lives_as_long_as_the_tensor(monkeypatch):
    monkeypatch.setattr(rows, "SHARED", 0)
    x = aligned((1000, 8))
    kept = x.copy()
    (tensor,) = Rows(x, None).tensors
    del x
    np.testing.assert_array_equal(tensor.numpy(), kept)


def test_others_are_copied(monkeypatch):
    monkeypatch.setattr(rows, "SHARED", 0)
    x = aligned((33, 4))
    for array in (x[:, ::2], x[1:], x.astype(np.float64)):
        (tensor,) = Rows(array, None).tensors
        np.testing.assert_array_equal(tensor.numpy(), array.astype(np.float32))
    small = aligned((3, 4))
    monkeypatch.setattr(rows, "SHARED", 1 << 20)
    (tensor,) = Rows(small, None).tensors
    small[0] = 42.0
    assert not (tensor.numpy()[0] == 42.0).any()


def test_training_is_the_same_and_leaves_the_data_alone(monkeypatch):
    weights = []
    for least in (1 << 40, 0):
        monkeypatch.setattr(rows, "SHARED", least)
        it = session(data=CIRCLES, epochs=3)
        x = it.dataset.train.x.copy()
        train(it, 3)
        weights.append(it.model.get_weights())
        np.testing.assert_array_equal(it.dataset.train.x, x)
        it.close(wait=True)
    for one, other in zip(*weights, strict=True):
        np.testing.assert_array_equal(one, other)
