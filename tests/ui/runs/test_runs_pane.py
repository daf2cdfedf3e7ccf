"""The pane of the runs by mouse and keys: listing, sorting, searching, showing, comparing."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import Fork, Run
from nnviz.training.recipe import Recipe
from nnviz.ui.runs.colours import COLOURS, with_colours
from nnviz.ui.runs.comparing import compare
from nnviz.ui.runs.pane import WIDE, RunsPane
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.shared_curves import SharedCurves
from nnviz.ui.runs.table import RunsTable, dot_box, star_box
from tests.network.test_edits import chain
from tests.pointing import hover

PROJECT = Project(chain("Input", "Dense", "Output"), Builtin(name="moons"), Recipe())


def run(number: int, best: float, ending: str = "finished", **label: object) -> Run:
    loss = np.linspace(1.0, best, 5 * number)
    columns = {"loss": loss, "accuracy": 1 - loss / 2, "val_loss": loss + 0.1, "val_accuracy": 0.9 - loss / 2}
    times = {"seconds": 2.0 * number, "label": Label(**label), "test": {"loss": best}}
    return Run(number, f"2026-01-0{number}T10:00:00+00:00", PROJECT, columns, ending, **times)


def rows(*runs: Run) -> tuple[RunRow, ...]:
    colours = with_colours([its.id for its in runs if its.label.shown], {})
    return tuple(RunRow(its, colour=colours.get(its.id)) for its in runs)


ROWS = rows(
    run(1, 0.3, shown=True), run(2, 0.1, shown=True, name="Small", note="worth a look"), run(3, 0.2),
    run(4, 0.9, "failed"),
)  # fmt: skip


@pytest.fixture
def pane(qtbot: QtBot, qapp: object) -> RunsPane:
    made = RunsPane()
    qtbot.addWidget(made)
    made.resize(WIDE + 300, 320)
    made.show()
    made.set_rows(ROWS)
    made.refresh()
    return made


def listed(pane: RunsPane) -> list[int]:
    return [row.run.id for row in pane.table.table.rows]


def cell(table: RunsTable, run_id: int, key: str = "name") -> QPoint:
    model = table.table
    column = next(i for i, column in enumerate(model.columns) if column.key == key)
    table.scrollTo(model.index(0, column))
    return table.visualRect(model.index(model.place(run_id), column)).center()


def click_head(table: RunsTable, key: str) -> None:
    column = next(i for i, column in enumerate(table.table.columns) if column.key == key)
    head = table.horizontalHeader()
    table.scrollTo(table.table.index(0, column))
    at = QPoint(head.sectionViewportPosition(column) + 10, 8)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def text_of(pane: RunsPane, run_id: int, key: str) -> str:
    model = pane.table.table
    column = next(i for i, column in enumerate(model.columns) if column.key == key)
    return str(model.index(model.place(run_id), column).data())


def test_the_newest_run_stands_first_and_failed_ones_are_out_of_the_way_until_asked_for(pane: RunsPane) -> None:
    assert listed(pane) == [3, 2, 1]
    assert pane.away.isVisible()
    QTest.mouseClick(pane.away, Qt.MouseButton.LeftButton)
    assert listed(pane) == [4, 3, 2, 1]


def test_cells_say_what_the_run_was(pane: RunsPane) -> None:
    assert text_of(pane, 2, "name") == "Small"
    assert text_of(pane, 2, "validation_loss_best") == "0.2000"
    assert text_of(pane, 2, "train_accuracy_last") == "95.0 %"
    assert text_of(pane, 2, "test_loss_last") == "0.1000"
    assert text_of(pane, 2, "epochs") == "10"
    assert text_of(pane, 2, "network") == "4 relu"
    assert text_of(pane, 2, "recipe") == "Adam 0.001, batch 32"
    assert text_of(pane, 2, "note") == "worth a look"


def test_a_click_on_a_heading_sorts_the_best_first_and_again_the_other_way(pane: RunsPane) -> None:
    click_head(pane.table, "validation_loss_best")
    assert listed(pane) == [2, 3, 1]
    click_head(pane.table, "validation_loss_best")
    assert listed(pane) == [1, 3, 2]
    click_head(pane.table, "validation_accuracy_best")
    assert listed(pane) == [2, 3, 1]


def test_a_star_keeps_a_run_on_top_whatever_it_is_sorted_by(pane: RunsPane) -> None:
    starred = msgspec.structs.replace(ROWS[0].run.label, starred=True)
    pane.set_rows((replace(ROWS[0], run=ROWS[0].run.with_label(starred)), *ROWS[1:]))
    pane.refresh()
    click_head(pane.table, "validation_loss_best")
    assert listed(pane) == [1, 2, 3]


def test_a_search_goes_through_names_notes_networks_and_recipes(pane: RunsPane) -> None:
    QTest.keyClicks(pane.search, "look small")
    assert listed(pane) == [2]
    pane.search.setText("adam")
    assert listed(pane) == [3, 2, 1]
    pane.search.setText("sgd")
    assert listed(pane) == []


def test_dot_star_and_keys_tell_what_is_wished_and_choose_nothing(pane: RunsPane, qtbot: QtBot) -> None:
    wishes: list[tuple[str, tuple[int, ...]]] = []
    pane.act_wished.connect(lambda what, ids: wishes.append((what, ids)))
    port, row = pane.table.viewport(), pane.table.visualRect(pane.table.table.index(1, 0))
    for box in (dot_box(row), star_box(row)):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=box.center())
    assert (wishes, pane.table.chosen()) == ([("show", (2,)), ("star", (2,))], ())
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=cell(pane.table, 3))
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    QTest.keyClick(pane.table, Qt.Key.Key_Delete)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert wishes[2:] == [("show", (3,)), ("delete", (3,)), ("open", (3,))]


def test_a_double_click_on_the_name_renames_and_elsewhere_opens(pane: RunsPane, qtbot: QtBot) -> None:
    named, opened = [], []
    pane.table.table.renamed.connect(lambda *told: named.append(told))
    pane.table.open_wished.connect(opened.append)
    port = pane.table.viewport()
    at = cell(pane.table, 3)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at)
    field = port.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Deeper")
    with qtbot.waitSignal(pane.table.table.renamed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (named, opened) == ([(3, "Deeper")], [])
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=cell(pane.table, 3, "epochs"))
    assert opened == [3]


def test_the_best_of_each_figure_is_marked_among_those_on_the_shared_axes(pane: RunsPane) -> None:
    model = pane.table.table
    column = next(column for column in model.columns if column.key == "validation_loss_best")
    assert [row.run.id for row in model.rows if model.is_best(row, column)] == [2]
    pane.set_rows((ROWS[0], replace(ROWS[1], colour=None), replace(ROWS[2], colour=3)))
    pane.refresh()
    assert [row.run.id for row in model.rows if model.is_best(row, column)] == [3]


def test_a_narrow_pane_shows_one_thing_at_a_time_and_a_wide_one_two(pane: RunsPane) -> None:
    assert (pane.table.isVisible(), pane.detail.isVisible()) == (True, True)
    pane.resize(260, 250)
    assert (pane.table.isVisible(), pane.detail.isVisible()) == (True, False)
    QTest.mouseClick(pane.modes["curves"], Qt.MouseButton.LeftButton)
    assert (pane.table.isVisible(), pane.detail.view.isVisible()) == (False, True)


def test_without_runs_the_pane_explains_itself_and_offers_a_race(qtbot: QtBot, qapp: object) -> None:
    pane = RunsPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.refresh()
    assert pane.empty.isVisible()
    with qtbot.waitSignal(pane.race_wished):
        QTest.mouseClick(pane.empty.race, Qt.MouseButton.LeftButton)


def test_the_curves_of_chosen_runs_lie_on_the_same_axes_and_are_read_at_the_mouse(pane: RunsPane) -> None:
    view = pane.detail.view
    assert [curve.row.run.id for curve in view.curves.curves] == [1, 2]
    assert len(view.curves.lines(400)) == 4  # training and validation of each
    at = view.axes.place(5, 0).x()
    hover(view, QPointF(at, 60))
    assert [(curve.row.run.id, epoch) for curve, epoch, *_ in view.reading()] == [(1, 5), (2, 5)]
    assert view.card_lines()[1].value == "0.3000 / 0.4000"
    QTest.mouseClick(pane.detail.seconds, Qt.MouseButton.LeftButton)
    assert view.curves.x == (0.0, 4.0)  # the longest took four seconds
    assert [curve.epoch_at(2.0, True) for curve in view.curves.curves] == [5, 5]
    assert [curve.epoch_at(3.0, True) for curve in view.curves.curves] == [0, 7]  # the first was over by then


def test_curves_grow_with_the_run_and_go_back_with_it() -> None:
    curves = SharedCurves()
    grown = run(2, 0.1)
    short = replace(grown, columns={key: column[:4] for key, column in grown.columns.items()})
    other = replace(grown, columns={"loss": np.array([3.0, 2.0]), "val_loss": np.array([3.0, 2.5])})
    for shown in (short, grown, other):
        curves.show([RunRow(shown)])
        (curve,) = curves.curves
        np.testing.assert_array_equal(curve.training.values, shown.columns["loss"])
        np.testing.assert_array_equal(curve.validation.values, shown.columns["val_loss"])


def test_colours_last_and_are_apart_until_there_are_no_more() -> None:
    first = with_colours([1, 2, 12], {})
    assert (first[1], first[2], len(set(first.values()))) == (0, 1, 3)
    later = with_colours([2, 3, 12], first)
    assert (later[2], later[12], len(set(later.values()))) == (first[2], first[12], 3)
    many = with_colours(range(1, COLOURS + 1), {})
    assert len(set(many.values())) == COLOURS


def test_two_runs_are_compared_in_figures_and_in_words(pane: RunsPane) -> None:
    wider = edits.set_args(PROJECT.network, "hidden_1", units=8)
    recipe = PROJECT.training.with_optimizer(learning_rate=0.1)
    other = replace(ROWS[1].run, project=Project(wider, PROJECT.data, recipe), fork=Fork(1, 3))
    found = compare(replace(ROWS[1], run=other), ROWS[0])
    assert (found.before.run.id, found.after.run.id) == (1, 2)
    losses = next(figure for figure in found.figures if figure.title == "Best val. loss")
    assert (losses.before, losses.after, losses.change, losses.better) == ("0.4000", "0.2000", "−50 %", True)
    assert found.parts == (
        ("Recipe", ("learning_rate 0.001 → 0.1",)),
        ("Network", ("hidden_1.units 4 → 8",)),
        ("Goes on from", ("Small: run 1, epoch 3",)),
    )
    pane.table.choose((1, 2))
    QTest.mouseClick(pane.modes["compare"], Qt.MouseButton.LeftButton)
    pane.refresh()
    shown = pane.detail.compare.view.comparison
    assert shown is not None
    assert (shown.before.run.id, shown.after.run.id, shown.parts) == (1, 2, ())


def test_a_thousand_runs_are_listed_without_looking_into_them(qtbot: QtBot, qapp: object) -> None:
    class Untouched(dict[str, np.ndarray]):
        def get(self, key, default=None):
            raise AssertionError("nothing is read before it is shown")

    pane = RunsPane()
    qtbot.addWidget(pane)
    many = [replace(run(1, 0.5), id=i, columns=Untouched(loss=np.ones(3))) for i in range(1, 1001)]
    pane.set_rows(tuple(RunRow(its) for its in many))
    pane.show()
    pane.refresh()
    assert pane.table.table.rowCount() == 1000


def test_thousands_of_runs_stay_chosen_through_another_order_which_is_told_once(pane: RunsPane) -> None:
    many = [replace(run(1, 0.5 + i % 7), id=i, label=Label()) for i in range(1, 2001)]
    pane.set_rows(tuple(RunRow(its) for its in many))
    pane.refresh()
    pane.table.selectAll()
    told: list[None] = []
    pane.table.chosen_changed.connect(lambda: told.append(None))
    click_head(pane.table, "validation_loss_best")
    assert (sorted(pane.table.chosen()), len(told)) == ([its.id for its in many], 1)
    pane.choose((3, 1, 2, 900))
    assert sorted(pane.table.chosen()) == [1, 2, 3, 900]
    pane.choose(())
    assert pane.table.chosen() == ()
