"""Where the variants of a race stand: who is ahead by what is shown, how far each has come. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, nan

from nnviz.project.run_figures import Part, rises
from nnviz.ui.runs.rows import RunRow


@dataclass(frozen=True)
class Standing:
    """One variant.

    Attributes:
        row: the run as it is listed.
        place: from 1 on; those that are level have the same; None without a value.
        value: the newest value of what is shown, on the validation part where there is one; NaN without one.
        epochs, target: how many epochs are done, and how many there are to be.
    """

    row: RunRow
    place: int | None
    value: float
    epochs: int
    target: int

    @property
    def share(self) -> float:
        """How much of its way is done, from 0 to 1."""
        return min(1.0, self.epochs / max(1, self.target))


def standings(rows: Sequence[RunRow], key: str) -> tuple[Standing, ...]:
    """The variants *rows* by the metric *key*, the first one first; those without a value last, as they came.

    Failed ones have no place: what they had reached before counts for nothing.
    """
    values = {row.run.id: _newest(row, key) for row in rows}
    sign = -1 if rises(key) else 1

    def order(row: RunRow) -> float:
        value = values[row.run.id]
        return sign * value if isfinite(value) else inf

    ranked = sorted(rows, key=order)
    places = [order(row) for row in ranked]
    return tuple(
        Standing(row, places.index(at) + 1 if at < inf else None, values[row.run.id], row.run.epochs, _target(row))
        for row, at in zip(ranked, places, strict=True)
    )


def _newest(row: RunRow, key: str) -> float:
    if row.run.ending == "failed":
        return nan
    part: Part = "validation" if f"val_{key}" in row.run.columns else "train"
    return row.figures.last(key, part)


def _target(row: RunRow) -> int:
    return max(row.run.epochs, row.run.project.training.epochs)
