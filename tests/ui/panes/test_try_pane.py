"""A sample is drawn, dropped or typed, and its answer stands beside it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from nnviz.data.tables.typed import TypedField
from nnviz.network.facts import DataFacts
from nnviz.ui.panes.try_pane import TryPane, sample_numbers
from tests.ui.panes.helpers import drawn, picture, says_something, shown

DIGITS = DataFacts((8, 8, 1), "classes", 3, ("ant", "bee", "cat"))
ROW = DataFacts((3,), "binary", 1, ("no", "yes"))


def pane_for(qtbot, facts, way) -> TryPane:
    pane = TryPane()
    pane.set_data(facts, way)
    return shown(qtbot, pane, (400, 350))


def test_the_mouse_draws_and_the_right_button_rubs_out(qtbot):
    pane = pane_for(qtbot, DIGITS, "draw")
    canvas, sheet = pane.canvas, pane.canvas.sheet.toRect()
    start, end = sheet.topLeft() + QPoint(20, 20), sheet.topLeft() + QPoint(60, 90)
    with qtbot.waitSignal(pane.sample_changed):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    inked = canvas.ink.sum()
    assert not canvas.empty
    assert canvas.ink[canvas.ink.shape[0] - 1].max() == 0
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, pos=start)
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, pos=start)
    assert canvas.ink.sum() < inked
    QTest.mouseClick(pane.clear_button, Qt.MouseButton.LeftButton)
    assert canvas.empty
    assert canvas.ink.max() == 0


def test_a_picture_is_dropped(qtbot, tmp_path):
    pane = pane_for(qtbot, DIGITS, "draw")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "nine.png"))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(pane.picture_dropped) as dropped:
        pane.canvas.dropEvent(event)
    assert dropped.args[0].endswith("nine.png")


def test_the_answer_is_bars_with_the_likeliest_standing_out(qtbot):
    pane = pane_for(qtbot, DIGITS, "draw")
    pane.show_answer((0.1, 0.7, 0.2))
    drawn(qtbot, pane)
    assert [(name, text, best) for name, text, _, _, best in pane.bars.rows()] == [
        ("ant", "10 %", False), ("bee", "70 %", True), ("cat", "20 %", False),
    ]  # fmt: skip
    before = picture(pane.bars)
    pane.show_answer((0.7, 0.1, 0.2))
    drawn(qtbot, pane)
    assert picture(pane.bars) != before


def test_yes_or_no_and_numbers_have_their_own_words(qtbot):
    pane = pane_for(qtbot, ROW, "row")
    pane.show_answer((0.5,), margin=True)
    drawn(qtbot, pane)
    assert [(row[0], row[1]) for row in pane.bars.rows()] == [("no", "25 %"), ("yes", "75 %")]
    pane.set_data(DataFacts((3,), "regression", 1, target_names=("price",)), "row")
    pane.show_answer((12.5,))
    drawn(qtbot, pane)
    assert pane.bars.rows()[0][:2] == ("price", "12.50")


def test_a_row_is_typed_field_by_field(qtbot):
    pane = pane_for(qtbot, ROW, "row")
    pane.set_fields([TypedField("size"), TypedField("town", ("Busan", "Seoul"))], [3.5, "Seoul"])
    size = pane.fields.fields[0]
    size.lineEdit().selectAll()
    with qtbot.waitSignal(pane.sample_changed):
        QTest.keyClicks(size, "7.25")
        QTest.keyClick(size, Qt.Key.Key_Return)
    assert pane.fields.cells == [7.25, "Seoul"]


def test_numbers_are_read_from_text_and_nothing_else(qtbot):
    pane = pane_for(qtbot, DataFacts((2, 2), "regression", 1), "numbers")
    pane.numbers.set_numbers([1, 2.5, -3, 4])
    found = sample_numbers(pane.numbers, 4)
    assert found is not None
    assert np.array_equal(found, [1, 2.5, -3, 4])
    with qtbot.waitSignal(pane.sample_changed):
        pane.numbers.setPlainText("1, 2, x, 4")
    assert sample_numbers(pane.numbers, 4) is None


def test_beside_or_below_as_there_is_room(qtbot):
    pane = pane_for(qtbot, DIGITS, "draw")
    assert pane.bars.geometry().left() > pane.canvas.geometry().left() + 40
    pane.resize(260, 320)
    qtbot.waitUntil(lambda: pane.bars.geometry().top() > 60)


def test_without_data_it_says_what_will_stand_there(qtbot):
    pane = shown(qtbot, TryPane(), (400, 350))
    assert says_something(pane)


def test_names_that_begin_alike_can_be_told_apart(qtbot):
    long = "the very long beginning that all of these names have"
    facts = DataFacts((3,), "classes", 2, (f"{long} A", f"{long} B"))
    pane = pane_for(qtbot, facts, "row")
    alike = pane_for(qtbot, DataFacts((3,), "classes", 2, (f"{long} A", f"{long} A")), "row")
    for its in (pane, alike):
        its.show_answer((0.5, 0.5))
        drawn(qtbot, its)
    assert picture(pane.bars) != picture(alike.bars)


def test_what_an_empty_sheet_says_is_not_cut_off_where_it_is_small(qtbot):
    pane = pane_for(qtbot, DIGITS, "draw")
    canvas = pane.canvas
    canvas.resize(84, 84)
    image, sheet = picture(canvas), canvas.sheet.toRect()
    for y in (*range(sheet.top() + 1, sheet.top() + 5), *range(sheet.bottom() - 5, sheet.bottom() - 1)):
        assert len({image.pixel(x, y) for x in range(sheet.left() + 2, sheet.right() - 2)}) == 1
