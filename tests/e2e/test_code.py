"""The code of an autoencoder in the real window, with the real engine: the plane, and a point that is dragged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.network.edits import set_args
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.e2e.conftest import LATER, Hand

LAYERS = (
    LayerSpec("input", "Input"),
    LayerSpec("flatten", "Flatten"),
    LayerSpec("code", "Dense", {"units": 2, "activation": "linear"}),
    LayerSpec("output", "Output"),
)
NETWORK = NetworkSpec(LAYERS, (("input", "flatten"), ("flatten", "code"), ("code", "output")))
DIGITS = Builtin(name="digits", task="reconstruction")
RECIPE = Recipe(loss="mse", optimizer=OptimizerSpec("Adam", {"learning_rate": 0.01}), epochs=3, seed=4)
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.nightly
def test_the_plane_follows_the_run_and_a_dragged_point_is_decoded(hand: Hand, tmp_path: Path):
    window, code, pane = hand.window, hand.window.inside.code, hand.window.panes.code
    hand.open(NETWORK, DIGITS, RECIPE)
    hand.wait(lambda: window.panes.can_be_seen(pane), LATER)  # it comes with the data
    hand.train_to_the_end()
    session = Session(Project(NETWORK, DIGITS, RECIPE), tmp_path)  # the same run again, without a window
    while session.advance(3).ending is None:
        pass
    part, planes = session.dataset.train, []
    window.session.inside_changed.connect(planes.append)

    expected = session.codes("code", np.asarray(part.x, "f4"))
    hand.wait(lambda: pane._codes is not None and np.allclose(pane._codes.points, expected, atol=1e-3), LATER)
    assert pane._codes.names == tuple("0123456789")
    assert len(pane._codes.classes) == part.rows

    view = pane.view
    hand.wait(lambda: view.plan() is not None and not code._waiting, LATER)
    assert view.point == pytest.approx(tuple(np.median(expected, axis=0)), abs=1e-3)  # until a hand takes it
    start = view.plan().area.center().toPoint()
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(1, 20):
        QTest.mouseMove(view, start + QPoint(step, -step))
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(19, -19))
    last = view.point
    hand.wait(lambda: code._asked == last and not code._waiting, LATER)
    answer = np.frombuffer(session.decoded("code", last).answer, "<f4").reshape(8, 8)
    grey = np.array([[view.picture.pixelColor(x, y).red() for x in range(8)] for y in range(8)])
    np.testing.assert_allclose(grey, np.clip(answer, 0, 1) * 255, atol=1.5)
    assert window.panes.code.view.point == last

    window.travel.look(1)
    hand.wait(lambda: bool(planes) and getattr(planes[-1], "epoch", getattr(planes[-1], "last", 0)) == 1, LATER)
    hand.wait(lambda: not np.allclose(pane._codes.points, expected, atol=1e-3), LATER)
    assert view.point == last

    window.document.edit_network(set_args(NETWORK, "code", units=3), "three units")
    assert code.layer is None
    assert "two units" in view.sentence
    window.document.edit_data(Builtin(name="moons"), "other data")
    hand.wait(lambda: not window.panes.can_be_seen(pane), LATER)
    assert code.wanted == ("", None)
