"""The panes of the inside, the chips and the marks: fed with messages, worked by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.inside.messages import (
    Activations,
    Figures,
    Incoming,
    LayerActivation,
    LayerVerdicts,
    MutedFigures,
    Response,
    Sample,
    Unit,
    UnitResponse,
    UnitSeen,
    Verdicts,
)
from nnviz.training.inside.responses import BINS
from nnviz.ui import theme
from nnviz.ui.inside.chips import InsideChips
from nnviz.ui.inside.marks import counts_text
from nnviz.ui.inside.on_diagram import with_inside
from nnviz.ui.inside.state import InsideState
from nnviz.ui.inside.words import mark_sentence
from nnviz.ui.panes.activations_pane import ActivationsPane
from nnviz.ui.panes.colouring import signed_pixels
from nnviz.ui.panes.unit_pane import UnitPane
from tests.ui.panes.helpers import count_of, drawn, picture, shown

FACTS = DataFacts((4,), "classes", 3, ("red", "green", "blue"), ("a", "b", "c", "d"), rows=(50, 10, 0))
NAMES = {"in": "Input", "conv": "Conv", "seq": "Sequence", "h": "Hidden", "out": "Output"}
RNG = np.random.default_rng(1)


def layer(name, *shape):
    """All numbers of an answer of *shape*."""
    values = RNG.normal(size=shape).astype("<f4")
    rows, cols = (*(1,) * (3 - len(shape)), *shape[:-1])[-2:]
    sent = values.reshape(rows, cols, shape[-1]).transpose(2, 0, 1)
    places = tuple(range(shape[-1])), tuple(range(rows)), tuple(range(cols))
    return LayerActivation(name, shape, *places, sent.tobytes(), float(values.min()), float(values.max()))


LAYERS = (layer("in", 4), layer("conv", 6, 5, 8), layer("seq", 9, 3), layer("h", 200), layer("out", 3))


@pytest.fixture
def state():
    made = InsideState()
    made.choose_sample(Sample("train", 4))
    made.show(Activations(2, Sample("train", 4), 50, LAYERS, (0.1, 0.2, 0.7), (2.0,)))
    return made


@pytest.fixture
def pane(qtbot, state):
    made = shown(qtbot, ActivationsPane(), (300, 420))
    made.set_data(FACTS, {"train": 50, "validation": 10})
    made.show_state(state, NAMES, {"in": FACTS.feature_names, "out": FACTS.class_names})
    drawn(qtbot, made)
    return made


def test_each_layer_has_a_row_of_its_own_kind_and_says_its_numbers(pane):
    view = pane.view
    assert [(row.layer, row.way) for row in view.plan.rows] == [
        ("in", "bars"), ("conv", "maps"), ("seq", "heat"), ("h", "strip"), ("out", "bars"),
    ]  # fmt: skip
    assert count_of(picture(pane), "positive") > 50
    assert "blue" in pane.answer.text()
    for row in view.plan.rows:
        shown_layer = view._shown[row.layer]
        units = shown_layer.values.shape[0]
        for place in (0, units // 2, units - 1):
            middle = row.unit(place).center()
            found = view.found_at(middle)
            assert found is not None
            assert found[2] == place
            view._at = middle
            lines = view.card_lines()
            assert NAMES[row.layer] in lines[0].label
            assert lines[1].value
    assert view.unit_name("out", 1) == "Output, green"


def test_what_was_planned_is_painted_until_the_next_refresh_whatever_is_known_by_then(pane, state):
    view = pane.view
    view._at = view.plan.rows[1].unit(3).center()
    before = view.card_lines()
    state.forget()  # another network: the pane hears of it a frame later
    state.show(Activations(3, Sample("train", 4), 50, (layer("conv", 2),)))
    view.grab()
    view.resize(view.width() - 40, view.height())
    assert view.card_lines() == before
    pane.refresh()
    assert [row.layer for row in view.plan.rows] == ["conv"]


def test_a_click_chooses_a_unit_alt_mutes_it_and_keys_do_both(pane, qtbot):
    view, chosen, muted = pane.view, [], []
    view.unit_chosen.connect(chosen.append)
    view.mute_requested.connect(muted.append)
    at = view.plan.rows[1].unit(6).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert (chosen, muted) == ([Unit("conv", 6)], [])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, at)
    assert muted == [Unit("conv", 6)]
    pane._state.choose_unit(Unit("in", 3))
    for key, unit in ((Qt.Key.Key_Left, Unit("in", 2)), (Qt.Key.Key_Down, Unit("conv", 3))):
        QTest.keyClick(view, key)
        assert chosen[-1] == unit
    QTest.keyClick(view, Qt.Key.Key_M)
    assert muted[-1] == Unit("in", 3)


def test_samples_are_chosen_by_number_arrows_and_keys(pane):
    asked = []
    pane.sample_requested.connect(lambda part, row: asked.append((part, row)))
    QTest.mouseClick(pane.after, Qt.MouseButton.LeftButton)
    QTest.keyClick(pane, Qt.Key.Key_PageUp)
    pane.number.value_changed.emit(12)
    pane._state.sample = Sample("train", 0)
    QTest.mouseClick(pane.before, Qt.MouseButton.LeftButton)
    assert asked == [("train", 5), ("train", 3), ("train", 11), ("train", 49)]
    assert (pane.number.value, pane.part.text()) == (5, "training")


def test_an_empty_pane_says_what_it_is_for(qtbot):
    pane, unit = shown(qtbot, ActivationsPane()), shown(qtbot, UnitPane())
    assert "data" in pane.reason.text()
    assert not pane.diagram.isVisibleTo(pane)
    pane.set_data(FACTS, {"train": 50})
    unit.set_data(FACTS)
    for made in (pane, unit):
        drawn(qtbot, made)
    assert "sample" in pane.reason.text()
    assert "Alt" in unit.reason.text()


RESPONSE = Response(50, 50, -1.0, 1.0, (2, 0), (1,) * 2 * BINS, (0.5, -0.5), (7, 3), (1.0, 0.9), (2,), (-1.0,))
KERNEL = np.array([1, -2, 3, 4], "<f4").tobytes()
SEEN = UnitSeen(2, Unit("h", 5), 200, Incoming((4,), (0, 1, 2, 3), ("kernel",), KERNEL, (0.5,)))
WHOLE, WITHOUT = Figures(0.2, 0.9, (3, 0, 0, 1, 2, 0, 0, 0, 4)), Figures(0.7, 0.4, (0, 3, 0, 1, 2, 0, 2, 0, 2))
MUTED = MutedFigures((Unit("h", 5),), "zero", "validation", 10, 10, 2, 2, "accuracy", 3, WHOLE, WITHOUT)


@pytest.fixture
def unit_pane(qtbot, state):
    made = shown(qtbot, UnitPane(), (300, 600))
    made.set_data(FACTS)
    state.choose_unit(Unit("h", 5))
    for event in (SEEN, UnitResponse(Unit("h", 5), 2, 2, RESPONSE)):
        state.show(event)
    made.show_state(state, NAMES, {}, FACTS.feature_names)
    drawn(qtbot, made)
    return made


def test_a_unit_shows_weights_response_and_the_rows_that_excite_it(unit_pane, qtbot):
    pane, asked = unit_pane, []
    assert pane.heading.text() == "unit 6 of 200"
    box = pane.weights._line(0)
    line = pane.weights.card(QPointF(box.left() + 30, box.center().y()))[0]
    assert (line.label, line.value) == ("b", "−2.0000".replace("−", line.value[0]))
    bars = pane.response._bars
    card = pane.response.card(QPointF(bars.left() + 2, bars.center().y()))
    assert [entry.label for entry in card[1:]] == ["blue", "red"]
    pane.sample_requested.connect(lambda part, row: asked.append((part, row)))
    QTest.mouseClick(pane.strongest, Qt.MouseButton.LeftButton, pos=pane.strongest.box(1).center().toPoint())
    assert asked == [("train", 3)]
    wanted = []
    pane.unit_requested.connect(wanted.append)
    pane.mute_requested.connect(wanted.append)
    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_M)
    QTest.mouseClick(pane.mute, Qt.MouseButton.LeftButton)
    assert wanted == [Unit("h", 6), Unit("h", 5), Unit("h", 5)]


def test_muting_shows_both_figures_beside_each_other_and_can_be_undone(unit_pane, state, qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(760, 300)
    chips = InsideChips(state, view)
    assert not chips.isVisibleTo(view)
    state.mute((Unit("h", 5),))
    state.show(MUTED)
    unit_pane.show_state(state, NAMES, {}, ())
    drawn(qtbot, unit_pane)
    card = unit_pane.muting
    assert card.isVisibleTo(unit_pane)
    assert [row[1:3] for row in card.figures.rows()] == [("0.200", "0.700"), ("90.0 %", "40.0 %")]
    box = card.figures.matrix_box(1)
    card.figures._at = box.center() - QPointF(box.width() / 3, box.height() / 3)
    assert [line.value for line in card.figures.card_lines()[1:]] == ["3", "0"]
    assert chips.muted.isVisibleTo(view)
    assert "1 unit muted" in chips.muted.text.text()
    assert "0.200 → 0.700" in chips.muted.text.text()
    assert view.rect().contains(chips.geometry())
    asked = []
    chips.unmute_requested.connect(lambda: asked.append("chip"))
    card.unmute_requested.connect(lambda: asked.append("card"))
    card.hold_chosen.connect(asked.append)
    for button in (chips.muted.button, card.unmute, card.hold):
        button.click()
    assert asked == ["chip", "card", "mean"]
    state.mute(())
    assert state.figures is None
    assert not chips.isVisibleTo(view)


def test_what_comes_too_late_is_not_shown(state):
    state.show(Activations(3, Sample("train", 9), 50, ()))
    assert state.activations.keys() == NAMES.keys()
    state.choose_unit(Unit("h", 1))
    state.show(SEEN)
    assert state.seen is None
    state.show(MUTED)
    assert state.figures is None


def test_marks_are_counted_told_and_painted_on_the_units(state):
    found = LayerVerdicts("h", 200, (3, 5), ((7, 0.98),), ((9, 2, -0.9996),))
    state.show(Verdicts(2, 2, 50, 50, (found,)))
    state.mute((Unit("h", 5),))
    assert counts_text(state, "h") == "1 muted · 2 dead · 1 saturated · 1 duplicate"
    assert counts_text(state, "out") == ""
    texts = [mark_sentence(state.marks["h"][unit]) for unit in (3, 7, 9)]
    assert "0 for every row" in texts[0]
    assert "98 %" in texts[1]
    assert "unit 3" in texts[2]
    assert "−0.9996" in texts[2]
    state.forget_verdicts()
    assert counts_text(state, "h") == "1 muted"


def test_the_diagram_shows_the_activations_of_the_sample_relative_to_the_layer(state):
    from nnviz.ui.diagram.geometry import block, column
    from nnviz.ui.diagram.layer_look import NOTHING, LayerLook

    state.choose_unit(Unit("out", 1))
    look = LayerLook("out", "Output", "", "", column(3), "output")
    assert with_inside(NOTHING, look, state, FACTS).activity == {}
    state.show_on_diagram(True)
    figures = with_inside(NOTHING, look, state, FACTS)
    values = state.activations["out"].values[:, 0, 0]
    assert figures.activity == pytest.approx(dict(enumerate(values / np.abs(values).max())))
    assert figures.chosen == 1
    figures = with_inside(NOTHING, LayerLook("conv", "", "", "", block(), "convolution"), state, FACTS)
    maps, tiles = figures.sample, figures.maps
    assert maps is not None
    assert tiles is not None
    assert tiles.units == state.activations["conv"].message.units
    for unit, place in tiles.places(QRectF(0, 0, maps.width(), maps.height())):
        assert tiles.unit_at(place.center(), QRectF(0, 0, maps.width(), maps.height())) == unit
        values, limit = state.activations["conv"].values[unit], state.activations["conv"].limit
        pixels = signed_pixels(values, limit, theme.current())
        seen = maps.pixelColor(place.topLeft().toPoint()).getRgb()[:3]
        assert seen == tuple(pixels[0, 0])
    assert (maps.width(), maps.height()) == (3 * 5 + 2, 3 * 6 + 2)
