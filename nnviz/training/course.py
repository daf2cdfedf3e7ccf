"""How the weights of one layer have moved over a run: what the window asks for, and what the engine answers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.training.pictures import Message

Floats = NDArray[np.float32]


class ShowCourse(Message, frozen=True):
    """How have the weights of *layer* moved along the snapshots of the run? Answered by ``Course``."""

    layer: str


class Course(Message, frozen=True):
    """The weights that one layer learns, at each snapshot of the run.

    Attributes:
        layer: its id.
        epochs: of the snapshots, in ascending order; empty where there are none of it.
        weights: how many weights it learns.
        spans: float32 ``(epochs, 2)``: the least and the largest weight.
        counts: float32 ``(epochs, bins)``: how many weights lie in equal bins from the least to the largest.
        norms: float32 ``(epochs,)``: the Euclidean norm of all of them.
        changes: float32 ``(epochs,)``: the norm of what they moved by since the snapshot before, by the epochs between
            them; NaN at the first.
        complete: whether all snapshots are there; if not, the same question brings more.
    """

    layer: str
    epochs: tuple[int, ...] = ()
    weights: int = 0
    spans: bytes = b""
    counts: bytes = b""
    norms: bytes = b""
    changes: bytes = b""
    complete: bool = True

    def figures(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Spans, counts, norms and changes as arrays."""
        spans, counts, norms, changes = (
            np.frombuffer(data, "<f4") for data in (self.spans, self.counts, self.norms, self.changes)
        )
        return spans.reshape(-1, 2), counts.reshape(len(self.epochs), -1), norms, changes
