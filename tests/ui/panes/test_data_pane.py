"""The pane of the data: nothing is read while nobody looks, and what is done about a problem can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nnviz.data.profile.findings import Remedy
from nnviz.data.spec import Builtin, Table
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
    from nnviz.ui.panes_area import PanesArea
    from nnviz.ui.training.live import LiveState

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


def test_files_that_are_held_back_can_be_looked_at(pane, qtbot, tmp_path):
    def lines(classes, rows):
        return "\n".join(["a,b,y", *(f"{i},{i * i % 7},{classes[i % len(classes)]}" for i in range(rows))])

    (tmp_path / "t.csv").write_text(lines("xyz", 60))
    (tmp_path / "held.csv").write_text(lines("zy", 20) + "\n7,,z\n7,,z")
    pane.set_data(Table(path="t.csv", target="y", test_path="held.csv"), tmp_path)
    pane.set_covered(False)
    view, summary = pane.view, pane._summary.text
    qtbot.waitUntil(lambda: view.profile is not None, timeout=20_000)
    assert (pane.part, pane.part_button.text(), pane.part_button.isVisible()) == ("train", "Training", True)
    assert summary() == "60 rows, 3 columns, 3 classes"
    view.select_row(40)
    menu = QMenu()
    pane.fill_parts(menu)
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [("Training", True), ("Test", False)]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: view.profile is not None, timeout=20_000)
    assert (pane.part, pane.part_button.text(), pane.row) == ("test", "Test", None)
    assert summary() == "22 rows, 3 columns, 3 classes"
    # The classes are those that are learned, so that their colours are the same; nothing is done to such a file.
    assert [(one.name, one.rows) for one in view.profile.classes] == [("x", 0), ("y", 10), ("z", 12)]
    assert view.profile.findings
    assert all(finding.remedy is None for finding in view.profile.findings)
    view.show_row(20)
    qtbot.waitUntil(lambda: view.sample.sample is not None)
    assert [cell for _, cell in view.sample.sample.values] == [7.0, None, "z"]
    # Another preparation of the same files stays with the part, another file begins with its training rows.
    pane.set_data(Table(path="t.csv", target="y", test_path="held.csv", scale="minmax"), tmp_path)
    qtbot.waitUntil(lambda: view.spec.scale == "minmax" and view.profile is not None, timeout=20_000)
    assert pane.part == "test"
    pane.set_data(Table(path="held.csv", target="y"), tmp_path)
    qtbot.waitUntil(lambda: pane.part == "train" and view.profile is not None, timeout=20_000)
    assert summary().startswith("22 rows")
    assert not pane.part_button.isVisible()
