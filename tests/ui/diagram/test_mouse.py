"""Every gesture of the mouse: what it changes is one step of undo, and what only looks changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from nnviz.network import edits, grouping
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.diagram.layer_paint import stepper_rects
from nnviz.ui.sidebar.palette import LAYER_MIME
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def row(canvas: Open) -> Canvas:
    """Four layers in a row, the two in the middle a group, and a Dropout that nothing is linked to."""
    layers = (
        LayerSpec("input", "Input", {"shape": (2,)}, (0, 0)),
        LayerSpec("hidden_1", "Dense", {"units": 3}, (220, 0)),
        LayerSpec("hidden_2", "Dense", {"units": 3}, (440, 0)),
        LayerSpec("output", "Output", {"units": 1, "activation": "sigmoid"}, (660, 0)),
        LayerSpec("dropout_1", "Dropout", {}, (220, 260)),
    )
    links = (("input", "hidden_1"), ("hidden_1", "hidden_2"), ("hidden_2", "output"))
    grouped, _ = grouping.group(NetworkSpec(layers, links), ("hidden_1", "hidden_2"), "Middle")
    return canvas(grouped)


def stepper(canvas: Canvas, layer: str, plus: bool) -> QPoint:
    """Where - or + stands on a layer, which has to be selected or under the mouse."""
    item = canvas.scene.layer_items[layer]
    return canvas.view.mapFromScene(item.pos() + stepper_rects(item.geometry)[plus].center())


def chevron(canvas: Canvas) -> QPoint:
    item = canvas.scene.group_item("Middle")
    assert item is not None
    return canvas.view.mapFromScene(item.chevron.center())


def title_of_group(canvas: Canvas) -> QPoint:
    item = canvas.scene.group_item("Middle")
    assert item is not None
    return canvas.view.mapFromScene(item.chevron.center()) + QPoint(30, 0)


def step(canvas: Canvas, layer: str, plus: bool) -> None:
    canvas.click(canvas.at(layer))
    canvas.click(stepper(canvas, layer, plus))


def carry_kind(canvas: Canvas, kind: str, at: QPoint, *, drop: bool = True) -> None:
    """Drag a card of the palette onto the diagram, and let go of it or leave again."""
    mime = QMimeData()
    mime.setData(LAYER_MIME, kind.encode())
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(canvas.port, QDragEnterEvent(at, copy, mime, left, none))
    QApplication.sendEvent(canvas.port, QDragMoveEvent(at, copy, mime, left, none))
    last = QDropEvent(QPointF(at), copy, mime, left, none) if drop else QDragLeaveEvent()
    QApplication.sendEvent(canvas.port, last)


CHANGES: dict[str, tuple[str, Callable[[Canvas], None]]] = {
    "drag a layer": ("Move Hidden 1", lambda c: c.drag(c.at("hidden_1"), c.at("hidden_1") + QPoint(30, 90))),
    "drag a group by its title": (
        "Move 2 layers", lambda c: c.drag(title_of_group(c), title_of_group(c) + QPoint(10, 120)),
    ),
    "draw a link": (
        "Link Hidden 1 to Dropout 1", lambda c: c.drag(c.at("hidden_1", "out"), c.at("dropout_1", "in")),
    ),
    "draw a link backwards": (
        "Link Input to Dropout 1", lambda c: c.drag(c.at("dropout_1", "in"), c.at("input", "out")),
    ),
    "lead a link elsewhere": (
        "Link Hidden 2 to Dropout 1",
        lambda c: c.drag(c.on_link("hidden_2", "output", 0.8), c.at("dropout_1", "in")),
    ),
    "press plus": ("Change units of Hidden 1", lambda c: step(c, "hidden_1", True)),
    "press minus": ("Change units of Hidden 2", lambda c: step(c, "hidden_2", False)),
    "press a chevron": ("Collapse Middle", lambda c: c.click(chevron(c))),
    "drop a kind on a link": (
        "Add Batch norm", lambda c: carry_kind(c, "BatchNormalization", c.on_link("hidden_1", "hidden_2", 0.5)),
    ),
    "drop a kind on the canvas": ("Add Hidden", lambda c: carry_kind(c, "Dense", c.at("dropout_1") + QPoint(260, 60))),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_gesture_that_changes_the_network_is_one_step_worded_for_the_menu(row: Canvas, name: str) -> None:
    text, make = CHANGES[name]
    with row.one_step(text):
        make(row)


LOOKS: dict[str, Callable[[Canvas], None]] = {
    "click": lambda c: c.click(c.at("hidden_1")),
    "rubber band": lambda c: c.drag(c.at("input") + QPoint(-90, -60), c.at("hidden_2") + QPoint(20, 30)),
    "hover": lambda c: c.hover(c.at("hidden_1")),
    "leave with a card": lambda c: carry_kind(c, "Dense", c.on_link("input", "hidden_1", 0.5), drop=False),
    "drag to where it was": lambda c: c.drag(c.at("hidden_1"), c.at("hidden_1") + QPoint(1, 1)),
    "link to nowhere": lambda c: c.drag(c.at("hidden_1", "out"), c.free()),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_gesture_that_only_looks_is_no_step(row: Canvas, name: str) -> None:
    with row.no_step():
        LOOKS[name](row)
    assert not any(item.marked for item in row.scene.link_items.values())


def test_clicks_select_add_and_let_go(row: Canvas) -> None:
    row.click(row.at("input"))
    row.click(row.at("output"), SHIFT)
    assert row.document.selection == ("input", "output")
    row.click(row.at("input"), CTRL)
    assert row.document.selection == ("output",)
    row.click(title_of_group(row))
    assert row.document.selection == ("hidden_1", "hidden_2")
    row.click(row.free())
    assert row.document.selection == ()


def test_a_link_is_clicked_and_deleted(row: Canvas) -> None:
    row.click(row.on_link("input", "hidden_1", 0.5))
    assert row.scene.chosen_link == ("input", "hidden_1")
    with row.one_step("Delete the link from Input to Hidden 1"):
        row.key(Qt.Key.Key_Delete)
    assert ("input", "hidden_1") not in row.network.links


def test_a_card_that_is_carried_over_a_link_lights_it(row: Canvas) -> None:
    lit = []
    item = row.scene.link_items["hidden_1", "hidden_2"]
    preview = row.scene.preview_drop
    row.scene.preview_drop = lambda at: (preview(at), lit.append(item.marked))[0]  # type: ignore[method-assign]
    carry_kind(row, "Dropout", row.on_link("hidden_1", "hidden_2", 0.5))
    assert lit == [True, False]
    assert row.network.sources("hidden_2") == ("dropout_2",)


def test_the_middle_button_moves_the_view(row: Canvas) -> None:
    start, before = QPoint(300, 300), row.view.seen.topLeft()
    QTest.mousePress(row.port, Qt.MouseButton.MiddleButton, pos=start)
    at, middle = QPointF(start + QPoint(40, 25)), Qt.MouseButton.MiddleButton
    move = QMouseEvent(QMouseEvent.Type.MouseMove, at, row.port.mapToGlobal(at), middle, middle, Qt.KeyboardModifier(0))
    QApplication.sendEvent(row.port, move)
    QTest.mouseRelease(row.port, middle, pos=at.toPoint())
    moved = before - row.view.seen.topLeft()
    assert (round(moved.x()), round(moved.y())) == (40, 25)


def test_the_right_button_selects_and_asks_for_the_menu(row: Canvas) -> None:
    asked: list[QPoint] = []
    row.view.menu_requested.connect(asked.append)
    at = row.at("hidden_2")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.port.mapToGlobal(at))
    QApplication.sendEvent(row.port, event)
    assert (row.document.selection, len(asked)) == (("hidden_2",), 1)


def test_the_right_button_on_a_unit_chooses_it_for_the_menu(row: Canvas) -> None:
    chosen: list[tuple[str, int, bool]] = []
    row.scene.unit_clicked.connect(lambda *unit: chosen.append(unit))
    item = row.scene.layer_items["hidden_2"]
    unit = item.geometry.units[1]
    at = row.view.mapFromScene(item.pos() + unit.center())
    QApplication.sendEvent(row.port, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.port.mapToGlobal(at)))
    assert chosen == [("hidden_2", 1, False)]


def test_the_buttons_of_the_zoom_bar(row: Canvas) -> None:
    smaller, whole, larger = row.view.zoom_bar.findChildren(QToolButton)
    for button, zoom in ((smaller, 0.8), (larger, 1.0)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert row.view.zoom == pytest.approx(zoom)
    QTest.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert row.view.seen.contains(row.scene.content_rect())


def test_everything_is_fitted_again_where_a_layer_goes(row: Canvas) -> None:
    row.view.fit()
    small = row.view.zoom
    row.document.edit_network(edits.remove_layers(row.network, ["dropout_1"]), "Delete")
    assert row.view.zoom > small
    assert row.view.seen.contains(row.scene.content_rect())
    middle, content = row.view.seen.center(), row.scene.content_rect().center()
    assert middle.x() == pytest.approx(content.x(), abs=2)


def test_the_button_of_the_banner_takes_the_problem_away(canvas: Open) -> None:
    empty = canvas(NetworkSpec())
    (button,) = empty.view.banner.findChildren(QToolButton)
    assert button.isVisible()
    with empty.one_step("Add Input"):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [layer.kind for layer in empty.network.layers] == ["Input"]
