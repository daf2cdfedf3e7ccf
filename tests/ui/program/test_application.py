"""What the system asks of the whole program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from nnviz.ui.program.application import Application, answer_the_system


def test_a_file_opened_in_the_finder_is_opened_here(qapp: Application) -> None:
    opened: list[Path] = []
    answer_the_system(opened.append)
    try:
        assert QApplication.sendEvent(qapp, QFileOpenEvent("/srv/세 겹.nnviz"))
    finally:
        qapp.file_requested.disconnect()
    assert opened == [Path("/srv/세 겹.nnviz")]
