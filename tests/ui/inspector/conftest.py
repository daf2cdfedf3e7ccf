"""The form of a recipe on the iris data, in an inspector of the window's size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.training.recipe import Recipe
from nnviz.ui.document import Document, first_project
from nnviz.ui.inspector.inspector import RECIPE, Inspector
from nnviz.ui.inspector.recipe_tab import RecipeTab


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[Document]:
    project = replace(first_project(), data=Builtin(name="iris"), training=Recipe())
    document = Document(project)
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20000)
    yield document
    document.shutdown()


@pytest.fixture
def inspector(qtbot: QtBot, document: Document) -> Iterator[Inspector]:
    inspector = Inspector(document)
    inspector.resize(300, 716)
    qtbot.addWidget(inspector)
    inspector.show_tab(RECIPE)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    yield inspector
    inspector.shutdown()


@pytest.fixture
def tab(qtbot: QtBot, inspector: Inspector) -> RecipeTab:
    tab = inspector.recipe
    tab.build()
    # The mouse rests where an earlier test left it, and points at whatever is shown there.
    qtbot.waitUntil(tab.run.epochs.isVisible)
    for section in tab.sections:
        for row in section.rows:
            QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    return tab
