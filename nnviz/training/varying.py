"""What the window asks about the layers that vary pictures, and the pictures that come back."""

from __future__ import annotations

from nnviz.training.pictures import Message


class Vary(Message, frozen=True):
    """Show what layers make of a picture while training; answered by ``Varied`` of the same *number*.

    Attributes:
        number: of the question.
        layers: a network in its JSON form, of which every layer varies pictures, in the order in which they do.
        x: one picture as prepared for the network, float32 of *shape*.
        shape: height, width and channels.
        count: how many variants are wanted.
        seed: of what is drawn.
    """

    number: int
    layers: bytes
    x: bytes
    shape: tuple[int, int, int]
    count: int
    seed: int


class Varied(Message, frozen=True):
    """The variants that ``Vary`` *number* asked for: float32 ``(count, *shape)``."""

    number: int
    pictures: bytes
    shape: tuple[int, int, int, int]
