"""Networks drawn by a program, as short to write as they are to say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nnviz.network import edits
from nnviz.network.spec import Group, LayerSpec, NetworkSpec


class Sketch:
    """A network that grows layer by layer; each is linked behind the one before it unless its sources are named."""

    def __init__(self) -> None:
        self._layers: list[LayerSpec] = []
        self._links: list[tuple[str, str]] = []
        self._groups: list[Group] = []

    @property
    def last(self) -> str:
        """The id of the layer that was added last."""
        return self._layers[-1].id

    def add(self, kind: str, *sources: str, name: str | None = None, **args: Any) -> str:
        """A layer of *kind* behind *sources*, called *name* or as the window would call it; its id."""
        if not sources and self._layers and kind != "Input":
            sources = (self.last,)
        layer = LayerSpec(name or edits.new_id(self.network(), kind), kind, args)
        self._layers.append(layer)
        self._links += [(source, layer.id) for source in sources]
        return layer.id

    @contextmanager
    def group(self, name: str, *, collapsed: bool = False) -> Iterator[None]:
        """What is added within is a part of the network called *name*, shown as one block where it is *collapsed*."""
        first = len(self._layers)
        yield
        self._groups.append(Group(name, tuple(layer.id for layer in self._layers[first:]), collapsed))

    def network(self) -> NetworkSpec:
        """What is drawn so far; its places are left to the layout."""
        return NetworkSpec(tuple(self._layers), tuple(self._links), tuple(self._groups))
