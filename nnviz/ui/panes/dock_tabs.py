"""The tabs below docks that lie on top of each other: exactly one bar for each pile."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

_LAYOUT = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class DockTabs(QObject):
    """Shows the bars that belong to docks of *window* and hides all others.

    Qt (6.11) makes a new bar whenever docks are piled up, shown or restored, and leaves the old one where it was,
    visible above whatever is there now. The bar that is in use is the one that stands right below its dock.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, tuple(docks)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.tidy)
        for dock in self._docks:
            dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAYOUT:
            self._soon.start()
        return super().eventFilter(watched, event)

    def tidy(self) -> None:
        """Let the bars in use be seen, and no others."""
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        used = {bar for dock in self._docks if self._piled(dock) for bar in bars[::-1] if _stands_below(bar, dock)}
        shown: list[QTabBar] = []
        for bar in bars[::-1]:
            there = bar in used and not any(bar.geometry() == other.geometry() for other in shown)
            if there:
                shown.append(bar)
            if bar.isHidden() == there:
                bar.setVisible(there)

    def _piled(self, dock: QDockWidget) -> bool:
        """Whether *dock* is the one that can be seen of several."""
        if dock.isHidden() or dock.isFloating() or not self._window.rect().intersects(dock.geometry()):
            return False
        return any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))


def _stands_below(bar: QTabBar, dock: QDockWidget) -> bool:
    place, above = bar.geometry(), dock.geometry()
    return place.left() == above.left() and place.width() == above.width() and place.top() == above.bottom() + 1
