"""Drawing rows at random as scikit-learn does, number for number, without loading it.

Loading scikit-learn takes a second or more, in which a window stutters; the exported scripts call its own functions.
"""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState

from nnviz.data.lazy import Array


def train_test_split(rows: Array, held_back: int, seed: int, classes: Array | None = None) -> tuple[Array, Array]:
    """*rows* in two: those to learn from, and *held_back* of them, as ``sklearn.model_selection`` draws them.

    With *classes*, class indices as long as *rows*, their shares are kept the same in both.
    """
    rng = RandomState(seed)
    if classes is None:
        drawn = rng.permutation(len(rows))
        return rows[drawn[held_back:]], rows[drawn[:held_back]]
    train, held = _stratified(classes, len(rows) - held_back, held_back, rng)
    return rows[train], rows[held]


def shuffled(x: Array, y: Array, rng: RandomState) -> tuple[Array, Array]:
    """*x* and *y* in one new order, as ``sklearn.utils.shuffle`` puts them."""
    order = np.arange(len(x))
    rng.shuffle(order)
    return x[order], y[order]


def _stratified(classes: Array, train: int, held: int, rng: RandomState) -> tuple[Array, Array]:
    """Numbers of *train* and of *held* rows, as ``StratifiedShuffleSplit`` draws them."""
    index = np.unique(classes, return_inverse=True)[1]
    counts = np.bincount(index)
    by_class = np.split(np.argsort(index, kind="stable"), np.cumsum(counts)[:-1])
    for_train = _shares(counts, train, rng)
    for_held = _shares(counts - for_train, held, rng)
    parts: tuple[list[Array], list[Array]] = [], []
    for members, first, second in zip(by_class, for_train.tolist(), for_held.tolist(), strict=True):
        mixed = members[rng.permutation(len(members))]
        parts[0].append(mixed[:first])
        parts[1].append(mixed[first : first + second])
    learned, kept = (rng.permutation(np.concatenate(part)) for part in parts)
    return learned, kept


def _shares(counts: Array, draws: int, rng: RandomState) -> Array:
    """How many of *draws* fall to each class, so that its share comes nearest to the one it has in *counts*.

    What rounding down leaves over goes to the largest remainders; among equal ones chance decides.
    """
    exact = counts / counts.sum() * draws
    shares = np.floor(exact)
    left, remainders = int(draws - shares.sum()), exact - shares
    for remainder in np.unique(remainders)[::-1]:
        if left <= 0:
            break
        equal = np.flatnonzero(remainders == remainder)
        lucky = rng.choice(equal, size=min(len(equal), left), replace=False)
        shares[lucky] += 1
        left -= len(lucky)
    return np.asarray(shares, int)
