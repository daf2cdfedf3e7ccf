"""Columns are ticked off on a list of those that there are, or typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.network.columns import column_names
from nnviz.network.facts import DataFacts
from nnviz.ui.inspector.names_field import NamesField

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, names: tuple[str, ...], text: str = "") -> tuple[NamesField, list[tuple[str, ...]]]:
    """A field that offers *names* and shows *text*, its list open, and what is given."""
    field, given = NamesField(), list[tuple[str, ...]]()
    qtbot.addWidget(field)
    field.resize(200, 28)
    field.offer(names)
    field.set_text(text)
    field.names_given.connect(given.append)
    field.show()
    QTest.mouseClick(field.button, LEFT)
    assert field.list.isVisible()
    return field, given


def click(field: NamesField, row: int) -> None:
    """Click on a name, beside its box."""
    box = field.list.visualItemRect(field.list.item(row))
    QTest.mouseClick(field.list.viewport(), LEFT, pos=box.center() + QPoint(20, 0))


def test_names_are_ticked_off_and_given_once_when_the_list_closes(qtbot: QtBot) -> None:
    field, given = opened(qtbot, ("age", "height", "weight"))
    assert field.list.ticked == ("age", "height", "weight")  # nothing named is all
    click(field, 1)
    click(field, 0)
    assert not given
    QTest.keyClick(field.list, Qt.Key.Key_Return)
    assert given == [("weight",)]


def test_all_of_them_are_as_none_and_escape_changes_nothing(qtbot: QtBot) -> None:
    field, given = opened(qtbot, ("age", "height"), "age")
    click(field, 1)
    QTest.keyClick(field.list, Qt.Key.Key_Escape)
    assert not given
    QTest.mouseClick(field.button, LEFT)
    click(field, 1)
    field.list.hide()
    assert given == [()]


def test_without_names_there_is_no_list(qtbot: QtBot) -> None:
    field = NamesField()
    qtbot.addWidget(field)
    field.show()
    assert not field.button.isVisible()


def test_columns_made_of_words_are_offered_under_the_name_of_their_column() -> None:
    names = ("age", "city=Seoul", "city=Busan", "a=b")
    assert column_names(DataFacts((4,), "binary", 1, feature_names=names)) == ("age", "city", "a=b")
    assert column_names(DataFacts((4, 2), "binary", 1, feature_names=names)) == ()
