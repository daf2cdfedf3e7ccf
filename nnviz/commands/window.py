"""``nnviz [FILE]``: the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput
from nnviz.project.files import open_project


def main(argv: list[str]) -> int:
    """Open the window, with the project *argv* names; the exit code of the event loop."""
    parser = Parser("", "Open the window.")
    parser.add_argument("file", nargs="?", help="a .nnviz or .json project")
    options = parser.parse_args(argv)
    path = Path(options.file).resolve() if options.file else None
    if path is not None:
        open_project(path)  # a bad file is said here, before a window stands there empty
    _need_screen()

    from nnviz.ui.app import make_app
    from nnviz.ui.window import MainWindow

    app = make_app()
    window = MainWindow()
    window.restore()
    window.show()
    window.start_engine()
    if path is not None:
        window.files.open(path)
    return app.exec()


def _need_screen() -> None:
    """Qt aborts without a display; a sentence is better."""
    named = os.environ.get("QT_QPA_PLATFORM")
    screen = named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        raise BadInput("there is no screen to open the window on: 'nnviz demo' works without one")
