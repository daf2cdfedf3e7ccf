"""A hundred thousand pictures: only those on screen are read; of one class where that is wished; the mouse selects."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.profile.known import ClassCount, Profile
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.picture_page import PicturePage, rows_of_classes
from nnviz.ui.data_view.sample_image import is_series, sample_image, shades
from tests.ui.data_view.views import FakePictures

CLASSES = tuple(ClassCount(name, 33_333, 1 / 3) for name in "abc")


@pytest.fixture
def view():
    return FakePictures()


@pytest.fixture
def page(qapp, qtbot, view):
    made = PicturePage()
    qtbot.addWidget(made)
    made.resize(320, 300)
    made.show()
    made.set_data(OpenData({"train": view}))
    made.set_profile(Profile("pictures", 100_000, classes=CLASSES))
    yield made
    made.shutdown()


def wait_for(qtbot, page, row):
    qtbot.waitUntil(lambda: page.grid.pictures.of(row) is not None)


def test_only_the_pictures_on_screen_are_made_and_not_on_the_window_s_thread(page, view, qtbot):
    wait_for(qtbot, page, 0)
    assert page.grid.pictures.of(0).label == "a"
    assert max(view.seen) < 100
    assert threading.get_ident() not in view.threads
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    wait_for(qtbot, page, 99_999)
    assert len(view.seen) < 400


def test_a_picture_is_selected_by_the_mouse_and_the_keys(page, qtbot):
    wait_for(qtbot, page, 2)
    with qtbot.waitSignal(page.grid.row_chosen) as chosen:
        QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=page.grid.picture_place(2))
    assert chosen.args == [2]
    with qtbot.waitSignal(page.grid.row_chosen) as chosen:
        QTest.keyClick(page.grid, Qt.Key.Key_Right)
    assert chosen.args == [3]


def test_the_pictures_of_one_class_are_shown(page, view, qtbot):
    page.field.setCurrentIndex(2)
    page.field.activated.emit(2)
    qtbot.waitUntil(lambda: page.grid.shown == 33_333)
    assert [page.grid.row_of(place) for place in range(3)] == [1, 4, 7]
    wait_for(qtbot, page, 4)
    assert page.grid.pictures.of(4).label == "b"
    assert page.grid.place_of(7) == 2
    assert page.grid.place_of(8) is None
    page.show_all()
    assert (page.grid.shown, page.field.choice) == (100_000, "")


def test_the_rows_of_each_class_are_complete():
    found = rows_of_classes(OpenData({"train": FakePictures(100)}), lambda: False)
    assert sorted(found) == ["a", "b", "c"]
    assert np.concatenate(list(found.values())).tolist() != list(range(100))
    assert sorted(np.concatenate(list(found.values())).tolist()) == list(range(100))


def test_bytes_are_shown_as_they_are_and_other_numbers_in_their_own_range():
    image = shades(np.array([[0, 100], [200, 255]], np.uint8)[..., np.newaxis])
    assert [image.pixelColor(x, y).red() for y in (0, 1) for x in (0, 1)] == [0, 100, 200, 255]
    image = shades(np.array([[-1.0, 0.0], [1.0, 3.0]])[..., np.newaxis])
    assert [image.pixelColor(x, y).red() for y in (0, 1) for x in (0, 1)] == [0, 63, 127, 255]
    coloured = shades(np.array([[[255, 0, 9]]], np.uint8)).pixelColor(0, 0)
    assert (coloured.red(), coloured.green(), coloured.blue()) == (255, 0, 9)


def test_a_small_picture_stays_sharp_and_a_large_one_fits(qapp):
    assert sample_image(np.zeros((8, 8, 1), np.uint8), 50, ()).width() == 48
    assert sample_image(np.zeros((300, 100, 3), np.uint8), 50, ()).height() == 50
    assert is_series((24, 2))
    assert not is_series((24, 30))


def test_the_field_of_the_classes_stays_within_a_narrow_page(page):
    page.resize(190, 300)
    page.layout().activate()
    assert page.field.geometry().right() < page.width()
    page.resize(600, 300)
    page.layout().activate()
    assert page.field.width() <= 200
