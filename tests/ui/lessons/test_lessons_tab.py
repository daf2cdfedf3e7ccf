"""The list of the lessons and the text of one, as widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.project import lessons
from nnviz.ui import theme
from nnviz.ui.lessons.lessons_tab import LessonsTab
from nnviz.ui.lessons.words import goal_bounds, goal_title


@pytest.fixture
def tab(qtbot: QtBot, qapp: object) -> LessonsTab:
    made = LessonsTab()
    qtbot.addWidget(made)
    made.resize(theme.INSPECTOR_WIDTH, 500)
    made.show_list()
    made.show()
    return made


def test_one_click_in_the_list_asks_for_a_lesson(tab: LessonsTab, qtbot: QtBot) -> None:
    assert list(tab.cards) == [name for chapter in lessons.chapters() for name in chapter.lessons]
    with qtbot.waitSignal(tab.chosen) as chosen:
        QTest.mouseClick(tab.cards["and-gate"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["and-gate"]


def test_the_text_is_as_tall_as_it_has_to_be_and_leads_on(tab: LessonsTab, qtbot: QtBot) -> None:
    tab.show_lesson("or-gate")
    assert tab.text.toPlainText().startswith(lessons.title("or-gate", "en"))
    qtbot.waitUntil(lambda: tab.text.verticalScrollBar().maximum() == 0)
    assert tab.text.height() >= tab.text.document().size().height() > 200
    with qtbot.waitSignal(tab.followed) as followed:
        tab.text.anchorClicked.emit(QUrl("pane:surface"))
    assert followed.args == ["pane:surface"]
    with qtbot.waitSignal(tab.chosen) as following:
        QTest.mouseClick(tab.next, Qt.MouseButton.LeftButton)
    assert following.args == ["nand-gate"]
    QTest.mouseClick(tab.back, Qt.MouseButton.LeftButton)
    assert (tab.name, tab.cards["or-gate"].isVisible()) == ("", True)


def test_the_last_lesson_has_no_next_one(tab: LessonsTab) -> None:
    tab.show_lesson(list(tab.cards)[-1])
    assert not tab.next.isVisible()


def test_a_result_is_marked_when_a_run_has_come_to_it(tab: LessonsTab) -> None:
    tab.show_lesson("or-gate")
    assert tab.goals is not None
    accuracy, loss = tab.goals.rows
    tab.goals.show_run({"accuracy": 1.0, "loss": 0.3}, {})
    assert [row.found.text() for row in (accuracy, loss)] == ["100 % ✓", "0.300"]
    tab.show_lesson("sign-letters")
    assert tab.goals is None


def test_results_are_said_in_words() -> None:
    goals = (
        lessons.Goal("val_accuracy", at_least=0.93), lessons.Goal("loss", at_most=0.08), lessons.Goal("test_mae", 1, 2),
    )  # fmt: skip
    assert [goal_title(goal) for goal in goals] == ["Accuracy, validation", "Loss", "Mean abs. error, test"]
    assert [goal_bounds(goal) for goal in goals] == ["at least 93.0 %", "at most 0.080", "1.000 to 2.000"]
