"""Looking inside in the real window, with the real engine, by mouse: activations, one unit, muted units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.inside.messages import Sample, Unit
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 6, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.05}), epochs=4, batch_size=16, seed=4)
IRIS = Builtin(name="iris")
ALT = Qt.KeyboardModifier.AltModifier


def unit_on_diagram(hand: Hand, layer: str, unit: int):
    """Where a unit is on the screen."""
    item = hand.window.scene.layer_items[layer]
    rect = item.geometry.units[item.geometry.shown.index(unit)]
    return hand.window.diagram.mapFromScene(item.pos() + rect.center())


def test_a_sample_and_a_unit_are_followed_and_a_muted_unit_answers_at_once(hand: Hand, tmp_path: Path):
    window, state = hand.window, hand.window.live.inside
    hand.open(NETWORK, IRIS, RECIPE)
    hand.train_to_the_end()
    window.panes.bring(window.panes.activations)
    window.panes.bring(window.panes.unit)
    session = Session(Project(NETWORK, IRIS, RECIPE), tmp_path)  # the same run again, without a window
    while session.advance(4).ending is None:
        pass

    hand.wait(lambda: state.answer is not None and state.answer.epoch == 4, LATER)
    QTest.mouseClick(window.panes.activations.after, Qt.MouseButton.LeftButton)
    hand.wait(lambda: state.answer.sample.row == 1)
    expected = {layer.id: layer for layer in session.activations(Sample("train", 1), 4096).layers}
    for layer, shown in state.activations.items():
        own = np.frombuffer(expected[layer].values, "<f4")
        np.testing.assert_allclose(shown.values.reshape(-1), own, atol=1e-5)
    assert window.scene.layer_items["hidden_1"].figures.activity.keys() == set(range(6))

    hand.click_on_diagram(unit_on_diagram(hand, "hidden_1", 2))
    assert state.unit == Unit("hidden_1", 2)
    hand.wait(lambda: state.seen is not None and state.response is not None, LATER)
    assert state.response.response.rows == session.dataset.train.rows
    assert state.muted == ()

    hand.click_on_diagram(unit_on_diagram(hand, "hidden_1", 2), ALT)
    hand.click_on_diagram(unit_on_diagram(hand, "hidden_1", 5), ALT)
    muted = (Unit("hidden_1", 2), Unit("hidden_1", 5))
    hand.wait(lambda: state.figures is not None and state.figures.muted == muted, LATER)
    whole = session.evaluate("validation")
    assert state.figures.whole.loss == pytest.approx(whole["loss"], rel=1e-4)
    session.hold(muted, "zero")
    part = session.dataset.validation
    answers = np.array([session.try_sample(np.asarray(part.x[i : i + 1], "f4")) for i in range(part.rows)])
    assert state.figures.without.score == pytest.approx((answers.argmax(1) == part.y).mean())
    assert window.inside.chips.muted.isVisible()
    assert window.scene.layer_items["hidden_1"].figures.muted == {2, 5}

    hand.click(window.inside.chips.muted.button)
    assert state.muted == ()
    hand.wait(lambda: state.answer is not None and all(state.activations["hidden_1"].values[[2, 5], 0, 0]))
    QTest.keyClick(window.diagram, Qt.Key.Key_M)
    assert state.muted == (Unit("hidden_1", 5),)
    window.travel.look(1)
    hand.wait(lambda: state.answer.epoch == window.travel.epoch, LATER)
    window.document.edit_data(Builtin(name="wine"), "other data")
    assert (state.answer, state.activations) == (None, {})
