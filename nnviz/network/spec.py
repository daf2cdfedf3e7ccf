"""The frozen network: layers and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import heappop, heappush
from typing import Any, TypeVar

Link = tuple[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True)
class LayerSpec:
    """One layer of the diagram.

    Attributes:
        id: what links refer to; unique in the network, and the layer's name in Keras.
        kind: the Keras class name, or ``Output`` (a Dense that follows the data).
        args: the arguments a person has set, by their Keras names; what is absent takes its default. Plain values,
            tuples of them, and mappings ``{"kind": name, ...}`` for what has arguments of its own.
        at: where the middle of the layer stands on the diagram, in scene units; None leaves it to the layout.
    """

    id: str
    kind: str
    args: Mapping[str, Any] = field(default_factory=dict)
    at: tuple[float, float] | None = None

    def with_args(self, **args: Any) -> LayerSpec:
        """This layer with *args* set; an argument given as None is taken out, so that it follows its default."""
        merged = {**self.args, **args}
        return replace(self, args={name: value for name, value in merged.items() if value is not None})


@dataclass(frozen=True)
class Group:
    """A part of the network that has a name.

    Attributes:
        name: what a person called it; unique in the network.
        layers: the ids of its layers; a layer is in one group at most.
        collapsed: whether the diagram shows it as one block.
    """

    name: str
    layers: tuple[str, ...]
    collapsed: bool = False


@dataclass(frozen=True)
class NetworkSpec:
    """A network as it was drawn: immutable, compared by value, edited by the functions of ``edits``."""

    layers: tuple[LayerSpec, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, LayerSpec]:
        return {layer.id: layer for layer in reversed(self.layers)}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[LayerSpec, ...]]:
        return _gathered((layer.kind, layer) for layer in self.layers)

    @cached_property
    def _sources(self) -> dict[str, tuple[str, ...]]:
        return _gathered((b, a) for a, b in self.links)

    @cached_property
    def _targets(self) -> dict[str, tuple[str, ...]]:
        return _gathered(self.links)

    def layer(self, layer_id: str) -> LayerSpec:
        """The layer called *layer_id*; KeyError where there is none."""
        return self._by_id[layer_id]

    def has(self, layer_id: str) -> bool:
        """Whether a layer is called *layer_id*."""
        return layer_id in self._by_id

    def sources(self, layer_id: str) -> tuple[str, ...]:
        """The ids of the layers that feed *layer_id*, in the order they were linked."""
        return self._sources.get(layer_id, ())

    def targets(self, layer_id: str) -> tuple[str, ...]:
        """The ids of the layers that *layer_id* feeds."""
        return self._targets.get(layer_id, ())

    def of_kind(self, kind: str) -> tuple[LayerSpec, ...]:
        """All layers of *kind*."""
        return self._by_kind.get(kind, ())

    def group_of(self, layer_id: str) -> Group | None:
        """The group that *layer_id* is in."""
        return next((group for group in self.groups if layer_id in group.layers), None)

    def ordered(self) -> tuple[LayerSpec, ...] | None:
        """The layers, each after all that feed it and otherwise as drawn; None where the links form a cycle."""
        return self._ordered

    @cached_property
    def _ordered(self) -> tuple[LayerSpec, ...] | None:
        number = {layer.id: i for i, layer in enumerate(self.layers)}
        waiting = {layer.id: len(set(self.sources(layer.id))) for layer in self.layers}
        ready = [i for i, layer in enumerate(self.layers) if not waiting[layer.id]]
        done: list[LayerSpec] = []
        while ready:
            layer = self.layers[heappop(ready)]
            done.append(layer)
            for target in dict.fromkeys(self.targets(layer.id)):
                waiting[target] -= 1
                if not waiting[target]:
                    heappush(ready, number[target])
        return tuple(done) if len(done) == len(self.layers) else None


def _gathered(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
