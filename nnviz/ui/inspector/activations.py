"""What the activation functions look like, and one sentence on each. Formulas as in ``keras.activations``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
REACH = 4.0  # curves are shown from -REACH to REACH
PRELU_SLOPE = 0.25  # one that may have been learned

_SELU_SCALE, _SELU_ALPHA = 1.05070098, 1.67326324  # Klambauer et al., Self-Normalizing Neural Networks, 2017


def _sigmoid(x: Floats) -> Floats:
    return 1 / (1 + np.exp(-x))


def _softplus(x: Floats) -> Floats:
    return np.log1p(np.exp(x))


def _elu(x: Floats, alpha: float) -> Floats:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def _celu(x: Floats, alpha: float) -> Floats:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0) / alpha)) if alpha > 0 else np.maximum(x, 0)


def _gelu(x: Floats) -> Floats:
    bent = np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))  # to 0.001 of the exact form
    return np.asarray(0.5 * x * (1 + bent), np.float64)


def _soft_shrink(x: Floats, threshold: float) -> Floats:
    return np.sign(x) * np.maximum(np.abs(x) - threshold, 0)


def _relu(x: Floats, args: Mapping[str, Any]) -> Floats:
    slope, start, most = args["negative_slope"], args["threshold"], args["max_value"]
    y = np.where(x >= start, x, slope * (x - start))
    return y if most is None else np.minimum(y, most)


def _hard_sigmoid(x: Floats) -> Floats:
    return np.clip(x / 6 + 0.5, 0, 1)


# Each takes x and the arguments of the object; softmax and its like are shown as
# one of two units, the other being 0.
CURVES: dict[str, Callable[[Floats, Mapping[str, Any]], Floats]] = {
    "linear": lambda x, _: x,
    "relu": _relu,
    "sigmoid": lambda x, _: _sigmoid(x),
    "tanh": lambda x, _: np.tanh(x),
    "softmax": lambda x, _: _sigmoid(x),
    "leaky_relu": lambda x, args: np.where(x > 0, x, args["negative_slope"] * x),
    "elu": lambda x, args: _elu(x, args["alpha"]),
    "selu": lambda x, _: _SELU_SCALE * _elu(x, _SELU_ALPHA),
    "gelu": lambda x, _: _gelu(x),
    "silu": lambda x, _: x * _sigmoid(x),
    "softplus": lambda x, _: _softplus(x),
    "softsign": lambda x, _: x / (1 + np.abs(x)),
    "relu6": lambda x, _: np.clip(x, 0, 6),
    "mish": lambda x, _: x * np.tanh(_softplus(x)),
    "exponential": lambda x, _: np.exp(x),
    "hard_sigmoid": lambda x, _: _hard_sigmoid(x),
    "hard_silu": lambda x, _: x * _hard_sigmoid(x),
    "hard_tanh": lambda x, _: np.clip(x, -1, 1),
    "celu": lambda x, args: _celu(x, args["alpha"]),
    "log_sigmoid": lambda x, _: -_softplus(-x),
    "log_softmax": lambda x, _: -_softplus(-x),
    "squareplus": lambda x, args: (x + np.sqrt(x**2 + args["b"])) / 2,
    "tanh_shrink": lambda x, _: x - np.tanh(x),
    "soft_shrink": lambda x, args: _soft_shrink(x, args["threshold"]),
    "hard_shrink": lambda x, args: np.where(np.abs(x) > args["threshold"], x, 0.0),
    "step": lambda x, _: np.where(x > 0, 1.0, 0.0),
    "threshold": lambda x, args: np.where(x > args["threshold"], x, args["default_value"]),
    "sparse_plus": lambda x, _: np.where(x <= -1, 0.0, np.where(x < 1, (x + 1) ** 2 / 4, x)),
    "sparse_sigmoid": lambda x, _: np.clip((x + 1) / 2, 0, 1),
    "sparsemax": lambda x, _: np.clip((x + 1) / 2, 0, 1),
    "prelu": lambda x, _: np.where(x > 0, x, PRELU_SLOPE * x),
}
SENTENCES: dict[str, str] = {
    "linear": "Lets every number through as it is.",
    "relu": "Lets what is above 0 through and makes the rest 0: fast, and the usual choice in hidden layers.",
    "sigmoid": "Squeezes every number to between 0 and 1, as a probability.",
    "tanh": "Squeezes every number to between -1 and 1.",
    "softmax": "Turns the numbers of the units into shares that add up to 1, as probabilities of classes.",
    "leaky_relu": "As relu, but below 0 a little gets through, so that no unit stays silent for ever.",
    "elu": "As relu, but curves smoothly down to a floor below 0.",
    "selu": "As elu, scaled so that a deep network keeps its numbers at mean 0 and spread 1.",
    "gelu": "A smooth relu that dips below 0: usual in transformers.",
    "silu": "A smooth relu that dips below 0: the number times its own sigmoid (swish).",
    "softplus": "A smooth relu that is always above 0.",
    "softsign": "Squeezes every number to between -1 and 1, more gently than tanh.",
    "relu6": "As relu, but never above 6.",
    "mish": "A smooth relu that dips below 0 and has no corner anywhere.",
    "exponential": "Raises e to the number: always above 0, and soon very large.",
    "hard_sigmoid": "The sigmoid drawn with three straight lines, which is faster.",
    "hard_silu": "The silu drawn with straight pieces, which is faster.",
    "hard_tanh": "The tanh drawn with three straight lines, which is faster.",
    "celu": "As elu, with a slope that has no jump whatever its floor is.",
    "log_sigmoid": "The logarithm of the sigmoid: always below 0.",
    "log_softmax": "The logarithm of the softmax: always below 0.",
    "squareplus": "A smooth relu made of a square root, always above 0.",
    "tanh_shrink": "What tanh takes away from the number: small ones nearly vanish.",
    "soft_shrink": "Pulls every number towards 0, and makes the small ones 0.",
    "hard_shrink": "Makes the small numbers 0 and leaves the others as they are.",
    "prelu": "As leaky_relu, but how much gets through below 0 is learned by each unit.",
    "step": "0 below 0 and 1 above it, as the first perceptron had it.",
    "threshold": "Leaves what is above the threshold as it is, and replaces the rest by one number.",
    "sparse_plus": "A smooth relu that is exactly 0 below -1.",
    "sparse_sigmoid": "A sigmoid made of straight lines: exactly 0 below -1 and 1 above 1.",
    "sparsemax": "As softmax, but gives exactly 0 to what is far behind.",
}


def curve(name: str, args: Mapping[str, Any], count: int = 49) -> tuple[Floats, Floats] | None:
    """The function *name* with all its *args* at *count* places from -REACH to REACH; None where it has no curve."""
    if name not in CURVES:
        return None
    x = np.linspace(-REACH, REACH, count)
    return x, np.asarray(CURVES[name](x, args), np.float64)
