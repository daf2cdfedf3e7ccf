"""The real window with the real engine, driven as a hand would."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin, DataSpec
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui import style
from nnviz.ui.dialogs.data_pages.table_page import TablePage
from nnviz.ui.window import MainWindow
from tests.e2e.standby import Standby

SOON, LATER = 20_000, 150_000  # what a loaded machine may need, in ms: the engine yields to everything else


class Hand:
    """A person at the window: presses, drags, waits."""

    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.qtbot = window, qtbot
        self._drop_at = QPoint()
        monkeypatch.setattr(QDrag, "exec", lambda drag, *actions: self._carry(drag, *actions))

    def wait(self, condition: Callable[[], object], timeout: int = SOON) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def open(self, network: NetworkSpec, data: DataSpec | None, recipe: Recipe = Recipe()) -> None:  # noqa: B008
        """Start from a project, as a file would give it."""
        self.window.document.open(Project(network, data, recipe), None)
        self.wait(lambda: self.window.document.facts is not None or data is None)

    def empty_xor(self, recipe: Recipe) -> None:
        """An empty diagram with the XOR table chosen."""
        self.open(NetworkSpec(), Builtin(name="xor"), recipe)

    def drag_layer(self, kind: str, share: float, height: float = 0.5) -> None:
        """Take a layer from the palette and drop it at a share of the diagram's width and height."""
        card = self.window.sidebar.layers.card(kind)
        port = self.window.diagram.viewport()
        self._drop_at = QPoint(round(port.width() * share), round(port.height() * height))
        middle = card.rect().center()
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
        # The way a mouse goes: further than the system's drag distance.
        QTest.mouseMove(card, middle + QPoint(QApplication.startDragDistance() + 2, 4))
        QTest.mouseMove(card, middle + QPoint(QApplication.startDragDistance() + 20, 12))
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=middle)

    def _carry(self, drag: QDrag, *_actions: object) -> Qt.DropAction:
        """In place of the screen server's drag loop, which there is none of here: the same events, to the same view."""
        port, mime = self.window.diagram.viewport(), drag.mimeData()
        at, copy = self._drop_at, Qt.DropAction.CopyAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(at, copy, mime, button, keys),
            QDragMoveEvent(at, copy, mime, button, keys),
            QDropEvent(at.toPointF(), copy, mime, button, keys),
        ):
            QApplication.sendEvent(port, event)
        return copy

    def click(self, widget: QWidget) -> None:
        self.wait(widget.isEnabled)
        # For a moment after a run, Train takes no press: it may have been meant for Pause.
        self.wait(lambda: time.monotonic() >= self.window.topbar._calm_until)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def predict_column(self, page: TablePage, name: str) -> None:
        """Let the column called *name* be predicted: by the menu at its head."""
        header = page.table.horizontalHeader()
        assert page.look.found is not None
        place = page.look.found.columns.names.index(name)
        at = QPoint(header.sectionViewportPosition(place) + 8, 10)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert page.menu is not None
        wanted = next(action for action in page.menu.actions() if action.data() == "target")
        QTest.mouseClick(page.menu, Qt.MouseButton.LeftButton, pos=page.menu.actionGeometry(wanted).center())

    def on_diagram(self, layer: str, part: str = "body") -> QPoint:
        """Where a part of a layer is on the screen: body, in, out, plus, minus."""
        from nnviz.ui.diagram.layer_paint import stepper_rects

        item = self.window.scene.layer_items[layer]
        minus, plus = (rect.center() for rect in stepper_rects(item.geometry))
        places = {
            "body": item.geometry.frame.center() + QPoint(0, -round(item.geometry.frame.height() / 2) + 14),
            "in": item.geometry.input_port, "out": item.geometry.output_port, "minus": minus, "plus": plus,
        }  # fmt: skip
        return self.window.diagram.mapFromScene(item.pos() + places[part])

    def drag_on_diagram(self, start: QPoint, end: QPoint) -> None:
        port = self.window.diagram.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(port, start + (end - start) * step / 5)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)

    def click_on_diagram(self, point: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.window.diagram.viewport(), Qt.MouseButton.LeftButton, keys, point)

    def train_to_the_end(self) -> object:
        """Press Train and wait for the run's ending."""
        self.wait(self.window.topbar.train.isEnabled)
        with self.qtbot.waitSignal(self.window.session.run_ended, timeout=LATER) as ended:
            self.click(self.window.topbar.train)
        return ended.args[0]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    made.restore_panes()
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(scope="session")
def standby() -> Iterator[Standby]:
    made = Standby()
    yield made
    made.end()


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, standby: Standby) -> Hand:
    """A hand at a window whose engine is warming up."""
    monkeypatch.setattr("nnviz.backend.thread.start_process", standby.start)
    window.start_engine()
    qtbot.waitUntil(lambda: window.session.engine_pid is not None, timeout=SOON)
    standby.prepare()
    return Hand(window, qtbot, monkeypatch)


@pytest.fixture
def still_hand(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """A hand at a window without an engine, for what needs none."""
    return Hand(window, qtbot, monkeypatch)
