"""The code of an autoencoder: a layer of two units that everything passes on its way through the network."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.network.spec import NetworkSpec

CODE = "code"  # a layer of this name is taken before others
UNITS = 2


def code_layer(network: NetworkSpec, shapes: Mapping[str, tuple[int | None, ...] | None]) -> str | None:
    """The layer whose answer is the code; None where there is none.

    It is a layer called ``code`` or a Dense layer that answers with two numbers, behind which nothing else of the
    sample arrives. *shapes*: layer id -> the shape of its answer, the batch first.
    """
    found = [
        layer.id
        for layer in network.layers
        if (layer.kind == "Dense" or (layer.id == CODE and layer.kind not in ("Input", "Output")))
        and _is_plane(shapes.get(layer.id))
        and all_passes(network, layer.id)
    ]
    return CODE if CODE in found else next(iter(found), None)


def all_passes(network: NetworkSpec, layer: str) -> bool:
    """Whether each way from an Input to an Output leads through *layer*, and some do."""
    inputs = tuple(one.id for one in network.of_kind("Input"))
    outputs = {one.id for one in network.of_kind("Output")}
    around = _reached(network, inputs, but=layer)
    return not outputs & around and outputs <= _reached(network, inputs) and bool(outputs) and network.has(layer)


def _is_plane(shape: tuple[int | None, ...] | None) -> bool:
    return shape is not None and tuple(shape[1:]) == (UNITS,)


def _reached(network: NetworkSpec, starts: tuple[str, ...], but: str | None = None) -> set[str]:
    """All layers that *starts* lead to, themselves included, on ways that leave out the layer *but*."""
    reached: set[str] = set()
    waiting = [start for start in starts if start != but]
    while waiting:
        layer = waiting.pop()
        if layer not in reached:
            reached.add(layer)
            waiting += [target for target in network.targets(layer) if target != but]
    return reached
