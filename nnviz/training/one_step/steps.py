"""The pieces that one step of training falls into, each with its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nnviz.training.one_step.given import Activation, Dense, Floats, Rule


@dataclass(frozen=True)
class Sample:
    """What comes in: *x* ``(inputs,)``."""

    x: Floats


@dataclass(frozen=True)
class Sums:
    """The weighted sums *z* ``(units,)`` of layer number *layer*: ``z = x @ kernel + bias``."""

    layer: int
    of: Dense
    x: Floats
    z: Floats


@dataclass(frozen=True)
class Answers:
    """The activations *a* ``(units,)`` of layer number *layer*."""

    layer: int
    of: Dense
    z: Floats
    a: Floats


@dataclass(frozen=True)
class LossStep:
    """How far the answer is from the target.

    Attributes:
        name: Keras's name of the loss.
        a, y: answer and target, ``(outputs,)``.
        parts: what each unit adds, ``(outputs,)``.
        bare: the loss of the answer alone.
        weight: what it is multiplied by.
        penalty: what the regularizers add.
        value: what the weights are to make small: ``weight * bare + penalty``.
    """

    name: str
    a: Floats
    y: Floats
    parts: Floats
    bare: float
    weight: float
    penalty: float
    value: float


@dataclass(frozen=True)
class Behind:
    """Where the derivative by an answer comes from inside a network: the layer after it.

    Attributes:
        kernel: of that layer, ``(units, its units)``.
        dz: the loss by its weighted sums.
    """

    kernel: Floats
    dz: Floats


@dataclass(frozen=True)
class Deltas:
    """How the loss changes with the answers and the weighted sums of layer number *layer*.

    Attributes:
        da: the loss by each answer, ``(units,)``.
        slope: answer by sum, ``(units,)``; of softmax a matrix, row j and column i ``da_j / dz_i``.
        dz: the loss by each sum, ``(units,)``: the chain rule.
        a: the answers.
        behind: the layer after it; None for the answer of the network.
        loss: the loss whose slope is ``da`` there.
    """

    layer: int
    of: Dense
    a: Floats
    da: Floats
    slope: Floats
    dz: Floats
    behind: Behind | None
    loss: LossStep

    @property
    def activation(self) -> Activation:
        """What made the answers of the sums."""
        return self.of.activation


@dataclass(frozen=True)
class Gradients:
    """How the loss changes with each weight of layer number *layer*.

    Attributes:
        x: what came into the layer, ``(inputs,)``.
        dz: the loss by its sums, ``(units,)``.
        kernel, bias: the loss by each weight, penalties included; as the weights.
    """

    layer: int
    of: Dense
    x: Floats
    dz: Floats
    kernel: Floats
    bias: Floats | None


@dataclass(frozen=True)
class Update:
    """The weights of layer number *layer* after the step.

    Attributes:
        gradients: what they were moved by.
        rule: by which rule.
        kernel, bias: as they are then.
        kernel_memory, bias_memory: what the optimizer remembers of them then.
    """

    layer: int
    of: Dense
    gradients: Gradients
    rule: Rule
    kernel: Floats
    bias: Floats | None
    kernel_memory: Mapping[str, Floats]
    bias_memory: Mapping[str, Floats]


Step = Sample | Sums | Answers | LossStep | Deltas | Gradients | Update
