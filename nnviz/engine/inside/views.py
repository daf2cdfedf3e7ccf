"""What is shown of the inside of a network, as messages for the window; and the network without its muted units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset, Part
from nnviz.data.sources import catch
from nnviz.engine.build import Built
from nnviz.engine.feed import Feed
from nnviz.engine.inside.activation import layer_activation
from nnviz.engine.inside.forward import HeldForward, by_units, existing
from nnviz.engine.inside.incoming import incoming
from nnviz.engine.judging.judging import Judge
from nnviz.engine.showing.pictures import sampled
from nnviz.engine.showing.probes import SAMPLE_ROWS, Probes
from nnviz.network.bottleneck import UNITS, all_passes
from nnviz.network.spec import NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.inside.messages import Activations, Decoded, GameValues, Hold, Sample, Unit, UnitSeen
from nnviz.training.recipe import Recipe

MOST_TOLD = 1000  # numbers of an answer that are sent one by one
MOST_INCOMING = 4096  # weights into a unit
MOST_DECODED = 1 << 18  # numbers
Floats = NDArray[np.float32]


class InsideViews:
    """Pictures of the inside; a network in training and one of the past both have them.

    Attributes:
        network: the network fitted to the data.
    """

    epoch: int
    dataset: Dataset
    recipe: Recipe
    network: NetworkSpec
    _built: Built
    _feed: Feed
    _probes: Probes
    _held: HeldForward | None = None  # made when something is muted for the first time
    _held_probes: Probes | None = None
    _muted: tuple[tuple[Unit, ...], Hold, int] = ((), "zero", 0)
    muted: tuple[Unit, ...] = ()

    def hold(self, units: Sequence[Unit], how: Hold) -> None:
        """Hold the outputs of *units*, those that there are, in all that is shown from now on; ``muted`` tells which.

        Nothing that learns is touched: no weight, and none of the graphs of training.
        """
        wanted = tuple(units), how, self.epoch if how == "mean" else 0
        if wanted == self._muted:
            return
        self._muted = wanted
        numbers: dict[str, set[int]] = {}
        for unit in units:
            numbers.setdefault(unit.layer, set()).add(unit.number)
        there = existing(self._built, numbers)
        self.muted = tuple(sorted(Unit(layer, n) for layer, found in there.items() for n in found))
        if self.muted and self._held is None:
            self._held = HeldForward(self._built, self.network)
            self._held_probes = Probes(self._built, self.dataset, self._feed, self._held)
        if self._held is not None:
            self._held.hold(self._levels(there, how))

    def _levels(self, units: dict[str, set[int]], how: Hold) -> dict[str, dict[int, float]]:
        if how == "zero" or not units:
            return {layer: dict.fromkeys(numbers, 0.0) for layer, numbers in units.items()}
        train = self.dataset.train
        answers = self._probes.everything(np.asarray(train.x[sampled(train.rows, SAMPLE_ROWS)], np.float32))
        means = {layer: by_units(answers[layer]).mean(axis=(0, 1)) for layer in units}
        return {layer: {n: float(means[layer][n]) for n in numbers} for layer, numbers in units.items()}

    @property
    def _shown(self) -> Probes:
        """The network as it is shown: without the units that are muted."""
        return self._held_probes if self.muted and self._held_probes is not None else self._probes

    def judge(self) -> Judge:
        """What judges any rows by the weights it has when it is asked, with all units."""
        return Judge(self._built, self._feed, self.recipe.loss or "")

    def held_judge(self) -> Judge:
        """What judges any rows by the network without the units that are muted."""
        return Judge(self._built, self._feed, self.recipe.loss or "", self._held)

    # ------------------------------------------------------------ one sample

    def activations(self, sample: Sample, cells: int) -> Activations:
        """What every layer answers to *sample*, each in at most about *cells* numbers."""
        named = Sample(sample.part, sample.row)
        part: Part | None = None if sample.part == "given" else getattr(self.dataset, sample.part)
        x = self._given(sample) if sample.part == "given" else _row(part, sample.row)
        rows = 0 if part is None else part.rows
        if x is None:
            return Activations(self.epoch, named, rows, refused=Sentence("There is no such sample in the data."))
        answers = self._shown.everything(x)
        # Of a generator the layers show what it makes of the sample's noise: there is no answer to the sample itself.
        made = self._feed.generated is not None
        answer = np.zeros(0) if made else self._shown.answer(x).reshape(-1)
        truth = np.zeros(0) if part is None or made else np.asarray(part.y[sample.row : sample.row + 1]).reshape(-1)
        return Activations(
            epoch=self.epoch,
            sample=named,
            rows=rows,
            layers=tuple(layer_activation(layer_id, answers[layer_id][0], cells) for layer_id in answers),
            answer=tuple(answer.tolist()) if answer.size <= MOST_TOLD else (),
            truth=tuple(truth.astype(float).tolist()) if truth.size <= MOST_TOLD else (),
        )

    def _given(self, sample: Sample) -> Floats | None:
        x = np.frombuffer(sample.x, "<f4")
        shape = self.dataset.facts.input_shape
        return x.reshape(1, *shape) if x.size == self.dataset.facts.features else None

    # ------------------------------------------------------------ the code of an autoencoder

    def has_code(self, layer_id: str) -> bool:
        """Whether *layer_id* answers with two numbers, and everything passes it."""
        tensor = self._built.tensors.get(layer_id)
        return tensor is not None and tuple(tensor.shape[1:]) == (UNITS,) and all_passes(self.network, layer_id)

    def codes(self, layer_id: str, x: Floats) -> Floats:
        """The codes of the prepared samples *x*: ``(n, 2)``."""
        return self._shown.layer(layer_id, x)

    def decoded(self, layer_id: str, point: tuple[float, float]) -> Decoded:
        """What the network answers where *layer_id* answers *point*."""
        if not self.has_code(layer_id):
            return Decoded(self.epoch, layer_id, point, refused=Sentence("The network has no such code."))
        if self.dataset.facts.outputs > MOST_DECODED:
            return Decoded(self.epoch, layer_id, point, refused=Sentence("The answer is too large to be shown."))
        answer = self._shown.behind(layer_id, np.array([point], np.float32))
        return Decoded(self.epoch, layer_id, point, np.ascontiguousarray(answer, "<f4").tobytes())

    def game_values(self) -> GameValues | None:
        """What each move is worth in every position of the game; None where the data are none."""
        if not self.dataset.facts.game:
            return None
        boards = catch.boards(catch.positions()).astype(np.float32)
        answer = self._shown.answer(boards.reshape(-1, *self.dataset.facts.input_shape))
        return GameValues(self.epoch, np.ascontiguousarray(answer, "<f4").tobytes())

    # ------------------------------------------------------------ one unit

    def unit_seen(self, unit: Unit, size: int) -> UnitSeen:
        """The weights into *unit*, and its surface over two inputs with *size* points along a side."""
        tensor = self._built.tensors.get(unit.layer)
        units = 0 if tensor is None else int(tensor.shape[-1] or 0)
        if not 0 <= unit.number < units:
            return UnitSeen(self.epoch, unit, units, refused=Sentence("The network has no such unit."))
        layer = self._built.layers.get(unit.layer)
        seen: dict[str, Any] = {}
        if self._probes.plane and size > 0:
            flat = self._shown.unit_surface(unit.layer, unit.number, size)
            if flat is not None:
                seen = {"size": size, "extent": self._probes.extent(), "surface": flat.astype("<f4").tobytes()}
        weights = None if layer is None else incoming(layer, unit.number, units, MOST_INCOMING)
        return UnitSeen(self.epoch, unit, units, weights, **seen)

    def responses(self, unit: Unit, x: Floats) -> Floats:
        """How *unit*, muted or not, responds to the prepared samples *x*: ``(n,)``, of several places the largest."""
        return np.asarray(by_units(self._probes.layer(unit.layer, x))[:, :, unit.number].max(axis=1))

    def has(self, unit: Unit) -> bool:
        """Whether there is such a unit."""
        return bool(existing(self._built, {unit.layer: {unit.number}}))

    def judges(self, layer_id: str, without_weights: Sequence[str], never: Sequence[str]) -> bool:
        """Whether dead, saturated and duplicate units of *layer_id* are worth a word.

        That is the case of layers with trainable weights and of the kinds *without_weights*, but of none of *never*.
        """
        layer, kind = self._built.layers.get(layer_id), self.network.layer(layer_id).kind
        if layer is None or kind in never or self._built.tensors[layer_id].shape[-1] is None:
            return False
        return bool(layer.trainable_weights) or kind in without_weights

    def activation_of(self, layer_id: str) -> str:
        """What the activation of *layer_id* is called; empty without one."""
        return str(getattr(getattr(self._built.layers[layer_id], "activation", None), "__name__", ""))

    def everything(self, x: Floats) -> dict[str, Floats]:
        """Layer id -> what it answers to the prepared samples *x*, with all units."""
        return self._probes.everything(x)


def _row(part: Part | None, row: int) -> Floats | None:
    return np.asarray(part.x[row : row + 1], np.float32) if part is not None and 0 <= row < part.rows else None
