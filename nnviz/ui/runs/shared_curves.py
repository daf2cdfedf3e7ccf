"""The curves of chosen runs on shared axes, as numbers: growing while a run is trained, thinned to the pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan

import numpy as np
from numpy.typing import NDArray

from nnviz.project.runs import Run
from nnviz.ui.panes.series import EpochSeries
from nnviz.ui.panes.ticks import Range, settled
from nnviz.ui.runs.rows import RunRow

Floats = NDArray[np.float64]


@dataclass(eq=False)
class SharedCurve:
    """The curves of one run.

    Attributes:
        row: the run as it is listed.
        training, validation: one metric, epoch by epoch.
        seconds: when each epoch was done, in seconds of training.
    """

    row: RunRow
    training: EpochSeries = field(default_factory=EpochSeries)
    validation: EpochSeries = field(default_factory=EpochSeries)
    seconds: Floats = field(default_factory=lambda: np.empty(0))

    @property
    def epochs(self) -> int:
        """How many epochs it has."""
        return len(self.training)

    def follow(self, row: RunRow, key: str, by_seconds: bool) -> None:
        """Take what *row* has of *key*; of a run that was there before only what has come since."""
        run, same = row.run, self.row.run.id == row.run.id
        self.row = row
        for series, name in ((self.training, key), (self.validation, f"val_{key}")):
            # Of a run without a validation part there is nothing to keep; the training part tells the epochs.
            column = run.columns.get(name, np.full(run.epochs if name == key else 0, nan))
            start = min(len(series), len(column)) if same else 0
            newest = slice(start - 1, start)
            if start and not np.array_equal(series.values[newest], column[newest], equal_nan=True):
                start = 0  # it went back, and on in another way
            series.cut(start)
            series.put(start + 1, column[start:])
        if by_seconds:
            self.seconds = run.times[:, 0]

    def line(self, validation: bool, last: int, columns: int, by_seconds: bool) -> tuple[Floats, Floats]:
        """x and y of a line through the epochs up to *last* that looks alike on *columns* pixels."""
        series = self.validation if validation else self.training
        at, y = series.reduced(1, last, columns)
        if by_seconds and len(at):
            at = self.seconds[np.clip(at.astype(int), 1, len(self.seconds)) - 1]
        return at, y

    def epoch_at(self, x: float, by_seconds: bool) -> int:
        """The last epoch done at *x*; 0 before the first, and past the end of the run."""
        if not by_seconds:
            return round(x) if 1 <= round(x) <= self.epochs else 0
        found = int(np.searchsorted(self.seconds, x, side="right"))
        return found if found > 0 and x <= self.seconds[-1] * 1.0001 else 0


class SharedCurves:
    """What is shown of them.

    Attributes:
        key: the metric, as Keras calls it.
        by_seconds: whether they stand over the seconds of training instead of the epochs.
        log: whether their values stand on a logarithmic scale.
        curves: one for each run, in the order in which they came.
    """

    def __init__(self) -> None:
        self.key, self.by_seconds, self.log = "loss", False, False
        self.curves: list[SharedCurve] = []
        self._shown: Range | None = None

    def show(self, rows: Sequence[RunRow]) -> None:
        """Show the runs of *rows*."""
        before = {curve.row.run.id: curve for curve in self.curves}
        self.curves = [before.get(row.run.id) or SharedCurve(row) for row in rows]
        for curve, row in zip(self.curves, rows, strict=True):
            curve.follow(row, self.key, self.by_seconds)

    def begin_again(self) -> None:
        """Another metric, or another axis: nothing that was drawn holds any more."""
        rows = [curve.row for curve in self.curves]
        self.curves, self._shown = [], None
        self.show(rows)

    @property
    def x(self) -> Range:
        """What the x axis reaches over."""
        if self.by_seconds:
            return 0.0, max((float(c.seconds[-1]) for c in self.curves if len(c.seconds)), default=0.0) or 1.0
        return 1.0, float(max(2, *(curve.epochs for curve in self.curves), 2))

    def lines(self, columns: int) -> list[tuple[SharedCurve, bool, Floats, Floats]]:
        """Every line that has values: whose it is, whether it is of the validation part, its x and y as drawn."""
        found = []
        for curve in self.curves:
            for validation in (False, True):
                at, y = curve.line(validation, curve.epochs, columns, self.by_seconds)
                if self.log:
                    y = np.log10(y, out=np.full_like(y, nan), where=y > 0)
                y = np.where(np.isfinite(y), y, nan)
                if np.isfinite(y).any():
                    found.append((curve, validation, at, y))
        return found

    def settle(self, lines: Sequence[tuple[SharedCurve, bool, Floats, Floats]], shares: bool) -> Range:
        """What the y axis reaches over, which changes in steps."""
        if not lines:
            return 0.0, 1.0
        low = min(float(np.nanmin(y)) for *_, y in lines)
        high = max(float(np.nanmax(y)) for *_, y in lines)
        self._shown = settled(self._shown, low, high)
        if shares and not self.log and low >= 0 and high <= 1:
            return max(0.0, self._shown[0]), min(1.0, self._shown[1])
        return self._shown


def metrics_of(runs: Sequence[Run]) -> tuple[str, ...]:
    """The metrics that curves of *runs* can show, the loss first."""
    keys = dict.fromkeys(key for run in runs for key in run.columns if not key.startswith("val_"))
    return ("loss", *(key for key in keys if key != "loss"))
