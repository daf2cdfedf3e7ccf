"""What another thread has to say, said on the thread that a ``QObject`` lives on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_LETTER = QEvent.Type(QEvent.registerEventType())


class Mailbox(QObject):
    """Calls functions on its own thread that any other thread asks for, in the order in which they were asked for.

    A signal emitted across threads copies Python objects while it holds locks of Qt, and Qt holds the same locks where
    it takes objects apart and asks Python about it: with bad luck each of two threads waits for what the other has. To
    post an event takes only the lock of the queue of events, which is never held while Python is asked anything.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: deque[tuple[Callable[..., object], tuple[Any, ...]]] = deque()
        self._called = False  # an event is on its way

    def post(self, call: Callable[..., object], *args: Any) -> None:
        """Have ``call(*args)`` done soon; may be asked by any thread, and never waits."""
        self._letters.append((call, args))
        self._ring()

    def customEvent(self, event: QEvent) -> None:
        """Read the letters that are there."""
        if event.type() != _LETTER:
            super().customEvent(event)
            return
        self._called = False  # first, so that a letter that comes from now on has an event of its own
        try:
            for _ in range(len(self._letters)):
                if self._letters:  # a call may have turned the event loop, and emptied it
                    call, args = self._letters.popleft()
                    call(*args)
        finally:
            if self._letters:  # a call has failed: those behind it are done all the same
                self._ring()

    def _ring(self) -> None:
        """Have the letters read, where that is not on its way."""
        if not self._called:
            self._called = True
            QCoreApplication.postEvent(self, QEvent(_LETTER))
