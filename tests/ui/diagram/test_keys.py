"""The diagram by keyboard: layers are chosen, moved, added, linked and renamed without the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnviz.network import edits, grouping
from nnviz.network.spec import NetworkSpec
from nnviz.ui.diagram.places import places_of
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
Key, Mod = Qt.Key, Qt.KeyboardModifier


def square() -> NetworkSpec:
    return edits.move(
        chain("Input", "Dense", "Dense", "Output"),
        {"input": (0, 0), "hidden_1": (240, 0), "hidden_2": (240, 300), "output": (480, 0)},
    )


@pytest.fixture
def four(canvas: Open) -> Canvas:
    return canvas(square())


def test_arrows_move_what_is_selected_and_steps_in_a_row_are_one(four: Canvas) -> None:
    four.document.select(("hidden_1",))
    with four.one_step("Move Hidden 1"):
        four.key(Key.Key_Right)
        four.key(Key.Key_Right)
        four.key(Key.Key_Down)
    assert four.network.layer("hidden_1").at == (264, 12)
    four.key(Key.Key_Left, Mod.AltModifier)
    assert four.network.layer("hidden_1").at == (263, 12)
    four.document.select(("hidden_1", "hidden_2"))
    with four.one_step("Move 2 layers"):
        four.key(Key.Key_Up)
    assert four.network.layer("hidden_2").at == (240, 288)


def test_units_are_changed_by_plus_and_minus_and_steps_in_a_row_are_one(four: Canvas) -> None:
    four.document.select(("hidden_1",))
    with four.one_step("Change units of Hidden 1"):
        four.key(Key.Key_Plus)
        four.key(Key.Key_Plus)
        four.key(Key.Key_Minus)
    four.document.select(("hidden_1", "hidden_2"))
    with four.one_step("Change units of 2 layers"):
        four.key(Key.Key_Plus)
    four.document.select(("input",))
    with four.no_step():
        four.key(Key.Key_Plus)


def test_ctrl_and_an_arrow_go_to_the_nearest_layer_that_way(four: Canvas) -> None:
    with four.no_step():
        for key, layer in (
            (Key.Key_Right, "input"), (Key.Key_Right, "hidden_1"), (Key.Key_Down, "hidden_2"),
            (Key.Key_Down, "hidden_2"), (Key.Key_Up, "hidden_1"), (Key.Key_Right, "output"), (Key.Key_Left, "hidden_1"),
        ):  # fmt: skip
            four.key(key, Mod.ControlModifier)
            assert four.document.selection == (layer,)


def test_tab_goes_through_the_layers_and_on_to_the_next_part_of_the_window(four: Canvas, qtbot: QtBot) -> None:
    window, after = QWidget(), QPushButton("after")
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(four.view)
    row.addWidget(after)
    window.show()
    window.activateWindow()
    four.view.setFocus()
    seen = []
    for _ in range(4):
        four.key(Key.Key_Tab)
        seen.append(four.document.selection[0])
    assert seen == ["input", "hidden_1", "hidden_2", "output"]
    four.key(Key.Key_Backtab, Mod.ShiftModifier)
    assert four.document.selection == ("hidden_2",)
    four.key(Key.Key_Tab)
    qtbot.waitUntil(four.view.hasFocus)
    four.key(Key.Key_Tab)
    assert not four.view.hasFocus()
    four.view.setFocus()
    four.document.select(())
    four.key(Key.Key_Tab, Mod.ControlModifier)  # past all layers at once
    assert not four.view.hasFocus()
    assert four.document.selection == ()
    four.view.setParent(None)


def test_a_collapsed_group_is_one_step_of_the_way(canvas: Open) -> None:
    grouped, name = grouping.group(square(), ("hidden_1", "hidden_2"))
    part = canvas(grouping.set_collapsed(grouped, name, True))
    part.key(Key.Key_Tab)
    part.key(Key.Key_Tab)
    assert set(part.document.selection) == {"hidden_1", "hidden_2"}
    part.key(Key.Key_Right, Mod.ControlModifier)
    assert part.document.selection == ("output",)


# ---------------------------------------------------------------------- adding and linking


def test_a_kind_is_typed_and_enter_puts_it_behind_the_selected_layer(four: Canvas) -> None:
    four.document.select(("hidden_1",))
    four.view.editing.picking.add()
    picker = four.view.editing.picker
    QTest.keyClicks(picker.field, "drop")
    assert picker.shown()[0].key == "Dropout"
    with four.one_step("Add Dropout"):
        QTest.keyClick(picker.field, Key.Key_Return)
        assert four.document.selection == ("dropout_1",)
    assert set(four.network.links) >= {("hidden_1", "dropout_1"), ("dropout_1", "hidden_2")}
    assert picker.isHidden()


def test_a_merge_is_added_as_a_branch_and_linked_by_key(four: Canvas) -> None:
    four.document.select(("hidden_1",))
    four.view.editing.picking.add()
    QTest.keyClicks(four.view.editing.picker.field, "add")
    QTest.keyClick(four.view.editing.picker.field, Key.Key_Return)
    assert four.network.sources("add_1") == ("hidden_1",)
    four.document.select(("input", "hidden_2"))
    four.view.editing.picking.link()
    choices = [choice.key for choice in four.view.editing.picker.shown()]
    assert choices == ["hidden_1", "output", "add_1"]
    with four.one_step("Link 3 layers"):
        QTest.keyClicks(four.view.editing.picker.field, "add")
        QTest.keyClick(four.view.editing.picker.field, Key.Key_Return)
    assert four.network.sources("add_1") == ("hidden_1", "input", "hidden_2")


def test_a_new_layer_takes_over_every_link_out_of_the_selected_one(four: Canvas) -> None:
    four.document.edit_network(edits.add_link(four.network, "hidden_1", "output"), "branch")
    four.document.select(("hidden_1",))
    four.view.editing.picking.add()
    QTest.keyClicks(four.view.editing.picker.field, "flatten")
    QTest.keyClick(four.view.editing.picker.field, Key.Key_Return)
    assert four.network.targets("hidden_1") == ("flatten_1",)
    assert set(four.network.targets("flatten_1")) == {"hidden_2", "output"}


def test_a_link_is_chosen_from_the_list_and_deleted(four: Canvas) -> None:
    four.document.select(("hidden_2",))
    four.view.editing.picking.unlink()
    picker = four.view.editing.picker
    assert [choice.title for choice in picker.shown()] == ["Hidden 1 → Hidden 2", "Hidden 2 → Output"]
    with four.one_step("Delete the link from Hidden 2 to Output"):
        QTest.keyClick(picker.field, Key.Key_Down)
        QTest.keyClick(picker.field, Key.Key_Return)
    assert four.network.sources("output") == ()


def test_escape_closes_the_list_and_the_diagram_has_the_keys_again(four: Canvas) -> None:
    four.view.activateWindow()
    four.view.editing.picking.add()
    assert four.view.editing.picker.field.hasFocus()
    with four.no_step():
        QTest.keyClicks(four.view.editing.picker.field, "qqq")
        assert four.view.editing.picker.shown() == []
        QTest.keyClick(four.view.editing.picker.field, Key.Key_Return)
        QTest.keyClick(four.view.editing.picker.field, Key.Key_Escape)
    assert four.view.editing.picker.isHidden()
    assert four.view.hasFocus()


def test_what_cannot_be_done_without_a_selection_is_said(four: Canvas) -> None:
    with four.no_step():
        four.view.editing.picking.link()
        four.view.editing.picking.unlink()
        four.view.editing.rename()
    assert len(four.told) == 3
    assert all("Select" in sentence for sentence in four.told)


# ---------------------------------------------------------------------- names and places


def test_a_layer_is_renamed_where_it_stands(four: Canvas) -> None:
    four.document.select(("hidden_1",))
    four.view.editing.rename()
    field = four.view.editing.rename_field
    assert field.geometry().contains(four.at("hidden_1"))
    QTest.keyClicks(field, "output")
    with four.no_step():
        QTest.keyClick(field, Key.Key_Return)
    assert "called output already" in four.told[0]
    assert field.isVisible()
    assert field.property("wrong") == "true"
    field.selectAll()
    QTest.keyClicks(field, "features")
    with four.one_step("Rename Hidden 1"):
        QTest.keyClick(field, Key.Key_Return)
    assert field.isHidden()
    assert four.network.has("features")


def test_a_double_click_on_the_name_renames_and_escape_leaves_it(four: Canvas) -> None:
    at = four.at("hidden_2")
    four.click(at)
    QTest.mouseDClick(four.port, Qt.MouseButton.LeftButton, pos=at)
    field = four.view.editing.rename_field
    assert field.text() == "hidden_2"
    with four.no_step():
        QTest.keyClicks(field, "other")
        QTest.keyClick(field, Key.Key_Escape)
    assert field.isHidden()


def test_the_name_is_not_changed_beside_a_layer_that_moved_away(four: Canvas) -> None:
    four.document.select(("hidden_2",))
    four.view.editing.rename()
    four.view.zoom_by(1.5)
    assert four.view.editing.rename_field.isHidden()


@pytest.mark.parametrize("side", ["left", "centre", "right", "top", "middle", "bottom"])
def test_selected_layers_are_aligned_in_one_step(four: Canvas, side: str) -> None:
    four.document.select(("input", "hidden_2", "output"))
    others = places_of(four.document)["hidden_1"]
    with four.one_step("Align 3 layers"):
        four.view.editing.align(side)
    frames = [item.geometry.frame.translated(item.pos()) for item in four.scene.selected_items()]
    values = {
        "left": [f.left() for f in frames], "right": [f.right() for f in frames], "top": [f.top() for f in frames],
        "bottom": [f.bottom() for f in frames], "centre": [x.x() for x in four.scene.selected_items()],
        "middle": [x.y() for x in four.scene.selected_items()],
    }[side]  # fmt: skip
    assert max(values) - min(values) < 0.1
    assert places_of(four.document)["hidden_1"] == others
    with four.no_step():
        four.view.editing.align(side)


def test_selected_layers_are_spread_evenly(four: Canvas) -> None:
    four.document.select(("input", "hidden_1", "output"))
    four.key(Key.Key_Right)
    four.document.select(("hidden_1",))
    four.key(Key.Key_Right)
    four.document.select(("input", "hidden_1", "output"))
    with four.one_step("Distribute 3 layers"):
        four.view.editing.distribute("x")
    xs = [item.x() for item in four.scene.selected_items()]
    assert xs[1] - xs[0] == xs[2] - xs[1]


def test_a_collapsed_group_is_aligned_as_one(canvas: Open) -> None:
    grouped, name = grouping.group(square(), ("hidden_1", "hidden_2"))
    part = canvas(grouping.set_collapsed(grouped, name, True))
    part.document.select(("input", "hidden_1", "hidden_2"))
    part.view.editing.align("middle")
    places = places_of(part.document)
    assert places["hidden_2"][1] - places["hidden_1"][1] == 300
    assert part.scene.group_item(name).y() == part.scene.layer_items["input"].y()


def test_kinds_that_fit_what_comes_lead(canvas: Open) -> None:
    image = canvas(chain("Input", "Reshape", "Output"))
    image.document.inference.shapes["reshape_1"] = (None, 26, 26, 8)
    image.document.select(("reshape_1",))
    image.view.editing.picking.add()
    QTest.keyClicks(image.view.editing.picker.field, "max")
    titles = [choice.title for choice in image.view.editing.picker.shown()]
    assert titles[0] == "Max pool 2D"
    assert titles.index("Maxout") > titles.index("Max pool 2D")


def test_asking_for_a_layer_to_link_to_leaves_the_view_alone(four: Canvas) -> None:
    four.view.look_at(four.scene.layer_items["input"].pos() + QPointF(-540, 0))
    before = four.view.seen
    four.document.select(("input",))
    four.view.editing.picking.link()
    assert four.view.seen == before
    assert four.view.rect().contains(four.view.editing.picker.geometry())
