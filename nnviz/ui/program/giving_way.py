"""One window gives way to another that speaks another language; what is open and trains goes on meanwhile.

The words of a window are set when it is made, so another one is made. It takes over the ``Workspace``, and from each
part of the old window what only that knew, by methods called ``take_over``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nnviz.ui import language, undo_steps
from nnviz.ui.program.starting import forget_unused

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

AGAIN_MS = 50  # between two looks whether the window may give way
_OPEN: list[MainWindow] = []  # a window without a parent lives as long as Python knows it


def keep(window: MainWindow | None) -> None:
    """*window* is the one that is open: have it live on; None for none."""
    _OPEN[:] = [window] if window is not None else []


class GivingWay(QObject):
    """Waits until nothing is on its way that only this window can take, and has another one made then."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._speaks = language.spoken()
        self.over = False  # the window is closed, and nothing comes in its place
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.ask)

    @property
    def busy(self) -> bool:
        """Whether something was asked for in this window that is to come back to it, or a dialog or a menu is open."""
        window = self._window
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return True
        parts = (window.space, window.outputs, window.runs, window.run_files, window.ensembling, window.recovery)
        return any(part.busy for part in parts)

    def shutdown(self) -> None:
        """The window closes for good: whatever language was chosen, the next start speaks it."""
        self.over = True
        self._again.stop()

    def ask(self) -> None:
        """Give way where another language is chosen than this window speaks, as soon as that can be."""
        if self.over or language.spoken() == self._speaks:
            self._again.stop()
        elif self.busy:
            self._again.start()
        else:  # behind what was due already, and outside of everything that belongs to this window
            QTimer.singleShot(0, self._window.space, partial(_give_way, self._window))


def _give_way(old: MainWindow) -> None:
    app = QApplication.instance()
    assert app is not None
    if old.space.parent() is not old or old.giving_way.over:  # asked twice: it has given way already, or is closed
        return
    if old.giving_way.busy:
        old.giving_way.ask()
        return
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()  # what is being typed counts
    language.install(app)
    undo_steps.say_again(old.document.undo_stack)
    new = _take_its_place(old)
    new.activateWindow()
    QTimer.singleShot(0, new.space, forget_unused)  # when nobody knows the old one any more


def _take_its_place(old: MainWindow) -> MainWindow:
    """The new window, shown; the old one is gone. Two that follow the same would answer each other for ever."""
    old.rest()
    sight = old.diagram.sight
    with old.space.silence():
        new = _show_another(old)
        old.hide()
        old.deleteLater()
        QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)
    new.diagram.take_sight(sight)
    new.show_again()
    return new


def _show_another(old: MainWindow) -> MainWindow:
    from nnviz.ui.window import MainWindow

    new = MainWindow(space=old.space)
    keep(new)
    new.space.move_to(new)
    new.setGeometry(old.geometry() if old.windowState() is Qt.WindowState.WindowNoState else old.normalGeometry())
    new.setWindowState(old.windowState())
    new.take_over(old)
    new.show()  # before the old one goes: the program ends with its last window
    return new
