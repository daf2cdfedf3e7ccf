"""``nnviz engine``: the process that runs Keras. The window starts it; nobody else needs to."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Sequence

from nnviz.commands.parsing import Parser

NICENESS = 5


def main(argv: Sequence[str]) -> int:
    """Serve the protocol on stdin and stdout until the window closes them or says Quit.

    The process leaves with ``os._exit``: TensorFlow's own way out has been seen to take half a minute.
    """
    parser = Parser("engine", "The process that runs Keras; the window starts it.")
    parser.add_argument("--parent", type=int, help="the process that this one must not outlive")
    options = parser.parse_args(list(argv))

    from nnviz.engine.process.parent import die_with_parent
    from nnviz.engine.process.pipe import take_standard_pipes

    pipe = take_standard_pipes()
    if options.parent is not None:
        die_with_parent(options.parent)
    faulthandler.enable(sys.stderr)
    _give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which says Quit

    from nnviz.engine.process.serve import Server
    from nnviz.engine.process.unforeseen import Faults

    logging.getLogger("nnviz").addHandler(Faults(pipe.send))
    Server(pipe).serve()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _give_way() -> None:
    """Let the window go first where both want the same core."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(NICENESS)
