"""Between the pane of the game and the engine: whether there is a game, and what its moves are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nnviz.data.sources import catch
from nnviz.training.inside.messages import GameValues
from nnviz.training.methods.kinds import QLearning

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class LookingAtGame(QObject):
    """Has the values of all moves while the pane can be seen, of data that are a game."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._pane = window, window.document, window.panes.game
        self._there = False
        self._document.facts_changed.connect(self._follow)
        self._document.recipe_changed.connect(self._follow)
        self._document.data_changed.connect(self._forget)
        window.panes.offer(self._pane, False)
        self._follow()

    @property
    def wanted(self) -> bool:
        """Whether the values are to be sent."""
        return self._there and self._window.panes.can_be_seen(self._pane)

    def offer(self) -> None:
        """Let the pane be there with a game, and only with one."""
        self._window.panes.offer(self._pane, self._there)

    def take(self, event: GameValues) -> None:
        """Show what the network that is seen takes the moves to be worth."""
        table = np.frombuffer(event.values, "<f4")
        if self._there and self._window.running.shows_drawn_data and table.size == catch.POSITIONS * len(catch.ACTIONS):
            self._pane.show_values(table.reshape(catch.POSITIONS, -1))

    def _follow(self) -> None:
        facts = self._document.facts
        if facts is None:
            return
        there = bool(facts.game)
        if there != self._there:
            self._there = there
            self.offer()
        self._pane.set_available(there and isinstance(self._document.recipe.method, QLearning))

    def _forget(self) -> None:
        self._pane.show_values(None)
