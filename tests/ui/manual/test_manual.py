"""The manual: whole, in both languages, with its pictures, and opened at the page of what has the focus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.document import Document
from nnviz.ui.fields.reading import Reading
from nnviz.ui.inspector import inspector
from nnviz.ui.manual import pages
from nnviz.ui.manual.manual import Manual
from nnviz.ui.topbar import TopBar
from nnviz.ui.training.live import LiveState

PICTURE = re.compile(r"!\[[^]]+\]\(([^)]+)\)")
NAMES = [page.page for page in pages.pages()]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_there_in_both_languages_with_its_pictures(name: str) -> None:
    english, korean = pages.text(name, "en"), pages.text(name, "ko")
    assert PICTURE.findall(english) == PICTURE.findall(korean)
    for mark in ("\n- ", "\n1. ", "**"):
        assert english.count(mark) == korean.count(mark)
    assert re.search("[가-힣]", pages.title(name, "ko"))
    for picture in PICTURE.findall(english):
        assert (pages.folder("en") / picture).is_file()


def test_no_page_and_no_picture_is_left_over() -> None:
    folder = pages.folder("en")
    assert sorted(path.stem for path in folder.glob("*.md")) == sorted(NAMES)
    used = {picture for name in NAMES for picture in PICTURE.findall(pages.text(name, "en"))}
    assert {f"../pictures/{path.name}" for path in (folder.parent / "pictures").iterdir()} == used


def test_the_page_is_that_of_what_has_the_focus(qtbot: QtBot, qapp: object) -> None:
    document = Document(Project(NetworkSpec()))
    view, right, bar = DiagramView(DiagramScene(document, LiveState())), inspector.Inspector(document), TopBar()
    for widget in (view, right, bar):
        qtbot.addWidget(widget)
    assert pages.page_of(view.viewport()) == "diagram"
    assert pages.page_of(bar.train) == "training"
    assert pages.page_of(right.layer) == "diagram"
    right.show_tab(inspector.RECIPE)
    assert pages.page_of(right.recipe) == "recipe"
    assert pages.page_of(None) == "start"
    right.shutdown()
    document.shutdown()


def test_pages_are_turned(qtbot: QtBot, qapp: object) -> None:
    manual = Manual()
    qtbot.addWidget(manual)
    manual.show_page("weights")
    assert manual.text.toPlainText().startswith(pages.title("weights", "en"))
    manual.list.setCurrentRow(0)
    assert manual.text.toPlainText().startswith(pages.title("start", "en"))
    assert manual.text.height() >= manual.text.document().size().height()


def test_what_is_bold_has_a_face_and_pictures_keep_their_size(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    for name, wide in (("small", 40), ("large", 2000)):
        QImage(wide, 10, QImage.Format.Format_RGB32).save(str(tmp_path / f"{name}.png"))
    reading = Reading()
    qtbot.addWidget(reading)
    reading.resize(500, 100)
    reading.show()
    reading.show_markdown("**Bold** text\n\n![a](small.png)\n\n![b](large.png)", tmp_path)
    letters = QTextCursor(reading.document())
    letters.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert letters.charFormat().fontWeight() == QFont.Weight.DemiBold  # the font that ships has no bolder face
    block, widths = reading.document().firstBlock().next(), []
    while block.isValid():
        widths.append(block.begin().fragment().charFormat().toImageFormat().width())
        block = block.next()
    assert widths == [40, reading.viewport().width()]
