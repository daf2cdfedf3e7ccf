"""A lesson from the click in the list to its result."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl

from nnviz.project import lessons
from nnviz.ui.inspector import inspector
from tests.e2e.conftest import Hand

LINK = re.compile(r"\]\((\w+):(\w+)\)")


def open_lesson(hand: Hand, name: str) -> None:
    window = hand.window
    window.lessons.show_list()
    hand.click(window.inspector.lessons.cards[name])
    hand.wait(lambda: window.inspector.lessons.name == name and window.document.facts is not None)


def test_a_lesson_is_opened_trained_and_its_result_marked(hand: Hand) -> None:
    tab = hand.window.inspector.lessons
    open_lesson(hand, "patients")
    assert hand.window.document.dataset is not None
    assert hand.window.document.dataset.facts.rows[0] == 376
    hand.train_to_the_end()
    assert tab.goals is not None
    hand.wait(lambda: tab.goals is not None and tab.goals.rows[0].found.text().endswith("✓"))
    hand.click(tab.back)
    assert tab.cards["patients"].isVisible()


def test_every_link_leads_to_its_place(still_hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    window, guide = still_hand.window, still_hand.window.lessons
    done: list[str] = []
    monkeypatch.setattr(guide, "_doing", {name: lambda name=name: done.append(name) for name in guide._doing})
    for name in [name for chapter in lessons.chapters() for name in chapter.lessons]:
        window.document.open(lessons.project(name), None, lessons.folder(name))
        window.inspector.lessons.show_lesson(name)
        assert any(dock.objectName() == lessons.about(name).pane for dock in window.panes.docks)
        for kind, place in LINK.findall(lessons.text(name, "en")):
            window.inspector.show_tab(inspector.LESSONS)
            window.inspector.lessons.text.anchorClicked.emit(QUrl(f"{kind}:{place}"))
            if kind == "pane":
                dock = next(dock for dock in window.panes.docks if dock.objectName() == place)
                still_hand.wait(lambda dock=dock: not dock.visibleRegion().isEmpty())
            elif kind == "do":
                assert done[-1] == place
            else:
                assert window.inspector.tabs.currentIndex() != inspector.LESSONS
            if kind == "layer":
                assert list(window.document.selection) == [place]
    window.document.undo_stack.setClean()
    window.files.new()
    assert window.inspector.lessons.name == ""  # what is trained now is judged by no lesson
