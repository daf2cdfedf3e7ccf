"""Stands where everything ends up that nobody caught: in slots, paint events, threads, the pool, and Qt's own messages.

PySide gives what a slot, an event handler, a ``QThread`` or a ``QRunnable`` lets through to ``sys.excepthook``;
Python's own threads have a hook of their own, and so has what fails while an object is taken apart. Pieces of work on
the pool log what they meet (``Background``): what is logged with a traceback is caught as well.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from nnviz.training.fault_text import shortened, without_values
from nnviz.ui.faults.fault import Fault, fault_of

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

qt_log = logging.getLogger("nnviz.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Catcher:
    """Gives every fault to *tell*, on whichever thread it happens, until ``release``.

    *tell* must not wait and not raise.
    """

    def __init__(self, tell: Callable[[Fault], object]) -> None:
        self._tell = tell
        self._handler = _LogHandler(tell)
        self._before: Any = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable
        self._qt_before = qInstallMessageHandler(_log_message)
        logging.getLogger().addHandler(self._handler)

    def release(self) -> None:
        """Put everything back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)
        logging.getLogger().removeHandler(self._handler)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._before[0](kind, error, trace)
            return
        thread = threading.current_thread()
        where = "window" if thread is threading.main_thread() else f"thread {thread.name}"
        self._catch(error.with_traceback(trace), where)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is None or isinstance(args.exc_value, SystemExit):
            return
        where = f"thread {args.thread.name}" if args.thread is not None else "thread"
        self._catch(args.exc_value.with_traceback(args.exc_traceback), where)

    def _unraisable(self, args: UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._catch(args.exc_value.with_traceback(args.exc_traceback), "window, while it took something apart")

    def _catch(self, error: BaseException, where: str) -> None:
        fault = fault_of(error, where)
        _let_go(error)
        if sys.stderr is not None:
            print(fault.text, file=sys.stderr)
        self._tell(fault)


def _let_go(error: BaseException) -> None:
    """Drop what the frames of *error* hold.

    A painter that a failed ``paintEvent`` leaves behind would paint on for as long as somebody remembers the traceback,
    as Python does for its debugger; Qt then ends the process when the widget goes.
    """
    traceback.clear_frames(error.__traceback__)
    error.__traceback__ = None
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        with contextlib.suppress(AttributeError):
            delattr(sys, name)


def _log_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """One of Qt's own messages, into the log; after a fatal one Qt ends the process."""
    category = f"{context.category}: " if context.category not in (None, "default") else ""
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s%s", category, shortened(without_values(message or "")))


class _LogHandler(logging.Handler):
    """Tells of what was logged together with its exception."""

    def __init__(self, tell: Callable[[Fault], object]) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Take one record."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._tell(fault_of(error, f"{record.name} ({record.threadName})"))
