"""Work off the window's thread: one piece at a time, a newer wish overtaking an older one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from nnviz.errors import BadInput

log = logging.getLogger(__name__)
Work = Callable[[Callable[[], bool]], Any]


class Background(QObject):
    """Runs functions on a thread of its own and brings back what the newest one gave.

    Signals:
        done: what the newest piece of work returned.
        failed: a sentence why it could not be done.
    """

    done = Signal(object)
    failed = Signal(str)
    _arrived = Signal(int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(1000)
        self._wish = 0
        self._cancel = Event()
        self._arrived.connect(self._deliver)

    def run(self, work: Work) -> None:
        """Do *work*, which is given a function that says whether to give up; what ran before is never delivered."""
        self.cancel()
        self._cancel = Event()
        self._pool.start(_Piece(self, self._wish, work, self._cancel))

    def cancel(self) -> None:
        """Deliver nothing of what is running now."""
        self._cancel.set()
        self._wish += 1

    def shutdown(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, wish: int, result: Any, sentence: str) -> None:
        if wish != self._wish:
            return
        if sentence:
            self.failed.emit(sentence)
        else:
            self.done.emit(result)


class _Piece(QRunnable):
    def __init__(self, owner: Background, wish: int, work: Work, cancel: Event) -> None:
        super().__init__()
        self._owner, self._wish, self._work, self._cancel = owner, wish, work, cancel

    def run(self) -> None:
        if self._cancel.is_set():
            return
        result, sentence = None, ""
        try:
            result = self._work(self._cancel.is_set)
        except BadInput as error:
            sentence = str(error)
        except Exception as error:  # a file may do anything to a reader; the window stays up and says so
            if not self._cancel.is_set():
                log.exception("background work failed")
            sentence = str(error) or type(error).__name__
        if not self._cancel.is_set():
            self._owner._arrived.emit(self._wish, result, sentence)
