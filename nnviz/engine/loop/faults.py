"""Training that runs out of the numbers: which batch, which layer, and what to say of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.fused import FusedLoop
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

PATIENCE = 2.0


class LayerFault(BadInput):
    """Bad input that concerns one layer.

    Attributes:
        layer: its id on the diagram.
    """

    def __init__(self, sentence: str, layer: str) -> None:
        super().__init__(sentence)
        self.layer = layer


@dataclass(frozen=True)
class Breakdown:
    """Where numbers stopped being finite.

    Attributes:
        part: in the weights while training, in what the optimizer remembers of them, or in the validation part.
        layer: the Keras name of the layer; None where it could not be found.
        batch: the batch of the epoch, or of the validation part (0-based); None where it could not be found.
    """

    part: Literal["training", "optimizer", "validation"] = "training"
    layer: str | None = None
    batch: int | None = None

    def sentence(self, epoch: int, layer: str | None) -> str:
        """What to tell a person: it happened after *epoch* good epochs, in the layer that they call *layer*."""
        kept = Sentence("the weights after epoch {0}", epoch) if epoch else Sentence("the initial weights")
        place = Sentence("epoch {0}", epoch + 1)
        if self.batch is not None:
            place = Sentence("epoch {0}, batch {1}", epoch + 1, self.batch + 1)
        what = self._what(layer)
        if self.part == "validation":
            return Sentence(
                "Training failed in {0} of the validation part: {1} became infinite or not a number there, though not "
                "in training; {2} are back. Look for validation rows far from all training rows, or try a smaller "
                "learning rate.",
                place, what, kept,
            )  # fmt: skip
        return Sentence(
            "Training failed in {0}: {1} became infinite or not a number; {2} are back. Try a smaller learning rate, "
            "or scale the inputs.",
            place, what, kept,
        )  # fmt: skip

    def _what(self, layer: str | None) -> Sentence:
        """What stopped being finite."""
        if self.part == "optimizer":
            averages = Sentence("the optimizer's averages")
            return Sentence("the optimizer's averages of {0}", layer) if layer else averages
        if layer is None:
            return Sentence("the loss")
        if self.part == "validation":
            return Sentence("the answers of {0}", layer)
        return Sentence("numbers in {0}", layer)


def broken_layer(model: Any) -> str | None:
    """The Keras name of the first layer with a weight that is not finite."""
    for layer in model.layers:
        if any(not np.isfinite(weight.numpy()).all() for weight in layer.weights):
            return str(layer.name)
    return None


def culprit(loop: FusedLoop) -> Breakdown:
    """Where the epoch that now begins breaks.

    Runs the epoch again batch by batch, for at most two seconds, and leaves the loop in the middle of it. What breaks
    first is a layer whose answer is not finite; where all answers are, a layer whose weights are not after the step;
    where these are too, one whose averages in the optimizer are not, or whose answer to validation rows is not.
    """
    deadline = time.monotonic() + PATIENCE
    while loop.batch < loop.batches and time.monotonic() < deadline:
        batch, before = loop.batch, loop.state.read()
        logs = loop.run_batches(1)
        if np.isfinite(logs[0]) and loop.state.finite():
            continue
        after, remembered = broken_layer(loop.model), _broken_memory(loop.model)
        loop.state.write(before)
        overflowing = _overflowing(loop.model, loop.samples(batch))
        if overflowing or not np.isfinite(logs[0]):
            return Breakdown("training", overflowing or loop.model.layers[-1].name, batch)
        return Breakdown("training", after, batch) if after else Breakdown("optimizer", remembered, batch)
    while loop.batch == loop.batches and loop.validated < loop.validation_batches and time.monotonic() < deadline:
        batch = loop.validated
        if not np.isfinite(loop.run_validation(1)[0]):
            overflowing = _overflowing(loop.model, loop.validation_samples(batch))
            return Breakdown("validation", overflowing or loop.model.layers[-1].name, batch)
    return Breakdown()


def _broken_memory(model: Any) -> str | None:
    """The Keras name of the first layer of which the optimizer remembers a number that is not finite."""
    for variable in model.optimizer.variables:
        if not np.isfinite(variable.numpy()).all():
            # Keras calls such a variable after the weight's path: ``hidden_1_kernel_velocity``.
            owners = [layer for layer in model.layers for w in layer.weights if _is_of(variable, w)]
            if owners:
                return str(owners[0].name)
    return None


def _is_of(remembered: Any, weight: Any) -> bool:
    return str(remembered.name).startswith(weight.path.replace("/", "_") + "_")


def _overflowing(model: Any, x: Any) -> str | None:
    """The first layer whose answer to the samples *x* is not finite."""
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    # Of a model inside the model, its own output would be that of its inner graph.
    probe = keras.Model(model.inputs, [keras.Operation.output.fget(layer) for layer in layers])
    answers = keras.tree.flatten(probe(x, training=False))  # a single one comes bare
    for layer, answer in zip(layers, answers, strict=True):
        if not bool(tf.reduce_all(tf.math.is_finite(answer))):
            return str(layer.name)
    return None
