"""The application object: fonts, colours, language, and the window in it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from nnviz import __version__
from nnviz.ui import icons, language, style, theme
from nnviz.ui.program.application import Application

SWITCH_SECONDS = 0.0005


def make_app(argv: Sequence[str] = ()) -> QApplication:
    """The one application of this process, dressed: fonts, style, colours and language as a person chose them."""
    # Qt calls Python for every widget it paints; each call has to win the interpreter back from a thread that loads
    # data, which would otherwise keep it for 5 ms at a time.
    sys.setswitchinterval(SWITCH_SECONDS)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else Application([sys.argv[0], *argv])
    app.setOrganizationName("nnviz")
    app.setApplicationName("nnviz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.nnviz.nnviz")
    theme.load_fonts()
    language.install(app)
    style.install(app)
    mode = QSettings().value("colours", "system")
    theme.choose(mode if mode in ("dark", "light") else "system")
    app.setWindowIcon(icons.app_icon())
    return app
