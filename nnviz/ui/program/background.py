"""Work off the window's thread, a newer wish overtaking an older one.

The threads are Qt's shared ones: a dialog can be closed and deleted while its last piece of work is still running,
and nobody waits for it.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
from collections.abc import Callable
from threading import Event
from typing import Any
from weakref import ref

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from nnviz.backend.mailbox import Mailbox
from nnviz.errors import BadInput
from nnviz.ui.language import said

log = logging.getLogger(__name__)
# Python cannot be taken apart while a thread still runs it.
atexit.register(lambda: QThreadPool.globalInstance().waitForDone())
LEAST_THREADS = 4  # on two cores a long load and a picture would otherwise hold up everything else
Work = Callable[[Callable[[], bool]], Any]


class Background(QObject):
    """Runs functions on another thread and brings back what the newest one gave.

    Signals:
        done: what the newest piece of work returned.
        failed: a sentence why it could not be done, in the window's language.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool.globalInstance()
        self._pool.setMaxThreadCount(max(LEAST_THREADS, self._pool.maxThreadCount()))
        self._running: list[Event] = []
        self._wish = self._delivered = 0  # the number of the newest piece of work, and of the last that is done
        self._cancel = Event()
        self._bring = _Bring(self)

    def run(self, work: Work) -> None:
        """Do *work*, which is given a function that says whether to give up; what ran before is never delivered."""
        self.cancel()
        self._wish += 1
        self._cancel = Event()
        piece = _Piece(self._bring, self._wish, work, self._cancel)
        self._running = [*(over for over in self._running if not over.is_set()), piece.over]
        self._pool.start(piece)

    @property
    def busy(self) -> bool:
        """Whether a piece of work is still to be delivered."""
        return self._delivered != self._wish

    def cancel(self) -> None:
        """Deliver nothing of what is running now."""
        self._cancel.set()
        self._wish += 1
        self._delivered = self._wish

    def shutdown(self) -> None:
        """Cancel; what is running ends by itself, and nobody waits for it but the program before it ends."""
        self.cancel()

    def finish(self) -> None:
        """Cancel, and wait for what is running: it needs what is taken away next, or writes what a person wants.

        For a window that nobody sees any more, or where nothing runs.
        """
        self.cancel()
        for over in self._running:
            over.wait()

    def deliver(self, wish: int, result: Any, sentence: str) -> None:
        """Say what came of the piece of work with the number *wish*, unless another was wished for since."""
        if wish != self._wish:
            return
        self._delivered = wish
        if sentence:
            self.failed.emit(said(sentence))
        else:
            self.done.emit(result)


class _Bring:
    """Carries results to the window's thread; held by the pieces of work, so that it outlives a closed owner."""

    def __init__(self, owner: Background) -> None:
        self._mailbox = Mailbox()
        self._owner = ref(owner)

    def bring(self, wish: int, result: Any, sentence: str) -> None:
        """Give the owner the *result*, or the *sentence* why there is none, if it is still there then."""
        with contextlib.suppress(RuntimeError):  # the program is ending, and took the mailbox apart
            self._mailbox.post(self._hand_over, wish, result, sentence)

    def _hand_over(self, wish: int, result: Any, sentence: str) -> None:
        owner = self._owner()
        if owner is not None and isValid(owner):
            owner.deliver(wish, result, sentence)


def _nothing(_cancelled: Callable[[], bool]) -> None:
    """The work of a piece that is done."""


class _Piece(QRunnable):
    def __init__(self, bring: _Bring, wish: int, work: Work, cancel: Event) -> None:
        super().__init__()
        self._bring, self._wish, self._work, self._cancel = bring, wish, work, cancel
        self.over = Event()

    def run(self) -> None:
        try:
            self._do()
        finally:
            self._work = _nothing  # Qt may keep this object for long, which is not to keep what it worked on
            self.over.set()

    def _do(self) -> None:
        if self._cancel.is_set():
            return
        result, sentence = None, ""
        try:
            result = self._work(self._cancel.is_set)
        except BadInput as error:
            sentence = error.args[0]
        except OSError as error:  # a file that is gone, may not be read, or has no room: nothing to report
            sentence = f"{error.filename}: {error.strerror}" if error.filename else str(error) or type(error).__name__
        except Exception as error:  # a file may do anything to a reader; the window stays up and says so
            if not self._cancel.is_set():
                log.exception("background work failed")
            sentence = str(error) or type(error).__name__
        if not self._cancel.is_set():
            self._bring.bring(self._wish, result, sentence)
