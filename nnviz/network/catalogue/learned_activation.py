"""The weights that a layer has from its activation: the slopes of PReLU."""

from __future__ import annotations

from dataclasses import replace

from nnviz.network.catalogue.kinds import LayerKind, Weight, name_of
from nnviz.network.shapes.activating import slopes
from nnviz.network.shapes.base import Args, Inputs, Shape

# What PReLU is called inside another layer.
PART = "prelu"


def with_slopes(kind: LayerKind) -> LayerKind:
    """*kind* with the slopes of its activation behind its own weights, where it can have some."""
    arg = kind.arg("activation")
    if arg is None or PART not in arg.choices:
        return kind

    def output_shape(args: Args, inputs: Inputs) -> Shape:
        shape = kind.output_shape(args, inputs)
        _slopes(args, shape)
        return shape

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        own = kind.weights(args, inputs)
        return (*own, *_slopes(args, kind.output_shape(args, inputs))) if _learns(args) else own

    return replace(kind, output_shape=output_shape, weights=weights)


def _learns(args: Args) -> bool:
    return name_of(args["activation"]) == PART


def _slopes(args: Args, shape: Shape) -> tuple[Weight, ...]:
    if not _learns(args):
        return ()
    value = args["activation"]
    shared = value.get("shared_axes") if isinstance(value, dict) else None
    return (Weight(f"{PART}/alpha", slopes(shared, shape)),)
