"""How a unit responds, and how good a network is, from the numbers themselves."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import metrics

from nnviz.training.inside.responses import BINS, MOST_CLASSES, response_of
from nnviz.training.inside.scores import classes_of, figures

RNG = np.random.default_rng(6)


def test_a_response_is_counted_by_class_and_its_ends_are_listed():
    values, rows = RNG.normal(size=90).astype("f4"), np.arange(90) * 3
    classes = RNG.integers(0, 3, 90)
    found = response_of(values, rows, classes, 300)
    counts = dict(zip(found.classes, np.reshape(found.counts, (-1, BINS)), strict=True))
    for one in range(3):
        expected, _ = np.histogram(values[classes == one], BINS, (values.min(), values.max()))
        assert np.array_equal(counts[one], expected)
    order = np.argsort(-values)
    assert found.strongest == tuple((order[:8] * 3).tolist())
    assert found.weakest == tuple((order[::-1][:8] * 3).tolist())
    assert found.most == pytest.approx(values[order[:8]].tolist())
    assert (found.rows, found.total, found.unanswered) == (90, 300, 0)


def test_many_classes_are_those_that_excite_it_most_and_what_is_not_finite_is_told():
    classes = np.repeat(np.arange(20), 5)
    values = np.where(np.arange(100) % 5, classes, np.nan).astype("f4")
    found = response_of(values, np.arange(100), classes, 100)
    assert found.classes == tuple(range(19, 19 - MOST_CLASSES, -1))
    assert found.unanswered == 20
    nothing = response_of(np.full(4, np.nan, "f4"), np.arange(4), None, 4)
    assert (nothing.unanswered, nothing.strongest, sum(nothing.counts)) == (4, (), 0)
    same = response_of(np.full(4, 2.0, "f4"), np.arange(4), None, 4)
    assert (same.low, same.high, same.means, sum(same.counts)) == (2.0, 2.0, (2.0,), 4)


def test_figures_of_each_task_are_those_of_scikit_learn():
    truth, answers = RNG.integers(0, 4, 60), RNG.random((60, 4)).astype("f4")
    losses = RNG.random(60).astype("f4")
    found = figures("classes", answers, truth, losses, False)
    assert found.score == pytest.approx(metrics.accuracy_score(truth, answers.argmax(1)))
    assert np.array_equal(np.reshape(found.counts, (4, 4)), metrics.confusion_matrix(truth, answers.argmax(1)))
    assert found.loss == pytest.approx(losses.mean())
    yes, score = RNG.integers(0, 2, 60), RNG.uniform(-1, 1, (60, 1)).astype("f4")
    for margin, limit in ((True, 0.0), (False, 0.5)):
        told = figures("binary", score, yes, losses, margin)
        assert np.array_equal(np.reshape(told.counts, (2, 2)), metrics.confusion_matrix(yes, score[:, 0] > limit))
    labels = RNG.integers(0, 2, (60, 4)).astype("f4")
    assert figures("labels", answers, labels, losses, False).score == metrics.accuracy_score(labels, answers > 0.5)
    numbers = RNG.normal(size=(60, 4)).astype("f4")
    assert figures("regression", answers, numbers, losses, False).score == pytest.approx(
        metrics.mean_absolute_error(numbers, answers)
    )
    assert classes_of("classes", 4) == 4
    assert classes_of("classes", 400) == classes_of("regression", 1) == 0
    assert np.isnan(figures("classes", answers[:0], truth[:0], losses[:0], False).loss)
