"""Weights set with the mouse in the real window with the engine: everything answers, and undo, run and file know it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtTest import QTest

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import open_project, snapshot_bytes
from nnviz.training.by_hand import BIAS
from nnviz.training.recipe import OptimizerSpec, Recipe
from nnviz.ui.by_hand.weight_place import WeightPlace
from nnviz.ui.diagram.weight_lines import add_curve
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 4, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("SGD", {"learning_rate": 1e-9}), epochs=3, batch_size=50, seed=4)
POINTS = Builtin(name="moons", samples=100, noise=0.1)


def kernel(hand: Hand, layer: str = "hidden_1") -> np.ndarray:
    return hand.window.live.kernels[layer].matrix


def click_line(hand: Hand, link: tuple[str, str]) -> WeightPlace:
    """Click the strongest line of *link*, on which no other lies; the weight whose sheet has opened."""
    scene, view = hand.window.scene, hand.window.diagram
    line = scene.link_items[link].lines[-1]
    path = QPainterPath()
    add_curve(path, line.a, line.b)
    hand.click_on_diagram(view.mapFromScene(path.pointAtPercent(0.5)))
    hand.wait(hand.window.by_hand.popover.isVisible)
    place = hand.window.by_hand.popover.place
    assert place == WeightPlace(link[1], line.source, line.unit)
    return place


def drag_slider(hand: Hand, value: float) -> float:
    """Take the slider's handle and pull it to *value*; the value it has then."""
    popover, slider = hand.window.by_hand.popover, hand.window.by_hand.popover.slider
    middle = slider.height() // 2
    start, end = (QPoint(round(slider.pixel_of(v)), middle) for v in (popover.field.value, value))
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(slider, start + (end - start) * step / 4)
    place = popover.place
    hand.wait(lambda: kernel(hand, place.layer)[place.row, place.col] == np.float32(slider.value))  # still held
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    popover.hide()
    return slider.value


def type_number(hand: Hand, text: str) -> None:
    popover = hand.window.by_hand.popover
    popover.field.selectAll()
    QTest.keyClicks(popover.field, text)
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    popover.hide()


def test_weights_are_dragged_typed_undone_trained_on_and_saved(hand: Hand, tmp_path: Path) -> None:
    window, running, stack = hand.window, hand.window.running, hand.window.document.undo_stack
    hand.open(NETWORK, POINTS, RECIPE)
    hand.wait(lambda: "hidden_1" in window.live.kernels and window.live.surface is not None, LATER)
    initial, surface = kernel(hand).copy(), window.live.surface

    # Untrained: dragged, and the surface has answered by the time the hand still holds it.
    place = click_line(hand, ("input", "hidden_1"))
    value = drag_slider(hand, 1.7)
    assert window.live.surface.values != surface.values
    assert (stack.count(), stack.undoText()) == (1, f"Weight {'xy'[place.row]} → Hidden 1[{place.col + 1}]")
    hand.wait(lambda: running.runs and running.runs[-1].snapshot("last") is not None, LATER)
    (only,) = running.runs
    name = f"hidden_1.kernel[{place.row}, {place.col}]"
    assert only.imported
    assert [difference.name for difference in only.changes[0].what] == [name]
    stack.undo()
    hand.wait(lambda: running.runs == () and (kernel(hand) == initial).all())
    stack.redo()
    hand.wait(lambda: kernel(hand)[place.row, place.col] == np.float32(value) and running.runs)

    # Training goes on from there, at a learning rate that moves nothing.
    hand.train_to_the_end()
    (run,) = running.runs
    assert (run.ending, run.changes[0].epoch, run.changes[0].what[0].name) == ("finished", 0, name)
    np.testing.assert_allclose(kernel(hand)[place.row, place.col], value, rtol=1e-4)

    # Trained: a bias by a double click on its unit, typed; it is on the curves and in the file.
    item = window.scene.layer_items["hidden_1"]
    unit = window.diagram.mapFromScene(item.pos() + item.geometry.units[2].center())
    QTest.mouseDClick(window.diagram.viewport(), Qt.MouseButton.LeftButton, pos=unit)
    hand.wait(lambda: window.by_hand.popover.place == WeightPlace("hidden_1", BIAS, 2))
    type_number(hand, "-0.75")
    hand.wait(lambda: window.live.kernels["hidden_1"].bias[2] == np.float32(-0.75))
    hand.wait(lambda: len(running.changes) == 2)
    (bias,) = running.changes[-1].what
    assert (running.changes[-1].epoch, bias.name, bias.after) == (3, "hidden_1.bias[2]", "-0.75")
    assert window.panes.loss.view.overlay.marks[-1].epoch == 3

    # A whole layer, from the menu: what was there comes back from its file.
    before = kernel(hand, "output").copy()
    window.by_hand.clear(("output",))
    hand.wait(lambda: not kernel(hand, "output").any())
    stack.undo()
    hand.wait(lambda: (kernel(hand, "output") == before).all() and len(running.changes) == 2)

    path = tmp_path / "by_hand.nnviz"
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(path)
    (saved,) = open_project(path).runs
    weights = safetensors.numpy.load(snapshot_bytes(saved, "last"))
    assert weights["hidden_1/bias"][2] == np.float32(-0.75)
    assert saved.changes == running.changes

    # While it runs; an undo sets what was there when the gesture began. After a reset it does nothing.
    window.document.edit_recipe(Recipe(optimizer=RECIPE.optimizer, epochs=10**6, batch_size=50, seed=4), "longer")
    with hand.qtbot.waitSignal(window.session.run_started, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: window.session.epoch > 10, LATER)
    place = click_line(hand, ("hidden_1", "output"))
    was = window.by_hand.popover.field.value
    value = drag_slider(hand, -1.2)
    hand.wait(lambda: abs(kernel(hand, "output")[place.row, 0] - value) < 1e-3)
    assert window.session.state is State.TRAINING
    stack.undo()
    hand.wait(lambda: abs(kernel(hand, "output")[place.row, 0] - was) < 1e-3)
    stack.redo()
    window.running.reset()
    hand.wait(lambda: window.session.epoch == 0 and (kernel(hand) == initial).all(), LATER)
    told = []
    window.space.hand_edits.said.connect(told.append)
    stack.undo()
    assert told == ["The network has started afresh since: nothing was set"]
    assert (kernel(hand) == initial).all()


