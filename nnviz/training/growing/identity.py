"""Layers that start by passing on what comes in (Net2DeeperNet): a Dense, or a convolution with a centred 1."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnviz.network.catalogue import full_args
from nnviz.network.spec import LayerSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.growing.maps import Array, Map
from nnviz.training.growing.ranges import ANY, Range, activation_of, passes

_CONVOLUTIONS = ("Conv1D", "Conv2D", "Conv3D")


def cannot(layer: LayerSpec, kernel: tuple[int, ...], came: Range = ANY, checked: bool = False) -> Sentence | None:
    """Why *layer* cannot pass on what comes in; None where it can.

    Args:
        layer: the layer, which is new.
        kernel: the shape of its kernel.
        came: between which numbers lies what comes in.
        checked: whether its activation is looked at too.
    """
    args = full_args(layer)
    if layer.kind not in ("Dense", *_CONVOLUTIONS):
        return Sentence("{0} is new and changes what passes through it", called(layer))
    if kernel[-1] < kernel[-2]:
        return Sentence(
            "{0} is new and too narrow to pass on what comes in: {1} of {2}", called(layer), kernel[-1], kernel[-2]
        )
    if layer.kind in _CONVOLUTIONS and not _stays_in_place(args, kernel[:-2]):
        return Sentence(
            "{0} is new, and passes on what comes in only with padding same and strides of 1", called(layer)
        )
    name = activation_of(layer.kind, args)
    if checked and not passes(name, came):
        return Sentence("{0} is new, and {1} changes what comes in", called(layer), name)
    return None


def kernel(layer: LayerSpec, shape: tuple[int, ...], units: Map) -> Array:
    """The kernel of *shape* ``(*taps, inputs, units)`` with which unit j answers with input ``units[j]``."""
    found = np.zeros(shape, np.float32)
    middle = found[_centre(full_args(layer), shape[:-2])]
    middle[units, np.arange(shape[-1])] = 1
    return found


def _centre(args: dict[str, Any], taps: tuple[int, ...]) -> tuple[int, ...]:
    """The tap that looks at the place itself; a causal convolution looks back from its last one."""
    return tuple(size - 1 if args.get("padding") == "causal" else (size - 1) // 2 for size in taps)


def _stays_in_place(args: dict[str, Any], taps: tuple[int, ...]) -> bool:
    ones = all(_all_ones(args.get(name)) for name in ("strides", "groups"))
    # With an even number of taps further apart, none of them looks at the place itself.
    apart = not _all_ones(args.get("dilation_rate")) and any(size % 2 == 0 for size in taps)
    return ones and (all(size == 1 for size in taps) or (args.get("padding") in ("same", "causal") and not apart))


def _all_ones(value: Any) -> bool:
    return all(v == 1 for v in value) if isinstance(value, tuple | list) else value in (None, 1)
