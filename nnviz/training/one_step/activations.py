"""Activation functions and their derivatives, as the Keras manual (``keras.activations``) defines them.

Each takes the weighted sums z ``(units,)`` of a layer. All but softmax work unit by unit, so that their derivative is
one number a unit; that of softmax is a matrix, since every answer depends on every sum.
"""

from __future__ import annotations

from collections.abc import Callable
from math import erf, pi

import numpy as np

from nnviz.training.one_step.given import Activation, Floats

# Klambauer and others, Self-Normalizing Neural Networks (2017).
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805
Function = Callable[[Floats, Activation], Floats]


def sigmoid(z: Floats) -> Floats:
    """``1 / (1 + e^-z)``, without an overflow for large negative z."""
    small = np.exp(-np.abs(z))
    return np.asarray(np.where(z >= 0, 1.0, small) / (1.0 + small))


def softmax(z: Floats) -> Floats:
    """``e^z / sum e^z``; the largest z is taken off first, which changes nothing but keeps the powers small."""
    powers = np.exp(z - z.max())
    return np.asarray(powers / powers.sum())


def softmax_jacobian(a: Floats) -> Floats:
    """Row j, column i: ``da_j / dz_i = a_j * (1 if i == j else 0 - a_i)`` (Bishop, PRML, 4.106)."""
    return np.asarray(np.diag(a) - np.outer(a, a))


def _elu(z: Floats, of: Activation) -> Floats:
    return np.asarray(np.where(z > 0, z, of.slope * np.expm1(np.minimum(z, 0))))


def _elu_slope(z: Floats, of: Activation) -> Floats:
    return np.asarray(np.where(z >= 0, 1.0, of.slope * np.exp(np.minimum(z, 0))))


def _selu(z: Floats, _: Activation) -> Floats:
    return SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(np.minimum(z, 0)))


def _selu_slope(z: Floats, _: Activation) -> Floats:
    return SELU_SCALE * np.where(z >= 0, 1.0, SELU_ALPHA * np.exp(np.minimum(z, 0)))


def _normal_share(z: Floats) -> Floats:
    """The share of the standard normal distribution below z: ``(1 + erf(z / sqrt 2)) / 2``."""
    return np.array([0.5 * (1.0 + erf(value / 2**0.5)) for value in z.reshape(-1)]).reshape(z.shape)


_GELU = (2 / pi) ** 0.5, 0.044715  # Hendrycks and Gimpel, Gaussian Error Linear Units (2016)


def _gelu(z: Floats, of: Activation) -> Floats:
    if of.approximate:
        return np.asarray(0.5 * z * (1 + np.tanh(_GELU[0] * (z + _GELU[1] * z**3))))
    return z * _normal_share(z)


def _gelu_slope(z: Floats, of: Activation) -> Floats:
    if of.approximate:
        t = np.tanh(_GELU[0] * (z + _GELU[1] * z**3))
        return np.asarray(0.5 * (1 + t) + 0.5 * z * (1 - t**2) * _GELU[0] * (1 + 3 * _GELU[1] * z**2))
    return np.asarray(_normal_share(z) + z * np.exp(-(z**2) / 2) / (2 * pi) ** 0.5)


def _silu_slope(z: Floats, _: Activation) -> Floats:
    s = sigmoid(z)
    return np.asarray(s * (1 + z * sigmoid(-z)))


# At the kink of relu TensorFlow takes the slope of the left side, and so do we.
FUNCTIONS: dict[str, tuple[Function, Function]] = {
    "linear": (lambda z, _: z, lambda z, _: np.ones_like(z)),
    "relu": (lambda z, of: np.where(z > 0, z, of.slope * z), lambda z, of: np.where(z > 0, 1.0, of.slope)),
    "leaky_relu": (lambda z, of: np.where(z > 0, z, of.slope * z), lambda z, of: np.where(z > 0, 1.0, of.slope)),
    "sigmoid": (lambda z, _: sigmoid(z), lambda z, _: sigmoid(z) * sigmoid(-z)),
    "tanh": (lambda z, _: np.tanh(z), lambda z, _: 1 - np.tanh(z) ** 2),
    "elu": (_elu, _elu_slope),
    "selu": (_selu, _selu_slope),
    "gelu": (_gelu, _gelu_slope),
    "silu": (lambda z, _: z * sigmoid(z), _silu_slope),
    "softplus": (lambda z, _: np.logaddexp(z, 0), lambda z, _: sigmoid(z)),
}
KNOWN = (*FUNCTIONS, "softmax")


def answers(of: Activation, z: Floats) -> Floats:
    """``a``: what the units answer to their weighted sums *z*."""
    return softmax(z) if of.name == "softmax" else np.asarray(FUNCTIONS[of.name][0](z, of))


def slopes(of: Activation, z: Floats) -> Floats:
    """``da/dz`` at *z*: ``(units,)``; of softmax the matrix ``(units, units)``."""
    return softmax_jacobian(softmax(z)) if of.name == "softmax" else np.asarray(FUNCTIONS[of.name][1](z, of))
