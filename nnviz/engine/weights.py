"""The weights of a network by name: ``layer_id/variable``."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.loop.faults import LayerFault
from nnviz.sentences import Sentence

Array = NDArray[Any]
Shape = tuple[int, ...]
# What a layer measures of the data instead of learning it, by the last part of its name.
MEASURED = ("moving_mean", "moving_variance", "mean", "variance", "count")


def named_weights(built: Built) -> dict[str, Any]:
    """``layer_id/variable`` -> variable, for every weight in the order of the layers."""
    found = {}
    for layer_id, layer in built.layers.items():
        for weight in layer.weights:
            found[f"{layer_id}/{name_within(layer, weight)}"] = weight
    return found


def name_within(layer: Any, weight: Any) -> str:
    """What *weight* is called within *layer*, as the catalogue has it: ``kernel``, ``prelu/alpha``."""
    return str(weight.path.removeprefix(f"{layer.name}/"))


def weight_arrays(built: Built) -> dict[str, Array]:
    """``layer_id/variable`` -> its values now."""
    return {name: np.array(variable.numpy()) for name, variable in named_weights(built).items()}


def layer_of(name: str) -> str:
    """The layer's id in ``layer_id/variable``."""
    return name.split("/", 1)[0]


def check_shape(file: str, name: str, expected: Shape, got: Shape) -> None:
    """``LayerFault`` where the array for *name* has another shape than the network's."""
    if tuple(expected) != tuple(got):
        layer, variable = name.split("/", 1)
        raise LayerFault(
            Sentence(
                "{0}: the {1} of {2} does not fit: expected {3}, got {4}.",
                file,
                variable,
                layer,
                _sizes(expected),
                _sizes(got),
            ),
            layer,
        )


def _sizes(shape: Shape) -> str:
    return " x ".join(str(size) for size in shape) or "one number"
