"""Editing by the keys and menus of the real window."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from nnviz.data.spec import Builtin
from nnviz.ui.dialogs.shortcuts import sections
from tests.e2e.conftest import Hand
from tests.network.test_edits import chain

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def iris(still_hand: Hand) -> Hand:
    still_hand.open(chain("Input", "Dense", "Output"), Builtin(name="iris"))
    still_hand.window.activateWindow()
    still_hand.window.diagram.setFocus()
    still_hand.wait(still_hand.window.diagram.hasFocus)
    return still_hand


def press(hand: Hand, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(hand.window.diagram, key, keys)


def actions(menu: QMenu) -> list[QAction]:
    """All actions of *menu*, those of the menus in it as well."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += actions(inner) if isinstance(inner, QMenu) else [action]
    return found


def test_a_network_is_edited_without_the_mouse(iris: Hand) -> None:
    window, document = iris.window, iris.window.document
    picker = window.diagram.editing.picker
    press(iris, Key.Key_Tab)
    press(iris, Key.Key_Tab)
    assert document.selection == ("hidden_1",)
    press(iris, Key.Key_C, Mod.ControlModifier)
    press(iris, Key.Key_V, Mod.ControlModifier)
    assert document.selection == ("hidden_2",)
    assert document.undo_stack.undoText() == "Paste Hidden 2"
    press(iris, Key.Key_L)
    iris.wait(picker.field.hasFocus)
    QTest.keyClicks(picker.field, "output")
    QTest.keyClick(picker.field, Key.Key_Return)
    assert ("hidden_2", "output") in document.network.links
    iris.wait(window.diagram.hasFocus)
    press(iris, Key.Key_L, Mod.ShiftModifier)
    QTest.keyClick(picker.field, Key.Key_Return)
    assert ("hidden_2", "output") not in document.network.links
    press(iris, Key.Key_X, Mod.ControlModifier)
    assert not document.network.has("hidden_2")
    document.select(("hidden_1",))
    press(iris, Key.Key_A)
    QTest.keyClicks(picker.field, "dropout")
    QTest.keyClick(picker.field, Key.Key_Return)
    assert ("hidden_1", "dropout_1") in document.network.links
    press(iris, Key.Key_Delete)
    press(iris, Key.Key_D, Mod.ControlModifier)  # nothing is selected: nothing happens
    assert [layer.id for layer in document.network.layers] == ["input", "hidden_1", "output"]
    while document.undo_stack.canUndo():
        QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert document.network == chain("Input", "Dense", "Output")


def test_ctrl_f_searches_layers_on_the_diagram_and_settings_in_the_recipe(iris: Hand) -> None:
    window = iris.window
    window.document.edit_network(chain("Input", "Dense", "Dropout", "Output"), "drop")
    window.inspector.show_tab(1)
    window.diagram.setFocus()
    press(iris, Key.Key_F, Mod.ControlModifier)
    iris.wait(window.diagram.editing.search.field.hasFocus)
    QTest.keyClicks(window.diagram.editing.search.field, "dropout")
    QTest.keyClick(window.diagram.editing.search.field, Key.Key_Return)
    assert window.document.selection == ("dropout_1",)
    assert window.diagram.editing.search.field.hasFocus()  # the keys stay, whatever the inspector shows now
    window.inspector.show_tab(1)
    QTest.keyClick(window.diagram.editing.search.field, Key.Key_Escape)
    iris.wait(window.diagram.hasFocus)
    window.inspector.tabs.setFocus()
    QTest.keyClick(window.inspector.tabs, Key.Key_F, Mod.ControlModifier)
    assert window.inspector.recipe.search.hasFocus()


def test_every_key_is_on_the_sheet_and_leads_to_one_command(iris: Hand) -> None:
    window = iris.window
    keys = [key.toString() for action in actions(window.menu) for key in action.shortcuts()]
    assert len(keys) > 40
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    shown = {key for _, rows in sections(window.menu) for _, caps in rows for key in caps}
    assert shown == set(keys)
    QTest.keyClick(window, Key.Key_F1)
    manual = window.menu._manual
    assert manual is not None
    iris.wait(manual.isVisible)
    manual.close()
    QTest.keyClick(window, Key.Key_F1, Mod.ControlModifier)
    sheet = window.menu._shortcuts
    assert sheet is not None
    iris.wait(sheet.isVisible)
    QTest.keyClick(sheet, Key.Key_Escape)
    assert sheet.isHidden()
    press(iris, Key.Key_Question, Mod.ShiftModifier)
    assert sheet.isVisible()
    sheet.close()


def test_the_right_button_selects_what_it_is_pressed_on_and_offers_what_can_be_done(iris: Hand) -> None:
    window, menu = iris.window, iris.window.menu.edit.under_mouse
    at = iris.on_diagram("hidden_1")
    port = window.diagram.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    assert window.document.selection == ("hidden_1",)
    iris.wait(menu.isVisible)
    usable = {action.text(): action.isEnabled() for action in actions(menu) if action.text()}
    assert usable["Duplicate"]
    assert not usable["Left"]
    menu.close()
    window.document.select(("hidden_1", "output"))
    usable = {action.text(): action.isEnabled() for action in actions(menu) if action.text()}
    assert usable["Left"]
    assert not usable["Horizontally"]
