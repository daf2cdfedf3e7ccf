"""Maps of an axis: which place of the trained network each place of the changed one comes from, -1 for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Map = NDArray[np.intp]
GONE = -1


def same(size: int) -> Map:
    """Every place is the one it was."""
    return np.arange(size)


def nothing(size: int) -> Map:
    """No place was there before."""
    return np.full(size, GONE)


def first(old: int, new: int) -> Map:
    """The first places stay; what is more than *old* is new."""
    return np.where(np.arange(new) < old, np.arange(new), GONE)


def centred(old: int, new: int) -> Map:
    """The taps of a kernel around the one that looks at the place itself."""
    moved = np.arange(new) - (new - 1) // 2 + (old - 1) // 2
    return np.where((moved >= 0) & (moved < old), moved, GONE)


def copies(old: int, new: int, seed: int) -> Map:
    """All *old* places, and copies of some of them drawn by *seed*; no place twice more often than another.

    The same sizes and seed give the same copies, so that two layers that are added up stay in step.
    """
    rng = np.random.default_rng((seed, old, new))
    rounds = -(-(new - old) // old)
    drawn = [rng.permutation(old) for _ in range(rounds)]
    return np.concatenate([np.arange(old), *drawn])[:new]


def strongest(strength: Array, new: int) -> Map:
    """The *new* places of the greatest strength, in the order in which they stood."""
    return np.sort(np.argsort(-strength, kind="stable")[:new])


def joined(outer: Map, inner: Map, inner_old: int) -> Map:
    """The map of two axes laid out as one, the inner one running fastest; *inner_old* is its former size."""
    both = outer[:, None] * inner_old + inner[None, :]
    return np.where((outer[:, None] >= 0) & (inner[None, :] >= 0), both, GONE).reshape(-1)


def flattened(axes: Sequence[Map], old_sizes: Sequence[int]) -> Map:
    """The map of all *axes* laid out as one, the last running fastest."""
    start = np.zeros(1, np.intp)
    return reduce(lambda outer, axis: joined(outer, axis[0], axis[1]), zip(axes, old_sizes, strict=True), start)


def counts(axis: Map) -> Map:
    """How many places of *axis* come from the same one, for each place; 1 for a new one."""
    known = axis[axis >= 0]
    if not known.size:
        return np.ones(len(axis), np.intp)
    return np.where(axis >= 0, np.bincount(known)[np.maximum(axis, 0)] if known.size else 1, 1)


def is_same(axis: Map, old: int) -> bool:
    """Whether every place is the one it was, and none is gone."""
    return len(axis) == old and bool(np.array_equal(axis, np.arange(old)))


def covers(axis: Map, old: int) -> bool:
    """Whether every old place is still there."""
    return bool(np.isin(np.arange(old), axis).all())


@dataclass(frozen=True)
class Along:
    """One axis of an array of weights.

    Attributes:
        map: where its places come from.
        shared: copies of one place share its weight among them, as the outgoing weights of a unit do.
        blank: a new place starts with 0 where the function is to stay what it was.
    """

    map: Map
    shared: bool = False
    blank: bool = False


@dataclass(frozen=True)
class Taking:
    """How an array is made of one that was trained.

    Attributes:
        source: the name of that array; "" where nothing of it is used.
        axes: one for each axis.
        preserving: whether new places that may be blank are.
    """

    source: str
    axes: tuple[Along, ...]
    preserving: bool = False

    def known(self) -> Array:
        """Which numbers come from before: bool, broadcast over all axes."""
        return _outer([axis.map >= 0 for axis in self.axes])

    def weights(self, old: Array, fresh: Array, noise: float = 0.0, seed: int = 0) -> Array:
        """The weights to start with: those of *old* where there are any, else those of *fresh*, or 0."""
        value = self._gathered(old, fresh, blank=self.preserving)
        for number, axis in enumerate(self.axes):
            many = counts(axis.map)
            if axis.shared and (many > 1).any():
                value = value / _on_axis(many, number, value.ndim)
                if noise > 0:
                    value += _parting(value, axis.map, number, noise, seed)
        return np.asarray(value, fresh.dtype)

    def memory(self, old: Array, fresh: Array, power: int) -> Array:
        """What an optimizer remembers of the weights; *power*: 1 for mean gradients, 2 for mean squares, 0 for others.

        The gradient of a copied unit is divided among its copies: it is the outgoing weights that are shared.
        """
        value = self._gathered(old, fresh, blank=False)
        for number, axis in enumerate(self.axes):
            many = counts(axis.map)
            if power and not axis.shared and (many > 1).any():
                value = value / _on_axis(many, number, value.ndim) ** power
        return np.asarray(value, fresh.dtype)

    def _gathered(self, old: Array, fresh: Array, blank: bool) -> Array:
        if all(is_same(axis.map, size) for axis, size in zip(self.axes, old.shape, strict=True)):
            return old
        value = old[np.ix_(*[np.maximum(axis.map, 0) for axis in self.axes])]
        zeroed = [(axis.map >= 0) | (axis.blank and blank) for axis in self.axes]
        value = np.where(_outer([axis.map >= 0 for axis in self.axes]), value, 0)
        return np.where(_outer(zeroed), value, fresh)


def _outer(flags: Sequence[Array]) -> Array:
    """Whether all of *flags*, one array an axis, hold: one array over all axes."""
    start = np.ones((1,) * len(flags), bool)
    return reduce(np.logical_and, (_on_axis(f, i, len(flags)) for i, f in enumerate(flags)), start)


def _on_axis(values: Array, axis: int, rank: int) -> Array:
    return values.reshape([-1 if i == axis else 1 for i in range(rank)])


def _parting(value: Array, axis: Map, number: int, noise: float, seed: int) -> Array:
    """What tells copies apart and changes no sum: random numbers that add up to 0 over the copies of each place.

    Copies with equal weights on both sides would learn the same for ever.
    """
    drawn = np.random.default_rng((seed, *value.shape)).normal(size=value.shape)
    drawn = np.moveaxis(drawn * noise * float(np.sqrt(np.mean(np.square(value)))), number, 0)
    sums = np.zeros((int(axis.max()) + 1, *drawn.shape[1:]))
    np.add.at(sums, np.maximum(axis, 0), np.where(_on_axis(axis >= 0, 0, drawn.ndim), drawn, 0))
    many = counts(axis)
    drawn -= sums[np.maximum(axis, 0)] / _on_axis(many, 0, drawn.ndim)
    drawn[(many == 1) | (axis < 0)] = 0
    return np.moveaxis(drawn, 0, number)
