"""Marks where a run was changed: where they stand, what the crosshair reads there, and how long they stay."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from nnviz.ui import theme
from nnviz.ui.panes.curve_marks import MOST_LINES, Flag, Mark, flag_near, flags
from nnviz.ui.panes.curve_pane import CurvePane

SLOWER, WIDER, LATE = Mark(10, ("learning_rate 0.01 → 0.001",)), Mark(12, ("h1.units 8 → 9",)), Mark(80, ("loss",))


@pytest.fixture
def pane(qtbot: QtBot, qapp: object) -> CurvePane:
    """A hundred epochs of a falling loss."""
    made = CurvePane("Loss", "loss")
    qtbot.addWidget(made)
    made.resize(400, 240)
    made.show()
    made.append(1, np.linspace(1, 0.1, 100), np.linspace(1, 0.2, 100))
    made.refresh()
    return made


def labels(pane: CurvePane, epoch: int) -> list[str]:
    return [line.label for line in pane.view.overlay.card_lines(pane.curves.reading(epoch))]


def test_marks_near_each_other_share_a_flag() -> None:
    assert flags((SLOWER, WIDER, LATE), lambda epoch: 2.0 * epoch) == (
        Flag(20.0, (SLOWER, WIDER)),
        Flag(160.0, (LATE,)),
    )
    assert len(flags((SLOWER, WIDER, LATE), lambda epoch: 10.0 * epoch)) == 3


def test_what_is_not_shown_has_no_flag_and_the_start_stands_at_the_first_epoch() -> None:
    assert flags((SLOWER, LATE), lambda epoch: None if epoch > 50 else float(epoch)) == (Flag(10.0, (SLOWER,)),)
    assert flags((Mark(0, ("seed 1 → 2",)),), lambda epoch: float(epoch))[0].x == 1.0


def test_the_crosshair_reads_the_nearest_flag() -> None:
    shown = (Flag(20.0, (SLOWER,)), Flag(30.0, (WIDER,)))
    assert flag_near(shown, 24.0) == shown[0]
    assert flag_near(shown, 26.0) == shown[1]
    assert flag_near(shown, 60.0) is None


def test_the_card_says_what_was_changed_there_and_only_there(pane: CurvePane) -> None:
    pane.set_marks((SLOWER, LATE))
    assert "learning_rate 0.01 → 0.001" in labels(pane, 10)
    assert "learning_rate 0.01 → 0.001" in labels(pane, 11)  # three pixels further
    assert labels(pane, 40) == ["epoch 40", "train", "validation"]
    assert "loss" in labels(pane, 80)


def test_a_card_of_many_changes_stays_short(pane: CurvePane) -> None:
    pane.set_marks((Mark(10, tuple(f"layer added: h{number}" for number in range(20))),))
    said = labels(pane, 10)[3:]
    assert len(said) == MOST_LINES
    assert said[-1] == "and 15 more"
    pane.set_marks((Mark(10, ("metrics " + "a" * 500,)),))
    assert labels(pane, 10)[3].endswith("…")


def test_marks_are_painted_where_they_stand(pane: CurvePane) -> None:
    def accented() -> list[int]:
        """The columns of the pane in which the middle of the plot has the accent's hue."""
        picture = pane.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        ratio, area = picture.devicePixelRatio(), pane.view.axes.area
        y = int((area.bottom() - 6) * ratio)
        accent = QColor(theme.current().accent).hslHue()
        colours = [picture.pixelColor(x, y) for x in range(picture.width())]
        return [x for x, c in enumerate(colours) if c.hslSaturation() > 60 and abs(c.hslHue() - accent) < 12]

    before = accented()
    pane.set_marks((Mark(60, ("loss mse → mae",)),))
    new = [x for x in accented() if x not in before]
    assert new
    assert new[0] == pytest.approx(pane.view.axes.place(60, 0).x(), abs=1.5)


def test_marks_go_with_what_they_are_marks_of(pane: CurvePane) -> None:
    def marked() -> tuple[Mark, ...]:
        return pane.view.overlay.marks

    pane.set_marks((SLOWER, WIDER, LATE))
    pane.rewind(12)
    assert marked() == (SLOWER, WIDER)
    pane.set_key("accuracy", "Accuracy")
    assert marked() == (SLOWER, WIDER), "another metric of the same run"
    pane.start_run()
    assert marked() == ()
    pane.set_marks((SLOWER,))
    pane.forget()
    assert marked() == ()
