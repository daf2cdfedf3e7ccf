"""Lines and the library that draws them, which comes later."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.panes import plotting
from nnviz.ui.panes.plotting import Library, LinePlot


@pytest.fixture
def library(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A loader that has loaded nothing yet."""
    made = Library()
    monkeypatch.setattr(plotting, "library", lambda: made)
    yield made
    made.shutdown()


def test_lines_drawn_before_the_library_is_loaded_come_with_it(library: Library, qtbot: QtBot) -> None:
    library.promise()
    holder = QWidget()
    qtbot.addWidget(holder)
    plot = LinePlot(holder)
    line = plot.add_line("training")
    with qtbot.waitSignal(library.loaded):
        line.draw(np.arange(3.0), np.array([3.0, 1.0, 2.0]), smooth=True)
        assert plot.box is None  # the window's thread did not wait for it
    assert line._item.yData.tolist() == [3.0, 1.0, 2.0]
    line.draw(np.arange(2.0), np.array([5.0, 4.0]), smooth=True)
    assert line._item.yData.tolist() == [5.0, 4.0]


def test_where_nothing_was_promised_a_line_is_drawn_at_once(library: Library, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = LinePlot(holder).add_line("training")
    line.draw(np.arange(2.0), np.array([1.0, 2.0]), smooth=True)
    assert line._item.yData.tolist() == [1.0, 2.0]


def test_a_promise_ends_with_the_window_that_gave_it(library: Library, qtbot: QtBot) -> None:
    library.promise()
    library.shutdown()
    holder = QWidget()
    qtbot.addWidget(holder)
    plot = LinePlot(holder)
    plot.add_line("training").draw(np.arange(2.0), np.array([1.0, 2.0]), smooth=True)
    assert plot.box is not None
