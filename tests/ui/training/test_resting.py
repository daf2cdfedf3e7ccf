"""Everything that waits for a run to come to rest is done, in order, and only when nothing trains."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.ui.training.resting import Resting


class Training(QObject):
    """A session that comes to rest when it is told to."""

    run_ended = Signal(object)
    race_rested = Signal(object)
    race_lost = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state, self.races, self.race_paused = State.TRAINING, False, False
        self.ends: list[str] = []

    def end(self, how: str) -> None:
        self.ends.append(how)

    def rest(self) -> None:
        self.state = State.ENDED
        self.run_ended.emit(None)


def test_two_that_wait_for_one_run_both_have_their_turn(qapp: object, qtbot: QtBot) -> None:
    session, done = Training(), []
    resting = Resting(session, QTimer())
    resting.when_ended(lambda: session.end("pause"), lambda: done.append("save"))
    resting.when_ended(lambda: session.end("stop"), lambda: done.append("open"))
    assert (session.ends, done) == (["pause", "stop"], [])
    session.rest()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["save", "open"]


def test_the_second_waits_for_the_run_that_the_first_begins(qapp: object, qtbot: QtBot) -> None:
    session, done = Training(), []
    resting = Resting(session, QTimer())

    def race() -> None:
        session.state = State.TRAINING
        done.append("race")

    resting.when_ended(lambda: session.end("stop"), race)
    resting.when_ended(lambda: session.end("pause"), lambda: done.append(session.state))
    session.rest()
    qtbot.waitUntil(lambda: session.ends == ["stop", "pause", "pause"])
    assert done == ["race"]
    session.rest()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["race", State.ENDED]
