"""A diagram in a window of its own, with a hand at it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.document import Document
from nnviz.ui.training.live import LiveState

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Canvas:
    """A diagram without data, and what a hand does to it.

    Attributes:
        told: the sentences that the status line would show.
    """

    def __init__(self, network: NetworkSpec) -> None:
        self.document = Document(Project(network, None, Recipe()))
        self.scene = DiagramScene(self.document, LiveState())
        self.view = DiagramView(self.scene)
        self.told: list[str] = []
        for source in (self.scene, self.view.editing):
            source.said.connect(self.told.append)
        self.view.resize(1100, 700)
        self.view.show()
        self.view.zoom_to(1.0)
        self.view.look_at(self.scene.content_rect().center())
        self.view.setFocus()

    @property
    def network(self) -> NetworkSpec:
        return self.document.network

    @property
    def port(self) -> QWidget:
        return self.view.viewport()

    def at(self, layer: str, part: str = "title") -> QPoint:
        """Where a part of a layer is on the view: title, in, out."""
        item = self.scene.layer_items[layer]
        geometry = item.geometry
        title = QPointF(geometry.frame.center().x(), geometry.frame.top() + 14)
        places = {"title": title, "in": geometry.input_port, "out": geometry.output_port}
        return self.view.mapFromScene(item.pos() + places[part])

    def on_link(self, a: str, b: str, share: float) -> QPoint:
        """A point of the link from *a* to *b*, *share* of the way along."""
        return self.view.mapFromScene(self.scene.link_items[(a, b)].curve().pointAtPercent(share))

    def free(self) -> QPoint:
        """A point of the canvas with nothing there."""
        return QPoint(6, 6)

    def press(self, point: QPoint) -> None:
        QTest.mousePress(self.port, LEFT, pos=point)

    def move(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        at = QPointF(point)
        event = QMouseEvent(QMouseEvent.Type.MouseMove, at, self.port.mapToGlobal(at), LEFT, LEFT, keys)
        QApplication.sendEvent(self.port, event)

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.port, LEFT, pos=point)

    def hover(self, point: QPoint) -> None:
        """Let the mouse rest there, with no button pressed."""
        at, none = QPointF(point), Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, at, self.port.mapToGlobal(at), none, none, NONE)
        QApplication.sendEvent(self.port, event)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Take hold at *start*, and let go at *end*."""
        self.carry(start, end, keys)
        self.release(end)

    def carry(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Take hold at *start* and go to *end*, without letting go."""
        self.press(start)
        for step in range(1, 6):
            self.move(start + (end - start) * step / 5, keys)

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.port, LEFT, keys, point)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, keys)

    @contextlib.contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """What happens within is one step of undo worded *text*, and undoing it brings everything back."""
        before, count = self.network, self.document.undo_stack.index()
        yield
        stack, after = self.document.undo_stack, self.network
        assert after != before
        assert (stack.index(), stack.undoText()) == (count + 1, text)
        stack.undo()
        assert self.network == before
        stack.redo()
        assert self.network == after

    @contextlib.contextmanager
    def no_step(self) -> Iterator[None]:
        """What happens within changes nothing."""
        before, index = self.network, self.document.undo_stack.index()
        yield
        assert self.network == before
        assert self.document.undo_stack.index() == index


@pytest.fixture
def canvas(qapp: object, qtbot: QtBot) -> Iterator[Callable[[NetworkSpec], Canvas]]:
    """Opens a network on a diagram."""
    made: list[Canvas] = []

    def open_network(network: NetworkSpec) -> Canvas:
        made.append(Canvas(network))
        qtbot.addWidget(made[-1].view)
        return made[-1]

    yield open_network
    for one in made:
        one.view.hide()
        one.document.shutdown()
