"""The scene: gestures that the document overtakes, and units changed on the layers themselves."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsSceneWheelEvent
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram.gestures import MoveLayers
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.document import Document
from nnviz.ui.training.live import Kernel, LiveState
from tests.network.test_edits import chain


@pytest.fixture
def scene(qapp: object, qtbot: QtBot) -> Iterator[DiagramScene]:
    document = Document(Project(chain("Input", "Dense", "Dense", "Output"), None, Recipe()))
    made = DiagramScene(document, LiveState())
    yield made
    document.shutdown()


def units(network: NetworkSpec) -> list[int]:
    return [layer.args["units"] for layer in network.of_kind("Dense")]


def test_a_layer_that_goes_while_it_is_dragged_ends_the_drag(scene: DiagramScene) -> None:
    document = scene.document
    document.select(("hidden_1",))
    gesture = MoveLayers(scene, QPointF(0, 0))
    scene._gesture = gesture
    gesture.move(QPointF(40, 40))
    document.edit_network(edits.remove_layers(document.network, ["hidden_1"]), "Delete")
    assert not scene.cancel_gesture()
    assert "hidden_1" not in scene.layer_items
    assert all(layer.at is None for layer in document.network.layers)


def test_plus_on_several_layers_is_one_step(scene: DiagramScene) -> None:
    document = scene.document
    before = units(document.network)
    document.select(("hidden_1", "hidden_2"))
    none = Qt.KeyboardModifier.NoModifier
    scene.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Plus, none, "+"))
    scene.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Plus, none, "+"))
    assert units(document.network) == [count + 2 for count in before]
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert units(document.network) == before


def test_a_layer_tells_all_that_is_wrong_with_it(scene: DiagramScene) -> None:
    document = scene.document
    alone = edits.remove_link(edits.remove_link(document.network, "input", "hidden_1"), "hidden_1", "hidden_2")
    document.edit_network(alone, "Delete links")
    item = scene.layer_items["hidden_1"]
    texts = [problem.text for problem in document.problems if problem.layer == "hidden_1"]
    assert len(texts) == 2
    assert [problem.text for problem in item.look.problems] == texts
    told = [line.removeprefix("• ") for line in item.toolTip().splitlines()]
    assert told == [text.replace("hidden_1", "Hidden 1") for text in texts]


def test_the_small_parts_of_a_touchpads_notch_add_up(scene: DiagramScene) -> None:
    document = scene.document
    document.select(("hidden_1",))
    before, item = units(document.network)[0], scene.layer_items["hidden_1"]
    for delta, wanted in ((40, 0), (40, 0), (40, 1), (-240, -1), (-12_000, 1 - before)):
        wheel = QGraphicsSceneWheelEvent(QGraphicsSceneWheelEvent.Type.GraphicsSceneWheel)
        wheel.setScenePos(item.pos())
        wheel.setDelta(delta)
        scene.wheelEvent(wheel)
        assert units(document.network)[0] == before + wanted


def test_the_wheel_zooms_where_no_layer_takes_it(scene: DiagramScene, qtbot: QtBot) -> None:
    view = DiagramView(scene)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    view.fit()
    at, before = QPointF(5, 5), view.zoom
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom < before


def test_a_link_is_painted_anew_wherever_its_weights_are(scene: DiagramScene) -> None:
    four, units = tuple(range(4)), [scene.layer_items[name].geometry.total for name in ("hidden_1", "hidden_2")]
    assert units == [4, 4]
    kernel = Kernel(np.ones((4, 4), np.float32), np.zeros(4, np.float32), four, four, (4, 4))
    scene.live.kernels["hidden_2"] = kernel
    link = scene.link_items["hidden_1", "hidden_2"]
    link.expire()
    assert len(link.lines) == 16
    assert all(link.boundingRect().contains(end) for line in link.lines for end in (line.a, line.b))
