"""A screen reader finds the layers in the diagram, hears the one that is chosen, and no layer that is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.document import Document
from nnviz.ui.training.live import LiveState

Text = QAccessible.Text
NETWORK = NetworkSpec(
    (
        LayerSpec("input", "Input", {"shape": (2,)}, (0.0, 0.0)),
        LayerSpec("hidden_1", "Dense", {"units": 4}, (200.0, 0.0)),
        LayerSpec("output", "Output", {"units": 1}, (400.0, 0.0)),
        LayerSpec("lonely", "Dense", {"units": 3}, (600.0, 0.0)),
    ),
    (("input", "hidden_1"), ("hidden_1", "output")),
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> Iterator[DiagramView]:
    document, window = Document(Project(NETWORK, None)), QMainWindow()
    made = DiagramView(DiagramScene(document, LiveState(), window))
    window.setCentralWidget(made)
    window.resize(900, 500)
    window.show()
    qtbot.waitExposed(window)
    yield made
    document.undo_stack.setClean()
    document.shutdown()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def layers_of(view: DiagramView) -> list[QAccessibleInterface]:
    diagram = QAccessible.queryAccessibleInterface(view)
    children = (diagram.child(index) for index in range(diagram.childCount()))
    return [child for child in children if child.role() == QAccessible.Role.ListItem]


def test_layers_are_items_of_a_list_and_say_what_they_are(view: DiagramView) -> None:
    diagram, layers = QAccessible.queryAccessibleInterface(view), layers_of(view)
    assert diagram.text(Text.Name) == "Diagram"
    assert [layer.text(Text.Name) for layer in layers] == ["Input", "Hidden 1", "Output", "lonely"]
    assert "leads to Output" in layers[1].text(Text.Description)
    assert "lonely has no input" in layers[3].text(Text.Description)
    assert all(layer.parent() is diagram for layer in layers)
    assert [diagram.indexOfChild(layer) for layer in layers] == [0, 1, 2, 3]
    over = [diagram.child(index) for index in range(len(layers), diagram.childCount())]
    assert view.zoom_bar in [part.object() for part in over]


def test_what_lies_at_a_place_of_the_screen_is_found(view: DiagramView) -> None:
    diagram, hidden = QAccessible.queryAccessibleInterface(view), layers_of(view)[1]
    at = view.viewport().mapToGlobal(view.mapFromScene(view.diagram.layer_items["hidden_1"].pos()))
    assert hidden.rect().contains(at)
    assert diagram.childAt(at.x(), at.y()) is hidden


def test_the_chosen_layer_has_the_focus_and_is_read_out(view: DiagramView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    diagram = QAccessible.queryAccessibleInterface(view)
    QAccessible.setActive(True)
    view.diagram.document.select(("output",))
    QAccessible.setActive(False)
    states = [(layer.state().selected, layer.state().focused) for layer in layers_of(view)]
    assert states == [(False, False), (False, False), (True, True), (False, False)]
    assert diagram.focusChild() is layers_of(view)[2]


def test_a_layer_that_is_gone_is_not_found_any_more(view: DiagramView) -> None:
    hidden = layers_of(view)[1]
    number = QAccessible.uniqueId(hidden)
    assert QAccessible.accessibleInterface(number) is hidden
    document = view.diagram.document
    document.edit_network(edits.remove_layers(document.network, ["hidden_1"]), "delete")
    assert QAccessible.accessibleInterface(number) is None
    assert [layer.text(Text.Name) for layer in layers_of(view)] == ["Input", "Output", "lonely"]
    document.undo_stack.undo()
    assert len(layers_of(view)) == 4
