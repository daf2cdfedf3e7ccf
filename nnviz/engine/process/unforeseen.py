"""What nobody foresaw in the engine: its traceback goes to the log, and to the window, which offers a report."""

from __future__ import annotations

import logging
import sys
import traceback
from collections import Counter
from collections.abc import Callable

from nnviz.engine.process.sentences import out_of_memory
from nnviz.errors import BadInput
from nnviz.training.fault_text import message_of, place, told
from nnviz.training.messages import Unforeseen

_times: Counter[tuple[str, ...]] = Counter()


def report(send: Callable[[Unforeseen], object], doing: str, error: BaseException) -> None:
    """Log *error*, met while *doing* something, and *send* it; no report is made of what is no fault of the program.

    That are bad input, a file that cannot be read or written any more, and a want of memory.
    """
    _log(doing, error)
    if not isinstance(error, BadInput | OSError) and not out_of_memory(error):
        send(Unforeseen(doing, place(error), told(error)))


def _log(doing: str, error: BaseException) -> None:
    """Write it into the log: its traceback once, and then a line where it has come ten, a hundred, ... times.

    What fails in every picture would otherwise fill the disk while nobody looks.
    """
    at = place(error)
    _times[at] += 1
    times = _times[at]
    if times == 1:
        print(f"{doing}:", file=sys.stderr)
        traceback.print_exception(error, file=sys.stderr)
    elif str(times).strip("0") == "1":
        print(f"{doing}, {times:,} times by now: {message_of(error)}", file=sys.stderr)


class Faults(logging.Handler):
    """Reports what modules without a pipe log with a traceback, on whichever thread they do; writes down warnings.

    Args:
        send: takes each ``Unforeseen``; may be called on any thread.
    """

    def __init__(self, send: Callable[[Unforeseen], object]) -> None:
        super().__init__(logging.WARNING)
        self._send = send

    def emit(self, record: logging.LogRecord) -> None:
        """Take one record, whose message says what was being done."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            report(self._send, record.getMessage(), error)
        else:
            print(self.format(record), file=sys.stderr)
