"""A generator against a discriminator in the real window with the engine: chosen by hand, looked back at, forked."""

from __future__ import annotations

import numpy as np
import pytest
import safetensors.numpy

from nnviz.data.spec import Builtin
from nnviz.engine.showing.pictures import sampled
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import snapshot_bytes
from nnviz.project.runs import Fork, Run
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.methods.noise import noise_of
from nnviz.training.recipe import OptimizerSpec, Recipe
from nnviz.ui.inside.generated import MOST_POINTS
from nnviz.ui.inspector.inspector import RECIPE as RECIPE_TAB
from tests.e2e.conftest import LATER, Hand
from tests.ui.inspector.recipe_helpers import choose

pytestmark = pytest.mark.nightly
DATA = Builtin(name="blobs", samples=200)
DRAWN = NetworkSpec(
    (
        LayerSpec("noise", "Input", {"shape": (3,)}),
        LayerSpec("maker", "Dense", {"units": 6, "activation": "tanh"}),
        LayerSpec("point", "Dense", {"units": 2}),
        LayerSpec("judge", "Dense", {"units": 6, "activation": "tanh"}),
        LayerSpec("output", "Output"),
    ),
    (("noise", "maker"), ("maker", "point"), ("point", "judge"), ("judge", "output")),
)
RECIPE = Recipe(optimizer=OptimizerSpec("Adam", {"learning_rate": 0.01}), epochs=8, batch_size=50, seed=2)


def made(run: Run, epoch: int, x: np.ndarray) -> np.ndarray:
    """What the generator as it was kept makes of the noise of the samples *x*, in plain numpy."""
    w = safetensors.numpy.load(snapshot_bytes(run, "kept", epoch))
    hidden = np.tanh(noise_of(x, RECIPE.seed, (3,)) @ w["maker/kernel"] + w["maker/bias"])
    return hidden @ w["point/kernel"] + w["point/bias"]


def test_chosen_mended_trained_looked_back_at_and_forked(hand: Hand) -> None:
    window, session, running = hand.window, hand.window.session, hand.window.running
    document, surface = window.document, hand.window.panes.surface
    hand.open(DRAWN, DATA, RECIPE)
    window.inspector.show_tab(RECIPE_TAB)
    window.inspector.recipe.build()
    choose(window.inspector.recipe.method.method, Adversarial)
    while document.problems:  # of three classes it would answer with three units
        document.apply_fix(document.problems[0])
    assert document.network.layer("output").args == {"units": 1, "activation": "sigmoid"}
    assert window.panes.can_be_seen(surface)
    hand.train_to_the_end()
    hand.wait(lambda: session.kept.epochs == tuple(range(9)) and len(running.runs[-1].kept) == 9, LATER)
    (first,) = running.runs
    assert set(first.columns) >= {"distance", "val_generator_loss"}

    train = document.dataset.train
    x = np.asarray(train.x[sampled(train.rows, MOST_POINTS)], np.float32)
    for epoch in (0, 3):
        window.travel.look(epoch)
        expected = made(first, epoch, x)
        hand.wait(
            lambda expected=expected: (
                surface.view._generated is not None and np.allclose(surface.view._generated, expected, atol=1e-5)
            ),
            LATER,
        )

    with hand.qtbot.waitSignal(session.run_ended, timeout=LATER):
        hand.click(window.topbar.train)
    hand.wait(lambda: len(running.runs) == 2 and len(running.runs[-1].kept) == 9, LATER)
    old, fork = running.runs
    assert fork.fork == Fork(1, 3)
    np.testing.assert_array_equal(made(fork, 8, x), made(old, 8, x))
    for key in old.columns:
        np.testing.assert_array_equal(fork.columns[key], old.columns[key])
