"""The slider under the window, by mouse and keys, and the clock that plays a run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.ui.timeline.bar import SPEEDS, RunShown, TimelineBar
from nnviz.ui.timeline.playing import WHOLE, Player

RUN = RunShown(done=100, last=200, kept=(0, 10, 20, 50, 100), best=50, changes=(20,))


@pytest.fixture
def bar(qtbot: QtBot) -> TimelineBar:
    made = TimelineBar()
    qtbot.addWidget(made)
    made.resize(1000, made.height())
    made.show_run(RUN)
    made.show()
    return made


def at(bar: TimelineBar, epoch: float) -> QPoint:
    return QPoint(round(bar.slider.track.x(epoch)), bar.slider.height() // 2)


def test_the_mouse_asks_for_the_nearest_snapshot_as_it_is_dragged(bar: TimelineBar) -> None:
    wished: list[int] = []
    bar.slider.epoch_wished.connect(wished.append)
    QTest.mousePress(bar.slider, Qt.MouseButton.LeftButton, pos=at(bar, 13))
    QTest.mouseMove(bar.slider, at(bar, 40))
    QTest.mouseMove(bar.slider, at(bar, 170))
    QTest.mouseRelease(bar.slider, Qt.MouseButton.LeftButton, pos=at(bar, 170))
    QTest.mouseMove(bar.slider, at(bar, 0))
    assert wished == [10, 50, 100]


def test_the_keys_step_from_snapshot_to_snapshot(bar: TimelineBar) -> None:
    wished: list[int] = []
    left: list[None] = []
    bar.slider.epoch_wished.connect(wished.append)
    bar.slider.present_wished.connect(lambda: left.append(None))
    QTest.keyClick(bar.slider, Qt.Key.Key_Escape)
    assert left == []
    bar.show_epoch(20)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        QTest.keyClick(bar.slider, key)
    QTest.keyClick(bar.slider, Qt.Key.Key_Escape)
    assert (wished, left) == ([10, 50, 0, 100, 100], [None])


def test_the_chip_says_when_one_looks_at_the_past(bar: TimelineBar) -> None:
    assert (bar.chip.text, bar.chip.past, bar.fork.isEnabled(), bar.present.isEnabled()) == (
        "epoch 100", False, False, False,
    )  # fmt: skip
    bar.show_epoch(20)
    assert (bar.chip.text, bar.chip.past, bar.fork.isEnabled(), bar.present.isEnabled()) == (
        "epoch 20 of 100", True, True, True,
    )  # fmt: skip


def test_the_tooltip_names_the_best_snapshot_and_changes(bar: TimelineBar) -> None:
    slider = bar.slider
    assert slider.hint_at(slider.track.x(50)) == "epoch 50\nbest snapshot: epoch 50"
    assert slider.hint_at(slider.track.x(20)) == "epoch 20\nsomething was changed here"
    assert slider.hint_at(slider.track.x(0)) == "initial weights"
    bar.show_run(RunShown())
    assert "drag here" in slider.hint_at(300)
    assert not bar.play.isEnabled()


def test_playing_goes_by_the_clock_and_its_speed(qapp: object) -> None:
    now = [0.0]
    player = Player(clock=lambda: now[0])
    reached: list[float] = []
    playing: list[bool] = []
    player.epoch_reached.connect(reached.append)
    player.playing_changed.connect(playing.append)
    player.begin(50, 100)
    now[0] = WHOLE / 10
    player.tick()
    player.speed = 4
    now[0] += WHOLE / 20
    player.tick()
    assert reached == pytest.approx([60, 80])
    now[0] += WHOLE
    player.tick()
    assert (reached[-1], playing, player.playing) == (100, [True, False], False)
    player.begin(100, 100)  # at its end it is played from its beginning
    player.tick()
    assert reached[-1] == 0
    player.end()


def test_that_few_epochs_are_kept_is_said_where_it_is_so(bar: TimelineBar) -> None:
    assert not bar.note.isVisible()
    bar.show_run(replace(RUN, note="only first, best and last epoch kept, 412 MB each"))
    assert bar.note.isVisible()
    assert bar.note.width() >= bar.note.fontMetrics().horizontalAdvance(bar.note.text())


def test_a_run_is_played_faster_and_slower(bar: TimelineBar) -> None:
    speeds: list[float] = []
    bar.speed_changed.connect(speeds.append)
    for _ in SPEEDS:
        QTest.mouseClick(bar.speed, Qt.MouseButton.LeftButton)
    assert sorted(speeds) == sorted(SPEEDS)
    assert (min(speeds), max(speeds)) == (0.25, 16)
    assert bar.speed.text() == "1×"
