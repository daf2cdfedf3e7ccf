"""Drawing by mouse and keyboard in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.data.spec import Builtin
from nnviz.network.spec import NetworkSpec
from nnviz.training.recipe import Recipe
from tests.e2e.conftest import Hand
from tests.network.test_edits import chain


@pytest.fixture
def xor(still_hand: Hand) -> Hand:
    still_hand.empty_xor(Recipe())
    return still_hand


@pytest.fixture
def iris(still_hand: Hand) -> Hand:
    still_hand.open(chain("Input", "Dense", "Output"), Builtin(name="iris"))
    return still_hand


def undo(hand: Hand) -> None:
    QTest.keyClick(hand.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_perceptron_without_hidden_layer_is_ready_to_train(xor: Hand) -> None:
    xor.drag_layer("Input", 0.3)
    assert any("Output" in problem.text for problem in xor.window.document.problems)
    xor.drag_layer("Output", 0.7)
    assert xor.window.document.problems == ()
    assert not xor.window.document.blocked


def test_a_layer_dropped_on_a_link_is_inserted_and_one_undo_takes_it_out(xor: Hand) -> None:
    xor.drag_layer("Input", 0.25)
    xor.drag_layer("Output", 0.75)
    before = xor.window.document.network
    xor.drag_layer("Dense", 0.5)
    assert set(xor.window.document.network.links) == {("input", "hidden_1"), ("hidden_1", "output")}
    assert xor.window.document.selection == ("hidden_1",)
    undo(xor)
    assert xor.window.document.network == before


def test_enter_on_the_palette_adds_a_layer_where_it_belongs(iris: Hand) -> None:
    card = iris.window.sidebar.layers.card("Dense")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert ("hidden_2", "output") in iris.window.document.network.links


def test_a_link_is_drawn_from_port_to_port_and_deleted_with_the_key(iris: Hand) -> None:
    window = iris.window
    iris.click_on_diagram(iris.on_diagram("hidden_1"))
    iris.drag_on_diagram(iris.on_diagram("hidden_1", "in"), iris.on_diagram("input", "out") + QPoint(-30, 0))
    assert ("input", "hidden_1") in window.document.network.links  # it was there: said, not doubled
    assert "already" in window.status.engine.text()
    iris.drag_on_diagram(iris.on_diagram("input", "out"), iris.on_diagram("output"))
    assert ("input", "output") in window.document.network.links
    (problem,) = [p for p in window.document.problems if p.layer == "output"]
    assert problem.fix is not None
    undo(iris)
    assert ("input", "output") not in window.document.network.links
    curve = window.scene.link_items[("input", "hidden_1")].curve().pointAtPercent(0.5)
    iris.click_on_diagram(window.diagram.mapFromScene(curve))
    assert window.scene.chosen_link == ("input", "hidden_1")
    QTest.keyClick(window.diagram, Qt.Key.Key_Delete)
    assert window.document.network.links == (("hidden_1", "output"),)


def test_dragging_a_layer_moves_it_and_escape_puts_it_back(iris: Hand) -> None:
    window, port = iris.window, iris.window.diagram.viewport()
    start = iris.on_diagram("hidden_1")
    before = window.scene.layer_items["hidden_1"].pos()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(30, 40))
    QTest.mouseMove(port, start + QPoint(60, 80))
    assert window.scene.layer_items["hidden_1"].pos() != before
    QTest.keyClick(window.diagram, Qt.Key.Key_Escape)
    assert window.scene.layer_items["hidden_1"].pos() == before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 80))
    assert window.document.undo_stack.isClean()
    iris.drag_on_diagram(start, start + QPoint(60, 80))
    assert window.document.network.layer("hidden_1").at is not None
    undo(iris)
    assert window.scene.layer_items["hidden_1"].pos() == before


def test_a_rubber_band_selects_what_it_touches_and_delete_removes_it(iris: Hand) -> None:
    window = iris.window
    box = window.diagram.mapFromScene(window.scene.content_rect()).boundingRect()
    iris.drag_on_diagram(box.topLeft() + QPoint(2, 2), box.bottomRight() - QPoint(2, 2))
    assert set(window.document.selection) == {"input", "hidden_1", "output"}
    QTest.keyClick(window.diagram, Qt.Key.Key_Delete)
    assert window.document.network == NetworkSpec()
    undo(iris)
    assert len(window.document.network.layers) == 3


def test_units_change_by_wheel_keys_and_the_signs_on_the_layer(iris: Hand) -> None:
    window = iris.window

    def units() -> int:
        return int(window.document.network.layer("hidden_1").args["units"])

    start, at = units(), iris.on_diagram("hidden_1")
    iris.click_on_diagram(at)
    iris.click_on_diagram(iris.on_diagram("hidden_1", "plus"))
    assert units() == start + 1
    QTest.keyClick(window.diagram, Qt.Key.Key_Minus)
    QTest.keyClick(window.diagram, Qt.Key.Key_Minus)
    assert units() == start - 1
    view, at = window.diagram.viewport(), QPointF(iris.on_diagram("hidden_1"))
    wheel = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    zoom = window.diagram.zoom
    QApplication.sendEvent(view, wheel)
    assert units() == start
    assert window.diagram.zoom == zoom
    undo(iris)  # steps in a row are one change
    assert units() == start


def test_duplicate_and_rename(iris: Hand) -> None:
    window = iris.window
    iris.click_on_diagram(iris.on_diagram("hidden_1"))
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.document.selection == ("hidden_2",)
    QTest.keyClick(window, Qt.Key.Key_F2)
    field = window.diagram.editing.rename_field
    QTest.keyClicks(field, "twin")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.document.network.has("twin")
    assert window.document.selection == ("twin",)
    window.diagram.editing.rename_to("twin", "output")
    assert "output already" in window.status.engine.text()


def test_what_is_wrong_stands_on_the_layer_before_train_can_be_pressed(iris: Hand) -> None:
    window = iris.window
    iris.click_on_diagram(iris.on_diagram("output"))
    QTest.keyClick(window.diagram, Qt.Key.Key_Plus)
    problem = window.scene.layer_items["output"].look.problem
    assert problem is not None
    assert ("3 units" in problem.expected, "4 units" in problem.got) == (True, True)
    assert not window.topbar.train.isEnabled()
    assert "4 units" in window.topbar.train.toolTip()
    window.document.apply_fix(problem)
    assert window.document.problems == ()


def test_choosing_other_data_fits_input_and_output(iris: Hand) -> None:
    document = iris.window.document
    assert document.fitted.layer("output").args == {"units": 3, "activation": "softmax"}
    document.edit_data(Builtin(name="diabetes"), "data")
    iris.wait(lambda: document.facts is not None and document.facts.task == "regression")
    assert document.fitted.layer("output").args == {"units": 1, "activation": "linear"}
    assert document.fitted.layer("input").args == {"shape": (10,)}
    assert iris.window.scene.layer_items["output"].look.subtitle == "Dense 1, linear"
