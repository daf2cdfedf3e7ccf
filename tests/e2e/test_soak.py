"""A window's life in fast motion: nothing that it opens, shows or starts is left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.session import TrainingSession
from nnviz.backend.thread import TrainingThread
from nnviz.ui import style
from nnviz.ui.window import MainWindow
from tests.backend.conftest import FAKE
from tests.e2e.conftest import Hand
from tests.e2e.living import Held, Life, held
from tests.faults.ledger import Ledger

WARM = 9  # rounds after which everything was loaded and shown once; there are four kinds of project, each for two
ROUNDS = int(os.environ.get("SOAK_ROUNDS", "1000"))
CYCLE = 8  # rounds, after which the same kind of project is on screen in the same place
WARM_LONG = 3 * CYCLE  # by then every page was made that any kind of project has
EVERY = 5 * CYCLE  # rounds: to look at all that is held takes a second
MB = 1 << 20
# What may come and go from round to round: threads of the pools, a page more for the allocator.
FLAT = {"processes": 0, "python_threads": 2, "threads": 6, "files": 3, "widgets": 12, "scratch": 130, "engine_files": 3}


def assert_flat(first: Held, last: Held, rounds: int) -> None:
    """*last* is as *first*, but for what may come and go."""
    before, after = first.row(), last.row()
    grown = {name: (before[name], after[name]) for name, most in FLAT.items() if after[name] > before[name] + most}
    # Qt's own bars between the docks leave an empty shell each in Python: four at every restoring of the panes.
    for name, a_round, least in (("qobjects", 5, 60), ("objects", 60, 4000), ("memory", MB // 8, 96 * MB)):
        if after[name] - before[name] > least + a_round * rounds:
            grown[name] = before[name], after[name]
    assert grown == {}, f"after {rounds} rounds: {after}"


@pytest.fixture
def quick_hand(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hand]:
    """A hand at a window over an engine without Keras."""
    style.install(qapp)
    thread = TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log")
    window = MainWindow(TrainingSession(thread))
    window.resize(1280, 800)
    window.show()
    window.restore_panes()
    window.start_engine()
    yield Hand(window, qtbot, monkeypatch)
    window.document.undo_stack.setClean()
    window.shutdown()
    window.hide()
    window.deleteLater()
    QApplication.processEvents()


def test_some_rounds_leave_nothing(quick_hand: Hand, tmp_path: Path, ledger: Ledger) -> None:
    life = Life(quick_hand, tmp_path)
    for _ in range(WARM):  # and the first again: some pages are made when they are seen twice
        life.round()
    first = held(quick_hand)
    for _ in range(3):
        life.round()
    assert_flat(first, held(quick_hand), 3)
    ledger.row("a project's life in one window, from opening to closing", WARM + 3, 0)


@pytest.mark.nightly
@pytest.mark.timeout(0)
def test_a_thousand_rounds_leave_nothing(hand: Hand, tmp_path: Path, ledger: Ledger) -> None:
    life = Life(hand, tmp_path)
    for _ in range(WARM_LONG):
        life.round()
    first = last = held(hand)
    for number in range(1, ROUNDS + 1):
        life.round()
        if number % EVERY == 0 or number == ROUNDS:
            last = held(hand)
            print(f"{number} rounds: {last.row()}", flush=True)  # for whoever looks on, with -s
            assert_flat(first, last, number)
            assert last.engine_memory < 6000 * MB  # a worn engine gives way to a fresh one
    ledger.row("a project's life in one window, from opening to closing", ROUNDS, 0)
