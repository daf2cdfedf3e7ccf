"""The trained network as it is left: which of its layers pass on what comes in, and how much each unit counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.inference import Inference, infer
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.growing import identity
from nnviz.training.growing.follow import ELEMENTWISE, keeps_channels
from nnviz.training.growing.maps import Array
from nnviz.training.growing.ranges import ANY, Range, activation_of, passes, range_of

_SEES_ALL = {"Dense", "Output", "Maxout", "Conv1D", "Conv2D", "Conv3D", "SimpleRNN", "LSTM", "GRU", "Bidirectional"}
_ACTIVATIONS = {"Activation", "ReLU", "LeakyReLU", "ELU"}


@dataclass(frozen=True)
class Side:
    """A network with its weights, as it was trained or as it starts.

    Attributes:
        network: fitted to the data.
        arrays: ``layer_id/variable`` -> its values, in Keras's order.
    """

    network: NetworkSpec
    arrays: Mapping[str, Array] = field(default_factory=dict)

    @cached_property
    def inference(self) -> Inference:
        """Shapes and weights."""
        return infer(self.network)

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Layer id -> the names of its arrays, in order."""
        found: dict[str, list[str]] = {}
        for name in self.arrays:
            found.setdefault(name.split("/", 1)[0], []).append(name)
        return found

    def ordered(self) -> tuple[LayerSpec, ...]:
        """The layers, each after all that feed it."""
        return self.network.ordered() or ()

    def sizes(self, layer_id: str) -> Shape:
        """The shape of a layer's answers without the batch."""
        return (self.inference.shapes.get(layer_id) or (None,))[1:]

    def array(self, layer_id: str, name: str) -> Array | None:
        """The values of a layer's first weight of that name."""
        weights = self.inference.weights.get(layer_id, ())
        pairs = zip(weights, self.names.get(layer_id, ()), strict=False)
        return next((self.arrays[full] for weight, full in pairs if weight.name.rsplit("/", 1)[-1] == name), None)


def ranges(side: Side) -> dict[str, Range]:
    """Layer id -> between which numbers its answers lie, whatever comes in."""
    found: dict[str, Range] = {}
    for layer in side.ordered():
        ins = [found[source] for source in side.network.sources(layer.id)] or [ANY]
        drops = CATALOGUE[layer.kind].random
        found[layer.id] = ins[0] if drops else range_of(layer.kind, full_args(layer), ins)
    return found


def passing(side: Side, layer: LayerSpec, came: Range) -> bool:
    """Whether *layer* answers, outside of training, with what comes in: numbers within *came*."""
    sources = side.network.sources(layer.id)
    if len(sources) != 1 or side.sizes(sources[0]) != side.sizes(layer.id):
        return False
    if CATALOGUE[layer.kind].random:
        return True
    name = activation_of(layer.kind, full_args(layer))
    return passes(name, came) and (layer.kind in _ACTIVATIONS or _is_identity(side, layer))


def _is_identity(side: Side, layer: LayerSpec) -> bool:
    """Whether the weights of a Dense or of a convolution are those of the identity."""
    kernel, bias = side.array(layer.id, "kernel"), side.array(layer.id, "bias")
    if kernel is None or kernel.shape[-2] != kernel.shape[-1] or identity.cannot(layer, kernel.shape) is not None:
        return False
    same = np.array_equal(kernel, identity.kernel(layer, kernel.shape, np.arange(kernel.shape[-1])))
    return same and (bias is None or not bias.any())


class Past:
    """The trained network.

    Attributes:
        side: the network and its weights.
        same_as: layer id -> the first layer that already had its answers.
        root: layer id -> the layer whose units they are.
    """

    def __init__(self, side: Side) -> None:
        self.side = side
        self.same_as: dict[str, str] = {}
        self.root: dict[str, str] = {}
        came = ranges(side)
        for layer in side.ordered():
            sources = side.network.sources(layer.id)
            through = bool(sources) and passing(side, layer, came[sources[0]])
            self.same_as[layer.id] = self.same_as[sources[0]] if through else layer.id
            follows = bool(sources) and (through or keeps_channels(layer.kind))
            self.root[layer.id] = self.root[sources[0]] if follows else layer.id

    def strength(self, layer_id: str) -> Array:
        """How much each unit of a layer counts: the squares of the weights that go out of it, added up.

        Layers whose units are merged number by number lose the same ones, so they share what they count.
        """
        together = [other for other, group in self._tied.items() if group == self._tied.get(layer_id, layer_id)]
        sums = [self._strengths[other] for other in together or [layer_id]]
        alike = [one for one in sums if one.shape == self._strengths[layer_id].shape]
        return np.asarray(np.sum(alike, axis=0))

    @cached_property
    def _strengths(self) -> dict[str, Array]:
        found: dict[str, Array] = {}
        network = self.side.network
        for layer in reversed(self.side.ordered()):
            units = self.side.sizes(layer.id)[-1] or 1
            parts = [self._through(layer.id, network.layer(x), found) for x in network.targets(layer.id)]
            fitting = [part for part in parts if part is not None and len(part) == units]
            found[layer.id] = np.sum(fitting, axis=0) if fitting else np.zeros(units)
        return found

    def _through(self, source: str, target: LayerSpec, found: Mapping[str, Array]) -> Array | None:
        """What the units of *source* count for *target*."""
        kernel = self.side.array(target.id, "kernel")
        if target.kind in _SEES_ALL and kernel is not None:
            into = kernel.ndim - 2 if target.kind.startswith("Conv") else 0
            return _squares(kernel, into)
        own = found[target.id]
        if target.kind == "Flatten":
            return np.asarray(own.reshape(-1, self.side.sizes(source)[-1] or 1).sum(axis=0))
        if target.kind == "Concatenate":
            sizes = [self.side.sizes(x)[-1] or 0 for x in self.side.network.sources(target.id)]
            at = self.side.network.sources(target.id).index(source)
            return np.asarray(own[sum(sizes[:at]) : sum(sizes[: at + 1])])
        return own if keeps_channels(target.kind) or target.kind in ELEMENTWISE else None

    @cached_property
    def _tied(self) -> dict[str, str]:
        """Layer id -> one of the layers whose units are merged with its own, the same for all of them."""
        group: dict[str, str] = {}
        for layer in self.side.ordered():
            if layer.kind in ELEMENTWISE:
                roots = [self.root[source] for source in self.side.network.sources(layer.id)]
                _unite(group, roots)
        return group


def _unite(group: dict[str, str], layers: Iterable[str]) -> None:
    names = {group.get(layer, layer) for layer in layers}
    one = min(names)
    for layer in [*group, *layers]:
        if group.get(layer, layer) in names:
            group[layer] = one


def _squares(kernel: Array, into: int) -> Array:
    return np.asarray(np.square(np.moveaxis(kernel, into, 0)).reshape(kernel.shape[into], -1).sum(axis=1))
