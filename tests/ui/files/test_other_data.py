"""Other data on a project that spells out what its former data asked for: nothing is left to be repaired by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.assets import asset
from nnviz.data.load import load
from nnviz.data.spec import Builtin
from nnviz.project.json_form import project_from_json
from nnviz.ui.window import MainWindow

IRIS = Builtin(name="iris")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    text = (Path(asset("lessons")) / "optimizers" / "project.json").read_text()
    assert json.loads(text)["training"]["loss"] == "binary_crossentropy"
    made.document.open(project_from_json(text), None)
    qtbot.waitUntil(lambda: not made.document.blocked, timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.deleteLater()


def test_a_lesson_of_yes_or_no_takes_three_classes_in_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    document = window.document
    before = document.project
    document.loader.hand_over(IRIS, document.base, load(IRIS, document.base))
    window.files.use_data(IRIS)
    qtbot.waitUntil(lambda: document.facts is not None and document.facts.outputs == 3, timeout=20_000)
    assert document.problems == ()
    output = document.fitted.layer("output").args
    assert (output["units"], output["activation"]) == (3, "softmax")
    assert document.fitted_recipe.loss == "categorical_crossentropy"
    assert document.recipe.optimizer == before.training.optimizer
    document.undo_stack.undo()
    assert document.project == before
