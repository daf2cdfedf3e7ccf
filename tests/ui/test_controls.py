"""The shared fields, driven by keys, wheel and mouse."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnviz.errors import BadInput
from nnviz.ui import style, theme
from nnviz.ui.controls import (
    Card,
    ChoiceField,
    Disclosure,
    LabelledRow,
    NumberField,
    SegmentedTabs,
    SliderField,
    TextField,
    ToggleField,
)
from nnviz.ui.fields.number_field import next_round
from nnviz.ui.figures import loss_text, seconds_text, share_text, speed_text
from nnviz.ui.program.background import Background


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isVisible)


def turn(widget: QWidget, up: bool) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(QPoint())),
        QPoint(),
        QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def type_number(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def units(qtbot: QtBot) -> NumberField:
    field = NumberField(minimum=1, maximum=100)
    field.set_value(6)
    shown(qtbot, field)
    return field


def test_a_typed_number_is_told_once(qtbot: QtBot, units: NumberField) -> None:
    heard: list[object] = []
    units.value_changed.connect(heard.append)
    type_number(qtbot, units, "12")
    units.clearFocus()
    assert heard == [12]
    assert isinstance(units.value, int)


def test_out_of_range_is_brought_in_and_nonsense_is_taken_back(qtbot: QtBot, units: NumberField) -> None:
    type_number(qtbot, units, "5000")
    assert units.value == 100
    type_number(qtbot, units, "many")
    assert (units.value, units.lineEdit().text()) == (100, "100")
    type_number(qtbot, units, "nan")
    assert units.value == 100


def test_keys_step_and_the_wheel_only_with_focus(qtbot: QtBot, units: NumberField) -> None:
    qtbot.keyClick(units, Qt.Key.Key_Up)
    assert units.value == 7
    qtbot.keyClick(units, Qt.Key.Key_PageDown)
    assert units.value == 1
    other = QWidget(units)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    turn(units, up=True)
    assert units.value == 1
    units.setFocus()
    turn(units, up=True)
    assert units.value == 2


def test_setting_a_value_tells_nobody(qtbot: QtBot, units: NumberField) -> None:
    with qtbot.assertNotEmitted(units.value_changed):
        units.set_value(9)
    assert units.lineEdit().text() == "9"


def test_an_optional_field_can_follow(qtbot: QtBot) -> None:
    field = NumberField(minimum=1, optional=True)
    field.set_follow(3, "3 · auto")
    field.set_value(None)
    shown(qtbot, field)
    assert field.lineEdit().placeholderText() == "3 · auto"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 4
    with qtbot.waitSignal(field.value_changed) as given:
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given.args == [None]


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [(0.001, 1, 0.002), (0.001, -1, 0.0005), (0.01, 3, 0.1), (0.003, -1, 0.002), (0.003, 1, 0.005), (5.0, 1, 10.0)],
)
def test_learning_rates_walk_along_1_2_5(value: float, steps: int, expected: float) -> None:
    assert next_round(value, steps) == pytest.approx(expected)


def test_a_choice_is_told_by_key_and_not_by_setting(qtbot: QtBot) -> None:
    field = ChoiceField([("tanh", "tanh"), ("relu", "relu")])
    field.set_choice("tanh")
    shown(qtbot, field)
    field.setFocus()
    with qtbot.waitSignal(field.choice_changed) as given:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert given.args == ["relu"]
    with qtbot.assertNotEmitted(field.choice_changed):
        field.set_choice("tanh")
        field.set_choices([("relu", "relu"), ("tanh", "tanh")])
    assert field.choice == "tanh"
    assert field.currentText() == "tanh"


def test_a_choice_not_on_offer_is_seen(qtbot: QtBot) -> None:
    field = ChoiceField([("mse", "mse")])
    qtbot.addWidget(field)
    field.set_choice("log_cosh")
    assert field.currentText() == "log_cosh"


def test_text_is_told_with_enter_and_taken_back_with_escape(qtbot: QtBot) -> None:
    field = TextField("hidden_1")
    shown(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    with qtbot.assertNotEmitted(field.text_committed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "hidden_1"
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "2")
    with qtbot.waitSignal(field.text_committed) as given:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given.args == ["hidden_12"]


def test_a_slider_tells_when_it_is_let_go(qtbot: QtBot) -> None:
    field = SliderField("Noise", 0.0, 0.6, 0.01)
    field.set_value(0.15)
    field.resize(180, 44)
    shown(qtbot, field)
    heard: list[float] = []
    field.value_changed.connect(heard.append)
    slider = field.slider
    slider.setSliderDown(True)
    slider.setSliderPosition(30)
    slider.setSliderPosition(40)
    assert heard == []
    slider.setSliderDown(False)
    slider.sliderReleased.emit()
    assert heard == [0.4]
    with qtbot.waitSignal(field.value_changed):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert heard == [0.4, 0.41]


def test_a_row_names_its_field(qtbot: QtBot) -> None:
    toggle = ToggleField()
    row = LabelledRow("Bias", toggle, "Whether every unit adds a number of its own.")
    shown(qtbot, row)
    assert toggle.accessibleName() == "Bias"
    assert row.label.toolTip() == toggle.accessibleDescription()
    with qtbot.waitSignal(toggle.clicked):
        qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_is_pressed_by_key_and_mouse(qtbot: QtBot, key: Qt.Key) -> None:
    card = Card(clickable=True)
    card.resize(80, 40)
    shown(qtbot, card)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_tabs_keep_their_places_and_follow_the_keys(qtbot: QtBot) -> None:
    tabs = SegmentedTabs(("Layer", "Recipe", "Script"))
    shown(qtbot, tabs)
    before = [tabs.tabRect(i) for i in range(3)]
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    assert [tabs.tabRect(i) for i in range(3)] == before


def test_a_disclosure_opens_by_mouse(qtbot: QtBot) -> None:
    fold = Disclosure("Merge")
    inside = ToggleField()
    fold.body.addWidget(inside)
    shown(qtbot, fold)
    assert not inside.isVisible()
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    assert fold.is_open
    assert inside.isVisible()


def test_the_sheet_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    style.install(qapp)
    try:
        assert theme.DARK.panel in qapp.styleSheet()
        theme.choose("light")
        assert theme.LIGHT.panel in qapp.styleSheet()
        assert "$" not in qapp.styleSheet()
        every_field = QWidget()
        column = QVBoxLayout(every_field)
        number = NumberField(minimum=0)
        number.set_value(7)
        column.addWidget(number)
        shown(qtbot, every_field)
        assert number.lineEdit().width() > 0.5 * number.width()  # the sheet leaves room for the figures
    finally:
        theme.choose("dark")
        qapp.setStyleSheet(before)


def test_figures_are_short() -> None:
    assert [loss_text(x) for x in (0.0843, 12.34, 123.4, 0.00001, float("nan"), None)] == [
        "0.084", "12.34", "123.4", "0.00001", "NaN", "–",
    ]  # fmt: skip
    assert share_text(0.973) == "97.3 %"
    assert [seconds_text(x) for x in (0.21, 45.2, 185, 7800)] == ["0.2 s", "45 s", "3 min 05 s", "2 h 10 min"]
    assert [speed_text(x) for x in (2140.2, 3.14, 0.42)] == ["2,140", "3.1", "0.42"]


def test_only_the_newest_work_is_delivered(qtbot: QtBot) -> None:
    background, gate = Background(), Event()
    heard: list[object] = []
    background.done.connect(heard.append)
    background.run(lambda cancelled: gate.wait(5))
    with qtbot.waitSignal(background.done):
        background.run(lambda cancelled: "new")
    gate.set()
    background.shutdown()
    assert heard == ["new"]


def test_to_shut_down_waits_for_nothing_and_to_finish_for_what_runs(qtbot: QtBot) -> None:
    background, began, gate, over = Background(), Event(), Event(), []
    background.run(lambda cancelled: (began.set(), gate.wait(30), over.append(cancelled())))
    assert began.wait(30)
    background.shutdown()
    assert over == []  # it goes on, and nobody waits
    gate.set()
    background.finish()
    assert over == [True]


def test_failed_work_says_why(qtbot: QtBot) -> None:
    def refuse(cancelled: object) -> None:
        raise BadInput("There is no file a.csv.")

    background = Background()
    with qtbot.waitSignal(background.failed) as why:
        background.run(refuse)
    background.shutdown()
    assert why.args == ["There is no file a.csv."]
