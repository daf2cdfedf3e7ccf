"""Pictures of the network for the window: what is on screen there, as often as it wants and training can afford."""

from __future__ import annotations

import time
from collections.abc import Callable

from nnviz.engine.session import Session
from nnviz.training.messages import Event, Watch

# While training, pictures take at most this share of the time, whatever the window asks for.
_SHARE = 0.25


class Pictures:
    """Sends Weights, Surface and Activity as the last Watch asked for.

    Args:
        send: takes each picture.

    Attributes:
        watch: what is on screen.
    """

    def __init__(self, send: Callable[[Event], None]) -> None:
        self._send = send
        self._next = 0.0
        self.watch = Watch()

    def show(self, session: Session) -> None:
        """Send all that is watched, now."""
        began = time.perf_counter()
        if self.watch.cells:
            self._send(session.weights(self.watch.cells))
        if self.watch.surface or self.watch.unit_surface:
            surface = session.surface(self.watch.surface, self.watch.unit_surface)
            if surface is not None:
                self._send(surface)
        if self.watch.activity:
            self._send(session.activity())
        now = time.perf_counter()
        self._next = now + max(self.watch.interval, (now - began) * (1 / _SHARE - 1))

    def show_when_due(self, session: Session) -> None:
        """Send all that is watched unless it was sent a moment ago."""
        if time.perf_counter() >= self._next:
            self.show(session)
