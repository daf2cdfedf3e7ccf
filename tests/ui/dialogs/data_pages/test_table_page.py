"""What is chosen at a table: what each column is for, and how the file is read."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.data import preview
from nnviz.data.preparation.steps import Drop
from nnviz.data.preview import TablePreview, preview_table
from nnviz.data.spec import Table
from nnviz.ui.dialogs.data_pages import file_look
from tests.ui.dialogs.choosing import Hand


def table(hand: Hand) -> Table:
    assert isinstance(hand.chooser.spec, Table)
    return hand.chooser.spec


def test_a_table_shows_what_was_found(hand: Hand, houses: Path) -> None:
    assert hand.open(houses).startswith("60 rows, 7 inputs, 1 number to predict: 48 train, 12 validation.")
    page = hand.table
    assert page.reading.delimiter.currentText() == "semicolon · auto"
    assert page.reading.header.currentText() == "first row · auto"
    assert page.count.text() == "60 rows, 5 columns"
    assert page.table.preview_model.targets == (4,)
    assert hand.preparation.task.currentText() == "numbers · auto"


def test_targets_are_chosen_at_the_heads_of_columns(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.role("garden", "Predict this")
    assert table(hand).target == "garden"
    assert "2 classes" in hand.ready()
    hand.role("price", "Predict this as well")
    assert table(hand).target == ("garden", "price")
    assert hand.table.table.preview_model.targets == (2, 4)
    hand.role("garden", "Learn from it (input)")
    assert table(hand).target == "price"
    menu = hand.head("price")
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Predict this"]
    assert not any(a.isEnabled() for a in menu.actions() if a.text() == "Leave it out")
    menu.close()
    hand.ready()


def test_columns_are_left_out_and_taken_in_again(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.role("part", "Leave it out")
    hand.role("rooms", "Leave it out")
    assert table(hand).steps == (Drop(columns=("part", "rooms")),)
    assert hand.table.table.preview_model.roles == ("out", "input", "input", "out", "target")
    assert hand.ready().startswith("60 rows, 3 inputs")
    hand.role("part", "Learn from it (input)")
    hand.role("rooms", "Learn from it (input)")
    assert table(hand).steps == ()
    assert hand.ready().startswith("60 rows, 7 inputs")


def test_a_column_that_loading_leaves_out_is_taken_in_where_it_is_asked_for(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,age,height,old\n" + "".join(f"who{i},{i},{150 + i % 7},{i // 20}\n" for i in range(40)))
    assert "40 rows, 2 inputs" in hand.open(path)
    assert hand.table.table.preview_model.roles == ("out", "input", "input", "target")
    hand.role("name", "Learn from it (input)")
    assert table(hand).inputs == ("name", "age", "height")
    assert "40 rows, 42 inputs" in hand.ready()
    assert hand.table.table.preview_model.roles == ("input", "input", "input", "target")
    hand.role("name", "Leave it out")
    assert "40 rows, 2 inputs" in hand.ready()


def test_a_column_is_asked_about_by_the_keyboard(qtbot: QtBot, hand: Hand, houses: Path) -> None:
    hand.open(houses)
    view = hand.table.table
    view.setFocus()
    view.setCurrentIndex(view.preview_model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    hand.in_menu(hand.table.menu, "Predict this")
    assert table(hand).target == "area"
    assert hand.chooser.isVisible()


def test_a_column_without_a_header_goes_by_number(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("".join(f"{i},{i * 2},{i % 2}\n" for i in range(40)))
    hand.open(path)
    hand.role("column 1", "Predict this")
    assert table(hand).target == 1


def test_another_delimiter_reads_the_file_anew(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.choose(hand.table.reading.delimiter, ",")
    assert table(hand).delimiter == ","
    hand.wait(lambda: hand.table.count.text() == "60 rows, 1 columns")


def test_a_large_file_shows_its_first_rows_before_it_is_counted(
    hand: Hand, houses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = threading.Event()

    def counted(path: Path, *reading: Any, **more: Any) -> TablePreview:
        assert counting.wait(20)
        return preview_table(path, *reading, **more)

    monkeypatch.setattr(preview, "LARGE", 0)
    monkeypatch.setattr(file_look, "preview_table", counted)
    hand.chooser.show_spec(Table(path=str(houses)))
    try:
        hand.wait(lambda: hand.table.count.text() == "5 columns, counting the rows…")
        assert hand.table.table.preview_model.rowCount() == 60
    finally:
        counting.set()
    hand.wait(lambda: hand.table.count.text() == "60 rows, 5 columns")
