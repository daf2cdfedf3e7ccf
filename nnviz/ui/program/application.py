"""The application object of Qt, which hears what the system asks of the program as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """macOS asks a program that runs to open a file, where other systems start it with the file's name.

    Signals:
        file_requested: the path of a file that a person opened in the Finder, or dropped on the icon in the Dock.
    """

    file_requested = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Qt hands over here what concerns the application, and nothing of any widget."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_requested.emit(event.file())
            return True
        return super().event(event)


def answer_the_system(open_file: Callable[[Path], object]) -> None:
    """Have *open_file* open what the system asks for."""
    app = QCoreApplication.instance()
    if isinstance(app, Application):
        app.file_requested.connect(lambda name: open_file(Path(name)))
