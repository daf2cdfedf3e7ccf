"""How fast a run is and how long it will take, smoothed so that the figures can be read."""

from __future__ import annotations

import math

_MEMORY = 2.0  # seconds after which an old speed counts for 1/e


class SpeedMeter:
    """Epochs per second from where a run was and when, exponentially smoothed over about two seconds."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forget everything: another stretch begins, whose clock starts at 0."""
        self._position: float | None = None
        self._seconds = 0.0
        self._speed = 0.0

    @property
    def epochs_per_second(self) -> float:
        """The smoothed speed, 0 while it is not known."""
        return self._speed

    def update(self, position: float, seconds: float) -> None:
        """The run stands at *position* epochs (with the fraction of the one under way) after *seconds*."""
        if self._position is None:
            self._position, self._seconds = position, seconds
            return
        passed = seconds - self._seconds
        if passed <= 0.0 or position < self._position:
            return
        now = (position - self._position) / passed
        weight = 1.0 if self._speed == 0.0 else 1.0 - math.exp(-passed / _MEMORY)
        self._speed += weight * (now - self._speed)
        self._position, self._seconds = position, seconds

    def seconds_left(self, target: float) -> float | None:
        """Seconds until *target* epochs are done; None while the speed is not known."""
        if self._position is None or self._speed <= 0.0:
            return None
        return max(0.0, target - self._position) / self._speed
