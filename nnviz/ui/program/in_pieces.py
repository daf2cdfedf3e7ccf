"""Work on the window's thread that would block it: done a little at a time, between the window's turns."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

PIECE = 0.0015  # seconds of making widgets in a turn; to show what was made takes twice as long once more


class InPieces(QObject):
    """Makes things one by one.

    Args:
        make_next: makes the next thing.
        is_done: whether nothing is left to make.
    """

    def __init__(self, make_next: Callable[[], None], is_done: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._make_next, self._is_done = make_next, is_done
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._make_some)

    def start(self) -> None:
        """Make what is left, from the window's next turn on."""
        if not self._is_done():
            self._turn.start()

    def stop(self) -> None:
        """Make no more until ``start``."""
        self._turn.stop()

    def finish(self) -> None:
        """Make all that is left at once."""
        while not self._is_done():
            self._make_next()

    def _make_some(self) -> None:
        start = perf_counter()
        while not self._is_done() and perf_counter() - start < PIECE:
            self._make_next()
        self.start()
