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
from nnviz.data.naming import may_be_data, refuse_odd_name
from nnviz.errors import BadInput
from nnviz.project.files import open_project
from nnviz.project.keras_files.reading import is_model

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from nnviz.ui.window import MainWindow


def main(argv: list[str]) -> int:
    """Open the window, with the project *argv* names; the exit code of the event loop."""
    parser = Parser("", "Open the window.")
    parser.add_argument("file", nargs="?", help="a project, a model that Keras saved, or data")
    options = parser.parse_args(argv)
    path = Path(options.file).resolve() if options.file else None
    if path is not None:
        # A bad file is said here, before a window stands there empty.
        refuse_odd_name(str(path))  # the engine is told the folder
        if is_model(path):
            with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
                read_apart(path, Path(folder) / "weights")
        elif not (path.exists() and may_be_data(path)):
            open_project(path)
    _need_screen()
    from nnviz.ui.program import giving_way, starting

    app = _open(path)
    try:
        return app.exec()
    finally:
        giving_way.keep(None)
        starting.thaw()


def _open(path: Path | None) -> QApplication:
    """The application, whose window may give way to another: nobody but ``giving_way`` knows it."""
    from nnviz.ui.program import giving_way

    app, window = open_window(path)
    window.recovery.look()
    giving_way.keep(window)
    return app


def open_window(
    path: Path | None, before_show: Callable[[MainWindow], object] | None = None
) -> tuple[QApplication, MainWindow]:
    """The application and its window, shown, with its engine and the file *path* on their way.

    *before_show* is given the window before anyone sees it.
    """
    from nnviz.ui.program.collecting import Collector
    from nnviz.ui.program.starting import keep_for_good, undisturbed

    with undisturbed():
        from nnviz.ui import style
        from nnviz.ui.faults.reporter import Reporter
        from nnviz.ui.panes import plotting
        from nnviz.ui.program.app import make_app
        from nnviz.ui.program.application import answer_the_system
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
    window.space.window_changed.connect(reporter.move_to)
    app.aboutToQuit.connect(reporter.shutdown)
    answer_the_system(window.files.open_anything)
    window.start_engine()
    if path is not None and may_be_data(path):
        window.choose_data(str(path))
    elif path is not None:
        window.files.open(path)
    return app, window


def _need_screen() -> None:
    """Qt aborts without a display; a sentence is better."""
    named = os.environ.get("QT_QPA_PLATFORM")
    screen = named or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        raise BadInput("there is no screen to open the window on: 'nnviz demo' works without one")
