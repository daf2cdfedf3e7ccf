"""Losses of one sample and their derivatives by the answer, as ``keras.losses`` defines them.

A loss that is taken unit by unit is the mean over the units of the answer; crossentropy over classes is their sum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.training.one_step.activations import sigmoid
from nnviz.training.one_step.given import Floats

EPSILON = 1e-7  # keras.config.epsilon(): probabilities are kept so far away from 0 and 1
KNOWN = ("mse", "mae", "binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy", "hinge")
OF_CLASSES = ("categorical_crossentropy", "sparse_categorical_crossentropy")
_TINY = np.finfo(np.float64).tiny


@dataclass(frozen=True)
class Loss:
    """A loss at one answer.

    Attributes:
        parts: what each unit adds before the mean or sum, ``(outputs,)``.
        value: the loss.
        slope: its derivative by each answer, ``(outputs,)``.
    """

    parts: Floats
    value: float
    slope: Floats


def loss_of(name: str, a: Floats, y: Floats, z: Floats, activation: str) -> Loss:
    """The loss called *name* of the answer *a* to a sample whose target is *y*.

    *z* are the weighted sums behind *a* and *activation* is the name of what made it of them: crossentropy of a sigmoid
    is taken as exactly as Keras does, which goes by z there.
    """
    if name in OF_CLASSES:
        return _of_classes(a, y)
    if name == "binary_crossentropy":
        parts, slopes = _yes_or_no(a, y, z, activation)
    elif name == "hinge":
        signs = 2 * y - 1 if np.isin(y, (0, 1)).all() else y  # no and yes become -1 and 1
        parts = np.maximum(1 - signs * a, 0)
        slopes = np.where(1 - signs * a >= 0, -signs, 0.0)
    elif name == "mae":
        parts, slopes = np.abs(a - y), np.sign(a - y)
    else:
        parts, slopes = (a - y) ** 2, 2 * (a - y)
    return Loss(parts, float(parts.mean()), slopes / len(a))


def _of_classes(a: Floats, y: Floats) -> Loss:
    """``L = -sum y ln a`` of a softmax, so ``dL/da = -y / a``."""
    safe = np.maximum(a, _TINY)
    parts = -y * np.log(safe)
    return Loss(parts, float(parts.sum()), -y / safe)


def _yes_or_no(a: Floats, y: Floats, z: Floats, activation: str) -> tuple[Floats, Floats]:
    """``-(y ln a + (1 - y) ln(1 - a))`` and ``-y / a + (1 - y) / (1 - a)``."""
    if activation == "sigmoid":
        yes, no, inside = np.maximum(a, _TINY), np.maximum(sigmoid(-z), _TINY), np.ones(len(a), bool)
    else:  # what lies outside is taken for the border, where nothing changes any more
        inside = (a >= EPSILON) & (a <= 1 - EPSILON)
        yes = np.clip(a, EPSILON, 1 - EPSILON)
        no = 1 - yes
    parts = -(y * np.log(yes) + (1 - y) * np.log(no))
    return parts, np.where(inside, -y / yes + (1 - y) / no, 0.0)
