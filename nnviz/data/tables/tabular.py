"""The table source: a person's own CSV, TSV, text, Parquet or Excel file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Given, Raw, existing_file, nothing, stage
from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.pictures.pixel_columns import completed
from nnviz.data.preparation.chain_plan import dropped_columns, encoded_by_name
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.spec import Scale, Table
from nnviz.data.tables.excel import sheet_in
from nnviz.data.tables.frame import Column, Frame, Kind
from nnviz.data.tables.inputs import Chosen, Taken, chosen_of, taken
from nnviz.data.tables.rows import parts_of_rows, times_of_rows
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

MOST_VALUES = 1000
VALUES_WORTH_IT = 20  # a text column with more values than this, and most of them rare, is a name or a date


def read(
    spec: Table,
    base: Path,
    cancelled: Callable[[], bool],
    most_bytes: int,
    progress: Callable[[float], None] = nothing,
) -> Raw:
    """The inputs and the target of the table and, where there are such, of its validation and test files.

    The inputs are lazy rows where they may take more than *most_bytes*; *progress* is told the share that is read.
    """
    path = existing_file(base, spec.path)
    reading = stage(progress, 0.0, 0.7)
    frame = read_frame(
        path, spec.delimiter, spec.header, spec.encoding, None, cancelled, most_bytes, spec.sheet, reading
    )
    spec, found = completed(spec, frame)
    targets = target_columns(frame, spec)
    columns, notes = input_columns(frame, spec, targets)
    chosen = chosen_of(frame, spec, columns, targets)
    names = tuple(feature for column in columns for feature in column.features)
    rows = taken(frame, chosen, lambda i: i, most_bytes)
    held_back = [
        _held_back(spec, name, base, chosen, cancelled, most_bytes) for name in (spec.validation_path, spec.test_path)
    ]
    parted = parting_columns(frame, spec)
    progress(1.0)
    x, (validation, _), (test, _) = rows.x, *held_back
    if spec.image_shape:
        x = as_pictures(x, spec.image_shape)
        validation, test = (_pictured(part, spec.image_shape) for part in (validation, test))
    return Raw(
        x,
        replace(rows.target, of_pictures=bool(spec.image_shape)),
        scale=_habit(x),
        columns=columns,
        feature_names=() if spec.image_shape else names,
        validation=validation,
        test=test,
        notes=(*frame.notes, *found, *notes, *rows.notes, *(note for _, notes in held_back for note in notes)),
        steps=chosen.steps if chosen.stepwise else (),
        words=rows.words,
        parts=None if parted[0] is None else parts_of_rows(frame, parted[0], rows.rows),
        times=None if parted[1] is None else times_of_rows(frame, parted[1], rows.rows),
        kept=_kept(rows, frame),
    )


def _pictured(part: Given | None, shape: tuple[int, ...]) -> Given | None:
    return None if part is None else replace(part, x=as_pictures(part.x, shape))


def target_columns(frame: Frame, spec: Table) -> tuple[int, ...]:
    """The numbers of the target columns: where none is chosen the last one that has a value and does not part rows."""
    wanted = (spec.target,) if isinstance(spec.target, str | int) else spec.target
    if not wanted:
        parting = parting_columns(frame, spec)
        filled = (i for i, column in enumerate(frame.columns) if i not in parting and not column.empty)
        return (max(filled, default=len(frame.columns) - 1),)
    return tuple(dict.fromkeys(frame.index(name) for name in wanted))


def input_columns(frame: Frame, spec: Table, targets: Sequence[int]) -> tuple[tuple[InputColumn, ...], tuple[str, ...]]:
    """The columns to learn from and sentences on those that were left out.

    Where the person chose none, columns without a value and text that is different in nearly every row (names,
    dates) are left out, and a note says so. Such text is taken where it is asked for, among the inputs or by a step
    that encodes it; what cannot be an input at all is refused then.
    """
    asked = bool(spec.inputs)
    wanted = [frame.index(name) for name in spec.inputs] or range(len(frame.columns))
    by_column, by_time = parting_columns(frame, spec)
    left_out = {by_column, None if asked else by_time, *dropped_columns(spec.steps, frame.index, frame.names, targets)}
    onehot, labels = (encoded_by_name(spec.steps, frame.index, how) for how in ("onehot", "label"))
    chosen, notes = [], []
    for i in dict.fromkeys(wanted):
        if i in left_out:
            continue
        if i in targets:
            if asked:
                raise BadInput(Sentence("{0!r} is chosen as an input and as the target.", frame.names[i]))
            continue
        reason = _useless(frame.columns[i], frame.rows, asked or i in onehot, i in labels)
        if reason and (asked or i in onehot):
            raise BadInput(Sentence("{0!r} cannot be an input: it {1}.", frame.names[i], reason))
        if reason:
            notes.append(Sentence("{0!r} is left out: it {1}.", frame.names[i], reason))
        else:
            chosen.append(_input_column(frame.columns[i], i))
    if not chosen:
        raise BadInput(Sentence("{0} has no column to learn from besides the target.", frame.path.name))
    return tuple(chosen), tuple(notes)


def parting_columns(frame: Frame, spec: Table) -> tuple[int | None, int | None]:
    """The numbers of the columns by whose words, or in whose order, the rows are parted; None where there is none."""
    split = spec.split
    if split.by_column is not None and split.by_time is not None:
        raise BadInput(
            Sentence(
                "The rows are parted by the words in {0!r} or in the order of {1!r}, but not by both.",
                split.by_column,
                split.by_time,
            )
        )
    by_column, by_time = (None if name is None else frame.index(name) for name in (split.by_column, split.by_time))
    return by_column, by_time


def kinds_of(columns: Sequence[InputColumn]) -> dict[str, Kind]:
    """What each input has to be in another file of the same columns."""
    return {column.name: column.kind for column in columns}


def as_pictures(x: Array | LazyRows, shape: tuple[int, ...]) -> Array | LazyRows:
    """Rows of numbers ``(n, features)`` as pictures ``(n, height, width, channels)``."""
    full = shape if len(shape) == 3 else (*shape, 1)
    if len(full) != 3 or any(size < 1 for size in full):
        raise BadInput(Sentence("A picture's shape is height, width and channels, not {0}.", list(shape)))
    if int(np.prod(full)) != x.shape[1]:
        raise BadInput(
            Sentence(
                "A picture of {0} has {1} numbers, but a row has {2}.",
                " x ".join(map(str, full)),
                int(np.prod(full)),
                x.shape[1],
            )
        )
    for start, part in chunks(x):
        if np.isnan(part).any():
            row = start + int(np.isnan(part).any(axis=1).argmax())
            raise BadInput(Sentence("The picture in row {0} of the data has a missing value.", row + 1))
    return x.reshape(len(x), *full)


def _held_back(
    spec: Table, name: str | None, base: Path, chosen: Chosen, cancelled: Callable[[], bool], most_bytes: int
) -> tuple[Given | None, tuple[str, ...]]:
    """The rows of the validation or test file *name*, which has the columns of *frame*, and sentences on them."""
    if name is None:
        return None, ()
    frame, columns, targets = chosen.frame, chosen.columns, chosen.targets
    kinds = kinds_of(columns) | {frame.names[i]: frame.columns[i].kind for i in targets}
    path = existing_file(base, name)
    sheet = sheet_in(path, spec.sheet)
    other = read_frame(path, spec.delimiter, spec.header, spec.encoding, kinds, cancelled, most_bytes, sheet)
    named = other.dialect is None or other.dialect.header
    if not named and len(other.columns) != len(frame.columns):
        raise BadInput(
            Sentence(
                "{0} has {1} columns, but {2} has {3}.",
                path.name,
                len(other.columns),
                frame.path.name,
                len(frame.columns),
            )
        )
    # The same names may come in another order, and columns that nothing is taken of may be missing.
    rows = taken(other, chosen, lambda i: other.index(frame.names[i]) if named else i, most_bytes)
    return Given(rows.x, rows.target, rows.words, _kept(rows, other)), rows.notes


def _kept(rows: Taken, frame: Frame) -> Array | None:
    return rows.rows if len(rows.rows) < frame.rows else None


def _useless(column: Column | StoredColumn, rows: int, asked: bool, label: bool) -> str:
    if column.kind == "number":
        return Sentence("has no value in any row") if column.empty else ""
    count = column.different
    if label and not (isinstance(column, StoredColumn) and count > len(column.codes)):
        return ""
    if count > MOST_VALUES or (not asked and count > VALUES_WORTH_IT and 2 * count > rows):
        return Sentence("is text with {0} different values in {1} rows", count, rows)
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
