"""Each piece of a step as a table of numbers: of units in rows, or of weights as a matrix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.training.one_step.figures import low, number
from nnviz.training.one_step.formulas import Chosen
from nnviz.training.one_step.given import Floats
from nnviz.training.one_step.steps import (
    Answers,
    Deltas,
    Gradients,
    LossStep,
    Sample,
    Step,
    Sums,
    Update,
)

UNIT = "#"  # stands above the numbers of units


@dataclass(frozen=True)
class Grid:
    """A table.

    Attributes:
        corner: what the numbers are, or what the rows are.
        rows, columns: what stands before the rows and above the columns.
        values: ``(rows, columns)``; NaN for a cell that stays empty.
        below: a second number in each cell, or None.
        matrix: whether the columns are units and the rows what comes into them; otherwise the rows are units.
        totals: how many of the last rows are no weights but what they come to.
    """

    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Floats
    below: Floats | None = None
    matrix: bool = False
    totals: int = 0

    @property
    def marked(self) -> tuple[int, int]:
        """How many rows and columns can be chosen."""
        return len(self.rows) - self.totals, len(self.columns)

    def chosen_at(self, row: int, column: int, sources: int) -> Chosen:
        """What a press on a cell chooses; *sources* are the units before, the row after them is the bias."""
        if not self.matrix:
            return Chosen(row, 0)
        return Chosen(column, row if row < sources else None)

    def holds(self, chosen: Chosen, row: int, column: int, sources: int) -> bool:
        """Whether the cell is of what is *chosen*."""
        if not self.matrix:
            return row == chosen.unit
        if self.totals:  # every weight of a unit goes into its sum
            return column == chosen.unit
        return column == chosen.unit and row == (sources if chosen.source is None else chosen.source)


def grid_of(step: Step) -> Grid:
    """The table of *step*."""
    found: Grid = _MAKERS[type(step)](step)
    return found


def _names(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{low(i)}" for i in range(count))


def _numbers(units: Floats) -> tuple[str, ...]:
    return tuple(str(i + 1) for i in range(len(units)))


def _sample(step: Sample) -> Grid:
    return Grid("", _names("x", len(step.x)), ("x",), step.x[:, None])


def _sources(layer: int, x: Floats) -> tuple[str, ...]:
    letter = "a" if layer else "x"
    return tuple(f"{letter}{low(i)} = {number(float(value))}" for i, value in enumerate(x))


def _sums(step: Sums) -> Grid:
    rows, values = _with_bias(_sources(step.layer, step.x), step.of.kernel, step.of.bias)
    return Grid("w", (*rows, "z"), _names("z", len(step.z)), np.vstack([values, step.z]), matrix=True, totals=1)


def _with_bias(rows: tuple[str, ...], kernel: Floats, bias: Floats | None) -> tuple[tuple[str, ...], Floats]:
    return (rows, kernel) if bias is None else ((*rows, "b"), np.vstack([kernel, bias]))


def _answers(step: Answers) -> Grid:
    return Grid(UNIT, _numbers(step.a), ("z", "a"), np.stack([step.z, step.a], axis=1))


def _loss(step: LossStep) -> Grid:
    return Grid(UNIT, _numbers(step.a), ("a", "y", "L"), np.stack([step.a, step.y, step.parts], axis=1))


def _deltas(step: Deltas) -> Grid:
    units = _numbers(step.dz)
    if step.slope.ndim == 2:
        return Grid(UNIT, units, ("dL/da", "dL/dz"), np.stack([step.da, step.dz], axis=1))
    return Grid(UNIT, units, ("dL/da", "da/dz", "dL/dz"), np.stack([step.da, step.slope, step.dz], axis=1))


def _gradients(step: Gradients) -> Grid:
    rows, values = _with_bias(_sources(step.layer, step.x), step.kernel, step.bias)
    return Grid("dL/dw", rows, _names("z", len(step.dz)), values, matrix=True)


def _update(step: Update) -> Grid:
    names = _names("a" if step.layer else "x", len(step.gradients.x))
    rows, after = _with_bias(names, step.kernel, step.bias)
    _, before = _with_bias(names, step.of.kernel, step.of.bias)
    return Grid("w", rows, _names("z", after.shape[1]), after, after - before, matrix=True)


_MAKERS: dict[type, Callable[[Any], Grid]] = {
    Sample: _sample,
    Sums: _sums,
    Answers: _answers,
    LossStep: _loss,
    Deltas: _deltas,
    Gradients: _gradients,
    Update: _update,
}
