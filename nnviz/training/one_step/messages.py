"""What the window asks to do a step by hand, and the numbers that the engine has for it."""

from __future__ import annotations

import msgspec

from nnviz.sentences import Told
from nnviz.training.pictures import Message


class ShowStep(Message, frozen=True):
    """Send what one step on a sample starts from; answered by ``StepNumbers`` of the same *number*.

    Attributes:
        row: the sample's place in the training part, from 0.
    """

    number: int
    row: int


class DenseNumbers(msgspec.Struct, frozen=True):
    """The weights of one layer, float32.

    Attributes:
        layer: its id.
        shape: inputs and units.
        kernel: ``shape``.
        bias: ``(units,)``; nothing where the layer has none.
        memory: what the optimizer remembers of them, as ``kernel/momentum``.
    """

    layer: str
    shape: tuple[int, int]
    kernel: bytes
    bias: bytes
    memory: dict[str, bytes]


class StepNumbers(Message, frozen=True):
    """What a step on one sample starts from.

    Attributes:
        refused: why there is nothing; "" where there is.
        row, rows: the sample, and how many there are in the training part.
        epoch: epochs done.
        network: the network fitted to the data, in its JSON form.
        x, y: the sample as prepared and its target as the loss has it, float32; classes are one-hot.
        weight: how much it counts, its class included.
        layers: from the first to the answer.
        rate: the learning rate of the next step.
        done: the steps that the optimizer has done.
        remembers: whether its memory is that of these weights.
    """

    number: int
    refused: Told = ""
    row: int = 0
    rows: int = 0
    epoch: int = 0
    network: bytes = b""
    x: bytes = b""
    y: bytes = b""
    weight: float = 1.0
    layers: tuple[DenseNumbers, ...] = ()
    rate: float = 0.0
    done: int = 0
    remembers: bool = True
