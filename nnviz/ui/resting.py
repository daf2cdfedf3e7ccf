"""What is to be done when nothing trains any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State


class Resting(QObject):
    """Has one thing at a time done when a run that goes on has come to rest.

    Args:
        session: what trains.
        settle: builds what is drawn, which is not to happen in between.
    """

    def __init__(self, session: TrainingSession, settle: QTimer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settle = session, settle
        self._then: Callable[[], object] | None = None
        session.run_ended.connect(self._on_ended)

    def when_ended(self, end: Callable[[], object], then: Callable[[], object]) -> None:
        """Do *then* when nothing trains; a run that goes on is brought to rest by *end*."""
        self._settle.stop()
        if self._session.state is State.TRAINING:
            self._then = then
            end()
            return
        if self._session.state is State.BUILDING:
            self._session.stop()
        then()

    def _on_ended(self, _ending: object) -> None:
        if self._then is not None:
            # After all who follow the session have heard of the ending.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
