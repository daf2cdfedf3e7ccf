"""What one step starts from: a sample, the weights, and what the optimizer remembers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Activation:
    """An activation function by its Keras name.

    Attributes:
        slope: ``negative_slope`` of relu and leaky_relu, ``alpha`` of elu.
        approximate: whether gelu takes the curve made of tanh.
    """

    name: str
    slope: float = 0.0
    approximate: bool = False


@dataclass(frozen=True)
class Penalty:
    """What a regularizer adds to the loss: ``l1 * sum|w| + l2 * sum w^2`` (Keras's ``L1L2``)."""

    l1: float = 0.0
    l2: float = 0.0

    def loss(self, weights: Floats) -> float:
        """What *weights* add to the loss."""
        return float(self.l1 * np.abs(weights).sum() + self.l2 * np.square(weights).sum())

    def gradient(self, weights: Floats) -> Floats:
        """Its derivative by each of *weights*: ``l1 * sign(w) + 2 * l2 * w``."""
        return np.asarray(self.l1 * np.sign(weights) + 2 * self.l2 * weights)


@dataclass(frozen=True)
class Dense:
    """One layer: ``a = activation(x @ kernel + bias)``.

    Attributes:
        id: the layer's on the diagram.
        kernel: ``(inputs, units)``.
        bias: ``(units,)``; None where the layer has none.
        kernel_memory, bias_memory: what the optimizer remembers of each weight, by Keras's names: ``momentum``,
            ``velocity`` and so on; nothing before the first step.
    """

    id: str
    activation: Activation
    kernel: Floats
    bias: Floats | None
    kernel_penalty: Penalty = Penalty()
    bias_penalty: Penalty = Penalty()
    kernel_memory: Mapping[str, Floats] = field(default_factory=dict)
    bias_memory: Mapping[str, Floats] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """The optimizer as it stands.

    Attributes:
        kind: its Keras class name.
        args: all its arguments by their Keras names.
        rate: the learning rate of the next step.
        done: the steps that it has done.
    """

    kind: str
    args: Mapping[str, object]
    rate: float
    done: int = 0

    def share(self, name: str) -> float:
        """The argument called *name*, a number."""
        value = self.args[name]
        assert isinstance(value, int | float)
        return float(value)

    def has(self, name: str) -> bool:
        """Whether the argument called *name* is switched on."""
        return bool(self.args.get(name))


@dataclass(frozen=True)
class Given:
    """All that a step starts from.

    Attributes:
        x: the sample ``(inputs,)``.
        y: its target ``(outputs,)``, classes one-hot.
        weight: how much the sample counts, times how much the answer counts in the loss.
        layers: from the first to the answer.
        loss: its Keras name.
        rule: None where its update is not shown.
    """

    x: Floats
    y: Floats
    layers: tuple[Dense, ...]
    loss: str
    weight: float = 1.0
    rule: Rule | None = None
