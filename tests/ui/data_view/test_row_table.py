"""A table of a million rows: only what is on screen is read, off the window's thread, and the mouse selects."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.data.profile.known import ClassCount, ColumnProfile, Histogram, Profile
from nnviz.errors import BadInput
from nnviz.ui.data_view.open_data import OpenData
from nnviz.ui.data_view.row_table import RowTable
from tests.ui.data_view.views import FakeTable


@pytest.fixture
def view():
    return FakeTable()


@pytest.fixture
def table(qapp, qtbot, view):
    made = RowTable()
    qtbot.addWidget(made)
    made.resize(360, 300)
    made.show()
    made.set_data(OpenData({"train": view}))
    yield made
    made.rows.shutdown()


def wait_for(qtbot, table, row):
    qtbot.waitUntil(lambda: table.rows.row(row) is not None)


def test_only_what_is_on_screen_is_read_and_not_on_the_window_s_thread(table, view, qtbot):
    wait_for(qtbot, table, 0)
    assert sum(stop - first for first, stop in view.read_rows) < 500
    assert threading.get_ident() not in view.threads
    assert table.rows.row(500_000) is None


def test_the_scroll_bar_jumps_anywhere(table, view, qtbot):
    wait_for(qtbot, table, 0)
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    wait_for(qtbot, table, 999_999)
    assert table.rows.row(999_999) == (999_999.0, 499_999.5, "odd")
    bar.setValue(500_000)
    wait_for(qtbot, table, 500_000)
    assert sum(stop - first for first, stop in view.read_rows) < 1500


def test_a_click_selects_a_row_and_the_keys_go_on_from_there(table, qtbot):
    wait_for(qtbot, table, 0)
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.row_place(3) + QPoint(60, 0))
    assert chosen.args == [3]
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [4]
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_End)
    assert chosen.args == [999_999]
    wait_for(qtbot, table, 999_999)


def test_a_row_that_is_selected_elsewhere_comes_into_view(table, qtbot):
    table.select_row(123_456)
    wait_for(qtbot, table, 123_456)
    first = table.verticalScrollBar().value()
    assert first <= 123_456 < first + table.plan.whole_rows


def test_a_press_on_the_head_chooses_its_column(table, qtbot):
    with qtbot.waitSignal(table.column_chosen) as chosen:
        x = table.plan.gutter + table.plan.edges[1] + 5
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert chosen.args == [1]


def test_histograms_stand_in_the_head_once_they_are_known(table, qtbot):
    wait_for(qtbot, table, 0)
    before, plan = table.grab().toImage(), table.plan
    column = ColumnProfile("number", 0, "integer", "input", 0, 9, histogram=Histogram((0.0, 1.0, 2.0), (1, 3)))
    target = ColumnProfile("side", 2, "text", "target", 0, 2)
    classes = (ClassCount("even", 5, 0.5), ClassCount("odd", 5, 0.5))
    table.set_profile(Profile("table", 10, (column, target), ("side",), classes), yes_or_no=True)
    assert table.plan.head > plan.head
    assert table.plan.whole_rows < plan.whole_rows
    assert table.grab().toImage() != before


def test_a_file_that_cannot_be_read_any_more_is_said_once_and_not_tried_again(table, view, qtbot):
    wait_for(qtbot, table, 0)

    def fail(first, stop):
        view.read_rows.append((first, stop))
        raise BadInput("the file is gone.")

    view.read = fail
    with qtbot.waitSignal(table.rows.failed) as failed:
        table.verticalScrollBar().setValue(700_000)
    assert failed.args == ["the file is gone."]
    tries = len(view.read_rows)
    table.verticalScrollBar().setValue(800_000)
    table.viewport().repaint()
    assert len(view.read_rows) == tries
