"""Groups on the diagram: each gesture with the mouse and the keys, one step of undo each, and Esc takes it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.network import edits, grouping
from nnviz.network.layout import BLOCK
from nnviz.network.spec import Group, NetworkSpec
from nnviz.ui.diagram.group_item import BlockItem, FrameItem
from nnviz.ui.diagram.group_look import GEOMETRY
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
SHIFT = Qt.KeyboardModifier.ShiftModifier
DEEP = chain("Input", "Dense", "Dense", "Dense", "Output")
INSIDE = ("hidden_1", "hidden_2")


@pytest.fixture
def deep(canvas: Open) -> Canvas:
    """Three hidden layers, the first two of them the group "Block"."""
    made = canvas(grouping.group(DEEP, INSIDE, "Block")[0])
    made.view.groups.said.connect(made.told.append)
    return made


def frame(canvas: Canvas, name: str = "Block") -> FrameItem:
    item = canvas.scene.group_item(name)
    assert isinstance(item, FrameItem)
    return item


def block(canvas: Canvas, name: str = "Block") -> BlockItem:
    item = canvas.scene.group_item(name)
    assert isinstance(item, BlockItem)
    return item


def title(canvas: Canvas) -> QPoint:
    """The middle of the title of the frame, or of the block."""
    item = canvas.scene.group_item("Block")
    if isinstance(item, FrameItem):
        return canvas.view.mapFromScene(item.title.center())
    assert item is not None
    return canvas.view.mapFromScene(item.pos() + QPointF(0, item.geometry.frame.top() + 14))


def chevron(canvas: Canvas) -> QPoint:
    item = canvas.scene.group_item("Block")
    assert item is not None
    return canvas.view.mapFromScene(item.chevron.center() + item.pos())


def port(canvas: Canvas, side: str) -> QPoint:
    geometry, at = block(canvas).geometry, block(canvas).pos()
    return canvas.view.mapFromScene(at + (geometry.input_port if side == "in" else geometry.output_port))


def collapse(canvas: Canvas) -> None:
    canvas.document.edit_network(grouping.set_collapsed(canvas.network, "Block", True), "Collapse Block")


def double_click(canvas: Canvas, point: QPoint) -> None:
    QTest.mouseClick(canvas.port, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(canvas.port, Qt.MouseButton.LeftButton, pos=point)


# ---------------------------------------------------------------------- frames


def test_the_frame_stands_around_its_layers_and_follows_them(deep: Canvas) -> None:
    for layer in INSIDE:
        item = deep.scene.layer_items[layer]
        assert frame(deep).rect.contains(item.geometry.frame.translated(item.pos()))
    other = deep.scene.layer_items["hidden_3"]
    assert not frame(deep).rect.intersects(other.geometry.frame.translated(other.pos()))
    deep.carry(deep.at("hidden_2"), deep.at("hidden_2") + QPoint(0, 160))
    item = deep.scene.layer_items["hidden_2"]
    assert frame(deep).rect.contains(item.geometry.frame.translated(item.pos()))


def test_a_click_on_the_title_selects_all_layers_and_shift_adds_them(deep: Canvas) -> None:
    deep.click(title(deep))
    assert deep.document.selection == INSIDE
    assert frame(deep).chosen
    deep.click(deep.at("output"))
    assert not frame(deep).chosen
    deep.click(title(deep), SHIFT)
    assert deep.document.selection == ("output", *INSIDE)
    deep.click(title(deep), SHIFT)
    assert deep.document.selection == ("output",)


def test_the_title_drags_the_part_and_escape_puts_it_back(deep: Canvas) -> None:
    before = {layer: deep.scene.layer_items[layer].pos() for layer in INSIDE}
    rect = frame(deep).rect
    with deep.no_step():
        deep.carry(title(deep), title(deep) + QPoint(0, 130))
        assert deep.scene.layer_items["hidden_1"].pos() != before["hidden_1"]
        deep.key(Qt.Key.Key_Escape)
    assert {layer: deep.scene.layer_items[layer].pos() for layer in INSIDE} == before
    assert frame(deep).rect == rect
    with deep.one_step("Move 2 layers"):
        deep.drag(title(deep), title(deep) + QPoint(0, 130))
    shifts = {(deep.scene.layer_items[layer].pos() - at).toTuple() for layer, at in before.items()}
    assert len(shifts) == 1
    assert deep.scene.layer_items["hidden_3"].y() == 0


def test_a_double_click_on_the_title_renames_in_place(deep: Canvas) -> None:
    with deep.one_step("Rename Block"):
        double_click(deep, title(deep))
        field = deep.view.groups.name_field
        assert (field.isVisible(), field.text()) == (True, "Block")
        QTest.keyClicks(field, "Encoder")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert deep.network.groups[0].name == "Encoder"
    assert not field.isVisible()
    assert frame(deep, "Encoder").part.name == "Encoder"


def test_escape_leaves_the_old_name_and_a_taken_one_is_refused_with_the_reason(deep: Canvas) -> None:
    deep.document.edit_network(grouping.group(deep.network, ("hidden_3",), "Other")[0], "Group 1 layers")
    with deep.no_step():
        double_click(deep, title(deep))
        field = deep.view.groups.name_field
        QTest.keyClicks(field, "Other")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.isVisible()
        assert deep.told[-1] == "another group is called Other already"
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


# ---------------------------------------------------------------------- blocks


def test_the_chevron_collapses_to_a_block_and_opens_it_again(deep: Canvas) -> None:
    with deep.one_step("Collapse Block"):
        deep.click(chevron(deep))
    assert deep.network.groups[0].collapsed
    assert not any(deep.scene.layer_items[layer].isVisible() for layer in INSIDE)
    assert not deep.scene.link_items[("hidden_1", "hidden_2")].isVisible()
    assert block(deep).look.subtitle == "2 layers"
    with deep.one_step("Expand Block"):
        deep.click(chevron(deep))
    assert all(deep.scene.layer_items[layer].isVisible() for layer in INSIDE)
    assert deep.scene.link_items[("hidden_1", "hidden_2")].isVisible()


def test_the_others_close_ranks_around_a_block(deep: Canvas) -> None:
    def length() -> float:
        return deep.scene.layer_items["output"].x() - deep.scene.layer_items["input"].x()

    before = length()
    collapse(deep)
    assert length() == before - 180
    assert deep.scene.layer_items["input"].x() < block(deep).x() < deep.scene.layer_items["hidden_3"].x()


def test_a_block_tells_what_goes_in_and_out_and_what_it_has_learned(deep: Canvas) -> None:
    deep.document.edit_network(edits.set_args(deep.network, "input", shape=(3,)), "Set")
    collapse(deep)
    assert block(deep).look.detail == "3\n→ 4"
    assert block(deep).look.footer == "36 parameters"  # 3 * 4 + 4, and 4 * 4 + 4
    assert block(deep).geometry.size == BLOCK == GEOMETRY.size


def test_links_to_outside_end_at_the_block(deep: Canvas) -> None:
    collapse(deep)
    into = deep.scene.link_items[("input", "hidden_1")].curve()
    out = deep.scene.link_items[("hidden_2", "hidden_3")].curve()
    assert into.currentPosition() == block(deep).scene_input_port()
    assert QPointF(out.elementAt(0).x, out.elementAt(0).y) == block(deep).scene_output_port()  # type: ignore[attr-defined]


def test_a_click_on_a_block_selects_all_its_layers_and_a_drag_moves_them(deep: Canvas) -> None:
    collapse(deep)
    deep.click(title(deep))
    assert deep.document.selection == INSIDE
    assert block(deep).chosen
    start, at = title(deep), block(deep).pos()
    with deep.no_step():
        deep.carry(start, start + QPoint(0, 140))
        assert block(deep).pos() != at
        deep.key(Qt.Key.Key_Escape)
        assert block(deep).pos() == at
    with deep.one_step("Move 2 layers"):
        deep.drag(start, start + QPoint(0, 140))
    assert block(deep).y() > at.y() + 100
    places = [deep.network.layer(layer).at for layer in INSIDE]
    assert None not in places


def test_a_rubber_band_around_a_block_selects_its_layers(deep: Canvas) -> None:
    collapse(deep)
    box = deep.view.mapFromScene(block(deep).geometry.frame.translated(block(deep).pos())).boundingRect()
    with deep.no_step():
        deep.drag(box.topLeft() - QPoint(12, 12), box.bottomRight() + QPoint(12, 12))
    assert deep.document.selection == INSIDE


def test_delete_takes_the_whole_block(deep: Canvas) -> None:
    collapse(deep)
    deep.click(title(deep))
    with deep.one_step("Delete 2 layers"):
        deep.key(Qt.Key.Key_Delete)
    assert set(deep.network.links) == {("input", "hidden_3"), ("hidden_3", "output")}
    assert deep.network.groups == ()


def test_problems_inside_show_on_the_block(deep: Canvas) -> None:
    loose = edits.remove_link(deep.network, "hidden_1", "hidden_2")
    deep.document.edit_network(loose, "Delete a link")
    inside = [p for p in deep.document.problems if p.layer in INSIDE]
    collapse(deep)
    assert block(deep).look.problem == inside[0]


def test_a_layer_that_is_found_inside_a_block_lights_the_block_which_names_it(deep: Canvas) -> None:
    collapse(deep)
    deep.view.editing.search.open()
    QTest.keyClicks(deep.view.editing.search.field, "hidden_2")
    with deep.no_step():
        QTest.keyClick(deep.view.editing.search.field, Qt.Key.Key_Return)
    assert deep.document.selection == ("hidden_2",)
    assert (block(deep).chosen, block(deep).look.subtitle) == (True, "in it: Hidden 2")
    deep.document.select(INSIDE)
    assert (block(deep).chosen, block(deep).look.subtitle) == (True, "2 layers")
    deep.document.select(())
    assert not block(deep).chosen


def test_a_link_drawn_to_or_from_a_block_goes_to_its_only_entry_and_exit(deep: Canvas) -> None:
    bare = edits.remove_link(edits.remove_link(deep.network, "input", "hidden_1"), "hidden_2", "hidden_3")
    deep.document.edit_network(bare, "Delete links")
    collapse(deep)
    with deep.one_step("Link Input to Hidden 1"):
        deep.drag(deep.at("input", "out"), port(deep, "in") + QPoint(40, 0))
    with deep.one_step("Link Hidden 2 to Hidden 3"):
        deep.drag(port(deep, "out"), deep.at("hidden_3", "in") + QPoint(30, 0))
    assert ("input", "hidden_1") in deep.network.links
    assert ("hidden_2", "hidden_3") in deep.network.links


def test_a_link_to_a_block_with_several_entries_is_refused_with_the_reason(deep: Canvas) -> None:
    network = edits.add_link(deep.network, "input", "hidden_2")
    network, _ = edits.add_layer(network, "Dense", (0.0, 400.0))
    deep.document.edit_network(network, "Link")
    collapse(deep)
    with deep.no_step():
        deep.drag(deep.at("hidden_4", "out"), port(deep, "in") + QPoint(40, 0))
    assert "several ends" in deep.told[-1]


def test_a_double_click_on_the_blocks_name_renames_it(deep: Canvas) -> None:
    collapse(deep)
    with deep.one_step("Rename Block"):
        double_click(deep, title(deep))
        QTest.keyClicks(deep.view.groups.name_field, "Encoder")
        QTest.keyClick(deep.view.groups.name_field, Qt.Key.Key_Return)
    assert block(deep, "Encoder").look.title == "Encoder"


# ---------------------------------------------------------------------- commands


def test_grouping_asks_for_a_name_and_escape_keeps_the_proposed_one(canvas: Open) -> None:
    made = canvas(DEEP)
    made.document.select(("hidden_2", "hidden_3"))
    with made.one_step("Group 2 layers"):
        made.view.groups.group()
        field = made.view.groups.name_field
        assert (field.isVisible(), field.text()) == (True, "Part 1")
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert made.network.groups == (Group("Part 1", ("hidden_2", "hidden_3")),)


def test_grouping_a_group_with_more_layers_adds_these_to_it(deep: Canvas) -> None:
    deep.document.select((*INSIDE, "hidden_3"))
    with deep.one_step("Add to the group Block"):
        deep.view.groups.group()
    assert deep.network.groups == (Group("Block", (*INSIDE, "hidden_3")),)
    deep.document.select((*INSIDE, "hidden_3"))
    with deep.no_step():
        deep.view.groups.group()


def test_ungrouping_takes_whole_groups_apart_and_single_layers_out(deep: Canvas) -> None:
    deep.document.select(("hidden_2",))
    with deep.one_step("Take Hidden 2 out of its group"):
        deep.view.groups.ungroup()
    assert deep.network.groups == (Group("Block", ("hidden_1",)),)
    collapse(deep)
    deep.document.select(("hidden_1",))
    with deep.one_step("Ungroup Block"):
        deep.view.groups.ungroup()
    assert deep.network.groups == ()
    assert deep.scene.layer_items["hidden_1"].isVisible()
    with deep.no_step():
        deep.view.groups.ungroup()
    assert "Select a group" in deep.told[-1]


def test_the_selected_groups_collapse_and_expand_together(deep: Canvas) -> None:
    deep.document.edit_network(grouping.group(deep.network, ("hidden_3",), "Other")[0], "Group")
    deep.document.select(("hidden_1", "hidden_3"))
    with deep.one_step("Collapse Block, Other"):
        deep.view.groups.toggle()
    assert all(group.collapsed for group in deep.network.groups)
    with deep.one_step("Expand Block, Other"):
        deep.view.groups.toggle()
    deep.document.select(("output",))
    with deep.no_step():
        deep.view.groups.toggle()


def test_a_part_is_repeated_as_often_as_the_field_says(deep: Canvas) -> None:
    deep.click(title(deep))
    with deep.one_step("Repeat 4 times"):
        deep.view.groups.repeat()
        sheet = deep.view.groups.repeat_sheet
        assert sheet.isVisible()
        QTest.keyClicks(sheet.times, "4")
        QTest.keyClick(sheet.times, Qt.Key.Key_Return)
        assert len(deep.document.selection) == 8
    assert not sheet.isVisible()
    assert [group.name for group in deep.network.groups] == ["Block", "Block 2", "Block 3", "Block 4"]


def test_escape_repeats_nothing_and_what_cannot_be_repeated_says_why(deep: Canvas) -> None:
    with deep.no_step():
        deep.view.groups.repeat()
        assert "Select the layers" in deep.told[-1]
        deep.document.select(("output",))
        deep.view.groups.repeat()
        sheet = deep.view.groups.repeat_sheet
        QTest.mouseClick(sheet.button, Qt.MouseButton.LeftButton)
        assert "Output cannot be repeated" in deep.told[-1]
        assert sheet.isVisible()
        QTest.keyClick(sheet.times, Qt.Key.Key_Escape)
        assert not sheet.isVisible()


def test_a_layer_dropped_into_a_group_belongs_to_it(deep: Canvas) -> None:
    middle = deep.scene.link_items[("hidden_1", "hidden_2")].curve().pointAtPercent(0.5)
    new = deep.scene.drop("Dropout", middle)
    assert new in deep.network.groups[0].layers
    item = deep.scene.layer_items[new]
    assert frame(deep).rect.contains(item.geometry.frame.translated(item.pos()))


def test_folding_a_group_takes_the_name_that_is_being_typed(canvas: Open) -> None:
    made = canvas(DEEP)
    made.document.select(("hidden_2", "hidden_3"))
    made.view.groups.group()
    QTest.keyClicks(made.view.groups.name_field, "Encoder")
    made.view.groups.toggle()
    assert not made.view.groups.name_field.isVisible()
    assert made.network.groups == (Group("Encoder", ("hidden_2", "hidden_3"), True),)


def test_a_layer_inside_a_folded_group_is_renamed_as_the_group(deep: Canvas) -> None:
    collapse(deep)
    deep.document.select(("hidden_2",))
    deep.view.editing.rename()
    assert deep.view.groups.name_field.text() == "Block"
    assert deep.view.rect().contains(deep.view.groups.name_field.geometry())


def test_the_name_field_goes_with_its_group(canvas: Open) -> None:
    made = canvas(DEEP)
    made.document.select(("hidden_2", "hidden_3"))
    made.view.groups.group()
    field = made.view.groups.name_field
    assert field.isVisible()
    made.document.undo_stack.undo()
    assert not field.isVisible()
    assert made.network == DEEP
