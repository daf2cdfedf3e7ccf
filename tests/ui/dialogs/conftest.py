"""The data chooser over a project that learns a gate, and a hand that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.project.project import Project
from nnviz.ui.dialogs.data_chooser import DataChooser
from nnviz.ui.document import Document
from tests.ui.dialogs.choosing import Hand


@pytest.fixture
def chooser(qtbot: QtBot) -> Iterator[DataChooser]:
    document = Document(Project(data=Builtin(name="xor")))
    chooser = DataChooser(document)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.gallery.making.finish()
    yield chooser
    chooser.reject()
    document.shutdown()
    QThreadPool.globalInstance().waitForDone()  # nobody else waits for what a closed dialog gave up


@pytest.fixture
def hand(qtbot: QtBot, chooser: DataChooser) -> Hand:
    return Hand(qtbot, chooser)


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    """60 rows: whole numbers, numbers with gaps, two words, a price, three words that say which part a row is of."""
    rng = np.random.default_rng(0)
    rows = []
    for i in range(60):
        area = "" if i % 10 == 3 else f"{rng.random():.2f}"
        part = "test" if i % 10 == 0 else "validation" if i % 5 == 1 else "train"
        rows.append(f"{rng.integers(1, 8)};{area};{'yes' if i % 2 else 'no'};{part};{i * 10}")
    path = tmp_path / "houses.csv"
    path.write_text("\n".join(["rooms;area;garden;part;price", *rows]) + "\n")
    return path
