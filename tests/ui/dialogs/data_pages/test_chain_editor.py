"""The steps of the preparation: added, changed, moved and taken out by the mouse, and what they do to rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns
from nnviz.data.spec import Table
from tests.ui.dialogs.choosing import Hand


def steps(hand: Hand) -> tuple[object, ...]:
    assert isinstance(hand.chooser.spec, Table)
    return hand.chooser.spec.steps


def test_steps_are_added_moved_and_taken_out(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    assert hand.chain.empty.isVisible()
    hand.add("Fill missing values")
    hand.add("Text to one number (label)")
    hand.add("Scale numbers")
    assert steps(hand) == (Fill(), Encode(how="label"), ScaleColumns())
    assert hand.ready().startswith("60 rows, 4 inputs")
    rows = hand.chain.rows
    assert not rows[0].up.isEnabled()
    assert not rows[2].down.isEnabled()
    hand.click(rows[2].up)
    assert steps(hand) == (Fill(), ScaleColumns(), Encode(how="label"))
    hand.click(rows[0].down)
    assert steps(hand) == (ScaleColumns(), Fill(), Encode(how="label"))
    hand.click(rows[1].remove)
    assert steps(hand) == (ScaleColumns(), Encode(how="label"))
    hand.click(hand.chooser.undo)
    assert steps(hand) == (ScaleColumns(), Fill(), Encode(how="label"))
    assert len(hand.chain.rows) == 3


def test_new_values_are_refused_or_ignored(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.add("Text to one number (label)")
    hand.add("Fill missing values")
    encode, fill = hand.chain.rows
    assert fill.new_values.isHidden()
    assert encode.new_values.choice == "refuse"
    hand.choose(encode.new_values, "ignore")
    assert steps(hand) == (Encode(how="label", unknown="ignore"), Fill())
    hand.choose(encode.choice, "onehot")
    assert steps(hand) == (Encode(how="onehot", unknown="ignore"), Fill())
    hand.ready()


def test_a_step_is_changed(qtbot: QtBot, hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.add("Fill missing values")
    row = hand.chain.rows[0]
    hand.choose(row.choice, "constant")
    assert steps(hand) == (Fill(how="constant", value=0.0),)
    row.value.setFocus()
    row.value.selectAll()
    qtbot.keyClicks(row.value, "2.5")
    qtbot.keyClick(row.value, Qt.Key.Key_Return)
    hand.click(row.columns)
    hand.tick(row.picker, "area")
    assert steps(hand) == (Fill(how="constant", value=2.5, columns=("area",)),)
    assert row.columns.text().startswith("area")
    hand.choose(row.choice, "mean")
    assert steps(hand) == (Fill(how="mean", columns=("area",)),)
    hand.ready()


def test_columns_are_ticked_to_be_left_out(qtbot: QtBot, hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.add("Leave columns out")
    row = hand.chain.rows[0]
    assert row.picker is not None
    assert [row.picker.columns.names[i] for i in row.picker.columns.found] == ["rooms", "area", "garden", "part"]
    hand.tick(row.picker, "garden", "part")
    assert steps(hand) == (Drop(columns=("garden", "part")),)
    assert hand.ready().startswith("60 rows, 2 inputs")
    hand.click(hand.chain.rows[0].columns)
    hand.tick(hand.chain.rows[0].picker, "garden", "part")
    assert steps(hand) == ()
    hand.add("Leave columns out")
    qtbot.keyClick(hand.chain.rows[0].picker, Qt.Key.Key_Escape)
    hand.click(hand.chain.rows[0].remove)
    assert hand.chain.rows == []


def test_rows_are_left_out(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.add("Leave rows out")
    assert steps(hand) == (DropRows(),)
    assert hand.ready().startswith("54 rows")
    hand.choose(hand.chain.rows[0].choice, "duplicates")
    assert steps(hand) == (DropRows(which="duplicates"),)
    assert hand.ready().startswith("60 rows")


def test_the_first_rows_before_and_after(hand: Hand, houses: Path) -> None:
    hand.open(houses)
    hand.preparation.rows.after.set_excerpt(hand.preparation.rows.before.excerpt)
    hand.choose(hand.preparation.scale, "none")
    hand.add("Text to one number (label)")
    hand.add("Leave columns out")
    hand.tick(hand.chain.rows[1].picker, "part")
    hand.ready()
    rows = hand.preparation.rows
    hand.wait(lambda: rows.after.excerpt.names == ("rooms", "area", "garden"))
    assert rows.before.excerpt.names == ("rooms", "area", "garden")
    first = houses.read_text().splitlines()[1:6]
    assert rows.before.excerpt.rows == tuple(tuple(line.split(";")[:3]) for line in first)
    assert [row[2] for row in rows.after.excerpt.rows] == ["0", "1", "0", "1", "0"]
    assert [float(row[0]) for row in rows.after.excerpt.rows] == [float(line.split(";")[0]) for line in first]
    assert rows.before.excerpt.rows[3][1] == ""
    assert float(rows.after.excerpt.rows[3][1]) > 0  # filled


def test_classes_are_balanced(hand: Hand) -> None:
    hand.tile("blobs")
    hand.ready()
    page = hand.preparation
    assert not page.chain.isVisible()
    hand.choose(page.balance, "over")
    hand.choose(page.scale, "minmax")
    hand.choose(page.task, "classes")
    spec = hand.chooser.spec
    assert (spec.balance, spec.scale, spec.task) == ("over", "minmax", "classes")
    hand.ready()
