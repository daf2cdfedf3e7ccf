"""How much to do in one call, so that every call takes about 20 ms whatever the network."""

from __future__ import annotations

TARGET = 0.020
GROWTH = 4


class _Rate:
    """Seconds for one unit of work, from the last call, and how many units that call had."""

    def __init__(self) -> None:
        self.each: float | None = None
        self._last = 0

    def ran(self, count: int, seconds: float) -> None:
        self.each, self._last = seconds / count, count

    def next(self, left: int, target: float) -> int:
        if self.each is None:
            return min(1, left)
        fits = int(target / max(self.each, 1e-9))
        return max(1, min(fits, self._last * GROWTH, left))


class Pace:
    """Chooses the size of the next call from the time the last one took.

    A run starts with single batches and grows at most fourfold from call to call: the first batch may be slow. Calls
    that traced a graph are not to be told, since tracing happens once.

    Attributes:
        target: seconds that a call is to take.
    """

    def __init__(self) -> None:
        self.target = TARGET
        self._epochs, self._batches, self._validation = _Rate(), _Rate(), _Rate()

    def forget(self) -> None:
        """The work is done in another way from now on."""
        self._epochs, self._batches, self._validation = _Rate(), _Rate(), _Rate()

    def epoch_seconds(self, batches: int, validation_batches: int) -> float | None:
        """How long an epoch takes; None while that is not known."""
        if self._epochs.each is not None and self._epochs.each <= self.target:
            return self._epochs.each
        if self._batches.each is None or (validation_batches and self._validation.each is None):
            return self._epochs.each
        return self._batches.each * batches + (self._validation.each or 0.0) * validation_batches

    def epochs(self, left: int, batches: int, validation_batches: int) -> int:
        """How many of *left* whole epochs to do in one call; 0 where one epoch should be cut into pieces."""
        if self._epochs.each is not None and self._epochs.each <= self.target:
            return self._epochs.next(left, self.target)
        # An epoch of one batch cannot be cut any finer, so that there is nothing to find out first.
        if batches == 1 and validation_batches <= 1:
            return min(1, left)
        known = self._batches.each is not None and (not validation_batches or self._validation.each is not None)
        guess = (self._batches.each or 0.0) * batches + (self._validation.each or 0.0) * validation_batches
        return min(1, left) if known and guess <= self.target else 0

    def batches(self, left: int) -> int:
        """How many of *left* training batches to do in one call, at least 1."""
        return self._batches.next(left, self.target)

    def validation(self, left: int) -> int:
        """How many of *left* validation batches to do in one call, at least 1."""
        return self._validation.next(left, self.target)

    def ran_epochs(self, count: int, seconds: float) -> None:
        """*count* epochs took *seconds* in one call."""
        self._epochs.ran(count, seconds)

    def ran_batches(self, count: int, seconds: float) -> None:
        """*count* training batches took *seconds* in one call."""
        self._batches.ran(count, seconds)

    def ran_validation(self, count: int, seconds: float) -> None:
        """*count* validation batches took *seconds* in one call."""
        self._validation.ran(count, seconds)
