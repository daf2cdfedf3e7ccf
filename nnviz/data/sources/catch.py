"""Catch, a small game for a network that learns by playing: a ball falls, a paddle below it is to be where it lands.

The board has 8 rows of 8 cells. The ball starts in any cell of the top row and falls straight down, a row with each
move; the paddle is one cell of the bottom row, and each move takes it one cell to the left, leaves it, or takes it one
cell to the right, as far as the walls. After seven moves the ball is down: the game is won where the paddle is below
it. (A variant of the game in Mnih et al. 2014, "Recurrent models of visual attention", section 4.3.)

A *position* is three whole numbers: the row of the ball, its column, the column of the paddle. Positions have a number
of their own, so that a table over all of them is an array.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Raw, Target
from nnviz.data.spec import Builtin
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

NAME = "catch"
SIDE = 8  # rows and columns of the board
MOVES = SIDE - 1  # of a game
ACTIONS = ("left", "stay", "right")
WON, LOST = 1.0, -1.0
STARTS = SIDE * SIDE
POSITIONS = MOVES * STARTS  # in which a move is to be made
Positions = NDArray[np.int64]


def read_catch(spec: Builtin) -> Raw:
    """All 64 starts as pictures ``(64, 8, 8, 1)``, and what each first move leads to under the best play.

    BadInput where something is asked of it that is for other data.
    """
    if spec.samples is not None or spec.noise is not None:
        raise BadInput(
            Sentence("{0} is a set of its own rows: samples and noise are for gates and toys alone.", spec.name)
        )
    if spec.scale not in (None, "none") or spec.task not in ("auto", "regression"):
        raise BadInput(Sentence("Catch is played on boards of 0 and 1: its scale is none, and its task is auto."))
    starts = positions()[:STARTS]
    target = Target(tuple(best_returns(starts).T), ACTIONS)
    return Raw(boards(starts)[..., np.newaxis], target, scale="none", game=NAME)


def positions() -> Positions:
    """All positions in which a move is to be made, ``(448, 3)``; the 64 starts come first."""
    ball_row, ball, paddle = np.indices((MOVES, SIDE, SIDE)).reshape(3, -1)
    return np.stack([ball_row, ball, paddle], axis=1)


def number_of(position: Positions) -> Positions:
    """The places ``(n,)`` of positions ``(n, 3)`` in ``positions()``."""
    return (position[:, 0] * SIDE + position[:, 1]) * SIDE + position[:, 2]


def boards(position: Positions) -> NDArray[np.float64]:
    """Positions ``(n, 3)`` as the network sees them, ``(n, 8, 8)``: 1 where the ball or the paddle is, else 0."""
    found = np.zeros((len(position), SIDE, SIDE))
    rows = np.arange(len(position))
    found[rows, position[:, 0], position[:, 1]] = 1.0
    found[rows, SIDE - 1, position[:, 2]] = 1.0
    return found


def moved(position: Positions, action: NDArray[np.int64]) -> Positions:
    """The positions ``(n, 3)`` after the moves ``(n,)``, each the place of one of ``ACTIONS``."""
    paddle = np.clip(position[:, 2] + action - 1, 0, SIDE - 1)
    return np.stack([position[:, 0] + 1, position[:, 1], paddle], axis=1)


def rewards(position: Positions) -> NDArray[np.float64]:
    """What it brings to have come to the positions ``(n, 3)``: 1 or -1 where the ball is down, 0 until then."""
    caught = np.where(position[:, 1] == position[:, 2], WON, LOST)
    return np.where(position[:, 0] == SIDE - 1, caught, 0.0)


def best_returns(position: Positions) -> NDArray[np.float64]:
    """What a game comes to that goes on from positions ``(n, 3)`` with each move and is then played as well as can be.

    Returns: ``(n, 3)``, 1 or -1 for each of ``ACTIONS``: the ball is caught where it is not too far from the paddle
    for the moves that are left.
    """
    after = np.stack([moved(position, np.full(len(position), action)) for action in range(len(ACTIONS))], axis=1)
    left = SIDE - 1 - after[:, :, 0]
    return np.where(np.abs(after[:, :, 1] - after[:, :, 2]) <= left, WON, LOST)
