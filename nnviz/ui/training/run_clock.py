"""When each epoch of the run that goes on was done: in seconds of training, and on the clock of the wall."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from nnviz.project.later import Promise
from nnviz.training.history import History
from nnviz.training.messages import Epochs

Times = NDArray[np.float64]
KEYS = ("trained", "wall")


class RunClock:
    """Epochs arrive many at a time: those that came together are spread evenly over the time they took."""

    def __init__(self) -> None:
        self._history = History()
        self._before = 0.0  # seconds trained before this stretch

    def begin(self, times: Times | None = None, seconds: float | None = None) -> None:
        """Another run, or with *times* ``(epochs, 2)`` one that goes on after so many epochs and *seconds*."""
        self._history = History()
        self._before = 0.0
        if times is not None and len(times):
            self._history.append(1, KEYS, times)
            self._before = float(times[-1, 0]) if seconds is None else seconds

    def take(self, epochs: Epochs, now: float | None = None) -> None:
        """More epochs are done, *now* in Unix time."""
        wall = time.time() if now is None else now
        trained, done = self._before + epochs.seconds, len(epochs.rows)
        start = np.array([self._before, wall - epochs.seconds])
        if epochs.first > 1 and self._history.epochs >= epochs.first - 1:  # a pause lies before this stretch
            start = np.maximum(start, [self._history.column(key)[epochs.first - 2] for key in KEYS])
        share = np.arange(1, done + 1)[:, None] / done
        self._history.append(epochs.first, KEYS, start + (np.array([trained, wall]) - start) * share)

    def rest(self, seconds: float) -> None:
        """A stretch of so many *seconds* is over."""
        self._before += seconds

    def times(self, epochs: int) -> Times | None:
        """``(epochs, 2)`` for the first *epochs* epochs; None where they are not known."""
        if not 0 < epochs <= self._history.epochs:
            return None
        return np.column_stack([self._history.column(key)[:epochs] for key in KEYS])

    def seconds(self, epochs: int) -> float | None:
        """How many seconds the first *epochs* epochs took; None where that is not known."""
        known = 0 < epochs <= self._history.epochs
        return float(self._history.column(KEYS[0])[epochs - 1]) if known else None

    def promised(self, epochs: int) -> Promise[Times | None]:
        """The same, put together by who asks for it first, on whatever thread."""
        known = 0 < epochs <= self._history.epochs
        columns = [self._history.column(key)[:epochs] for key in KEYS] if known else []
        return Promise(lambda: np.column_stack(columns) if columns else None)
