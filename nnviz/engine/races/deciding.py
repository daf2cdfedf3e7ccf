"""The deciding layer of an ensemble: a Dense that learns from the members' answers, on the training part alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.keras_setup import keras
from nnviz.network.facts import DataFacts
from nnviz.network.fit import OUTPUT_ACTIVATION
from nnviz.training.order import epoch_orders

BATCH, RATE = 64, 0.02
STEPS, MOST_EPOCHS = 1000, 100  # a layer of so few weights has learned what it can by then
LOSSES = {"regression": "mse", "binary": "categorical_crossentropy", "classes": "categorical_crossentropy",
          "labels": "binary_crossentropy"}  # fmt: skip
Floats = NDArray[np.float64]


class Deciding:
    """A layer over the members' answers, all of them side by side.

    It begins as their average: each answer goes to its own unit with the same weight. Softmax and sigmoid make less of
    that than it was, and training finds how much each member is worth for each class.

    Args:
        members: how many there are.
        width: how many numbers each of them answers.
        facts: what the answers are.
        seed: of the order of the rows.
    """

    def __init__(self, members: int, width: int, facts: DataFacts, seed: int) -> None:
        self._facts, self._width, self._seed = facts, width, seed
        activation = "softmax" if facts.task == "binary" else OUTPUT_ACTIVATION[facts.task]
        keras.utils.set_random_seed(seed)
        self._layer = keras.layers.Dense(width, activation=activation)
        self._model = keras.Sequential([keras.Input((members * width,)), self._layer])
        self._layer.set_weights([np.tile(np.eye(width), (members, 1)) / members, np.zeros(width)])
        self._model.compile(keras.optimizers.Adam(RATE), LOSSES[facts.task])

    def train(self, members: Sequence[Floats], targets: NDArray[Any]) -> Iterator[float]:
        """Learn from what the *members* answer to the training rows; yields how much is done, a batch at a time."""
        x, y = _side_by_side(members), self._wanted(targets)
        batches = -(-len(x) // BATCH)
        epochs = min(MOST_EPOCHS, max(1, -(-STEPS // batches)))
        for epoch in range(epochs):
            order = epoch_orders(self._seed, epoch, 1, len(x))[0]
            for batch in range(batches):
                rows = order[batch * BATCH : (batch + 1) * BATCH]
                self._model.train_on_batch(x[rows], y[rows])
                yield (epoch * batches + batch + 1) / (epochs * batches)

    def answers(self, members: Sequence[Floats]) -> Floats:
        """What it makes of the members' answers."""
        return np.asarray(self._model.predict_on_batch(_side_by_side(members)), np.float64)

    def _wanted(self, targets: NDArray[Any]) -> NDArray[np.float32]:
        if self._facts.task in ("binary", "classes"):
            hot = np.eye(self._width, dtype=np.float32)
            return np.asarray(hot[np.asarray(targets).reshape(-1).astype(int)])
        return np.asarray(targets, np.float32).reshape(len(targets), -1)


def _side_by_side(members: Sequence[Floats]) -> NDArray[np.float32]:
    return np.concatenate(members, axis=1).astype(np.float32)
