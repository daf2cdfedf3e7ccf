"""The pane of the game: the network plays it with the weights of the epoch that is seen, alone or against a person."""

from __future__ import annotations

import random

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.data.sources import catch
from nnviz.ui import style
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.panes.game_plan import Floats, Match, caught_of_all
from nnviz.ui.panes.game_view import GameView
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton

MOVE_MS = 280  # between two moves that are watched
REST = 3  # moves that the end of a game stays


class GamePane(Pane):
    """Games one after another, by the newest values; what a ball does is the same whoever plays.

    Attributes:
        view: the board.
        play: whether the network plays by itself.
        again: begins another ball.
        match: the game that is played.
        score: the balls that the person and the network have caught against each other, and all of them.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Game"))
        self.hint = ElidedLabel(11)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self.hint, "quiet")
        self.header.add(self.hint, 1)
        self.again, self.play = TextButton(self.tr("New ball")), TextButton(self.tr("Play"))
        self.again.setCheckable(False)
        self.play.setToolTip(self.tr("Whether the network plays by itself, ball after ball"))
        self.header.add(self.again)
        self.header.add(self.play)
        self.view = GameView(self)
        self.view.setToolTip(self.tr("Arrow keys play against the network: left, down to stay, right"))
        self.body.addWidget(self.view)
        self._order = random.Random(0)  # of the balls: any that is always the same
        self._table: Floats | None = None
        self._caught = self._rested = 0
        self.match = Match.begun(self._order.randrange(catch.STARTS))
        self.score = (0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(MOVE_MS)
        self._timer.timeout.connect(self._tick)
        self.again.clicked.connect(self.new_ball)
        self.play.toggled.connect(self._play)
        self.view.move_chosen.connect(self.take_move)
        self.play.setChecked(True)
        self.set_available(False)

    def set_available(self, available: bool) -> None:
        """Whether the data are a game that the network learns by playing; otherwise a sentence says what is needed."""
        self.view.sentence = (
            "" if available else self.tr("A game needs the data Catch, and the method Q-learning in the recipe")
        )
        self.hint.setText(self.tr("you: ← ↓ →") if available else "")
        for button in (self.again, self.play):
            button.setEnabled(available)
        self.view.update()

    def show_values(self, table: Floats | None) -> None:
        """What the network takes the moves to be worth, ``(448, 3)`` in the order of ``catch.positions``; or none."""
        self._table = table
        if table is None:
            self.score = (0, 0, 0)
        self._run()
        self.refresh_soon()

    def refresh(self) -> None:
        if self._table is None:
            self.view.show_match(None, (), ())
            return
        self._caught = caught_of_all(self._table)
        self._show()

    def new_ball(self) -> None:
        """Begin with another ball, the person still beside the network where one is."""
        self._begin(person=self.match.yours is not None)
        self._show()

    def advance(self) -> None:
        """The next move of the network alone; another ball some time after the last."""
        if self._table is None:
            return
        if not self.match.over:
            self.match = self.match.moved(self._table)
        elif self._rested < REST:
            self._rested += 1
        else:
            self._begin(person=False)
        self._show()

    def take_move(self, action: int) -> None:
        """The move *action* of a person, and that of the network; after the end of a ball the next one begins."""
        if self._table is None or self.view.sentence:
            return
        if self.match.yours is None or self.match.over:
            if self.match.yours is None:
                self.score = (0, 0, 0)
            self._begin(person=True)
            self.play.setChecked(False)
        self.match = self.match.moved(self._table, action)
        if self.match.over:
            yours, its, balls = self.score
            self.score = (yours + self.match.you_caught, its + self.match.caught, balls + 1)
        self._show()

    def _begin(self, person: bool) -> None:
        self.match, self._rested = Match.begun(self._order.randrange(catch.STARTS), person), 0

    def _play(self, on: bool) -> None:
        if on and self.match.yours is not None:
            self._begin(person=False)
        self._run()
        self._show()

    def _run(self) -> None:
        """Have the clock go where there is something to be played."""
        if self.play.isChecked() and self._table is not None:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        if self.seen:
            self.advance()

    def _show(self) -> None:
        if self._table is not None:
            self.view.show_match(self.match, self.match.values(self._table), self._lines())

    def _lines(self) -> tuple[str, ...]:
        all_of_them = self.tr("catches {0} of {1} balls").format(self._caught, catch.STARTS)
        if self.match.yours is None:
            return (all_of_them,)
        yours, its, balls = self.score
        if not balls:
            return all_of_them, self.tr("yours is the lower paddle")
        return all_of_them, self.tr("you {0}, network {1} of {2}").format(yours, its, balls)

    def _recolour(self) -> None:
        self.view.update()
        super()._recolour()
