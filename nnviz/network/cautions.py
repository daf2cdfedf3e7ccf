"""What Keras takes and a person hardly means, as far as the shapes tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nnviz.network.catalogue import activating, convolution, dropping, normalizing, pooling, resizing
from nnviz.network.problems import Fix, Problem
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence

_WINDOWS = frozenset(kind.kind for family in (convolution, pooling) for kind in family.KINDS)
# What goes through these still is a map of channels.
_KEEPERS = frozenset(
    kind.kind for family in (activating, normalizing, dropping, resizing) for kind in family.KINDS
)  # fmt: skip


def maps_into_dense(network: NetworkSpec, shapes: Mapping[str, Shape | None]) -> Iterator[Problem]:
    """Dense layers that get the map of a convolution or a pooling, on the way to an answer that is a row of numbers.

    Dense works along the last dimension. That is what is meant in a sequence of vectors, and where convolutions
    follow; nothing is said of either.
    """
    for layer in network.layers:
        if layer.kind != "Dense" or not network.sources(layer.id):
            continue
        shape = shapes.get(network.sources(layer.id)[0])
        if shape is None or len(shape) < 3:
            continue
        behind = _next(network, layer, network.sources, _KEEPERS)
        ahead = _next(network, layer, network.targets, _KEEPERS | {"Dense"})
        if len(behind) == 1 and behind[0].kind in _WINDOWS and all(x.kind in ("Flatten", "Output") for x in ahead):
            yield Problem(
                Sentence("{0} after {1} sees {2} dimensions and works along the last alone: flatten before it",
                         called(layer), called(behind[0]), len(shape) - 1),
                layer.id, "1 dimension", f"{len(shape) - 1} dimensions", caution=True,
                fix=Fix(Sentence("Insert {0}", "Flatten"), "insert_before", (layer.id, "Flatten")),
            )  # fmt: skip


def _next(
    network: NetworkSpec, layer: LayerSpec, step: Callable[[str], tuple[str, ...]], through: frozenset[str]
) -> list[LayerSpec]:
    """The nearest layers of other kinds than those *through* which one looks, in the direction of *step*."""
    found: dict[str, LayerSpec] = {}
    seen: set[str] = set()
    waiting = list(step(layer.id))
    while waiting:
        here = network.layer(waiting.pop())
        if here.id in seen:
            continue
        seen.add(here.id)
        if here.kind in through:
            waiting += step(here.id)
        else:
            found[here.id] = here
    return list(found.values())
