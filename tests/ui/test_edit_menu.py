"""The Edit menu beside a history that ends before it."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.ui.window import MainWindow


def test_a_history_that_is_taken_apart_before_the_window_empties_in_silence(qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.waitUntil(lambda: not window.document.blocked, timeout=20_000)
    stack = window.document.undo_stack
    window.document.edit_recipe(window.document.recipe.with_optimizer("SGD"), "plainer")
    stack.setClean()
    window.shutdown()
    heard: list[str] = []
    stack.undoTextChanged.connect(heard.append)
    with qtbot.captureExceptions() as raised:
        shiboken6.delete(stack)
        shiboken6.delete(window)
    assert (heard, raised) == ([""], [])
