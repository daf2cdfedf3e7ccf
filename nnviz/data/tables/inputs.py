"""What is taken of a table: which columns and rows, and the samples and targets made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Target
from nnviz.data.lazy import Array, LazyRows, Picked
from nnviz.data.preparation.chain_plan import ColumnStep, steps_of_columns
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.preparation.steps import ColumnName, Drop, DropRows, Step
from nnviz.data.spec import Table
from nnviz.data.tables.coded import coded_features, coded_rows, unknown_word, unknown_words
from nnviz.data.tables.frame import Column, Frame
from nnviz.data.tables.rows import rows_that_stay
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


@dataclass(frozen=True)
class Chosen:
    """What is taken of a table and of others of the same columns.

    Attributes:
        frame: the table it was chosen of, which gives columns their numbers.
        columns: the inputs.
        targets: the numbers of the target columns.
        chain: all steps.
        steps: those of each input.
        stepwise: whether steps are done to single columns, so that a sample has one number a column at first.
    """

    frame: Frame
    columns: tuple[InputColumn, ...]
    targets: tuple[int, ...]
    chain: tuple[Step, ...]
    steps: tuple[tuple[ColumnStep, ...], ...]
    stepwise: bool


@dataclass(frozen=True)
class Taken:
    """The samples of one table.

    Attributes:
        x: raw inputs ``(n, features)``, or ``(n, columns)`` where steps are done to single columns.
        target: what is to be predicted.
        words: see ``dataset.Raw``.
        rows: where each sample stands in the table, from 0.
        notes: sentences on rows that were left out.
    """

    x: Array | LazyRows
    target: Target
    words: tuple[tuple[str, ...], ...]
    rows: Array
    notes: tuple[str, ...]


def chosen_of(frame: Frame, spec: Table, columns: Sequence[InputColumn], targets: Sequence[int]) -> Chosen:
    """The choice of these inputs and targets, with the steps that *spec* has for them; BadInput for what cannot be."""
    pictures = bool(spec.image_shape)
    if pictures and not all(isinstance(step, Drop | DropRows) for step in spec.steps):
        raise BadInput(
            Sentence(
                "The rows of {0} are pictures, whose pixels are prepared together: expected only steps that drop "
                "columns or rows.",
                frame.path.name,
            )
        )
    steps = steps_of_columns(spec.steps, columns, frame.index, frame.names, targets)
    return Chosen(frame, tuple(columns), tuple(targets), spec.steps, steps, bool(spec.steps) and not pictures)


def taken(frame: Frame, chosen: Chosen, place: Callable[[int], int], most_bytes: int) -> Taken:
    """The rows of *frame* that have a target and that no step leaves out.

    Args:
        frame: the table that was chosen of, or another one of the same columns.
        chosen: what is taken.
        place: where a column of the table that was chosen of stands in *frame*.
        most_bytes: what may be in memory.
    """

    def index(name: ColumnName) -> int:
        return place(chosen.frame.index(name))

    positions = [place(column.position) for column in chosen.columns]
    targets = [place(i) for i in chosen.targets]
    rows, notes = rows_that_stay(frame, chosen.chain, list(zip(positions, chosen.steps, strict=True)), targets, index)
    words: tuple[tuple[str, ...], ...] = ()
    if chosen.stepwise:
        x, words = coded_rows(frame, positions)
    else:
        x = raw_inputs(frame, chosen.columns, positions, most_bytes, strict=False)
        if frame is not chosen.frame:
            notes = (*notes, *unknown_words(frame, chosen.columns, positions, rows))
    values = tuple(_target_values(frame.columns[i], rows) for i in targets)
    target = Target(values, tuple(frame.names[i] for i in targets), place=lambda i: frame.place(int(rows[i])))
    if len(rows) < frame.rows:
        x = Picked(x, rows) if isinstance(x, LazyRows) else x[rows]
    return Taken(x, target, words, rows, notes)


def features(
    frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int], strict: bool = True
) -> Array:  # fmt: skip
    """The raw inputs, float64 ``(n, features)``, NaN for no value.

    Args:
        frame: the table.
        columns: the inputs as they were learned.
        positions: where each of them stands in *frame*.
        strict: whether BadInput names a word that is none of the values; otherwise it is 0 in all inputs.
    """
    parts: list[Array] = []
    for column, position in zip(columns, positions, strict=True):
        values = frame.columns[position].values
        if column.kind == "number":
            parts.append(values[:, np.newaxis])
            continue
        hot = values[:, np.newaxis] == np.array(column.values, object)
        if strict and not hot.any(axis=1).all():
            row = int((~hot.any(axis=1)).argmax())
            raise unknown_word(frame, column, values[row], row)
        parts.append(hot.astype(np.float64))
    return np.concatenate(parts, axis=1)


def raw_inputs(
    frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int], most_bytes: int, strict: bool = True
) -> Array | LazyRows:
    """As ``features``, made only when they are asked for where they may take more than *most_bytes*."""
    shape = frame.rows, sum(len(column.features) for column in columns)
    stored = any(isinstance(column, StoredColumn) for column in frame.columns)
    if stored or memory.prepared_bytes(shape) > min(memory.LARGE, most_bytes):
        return coded_features(frame, columns, positions, strict)
    return features(frame, columns, positions, strict)


def _target_values(column: Column | StoredColumn, kept: Array) -> Array:
    values = column.values[kept]
    if column.kind == "number" and column.whole and ((values == np.floor(values)) & (np.abs(values) < 2**53)).all():
        return values.astype(np.int64)
    return values
