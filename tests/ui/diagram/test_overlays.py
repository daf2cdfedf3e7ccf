"""What is laid over the diagram: the search, the map, the list of problems, and the way to what they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.network import edits, grouping
from nnviz.network.spec import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.diagram import minimap as minimap_module
from nnviz.ui.diagram.problem_paint import card_of
from nnviz.ui.diagram.search_bar import FADED
from tests.network.test_edits import chain
from tests.ui.diagram.conftest import Canvas

Open = Callable[[NetworkSpec], Canvas]
Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def long(canvas: Open) -> Canvas:
    """A chain of 24 layers, of which a few can be seen."""
    return canvas(chain("Input", *("Dense", "Dropout") * 11, "Output"))


# ---------------------------------------------------------------------- zoom


def test_the_selection_fills_the_view_and_the_actual_size_is_one_to_one(long: Canvas, qtbot: QtBot) -> None:
    long.document.select(("hidden_10", "hidden_11"))
    long.view.zoom_to_selection()
    frames = [item.geometry.frame.translated(item.pos()) for item in long.scene.selected_items()]
    qtbot.waitUntil(lambda: long.view.zoom > 1.2 and all(long.view.seen.contains(frame) for frame in frames))
    long.view.zoom_to(1.0)
    assert long.view.zoom == pytest.approx(1)
    long.view.fit()
    assert long.view.seen.contains(long.scene.content_rect())


def test_what_can_be_seen_and_read_stays_where_it_is(long: Canvas, qtbot: QtBot) -> None:
    before = long.view.seen
    inside = next(
        i for i, item in long.scene.layer_items.items() if before.adjusted(200, 0, -200, 0).contains(item.pos())
    )
    long.view.reveal((inside,))
    assert long.view.seen == before
    long.view.reveal(("output",))
    qtbot.waitUntil(lambda: long.view.seen.contains(long.scene.layer_items["output"].pos()))
    long.view.fit()
    long.view.reveal(("output",))  # it can be seen, but nobody can read it
    qtbot.waitUntil(lambda: long.view.zoom >= 0.7)


# ---------------------------------------------------------------------- search


def test_enter_goes_through_the_hits_and_the_others_fade(long: Canvas, qtbot: QtBot) -> None:
    search = long.view.editing.search
    long.key(Key.Key_F, Mod.ControlModifier)
    QTest.keyClicks(search.field, "dropout")
    assert len(search.hits) == 11
    assert search.count.text() == "11"
    assert long.scene.layer_items["hidden_1"].opacity() == pytest.approx(FADED, abs=0.01)
    assert long.scene.layer_items["dropout_1"].opacity() == 1
    seen = []
    for key, keys in ((Key.Key_Return, Mod.NoModifier),) * 2 + ((Key.Key_Return, Mod.ShiftModifier),) * 2:
        QTest.keyClick(search.field, key, keys)
        seen.append((long.document.selection, search.count.text()))
    assert seen == [
        (("dropout_1",), "1 of 11"), (("dropout_2",), "2 of 11"), (("dropout_1",), "1 of 11"),
        (("dropout_11",), "11 of 11"),
    ]  # fmt: skip
    qtbot.waitUntil(lambda: long.view.seen.contains(long.scene.layer_items["dropout_11"].pos()))
    QTest.keyClick(search.field, Key.Key_Escape)
    assert search.isHidden()
    assert all(item.opacity() == 1 for item in long.scene.layer_items.values())
    assert long.document.selection == ("dropout_11",)


@pytest.mark.parametrize("words", ["hidden_3", "Hidden 3", "3 dense", "body"])
def test_a_layer_is_found_by_name_by_title_by_kind_and_by_its_group(long: Canvas, words: str) -> None:
    long.document.edit_network(grouping.group(long.network, ("hidden_3",), "Body")[0], "group")
    search = long.view.editing.search
    search.open()
    search.field.setText(words)
    assert search.hits == ("hidden_3",)
    search.field.setText("no such layer")
    assert search.hits == ()
    assert search.count.text() == "none"


def test_the_hits_follow_the_diagram(long: Canvas) -> None:
    search = long.view.editing.search
    search.open()
    search.field.setText("dropout")
    search.go(1)
    search.go(1)
    long.document.edit_network(edits.remove_layers(long.network, ["dropout_1"]), "delete")
    assert len(search.hits) == 10
    assert search.count.text() == "1 of 10"
    assert long.scene.layer_items["hidden_1"].opacity() == pytest.approx(FADED, abs=0.01)


# ---------------------------------------------------------------------- the map


def test_the_map_is_there_while_not_everything_can_be_seen(long: Canvas) -> None:
    assert long.view.minimap.isVisible()
    long.view.fit()
    assert long.view.minimap.isHidden()
    long.view.zoom_to(1.5)
    assert long.view.minimap.isVisible()


def test_a_press_on_the_map_and_a_drag_move_the_view(long: Canvas) -> None:
    small, target = long.view.minimap, long.scene.layer_items["hidden_11"].pos()
    at = small.to_map(long.view.seen.translated(target - long.view.seen.center())).center().toPoint()
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=at)
    assert (long.view.seen.center() - target).manhattanLength() < 2 / small.scale
    assert small.to_scene(QPointF(at)).x() == pytest.approx(target.x(), abs=1 / small.scale)
    before = long.view.seen.center().x()
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(small, at - QPoint(40, 0))
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=at - QPoint(40, 0))
    assert long.view.seen.center().x() < before - 100


def test_the_map_is_painted_anew_only_when_the_diagram_or_the_colours_change(
    long: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = []
    real = minimap_module.Minimap._painted
    monkeypatch.setattr(minimap_module.Minimap, "_painted", lambda self: painted.append(1) or real(self))
    long.view.minimap.forget()
    for shift in range(5):
        long.view.pan(QPointF(shift, 0))
        long.view.minimap.grab()
    assert len(painted) == 1
    long.document.edit_network(edits.remove_layers(long.network, ["hidden_1"]), "delete")
    long.view.minimap.grab()
    assert len(painted) == 2
    theme.choose("light")
    long.view.minimap.grab()
    theme.choose("dark")
    assert len(painted) >= 3


# ---------------------------------------------------------------------- problems


@pytest.fixture
def broken(canvas: Open) -> Canvas:
    """A layer that nothing feeds and that leads nowhere, and two links into one input."""
    network = edits.add_link(chain("Input", "Dense", "Dense", "Output"), "input", "hidden_2")
    network, _ = edits.add_layer(network, "Flatten", (2600.0, 900.0))
    return canvas(network)


def test_every_problem_is_on_the_list_and_a_press_goes_to_its_layer(broken: Canvas, qtbot: QtBot) -> None:
    editing, problems = broken.view.editing, broken.document.problems
    assert editing.pill.isVisible()
    assert editing.pill.text() == f"{len(problems)} problems"
    QTest.mouseClick(editing.pill, Qt.MouseButton.LeftButton)
    assert [card.problem for card in editing.problems.cards] == list(problems)
    card = next(card for card in editing.problems.cards if card.problem.layer == "flatten_1")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert broken.document.selection == ("flatten_1",)

    def uncovered() -> bool:
        item = broken.scene.layer_items["flatten_1"]
        frame = broken.view.mapFromScene(item.geometry.frame.translated(item.pos())).boundingRect()
        return broken.view.rect().contains(frame) and not frame.intersects(editing.problems.geometry())

    qtbot.waitUntil(uncovered)


def test_a_button_takes_a_problem_away_and_the_list_follows(broken: Canvas) -> None:
    editing = broken.view.editing
    editing.problems.toggle()
    before = len(editing.problems.cards)
    card = next(card for card in editing.problems.cards if card.problem.layer == "hidden_2")
    assert card.fix is not None
    with broken.one_step("Insert Concatenate"):
        QTest.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert len(editing.problems.cards) == before - 1
    QTest.keyClick(editing.problems, Key.Key_Escape)
    assert editing.problems.isHidden()


def test_many_problems_are_shown_in_parts(canvas: Open) -> None:
    network = chain("Input", "Output")
    for i in range(40):
        network, _ = edits.add_layer(network, "Flatten", (200.0 * i, 600.0))
    many = canvas(network)
    many.view.editing.problems.toggle()
    assert len(many.view.editing.problems.cards) == 30
    many.view.editing.problems._show_more()
    assert len(many.view.editing.problems.cards) == len(many.document.problems) > 80


def test_the_window_may_go_while_the_search_is_open(canvas: Open) -> None:
    going = canvas(chain("Input", "Dense", "Output"))
    going.view.editing.search.open()
    going.view.editing.search.field.setText("dense")
    shiboken6.delete(going.scene)  # as Qt may do before it hides what lies over the view
    going.view.hide()


def test_escape_on_the_diagram_closes_the_list_and_keeps_the_selection(broken: Canvas) -> None:
    broken.document.select(("hidden_2",))
    broken.view.editing.problems.toggle()
    broken.view.setFocus()
    broken.key(Qt.Key.Key_Escape)
    assert broken.view.editing.problems.isHidden()
    assert broken.document.selection == ("hidden_2",)
    broken.key(Qt.Key.Key_Escape)
    assert broken.document.selection == ()


def test_the_list_closes_with_the_last_problem(broken: Canvas) -> None:
    broken.view.editing.problems.toggle()
    broken.document.problems = ()
    broken.document.problems_changed.emit()
    assert broken.view.editing.problems.isHidden()


# ---------------------------------------------------------------------- the card of a layer in trouble


def circle() -> NetworkSpec:
    """A chain whose second hidden layer leads back to the first."""
    return edits.add_link(chain("Input", "Dense", "Dense", "Output"), "hidden_2", "hidden_1")


def card_of_problem(canvas: Canvas, part: str) -> QPoint:
    """Where the card of the only problem is on the view: its fix, or its sentence."""
    item = next(item for item in canvas.scene.shown_items() if item.look.problems)
    card = card_of(item.look)
    assert card is not None
    place = card.line if part == "fix" else card.text
    return canvas.view.mapFromScene(item.pos() + place.center())


def test_a_press_on_the_fix_of_a_card_takes_the_problem_away(canvas: Open) -> None:
    round_ = canvas(circle())
    too_many = round_.scene.link_items[("hidden_2", "hidden_1")]
    assert [link.link for link in round_.scene.link_items.values() if link.wrong] == [too_many.link]
    with round_.one_step("Remove Hidden 2 -> Hidden 1"):
        round_.click(card_of_problem(round_, "fix"))
    assert not round_.network.links.count(("hidden_2", "hidden_1"))
    assert not any(item.look.problems for item in round_.scene.shown_items())


def test_a_press_on_the_sentence_of_a_card_lists_the_problems(canvas: Open) -> None:
    round_ = canvas(circle())
    round_.document.select(("output",))
    with round_.no_step():
        round_.click(card_of_problem(round_, "sentence"))
    assert round_.view.editing.problems.isVisible()
    assert round_.document.selection == ("output",)


# ---------------------------------------------------------------------- the view stays, and never shows nothing


def test_a_layer_that_is_seen_whole_does_not_move_the_view(canvas: Open) -> None:
    whole = canvas(chain("Input", "Dense", "Output"))
    whole.view.fit()
    before = whole.view.seen
    for _ in range(3):
        whole.key(Key.Key_Tab)
    assert whole.view.seen == before


def test_where_all_that_was_looked_at_goes_the_rest_is_seen(long: Canvas) -> None:
    last = tuple(layer.id for layer in long.network.layers[-2:])
    long.view.look_at(QPointF(0, 3000))
    long.document.edit_network(edits.remove_layers(long.network, last), "Delete")
    assert long.view.seen.contains(long.scene.content_rect())


@pytest.mark.parametrize("units", [3, 12])
def test_what_lies_over_the_top_of_the_diagram_hides_no_layer(canvas: Open, units: int) -> None:
    view = canvas(edits.set_args(chain("Input", "Dense", "Output"), "hidden_1", units=units)).view
    before = view.mapFromScene(view.diagram.content_rect().topLeft()).y()
    view.cover(120)
    assert view.mapFromScene(view.diagram.content_rect().topLeft()).y() >= 120
    view.cover(0)
    assert view.mapFromScene(view.diagram.content_rect().topLeft()).y() == before
