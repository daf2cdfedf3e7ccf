"""Filters in the real window, with the weights of the real engine."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.recipe import Recipe
from nnviz.ui import theme
from nnviz.ui.panes.colouring import signed_pixels
from tests.e2e.conftest import LATER, Hand

KINDS = {
    "input": ("Input", {}),
    "conv": ("Conv2D", {"filters": 4, "kernel_size": 3}),
    "flat": ("Flatten", {}),
    "output": ("Output", {}),
}
NETWORK = NetworkSpec(
    tuple(LayerSpec(name, *what) for name, what in KINDS.items()),
    (("input", "conv"), ("conv", "flat"), ("flat", "output")),
)


@pytest.mark.nightly
def test_a_click_on_a_convolution_shows_its_kernels_and_they_learn(hand: Hand) -> None:
    window, pane = hand.window, hand.window.panes.weights
    hand.open(NETWORK, Builtin(name="digits"), Recipe(epochs=2))
    hand.wait(lambda: "conv" in window.live.kernels, LATER)
    hand.wait(lambda: "conv" in window.scene.layer_items)
    hand.click_on_diagram(hand.on_diagram("output"))
    hand.wait(lambda: pane.shown_layer == "output" and pane.wanted is None and not pane._stale)
    hand.click_on_diagram(hand.on_diagram("conv"))
    hand.wait(lambda: pane.mosaic.view.filters is not None and pane.mosaic.isVisible(), LATER)
    assert_drawn(hand)
    before = pane.mosaic.view.values.copy()
    hand.train_to_the_end()
    hand.wait(lambda: window.live.weights is not None and window.live.weights.epoch == 2, LATER)
    hand.wait(lambda: not pane._stale)
    assert_drawn(hand)
    assert not np.array_equal(pane.mosaic.view.values, before)
    window.panes._docks[window.panes.layers].raise_()
    hand.wait(lambda: window.session._watch.filters is None)  # nobody sees them


def assert_drawn(hand: Hand) -> None:
    """What is on the screen are the weights that the diagram has."""
    view, kernel = hand.window.panes.weights.mosaic.view, hand.window.live.kernels["conv"].matrix
    np.testing.assert_array_equal(view.values[..., 0], kernel.T.reshape(4, 3, 3))
    assert view.plan is not None
    image = view.grab().toImage()
    colours = signed_pixels(view.values[..., 0], view.limit, theme.current())
    for place in np.ndindex(4, 3, 3):
        centre = view.plan.number(*place).center().toPoint()
        seen = QColor(image.pixel(centre))
        assert (seen.red(), seen.green(), seen.blue()) == tuple(colours[place])
