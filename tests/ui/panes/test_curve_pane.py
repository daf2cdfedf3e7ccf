import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.ui import theme
from nnviz.ui.panes.curve_pane import CurvePane
from nnviz.ui.panes.readout import Line, card_place, card_size
from tests.pointing import hover
from tests.ui.panes.helpers import count_of, drawn, picture, shown

TRAIN = [1.0, 0.8, 0.6, 0.4, 0.2]
VALIDATION = [1.1, 0.7, 0.5, 0.55, 0.6]


@pytest.fixture
def pane(qtbot) -> CurvePane:
    pane = CurvePane("Loss", "loss")
    pane.append(1, TRAIN, VALIDATION)
    return shown(qtbot, pane)


def test_the_crosshair_reads_the_values_of_the_epoch_under_a_pixel(pane):
    area = pane.view.axes.area
    for epoch in range(1, 6):
        reading = pane.reading_at(area.left() + area.width() * (epoch - 1) / 4 + 3)
        assert (reading.epoch, reading.training, reading.validation) == (epoch, TRAIN[epoch - 1], VALIDATION[epoch - 1])
    assert pane.reading_at(-50).epoch == 1
    assert pane.reading_at(5000).epoch == 5


def test_pixels_of_readings_are_where_pyqtgraph_draws_them(pane):
    plot, view = pane.view._plot, pane.view
    for epoch, value in enumerate(TRAIN, 1):
        drawn_at = plot.box.mapViewToScene(QPointF(epoch, value)) + QPointF(plot.pos())
        assert (drawn_at - view.place(epoch, value)).manhattanLength() < 0.6


