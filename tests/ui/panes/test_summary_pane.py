"""The table of the layers follows the diagram, and the diagram follows it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.summary import COLUMNS
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.panes.summary_pane import SummaryPane
from nnviz.ui.panes.summary_view import ROW_HEIGHT

from .helpers import count_of, drawn, picture, says_something, shown

PLANE = DataFacts((2,), "binary", 1)


def network(*units: int) -> NetworkSpec:
    layers = (
        LayerSpec("input", "Input"),
        *(LayerSpec(f"hidden_{i}", "Dense", {"units": n}) for i, n in enumerate(units)),
        LayerSpec("output", "Output"),
    )
    return NetworkSpec(layers, tuple((a.id, b.id) for a, b in itertools.pairwise(layers)))


def show(pane: SummaryPane, drawn_network: NetworkSpec, batch: int = 32) -> None:
    fitted = fit_to_data(drawn_network, PLANE)
    pane.show_network(fitted, infer(fitted), batch)


@pytest.fixture
def pane(qtbot: QtBot) -> SummaryPane:
    made = SummaryPane()
    show(made, network(6, 4))
    shown(qtbot, made, (800, 268))
    return made


def cell(pane: SummaryPane, row: int, title: str) -> str:
    column = next(i for i, column in enumerate(COLUMNS) if column.title == title)
    return str(pane.view.table.index(row, column).data())


def test_it_follows_an_edit_and_keeps_the_selection(pane: SummaryPane, qtbot: QtBot) -> None:
    pane.select_layers(("hidden_1",))
    assert [cell(pane, row, "Parameters") for row in range(4)] == ["0", "18", "28", "5"]
    show(pane, edits.set_args(network(6, 4), "hidden_0", units=60))
    drawn(qtbot, pane)
    assert [cell(pane, row, "Parameters") for row in range(4)] == ["0", "180", "244", "5"]
    show(pane, network(6, 4, 3))
    drawn(qtbot, pane)
    assert pane.view.table.rowCount() == 5
    assert pane.view.selected_layers() == ("hidden_1",)
    assert pane.view.table.total_text(2) == str(18 + 28 + 15 + 4)


def test_a_click_selects_the_layer_and_the_arrows_go_on(pane: SummaryPane, qtbot: QtBot) -> None:
    view = pane.view
    place = view.visualRect(view.table.index(1, 0)).center()
    with qtbot.waitSignal(pane.layers_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [("hidden_0",)]
    with qtbot.waitSignal(pane.layers_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [("hidden_1",)]


def test_a_selection_made_elsewhere_is_marked_and_not_told_again(pane: SummaryPane, qtbot: QtBot) -> None:
    assert count_of(picture(pane.view), "accent") == 0
    with qtbot.assertNotEmitted(pane.layers_chosen):
        pane.select_layers(("hidden_0", "output"))
    assert pane.view.selected_layers() == ("hidden_0", "output")
    assert count_of(picture(pane.view), "accent") == 2 * 2 * ROW_HEIGHT  # a bar of two pixels before each row
    with qtbot.assertNotEmitted(pane.layers_chosen):
        pane.select_layers(())
    assert pane.view.selected_layers() == ()


def test_the_selected_layer_comes_into_view(pane: SummaryPane, qtbot: QtBot) -> None:
    show(pane, network(*range(1, 200)))
    drawn(qtbot, pane)
    pane.select_layers(("hidden_150",))
    assert pane.view.viewport().rect().intersects(pane.view.visualRect(pane.view.table.index(151, 0)))


def test_the_sums_stay_in_line_while_columns_are_scrolled(pane: SummaryPane, qtbot: QtBot) -> None:
    pane.resize(267, 268)
    view = pane.view
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.totals.geometry().top() == view.viewport().geometry().bottom() + 1
    assert view.totals.width() == view.viewport().width()
    assert view.totals.isVisible()


def test_it_is_copied_in_three_forms(pane: SummaryPane) -> None:
    texts = []
    for action in pane.menu.actions()[:3]:
        action.trigger()
        texts.append(QGuiApplication.clipboard().text())
    assert texts[0].startswith("Layer ")
    assert texts[1].startswith("| Layer |")
    assert r"\toprule" in texts[2]
    assert all("hidden" in text and "51" in text for text in texts)
    assert pane.copy.text() == "Copied"


def test_it_is_copied_as_it_is_now_even_while_nobody_looks(qtbot: QtBot) -> None:
    pane = SummaryPane()
    qtbot.addWidget(pane)
    show(pane, network(7), batch=9)
    pane.menu.actions()[0].trigger()
    text = QGuiApplication.clipboard().text()
    assert "Batch memory (9)" in text
    assert " 21 " in text


def test_nothing_is_made_of_it_behind_another_pane(qtbot: QtBot) -> None:
    pane = SummaryPane()
    pane.set_covered(True)
    qtbot.addWidget(pane)
    pane.show()
    show(pane, network(3))
    pane.select_layers(("hidden_0",))
    qtbot.wait(0)
    assert "view" not in vars(pane)
    pane.set_covered(False)
    assert pane.view.selected_layers() == ("hidden_0",)
    pane.set_covered(True)
    pane.select_layers(())
    show(pane, network(3, 4))
    assert len(pane.view.table.summary.rows) == 3
    pane.set_covered(False)
    assert (len(pane.view.table.summary.rows), pane.view.selected_layers()) == (4, ())


def test_the_file_holds_the_table(pane: SummaryPane, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(pane.save_requested) as asked:
        pane.menu.actions()[-1].trigger()
    (job,) = asked.args
    assert isinstance(job, SaveJob)
    job.write(tmp_path / "summary.csv")
    assert (tmp_path / "summary.csv").read_text().splitlines()[2].startswith("hidden_0,Dense,6,18,18,0,12,")


def test_without_layers_it_says_what_will_stand_there(pane: SummaryPane, qtbot: QtBot) -> None:
    pane.show_network(NetworkSpec(), infer(NetworkSpec()), 32)
    drawn(qtbot, pane)
    assert pane.view.isHidden()
    assert says_something(pane)
    show(pane, network(6, 4))
    drawn(qtbot, pane)
    assert pane.view.isVisible()


def test_a_long_name_leaves_room_for_the_figures(pane: SummaryPane, qtbot: QtBot) -> None:
    pane.resize(267, 268)
    show(pane, edits.rename(network(6, 4), "hidden_0", "the_layer_whose_name_takes_more_than_a_table_is_wide"))
    drawn(qtbot, pane)
    assert pane.view.columnWidth(0) < 0.45 * pane.view.viewport().width()
    pane.resize(900, 268)
    assert pane.view.columnWidth(0) > 180