@pytest.mark.nightly
def test_a_fork_claims_the_weights_that_it_has_and_an_undo_never_sets_those_of_another_run(hand: Hand) -> None:
    """By hand at the best epoch, whose snapshot stays as it was, and at one that is not the best."""
    window, running, travel = hand.window, hand.window.running, hand.window.travel
    learning = Recipe(optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1}), epochs=4, batch_size=20, seed=4)
    hand.open(NETWORK, POINTS, learning)
    place, told = WeightPlace("hidden_1", 0, 1), []
    window.space.hand_edits.said.connect(told.append)
    values = (3.0, -40.0, 5.0)  # the second one is so far off that what follows is mostly no better
    for value in values:
        hand.train_to_the_end()
        hand.wait(lambda: window.session.kept.epochs and window.session.kept.epochs[-1] == window.session.epoch)
        number = len(running.changes)
        window.by_hand.set_weight(place, float(kernel(hand)[0, 1]), value)
        hand.wait(lambda number=number: len(running.changes) == number + 1, LATER)
    hand.train_to_the_end()
    stands, changes = running.standing, running.changes
    assert [change.epoch for change in changes] == [4, 8, 12]
    for change, value in zip(changes, values, strict=True):
        travel.look(change.epoch)
        hand.wait(lambda epoch=change.epoch: window.live.weights.epoch == epoch, LATER)
        has = kernel(hand)[0, 1] == np.float32(value)
        with hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
            travel.fork()
        claimed = [d for found in running.standing.changes if found.epoch == change.epoch for d in found.what]
        assert bool(claimed) == has, change
        assert running.standing.fork.epoch == change.epoch
        # The steps of undo are of the run that the fork left alone.
        before = kernel(hand).copy()
        window.document.undo_stack.undo()
        assert told.pop() == "The network has started afresh since: nothing was set"
        np.testing.assert_array_equal(kernel(hand), before)
        window.runs.open(stands)
        hand.wait(lambda: running.standing is not None and running.standing.id == stands.id, LATER)
        hand.wait(lambda: window.session.epoch == stands.epochs and window.session.kept.epochs, LATER)
