"""One metric of the run on screen: training, validation, and what the run before had. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, nan

import numpy as np
from numpy.typing import NDArray

from nnviz.training.shares import SHARES, is_share
from nnviz.ui.panes.series import EpochSeries

Values = Sequence[float] | NDArray[np.float64]

MORE_IS_BETTER = (*SHARES, "r2_score", "cosine_similarity", "return")


@dataclass(frozen=True)
class Reading:
    """The values at one epoch; NaN where a curve has none."""

    epoch: int
    training: float
    validation: float
    earlier: float


class RunCurves:
    """The curves of one metric.

    Attributes:
        key: the metric, as Keras calls it.
        training, validation: this run.
        earlier: the run before: its validation curve, or its training curve where it had no validation.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self.training, self.validation, self.earlier = EpochSeries(), EpochSeries(), EpochSeries()

    @property
    def percent(self) -> bool:
        """Whether the values are shares."""
        return is_share(self.key)

    @property
    def may_be_logarithmic(self) -> bool:
        """Whether a log scale helps: for losses and errors, which fall towards zero."""
        return not any(name in self.key.lower() for name in MORE_IS_BETTER)

    @property
    def epochs(self) -> int:
        """How many epochs this run has."""
        return len(self.training)

    @property
    def shown_epochs(self) -> int:
        """How many epochs a view shows: the longest curve's."""
        return max(len(self.training), len(self.earlier))

    def append(self, first: int, training: Values, validation: Values | None) -> None:
        """Take the values of the epochs from *first* (1-based) on, in place of what stood there and after."""
        self.training.put(first, training)
        values = [nan] * len(training) if validation is None or not len(validation) else validation
        self.validation.put(first, values)

    def rewind(self, epoch: int) -> None:
        """Forget what came after *epoch*."""
        self.training.cut(epoch)
        self.validation.cut(epoch)

    def start_run(self) -> None:
        """Begin at epoch 1 and keep what was there for comparison."""
        if self.epochs:
            self.earlier = self.validation if self.validation.has_values() else self.training
        self.training, self.validation = EpochSeries(), EpochSeries()

    def reading(self, epoch: int) -> Reading:
        """The values after *epoch*."""
        return Reading(epoch, self.training.at(epoch), self.validation.at(epoch), self.earlier.at(epoch))

    def best(self) -> int | None:
        """The epoch of the best validation value; None without validation."""
        return self.validation.best(largest=not self.may_be_logarithmic)

    def last(self) -> Reading:
        """The newest values; of validation the newest there is, for it may be measured more rarely."""
        reading = self.reading(self.epochs)
        if isfinite(reading.validation) or not self.validation.has_values():
            return reading
        finite = (v for v in self.validation.values[::-1] if isfinite(v))
        return Reading(reading.epoch, reading.training, float(next(finite)), reading.earlier)
