"""Holds a run back to so many epochs a second, so that a small network can be watched while it learns."""

from __future__ import annotations

import time
from collections.abc import Callable

# A run that fell behind by more than this does not hurry to make up for it.
FORGIVEN = 0.1


class Tempo:
    """How many epochs may be run by now.

    Args:
        clock: seconds that pass.

    Attributes:
        rate: epochs a second; 0 for as many as can be.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = 0.0
        self._clock = clock
        self._next = 0.0  # when the next epoch may begin

    def begin(self, rate: float) -> None:
        """From now on *rate* epochs a second."""
        if rate != self.rate or self._next < self._clock():
            self._next = self._clock()
        self.rate = max(0.0, rate)

    def allowed(self) -> int | None:
        """How many epochs may be run now; None for any number."""
        if not self.rate:
            return None
        now = self._clock()
        self._next = max(self._next, now - FORGIVEN)
        return 0 if self._next > now else int((now - self._next) * self.rate) + 1

    def ran(self, epochs: int) -> None:
        """So many epochs were run."""
        if self.rate:
            self._next += epochs / self.rate

    def wait(self) -> float:
        """Seconds until the next epoch may begin."""
        return max(0.0, self._next - self._clock()) if self.rate else 0.0
