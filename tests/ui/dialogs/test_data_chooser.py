"""Choosing data by mouse and keyboard, with files as people have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin, Table
from nnviz.project.project import Project
from nnviz.ui.dialogs.data_chooser import DataChooser
from nnviz.ui.document import Document

WAIT = 20000


@pytest.fixture
def chooser(qtbot: QtBot) -> Iterator[DataChooser]:
    document = Document(Project(data=Builtin(name="xor")))
    chooser = DataChooser(document)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(chooser)
    chooser.show()
    yield chooser
    chooser.reject()
    document.shutdown()


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    rows = [f"{rng.integers(1, 8)};{rng.random():.2f};{'yes' if i % 2 else 'no'};{i * 10}" for i in range(60)]
    path = tmp_path / "houses.csv"
    path.write_text("\n".join(["rooms;area;garden;price", *rows]) + "\n")
    return path


def ready(qtbot: QtBot, chooser: DataChooser) -> None:
    qtbot.waitUntil(chooser.use.isEnabled, timeout=WAIT)


def opened(qtbot: QtBot, chooser: DataChooser, path: Path) -> None:
    chooser.open_file(path)
    qtbot.waitUntil(lambda: chooser.table.preview is not None, timeout=WAIT)
    ready(qtbot, chooser)


def header_click(qtbot: QtBot, chooser: DataChooser, column: int, keys: Qt.KeyboardModifier) -> None:
    header = chooser.table.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 8, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, at)


NO_KEYS, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_a_ready_problem_is_picked_and_used(qtbot: QtBot, chooser: DataChooser) -> None:
    qtbot.mouseClick(chooser.gallery.tiles["blobs"], Qt.MouseButton.LeftButton)
    assert not chooser.use.isEnabled()
    ready(qtbot, chooser)
    assert chooser.summary.text() == "300 rows, 2 inputs, 3 classes: 240 train, 60 validation."
    assert chooser.gallery.tiles["blobs"].chosen
    assert not chooser.gallery.tiles["xor"].chosen
    with qtbot.waitSignal(chooser.data_chosen) as chosen:
        qtbot.mouseClick(chooser.use, Qt.MouseButton.LeftButton)
    assert chosen.args == [Builtin(name="blobs")]
    assert not chooser.isVisible()


def test_every_ready_problem_has_its_picture(qtbot: QtBot, chooser: DataChooser) -> None:
    tiles = chooser.gallery.tiles.values()
    qtbot.waitUntil(lambda: all(tile.thumbnail.picture is not None for tile in tiles), timeout=WAIT)
    assert len(tiles) == 14


def test_fields_change_the_reference(qtbot: QtBot, chooser: DataChooser) -> None:
    qtbot.mouseClick(chooser.gallery.tiles["moons"], Qt.MouseButton.LeftButton)
    ready(qtbot, chooser)
    field = chooser.form.validation
    assert field.lineEdit().placeholderText() == "20 · auto"
    field.setFocus()
    qtbot.keyClicks(field, "50")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chooser.spec.split.validation == 0.5
    ready(qtbot, chooser)
    assert "150 train, 150 validation" in chooser.summary.text()
    qtbot.keyClick(chooser.picture.samples.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: chooser.spec == Builtin(name="moons", samples=350, split=chooser.spec.split), timeout=WAIT)


def test_a_table_shows_what_was_found(qtbot: QtBot, chooser: DataChooser, houses: Path) -> None:
    opened(qtbot, chooser, houses)
    page = chooser.table
    assert page.delimiter.currentText() == "semicolon · auto"
    assert page.header.currentText() == "first row · auto"
    assert page.count.text() == "60 rows, 4 columns"
    assert page.table.preview_model.targets == (3,)
    assert chooser.summary.text().startswith("60 rows, 4 inputs, 1 number to predict: 48 train, 12 validation.")
    assert chooser.form.task.currentText() == "numbers · auto"


def test_the_target_is_chosen_by_clicking(qtbot: QtBot, chooser: DataChooser, houses: Path) -> None:
    opened(qtbot, chooser, houses)
    table = chooser.table.table
    cell = table.visualRect(table.preview_model.index(2, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, cell)
    assert isinstance(chooser.spec, Table)
    assert chooser.spec.target == "garden"
    ready(qtbot, chooser)
    assert "2 classes" in chooser.summary.text()
    assert chooser.form.task.currentText() == "yes or no · auto"
    header_click(qtbot, chooser, 0, NO_KEYS)
    assert chooser.spec.target == "rooms"
    header_click(qtbot, chooser, 1, CTRL)
    assert chooser.spec.target == ("rooms", "area")
    assert table.preview_model.targets == (0, 1)


def test_the_target_is_chosen_by_keyboard(qtbot: QtBot, chooser: DataChooser, houses: Path) -> None:
    opened(qtbot, chooser, houses)
    table = chooser.table.table
    table.setFocus()
    table.setCurrentIndex(table.preview_model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert isinstance(chooser.spec, Table)
    assert chooser.spec.target == "area"
    assert chooser.isVisible()


def test_a_target_without_header_goes_by_number(qtbot: QtBot, chooser: DataChooser, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("".join(f"{i},{i * 2},{i % 2}\n" for i in range(40)))
    opened(qtbot, chooser, path)
    header_click(qtbot, chooser, 1, NO_KEYS)
    assert isinstance(chooser.spec, Table)
    assert chooser.spec.target == 1


def test_another_delimiter_reads_the_file_anew(qtbot: QtBot, chooser: DataChooser, houses: Path) -> None:
    opened(qtbot, chooser, houses)
    field = chooser.table.delimiter
    field.setFocus()
    with qtbot.waitSignals([chooser.table.previewed], timeout=WAIT):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert isinstance(chooser.spec, Table)
    assert chooser.spec.delimiter == ","
    assert chooser.table.preview is not None
    assert len(chooser.table.preview.columns) == 1


def test_a_bad_file_is_a_sentence_in_place(qtbot: QtBot, chooser: DataChooser, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))
    chooser.open_file(path)
    qtbot.waitUntil(lambda: chooser.summary.property("role") == "bad", timeout=WAIT)
    assert "\n" not in chooser.summary.text()
    assert not chooser.use.isEnabled()
    qtbot.mouseClick(chooser.gallery.tiles["xor"], Qt.MouseButton.LeftButton)
    ready(qtbot, chooser)
    assert chooser.summary.property("role") != "bad"


def test_arrays_have_no_table(qtbot: QtBot, chooser: DataChooser, tmp_path: Path) -> None:
    path = tmp_path / "arrays.npz"
    rng = np.random.default_rng(0)
    np.savez(path, x=rng.random((50, 3)), y=rng.integers(0, 3, 50))
    chooser.open_file(path)
    ready(qtbot, chooser)
    assert chooser.summary.text().startswith("50 rows, 3 inputs, 3 classes")
    assert chooser.picture.thumbnail.picture is not None


def test_a_file_is_dropped(qtbot: QtBot, chooser: DataChooser, houses: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(houses))])
    button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(chooser, QDragEnterEvent(QPoint(400, 300), copy, mime, button, NO_KEYS))
    QApplication.sendEvent(chooser, QDropEvent(QPointF(400, 300), copy, mime, button, NO_KEYS))
    assert chooser.spec == Table(path=str(houses))
    ready(qtbot, chooser)


def test_leaving_in_the_middle_of_loading_waits_for_nobody(qtbot: QtBot, chooser: DataChooser) -> None:
    qtbot.mouseClick(chooser.gallery.tiles["digits"], Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(chooser.data_chosen):
        qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
