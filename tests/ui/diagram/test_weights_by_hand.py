"""Clicks on weights and biases, and the sheet they open."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nnviz.training.by_hand import BIAS
from nnviz.ui.by_hand.weight_place import WeightPlace
from nnviz.ui.by_hand.weight_popover import WeightPopover
from nnviz.ui.diagram.weight_lines import add_curve
from tests.network.test_edits import chain
from tests.ui.panes.helpers import layer_weights, weights_of

PLACE = WeightPlace("h", 0, 1)


@pytest.fixture
def board(canvas):
    board = canvas(chain("Dense", "Dense"))
    ids = [layer.id for layer in board.network.layers]
    units = board.scene.layer_items[ids[0]].geometry.total, board.scene.layer_items[ids[1]].geometry.total
    kernel = np.linspace(-0.4, 0.9, units[0] * units[1], dtype=np.float32).reshape(units)
    bias = np.linspace(0.5, -0.5, units[1], dtype=np.float32)
    board.scene.live.show_weights(weights_of(layer_weights(ids[1], kernel, bias)))
    board.ids, board.kernel, board.asked = ids, kernel, []
    board.scene.weight_requested.connect(lambda place, _point: board.asked.append(place))
    return board


def on_line(board) -> QPoint:
    line = board.scene.link_items[tuple(board.ids)].lines[-1]
    path = QPainterPath()
    add_curve(path, line.a, line.b)
    return board.view.mapFromScene(path.pointAtPercent(0.5))


def test_a_click_on_a_line_asks_for_its_weight_and_a_drag_of_the_link_does_not(board) -> None:
    units = board.kernel.shape
    board.hover(on_line(board))
    assert "+0.9000" in board.view._readout.text()  # the number on hover
    board.click(on_line(board))
    assert board.asked == [WeightPlace(board.ids[1], units[0] - 1, units[1] - 1)]
    assert board.scene.chosen_link == tuple(board.ids)
    board.drag(on_line(board), on_line(board) + QPoint(40, 60))
    board.click(on_line(board), Qt.KeyboardModifier.ShiftModifier)
    assert len(board.asked) == 1


def test_the_dot_of_a_bias_asks_for_it_and_so_does_a_double_click_on_the_unit(board) -> None:
    item = board.scene.layer_items[board.ids[1]]
    first = item.geometry.units[0]
    dot = board.view.mapFromScene(item.pos() + item.geometry.bias_place(first))
    board.click(dot)
    middle = board.view.mapFromScene(item.pos() + first.center())
    board.click(middle)
    assert board.asked == [WeightPlace(board.ids[1], BIAS, 0)]
    QTest.mouseDClick(board.port, Qt.MouseButton.LeftButton, pos=middle)
    assert board.asked[1:] == [WeightPlace(board.ids[1], BIAS, 0)]


def test_without_weights_nothing_is_asked_for(canvas) -> None:
    board = canvas(chain("Dense", "Dense"))
    asked = []
    board.scene.weight_requested.connect(lambda *what: asked.append(what))
    first, second = (layer.id for layer in board.network.layers)
    board.click(board.on_link(first, second, 0.5))
    assert asked == []


# ---------------------------------------------------------------------------------------------------------- the sheet


@pytest.fixture
def sheet(qapp, qtbot) -> WeightPopover:
    window = QWidget()
    window.resize(900, 700)
    window.show()
    qtbot.addWidget(window)
    sheet = WeightPopover(window)
    sheet.told = []
    sheet.dragged.connect(lambda place, value: sheet.told.append(("dragged", place, value)))
    sheet.given.connect(lambda place, before, after, step: sheet.told.append(("given", before, after, step)))
    sheet.fill_given.connect(lambda layer, value: sheet.told.append(("fill", layer, value)))
    sheet.window_of = window
    sheet.open_at(PLACE, "x → h[1]", 0.5, 1.0, window.mapToGlobal(QPoint(300, 300)))
    return sheet


def test_a_drag_tells_every_value_and_is_one_gesture(sheet) -> None:
    slider, middle = sheet.slider, sheet.slider.height() // 2
    start, end = (QPoint(round(slider.pixel_of(value)), middle) for value in (0.5, -1.0))
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(slider, start + (end - start) * step / 4)
        sheet.show_value(0.1)  # training goes on beside: the hand is not pushed away
    assert all(what[:2] == ("dragged", PLACE) for what in sheet.told)
    last = slider.value
    assert last == pytest.approx(-1.0, abs=0.03)
    assert sheet.field.value == last
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    assert sheet.told[-1] == ("given", 0.5, last, False)


def test_escape_while_dragging_gives_the_former_value_back(sheet) -> None:
    slider = sheet.slider
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 10, 12))
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 10, 12))
    assert sheet.told[-1] == ("dragged", PLACE, 0.5)
    assert not any(what[0] == "given" for what in sheet.told)


def test_numbers_are_typed_stepped_and_zeroed(sheet) -> None:
    sheet.field.selectAll()
    QTest.keyClicks(sheet.field, "-2,25")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.told == [("given", 0.5, -2.25, True)]
    assert sheet.slider.limit >= 2.25
    QTest.keyClick(sheet.slider, Qt.Key.Key_Right)
    assert sheet.told[-1][:2] == ("given", -2.25)
    QTest.mouseClick(sheet._zero, Qt.MouseButton.LeftButton)
    assert sheet.told[-1][2] == 0.0
    sheet.field.selectAll()
    QTest.keyClicks(sheet.field, "much")
    told = len(sheet.told)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert len(sheet.told) == told


def test_it_follows_training_and_a_layer_is_filled_with_a_number(sheet) -> None:
    sheet.show_value(0.75)
    assert (sheet.field.value, sheet.slider.value) == (0.75, 0.75)
    sheet.open_fill("h", "Hidden 1", sheet.window_of.mapToGlobal(QPoint(890, 690)))
    inside = sheet.window_of.rect().translated(sheet.window_of.mapToGlobal(QPoint(0, 0)))
    assert inside.contains(sheet.geometry())
    QTest.keyClicks(sheet.field, "0")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.told == [("fill", "h", 0.0)]
    assert not sheet.isVisible()
    assert QPointF(sheet.slider.pixel_of(0.0), 0).x() == sheet.slider.width() / 2
