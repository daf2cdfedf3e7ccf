"""Weights that a person sets by hand: what the window asks for, and what the engine answers."""

from __future__ import annotations

import msgspec

from nnviz.sentences import Told
from nnviz.training.pictures import Message

BIAS = -1  # the row of the biases


class SetCell(msgspec.Struct, frozen=True, tag=True):
    """One weight becomes *value*: the one at *row* and *col* of the layer's picture (``LayerWeights``).

    Rows and columns are the true ones, whichever of them were sampled; row ``BIAS`` are the biases.
    """

    row: int
    col: int
    value: float


class Fill(msgspec.Struct, frozen=True, tag=True):
    """All weights that the layer learns become *value*."""

    value: float


class DrawAgain(msgspec.Struct, frozen=True, tag=True):
    """All weights that the layer learns are drawn by its initializers, as a network of this *seed* would start."""

    seed: int


class PutBack(msgspec.Struct, frozen=True, tag=True):
    """All weights of the layer become what they were when an earlier edit wrote them to the file *path*."""

    path: str


Edit = SetCell | Fill | DrawAgain | PutBack


class SetWeights(Message, frozen=True):
    """Set weights of *layer* between two pieces of training, which goes on with them; answered by ``WeightsSet``.

    Attributes:
        number: tells the answer from others.
        layer: the layer's id.
        edit: what becomes of its weights.
        keep: the file that they are written to first, for a later ``PutBack``; empty for none.
        passing: another edit of the same weights is to follow at once, while a hand still drags.
    """

    number: int
    layer: str
    edit: Edit
    keep: str = ""
    passing: bool = False


class WeightsSet(Message, frozen=True):
    """The edit *number* is done, and its pictures have been sent.

    Attributes:
        refused: why nothing was changed; empty where it was.
    """

    number: int
    refused: Told = ""
