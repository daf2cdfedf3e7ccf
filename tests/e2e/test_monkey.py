"""A monkey at the window: whatever is done in whatever order, nothing fails and what is shown is what is open."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.session import TrainingSession
from nnviz.backend.thread import TrainingThread
from nnviz.ui import language, style
from nnviz.ui.program import giving_way
from nnviz.ui.window import MainWindow
from tests.backend.conftest import FAKE
from tests.e2e.conftest import Hand
from tests.e2e.monkey import Monkey

STEPS = 40
NIGHTS = range(int(os.environ.get("MONKEY_SEED", "100")), int(os.environ.get("MONKEY_SEED", "100")) + 30)
LONG = int(os.environ.get("MONKEY_STEPS", "150"))


@pytest.fixture
def cage(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    style.install(qapp)
    before = language.chosen()
    thread = TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log")
    window = MainWindow(TrainingSession(thread))
    giving_way.keep(window)
    window.resize(1280, 800)
    window.show()
    window.start_engine()
    yield window
    window = giving_way._OPEN[0]
    window.document.undo_stack.setClean()
    window.shutdown()
    window.hide()
    window.deleteLater()
    giving_way.keep(None)
    language.choose(before)
    language.install(qapp)
    QApplication.processEvents()


def live(monkey: Monkey, steps: int) -> None:
    try:
        monkey.act(steps)
        monkey.close_all()
        monkey.undo_all()
    finally:
        print("the monkey's way:", *monkey.done, sep="\n  ")
        monkey.close_all()
        # What was closed while it looked at data still loads scikit-learn, which may take long on a busy machine.
        QThreadPool.globalInstance().waitForDone()


def test_whatever_is_done_nothing_fails(cage: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkey = Monkey(3, cage, tmp_path)
    monkey.answer(monkeypatch)
    live(monkey, STEPS)


@pytest.mark.nightly
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", NIGHTS)
def test_nor_in_many_lives(cage: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkey = Monkey(seed, cage, tmp_path)
    monkey.answer(monkeypatch)
    live(monkey, LONG)


@pytest.mark.nightly
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nor_with_the_real_engine(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkey = Monkey(seed, hand.window, tmp_path, leaving=("kill", "speak"))
    monkey.answer(monkeypatch)
    live(monkey, LONG)
