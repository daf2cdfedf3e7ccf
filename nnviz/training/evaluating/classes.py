"""Confusion, precision, recall and F1 of classes and labels, and the same of yes or no at any threshold."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.training.evaluating.messages import STEPS, Classes, Thresholds

MOST_SHOWN = 100  # classes whose figures are worth sending: a matrix of more has cells smaller than what can be read
Ints = NDArray[np.int64]
Floats = NDArray[Any]


def class_figures(truth: Ints, answer: Ints, count: int) -> Classes:
    """The figures of *count* classes from the true and the predicted class of each sample, ``(n,)`` each."""
    shown = most_mistaken(truth, answer, count)
    if not len(truth):
        return Classes(shown, (0,) * len(shown) ** 2, *((float("nan"),) * len(shown),) * 3, (0,) * len(shown))
    from sklearn.metrics import precision_recall_fscore_support

    labels = np.arange(count)
    figures = precision_recall_fscore_support(truth, answer, labels=labels, zero_division=np.nan)
    precision, recall, f1, support = (figure[list(shown)].tolist() for figure in figures)
    counts = confusion(truth, answer, shown).reshape(-1).tolist()
    return Classes(shown, tuple(counts), tuple(precision), tuple(recall), tuple(f1), tuple(support))


def confusion(truth: Ints, answer: Ints, shown: tuple[int, ...]) -> Ints:
    """How many samples of each class of *shown* were taken for each of them: ``(shown, shown)``, true by predicted."""
    from sklearn.metrics import confusion_matrix

    if not np.isin(truth, shown).any():
        return np.zeros((len(shown), len(shown)), np.int64)
    return np.asarray(confusion_matrix(truth, answer, labels=list(shown)), np.int64)


def most_mistaken(truth: Ints, answer: Ints, count: int, most: int = MOST_SHOWN) -> tuple[int, ...]:
    """The classes, all *count* of them or the *most* that were missed or guessed wrongly most often; ascending."""
    if count <= most:
        return tuple(range(count))
    wrong = truth != answer
    mistakes = np.bincount(truth[wrong], minlength=count) + np.bincount(answer[wrong], minlength=count)
    return tuple(sorted(np.argsort(-mistakes, kind="stable")[:most].tolist()))


def label_figures(truth: NDArray[np.bool_], answer: NDArray[np.bool_]) -> Classes:
    """The figures of labels, ``(n, labels)`` each; ``counts`` has for each label those that are no and taken for no,
    no for yes, yes for no, yes for yes."""
    labels = truth.shape[1]
    wrong = (truth != answer).sum(axis=0)
    shown = sorted(np.argsort(-wrong, kind="stable")[:MOST_SHOWN].tolist())
    if not len(truth):
        nothing = (float("nan"),) * len(shown)
        return Classes(tuple(shown), (0,) * 4 * len(shown), nothing, nothing, nothing, (0,) * len(shown))
    from sklearn.metrics import precision_recall_fscore_support

    t, a = truth[:, shown], answer[:, shown]
    if labels == 1:  # scikit-learn takes a single column for yes or no
        figures = precision_recall_fscore_support(t[:, 0], a[:, 0], labels=[True], zero_division=np.nan)
    else:
        figures = precision_recall_fscore_support(t, a, zero_division=np.nan)
    precision, recall, f1, support = (tuple(figure.tolist()) for figure in figures)
    counts = np.stack([(~t & ~a).sum(0), (~t & a).sum(0), (t & ~a).sum(0), (t & a).sum(0)], axis=1)
    return Classes(tuple(shown), tuple(counts.reshape(-1).tolist()), precision, recall, f1, support)


def thresholds(truth: Ints, score: Floats) -> Thresholds:
    """What the scores ``(n,)`` of yes give at every threshold: a sample counts as yes when its score is above it."""
    at = np.arange(STEPS + 1) / STEPS
    yes, no = (np.sort(score[truth == value].astype(np.float64)) for value in (1, 0))
    hits, alarms = (len(part) - np.searchsorted(part, at, side="right") for part in (yes, no))
    return Thresholds(tuple(hits.tolist()), tuple(alarms.tolist()), len(yes), len(no))


def at_threshold(found: Thresholds, step: int) -> Classes:
    """The figures of no and yes at the threshold ``step / STEPS``."""
    hits, alarms = found.hits[step], found.alarms[step]
    missed, passed = found.yes - hits, found.no - alarms
    counts = (passed, alarms, missed, hits)
    precision = _share(passed, passed + missed), _share(hits, hits + alarms)
    recall = _share(passed, found.no), _share(hits, found.yes)
    f1 = _share(2 * passed, 2 * passed + alarms + missed), _share(2 * hits, 2 * hits + alarms + missed)
    return Classes((0, 1), counts, precision, recall, f1, (found.no, found.yes))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