def test_the_mouse_moves_the_crosshair_and_takes_it_away(pane):
    plot = pane.view._plot
    middle = QPoint(plot.width() // 2, plot.height() // 2)
    hover(plot, middle)
    assert pane.view.overlay.reading == pane.view.curves.reading(3)
    lines = pane.view.overlay.card_lines(pane.view.overlay.reading)
    assert [(line.label, line.value) for line in lines] == [
        ("epoch 3", ""), ("train", "0.6000"), ("validation", "0.5000")
    ]  # fmt: skip
    pane.view.point_at(None)
    assert pane.view.overlay.reading is None


def test_the_crosshair_goes_with_the_keyboard(qtbot, pane):
    view = pane.view
    for key, epoch in (("Left", 4), ("Left", 3), ("Home", 1), ("Left", 1), ("End", 5), ("Right", 5)):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        assert view.overlay.reading.epoch == epoch
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.overlay.reading is None


def test_no_epoch_is_dropped_however_fast_they_come(qtbot):
    pane = shown(qtbot, CurvePane("Loss", "loss"))
    values = np.random.default_rng(0).random(20_000)
    for start in range(0, 20_000, 7):
        pane.append(start + 1, values[start : start + 7].tolist(), None)
    drawn(qtbot, pane)
    np.testing.assert_array_equal(pane.curves.training.values, values)
    x = pane.view._lines[1].x
    assert (x[0], x[-1]) == (1, 20_000)


def test_rewinding_forgets_and_goes_on(qtbot, pane):
    pane.rewind(2)
    drawn(qtbot, pane)
    assert pane.curves.epochs == 2
    assert pane.view.axes.x == (1.0, 2.0)
    pane.append(3, [9.0], [8.0])
    drawn(qtbot, pane)
    assert pane.curves.reading(3).training == 9.0
    assert pane.view.axes.y[1] >= 9.0


def test_a_crosshair_on_a_forgotten_epoch_goes(qtbot, pane):
    pane.view.point_at(pane.view.axes.area.right())
    assert pane.view.overlay.reading.epoch == 5
    pane.rewind(2)
    drawn(qtbot, pane)
    assert pane.view.overlay.reading is None


def test_the_legend_names_only_what_is_there(qtbot):
    pane = shown(qtbot, CurvePane("Accuracy", "accuracy"))
    assert pane._legend.entries == ()
    pane.append(1, [0.5, 0.973], None)
    drawn(qtbot, pane)
    assert [(e.name, e.value) for e in pane._legend.entries] == [("train", "97.3 %")]
    pane.append(3, [0.98], [0.96])
    drawn(qtbot, pane)
    assert [(e.name, e.value) for e in pane._legend.entries] == [("train", "98.0 %"), ("validation", "96.0 %")]
    pane.mark_seen(2)
    drawn(qtbot, pane)
    assert [(e.name, e.value) for e in pane._legend.entries] == [("train", "97.3 %")]


def test_the_best_epoch_is_marked_while_the_run_rests(qtbot, pane):
    assert pane.view.overlay.best is None
    pane.rest()
    drawn(qtbot, pane)
    assert pane.view.overlay.best == 3
    pane.append(6, [0.1], [0.1])
    drawn(qtbot, pane)
    assert pane.view.overlay.best is None


def test_the_run_before_stays_as_a_faint_line(qtbot, pane):
    pane.start_run()
    pane.append(1, [0.9, 0.5], [0.9, 0.6])
    drawn(qtbot, pane)
    assert pane.view._lines[0].y.tolist() == VALIDATION
    assert pane.view.axes.x == (1.0, 5.0)
    labels = [line.label for line in pane.view.overlay.card_lines(pane.curves.reading(2))]
    assert labels == ["epoch 2", "train", "validation", "last run"]


def test_another_metric_starts_empty_and_without_log_scale(qtbot, pane):
    pane._log.click()
    pane.set_key("accuracy", "Accuracy")
    drawn(qtbot, pane)
    assert pane.curves.shown_epochs == 0
    assert not pane.view.log
    assert not pane._log.isVisible()
    assert pane.accessibleName() == "Accuracy"
    assert "Accuracy" in pane.view.empty_text


def test_the_log_scale_places_decades_evenly(qtbot):
    pane = CurvePane("Loss", "loss")
    pane.append(1, [1.0, 0.1, 0.01, 0.0], None)
    shown(qtbot, pane)
    qtbot.mouseClick(pane._log, Qt.MouseButton.LeftButton)
    drawn(qtbot, pane)
    first, second, third = (pane.view.place(i, v).y() for i, v in ((1, 1.0), (2, 0.1), (3, 0.01)))
    assert second - first == pytest.approx(third - second)
    assert pane.view.place(4, 0.0) is None


def test_values_that_are_not_finite_leave_a_gap(qtbot):
    pane = CurvePane("Loss", "loss")
    pane.append(1, [1.0, float("nan"), float("inf"), 0.5], None)
    shown(qtbot, pane)
    assert pane.view.axes.y[1] <= 1.5
    assert pane.view.place(2, float("nan")) is None


def test_shares_end_at_a_hundred_percent(qtbot):
    pane = CurvePane("Accuracy", "accuracy")
    pane.append(1, [1.0, 1.0, 1.0], None)
    shown(qtbot, pane)
    assert pane.view.axes.y == pytest.approx((0.9, 1.0))
    assert pane.view.axes.lines()[-1][1] == "100 %"


def test_the_wheel_zooms_the_epochs_and_a_double_click_shows_all(qtbot):
    pane = CurvePane("Loss", "loss")
    pane.append(1, np.linspace(1, 0, 1000), None)
    shown(qtbot, pane)
    plot, y = pane.view._plot, pane.view.axes.y
    for _ in range(9):
        turn_wheel(plot, plot.rect().center(), 120)
    qtbot.waitUntil(lambda: pane.view.axes.x[0] > 400 and pane.view.axes.x[1] < 600)
    assert pane.view.axes.y[1] - pane.view.axes.y[0] < y[1] - y[0]
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=plot.rect().center())
    qtbot.waitUntil(lambda: pane.view.axes.x == (1.0, 1000.0))


