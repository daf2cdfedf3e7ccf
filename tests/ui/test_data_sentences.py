"""What the data have to say reaches a Korean window in Korean: refusals and notes, wherever they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.data.load import load
from nnviz.data.spec import DataSpec, Table
from nnviz.errors import BadInput
from nnviz.project.project import Project
from nnviz.ui import language
from nnviz.ui.dialogs.data_pages.state_line import StateLine
from nnviz.ui.document import Document
from nnviz.ui.sidebar.data_card import DataCard

Said = Callable[[DataSpec], str]


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    """The application speaks Korean."""
    qapp.setOrganizationName("nnviz")
    qapp.setApplicationName("nnviz-test-sentences")
    language.choose("ko")
    language.install(qapp)
    yield
    QSettings().remove("language")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def said_of(korean: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Said]:
    """The note of the data card of a document that learns from given data."""
    documents = []

    def said(spec: DataSpec) -> str:
        document = Document(Project(data=spec), tmp_path / "project.nnviz")
        documents.append(document)
        card = DataCard(document)
        qtbot.addWidget(card)
        qtbot.waitUntil(lambda: bool(card.note.text()), timeout=20_000)
        return card.note.text()

    yield said
    for document in documents:
        document.shutdown()


def test_a_refusal(said_of: Said, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n3,4\n5,6,7\n")
    assert said_of(Table(path="odd.csv")) == "odd.csv, 4번째 줄: 머리글처럼 열이 2개여야 하는데 3개입니다."
    with pytest.raises(BadInput) as english:  # and in English for whoever does not translate it
        load(Table(path="odd.csv"), tmp_path)
    assert str(english.value) == "odd.csv, line 4: expected 2 columns as the header has, but got 3."


def test_a_place_within_a_refusal(said_of: Said, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("a,b\n" + "1,2\n" * 50 + "x,4\n")
    found = said_of(Table(path="odd.csv"))
    assert found == "odd.csv, 52번째 줄(데이터의 51행): 'a'은(는) 숫자 열인데 여기에는 'x'이(가) 있습니다."


def test_a_file_that_is_no_table(said_of: Said, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert said_of(Table(path="odd.csv")) == "odd.csv은(는) 표가 아니라 PNG 그림입니다."


def test_notes(said_of: Said, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "gaps.csv").write_text("a,b,y\n" + "1,2,x\n3,4,y\n" * 20 + "1,2,\n")
    found = said_of(Table(path="gaps.csv"))
    assert found == "목표가 없는 행 1개를 뺐습니다. 첫 번째는 gaps.csv, 42번째 줄(데이터의 41행)입니다."
    line = StateLine()
    qtbot.addWidget(line)
    line.show_dataset(load(Table(path="gaps.csv"), tmp_path))
    assert found in line.note.text()
    assert not line.note.isHidden()
    assert line.words.toolTip() == found
