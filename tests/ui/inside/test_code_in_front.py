"""The pane of the code comes with data that are to be reconstructed; before the others only with a code to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.ui import style
from nnviz.ui.window import MainWindow

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("flatten", "Flatten"),
    LayerSpec("code", "Dense", {"units": 2, "activation": "linear"}),
    LayerSpec("output", "Output"),
)
TWO_NUMBERS = NetworkSpec(LAYERS, (("input", "flatten"), ("flatten", "code"), ("code", "output")))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    made.restore_panes()
    qtbot.waitUntil(lambda: made.panes.can_be_seen(made.panes.score), timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.deleteLater()


@pytest.mark.parametrize("in_front", [False, True])
def test_a_network_without_a_code_leaves_the_score_in_front(window: MainWindow, qtbot: QtBot, in_front: bool) -> None:
    project = template_project(TEMPLATES["unet"])
    window.document.open(replace(project, network=TWO_NUMBERS) if in_front else project, None)
    qtbot.waitUntil(lambda: _is_there(window), timeout=20_000)
    qtbot.waitUntil(lambda: window.panes.can_be_seen(window.panes.code) == in_front)
    assert window.panes.can_be_seen(window.panes.score) != in_front


def _is_there(window: MainWindow) -> bool:
    return not next(dock for dock in window.panes.docks if dock.objectName() == "code").isHidden()
