"""The dialog of the diagram's export: what it shows, what it writes, and what it puts on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.project.project import Project
from nnviz.training.pictures import Weights
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram.exporting import pixels
from nnviz.ui.dialogs.diagram_export import DiagramExport
from nnviz.ui.document import Document
from nnviz.ui.files.clipboard_picture import SVG_MIME, ClipboardPicture
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.training.live import LiveState
from tests.network.test_edits import chain
from tests.ui.panes.helpers import layer_weights


@pytest.fixture
def document(qapp: object) -> Iterator[Document]:
    made = Document(Project(chain("Input", "Dense", "Dense", "Output"), None, Recipe()))
    yield made
    made.shutdown()


def opened(qtbot: QtBot, document: Document, live: LiveState) -> DiagramExport:
    dialog = DiagramExport(document, live, "moons")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, document: Document) -> DiagramExport:
    return opened(qtbot, document, LiveState())


@pytest.mark.parametrize(("index", "start"), [(0, b"<?xml"), (1, b"%PDF-"), (2, b"\x89PNG")])
def test_it_writes_the_chosen_form(
    dialog: DiagramExport, qtbot: QtBot, tmp_path: Path, index: int, start: bytes
) -> None:
    dialog.format.setCurrentIndex(index)
    with qtbot.waitSignal(dialog.save_requested) as asked:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (job,) = asked.args
    assert isinstance(job, SaveJob)
    path = tmp_path / f"diagram{job.suffix}"
    job.write(path)
    assert path.read_bytes().startswith(start)
    assert [child.name for child in tmp_path.iterdir()] == [path.name]
    assert job.written is not None
    job.written(path)
    assert not dialog.isVisible()


def test_the_size_that_is_told_is_the_size_of_the_file(dialog: DiagramExport, qtbot: QtBot, tmp_path: Path) -> None:
    assert "mm" in dialog.size_text.text()
    assert not dialog.scale.isEnabled()
    dialog.format.setCurrentIndex(2)
    dialog.scale.set_choice(4)
    dialog.scale.choice_changed.emit(4)
    with qtbot.waitSignal(dialog.save_requested) as asked:
        dialog.save.click()
    asked.args[0].write(tmp_path / "d.png")
    made = QImage(str(tmp_path / "d.png"))
    assert dialog.size_text.text() == f"{made.width():,} × {made.height():,} pixels"


def test_weights_are_offered_only_where_there_are_some(document: Document, dialog: DiagramExport, qtbot: QtBot) -> None:
    assert not dialog.weights.isEnabled()
    live = LiveState()
    live.show_weights(Weights(1, (layer_weights("hidden_2", np.ones((4, 4)), np.ones(4)),)))
    learned = opened(qtbot, document, live)
    assert learned.weights.isChecked()
    before = learned.preview.image
    learned.weights.setChecked(False)
    qtbot.waitUntil(lambda: learned.save.isEnabled() and learned.preview.image is not before)
    assert before is not None
    assert learned.preview.image != before
    assert learned.preview.image == dialog.preview.image


def test_the_preview_shows_whether_it_is_transparent(dialog: DiagramExport) -> None:
    corner = dialog.preview.place().topLeft().toPoint()
    colours = []
    for transparent in (False, True):
        dialog.background.set_choice(transparent)
        dialog.background.choice_changed.emit(transparent)
        shown = dialog.preview.grab().toImage()
        colours.append(
            {shown.pixelColor(corner.x() + x, corner.y() + y).name() for x in range(2, 26) for y in range(3)}
        )
    assert colours[0] == {"#ffffff"}
    assert len(colours[1]) == 2


def test_a_copy_is_a_picture_and_an_svg(dialog: DiagramExport, qtbot: QtBot) -> None:
    clipboard = ClipboardPicture()
    dialog.copy_requested.connect(clipboard.copy)
    with qtbot.waitSignal(clipboard.said):
        QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    made = data.imageData()
    assert isinstance(made, QImage)
    assert made.size() == pixels(dialog._drawing, 2)
    assert b"<svg" in data.data(SVG_MIME).data()
    clipboard.shutdown()
