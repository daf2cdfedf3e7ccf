"""``nnviz [FILE]``: the window."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.backend.importer import read_apart
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput
from nnviz.project.files import open_project
from nnviz.project.keras_files.reading import is_model

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from nnviz.ui.window import MainWindow


def main(argv: list[str]) -> int:
    """Open the window, with the project *argv* names; the exit code of the event loop."""
    parser = Parser("", "Open the window.")
    parser.add_argument("file", nargs="?", help="a .nnviz or .json project, or a model that Keras saved")
    options = parser.parse_args(argv)
    path = Path(options.file).resolve() if options.file else None
    if path is not None:
        # A bad file is said here, before a window stands there empty.
        if is_model(path):
            with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
                read_apart(path, Path(folder) / "weights")
        else:
            open_project(path)
    _need_screen()
    app, window = open_window(path)
    window.recovery.look()
    return app.exec()


def open_window(
    path: Path | None, before_show: Callable[[MainWindow], object] | None = None
) -> tuple[QApplication, MainWindow]:
    """The application and its window, shown, with its engine and the project *path* on their way.

    *before_show* is given the window before anyone sees it.
    """
    from nnviz.ui.collecting import Collector
    from nnviz.ui.starting import keep_for_good, undisturbed

    with undisturbed():
        from nnviz.ui import style
        from nnviz.ui.app import make_app
        from nnviz.ui.faults.reporter import Reporter
        from nnviz.ui.panes import plotting
        from nnviz.ui.window import MainWindow

        app = make_app()
        with style.sheet_at_the_end():
            window = MainWindow()
        if before_show is not None:
            before_show(window)
        window.restore()
        window.show()
    Collector(app)
    plotting.library().loaded.connect(keep_for_good)
    reporter = Reporter(window)
    reporter.follow(window.session)
    app.aboutToQuit.connect(reporter.shutdown)
    window.start_engine()
    if path is not None:
        window.files.open(path)
    return app, window


def _need_screen() -> None:
    """Qt aborts without a display; a sentence is better."""
    named = os.environ.get("QT_QPA_PLATFORM")
    screen = named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        raise BadInput("there is no screen to open the window on: 'nnviz demo' works without one")
