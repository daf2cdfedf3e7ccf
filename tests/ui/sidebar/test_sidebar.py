"""Data card and palette over a real document."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from nnviz.data.load import load
from nnviz.data.spec import Builtin, Table
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.facts import DataFacts
from nnviz.project.project import Project
from nnviz.ui.document import Document, first_project
from nnviz.ui.sidebar.palette import LAYER_MIME
from nnviz.ui.sidebar.picture import Bars, Points, Samples, picture_of
from nnviz.ui.sidebar.sidebar import Sidebar
from nnviz.ui.sidebar.wording import facts_text, parts_text


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[Document]:
    document = Document(first_project())
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20000)
    yield document
    document.shutdown()


@pytest.fixture
def sidebar(qtbot: QtBot, document: Document) -> Sidebar:
    sidebar = Sidebar(document)
    sidebar.resize(212, 900)
    qtbot.addWidget(sidebar)
    sidebar.show()
    return sidebar


def test_the_card_says_what_the_data_are(sidebar: Sidebar) -> None:
    card = sidebar.data_card
    assert card.name.text() == "Moons"
    assert card.facts.text() == "300 rows, 2 inputs, 2 classes"
    assert card.train_rows.text() == "240 train"
    assert card.other_rows.text() == "60 validation"
    assert isinstance(card.thumbnail.picture, Points)


def test_a_press_and_enter_ask_for_other_data(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.choose_data_requested):
        qtbot.mouseClick(sidebar.data_card.card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sidebar.choose_data_requested):
        qtbot.keyClick(sidebar.data_card.card, Qt.Key.Key_Return)


def test_the_sliders_change_a_toy_in_one_step_of_undo(qtbot: QtBot, document: Document, sidebar: Sidebar) -> None:
    slider = sidebar.data_card.noise.slider
    with qtbot.waitSignal(document.data_changed):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert isinstance(document.data_spec, Builtin)
    assert document.data_spec.noise == pytest.approx(0.16)
    qtbot.waitUntil(lambda: document.facts is not None)
    document.undo_stack.undo()
    assert sidebar.data_card.noise.value == pytest.approx(0.15)
    assert document.undo_stack.index() == 0


def test_only_toys_have_sliders(qtbot: QtBot, document: Document, sidebar: Sidebar) -> None:
    assert sidebar.data_card.noise.isVisible()
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        document.edit_data(Builtin(name="xor"), "Choose data")
    assert not sidebar.data_card.noise.isVisible()
    assert sidebar.data_card.facts.text() == "4 rows, 2 inputs, 2 classes"


def test_a_failure_stands_in_the_card(qtbot: QtBot, document: Document, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(document.data_failed):
        document.edit_data(Table(path="/nowhere/a.csv"), "Choose data")
    assert "/nowhere/a.csv" in sidebar.data_card.note.text()
    assert sidebar.data_card.note.property("role") == "bad"
    assert sidebar.data_card.thumbnail.picture is None


@pytest.mark.parametrize(
    ("name", "kind"), [("xor", Points), ("blobs", Points), ("iris", Points), ("digits", Samples), ("diabetes", Bars)]
)
def test_every_kind_of_data_has_its_picture(tmp_path, name: str, kind: type) -> None:
    picture = picture_of(load(Builtin(name=name), tmp_path))
    assert isinstance(picture, kind)
    if isinstance(picture, Points):
        assert picture.at.min() >= 0
        assert picture.at.max() <= 1
        assert len(picture.at) <= 300
    if isinstance(picture, Samples):
        assert picture.images.dtype == np.uint8
        assert picture.images.shape[1:] == (8, 8)
    if isinstance(picture, Bars):
        assert picture.heights.max() == 1


def test_facts_in_words() -> None:
    picture = DataFacts((8, 8, 1), "classes", 10, tuple("0123456789"), rows=(1438, 359, 0))
    assert facts_text(picture) == "1,797 pictures, 8 × 8, 10 classes"
    assert parts_text(picture) == "1,438 train, 359 validation"
    assert facts_text(DataFacts((1,), "regression", 1, rows=(1, 0, 0))) == "1 row, 1 input, 1 number to predict"


def test_every_layer_of_the_catalogue_is_in_the_palette(sidebar: Sidebar) -> None:
    for kind in CATALOGUE:
        card = sidebar.layers.card(kind)
        assert card.kind == kind
        assert card.accessibleName()
        assert CATALOGUE[card.kind].doc in card.toolTip()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_adds_a_layer(qtbot: QtBot, sidebar: Sidebar, key: Qt.Key) -> None:
    with qtbot.waitSignal(sidebar.layer_requested) as asked:
        qtbot.keyClick(sidebar.layers.card("Dense"), key)
    assert asked.args == ["Dense"]


def test_a_double_click_adds_a_layer(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.layer_requested) as asked:
        qtbot.mouseDClick(sidebar.layers.card("Input"), Qt.MouseButton.LeftButton)
    assert asked.args == ["Input"]


def test_a_drag_carries_the_kind(qtbot: QtBot, sidebar: Sidebar, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda self, *actions: carried.append(self))
    card = sidebar.layers.card("Output")
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(card, QPoint(22, 20))
    assert carried == []
    qtbot.mouseMove(card, QPoint(60, 30))
    assert bytes(carried[0].mimeData().data(LAYER_MIME)) == b"Output"
    assert carried[0].hotSpot().x() == 20
    assert carried[0].hotSpot().y() < 0, "it hangs below the mouse: the link where it would be inserted is not covered"
    picture = carried[0].pixmap()
    assert picture.deviceIndependentSize().toSize() == card.size()


def test_scrolling_does_not_change_the_width(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.resize(212, 2000)
    qtbot.waitUntil(lambda: sidebar.verticalScrollBar().maximum() == 0)
    wide = sidebar.data_card.width()
    sidebar.resize(212, 300)
    qtbot.waitUntil(lambda: sidebar.verticalScrollBar().maximum() > 0)
    assert sidebar.data_card.width() == wide


def test_a_project_without_data_invites(qtbot: QtBot) -> None:
    document = Document(Project())
    sidebar = Sidebar(document)
    qtbot.addWidget(sidebar)
    assert sidebar.data_card.name.text() == "No data"
    document.shutdown()
