"""Numbers that were predicted against those that are true: errors, residuals, and samples to draw."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.training.evaluating.messages import Numbers

BINS = 31  # of the residuals; odd, so that one stands around zero where they lie evenly about it
MOST_DRAWN = 1000
LONGEST_SERIES = 2000
Floats = NDArray[Any]


def number_figures(truth: Floats, answer: Floats, rows: NDArray[np.intp], column: int, ordered: bool) -> Numbers:
    """The figures of target *column*: *truth* and *answer* ``(n,)`` finite, of the samples *rows* of the part."""
    truth, answer = truth.astype(np.float64), answer.astype(np.float64)
    errors = _errors(truth, answer)
    residuals = answer - truth
    counts, low, high = _histogram(residuals)
    count = len(truth)
    if ordered:
        drawn = np.arange(max(0, count - LONGEST_SERIES), count)
    else:
        drawn = np.unique(np.linspace(0, max(0, count - 1), min(count, MOST_DRAWN)).round().astype(np.intp))
    return Numbers(
        column=column,
        mae=errors[0],
        rmse=errors[1],
        r2=errors[2],
        bias=float(residuals.mean()) if count else float("nan"),
        rows=tuple(rows[drawn].tolist()),
        truth=tuple(truth[drawn].tolist()),
        answer=tuple(answer[drawn].tolist()),
        counts=tuple(counts.tolist()),
        low=low,
        high=high,
        ordered=ordered,
    )


def _errors(truth: Floats, answer: Floats) -> tuple[float, float, float]:
    """Mean absolute error, root mean squared error, and R squared, NaN where it is not defined."""
    if not len(truth):
        return (float("nan"),) * 3
    from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

    r2 = float(r2_score(truth, answer)) if len(truth) > 1 else float("nan")
    return float(mean_absolute_error(truth, answer)), float(root_mean_squared_error(truth, answer)), r2


def _histogram(residuals: Floats) -> tuple[NDArray[np.int64], float, float]:
    """Counts in bins that reach equally far on both sides of 0."""
    far = float(np.abs(residuals).max(initial=0.0)) or 1.0
    counts, _ = np.histogram(residuals, bins=BINS, range=(-far, far))
    return np.asarray(counts, np.int64), -far, far
