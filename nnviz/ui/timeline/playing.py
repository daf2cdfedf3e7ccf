"""Plays a run: which epoch is to be seen as time goes by."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

FRAME_MS = 33
WHOLE = 12.0  # seconds that the whole run takes at the plain speed


class Player(QObject):
    """Moves on through the epochs of a run with the clock, however often it is asked.

    Args:
        clock: seconds that go by.

    Attributes:
        speed: how many times the plain speed.

    Signals:
        epoch_reached: the epoch, not whole, that it has come to.
        playing_changed: whether it plays.
    """

    epoch_reached = Signal(float)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._at, self._last, self._then = 0.0, 0, 0.0
        self.speed = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def begin(self, epoch: float, last: int) -> None:
        """Play from *epoch* to *last*; from the beginning where that is the end."""
        self._at, self._last, self._then = (epoch if epoch < last else 0.0), last, self._clock()
        self._timer.start()
        self.playing_changed.emit(True)

    def take_over(self, other: Player) -> None:
        """Play on where *other* is."""
        if other.playing:
            self.begin(other._at, other._last)

    def end(self) -> None:
        """Play no more."""
        if self._timer.isActive():
            self._timer.stop()
            self.playing_changed.emit(False)

    def tick(self) -> None:
        """Move on to where it has come by now."""
        now = self._clock()
        self._at = min(float(self._last), self._at + (now - self._then) * self.speed * self._last / WHOLE)
        self._then = now
        self.epoch_reached.emit(self._at)
        if self._at >= self._last:
            self.end()
