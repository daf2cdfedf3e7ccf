"""Time travel in the real window with the engine: looking back, forking, exporting, saving and looking back again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.backend.state import State
from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import open_project, snapshot_bytes
from nnviz.project.runs import Fork, Run
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 5, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "hidden_1"), ("hidden_1", "output")))
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.03}), epochs=24, batch_size=20, seed=4)
POINTS = Builtin(name="moons", samples=100, noise=0.1)


def drag_to(hand: Hand, epoch: int) -> None:
    """Take the handle with the mouse and pull it over the whole run to *epoch*; wait until everything shows it."""
    slider = hand.window.travel.bar.slider
    middle = slider.height() // 2
    start, end = (QPoint(round(slider.track.x(e)), middle) for e in (0, epoch))
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(slider, start + (end - start) * step / 4)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    assert hand.window.travel.epoch == epoch
    live = hand.window.live
    hand.wait(lambda: live.weights is not None and live.weights.epoch == epoch and live.surface.epoch == epoch, LATER)


def stored(run: Run, epoch: int) -> dict[str, NDArray[np.float32]]:
    return safetensors.numpy.load(snapshot_bytes(run, "kept", epoch))


def assert_shown(hand: Hand, weights: dict[str, NDArray[np.float32]]) -> None:
    """The diagram and the panes have these very weights, bit for bit, and the surface is what they answer."""
    live = hand.window.live
    for layer in ("hidden_1", "output"):
        np.testing.assert_array_equal(live.kernels[layer].matrix, weights[f"{layer}/kernel"])
        np.testing.assert_array_equal(live.kernels[layer].bias, weights[f"{layer}/bias"])
    x0, x1, y0, y1 = live.surface.extent
    x, y = np.meshgrid(np.linspace(x0, x1, live.surface.size), np.linspace(y0, y1, live.surface.size))
    points = np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float32)
    scaled = hand.window.document.dataset.preparation.scale(points)
    inside = np.tanh(scaled @ weights["hidden_1/kernel"] + weights["hidden_1/bias"])
    answer = 1 / (1 + np.exp(-(inside @ weights["output/kernel"] + weights["output/bias"])))
    shown = np.frombuffer(live.surface.values, "<f4").reshape(-1, live.surface.outputs)
    np.testing.assert_allclose(shown, answer, atol=1e-5)


def test_look_back_fork_export_save_and_look_back_again(hand: Hand, tmp_path: Path) -> None:
    window, session, running, travel = hand.window, hand.window.session, hand.window.running, hand.window.travel
    hand.open(NETWORK, POINTS, RECIPE)
    hand.train_to_the_end()
    hand.wait(lambda: session.kept.epochs == tuple(range(25)) and len(running.runs[-1].kept) == 25, LATER)
    (first,) = running.runs
    final = stored(first, 24)

    drag_to(hand, 7)
    assert_shown(hand, stored(first, 7))
    bar, history = travel.bar, session.history
    assert (bar.chip.text, bar.chip.past, window.topbar.epoch.value.text()) == ("epoch 7 of 24", True, "7")
    assert window.panes.loss.view.overlay.seen == window.panes.score.view.overlay.seen == 7
    assert f"{history.column('loss')[6]:.3f}" == window.topbar.loss.value.text()
    assert (session.epoch, session.state) == (24, State.ENDED)
    with hand.qtbot.waitSignal(session.exported, timeout=LATER):
        running.export("safetensors", tmp_path / "seven.safetensors")
    for name, array in safetensors.numpy.load((tmp_path / "seven.safetensors").read_bytes()).items():
        np.testing.assert_array_equal(array, stored(first, 7)[name])

    QTest.keyClick(bar.slider, Qt.Key.Key_Escape)
    hand.wait(lambda: window.live.weights.epoch == 24 and window.live.surface.epoch == 24)
    assert_shown(hand, final)
    assert (travel.epoch, bar.chip.past) == (None, False)

    drag_to(hand, 10)
    with hand.qtbot.waitSignal(session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: len(running.runs) == 2 and len(running.runs[-1].kept) == 25, LATER)
    old, fork = running.runs
    assert (old.ending, old.epochs, fork.ending, fork.epochs, fork.fork) == (
        "finished", 24, "finished", 24, Fork(1, 10),
    )  # fmt: skip
    np.testing.assert_array_equal(fork.columns["loss"], old.columns["loss"])
    for name, array in stored(fork, 24).items():  # nothing was changed: the optimizer went on as it had stood
        np.testing.assert_array_equal(array, final[name])
    assert len(window.panes.loss.curves.earlier) == 24
    assert travel.epoch is None

    path = tmp_path / "travelled.nnviz"
    with hand.qtbot.waitSignal(window.files.said, timeout=LATER):
        window.files.save_to(path)
    again = open_project(path).runs
    assert [(run.fork, len(run.kept)) for run in again] == [(None, 25), (Fork(1, 10), 25)]
    window.files.new()
    hand.wait(lambda: session.kept.epochs == () and not running.runs)
    window.files.open(path)
    hand.wait(lambda: session.kept.epochs == tuple(range(25)), LATER)
    drag_to(hand, 7)
    assert_shown(hand, stored(again[0], 7))
