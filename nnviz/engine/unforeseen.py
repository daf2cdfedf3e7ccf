"""What nobody foresaw in the engine: its traceback goes to the log, and to the window, which offers a report."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

from nnviz.engine.sentences import out_of_memory
from nnviz.errors import BadInput
from nnviz.training.fault_text import place, told
from nnviz.training.messages import Unforeseen


def report(send: Callable[[Unforeseen], object], doing: str, error: BaseException) -> None:
    """Log *error*, met while *doing* something, and *send* it; no report is made of what is no fault of the program.

    That are bad input, a file that cannot be read or written any more, and a want of memory.
    """
    traceback.print_exception(error, file=sys.stderr)
    if not isinstance(error, BadInput | OSError) and not out_of_memory(error):
        send(Unforeseen(doing, place(error), told(error)))
