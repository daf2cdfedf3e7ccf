"""Of everything that the window can show, in both languages: it has a name to be read out, and room for its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui import style
from nnviz.ui.fields.cards import Card
from tests.ui.desktop import faces
from tests.ui.desktop.names import unnamed
from tests.ui.desktop.room import cut_off


def test_what_is_looked_for_is_found(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, label, tabs = QToolButton(window), QLabel("too long for 20 pixels", window), QTabBar(window)
    tabs.addTab("a tab with a long name")
    tabs.setUsesScrollButtons(False)
    button.setText("")
    label.setFixedSize(20, 16)
    tabs.setFixedWidth(30)
    wrapped = QLabel("several words of several lines", window, wordWrap=True)
    wrapped.setFixedSize(80, 14)
    field = Card(clickable=True, parent=window)
    window.show()
    assert unnamed("x", window) == {"x > QToolButton", "x > Card"}
    assert len(cut_off("x", window)) == 3
    button.setAccessibleName("Bold")
    field.setAccessibleName("A card")
    for part in (label, tabs, wrapped):
        part.setFixedSize(400, 60)
    window.resize(500, 100)
    assert (unnamed("x", window), cut_off("x", window)) == (set(), set())


@pytest.mark.parametrize("speaks", ["en", "ko"])
def test_everything_has_a_name_and_room_for_its_words(qapp: QApplication, tmp_path: Path, speaks: str) -> None:
    style.install(qapp)
    nameless, cut = set[str](), set[str]()
    with faces.shown_window(speaks) as window:
        for name, face in faces.all_of(window, tmp_path):
            nameless |= unnamed(name, face)
            cut |= cut_off(name, face)
    assert (sorted(nameless), sorted(cut)) == ([], [])
