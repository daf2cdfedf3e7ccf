"""Fitting a chain of steps, column by column, on the training part alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from nnviz.data.preparation.chain import Array, FillNumber, Log, Operation, PreparedColumn, Rescale
from nnviz.data.preparation.chain_plan import ColumnStep
from nnviz.data.preparation.preparation import InputColumn, spread_or_one
from nnviz.data.preparation.steps import DropRows, Encode, Fill, ScaleColumns
from nnviz.data.spec import Scale
from nnviz.data.text.cells import is_missing
from nnviz.data.words import FIGURES
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

MOST_ONE_HOT = 1000
First = Callable[[Array], tuple[int, str]]


def fitted_chain(
    columns: Sequence[InputColumn],
    steps: Sequence[tuple[ColumnStep, ...]],
    words: Sequence[Sequence[str]],
    values: Iterable[tuple[int, Array]],
    default: Scale,
    first: First,
) -> tuple[PreparedColumn, ...]:
    """Every column with its figures; BadInput where a step cannot be done to the values there are.

    Args:
        columns: the inputs.
        steps: those of each column, see ``steps_of_columns``.
        words: of each column of text the words that its numbers stand for.
        values: the number of a column, one after the other, and its training rows, float64 ``(n,)``: NaN for no
            number, and for text the places of its words.
        default: the scaling of columns that no step scales.
        first: of some training values, by their numbers in *values*, the one that stands first in the file, and where.
    """
    return tuple(
        _text(columns[i], steps[i], words[i], own, default, first)
        if columns[i].kind == "text"
        else _number(columns[i], steps[i], own, default, first)
        for i, own in values
    )


def _number(
    column: InputColumn, steps: tuple[ColumnStep, ...], values: Array, default: Scale, first: First
) -> PreparedColumn:
    operations, values = _numbers(column.name, steps, values, first)
    encode = next((step for step in steps if isinstance(step, Encode)), None)
    if encode is not None:
        distinct = _distinct(column.name, values, first)
        return PreparedColumn(
            column.name, column.position, "number", None, "onehot", distinct, encode.unknown, tuple(operations)
        )
    if not any(isinstance(step, Fill | DropRows) for step in steps):
        operations.append(fill := FillNumber(_figure(column.name, "median", values, empty=0.0)))
        values = np.where(np.isnan(values), fill.value, values)
    if not any(isinstance(step, ScaleColumns) for step in steps):
        operations += _scaling(default, values)
    return PreparedColumn(column.name, column.position, "number", numbers=tuple(operations))


def _text(
    column: InputColumn,
    steps: tuple[ColumnStep, ...],
    words: Sequence[str],
    codes: Array,
    default: Scale,
    first: First,
) -> PreparedColumn:
    there, counts = np.unique(codes.astype(np.intp), return_counts=True)
    found = {words[code]: int(count) for code, count in zip(there, counts, strict=True)}
    filling = next((step for step in steps if isinstance(step, Fill)), None)
    fill = None if filling is None else _word(column.name, filling, found)
    if fill is not None:
        known = {word: count for word, count in found.items() if not is_missing(word)}
        found = known if len(known) == len(found) else known | {fill: 1}
    # A word that never came up is refused in other files where no step says otherwise, as it is without any steps.
    encode = next((step for step in steps if isinstance(step, Encode)), Encode())
    values = tuple(sorted(found))
    if encode.how == "onehot" and len(values) > MOST_ONE_HOT:
        raise BadInput(
            Sentence(
                "{0!r} has {1} different words, but one-hot takes up to {2}.", column.name, len(values), MOST_ONE_HOT
            )
        )
    operations: list[Operation] = []
    result = PreparedColumn(column.name, column.position, "text", fill, encode.how, values, encode.unknown)
    if encode.how == "label":
        labels = np.array(result.codes(words), np.float64)[codes.astype(np.intp)]
        scales = [step for step in steps if isinstance(step, ScaleColumns)]
        operations, labels = _numbers(column.name, scales, labels, first)
        operations += [] if scales else _scaling(default, labels)
    return PreparedColumn(
        column.name, column.position, "text", fill, encode.how, values, encode.unknown, tuple(operations)
    )


def _numbers(name: str, steps: Sequence[ColumnStep], values: Array, first: First) -> tuple[list[Operation], Array]:
    """What the *steps* of filling and scaling do to numbers, and what becomes of these."""
    operations: list[Operation] = []
    for step in steps:
        if isinstance(step, Fill):
            value = float(step.value or 0) if step.how == "constant" else _figure(name, step.how, values)
            operations.append(FillNumber(value))
            values = np.where(np.isnan(values), value, values)
        elif isinstance(step, ScaleColumns) and step.how == "log":
            bad = values <= -1  # False for NaN
            if bad.any():
                i, place = first(np.flatnonzero(bad))
                raise BadInput(_no_logarithm(operations, place, name, values[i]))
            operations.append(Log())
            values = np.log1p(values)
        elif isinstance(step, ScaleColumns):
            scaling = _scaling(step.how, values)
            operations += scaling
            for operation in scaling:
                values = (values - operation.shift) / operation.factor
    return operations, values


def _no_logarithm(before: Sequence[Operation], place: str, name: str, value: float) -> Sentence:
    if any(isinstance(operation, Rescale) for operation in before):
        return Sentence(
            "{0}: {1!r} is {2:g} as an earlier step leaves it, but log(1 + x) takes numbers above -1.",
            place, name, value,
        )  # fmt: skip
    return Sentence("{0}: {1!r} is {2:g}, but log(1 + x) takes numbers above -1.", place, name, value)


def _scaling(how: str, values: Array) -> list[Rescale]:
    """The scaling of *values* fitted to those that are not missing; none for ``none``."""
    if how == "255":
        return [Rescale("255", 0.0, 255.0)]
    if how == "none":
        return []
    known = values[~np.isnan(values)]
    if not len(known):
        known = np.zeros(1)
    if how == "minmax":
        low, high = float(known.min()), float(known.max())
        return [Rescale("minmax", low, high - low or 1.0)]
    mean = known.mean()
    return [Rescale("standard", float(mean), float(spread_or_one(mean, known.std())))]


def _figure(name: str, how: str, values: Array, empty: float | None = None) -> float:
    """The median, mean or most frequent of *values*; *empty* where there is none, or BadInput without it."""
    known = values[~np.isnan(values)]
    if not len(known):
        if empty is not None:
            return empty
        raise BadInput(
            Sentence(
                "{0!r} has no value in the training part, so it has no {1} to fill others with.", name, FIGURES[how]
            )
        )
    if how == "most_frequent":
        distinct, counts = np.unique(known, return_counts=True)
        return float(distinct[counts.argmax()])
    return float(np.median(known) if how == "median" else known.mean())


def _word(name: str, step: Fill, found: dict[str, int]) -> str:
    if step.how == "constant":
        return str(step.value)
    known = {word: count for word, count in found.items() if not is_missing(word)}
    if not known:
        raise BadInput(
            Sentence(
                "{0!r} has no value in the training part, so it has no {1} to fill others with.",
                name,
                FIGURES[step.how],
            )
        )
    return min(known, key=lambda word: (-known[word], word))


def _distinct(name: str, values: Array, first: First) -> tuple[float, ...]:
    missing = np.isnan(values)
    if missing.any():
        raise BadInput(
            Sentence(
                "{0}: {1!r} has no value; to be one-hot, numbers are filled before, or such rows are dropped.",
                first(np.flatnonzero(missing))[1],
                name,
            )
        )
    distinct = np.unique(values)
    if len(distinct) > MOST_ONE_HOT:
        raise BadInput(
            Sentence("{0!r} has {1} different numbers, but one-hot takes up to {2}.", name, len(distinct), MOST_ONE_HOT)
        )
    return tuple(distinct.tolist())