def test_dragging_moves_along_the_epochs_and_stops_at_the_ends(qtbot):
    pane = CurvePane("Loss", "loss")
    pane.append(1, np.linspace(1, 0, 1000), None)
    shown(qtbot, pane)
    plot = pane.view._plot
    middle = plot.rect().center()
    turn_wheel(plot, middle, 240)
    drawn(qtbot, pane)
    low, high = pane.view.axes.x
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=middle)
    drag(plot, middle - QPoint(20, 0))
    drawn(qtbot, pane)
    assert pane.view.axes.x[0] == pytest.approx(low + 20 * (high - low) / pane.view.axes.area.width(), rel=0.02)
    for _ in range(60):
        middle -= QPoint(20, 0)
        drag(plot, middle)
        drawn(qtbot, pane)
    assert pane.view.axes.x == pytest.approx((1000 - (high - low), 1000))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=middle)


def test_a_line_is_broken_where_it_has_no_value(qtbot):
    pane = CurvePane("Loss", "loss")
    pane.append(1, [1.0, 0.8, float("nan"), 0.4, 0.2, 0.1], None)
    shown(qtbot, pane)
    path = pane.view._lines[1]._item.getPath()
    assert sum(path.elementAt(place).isMoveTo() for place in range(path.elementCount())) == 2


def turn_wheel(widget: QWidget, at: QPoint, turned: int) -> None:
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    place = QPointF(at)
    event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), QPoint(0, turned), buttons, keys, phase, False)
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, to: QPoint) -> None:
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(to)
    event = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), Qt.MouseButton.NoButton, left, keys)
    QApplication.sendEvent(widget, event)


def test_a_hidden_pane_draws_nothing_until_it_is_seen(qtbot, monkeypatch):
    pane = CurvePane("Loss", "loss")
    qtbot.addWidget(pane)
    drawings = []
    refresh = pane.refresh
    monkeypatch.setattr(pane, "refresh", lambda: (drawings.append(pane.curves.epochs), refresh()))
    for epoch in range(1, 50):
        pane.append(epoch, [1.0 / epoch], None)
    assert not pane._clock.isActive()
    pane.resize(300, 250)
    pane.show()
    assert drawings == [49]


def test_many_calls_are_one_drawing(qtbot, pane, monkeypatch):
    drawings = []
    monkeypatch.setattr(pane, "refresh", lambda: drawings.append(pane.curves.epochs))
    for epoch in range(6, 500):
        pane.append(epoch, [1.0], None)
    qtbot.waitUntil(lambda: bool(drawings))
    assert drawings == [499]


@pytest.mark.parametrize("values", [[0.5 - i / 100 for i in range(40)], np.random.default_rng(1).random(4000)])
def test_another_theme_recolours_lines_and_background(qtbot, values):
    pane = CurvePane("Loss", "loss")
    pane.append(1, values, None)
    shown(qtbot, pane)
    for mode in ("light", "dark"):
        theme.choose(mode)
        drawn(qtbot, pane)
        image = picture(pane)
        assert count_of(image, "panel") > 20_000
        assert count_of(image, "training") > 20


def test_an_empty_pane_says_what_will_come(qtbot):
    pane = shown(qtbot, CurvePane("Loss", "loss"))
    assert pane.view.empty_text == "The loss of every epoch appears here"
    assert not pane.view._plot.isVisible()
    assert count_of(picture(pane.view), "panel") < pane.view.width() * pane.view.height()  # the sentence is painted


@pytest.mark.parametrize("at", [QPointF(0, 0), QPointF(266, 100), QPointF(130, 267), QPointF(200, 3)])
def test_the_card_never_leaves_the_pane(at):
    bounds = QRectF(4, 0, 259, 220)
    size = card_size([Line("epoch 1,000,000"), Line("validation", "0.1234"), Line("last run", "0.1234")])
    assert bounds.contains(card_place(size, at, bounds))
    assert card_place(QSizeF(80, 40), QPointF(100, 100), bounds).left() == 112


def test_everything_has_a_name(pane):
    named = [pane, pane._log, pane._legend, pane.view]
    assert all(isinstance(w, QWidget) and w.accessibleName() for w in named)
    assert pane._legend.accessibleName() == "train 0.2000, validation 0.6000"
