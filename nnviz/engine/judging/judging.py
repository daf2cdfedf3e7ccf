"""Answers to any rows of the data, and the loss of each of them: what an evaluation is made of."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Part
from nnviz.engine.build import Built
from nnviz.engine.feed import Feed
from nnviz.engine.inside.forward import Forward
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.rows import Rows
from nnviz.training.suggest import has_margin

Floats = NDArray[np.float32]


class Judge:
    """Judges a network as it is now, without touching its training.

    Args:
        built: the network.
        feed: lays samples and targets out as the network takes them.
        loss: the name of the loss, as the recipe has it.
        forward: the way through the network, where that is not the plain one.

    Attributes:
        outputs: how many numbers an answer has.
    """

    def __init__(self, built: Built, feed: Feed, loss: str, forward: Forward | None = None) -> None:
        self._built, self._feed = built, feed
        self._forward = forward or Forward(built)
        self._loss, self._margin = keras.losses.get(loss), has_margin(loss)
        specs = [tf.TensorSpec([None, *x.shape[1:]], tf.float32) for x in built.model.inputs]
        signature = specs if len(specs) == 1 else [specs]
        self._outputs = tf.function(self._answer, autograph=False, input_signature=signature)
        self.outputs = int(feed.joined([tf.zeros([1, *output.shape[1:]]) for output in built.model.outputs]).shape[1])

    @property
    def margin(self) -> bool:
        """Whether an answer to yes or no lies in [-1, 1] instead of being a probability."""
        return self._margin

    def judge(self, part: Part) -> tuple[Floats, Floats]:
        """What the network answers to the rows of *part* ``(n, outputs)``, and the loss of each ``(n,)``.

        Of several Outputs the losses are added up.
        """
        rows = self._feed.rows(part)
        assert isinstance(rows, Rows)  # the samples are in memory
        x, y, _ = rows.packed(rows.tensors)
        outputs = self._outputs(x)
        pairs = zip(tf.nest.flatten(y), tf.nest.flatten(outputs), strict=True)
        losses = sum(self._losses(truth, answer) for truth, answer in pairs)
        return np.asarray(self._feed.joined(outputs), np.float32), np.asarray(losses, np.float32)

    def answer(self, x: Floats) -> Floats:
        """What the network answers to the prepared samples *x* ``(n, *input_shape)``: ``(n, outputs)``."""
        shaped = tf.nest.map_structure(tf.constant, self._feed.shaped(x))
        return np.asarray(self._feed.joined(self._outputs(shaped)), np.float32)

    def _answer(self, x: Any) -> Any:
        return self._forward.outputs(x)

    def _losses(self, truth: Any, answer: Any) -> Any:
        """The loss of each row, ``(n,)``; the mean over all numbers of an answer, as Keras takes it."""
        loss = self._loss.call if isinstance(self._loss, keras.losses.Loss) else self._loss
        each = tf.cast(loss(truth, answer), tf.float32)
        return tf.reduce_mean(tf.reshape(each, [tf.shape(each)[0], -1]), axis=1)
