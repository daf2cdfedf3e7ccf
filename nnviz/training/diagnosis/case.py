"""What a diagnosis looks at: the network, its recipe, and what was measured of the run."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import log

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from nnviz.network.catalogue import CATALOGUE, full_args, name_of
from nnviz.network.facts import DataFacts
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.layer_history import LayerHistory
from nnviz.training.recipe import Recipe
from nnviz.training.schedules import batches_per_epoch

Floats = NDArray[np.float64]
NOT_FINITE = "became infinite or not a number"  # how the engine words a run that ended so
# Nothing is judged before so many epochs and steps: every run looks odd while it begins.
FIRST_EPOCHS, FIRST_STEPS = 5, 200
LEARNED = 0.5  # a loss below this share of what guessing gives: the network is learning, whatever its figures are
_CROSSENTROPIES = ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy")


@dataclass(frozen=True)
class Case:
    """A run so far.

    Attributes:
        network: the network that was trained, fitted to the data.
        facts: of the data.
        recipe: with loss and metrics filled in.
        loss: the loss after each epoch, ``(epochs,)``.
        validation: that of the validation part; empty where there is none.
        figures: how the layers learned.
        broke: whether the run ended because its numbers became infinite, or none at all.
    """

    network: NetworkSpec
    facts: DataFacts
    recipe: Recipe
    loss: Floats
    validation: Floats = field(default_factory=lambda: np.empty(0))
    figures: LayerHistory = field(default_factory=LayerHistory)
    broke: bool = False

    @property
    def epochs(self) -> int:
        """How many epochs are done."""
        return len(self.loss)

    @property
    def steps(self) -> int:
        """How many steps those are."""
        return self.epochs * batches_per_epoch(self.recipe, self.facts.rows[0])

    @property
    def settled(self) -> bool:
        """Whether the first epochs are over."""
        return self.epochs >= FIRST_EPOCHS and self.steps >= FIRST_STEPS

    @cached_property
    def chance(self) -> float | None:
        """The loss of guessing by how often each class is there: the entropy of the classes, in nats.

        None where that is not known: for numbers, other losses, weighted or evened classes, several outputs.
        """
        counts = np.array([count for count in self.facts.class_counts if count], float)
        plain = self.recipe.class_weight is None and self.facts.balance == "none" and self._output is not None
        if not plain or self.recipe.loss not in _CROSSENTROPIES or len(counts) < 2 or self.penalized:
            return None
        shares = counts / counts.sum()
        return float(-sum(share * log(share) for share in shares.tolist()))

    @cached_property
    def penalized(self) -> bool:
        """Whether the loss has more in it than the error: a penalty on weights or activations."""
        return any(
            layer.kind == "ActivityRegularization"
            or any(name.endswith("_regularizer") and name_of(value) != "none" for name, value in layer.args.items())
            for layer in self.network.layers
        )

    @property
    def reference(self) -> float:
        """What a network that has learned nothing would have: the loss of guessing, or that of the first epoch."""
        return self.chance if self.chance is not None else float(self.loss[0]) if self.epochs else float("nan")

    @property
    def struggles(self) -> bool:
        """Whether the loss has not yet come down to half of what it is without having learned."""
        return self.epochs > 0 and not float(self.loss[-1]) < LEARNED * self.reference

    @cached_property
    def weighted(self) -> tuple[str, ...]:
        """The layers that have a gradient, in the order of the network."""
        return tuple(
            layer for layer in self.figures.layers if not np.isnan(self.figures.recent(layer, "gradient_norm"))
        )

    @cached_property
    def hidden(self) -> tuple[LayerSpec, ...]:
        """The layers between Input and Output, in the order of the network."""
        layers = self.network.ordered() or self.network.layers
        return tuple(layer for layer in layers if layer.kind not in ("Input", "Output"))

    @property
    def _output(self) -> LayerSpec | None:
        outputs = self.network.of_kind("Output")
        return outputs[0] if len(outputs) == 1 else None


def activation_of(layer: LayerSpec) -> str:
    """The activation that *layer* answers with; empty where it has none of its own."""
    if layer.kind == "ReLU":
        return "relu"
    if layer.kind not in CATALOGUE:
        return ""
    return name_of(full_args(layer).get("activation")) or ""


def smoothed(values: Floats, width: int) -> Floats:
    """The median of *width* values around each one, fewer at the ends, where it has as many on either side.

    A running median follows a turn without being pulled by single spikes (Tukey, Exploratory Data Analysis, 1977).
    """
    reach, count = min(max(0, width // 2), max(0, len(values) - 1) // 2), len(values)
    found = np.array(values, float)
    if count > 2 * reach:
        found[reach : count - reach] = np.median(sliding_window_view(found.copy(), 2 * reach + 1), axis=1)
    for span in range(reach):
        found[span] = np.median(values[: 2 * span + 1])
        found[count - 1 - span] = np.median(values[count - 1 - 2 * span :])
    return found


def in_blocks(values: Floats, most: int) -> tuple[Floats, int]:
    """*values* as means of at most *most* blocks of equal length, the last one maybe shorter; and that length."""
    size = max(1, -(-len(values) // most))
    if size == 1:
        return values, 1
    starts = np.arange(0, len(values), size)
    lengths = np.diff([*starts.tolist(), len(values)])
    return np.add.reduceat(values, starts) / lengths, size
