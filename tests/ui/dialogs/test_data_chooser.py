"""Choosing data by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin, Images, Table
from nnviz.ui.dialogs.data_pages.close_page import ClosePage
from nnviz.ui.dialogs.data_pages.source_controls import ToyControls
from nnviz.ui.dialogs.data_pages.tabs import CLOSE
from nnviz.ui.dialogs.gallery_tiles import ProblemTile, Tile
from tests.ui.dialogs.choosing import WAIT, Hand

NO_KEYS = Qt.KeyboardModifier.NoModifier


def test_a_ready_problem_is_picked_and_used(qtbot: QtBot, hand: Hand) -> None:
    chooser = hand.chooser
    hand.tile("blobs")
    assert not chooser.use.isEnabled()
    assert hand.ready() == "300 rows, 2 inputs, 3 classes: 240 train, 60 validation."
    with qtbot.waitSignal(chooser.data_chosen) as chosen:
        hand.click(chooser.use)
    assert chosen.args == [Builtin(name="blobs")]
    assert not chooser.isVisible()


def test_a_double_click_on_a_ready_problem_uses_it(qtbot: QtBot, hand: Hand) -> None:
    chooser = hand.chooser
    hand.tile("blobs")
    tile = chooser.gallery.tiles["moons"]
    with qtbot.waitSignal(chooser.data_chosen, timeout=WAIT) as chosen:
        hand.click(tile)
        qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton)
    assert chosen.args == [Builtin(name="moons")]
    assert not chooser.isVisible()


def test_what_is_picked_behind_a_double_click_is_only_looked_at(qtbot: QtBot, hand: Hand) -> None:
    qtbot.mouseDClick(hand.chooser.gallery.tiles["moons"], Qt.MouseButton.LeftButton)
    hand.tile("blobs")
    hand.ready()
    assert hand.chooser.isVisible()


def test_one_tile_alone_is_chosen_and_has_the_keyboard(hand: Hand, houses: Path) -> None:
    gallery = hand.chooser.gallery

    def chosen() -> list[Tile]:
        tiles: list[Tile] = [gallery.file_tile, *gallery.tiles.values()]
        assert all(tile.chosen for tile in tiles if tile.hasFocus())
        return [tile for tile in tiles if tile.chosen]

    assert chosen() == [gallery.tiles["xor"]]
    hand.tile("blobs")
    assert chosen() == [gallery.tiles["blobs"]]
    hand.tile("mnist")
    assert chosen() == [gallery.tiles["mnist"]]
    hand.open(houses)
    assert chosen() == [gallery.file_tile]


def test_every_ready_problem_has_its_picture(hand: Hand) -> None:
    tiles = [tile for tile in hand.chooser.gallery.tiles.values() if isinstance(tile, ProblemTile)]
    hand.wait(lambda: all(tile.thumbnail.picture is not None for tile in tiles))
    assert len(tiles) == 16


def test_sliders_change_a_toy(qtbot: QtBot, hand: Hand) -> None:
    hand.tile("moons")
    hand.ready()
    controls = hand.picture.controls
    assert isinstance(controls, ToyControls)
    qtbot.keyClick(controls.samples.slider, Qt.Key.Key_Right)
    hand.wait(lambda: hand.chooser.spec == Builtin(name="moons", samples=350))
    hand.tile("iris")
    assert hand.picture.controls is None


def test_changes_are_taken_back_and_done_again(qtbot: QtBot, hand: Hand) -> None:
    chooser = hand.chooser
    assert not chooser.undo.isEnabled()
    hand.tile("moons")
    hand.tile("blobs")
    hand.click(chooser.undo)
    assert chooser.spec == Builtin(name="moons")
    qtbot.keyClick(chooser, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chooser.spec == Builtin(name="xor")
    assert not chooser.undo.isEnabled()
    hand.click(chooser.redo)
    assert chooser.spec == Builtin(name="moons")
    assert chooser.gallery.tiles["moons"].chosen
    hand.ready()


def test_a_bad_file_is_a_sentence_in_place(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))
    hand.ask(path)
    assert "\n" not in hand.refused()
    hand.tile("xor")
    hand.ready()
    assert hand.chooser.state.words.property("role") != "bad"


def dropped(widget: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(400, 300), copy, mime, button, NO_KEYS))
    QApplication.sendEvent(widget, QDropEvent(QPointF(400, 300), copy, mime, button, NO_KEYS))


def test_a_file_is_dropped(hand: Hand, houses: Path) -> None:
    dropped(hand.chooser, houses)
    hand.wait(lambda: hand.chooser.spec == Table(path=str(houses)))
    hand.ready()


def test_a_folder_is_dropped(hand: Hand, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    for name in ("cats", "dogs"):
        (tmp_path / name).mkdir()
        for i in range(3):
            image.fromarray(np.full((6, 6, 3), 40 * i, np.uint8)).save(tmp_path / name / f"{i}.png")
    dropped(hand.chooser, tmp_path)
    hand.wait(lambda: isinstance(hand.chooser.spec, Images))
    assert hand.ready().startswith("6 pictures")


def test_pages_made_ahead_leave_the_window_as_large_as_it_was(hand: Hand) -> None:
    size = hand.chooser.size()
    hand.ready()
    hand.wait(lambda: hand.chooser.pages.count() == 3)
    assert hand.parts.validation.isVisible()
    assert hand.chooser.size() == size


def test_leaving_in_the_middle_of_loading_waits_for_nobody(qtbot: QtBot, hand: Hand) -> None:
    hand.tile("digits")
    with qtbot.assertNotEmitted(hand.chooser.data_chosen):
        qtbot.keyClick(hand.chooser, Qt.Key.Key_Escape)
    assert not hand.chooser.isVisible()


def test_what_takes_long_can_be_stopped(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(spec: object, base: object, cancelled: object, progress: object) -> None:
        progress(0.4)  # type: ignore[operator]
        while not cancelled():  # type: ignore[operator]
            pass

    monkeypatch.setattr("nnviz.data.shown.load_to_show", slow)
    hand.tile("blobs")
    state = hand.chooser.state
    hand.wait(state.progress.isVisible)
    hand.wait(lambda: state.progress.bar.share == 0.4)
    assert not hand.chooser.use.isEnabled()
    hand.click(state.progress.stop)
    assert not state.progress.isVisible()
    assert hand.said.startswith("Stopped.")
    assert hand.chooser.use.isEnabled()


def test_a_closer_look_shows_rows_and_follows_a_remedy(qtbot: QtBot, hand: Hand, houses: Path) -> None:
    hand.open(houses)
    tabs = hand.chooser.tabs
    hand.click(tabs, tabs.tabRect(CLOSE).center())
    page = hand.chooser.pages.currentWidget()
    assert isinstance(page, ClosePage)
    hand.wait(lambda: page.view.profile is not None)
    assert page.view.profile is not None
    remedies = [finding.remedy for finding in page.view.profile.findings if finding.remedy is not None]
    assert remedies
    with qtbot.waitSignal(page.spec_changed, timeout=WAIT):
        page.view.remedy_requested.emit(remedies[0])
    assert hand.chooser.spec == remedies[0].apply(Table(path=str(houses)))
    hand.ready()
