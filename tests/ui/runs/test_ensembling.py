"""Ensembles whose networks cannot stand as one, whose files are gone, or whose project is closed meanwhile."""

from __future__ import annotations

import numpy as np
import safetensors.numpy
from pytestqt.qtbot import QtBot

from nnviz.ui.window import MainWindow
from tests.ui.runs.conftest import LONG, SHORT, trained

WEIGHTS = {"hidden_1/kernel": np.ones((2, 8), np.float32), "hidden_1/bias": np.zeros(8, np.float32),
           "output/kernel": np.ones((8, 1), np.float32), "output/bias": np.zeros(1, np.float32)}  # fmt: skip


def asked(window: MainWindow, qtbot: QtBot) -> None:
    """Two runs with weights, and the dialog of their ensemble."""
    for _ in range(2):
        trained(window, qtbot)
    for run in window.running.runs:
        run.snapshot("last").place.write_bytes(safetensors.numpy.save(WEIGHTS))
    window.ensembling.ask((1, 2))


def test_networks_that_the_engine_refuses_to_join_keep_nobody_waiting(window: MainWindow, qtbot: QtBot) -> None:
    ensembling = window.ensembling
    asked(window, qtbot)
    window.runs.rename(1, "refuse")  # is the name of its branch, and what the engine of this test refuses
    ensembling.ask((1, 2))
    with qtbot.waitSignal(window.session.refused, timeout=LONG):
        ensembling.dialog.as_one.click()
    assert not ensembling.busy


def test_another_project_ends_an_ensemble_and_nothing_of_it_is_drawn_there(window: MainWindow, qtbot: QtBot) -> None:
    ensembling = window.ensembling
    asked(window, qtbot)
    joined: list[object] = []
    ensembling._joiner.done.connect(joined.append)
    ensembling.open_as_one()
    qtbot.waitUntil(lambda: bool(joined) or not ensembling._joiner.busy, timeout=LONG)
    ensembling.ask((1, 2))
    window.document.open(SHORT, None)
    window.running.open_runs((), None)
    assert (ensembling.dialog, ensembling.busy) == (None, False)
    ensembling._draw(joined[0], ensembling._number - 1)
    assert window.document.network == SHORT.network


def test_members_whose_files_are_gone_are_said_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        trained(window, qtbot)
    window.running.runs[0].snapshot("last").place.unlink()
    window.ensembling.ask((1, 2))
    dialog = window.ensembling.dialog
    qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=LONG)
    assert "no" in dialog.told.text().lower()
    assert "worked out" not in dialog.told.text().lower()
    dialog.accept()
