"""Through the whole window by Tab alone: to everything that can be used, and to nothing that cannot be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.program.focus import behind_a_tab
from tests.ui.desktop import faces

MOST = 400


def begin(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)


def around(key: Qt.Key) -> list[QWidget]:
    """What has the focus, one after the other, from where it is until it is there again."""
    found: list[QWidget] = []
    for _ in range(MOST):
        now = QApplication.focusWidget()
        assert now is not None
        if now in found and now is found[0]:
            return found
        found.append(now)
        QTest.keyClick(now, key)
    raise AssertionError(f"no way round in {MOST} steps")


def test_tab_goes_round_the_window_and_never_behind_a_tab(qapp: QApplication, qtbot: QtBot) -> None:
    with faces.shown_window("en") as window:
        docks = [d for d in window.findChildren(QDockWidget) if d.isVisible() and not d.isFloating()]
        assert any(d.visibleRegion().isEmpty() for d in docks)  # there is something to be passed over
        window.activateWindow()
        begin(qtbot, window.topbar.menu)
        there = around(Qt.Key.Key_Tab)
        assert {window.topbar.menu, window.diagram, window.travel.bar.slider} <= set(there)
        assert not [widget for widget in there if behind_a_tab(widget)]
        begin(qtbot, window.topbar.menu)
        back = around(Qt.Key.Key_Backtab)
        assert not [widget for widget in back if behind_a_tab(widget)]
