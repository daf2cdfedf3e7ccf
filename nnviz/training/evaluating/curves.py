"""ROC and precision-recall curves, thinned to what a screen can show, and how far probabilities can be believed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.training.evaluating.messages import Calibration, Curve

BINS = 10  # of a calibration curve, as in Guo et al., On Calibration of Modern Neural Networks, 2017
Floats = NDArray[Any]
Flags = NDArray[np.bool_]


def roc(index: int, truth: Flags, score: Floats, points: int) -> Curve | None:
    """The ROC curve of class *index*: false positive rate to the right, true positive rate upwards.

    *truth* says of each sample whether it is of the class, *score* how much the network takes it for one. None where
    all samples are, or none is.
    """
    if not truth.any() or truth.all():
        return None
    from sklearn.metrics import auc, roc_curve

    x, y, _ = roc_curve(truth, score)
    return _curve(index, x, y, float(auc(x, y)), points)


def precision_recall(index: int, truth: Flags, score: Floats, points: int) -> Curve | None:
    """The precision over the recall of class *index*, from recall 0 on; None where no sample is of the class."""
    if not truth.any():
        return None
    from sklearn.metrics import average_precision_score, precision_recall_curve

    precision, recall, _ = precision_recall_curve(truth, score)
    area = float(average_precision_score(truth, score))
    return _curve(index, recall[::-1], precision[::-1], area, points)


def _curve(index: int, x: Floats, y: Floats, area: float, points: int) -> Curve:
    kept = thinned(x, y, points)
    return Curve(index, tuple(x[kept].tolist()), tuple(y[kept].tolist()), area)


def thinned(x: Floats, y: Floats, points: int) -> NDArray[np.intp]:
    """The numbers of at most *points* points of a line in the unit square, evenly along it, both ends among them."""
    if len(x) <= points:
        return np.arange(len(x))
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    wanted = np.searchsorted(along, np.linspace(0.0, along[-1], points))
    wanted[0], wanted[-1] = 0, len(x) - 1
    return np.unique(wanted.clip(0, len(x) - 1))


def calibration(came_true: Flags, said: Floats) -> Calibration | None:
    """The reliability of the probabilities *said* ``(n,)``; None where there are none, or they are no probabilities.

    The bins are those of scikit-learn's ``calibration_curve``, the error is that of Guo et al. 2017.
    """
    said = np.asarray(said, np.float64)
    if not len(said) or said.min() < 0 or said.max() > 1:
        return None
    bins = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], said)
    counts = np.bincount(bins, minlength=BINS)
    filled = counts > 0
    mean = np.bincount(bins, said, BINS)[filled] / counts[filled]
    share = np.bincount(bins, came_true, BINS)[filled] / counts[filled]
    error = float((np.abs(mean - share) * counts[filled]).sum() / len(said))
    return Calibration(tuple(mean.tolist()), tuple(share.tolist()), tuple(counts[filled].tolist()), error)
