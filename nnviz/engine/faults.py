"""Training that runs out of the numbers: which batch, which layer, and what to say of it."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop import FusedLoop
from nnviz.errors import BadInput

PATIENCE = 2.0


class LayerFault(BadInput):
    """Bad input that concerns one layer.

    Attributes:
        layer: its id on the diagram.
    """

    def __init__(self, sentence: str, layer: str) -> None:
        super().__init__(sentence)
        self.layer = layer


def broken_layer(model: Any) -> str | None:
    """The Keras name of the first layer with a weight that is not finite."""
    for layer in model.layers:
        if any(not np.isfinite(weight.numpy()).all() for weight in layer.weights):
            return str(layer.name)
    return None


def culprit(loop: FusedLoop) -> tuple[str | None, int | None]:
    """The layer in which the epoch that now begins breaks, by its Keras name, and the batch (0-based).

    Runs the epoch again batch by batch, for at most two seconds, and leaves the loop in the middle of it. What breaks
    first is a layer whose answer is not finite; where all answers are, a layer whose weights are not after the step.
    """
    deadline = time.monotonic() + PATIENCE
    while loop.batch < loop.batches and time.monotonic() < deadline:
        batch, before = loop.batch, loop.state.read()
        logs = loop.run_batches(1)
        if np.isfinite(logs[0]) and loop.state.finite():
            continue
        after = broken_layer(loop.model)
        loop.state.write(before)
        overflowing = _overflowing(loop.model, loop.samples(batch))
        last = loop.model.layers[-1].name
        return overflowing or (last if not np.isfinite(logs[0]) else after), batch
    return None, None


def _overflowing(model: Any, x: Any) -> str | None:
    """The first layer whose answer to the samples *x* is not finite."""
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    probe = keras.Model(model.inputs, [layer.output for layer in layers])
    answers = probe(x, training=False)
    for layer, answer in zip(layers, answers, strict=True):
        if not bool(tf.reduce_all(tf.math.is_finite(answer))):
            return str(layer.name)
    return None
