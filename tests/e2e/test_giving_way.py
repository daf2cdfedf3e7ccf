"""The language changes while the real engine trains: the run, its weights and its epochs go on in another window."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.training.recipe import Recipe
from nnviz.ui import language, style
from nnviz.ui.program import giving_way
from nnviz.ui.window import MainWindow
from tests.e2e.conftest import LATER, Hand
from tests.e2e.standby import Standby
from tests.network.test_edits import chain


@pytest.fixture
def turned(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, standby: Standby) -> Iterator[Hand]:
    """A hand at whichever window is open; afterwards all is English again."""
    style.install(qapp)
    before = language.chosen()
    language.choose("en")
    monkeypatch.setattr("nnviz.backend.thread.start_process", standby.start)
    hand = Hand(MainWindow(), qtbot, monkeypatch)
    giving_way.keep(hand.window)
    hand.window.resize(1280, 800)
    hand.window.show()
    hand.window.start_engine()
    hand.wait(lambda: hand.window.session.engine_pid is not None)
    standby.prepare()
    yield hand
    hand.window.document.undo_stack.setClean()
    hand.window.shutdown()
    hand.window.hide()
    hand.window.deleteLater()
    giving_way.keep(None)
    language.choose(before)
    language.install(qapp)
    QApplication.processEvents()


def speak(hand: Hand, value: str) -> None:
    space = hand.window.space
    with hand.qtbot.waitSignal(space.window_changed, timeout=LATER) as changed:
        hand.window.take_language(value)
    hand.window = changed.args[0]


def test_a_run_of_the_real_engine_goes_on_in_korean_and_back(turned: Hand) -> None:
    hand = turned
    hand.open(chain("Input", "Dense", "Output"), Builtin(name="moons"), Recipe(epochs=1_000_000))
    hand.wait(lambda: hand.window.session.state is State.IDLE, LATER)
    hand.click(hand.window.topbar.train)
    space = hand.window.space
    hand.wait(lambda: space.session.epoch > 3, LATER)
    engine, ended = space.session.engine_pid, []
    space.session.run_ended.connect(ended.append)
    for value in ("ko", "en"):
        speak(hand, value)
        epoch, weights = space.session.epoch, space.live.weights
        assert (space.session.state, space.session.engine_pid, ended) == (State.TRAINING, engine, [])
        window = hand.window
        hand.wait(lambda w=window, e=epoch: w.panes.loss.curves.epochs > e)
        hand.wait(lambda old=weights: space.live.weights is not old)
        assert window.topbar.train.text() == ("일시정지" if value == "ko" else "Pause")
    hand.click(hand.window.topbar.train)
    hand.wait(lambda: space.session.state is State.PAUSED, LATER)
    loss = space.session.history.column("loss")
    assert len(loss) == space.session.epoch
    assert np.isfinite(loss).all()
    assert [run.id for run in space.running.runs] == [1]
    rested: list[bool] = []
    space.running.when_kept(lambda: rested.append(True))
    hand.wait(lambda: rested, LATER)
