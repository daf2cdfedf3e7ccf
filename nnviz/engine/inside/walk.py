"""A way through many rows of the data in short pieces, between which training goes on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Part
from nnviz.engine.showing.pictures import sampled
from nnviz.training.messages import Event

PIECE = 0.012  # seconds that one piece is to take
FIRST_ROWS = 16
GROWTH = 4


class Walk:
    """One way through an even sample of a part, always the same rows.

    Args:
        part: the rows.
        most: of how many of them at most.
        take: does the work for some rows in memory.
        finish: gives what came of it.
        size: how many rows the first piece takes.

    Attributes:
        rows: the numbers of the rows.
        size: how many rows fit into a piece, as far as that is known.
    """

    def __init__(
        self,
        part: Part,
        most: int,
        take: Callable[[Part], None],
        finish: Callable[[Walk], Event],
        size: int = FIRST_ROWS,
    ) -> None:
        self._part, self._take, self._finish = part, take, finish
        self.rows: NDArray[np.intp] = sampled(part.rows, most)
        self._done, self.size = 0, size

    @property
    def complete(self) -> bool:
        """Whether all rows have been taken."""
        return self._done == len(self.rows)

    @property
    def total(self) -> int:
        """How many rows the part has."""
        return self._part.rows

    def targets(self) -> NDArray[np.generic]:
        """The targets of the rows."""
        return np.asarray(self._part.y[self.rows])

    def step(self, clock: Callable[[], float]) -> Event | None:
        """Take as many rows as fit into a piece; what came of all of them, once they are taken."""
        began = clock()
        rows = self.rows[self._done : self._done + self.size]
        if len(rows):
            weight = self._part.weight
            x, y = np.asarray(self._part.x[rows], np.float32), np.asarray(self._part.y[rows])
            self._take(Part(x, y, None if weight is None else weight[rows]))
        self._done += len(rows)
        seconds = max(clock() - began, 1e-6)
        self.size = max(1, min(int(len(rows) * PIECE / seconds), self.size * GROWTH))
        return self._finish(self) if self.complete else None
