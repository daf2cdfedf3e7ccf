"""The table source: a person's own CSV, TSV, text or Parquet file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.data import memory
from nnviz.data.coded import coded_features, unknown_word
from nnviz.data.dataset import Given, Raw, Target, existing_file
from nnviz.data.frame import Column, Frame, Kind
from nnviz.data.lazy import Array, LazyRows, Picked, chunks
from nnviz.data.preparation import InputColumn
from nnviz.data.spec import Scale, Table
from nnviz.data.stored_column import StoredColumn
from nnviz.data.tablefile import read_frame
from nnviz.errors import BadInput

MOST_VALUES = 1000
VALUES_WORTH_IT = 20  # a text column with more values than this, and most of them rare, is a name or a date


def read(spec: Table, base: Path, cancelled: Callable[[], bool], most_bytes: int) -> Raw:
    """The inputs and the target of the table and, where there is one, of its test file.

    The inputs are lazy rows where they may take more than *most_bytes*.
    """
    path = existing_file(base, spec.path)
    frame = read_frame(path, spec.delimiter, spec.header, spec.encoding, cancelled=cancelled, most_bytes=most_bytes)
    targets = target_columns(frame, spec)
    columns, notes = input_columns(frame, spec, targets)
    names = tuple(feature for column in columns for feature in column.features)
    x, target, dropped = _rows_with_target(frame, columns, targets, most_bytes)
    test, test_notes = _test_part(spec, base, frame, columns, targets, cancelled, most_bytes)
    if spec.image_shape is not None:
        x = as_pictures(x, spec.image_shape)
        test = None if test is None else Given(as_pictures(test.x, spec.image_shape), test.target)
    return Raw(
        x,
        target,
        scale=_habit(x),
        columns=columns,
        feature_names=names if spec.image_shape is None else (),
        test=test,
        notes=(*frame.notes, *notes, *dropped, *test_notes),
    )


def target_columns(frame: Frame, spec: Table) -> tuple[int, ...]:
    """The numbers of the target columns; the last column where none is chosen."""
    wanted = (spec.target,) if isinstance(spec.target, str | int) else spec.target
    if not wanted:
        return (len(frame.columns) - 1,)
    return tuple(dict.fromkeys(frame.index(name) for name in wanted))


def input_columns(frame: Frame, spec: Table, targets: Sequence[int]) -> tuple[tuple[InputColumn, ...], tuple[str, ...]]:
    """The columns to learn from and sentences on those that were left out.

    Where the person chose none, columns without a value and text that is different in nearly every row (names,
    dates) are left out, and a note says so; where they are asked for, they are refused.
    """
    asked = bool(spec.inputs)
    wanted = [frame.index(name) for name in spec.inputs] or range(len(frame.columns))
    chosen, notes = [], []
    for i in dict.fromkeys(wanted):
        if i in targets:
            if asked:
                raise BadInput(f"{frame.names[i]!r} is chosen as an input and as the target.")
            continue
        reason = _useless(frame.columns[i], frame.rows)
        if reason and asked:
            raise BadInput(f"{frame.names[i]!r} cannot be an input: it {reason}.")
        if reason:
            notes.append(f"{frame.names[i]!r} is left out: it {reason}.")
        else:
            chosen.append(_input_column(frame.columns[i], i))
    if not chosen:
        raise BadInput(f"{frame.path.name} has no column to learn from besides the target.")
    return tuple(chosen), tuple(notes)


def features(frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int]) -> Array:
    """The raw inputs, float64 ``(n, features)``, NaN for no value; BadInput names an unknown text value.

    Args:
        frame: the table.
        columns: the inputs as they were learned.
        positions: where each of them stands in *frame*.
    """
    parts: list[Array] = []
    for column, position in zip(columns, positions, strict=True):
        values = frame.columns[position].values
        if column.kind == "number":
            parts.append(values[:, np.newaxis])
            continue
        hot = values[:, np.newaxis] == np.array(column.values, object)
        if not hot.any(axis=1).all():
            row = int((~hot.any(axis=1)).argmax())
            raise unknown_word(frame, column, values[row], row)
        parts.append(hot.astype(np.float64))
    return np.concatenate(parts, axis=1)


def raw_inputs(
    frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int], most_bytes: int
) -> Array | LazyRows:
    """As ``features``, made only when they are asked for where they may take more than *most_bytes*."""
    shape = frame.rows, sum(len(column.features) for column in columns)
    stored = any(isinstance(column, StoredColumn) for column in frame.columns)
    if stored or memory.prepared_bytes(shape) > min(memory.LARGE, most_bytes):
        return coded_features(frame, columns, positions)
    return features(frame, columns, positions)


def kinds_of(columns: Sequence[InputColumn]) -> dict[str, Kind]:
    """What each input has to be in another file of the same columns."""
    return {column.name: column.kind for column in columns}


def as_pictures(x: Array | LazyRows, shape: tuple[int, ...]) -> Array | LazyRows:
    """Rows of numbers ``(n, features)`` as pictures ``(n, height, width, channels)``."""
    full = shape if len(shape) == 3 else (*shape, 1)
    if len(full) != 3 or any(size < 1 for size in full):
        raise BadInput(f"A picture's shape is height, width and channels, not {list(shape)}.")
    if int(np.prod(full)) != x.shape[1]:
        raise BadInput(
            f"A picture of {' x '.join(map(str, full))} has {int(np.prod(full))} numbers, but a row has {x.shape[1]}."
        )
    for start, part in chunks(x):
        if np.isnan(part).any():
            row = start + int(np.isnan(part).any(axis=1).argmax())
            raise BadInput(f"The picture in row {row + 1} of the data has a missing value.")
    return x.reshape(len(x), *full)


def _test_part(
    spec: Table, base: Path, frame: Frame, columns: Sequence[InputColumn], targets: Sequence[int],
    cancelled: Callable[[], bool], most_bytes: int,
) -> tuple[Given | None, tuple[str, ...]]:  # fmt: skip
    if spec.test_path is None:
        return None, ()
    kinds = kinds_of(columns) | {frame.names[i]: frame.columns[i].kind for i in targets}
    path = existing_file(base, spec.test_path)
    other = read_frame(path, spec.delimiter, spec.header, spec.encoding, kinds, cancelled, most_bytes)
    if len(other.columns) != len(frame.columns):
        raise BadInput(f"{path.name} has {len(other.columns)} columns, but {frame.path.name} has {len(frame.columns)}.")
    named = other.dialect is None or other.dialect.header
    if named:  # the same names may come in another order
        columns = [replace(column, position=other.index(column.name)) for column in columns]
        targets = [other.index(frame.names[i]) for i in targets]
    x, target, notes = _rows_with_target(other, columns, targets, most_bytes)
    return Given(x, target), notes


def _rows_with_target(
    frame: Frame, columns: Sequence[InputColumn], targets: Sequence[int], most_bytes: int
) -> tuple[Array | LazyRows, Target, tuple[str, ...]]:
    """Inputs and target of the rows that have a target, and a sentence on the others."""
    x = raw_inputs(frame, columns, [column.position for column in columns], most_bytes)
    missing = np.any([frame.columns[i].missing for i in targets], axis=0)
    kept = np.flatnonzero(~missing)
    values = tuple(_target_values(frame.columns[i], kept) for i in targets)
    target = Target(values, tuple(frame.names[i] for i in targets), place=lambda i: frame.place(int(kept[i])))
    if not missing.any():
        return x, target, ()
    if missing.all():
        raise BadInput(f"{frame.path.name} has no value in the target {target.names[0]!r}.")
    count = int(missing.sum())
    note = f"{count} rows without a target were left out, the first one in {frame.place(int(missing.argmax()))}."
    return Picked(x, kept) if isinstance(x, LazyRows) else x[kept], target, (note,)


def _target_values(column: Column | StoredColumn, kept: Array) -> Array:
    values = column.values[kept]
    if column.kind == "number" and column.whole and ((values == np.floor(values)) & (np.abs(values) < 2**53)).all():
        return values.astype(np.int64)
    return values


def _useless(column: Column | StoredColumn, rows: int) -> str:
    if column.kind == "number":
        return "has no value in any row" if column.empty else ""
    count = column.different
    if count > MOST_VALUES or (count > VALUES_WORTH_IT and 2 * count > rows):
        return f"is text with {count} different values in {rows} rows"
    return ""


def _input_column(column: Column | StoredColumn, position: int) -> InputColumn:
    return InputColumn(column.name, position, column.kind, column.words)


def _habit(x: Array | LazyRows) -> Scale:
    """Pictures of bytes are divided by 255; any other table is standardised."""
    if x.ndim != 4:
        return "standard"
    highest = 0.0
    for _, part in chunks(x):
        if part.min() < 0 or part.max() > 255 or not (part == np.floor(part)).all():
            return "standard"
        highest = max(highest, float(part.max()))
    return "255" if highest > 1 else "standard"
