"""Rows and toys are drawn as scikit-learn draws them, number for number."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import datasets, model_selection

from nnviz.data.sources.drawing import train_test_split
from nnviz.data.sources.toys import BLOB_CENTRES, CIRCLE_RATIO, read_toy
from nnviz.data.spec import Builtin


@pytest.mark.parametrize("seed", [0, 7, 2**32 - 1])
@pytest.mark.parametrize(("rows", "held"), [(4, 1), (150, 30), (470, 94), (1797, 359), (1001, 500)])
def test_the_split_is_that_of_scikit_learn(rows, held, seed):
    numbers = np.arange(rows) * 3
    classes = np.random.default_rng(seed).integers(0, 5, rows) if rows > 100 else None
    for stratify in (None, classes):
        expected = model_selection.train_test_split(numbers, test_size=held, random_state=seed, stratify=stratify)
        found = train_test_split(numbers, held, seed, stratify)
        for ours, theirs in zip(found, expected, strict=True):
            np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("seed", range(20))
def test_the_split_of_classes_of_equal_size_leaves_the_rest_to_the_same_chance(seed):
    classes = np.repeat([0, 1, 2, 3, 4, 5, 6], 13)
    numbers = np.arange(len(classes))
    expected = model_selection.train_test_split(numbers, test_size=17, random_state=seed, stratify=classes)
    for ours, theirs in zip(train_test_split(numbers, 17, seed, classes), expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("samples", [4, 5, 300, 1001])
@pytest.mark.parametrize("seed", [0, 3])
def test_the_toys_are_those_of_scikit_learn(samples, seed):
    expected = {
        "circles": datasets.make_circles(samples, noise=0.2, factor=CIRCLE_RATIO, random_state=seed),
        "moons": datasets.make_moons(samples, noise=0.2, random_state=seed),
        "blobs": datasets.make_blobs(samples, centers=np.array(BLOB_CENTRES), cluster_std=0.2, random_state=seed),
    }
    for name, (x, y) in expected.items():
        raw = read_toy(Builtin(name=name, samples=samples, noise=0.2, seed=seed))
        np.testing.assert_array_equal(raw.x, x)
        np.testing.assert_array_equal(raw.target.columns[0], y)
