"""A window over an engine without Keras, and what is done with its runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.backend.thread import TrainingThread
from nnviz.data.spec import Builtin
from nnviz.project.project import Project
from nnviz.project.runs import Run
from nnviz.training.recipe import Recipe
from nnviz.ui import style
from nnviz.ui.window import MainWindow
from tests.network.test_edits import chain

FAKE = Path(__file__).parents[2] / "backend" / "fake_engine.py"
SHORT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"), Recipe(epochs=6))
LONG = 20_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    style.install(qapp)
    QSettings().clear()
    session = TrainingSession(TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log"))
    made = MainWindow(session)
    made.resize(1280, 800)
    made.show()
    made.document.open(SHORT, None)
    made.start_engine()
    qtbot.waitUntil(lambda: not made.document.blocked and session.state is State.IDLE, timeout=LONG)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()


def trained(window: MainWindow, qtbot: QtBot) -> Run:
    """Train from the initial weights to the end; the run, with its weights in a file."""
    if window.session.epoch:
        with qtbot.waitSignal(window.session.built, timeout=LONG):
            window.running.reset()
    with qtbot.waitSignal(window.session.run_ended, timeout=LONG):
        window.running.train()
    at_rest(window, qtbot)
    window.runs.follow()
    return window.running.runs[-1]


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    rested: list[bool] = []
    window.running.when_kept(lambda: rested.append(True))
    qtbot.waitUntil(lambda: bool(rested), timeout=LONG)


def ids(window: MainWindow) -> list[int]:
    return [run.id for run in window.running.runs]
