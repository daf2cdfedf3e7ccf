"""Between which numbers the answers of a layer lie, and which activations let such numbers through unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

from nnviz.network.catalogue import name_of

Range = tuple[float, float]
ANY: Range = (-inf, inf)
_RANGES: dict[str, Range] = {
    "relu": (0, inf), "relu6": (0, 6), "sigmoid": (0, 1), "hard_sigmoid": (0, 1), "softmax": (0, 1),
    "softplus": (0, inf), "squareplus": (0, inf), "exponential": (0, inf), "tanh": (-1, 1), "softsign": (-1, 1),
    "hard_tanh": (-1, 1), "step": (0, 1),
}  # fmt: skip
# Which numbers an activation answers with themselves.
_PASSED: dict[str, Range] = {
    "linear": ANY, "relu": (0, inf), "leaky_relu": (0, inf), "elu": (0, inf), "celu": (0, inf), "relu6": (0, 6),
    "hard_tanh": (-1, 1),
}  # fmt: skip
_LAYERS = {"LeakyReLU": "leaky_relu", "ELU": "elu", "PReLU": "leaky_relu", "Softmax": "softmax"}
_LIKE_ITS_INPUT = {
    "Flatten", "Reshape", "Permute", "RepeatVector", "MaxPooling1D", "MaxPooling2D", "MaxPooling3D",
    "AveragePooling1D", "AveragePooling2D", "AveragePooling3D", "GlobalMaxPooling1D", "GlobalMaxPooling2D",
    "GlobalMaxPooling3D", "GlobalAveragePooling1D", "GlobalAveragePooling2D", "GlobalAveragePooling3D",
    "UpSampling1D", "UpSampling2D", "UpSampling3D", "Cropping1D", "Cropping2D", "Cropping3D",
}  # fmt: skip
_BETWEEN_ITS_INPUTS = {"Concatenate", "Average", "Maximum", "Minimum"}


def activation_of(kind: str, args: dict[str, Any]) -> str:
    """The name of the function that a layer ends with; ``linear`` for none."""
    if kind == "ReLU":
        plain = not args.get("threshold") and args.get("max_value") is None
        return ("leaky_relu" if args.get("negative_slope") else "relu") if plain else "other"
    return _LAYERS.get(kind) or name_of(args.get("activation")) or "linear"


def range_of(kind: str, args: dict[str, Any], ins: Sequence[Range]) -> Range:
    """Between which numbers the answers of a layer lie whose inputs lie in *ins*."""
    if kind in _LIKE_ITS_INPUT or kind in _BETWEEN_ITS_INPUTS or kind.startswith("ZeroPadding"):
        hull = min(low for low, _ in ins), max(high for _, high in ins)
        return (min(hull[0], 0), max(hull[1], 0)) if kind.startswith("ZeroPadding") else hull
    if kind in ("Add", "Multiply"):
        return (0, inf) if all(low >= 0 for low, _ in ins) else ANY
    name = activation_of(kind, args)
    return _meet(ins[0], name) if kind in ("Activation", *_LAYERS, "ReLU") and ins else _RANGES.get(name, ANY)


def _meet(came: Range, activation: str) -> Range:
    """The range after an activation on its own: what it passes keeps its range."""
    return came if passes(activation, came) else _RANGES.get(activation, ANY)


def passes(activation: str, came: Range) -> bool:
    """Whether *activation* answers every number of *came* with itself."""
    low, high = _PASSED.get(activation, (inf, -inf))
    return low <= came[0] and came[1] <= high
