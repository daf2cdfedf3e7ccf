"""The live views follow the run that is on screen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from nnviz.project.project import Project
from nnviz.training.history import History
from nnviz.training.messages import LayerWeights, Weights
from nnviz.training.recipe import Recipe
from nnviz.ui.document import Document
from nnviz.ui.live import LiveState
from nnviz.ui.panes_area import PanesArea
from tests.network.test_edits import chain


@pytest.fixture
def document(qapp: object) -> Iterator[Document]:
    made = Document(Project(chain("Input", "Output"), None, Recipe(metrics=("accuracy",))))
    yield made
    made.shutdown()


def test_another_metric_shows_the_epochs_it_has_already(document: Document, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    panes, history = PanesArea(window, document, LiveState()), History()
    history.append(1, ("loss", "mae", "val_mae"), [(0.5, 0.4, 0.45), (0.3, 0.2, 0.25)])
    panes.restart(history)
    assert (panes.loss.curves.epochs, panes.score.curves.epochs) == (2, 0)
    document.edit_recipe(Recipe(metrics=("mae",)), "another metric")
    assert panes.score.curves.training.values.tolist() == [0.4, 0.2]
    assert panes.score.curves.validation.values.tolist() == [0.45, 0.25]
    assert panes.loss.curves.epochs == 2
    history.append(3, ("loss", "mae", "val_mae"), [(0.2, 0.1, 0.15)])
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert panes.score.curves.epochs == 3


def test_a_layer_selected_before_it_has_weights_is_shown_once_it_has(document: Document, qtbot: QtBot) -> None:
    window, live = QMainWindow(), LiveState()
    qtbot.addWidget(window)
    panes = PanesArea(window, document, live)
    document.edit_network(chain("Input", "Dense", "Output"), "draw")
    document.select(("output",))
    rows = np.zeros((1, 1), np.float32).tobytes()
    live.show_weights(
        Weights(
            0, tuple(LayerWeights(i, (1, 1), (0,), (0,), rows, rows, (1,), -1, 1, 0) for i in ("hidden_1", "output"))
        )
    )
    assert panes.weights.shown_layer == "output"
