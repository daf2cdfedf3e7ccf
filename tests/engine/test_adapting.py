"""Normalization measures the training part as Keras's adapt does, and follows its weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.lazy import Derived
from nnviz.engine.adapting import ROWS_AT_ONCE, adapt
from nnviz.engine.build import build
from nnviz.engine.keras_setup import keras
from nnviz.engine.session import Session
from tests.engine.projects import IRIS, chain, hidden, project, session, train

# Keras 3.15 makes arrays of its variables in a way that NumPy 2 frowns upon.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
NORMALIZED = (("norm", "Normalization", {}), hidden())


def figures(it: Session) -> tuple[np.ndarray, np.ndarray]:
    layer = it._built.layers["norm"]
    return layer.adapt_mean.numpy(), layer.adapt_variance.numpy()


def test_it_starts_with_the_figures_of_adapt():
    it = session(*NORMALIZED, data=IRIS)
    theirs = keras.layers.Normalization()
    theirs.adapt(it.dataset.train.x)
    for ours, expected in zip(figures(it), (theirs.adapt_mean, theirs.adapt_variance), strict=True):
        np.testing.assert_array_equal(ours, expected.numpy())
    normalized = it._built.layers["norm"](it.dataset.train.x)
    np.testing.assert_array_equal(normalized, theirs(it.dataset.train.x))


def test_training_and_reset_leave_them():
    it = session(*NORMALIZED, data=IRIS)
    before = figures(it)
    train(it, 2)
    it.reset()
    train(it, 1)
    for ours, expected in zip(figures(it), before, strict=True):
        np.testing.assert_array_equal(ours, expected)


def test_graphs_that_are_traced_follow_weights_that_are_loaded(tmp_path):
    it, other = session(*NORMALIZED, data=IRIS), session(*NORMALIZED, data=IRIS, seed=9)
    other._built.layers["norm"].adapt_mean.assign([1.0, 2.0, 3.0, 4.0])
    train(other, 1)
    other.export("weights.h5", tmp_path / "other.weights.h5")
    x = it.dataset.train.x
    assert not np.allclose(it.predict(x), other.predict(x))  # it is traced now
    it.load_weights(tmp_path / "other.weights.h5")
    np.testing.assert_array_equal(it.predict(x), other.predict(x))


def test_rows_on_the_disk_are_measured_in_blocks():
    rng = np.random.default_rng(0)
    x = rng.normal(3.0, 2.0, (ROWS_AT_ONCE + 5, 2)).astype("f4")
    network = chain(("norm", "Normalization", {}), hidden())
    network = type(network)(
        (network.layer("in").with_args(shape=(2,)), *network.layers[1:-1], network.layer("out").with_args(units=1)),
        network.links,
    )
    built = build(network, 1)
    adapt(built, network, Derived(x, lambda rows: rows, (2,), np.float32))
    layer = built.layers["norm"]
    np.testing.assert_allclose(layer.adapt_mean.numpy(), x.mean(axis=0), rtol=1e-5)
    np.testing.assert_allclose(layer.adapt_variance.numpy(), x.var(axis=0), rtol=1e-5)


def test_a_given_mean_is_not_measured():
    it = Session(project(("norm", "Normalization", {"mean": 1.0, "variance": 4.0}), hidden(), data=IRIS), Path())
    assert not it._built.layers["norm"].weights
    np.testing.assert_allclose(it._built.layers["norm"](np.full((1, 4), 5.0, "f4")), np.full((1, 4), 2.0))
