"""The pane of the data: nothing is read while nobody looks, and what is done about a problem can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.profile.findings import Remedy
from nnviz.data.spec import Builtin
from nnviz.sentences import Sentence
from nnviz.ui.panes.data_pane import DataPane


@pytest.fixture
def pane(qapp, qtbot):
    made = DataPane()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.set_covered(True)
    made.show()
    yield made
    made.shutdown()


def test_nothing_is_made_or_read_before_somebody_looks(pane, qtbot, tmp_path):
    pane.set_data(Builtin(name="iris"), tmp_path)
    assert "view" not in vars(pane)
    assert pane.row is None
    pane.set_covered(False)
    qtbot.waitUntil(lambda: pane.view.profile is not None, timeout=20_000)
    assert pane._summary.text() == "150 rows, 5 columns, 3 classes"


def test_other_data_are_read_when_somebody_looks_again(pane, qtbot, tmp_path):
    pane.set_data(Builtin(name="iris"), tmp_path)
    pane.set_covered(False)
    qtbot.waitUntil(lambda: pane.view.profile is not None, timeout=20_000)
    pane.set_covered(True)
    pane.set_data(Builtin(name="wine"), tmp_path)
    assert pane.view.loader.data is None
    pane.set_covered(False)
    qtbot.waitUntil(lambda: pane.view.profile is not None, timeout=20_000)
    assert pane.view.profile.rows == 178


def test_another_theme_does_not_read_the_data_anew(pane, qtbot, tmp_path):
    pane.set_data(Builtin(name="iris"), tmp_path)
    pane.set_covered(False)
    qtbot.waitUntil(lambda: pane.view.profile is not None, timeout=20_000)
    data = pane.view.loader.data
    pane._recolour()
    qtbot.waitUntil(lambda: not pane._stale)
    assert pane.view.loader.data is data


def test_the_row_that_is_selected_is_only_of_interest_while_it_is_seen(pane, qtbot, tmp_path):
    pane.set_data(Builtin(name="iris"), tmp_path)
    pane.set_covered(False)
    qtbot.waitUntil(lambda: pane.view.loader.data is not None, timeout=20_000)
    table = pane.view.table
    pane.view.show_page("rows")
    with qtbot.waitSignal(pane.row_selected):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.row_place(1))
    assert pane.row == 1
    pane.set_covered(True)
    assert pane.row is None


def test_a_remedy_is_one_step_that_can_be_undone(qapp, qtbot):
    from PySide6.QtWidgets import QMainWindow

    from nnviz.ui.document import Document
    from nnviz.ui.live import LiveState
    from nnviz.ui.panes_area import PanesArea

    window, document = QMainWindow(), Document()
    qtbot.addWidget(window)
    panes = PanesArea(window, document, LiveState())
    before = document.data_spec
    panes.data.remedy_requested.emit(Remedy(Sentence("Balance the classes"), balance="weights"))
    assert document.data_spec.balance == "weights"
    assert document.undo_stack.undoText() == "Balance the classes"
    document.undo_stack.undo()
    assert document.data_spec == before
    panes.shutdown()
    document.shutdown()
