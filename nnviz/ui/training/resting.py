"""What is to be done when nothing trains any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State

Work = Callable[[], object]


class Resting(QObject):
    """Has things done when a run, or a race, that goes on has come to rest, in the order in which they were asked for.

    Args:
        session: what trains.
        settle: builds what is drawn, which is not to happen in between.
    """

    def __init__(self, session: TrainingSession, settle: QTimer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settle = session, settle
        self._waiting: list[Work] = []  # each looks again whether anything trains
        self._soon = 0  # how many have their turn in a moment
        for rested in (session.run_ended, session.race_rested, session.race_lost):
            rested.connect(self._on_ended)

    def when_ended(self, end: Work, then: Work, race: bool = False) -> None:
        """Do *then* when nothing trains; a run that goes on is brought to rest by *end*.

        With *race* a race that is paused counts as one that goes on.
        """
        self._settle.stop()
        if self._session.state is State.TRAINING or self._session.races or (race and self._session.race_paused):
            self._waiting.append(partial(self.when_ended, end, then, race))
            end()
            return
        if self._session.state is State.BUILDING:
            self._session.stop()
        then()

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for the run to come to rest."""
        return bool(self._waiting) or self._soon > 0

    def _on_ended(self, _ending: object) -> None:
        waiting, self._waiting = self._waiting, []
        for again in waiting:
            # After all who follow the session have heard of the ending. Each looks again whether anything trains:
            # what was done before it may have begun another run.
            self._soon += 1
            QTimer.singleShot(0, self, partial(self._go_on, again))

    def _go_on(self, again: Work) -> None:
        self._soon -= 1
        again()
