"""Where Tab leads: past what lies behind another tab, which Qt keeps visible beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDockWidget, QWidget


def move_on(step: Callable[[bool], bool], forward: bool) -> bool:
    """Take *step*, Qt's own way to the next widget or back, until the focus is where a person can see it.

    Whether the focus has moved. Where nothing can be seen, as in a window behind others, one step is all.
    """
    began = QApplication.focusWidget()
    moved = step(forward)
    while moved and (now := QApplication.focusWidget()) is not None and now is not began and behind_a_tab(now):
        moved = step(forward)
    return moved


def behind_a_tab(widget: QWidget) -> bool:
    """Whether *widget* is in a pane that lies behind the tab of another one."""
    pane: QWidget | None = widget
    while pane is not None and not isinstance(pane, QDockWidget):
        pane = pane.parentWidget()
    if not isinstance(pane, QDockWidget) or pane.isFloating():
        return False
    return pane.visibleRegion().isEmpty() and not pane.window().visibleRegion().isEmpty()
