"""Groups are called in the language of the window where the program named them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.network import grouping
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates import TEMPLATES
from nnviz.ui import language
from nnviz.ui.diagram.group_names import OWN, group_title
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
DEEP = chain("Input", "Dense", "Dense", "Dense", "Output")
INSIDE = ("hidden_1", "hidden_2")


def test_every_name_of_a_template_is_known() -> None:
    names = {group.name for template in TEMPLATES.values() for group in template.network().groups}
    assert {name.rstrip(" 0123456789") for name in names} <= set(OWN)


def test_names_that_the_program_gave_follow_the_language_and_a_persons_own_stay(
    canvas: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = canvas(grouping.group(DEEP, INSIDE, "Mine")[0])
    made.document.select(("hidden_3",))
    made.view.groups.group()
    made.view.groups.name_field.close_sheet()
    words = {"Part": "부분", "Group {0}": "{0} 묶기"}
    monkeypatch.setattr("nnviz.ui.language.translate", lambda _context, text: words.get(text, text))
    assert [group_title(group.name) for group in made.network.groups] == ["Mine", "부분 1"]
    with made.no_step():
        made.view.groups.rename("Part 1")
        field = made.view.groups.name_field
        assert field.text() == "부분 1"
        QTest.keyClick(field, Qt.Key.Key_Return)
    made.document.select(("hidden_3",))
    made.view.groups.ungroup()
    assert language.said(made.document.undo_stack.command(1)._text).endswith("부분 1")
