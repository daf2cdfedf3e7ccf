"""One sample that a person types: a field for each column of the data, and what the network gets of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.data.preparation.chain import shown
from nnviz.data.preparation.preparation import InputColumn, Preparation

MOST_FIELDS = 100  # columns that are worth a field each
Cell = float | str
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class TypedField:
    """One column.

    Attributes:
        name: what it is called.
        values: the words that can stand there; () for a number.
    """

    name: str
    values: tuple[str, ...] = ()


def typed_fields(preparation: Preparation) -> tuple[TypedField, ...]:
    """A field for each column; () where a sample is no row of numbers, or one of very many."""
    if len(preparation.input_shape) != 1:
        return ()
    if preparation.steps:
        found = [TypedField(c.name, tuple(map(shown, c.values)) if c.kind == "text" else ()) for c in preparation.steps]
    else:
        found = [TypedField(c.name, c.values if c.kind == "text" else ()) for c in _columns(preparation)]
    return tuple(found) if len(found) <= MOST_FIELDS else ()


def typed_inputs(preparation: Preparation, cells: Sequence[Cell]) -> Floats:
    """What the network gets of *cells*, one for each field: ``(1, *input_shape)``; an unknown word counts as 0."""
    raw: list[float] = []
    for field, cell in zip(typed_fields(preparation), cells, strict=True):
        if not field.values:
            raw.append(float(cell))
        elif preparation.steps:
            raw.append(float(field.values.index(str(cell))) if cell in field.values else -1.0)
        else:
            raw += [float(value == cell) for value in field.values]
    return preparation.scale(np.array([raw]))


def typed_cells(preparation: Preparation, x: Floats) -> tuple[Cell, ...]:
    """The cells of the sample *x* ``(*input_shape,)`` as it is prepared: the inverse of ``typed_inputs``."""
    raw = preparation.unscale(x[None])[0].tolist()
    cells: list[Cell] = []
    for column in preparation.steps or _columns(preparation):
        part, raw = raw[: len(column.features)], raw[len(column.features) :]
        if isinstance(column, InputColumn):
            cells.append(column.values[int(np.argmax(part))] if column.kind == "text" else part[0])
        elif column.encode is None:
            cells.append(part[0])
        else:
            place = int(np.argmax(part)) if column.encode == "onehot" else max(0, round(part[0]))
            value = column.values[min(place, len(column.values) - 1)]
            cells.append(shown(value) if column.kind == "text" else float(value))
    return tuple(cells)


def _columns(preparation: Preparation) -> tuple[InputColumn, ...]:
    """The columns of a table, or one for each number of a sample."""
    if preparation.columns:
        return preparation.columns
    names = preparation.feature_names or tuple(f"x{i + 1}" for i in range(preparation.input_shape[0]))
    return tuple(InputColumn(name, i, "number") for i, name in enumerate(names))
