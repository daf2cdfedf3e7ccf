"""The table source: a person's own CSV, TSV, text or Parquet file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Array, Given, Raw, Target, existing_file
from nnviz.data.frame import Column, Frame, Kind
from nnviz.data.preparation import InputColumn
from nnviz.data.spec import Scale, Table
from nnviz.data.tablefile import read_frame
from nnviz.errors import BadInput

MOST_VALUES = 1000
VALUES_WORTH_IT = 20  # a text column with more values than this, and most of them rare, is a name or a date


def read(spec: Table, base: Path, cancelled: Callable[[], bool]) -> Raw:
    """The inputs and the target of the table and, where there is one, of its test file."""
    frame = read_frame(existing_file(base, spec.path), spec.delimiter, spec.header, spec.encoding, cancelled=cancelled)
    targets = target_columns(frame, spec)
    columns, notes = input_columns(frame, spec, targets)
    names = tuple(feature for column in columns for feature in column.features)
    x, target, dropped = _rows_with_target(frame, columns, targets)
    test, test_notes = _test_part(spec, base, frame, columns, targets, cancelled)
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
        reason = _useless(frame.columns[i])
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
            known = ", ".join(column.values[:8]) + (", ..." if len(column.values) > 8 else "")
            raise BadInput(
                f"{frame.place(row)}: {column.name!r} holds {values[row]!r}, which never came up in training ({known})."
            )
        parts.append(hot.astype(np.float64))
    return np.concatenate(parts, axis=1)


def kinds_of(columns: Sequence[InputColumn]) -> dict[str, Kind]:
    """What each input has to be in another file of the same columns."""
    return {column.name: column.kind for column in columns}


def as_pictures(x: Array, shape: tuple[int, ...]) -> Array:
    """Rows of numbers ``(n, features)`` as pictures ``(n, height, width, channels)``."""
    full = shape if len(shape) == 3 else (*shape, 1)
    if len(full) != 3 or any(size < 1 for size in full):
        raise BadInput(f"A picture's shape is height, width and channels, not {list(shape)}.")
    if int(np.prod(full)) != x.shape[1]:
        raise BadInput(
            f"A picture of {' x '.join(map(str, full))} has {int(np.prod(full))} numbers, but a row has {x.shape[1]}."
        )
    if np.isnan(x).any():
        row = int(np.isnan(x).any(axis=1).argmax())
        raise BadInput(f"The picture in row {row + 1} of the data has a missing value.")
    return x.reshape(len(x), *full)


def _test_part(
    spec: Table, base: Path, frame: Frame, columns: Sequence[InputColumn], targets: Sequence[int],
    cancelled: Callable[[], bool],
) -> tuple[Given | None, tuple[str, ...]]:  # fmt: skip
    if spec.test_path is None:
        return None, ()
    kinds = kinds_of(columns) | {frame.names[i]: frame.columns[i].kind for i in targets}
    path = existing_file(base, spec.test_path)
    other = read_frame(path, spec.delimiter, spec.header, spec.encoding, kinds, cancelled)
    if len(other.columns) != len(frame.columns):
        raise BadInput(f"{path.name} has {len(other.columns)} columns, but {frame.path.name} has {len(frame.columns)}.")
    named = other.dialect is None or other.dialect.header
    if named:  # the same names may come in another order
        columns = [replace(column, position=other.index(column.name)) for column in columns]
        targets = [other.index(frame.names[i]) for i in targets]
    x, target, notes = _rows_with_target(other, columns, targets)
    return Given(x, target), notes


def _rows_with_target(
    frame: Frame, columns: Sequence[InputColumn], targets: Sequence[int]
) -> tuple[Array, Target, tuple[str, ...]]:
    """Inputs and target of the rows that have a target, and a sentence on the others."""
    x = features(frame, columns, [column.position for column in columns])
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
    return x[kept], target, (note,)


def _target_values(column: Column, kept: Array) -> Array:
    values = column.values[kept]
    if column.kind == "number" and column.whole and ((values == np.floor(values)) & (np.abs(values) < 2**53)).all():
        return values.astype(np.int64)
    return values


def _useless(column: Column) -> str:
    if column.kind == "number":
        return "has no value in any row" if np.isnan(column.values).all() else ""
    count, rows = len(set(column.values.tolist())), len(column.values)
    if count > MOST_VALUES or (count > VALUES_WORTH_IT and 2 * count > rows):
        return f"is text with {count} different values in {rows} rows"
    return ""


def _input_column(column: Column, position: int) -> InputColumn:
    if column.kind == "number":
        return InputColumn(column.name, position, "number")
    return InputColumn(column.name, position, "text", tuple(sorted(set(column.values.tolist()))))


def _habit(x: Array) -> Scale:
    """Pictures of bytes are divided by 255; any other table is standardised."""
    is_bytes = x.ndim == 4 and x.min() >= 0 and x.max() <= 255 and bool((x == np.floor(x)).all())
    return "255" if is_bytes and x.max() > 1 else "standard"
