import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.panes.pane import HEADER_HEIGHT
from nnviz.ui.panes.pane_dock import PaneDock, make_dock
from nnviz.ui.panes.weights_pane import WeightsPane


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    for pane, name, title in ((CurvePane("Loss", "loss"), "loss", "Loss"), (WeightsPane(), "weights", "Weights")):
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, make_dock(pane, name, title, window))
    window.resize(700, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


def docks(window) -> list[PaneDock]:
    return [window.findChild(PaneDock, name) for name in ("loss", "weights")]


def test_the_title_row_of_the_pane_is_the_title_bar(qtbot, window):
    dock = docks(window)[0]
    assert dock.titleBarWidget() is dock.widget().header
    assert dock.widget().header.isVisible()
    assert dock.windowTitle() == "Loss"
    qtbot.waitUntil(lambda: dock.widget().mapTo(dock, QPoint(0, 0)).y() == HEADER_HEIGHT)  # nothing is covered


def test_a_double_click_on_the_title_row_floats_and_puts_back(qtbot, window):
    dock = docks(window)[0]
    QTest.mouseDClick(dock.titleBarWidget(), Qt.MouseButton.LeftButton, pos=QPoint(180, 20))
    qtbot.waitUntil(dock.isFloating)
    QTest.mouseDClick(dock.titleBarWidget(), Qt.MouseButton.LeftButton, pos=QPoint(180, 20))
    qtbot.waitUntil(lambda: not dock.isFloating())


def test_the_cross_appears_under_the_mouse_and_closes(qtbot, window):
    dock = docks(window)[0]
    QApplication.sendEvent(dock.titleBarWidget(), QEvent(QEvent.Type.Leave))
    assert not dock._close.isVisible()
    QApplication.sendEvent(dock.titleBarWidget(), QEvent(QEvent.Type.Enter))
    assert dock._close.isVisible()
    assert dock.titleBarWidget().rect().contains(dock._close.geometry())
    qtbot.mouseClick(dock._close, Qt.MouseButton.LeftButton)
    assert dock.isHidden()
    dock.toggleViewAction().trigger()
    assert dock.isVisible()


def test_the_menu_of_the_title_row_floats_and_closes(window):
    dock = docks(window)[0]
    floating, closing = dock.title_menu().actions()
    floating.trigger()
    assert dock.isFloating()
    assert dock.title_menu().actions()[0].text() == "Put back"
    closing.trigger()
    assert dock.isHidden()


def test_out_of_the_window_it_has_a_frame_and_escape_puts_it_back(qtbot, window):
    dock = docks(window)[0]

    def edge() -> int:
        return dock.grab().toImage().pixelColor(0, dock.height() // 2).rgb()

    docked = edge()
    dock.setFloating(True)
    qtbot.waitExposed(dock)
    dock.resize(400, 300)
    assert edge() != docked
    qtbot.waitUntil(dock.isActiveWindow)  # or the key would go to the window behind it
    QTest.keyClick(dock, Qt.Key.Key_Escape)
    assert not dock.isFloating()


def test_docks_come_back_where_they_were(qtbot, window):
    loss, weights = docks(window)
    window.splitDockWidget(weights, loss, Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: weights.x() < loss.x())
    state = window.saveState()
    loss.close()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, weights)
    assert window.restoreState(state)
    assert loss.isVisible()
    assert window.dockWidgetArea(weights) == Qt.DockWidgetArea.BottomDockWidgetArea
    qtbot.waitUntil(lambda: weights.x() < loss.x())


def test_a_closed_dock_stops_its_pane_from_drawing(window):
    dock = docks(window)[0]
    dock.close()
    dock.widget().append(1, [1.0], None)
    assert not dock.widget()._clock.isActive()
