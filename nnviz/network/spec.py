"""The frozen network: layers and the links between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Link = tuple[str, str]


@dataclass(frozen=True)
class LayerSpec:
    """One layer of the diagram.

    Attributes:
        id: what links refer to; unique in the network, and the layer's name in Keras.
        kind: the Keras class name, or ``Output`` (a Dense that follows the data).
        args: the arguments a person has set, by their Keras names; what is absent takes its default.
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
class NetworkSpec:
    """A network as it was drawn: immutable, compared by value, edited by the functions of ``edits``."""

    layers: tuple[LayerSpec, ...] = ()
    links: tuple[Link, ...] = ()

    def layer(self, layer_id: str) -> LayerSpec:
        """The layer called *layer_id*; KeyError where there is none."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def has(self, layer_id: str) -> bool:
        """Whether a layer is called *layer_id*."""
        return any(layer.id == layer_id for layer in self.layers)

    def sources(self, layer_id: str) -> tuple[str, ...]:
        """The ids of the layers that feed *layer_id*, in the order they were linked."""
        return tuple(a for a, b in self.links if b == layer_id)

    def targets(self, layer_id: str) -> tuple[str, ...]:
        """The ids of the layers that *layer_id* feeds."""
        return tuple(b for a, b in self.links if a == layer_id)

    def of_kind(self, kind: str) -> tuple[LayerSpec, ...]:
        """All layers of *kind*."""
        return tuple(layer for layer in self.layers if layer.kind == kind)

    def ordered(self) -> tuple[LayerSpec, ...] | None:
        """The layers, each after all that feed it and otherwise as drawn; None where the links form a cycle."""
        waiting = {layer.id: {a for a, b in self.links if b == layer.id} for layer in self.layers}
        done: list[LayerSpec] = []
        placed: set[str] = set()
        while len(done) < len(self.layers):
            ready = next((x for x in self.layers if x.id not in placed and waiting[x.id] <= placed), None)
            if ready is None:
                return None
            done.append(ready)
            placed.add(ready.id)
        return tuple(done)
