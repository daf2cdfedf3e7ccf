"""What a training will need of the memory, estimated before it starts.

The sum of four parts, each in bytes:

- ``base``: Python, TensorFlow and scikit-learn in a warm engine, with XLA's compiler at work.
- ``weights``: so many copies of every weight: the live one, the initial one that Reset goes back to, the one before
  the piece of training under way that a failure goes back to, the gradients, and what the step and the figures of
  the layers need on the way; three of every slot of the optimizer (a number that it remembers for each weight); and
  for the twin on which XLA is tried two more of both, since a compiled step gives the new ones before the old ones go,
  and two more of every weight for its gradients and what is on the way.
- ``activations``: the outputs of all layers for one batch, forwards and backwards.
- ``data``: all samples as read, as prepared and as tensors.

Calibrated on 12 networks (wide, deep, branching, with large batches, with large data; SGD, Adam, AdamW with averages,
Muon), each in an engine of its own with the figures of its layers watched: a nightly test holds the most memory that
each ever has between 0.5 and 1.05 of the estimate.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from nnviz.data.memory import budget
from nnviz.network.catalogue import name_of
from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.methods.kinds import Adversarial, QLearning
from nnviz.training.optimizers import full_args
from nnviz.training.recipe import OptimizerSpec, Recipe

Part = Literal["base", "weights", "activations", "data"]

NUMBER = 4  # bytes of a float32
BASE = 950 * 2**20
WEIGHT_COPIES = 9.0
SLOT_COPIES = 3.0
STEP_COPIES = {"Muon": 16.0}  # what a step that multiplies matrices needs besides
TWIN_WEIGHT_COPIES, TWIN_SLOT_COPIES = 4.0, 2.0
TWIN_UP_TO = 512 * 2**20  # larger weights and slots are not tried with XLA, see engine/loop/race.py
# Of the outputs of a layer: TensorFlow computes these activations in one step, those in many that are all kept for
# the way back, and the others in two or three.
ONE_STEP = ("linear", "relu", "relu6", "tanh", "sigmoid", "elu", "selu", "softmax", "softsign", "exponential")
MANY_STEPS = ("gelu", "mish", "tanh_shrink", "squareplus", "celu", "hard_silu")
ONE_STEP_COPIES, FEW_STEPS_COPIES, MANY_STEPS_COPIES = 2.8, 4.4, 7.4
# How often a step goes through the layers: a discriminator sees real and made-up samples, and these again for the
# generator; of a move both boards are looked at.
PASSES: dict[type, float] = {Adversarial: 3.0, QLearning: 2.0}
DATA_COPIES = 3.5
STREAM_BUFFER = 256 * 2**20  # what is in memory at a time of data that are streamed
WARNED_ABOVE = 0.7  # of what is free

# Numbers an optimizer remembers for each weight, where no option adds to it. Adafactor keeps a row and a column for
# a matrix, but makes room for the matrix all the same; Muon has one for a matrix and two for all else.
_SLOTS = {
    "SGD": 0, "Adagrad": 1, "RMSprop": 1, "Lion": 1, "Adafactor": 1, "Muon": 1,
    "Adam": 2, "AdamW": 2, "Nadam": 2, "Adamax": 2, "Adadelta": 2, "Ftrl": 2, "Lamb": 2, "ScheduleFreeAdamW": 2,
}  # fmt: skip
# Each of these options adds a number for each weight where it is on (Muon always has its momentum).
_EXTRA_SLOTS = ("amsgrad", "momentum", "centered", "use_ema", "gradient_accumulation_steps")


@dataclass(frozen=True)
class MemoryEstimate:
    """What a training will need, part by part in bytes.

    Attributes:
        base, weights, activations, data: see the module.
        heaviest: the id of the layer with most weights; None where no layer has any.
        batch: rows of a step, which the activations grow with.
    """

    base: int
    weights: int
    activations: int
    data: int
    heaviest: str | None
    batch: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.base + self.weights + self.activations + self.data

    @property
    def largest(self) -> Part:
        """The part that takes most, the base only where the others take next to nothing."""
        parts: dict[Part, int] = {"weights": self.weights, "activations": self.activations, "data": self.data}
        part = max(parts, key=lambda name: parts[name])
        return part if parts[part] * 4 > self.base else "base"

    @property
    def advice(self) -> Sentence:
        """What takes most, and what would make it smaller."""
        if self.largest == "weights":
            return Sentence("most of it for the weights of {0}, so give it fewer units", self.heaviest)
        if self.largest == "activations":
            return Sentence("most of it for batches of {0} rows, so make them smaller", f"{self.batch:,}")
        if self.largest == "data":
            return Sentence("most of it for the data, so use fewer rows")
        return Sentence("most of it for TensorFlow itself, so close other programs")

    def batch_within(self, limit: float) -> int | None:
        """The largest power of two as a batch size that needs at most *limit* bytes; None where none does."""
        rest = limit - (self.total - self.activations)
        rows = rest * self.batch / self.activations if self.activations else 0
        return 2 ** int(math.log2(rows)) if rows >= 1 else None


def estimate(
    fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe, streamed: bool | None = None
) -> MemoryEstimate | None:
    """What training *fitted* by *recipe* on data of *facts* will need; None while a shape is not known.

    Args:
        fitted: the network fitted to the data.
        inference: its shapes and parameters.
        facts: of the data.
        recipe: optimizer and batch size count.
        streamed: whether the data are read in blocks while training; None where their size decides.
    """
    if not inference.shapes or any(shape is None for shape in inference.shapes.values()):
        return None
    played = isinstance(recipe.method, QLearning)  # it learns from as many moves, however few games there are
    batch = max(1, recipe.batch_size if played else min(recipe.batch_size, max(facts.rows)))
    passes = PASSES.get(type(recipe.method), 1.0)
    counts = {layer.id: inference.parameters.get(layer.id, 0) for layer in fitted.layers}
    heaviest = max(counts, key=lambda name: counts[name])
    return MemoryEstimate(
        base=BASE,
        weights=_weights(inference.total_parameters * NUMBER, recipe.optimizer),
        activations=round(sum(_outputs(layer, inference) for layer in fitted.layers) * batch * NUMBER * passes),
        data=_data(facts, streamed),
        heaviest=heaviest if counts[heaviest] else None,
        batch=batch,
    )


def slots(optimizer: OptimizerSpec) -> int:
    """How many numbers *optimizer* remembers for each weight."""
    args: Mapping[str, Any] = full_args(optimizer.kind, optimizer.args)
    extra = [name for name in _EXTRA_SLOTS if args.get(name) and not (optimizer.kind == "Muon" and name == "momentum")]
    return _SLOTS[optimizer.kind] + len(extra)


def _weights(size: int, optimizer: OptimizerSpec) -> int:
    """Bytes for weights of *size* bytes and all that goes with them."""
    remembered = slots(optimizer)
    copies = WEIGHT_COPIES + SLOT_COPIES * remembered + STEP_COPIES.get(optimizer.kind, 0.0)
    if size * (1 + remembered) <= TWIN_UP_TO:
        copies += TWIN_WEIGHT_COPIES + TWIN_SLOT_COPIES * remembered
    return round(size * copies)


@lru_cache(maxsize=1024)
def _numbers(sample: Shape) -> int:
    """How many numbers a sample of that shape has; an open size counts as 1."""
    return math.prod(size or 1 for size in sample)


def _outputs(layer: LayerSpec, inference: Inference) -> float:
    """How many numbers are kept for each row of a batch because of *layer*."""
    shape = inference.shapes[layer.id] or ()
    activation = name_of(layer.args.get("activation")) or "linear"
    copies = ONE_STEP_COPIES if activation in ONE_STEP else FEW_STEPS_COPIES
    if activation in MANY_STEPS:
        copies = MANY_STEPS_COPIES
    return _numbers(shape[1:]) * copies


def _data(facts: DataFacts, streamed: bool | None) -> int:
    rows = sum(facts.rows)
    if streamed is None:
        streamed = rows * facts.features * NUMBER > budget()
    whole = round(rows * (facts.features + facts.outputs) * NUMBER * DATA_COPIES)
    return min(whole, STREAM_BUFFER) if streamed else whole


def size_text(size: float) -> str:
    """Bytes for a person: ``12 KB``, ``640 MB``, ``1.2 GB``, ``37 GB``."""
    if size < 1e6:
        return f"{size / 1e3:.0f} KB"
    if size < 950e6:
        return f"{size / 1e6:.0f} MB"
    return f"{size / 1e9:.1f} GB" if size < 10e9 else f"{size / 1e9:,.0f} GB"
