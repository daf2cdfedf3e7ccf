"""Every figure of an evaluation against scikit-learn's own, on parts of every kind, poor ones among them."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics
from sklearn.calibration import calibration_curve

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.classes import at_threshold, thresholds
from nnviz.training.evaluating.curves import calibration, precision_recall, roc, thinned
from nnviz.training.evaluating.figures import Answered, evaluation
from nnviz.training.evaluating.messages import STEPS, Evaluate

COUNTS = st.integers(0, 40)
SCORES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.5, 0.5, 0.75, 0.9, 1.0])  # with many ties


def of_classes(truth, chances, wish=None, losses=None):
    count = chances.shape[1]
    facts = DataFacts((2,), "classes", count)
    losses = np.zeros(len(truth)) if losses is None else losses
    answered = Answered(facts, np.arange(len(truth)), chances, truth, losses, total=len(truth))
    return evaluation(wish or Evaluate("test"), answered)


@settings(deadline=None, max_examples=40)
@given(st.data(), COUNTS, st.integers(2, 6))
def test_classes_have_the_figures_of_scikit_learn(data, rows, count):
    truth = np.array(data.draw(st.lists(st.integers(0, count - 1), min_size=rows, max_size=rows)), int)
    answer = np.array(data.draw(st.lists(st.integers(0, count - 1), min_size=rows, max_size=rows)), int)
    found = of_classes(truth, np.eye(count, dtype=np.float32)[answer]).classes
    assert found.shown == tuple(range(count))
    if rows:
        expected = metrics.confusion_matrix(truth, answer, labels=range(count))
        assert np.array_equal(np.reshape(found.counts, (count, count)), expected)
        theirs = metrics.precision_recall_fscore_support(truth, answer, labels=range(count), zero_division=np.nan)
        for own, their in zip((found.precision, found.recall, found.f1, found.support), theirs, strict=True):
            assert np.allclose(own, their, equal_nan=True)
    else:
        assert found.counts == (0,) * count**2
        assert found.support == (0,) * count


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.booleans(), SCORES), max_size=60), st.integers(0, STEPS))
def test_yes_or_no_at_every_threshold(samples, step):
    truth, score = np.array([t for t, _ in samples], int), np.array([s for _, s in samples], float)
    found = at_threshold(thresholds(truth, score), step)
    answer = (score > step / STEPS).astype(int)
    expected = metrics.confusion_matrix(truth, answer, labels=[0, 1]) if len(truth) else np.zeros((2, 2))
    assert np.array_equal(np.reshape(found.counts, (2, 2)), expected)
    if len(truth):
        theirs = metrics.precision_recall_fscore_support(truth, answer, labels=[0, 1], zero_division=np.nan)
        for own, their in zip((found.precision, found.recall, found.f1, found.support), theirs, strict=True):
            assert np.allclose(own, their, equal_nan=True)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.booleans(), SCORES), max_size=60), st.integers(5, 200))
def test_curves_lie_on_those_of_scikit_learn(samples, points):
    truth, score = np.array([t for t, _ in samples], bool), np.array([s for _, s in samples], float)
    own = roc(3, truth, score, points)
    if not truth.any() or truth.all():
        assert own is None
    else:
        x, y, _ = metrics.roc_curve(truth, score)
        assert own.index == 3
        assert own.area == pytest.approx(metrics.roc_auc_score(truth, score))
        assert set(zip(own.x, own.y, strict=True)) <= set(zip(x.tolist(), y.tolist(), strict=True))
        assert (own.x[0], own.y[0], own.x[-1], own.y[-1]) == (0, 0, 1, 1)
        assert len(own.x) <= points
    own = precision_recall(3, truth, score, points)
    if not truth.any():
        assert own is None
    else:
        precision, recall, _ = metrics.precision_recall_curve(truth, score)
        assert own.area == pytest.approx(metrics.average_precision_score(truth, score))
        assert set(zip(own.x, own.y, strict=True)) <= set(zip(recall.tolist(), precision.tolist(), strict=True))
        assert len(own.x) <= points


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=60))
def test_calibration_is_that_of_scikit_learn(samples):
    truth, said = np.array([t for t, _ in samples], bool), np.array([s for _, s in samples])
    own = calibration(truth, said)
    if len(set(truth.tolist())) > 1:
        share, mean = calibration_curve(truth, said, n_bins=10)
        assert np.allclose(own.true, share)
        assert np.allclose(own.said, mean)
    assert sum(own.counts) == len(truth)
    by_hand = sum(n * abs(s - t) for n, s, t in zip(own.counts, own.said, own.true, strict=True)) / len(truth)
    assert own.error == pytest.approx(by_hand)


def test_what_is_no_probability_has_no_calibration():
    assert calibration(np.array([True]), np.array([1.2])) is None
    assert calibration(np.zeros(0, bool), np.zeros(0)) is None
    assert of_classes(np.array([0, 1]), np.array([[3.0, -1.0], [0.0, 2.0]], np.float32)).calibration is None


def test_a_long_curve_keeps_its_shape_in_few_points():
    x = np.linspace(0, 1, 20_001)
    y = np.where(x < 0.01, x * 90, 0.9 + (x - 0.01) * 0.1)  # steep at first
    kept = thinned(x, y, 100)
    assert len(kept) <= 100
    assert kept[0] == 0
    assert kept[-1] == 20_000
    assert np.abs(np.interp(x, x[kept], y[kept]) - y).max() < 0.02


def test_several_classes_have_areas_for_each_and_the_worst_mistakes_first():
    random = np.random.default_rng(0)
    truth = random.integers(0, 3, 200)
    chances = random.dirichlet(np.ones(3), 200)
    chances[np.arange(200), truth] += 0.5
    chances = (chances / chances.sum(1, keepdims=True)).astype(np.float32)
    losses = -np.log(chances[np.arange(200), truth])
    found = of_classes(truth, chances, Evaluate("test", listed=7), losses)
    assert [c.area for c in found.roc] == pytest.approx(
        [metrics.roc_auc_score(truth == i, chances[:, i]) for i in range(3)]
    )
    answer = chances.argmax(1)
    assert found.scores["accuracy"] == pytest.approx(metrics.accuracy_score(truth, answer))
    assert found.scores["macro_f1"] == pytest.approx(metrics.f1_score(truth, answer, average="macro"))
    assert found.scores["loss"] == pytest.approx(losses.mean(dtype=float))
    wrong = np.flatnonzero(truth != answer)
    assert [s.row for s in found.samples] == wrong[np.argsort(-losses[wrong], kind="stable")][:7].tolist()
    assert all(s.sure == pytest.approx(float(chances[s.row].max())) for s in found.samples)


def test_a_cell_of_the_matrix_lists_its_samples_and_no_others():
    truth, answer = np.array([0, 0, 1, 1, 2]), np.array([0, 1, 0, 0, 2])
    losses = np.array([0.1, 2.0, 1.0, 3.0, 0.2])
    found = of_classes(truth, np.eye(3, dtype=np.float32)[answer], Evaluate("test", cell=(1, 0)), losses)
    assert [(s.row, s.truth, s.answer, s.loss) for s in found.samples] == [(3, (1,), (0,), 3.0), (2, (1,), (0,), 1.0)]


def test_of_very_many_classes_those_with_the_most_mistakes_are_sent():
    truth = np.arange(500) % 250
    answer = truth.copy()
    answer[[7, 8, 249]] = [100, 100, 3]
    found = of_classes(truth, np.eye(250, dtype=np.float32)[answer])
    assert len(found.classes.shown) == 100
    assert {7, 8, 100, 249, 3} <= set(found.classes.shown)
    assert len(found.roc) == 10
    assert found.scores["accuracy"] == pytest.approx(1 - 3 / 500)
    expected = metrics.confusion_matrix(truth, answer, labels=list(found.classes.shown))
    assert np.array_equal(np.reshape(found.classes.counts, (100, 100)), expected)


def test_answers_that_are_no_numbers_are_counted_and_left_out():
    chances = np.array([[0.9, 0.1], [np.nan, np.nan], [0.2, 0.8]], np.float32)
    found = of_classes(np.array([0, 1, 1]), chances)
    assert (found.rows, found.unanswered, sum(found.classes.counts)) == (3, 1, 2)
    assert found.scores["accuracy"] == 1.0


@pytest.mark.parametrize(
    ("task", "outputs"), [("binary", 1), ("binary", 2), ("classes", 3), ("labels", 2), ("labels", 1), ("regression", 2)]
)
@pytest.mark.parametrize("rows", [0, 1])
def test_parts_with_next_to_nothing_have_figures_without_a_warning(task, outputs, rows):
    facts = DataFacts((2,), task, 1 if task == "binary" else outputs)
    targets = np.zeros(rows) if task in ("binary", "classes") else np.zeros((rows, outputs))
    answers = np.full((rows, outputs), 0.5, np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = evaluation(
            Evaluate("test"), Answered(facts, np.arange(rows), answers, targets, np.ones(rows), total=rows)
        )
    assert found.rows == rows
    assert found.roc == ()


def test_labels_each_have_their_figures():
    random = np.random.default_rng(1)
    truth, chances = random.random((80, 4)) < 0.4, random.random((80, 4)).astype(np.float32)
    truth[:, 3] = False  # a label that never holds
    facts = DataFacts((2,), "labels", 4)
    found = evaluation(
        Evaluate("test"), Answered(facts, np.arange(80), chances, truth.astype("f4"), np.ones(80), total=80)
    )
    answer = chances > 0.5
    expected = metrics.multilabel_confusion_matrix(truth, answer).reshape(4, 4)
    assert np.array_equal(np.reshape(found.classes.counts, (4, 4)), expected)
    theirs = metrics.precision_recall_fscore_support(truth, answer, zero_division=np.nan)
    assert np.allclose(found.classes.f1, theirs[2], equal_nan=True)
    assert found.classes.support == tuple(theirs[3])
    assert found.scores["exact"] == pytest.approx(metrics.accuracy_score(truth, answer))
    assert [curve.index for curve in found.roc] == [0, 1, 2]


def test_numbers_have_errors_residuals_and_a_sample_to_draw():
    random = np.random.default_rng(2)
    truth = random.normal(size=(5000, 2)).astype(np.float32)
    answers = (truth + random.normal(0.2, 0.3, truth.shape)).astype(np.float32)
    facts = DataFacts((2,), "regression", 2)
    wish = Evaluate("test", column=1)
    found = evaluation(wish, Answered(facts, np.arange(5000), answers, truth, np.ones(5000), total=5000)).numbers
    t, a = truth[:, 1], answers[:, 1]
    assert (found.mae, found.rmse, found.r2) == pytest.approx(
        (metrics.mean_absolute_error(t, a), metrics.root_mean_squared_error(t, a), metrics.r2_score(t, a)), rel=1e-5
    )
    assert sum(found.counts) == 5000
    assert found.low == -found.high
    assert len(found.rows) == 1000
    assert np.array_equal(t[list(found.rows)], np.array(found.truth, "f4"))
    assert found.bias == pytest.approx(float((a - t).mean()), abs=1e-5)


def test_a_series_is_drawn_without_gaps():
    truth = np.sin(np.arange(3000) / 10)[:, None]
    facts = DataFacts((24, 1), "regression", 1)
    given_ = Answered(facts, np.arange(3000), truth + 0.1, truth, np.ones(3000), ordered=True, total=3000)
    found = evaluation(Evaluate("validation"), given_).numbers
    assert found.ordered
    assert found.rows == tuple(range(1000, 3000))
