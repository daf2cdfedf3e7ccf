"""A file that is dropped is opened when the drop is over: the program it comes from waits for no question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desktop.faces import shown_window


@pytest.mark.parametrize("where", ["window", "diagram"])
def test_what_is_open_is_asked_about_after_the_drop(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine.nnviz"))])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    come = QDragEnterEvent(QPoint(9, 9), copy, mime, button, keys)
    dropped = QDropEvent(QPointF(9, 9), copy, mime, button, keys)
    with shown_window("en") as window:
        asked: list[object] = []
        monkeypatch.setattr(window.files, "may_discard", asked.append)
        target = window if where == "window" else window.diagram.viewport()
        for event in (come, dropped):
            QApplication.sendEvent(target, event)
        assert (dropped.isAccepted(), asked) == (True, [])
        qtbot.waitUntil(lambda: len(asked) == 1)
