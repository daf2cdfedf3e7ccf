"""Which units of a layer do little: dead, saturated, duplicate; from sums over many rows.

Dead: exactly 0 for every row at every place, so that no gradient passes a ReLU (Lu et al. 2019, "Dying ReLU and
initialization"). Saturated: at the flat ends of a sigmoid or a tanh, where the gradient has almost vanished (Glorot
and Bengio 2010). Duplicate: the response of another unit times a factor, so that one of the two would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.training.inside.messages import LayerVerdicts

SAME = 0.999  # the cosine, and the correlation, from which on two responses are the same up to a factor
FLAT = 0.01  # of the range of an activation: so near to its ends it counts as saturated
ALMOST_ALWAYS = 0.95
STILL = 1e-5  # a response that varies by less of its size does not vary: float32 knows no more
MOST_COMPARED = 1024  # units of a layer that are compared with each other
# The least and the largest answer of the activations that have both.
RANGES = {"sigmoid": (0.0, 1.0), "hard_sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "softsign": (-1.0, 1.0),
          "hard_tanh": (-1.0, 1.0)}  # fmt: skip
Range = tuple[float, float]
Floats = NDArray[Any]


@dataclass
class UnitSums:
    """Sums over all answers of a layer so far, by unit.

    Attributes:
        count: how many answers of each unit were added: rows times places.
        low, high: the least and the largest answer, ``(units,)``.
        flat: how many answers lie at an end of the range, ``(units,)``.
        reference: a mean of each unit, from which the next two are counted so that they stay exact, ``(units,)``.
        total: the sum of the differences from it, ``(units,)``.
        products: the sums of products of two units' differences, ``(units, units)``; None where they are not compared.
        span: the range of the activation; None where it has no two ends.
    """

    count: int
    low: Floats
    high: Floats
    flat: Floats
    reference: Floats
    total: Floats
    products: Floats | None
    span: Range | None

    @classmethod
    def of(cls, answers: NDArray[np.float32], span: Range | None) -> UnitSums:
        """Nothing yet, for a layer whose first *answers* ``(n, units)`` these are; its activation has the range *span*.

        They are to be added like all others.
        """
        units = answers.shape[1]
        zeros = np.zeros(units)
        compared = 1 < units <= MOST_COMPARED
        return cls(
            0,
            np.full(units, np.inf),
            np.full(units, -np.inf),
            zeros.copy(),
            answers.mean(axis=0).astype(np.float64),  # as it is subtracted, to the last bit
            zeros.copy(),
            np.zeros((units, units)) if compared else None,
            span,
        )

    def add(self, answers: NDArray[np.float32]) -> None:
        """Add further *answers* ``(n, units)``."""
        self.count += len(answers)
        np.minimum(self.low, answers.min(axis=0), out=self.low)
        np.maximum(self.high, answers.max(axis=0), out=self.high)
        if self.span is not None:
            low, high = self.span
            near = FLAT * (high - low)
            self.flat += ((answers <= low + near) | (answers >= high - near)).sum(axis=0)
        if self.products is not None:
            with np.errstate(invalid="ignore", over="ignore"):
                apart = answers - self.reference.astype(np.float32)
                self.total += apart.sum(axis=0, dtype=np.float64)
                self.products += apart.T @ apart

    def moments(self, products: Floats) -> tuple[Floats, Floats]:
        """The products of the answers themselves, and their covariance times the count: ``(units, units)`` each."""
        crossed = np.outer(self.reference, self.total)
        raw = products + crossed + crossed.T + self.count * np.outer(self.reference, self.reference)
        return raw, products - np.outer(self.total, self.total) / max(1, self.count)


def layer_verdicts(layer: str, sums: UnitSums, *, may_die: bool) -> LayerVerdicts:
    """What the *sums* say of the units of *layer*; *may_die*: an answer that is always 0 is worth a word."""
    units = len(sums.low)
    dead = (sums.low == 0) & (sums.high == 0) if may_die else np.zeros(units, bool)
    share = sums.flat / max(1, sums.count)
    saturated = np.flatnonzero((share >= ALMOST_ALWAYS) & ~dead)
    return LayerVerdicts(
        id=layer,
        units=units,
        dead=tuple(np.flatnonzero(dead).tolist()),
        saturated=tuple((int(unit), float(share[unit])) for unit in saturated),
        duplicates=_duplicates(sums),
        compared=sums.products is not None or units == 1,
    )


def _duplicates(sums: UnitSums) -> tuple[tuple[int, int, float], ...]:
    """Each unit that repeats an earlier one, with the first that it repeats and the cosine of the two.

    Two responses that hardly vary have a cosine near 1 whatever they mean, so that their correlation has to be as near
    to 1; a unit that does not vary at all repeats nothing. With a negative factor both are near -1.
    """
    if sums.products is None or not np.isfinite(sums.products).all():
        return ()
    raw, covariance = sums.moments(sums.products)
    sizes, spread = (np.sqrt(np.clip(np.diag(m), 0, None)) for m in (raw, covariance))
    varies = spread > STILL * np.maximum(sizes, 1e-30)
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine, correlation = raw / np.outer(sizes, sizes), covariance / np.outer(spread, spread)
    alike = (np.abs(cosine) > SAME) & (np.abs(correlation) > SAME) & (cosine * correlation > 0)
    later, earlier = np.nonzero(np.tril(alike & np.outer(varies, varies), -1))
    first: dict[int, int] = {}
    for unit, other in zip(later.tolist(), earlier.tolist(), strict=True):
        first.setdefault(unit, other)
    return tuple((unit, other, float(cosine[unit, other])) for unit, other in sorted(first.items()))
