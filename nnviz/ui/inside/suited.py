"""Which panes there are follows from the method of the recipe: some have nothing to show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.training.methods.terms import kind_of

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class SuitedPanes(QObject):
    """Takes away the panes that make no sense with the method, and brings them back.

    Signals:
        changed: other panes make sense than before.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._names: tuple[str, ...] = ()
        window.document.recipe_changed.connect(self._follow)
        self._follow()

    def offer(self) -> None:
        """Take away what the window may have opened by itself."""
        self._window.panes.withhold(self._names)

    def _follow(self) -> None:
        names = kind_of(self._window.document.recipe.method).panes
        if names != self._names:
            self._names = names
            self.changed.emit()
