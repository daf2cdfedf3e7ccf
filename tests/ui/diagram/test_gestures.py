"""Every gesture with the mouse: what it does, that it is one step of undo, and that Esc takes it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsLineItem

from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def placed(network: NetworkSpec) -> NetworkSpec:
    """A row of layers, each 216 behind the last."""
    return edits.move(network, {layer.id: (216.0 * i, 0.0) for i, layer in enumerate(network.layers)})


@pytest.fixture
def row(canvas: Open) -> Canvas:
    return canvas(placed(chain("Input", "Dense", "Dense", "Output")))


@pytest.fixture
def branches(canvas: Open) -> Canvas:
    """Two branches out of one Input, and an Add that nothing feeds yet."""
    network = placed(chain("Input", "Dense"))
    network, _ = edits.add_layer(network, "Dense", (216.0, 260.0), after="input")
    network, _ = edits.add_layer(network, "Add", (480.0, 120.0))
    return canvas(network)


def guides(canvas: Canvas) -> list[QGraphicsLineItem]:
    return [item for item in canvas.scene.items() if isinstance(item, QGraphicsLineItem)]


# ---------------------------------------------------------------------- moving


def test_a_dragged_layer_snaps_to_the_level_of_another_and_shows_it(row: Canvas) -> None:
    start = row.at("hidden_1")
    with row.one_step("Move Hidden 1"):
        row.drag(start, start + QPoint(0, 150))
        assert not guides(row)
    # Nearly level: it becomes level, and a line leads to what it is level with.
    start = row.at("hidden_1")
    end = start - QPoint(0, round(row.scene.layer_items["hidden_1"].y()) + 3)
    row.carry(start, end)
    assert row.scene.layer_items["hidden_1"].y() == 0
    (line,) = [x for x in guides(row) if x.line().y1() == x.line().y2()]
    assert line.line().y1() == 0
    with row.one_step("Move Hidden 1"):
        row.release(end)
    assert row.network.layer("hidden_1").at == (216.0, 0.0)
    assert not guides(row)


def test_elsewhere_it_snaps_to_the_dots_and_with_alt_to_nothing(row: Canvas) -> None:
    start = row.at("hidden_1")
    row.carry(start, start + QPoint(50, 151))
    assert row.scene.layer_items["hidden_1"].x() % 12 == 0
    assert row.scene.layer_items["hidden_1"].y() % 12 == 0
    row.move(start + QPoint(50, 151), ALT)
    assert row.scene.layer_items["hidden_1"].pos().toTuple() == (266, 151)
    row.release(start + QPoint(50, 151))
    assert row.network.layer("hidden_1").at == (266.0, 151.0)


def test_layers_that_are_dragged_together_keep_their_distances(row: Canvas) -> None:
    row.click(row.at("hidden_1"))
    row.click(row.at("hidden_2"), SHIFT)
    start = row.at("hidden_2")
    with row.one_step("Move 2 layers"):
        row.drag(start, start + QPoint(17, 101))
    a, b = (row.network.layer(layer).at for layer in ("hidden_1", "hidden_2"))
    assert a is not None
    assert b is not None
    assert (b[0] - a[0], b[1] - a[1]) == (216, 0)


def test_a_drag_that_ends_where_it_began_is_no_step(row: Canvas) -> None:
    start = row.at("hidden_1")
    with row.no_step():
        row.carry(start, start + QPoint(70, 90))
        row.move(start)
        row.release(start)


def test_escape_puts_dragged_layers_back(row: Canvas) -> None:
    start, before = row.at("hidden_1"), row.scene.layer_items["hidden_1"].pos()
    with row.no_step():
        row.carry(start, start + QPoint(70, 90))
        row.key(Qt.Key.Key_Escape)
        assert row.scene.layer_items["hidden_1"].pos() == before
        assert not guides(row)
        row.release(start + QPoint(70, 90))
    assert row.document.selection == ("hidden_1",)


def test_escape_brings_back_what_was_selected_before_the_rubber_band(row: Canvas) -> None:
    row.document.select(("output",))
    row.carry(row.free(), QPoint(row.port.width() - 6, row.port.height() - 6))
    assert len(row.document.selection) == 4
    row.key(Qt.Key.Key_Escape)
    assert row.document.selection == ("output",)
    row.release(row.free())


# ---------------------------------------------------------------------- drawing links


def test_layers_that_are_deleted_under_the_rubber_band_are_not_selected_again(row: Canvas) -> None:
    row.document.select(("hidden_1",))
    corner = row.view.mapFromScene(row.scene.content_rect()).boundingRect().bottomRight()
    row.carry(row.free(), corner)
    assert "hidden_1" in row.document.selection
    row.key(Qt.Key.Key_Delete)
    assert (row.network.layers, row.document.selection) == ((), ())
    row.release(corner)
    assert row.document.selection == ()


def test_several_links_lead_into_a_merge_and_several_out_of_a_layer(branches: Canvas) -> None:
    for source in ("hidden_1", "hidden_2"):
        title = {"hidden_1": "Hidden 1", "hidden_2": "Hidden 2"}[source]
        with branches.one_step(f"Link {title} to Add 1"):
            branches.drag(branches.at(source, "out"), branches.at("add_1"))
    with branches.one_step("Link Input to Add 1"):  # backwards, out of the port where links come in
        branches.drag(branches.at("add_1", "in"), branches.at("input"))
    assert branches.network.sources("add_1") == ("hidden_1", "hidden_2", "input")
    assert branches.network.targets("input") == ("hidden_1", "hidden_2", "add_1")
    assert not [p for p in branches.document.problems if p.layer == "add_1" and "input" in p.text]


def test_a_second_link_into_a_layer_of_one_input_offers_to_join_them(row: Canvas) -> None:
    with row.one_step("Link Input to Hidden 2"):
        row.drag(row.at("input", "out"), row.at("hidden_2"))
    assert row.network.sources("hidden_2") == ("hidden_1", "input")
    problem = next(p for p in row.document.problems if p.layer == "hidden_2")
    assert problem.fix is not None
    with row.one_step("Insert Concatenate"):
        row.document.apply_fix(problem)
    assert row.network.sources("concatenate_1") == ("hidden_1", "input")


def test_no_link_leads_into_an_input(row: Canvas) -> None:
    with row.no_step():
        row.carry(row.at("hidden_1", "out"), row.at("input"))
        assert not row.scene.layer_items["input"].link_target
        row.release(row.at("input"))
    assert row.told == ["Input is where data come in: no link may lead into it"]


def test_a_link_that_is_there_is_not_drawn_twice(row: Canvas) -> None:
    with row.no_step():
        row.drag(row.at("input", "out"), row.at("hidden_1"))
    assert row.told == ["Input and Hidden 1 are linked already"]


@pytest.mark.parametrize("end", ["free", "escape"])
def test_a_link_that_ends_nowhere_or_is_given_up_is_none(row: Canvas, end: str) -> None:
    with row.no_step():
        row.carry(row.at("input", "out"), row.at("output") if end == "escape" else row.free())
        if end == "escape":
            assert row.scene.layer_items["output"].link_target
            row.key(Qt.Key.Key_Escape)
        row.release(row.free())
    assert not any(item.link_target for item in row.scene.layer_items.values())


# ---------------------------------------------------------------------- leading links elsewhere


@pytest.fixture
def crossed(canvas: Open) -> Canvas:
    """An Input that feeds a Concatenate past a hidden layer, with a second hidden layer below."""
    network = edits.add_link(placed(chain("Input", "Dense", "Concatenate", "Output")), "input", "concatenate_1")
    network, _ = edits.add_layer(network, "Dense", (216.0, 300.0))
    return canvas(network)


def test_the_end_of_a_link_is_led_to_another_layer(crossed: Canvas) -> None:
    with crossed.one_step("Link Input to Hidden 2"):
        crossed.drag(crossed.on_link("input", "hidden_1", 0.75), crossed.at("hidden_2"))
    assert crossed.network.links[0] == ("input", "hidden_2")
    assert crossed.network.sources("hidden_1") == ()


def test_the_start_of_a_link_is_led_to_another_layer_and_the_order_of_the_merge_stays(crossed: Canvas) -> None:
    with crossed.one_step("Link Hidden 2 to Concatenate 1"):
        crossed.drag(crossed.on_link("hidden_1", "concatenate_1", 0.25), crossed.at("hidden_2"))
    assert crossed.network.sources("concatenate_1") == ("hidden_2", "input")
    crossed.document.undo_stack.redo()
    assert crossed.scene.chosen_link is None or crossed.scene.chosen_link in crossed.network.links


@pytest.mark.parametrize("end", ["free", "escape", "same", "taken", "click"])
def test_a_link_that_is_led_nowhere_stays(crossed: Canvas, end: str) -> None:
    start = crossed.on_link("input", "hidden_1", 0.75)
    ends = {
        "free": crossed.free(), "escape": crossed.at("hidden_2"), "same": crossed.at("hidden_1"),
        "taken": crossed.at("concatenate_1"), "click": start,
    }  # fmt: skip
    item = crossed.scene.link_items[("input", "hidden_1")]
    with crossed.no_step():
        crossed.carry(start, ends[end])
        assert item.isVisible() == (end == "click")
        if end == "escape":
            crossed.key(Qt.Key.Key_Escape)
        crossed.release(ends[end])
    assert item.isVisible()
    assert crossed.told == (["Input and Concatenate 1 are linked already"] if end == "taken" else [])
    if end == "click":
        assert crossed.scene.chosen_link == ("input", "hidden_1")
        with crossed.one_step("Delete the link from Input to Hidden 1"):
            crossed.key(Qt.Key.Key_Delete)
