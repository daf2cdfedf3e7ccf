"""What is said of a run that failed follows the language of the window, and is kept in a file as plain English."""

from __future__ import annotations

import json

import pytest
from pytestqt.qtbot import QtBot

from nnviz.project.run_rows import about
from nnviz.sentences import Sentence
from nnviz.training.messages import Ending
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.window import MainWindow
from tests.ui.runs.conftest import SHORT, trained

PATTERN = "{0} failed unexpectedly ({1}); the engine's log has the details."


def test_the_sentence_of_a_failed_run_is_said_in_the_language_of_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(window, qtbot)
    window.running._keeper.ended(SHORT, Ending("failed", Sentence(PATTERN, "Training", "OSError"), 3))
    run = window.running.runs[-1]
    english = "Training failed unexpectedly (OSError); the engine's log has the details."
    assert RunRow(run).rest == english
    monkeypatch.setattr("nnviz.ui.language.translate", lambda _context, text: "망침: {1}" if text == PATTERN else text)
    assert RunRow(run).rest == "망침: OSError"
    assert json.loads(about(run))["sentence"] == english
