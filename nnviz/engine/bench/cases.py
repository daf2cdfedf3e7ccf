"""The pieces of work of the bench: data and a network each, described without Keras so that every peer can build it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
SEED = 1
LEARNING_RATE, BETA_1, BETA_2, EPSILON = 0.001, 0.9, 0.999, 1e-7  # Adam as Keras has it, on every side
KERNEL, POOL = 3, 2  # the sides of every convolution and of every pooling window

Activation = Literal["relu", "sigmoid", "softmax", "linear"]
Loss = Literal["binary_crossentropy", "categorical_crossentropy", "mse"]


@dataclass(frozen=True)
class Dense:
    """A dense layer; its weights are a kernel ``(inputs, units)`` and a bias ``(units,)``."""

    units: int
    activation: Activation = "relu"


@dataclass(frozen=True)
class Conv:
    """A convolution with ReLU, without padding; a kernel ``(3, 3, channels, filters)`` and a bias ``(filters,)``."""

    filters: int


@dataclass(frozen=True)
class Pool:
    """The largest of each 2 x 2 values."""


@dataclass(frozen=True)
class Flatten:
    """A picture ``(h, w, c)`` as one row of numbers, the channels of a pixel side by side."""


@dataclass(frozen=True)
class Lstm:
    """The last state of an LSTM; kernels ``(inputs, 4 units)`` and ``(units, 4 units)``, a bias ``(4 units,)``.

    The four parts are the input gate, the forget gate, the cell and the output gate.
    """

    units: int


Layer = Dense | Conv | Pool | Flatten | Lstm


@dataclass(frozen=True)
class Case:
    """One piece of work.

    Attributes:
        title: rows and layers in a few words.
        batch_size: rows a step.
        data: makes samples ``(n, *shape)`` and targets ``(n, outputs)``, float32.
        layers: what stands behind the Input.
        loss: what is minimized, by Adam.
        target: how many times faster than ``model.fit`` this engine is to be.
        brief: whether a run of all cases includes it; the others take minutes.
    """

    title: str
    batch_size: int
    data: Callable[[], tuple[Array, Array]]
    layers: tuple[Layer, ...]
    loss: Loss
    target: float
    brief: bool = True


def _dense(*units: int, last: Activation) -> tuple[Layer, ...]:
    return (*(Dense(count) for count in units[:-1]), Dense(units[-1], last))


def _random(rows: int, shape: tuple[int, ...], classes: int) -> Callable[[], tuple[Array, Array]]:
    def data() -> tuple[Array, Array]:
        rng = np.random.default_rng(SEED)
        x = rng.random((rows, *shape), dtype=np.float32)
        answers = rng.integers(0, max(classes, 2), rows)
        if classes < 2:
            return x, answers.astype(np.float32).reshape(-1, 1)
        return x, np.eye(classes, dtype=np.float32)[answers]

    return data


def _xor() -> tuple[Array, Array]:
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    return x, np.array([[0], [1], [1], [0]], np.float32)


def _digits() -> tuple[Array, Array]:
    from sklearn.datasets import load_digits

    digits = load_digits()
    return (digits.data / 16).astype(np.float32), np.eye(10, dtype=np.float32)[digits.target]


_CONVOLUTIONS = (Conv(32), Pool(), Conv(64), Pool(), Flatten(), Dense(64), Dense(10, "softmax"))
_MANY: Loss = "categorical_crossentropy"
_TWO: Loss = "binary_crossentropy"
_SIGN_UNITS = _dense(1024, 512, 256, 24, last="softmax")
_DIGIT_UNITS = _dense(64, 32, 10, last="softmax")
_LSTM = (Lstm(32), Dense(1, "linear"))
_DIGITS_TITLE, _MNIST_TITLE = "1,797 x 64, 64-32-10, batch 32", "42,000 x 784, 64-32-10, batch 128"
_SIGN_TITLE, _CNN_TITLE = (
    "27,455 x 784, 1024-512-256-24, batch 32",
    "10,000 x 28 x 28, conv 32-64, dense 64-10, batch 64",
)
CASES: dict[str, Case] = {
    "xor": Case("4 x 2, 32-1", 32, _xor, _dense(32, 1, last="sigmoid"), _TWO, 5000),
    "thoracic": Case("470 x 17, 30-1, batch 10", 10, _random(470, (17,), 1), _dense(30, 1, last="sigmoid"), _TWO, 200),
    "digits": Case(_DIGITS_TITLE, 32, _digits, _DIGIT_UNITS, _MANY, 60),
    "mnist-mlp": Case(_MNIST_TITLE, 128, _random(42_000, (784,), 10), _DIGIT_UNITS, _MANY, 7),
    "lstm": Case("2,000 x 50 x 8, LSTM 32-1, batch 32", 32, _random(2_000, (50, 8), 1), _LSTM, "mse", 5),
    "cnn": Case(_CNN_TITLE, 64, _random(10_000, (28, 28, 1), 10), _CONVOLUTIONS, _MANY, 1.5, brief=False),
    "sign-mlp": Case(_SIGN_TITLE, 32, _random(27_455, (784,), 24), _SIGN_UNITS, _MANY, 2.4, brief=False),
}
