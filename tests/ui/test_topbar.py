"""The bar on top and the line at the bottom: what can be pressed, and that nothing jumps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from nnviz.ui.fields.speed_choice import SETTING, WATCH
from nnviz.ui.statusline import StatusLine
from nnviz.ui.topbar import TopBar


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    bar = TopBar()
    bar.resize(1280, 56)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_train_becomes_pause(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_possible(train=True)
    with qtbot.waitSignal(bar.train_requested):
        qtbot.mouseClick(bar.train, Qt.MouseButton.LeftButton)
    width = bar.train.width()
    bar.set_running(True)
    assert bar.train.accessibleName() == "Pause"
    assert bar.train.width() == width
    with qtbot.waitSignal(bar.pause_requested), qtbot.assertNotEmitted(bar.train_requested):
        qtbot.keyClick(bar.train, Qt.Key.Key_Space)


def test_a_blocked_train_says_why_and_cannot_be_pressed(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_possible(train=False, why="output has no input")
    assert bar.train.toolTip() == "output has no input"
    with qtbot.assertNotEmitted(bar.train_requested):
        qtbot.mouseClick(bar.train, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["reset", "step", "stop"])
def test_the_quiet_buttons_ask(qtbot: QtBot, bar: TopBar, name: str) -> None:
    bar.set_possible(train=True, step=True, stop=True, reset=True)
    with qtbot.waitSignal(getattr(bar, f"{name}_requested")):
        qtbot.mouseClick(getattr(bar, name), Qt.MouseButton.LeftButton)


def test_numbers_do_not_move_anything(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_epoch(0, 500)
    bar.set_loss(0.693)
    bar.set_score("Accuracy", 0.5)
    qtbot.waitUntil(lambda: bar.score.x() > 0)
    bar.layout().activate()
    before = [w.geometry() for w in (bar.train, bar.epoch, bar.loss, bar.score, bar.export)]
    for epoch, loss, score in ((1, 0.111, 0.1), (128, 12.345, 0.973), (500, 1.23e-7, 1.0), (499, float("nan"), 0.0)):
        bar.set_epoch(epoch, 500)
        bar.set_loss(loss)
        bar.set_score("Accuracy", score)
        bar.layout().activate()
        assert [w.geometry() for w in (bar.train, bar.epoch, bar.loss, bar.score, bar.export)] == before
    assert bar.epoch.value.text() == "499"
    assert bar.epoch.total.text() == "/ 500"
    assert bar.score.value.text() == "0 %"


def test_figures_are_tabular(bar: TopBar) -> None:
    metrics = bar.loss.value.fontMetrics()
    assert metrics.horizontalAdvance("0.111") == metrics.horizontalAdvance("0.888")


def test_everything_fits_at_the_least_width_and_train_is_in_the_middle(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_title("a very long project name that a person has given to the thing", False)
    bar.set_epoch(128, 500)
    for width in (1000, 1280, 1920):
        bar.resize(width, 56)
        bar.layout().activate()
        widgets = [bar.title, bar.saved, bar.reset, bar.step, bar.train, bar.stop, bar.epoch, bar.loss, bar.score]
        edges = [(w.mapTo(bar, w.rect().topLeft()).x(), w.width()) for w in (*widgets, bar.export)]
        assert all(a + b <= c for (a, b), (c, _) in pairwise(edges))
        assert edges[-1][0] + edges[-1][1] <= width
    middle = (bar.reset.x() + bar.stop.x() + bar.stop.width()) / 2
    assert abs(middle - 960) < 60


def test_not_saved_is_said(bar: TopBar) -> None:
    bar.set_title("moons", False)
    assert bar.saved.text() == "not saved"
    bar.set_title("moons", True)
    assert bar.saved.text() == ""


def test_the_menu_button_comes_with_its_menu(qtbot: QtBot, bar: TopBar) -> None:
    assert not bar.menu.isVisible()
    menu = QMenu()
    qtbot.addWidget(menu)
    bar.set_menu(menu)
    assert bar.menu.isVisible()
    assert bar.menu.menu() is menu


def test_export_offers_every_format(qtbot: QtBot, bar: TopBar) -> None:
    bar.set_possible(train=True, export=True)
    qtbot.mouseClick(bar.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(bar.panel.isVisible)
    qtbot.keyClick(bar.panel, Qt.Key.Key_Down)
    cards = {card.format.name: card for card in bar.panel.cards}
    assert {"keras", "savedmodel", "tflite", "onnx", "weights.h5", "npz", "csv", "python"} <= set(cards)
    with qtbot.waitSignal(bar.export_requested) as chosen:
        qtbot.mouseClick(cards["weights.h5"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["weights.h5"]
    assert not bar.panel.isVisible()


def test_the_status_line_keeps_its_places(qtbot: QtBot) -> None:
    line = StatusLine()
    line.resize(1280, 28)
    qtbot.addWidget(line)
    line.show()
    line.set_engine("Engine ready, CPU", "good")
    line.set_parameters(51)
    places = None
    for speed, left, rate in ((None, None, None), (2140.0, 0.2, 0.001), (0.42, 3000, 1e-5), (99999, 59.6, 0.0123)):
        line.set_speed(speed)
        line.set_time_left(left)
        line.set_learning_rate(rate)
        line.layout().activate()
        now = [w.geometry() for w in (line.speed, line.time_left, line.learning_rate, line.parameters)]
        assert places in (None, now)
        places = now
    assert line.speed.text() == "99,999 epochs/s"
    assert line.parameters.text() == "51 parameters"


def test_a_click_meant_as_pause_does_not_start_another_run(qtbot, monkeypatch):
    from nnviz.ui import topbar

    now = [100.0]
    monkeypatch.setattr(topbar, "monotonic", lambda: now[0])
    bar = topbar.TopBar()
    qtbot.addWidget(bar)
    bar.set_possible(train=True)
    bar.set_running(True)
    bar.set_running(False)
    bar.calm()
    with qtbot.assertNotEmitted(bar.train_requested):
        bar.train.click()
    now[0] += topbar.CALM
    with qtbot.waitSignal(bar.train_requested):
        bar.train.click()


def test_a_speed_is_remembered_and_starts_watchable(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.speed.rate_changed) as first:
        bar.speed.restore()
    assert first.args == [60.0]
    bar.speed.setFocus()
    with qtbot.waitSignal(bar.speed.rate_changed) as chosen:
        qtbot.keyClick(bar.speed, Qt.Key.Key_Down)
    assert chosen.args == [0.0]
    again = TopBar()
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.speed.rate_changed) as restored:
        again.speed.restore()
    assert restored.args == [0.0]
    assert again.speed.currentText() == "Full speed"


def test_a_speed_that_is_no_number_is_forgotten(qtbot: QtBot, bar: TopBar) -> None:
    QSettings().setValue(SETTING, "much")
    bar.speed.restore()
    assert bar.speed.choice == WATCH
