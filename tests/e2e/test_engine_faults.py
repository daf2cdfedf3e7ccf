"""The real engine dies or hangs in the middle of a run: the window says why, keeps the curves, and trains again."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.data.spec import Builtin
from nnviz.training.messages import Ending
from nnviz.training.recipe import Recipe
from nnviz.ui.faults.reporter import Reporter
from tests.e2e.conftest import LATER, Hand

ENDLESS = Recipe(epochs=10_000_000, batch_size=64, seed=1).with_optimizer("SGD", learning_rate=0.01)

pytestmark = pytest.mark.logs_warnings


def train(hand: Hand) -> int:
    """Press Train and wait for epochs; the engine they come from."""
    hand.wait(hand.window.topbar.train.isEnabled)
    with hand.qtbot.waitSignal(hand.window.session.epochs_finished, timeout=LATER):
        hand.click(hand.window.topbar.train)
    hand.wait(lambda: hand.window.session.epoch > 20, LATER)
    return hand.window.session.engine_pid


def assert_said_and_kept(hand: Hand, ending: Ending) -> None:
    """The sentence stands in the window with the last epoch in it, and every epoch up to there on the curves."""
    window = hand.window
    assert f"after epoch {ending.epoch:,}" in ending.sentence
    hand.wait(lambda: ending.sentence in window.status.engine.text())
    assert ending.epoch == window.session.history.epochs == window.panes.loss.curves.epochs > 0
    assert not window.topbar.train.running


@pytest.fixture
def reporter(hand: Hand, tmp_path: Path) -> Iterator[Reporter]:
    made = Reporter(hand.window, tmp_path)
    made.follow(hand.window.session)
    yield made
    made.shutdown()


def test_an_engine_that_dies_of_a_signal_is_named_and_the_next_train_works(hand: Hand, reporter: Reporter) -> None:
    hand.open(hand.window.document.network, Builtin(name="moons"), ENDLESS)
    engine = train(hand)
    for name, kind, said in (
        ("SIGSEGV", "failed", "crashed (SIGSEGV)"),
        ("SIGKILL", "killed", "most likely the memory ran out"),
    ):
        with hand.qtbot.waitSignal(hand.window.session.run_ended, timeout=LATER) as ended:
            os.kill(engine, getattr(signal, name))
        assert ended.args[0].kind == kind
        assert said in ended.args[0].sentence
        assert_said_and_kept(hand, ended.args[0])
        fresh = train(hand)
        assert fresh != engine
        engine = fresh
    # Only the crash is a fault of the program: its report is offered beside the run that goes on.
    assert [fault.place for fault in reporter.faults] == [("exit", "-11")]
    hand.wait(lambda: reporter.dialog is not None)
    assert "The engine ended with -11." in reporter.text()


def test_a_slot_and_a_command_that_fail_in_a_run_are_reported_and_disturb_nothing(
    hand: Hand, reporter: Reporter
) -> None:
    window = hand.window
    hand.open(window.document.network, Builtin(name="moons"), ENDLESS)
    engine, project = train(hand), window.document.project
    window.session.epochs_finished.connect(_fail)
    window.session.take_snapshot("\0")
    hand.wait(lambda: reporter.dialog is not None and len(reporter.faults) == 2, LATER)
    window.session.epochs_finished.disconnect(_fail)
    assert {fault.where for fault in reporter.faults} == {"window", "engine, in Snapshot"}
    assert not reporter.dialog.isModal()
    epoch = window.session.epoch
    hand.wait(lambda: window.session.epoch > epoch, LATER)
    assert (window.session.engine_pid, window.document.project) == (engine, project)


def _fail(_epochs: object) -> None:
    raise RuntimeError("a slot of the window's")


def test_an_engine_that_hangs_can_be_stopped_and_the_next_train_works(hand: Hand) -> None:
    window = hand.window
    hand.open(window.document.network, Builtin(name="moons"), ENDLESS)
    stuck = train(hand)
    window.session._thread._hang = 1.0  # ten seconds for a person
    with hand.qtbot.waitSignal(window.session.engine_hangs, timeout=LATER):
        os.kill(stuck, signal.SIGSTOP)
    window.session._thread._hang = 60.0  # the next one may be slow on a machine that is busy
    assert window.topbar.stop.isEnabled()
    assert "does not answer. Stop ends it" in window.status.engine.text()
    with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER) as ended:
        hand.click(window.topbar.stop)
    assert ended.args[0].kind == "hung"
    assert "had not answered for" in ended.args[0].sentence
    assert_said_and_kept(hand, ended.args[0])
    assert train(hand) != stuck
