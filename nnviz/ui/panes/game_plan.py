"""A game of catch as it goes on, by the values of a network, and where its board and bars stand. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from nnviz.data.sources import catch
from nnviz.ui import theme

TOP, BOTTOM, BETWEEN = 2.0, 10.0, 14.0
LEAST_BARS, MOST_BARS = 108.0, 220.0  # pixels across
BAR_ROW, LINE = 19.0, 16.0
BARS_HEIGHT = 3 * BAR_ROW + 2 * LINE + 4
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Match:
    """One ball.

    Attributes:
        ball_row, ball: where the ball is.
        paddle: the column of the network's paddle.
        yours: that of a person who plays against it; None where nobody does.
    """

    ball_row: int
    ball: int
    paddle: int
    yours: int | None = None

    @classmethod
    def begun(cls, start: int, person: bool = False) -> Match:
        """The game that begins at the *start* number 0 to 63, with a *person* beside the network."""
        ball, paddle = divmod(start, catch.SIDE)
        return cls(0, ball, paddle, paddle if person else None)

    @property
    def over(self) -> bool:
        """Whether the ball is down."""
        return self.ball_row == catch.SIDE - 1

    @property
    def caught(self) -> bool:
        """Whether the network has caught it."""
        return self.over and self.ball == self.paddle

    @property
    def you_caught(self) -> bool:
        """Whether the person has."""
        return self.over and self.ball == self.yours

    def values(self, table: Floats) -> tuple[float, ...]:
        """What the moves are worth now, of all positions in *table*; () once it is over."""
        return () if self.over else tuple(table[int(catch.number_of(self._position)[0])].tolist())

    def moved(self, table: Floats, action: int | None = None) -> Match:
        """After the next move: the network's by *table*, the person's *action*."""
        best = int(np.argmax(table[catch.number_of(self._position)[0]]))
        after = catch.moved(self._position, np.array([best]))[0].tolist()
        yours = self.yours
        if yours is not None and action is not None:
            yours = min(max(yours + action - 1, 0), catch.SIDE - 1)
        return replace(self, ball_row=after[0], paddle=after[2], yours=yours)

    @property
    def _position(self) -> catch.Positions:
        return np.array([[self.ball_row, self.ball, self.paddle]])


def caught_of_all(table: Floats) -> int:
    """How many of the 64 balls a network catches that takes the moves to be worth what *table* says."""
    position = catch.positions()[: catch.STARTS]
    for _ in range(catch.MOVES):
        position = catch.moved(position, table[catch.number_of(position)].argmax(axis=1))
    return int((catch.rewards(position) == catch.WON).sum())


@dataclass(frozen=True)
class GamePlan:
    """The board in the square *board*, the bars and the lines below them in *bars*."""

    board: QRectF
    bars: QRectF

    @classmethod
    def of(cls, width: float, height: float) -> GamePlan:
        """In a view of *width* and *height*: side by side or one above the other, as the board is larger."""
        across, down = width - 2 * theme.GROUP, height - TOP - BOTTOM
        beside = min(down, across - BETWEEN - LEAST_BARS)
        above = min(across, down - BETWEEN / 2 - BARS_HEIGHT)
        side = max(16.0, beside, above)
        side -= side % catch.SIDE  # whole pixels a cell
        if beside >= above:
            wide = min(MOST_BARS, across - BETWEEN - side)
            left = (width - side - BETWEEN - wide) / 2
            top = TOP + max(0.0, (down - side) / 2)
            bars = QRectF(left + side + BETWEEN, top + max(0.0, (side - BARS_HEIGHT) / 2), wide, BARS_HEIGHT)
            return cls(QRectF(round(left), round(top), side, side), bars)
        wide = min(across, max(side, MOST_BARS))
        board = QRectF(round((width - side) / 2), TOP, side, side)
        return cls(board, QRectF((width - wide) / 2, board.bottom() + BETWEEN / 2, wide, BARS_HEIGHT))

    def cell(self, row: int, column: int) -> QRectF:
        """The cell of the board in *row* and *column*."""
        side = self.board.width() / catch.SIDE
        return QRectF(self.board.left() + column * side, self.board.top() + row * side, side, side)
