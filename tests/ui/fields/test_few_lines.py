"""A text of a few lines."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from nnviz.ui.fields.few_lines import FewLines

TEXT = "Best loss: Adam 0.0156  ·  Best val. loss: RMSprop 0.0266  ·  Fastest: Momentum 2.4 s"


def test_what_has_no_room_ends_in_dots_and_every_line_is_whole(qtbot: QtBot, qapp: object) -> None:
    label = FewLines(11, 2)
    qtbot.addWidget(label)
    label.setText(TEXT)
    assert label.shown(4000) == [TEXT]
    first, second = label.shown(200)
    assert TEXT.startswith(first)
    assert second.endswith("…")
    assert all(label.fontMetrics().horizontalAdvance(line) <= 200 for line in (first, second))
    label.set_lines(1)
    assert label.shown(200)[0].endswith("…")
    assert label.sizeHint().height() == label.fontMetrics().lineSpacing()
