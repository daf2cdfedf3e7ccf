"""Columns in time order, cut into windows: what came before is the input, what comes after the target."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Given, Raw, Target, existing_file, nothing, stage
from nnviz.data.lazy import Array
from nnviz.data.preparation.chain_plan import ColumnStep, steps_of_columns
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.preparation.steps import Fill, ScaleColumns
from nnviz.data.spec import Series
from nnviz.data.tables.excel import sheet_in
from nnviz.data.tables.frame import Frame
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Steps = tuple[tuple[ColumnStep, ...], ...]  # of each column


def read(
    spec: Series, base: Path, cancelled: Callable[[], bool], progress: Callable[[float], None] = nothing
) -> Raw:  # fmt: skip
    """Windows ``(n, window, columns)`` and the first column's value *horizon* steps after each window."""
    frame = read_frame(
        existing_file(base, spec.path), cancelled=cancelled, sheet=spec.sheet, progress=stage(progress, 0.0, 0.8)
    )
    columns = series_columns(frame, spec)
    names = [frame.names[i] for i in columns]
    inputs = tuple(InputColumn(name, i, "number") for name, i in zip(names, columns, strict=True))
    steps = steps_of_series(frame, inputs, spec)
    train, notes = _cut(frame, columns, spec, steps)
    validation, test = (
        _held_back(spec, base, path, names, steps, cancelled) for path in (spec.validation_path, spec.test_path)
    )
    progress(1.0)
    return Raw(
        train.x,
        train.target,
        scale="standard",
        columns=inputs,
        ordered=True,
        notes=(*frame.notes, *notes),
        validation=validation,
        test=test,
        steps=steps if spec.steps else (),
    )


def steps_of_series(
    frame: Frame, columns: tuple[InputColumn, ...], spec: Series
) -> Steps:  # fmt: skip
    """The steps of each column; BadInput for those that a series cannot have."""
    if not all(isinstance(step, Fill | ScaleColumns) for step in spec.steps):
        raise BadInput(
            Sentence("The columns of a series are numbers in time order: expected only steps that fill or scale them.")
        )
    return steps_of_columns(spec.steps, columns, frame.index, frame.names, ())


def windows(values: Array, window: int, horizon: int, stride: int = 1) -> tuple[Array, Array]:
    """The windows of *values* ``(steps, columns)`` in order, and the target of each, float64 ``(n,)``.

    Each window starts *stride* steps after the one before.
    """
    if window < 1 or horizon < 1 or stride < 1:
        raise BadInput(
            Sentence("Window, horizon and stride are at least 1 step, not {0}, {1} and {2}.", window, horizon, stride)
        )
    count = len(values) - window - horizon + 1
    if count < 1 + stride:
        raise BadInput(
            Sentence(
                "A window of {0} steps and a horizon of {1} need at least {2} rows for two windows, but there are {3}.",
                window,
                horizon,
                window + horizon + stride,
                len(values),
            )
        )
    x = np.lib.stride_tricks.sliding_window_view(values, window, axis=0)[:count:stride].transpose(0, 2, 1)
    return x, values[window - 1 + horizon :: stride, 0]


def series_columns(frame: Frame, spec: Series) -> tuple[int, ...]:
    """The numbers of the columns; all numeric ones where none is chosen."""
    if not spec.columns:
        found = tuple(i for i, column in enumerate(frame.columns) if column.kind == "number")
        if not found:
            raise BadInput(Sentence("{0} has no column of numbers.", frame.path.name))
        return found
    chosen = tuple(dict.fromkeys(frame.index(name) for name in spec.columns))
    for i in chosen:
        if frame.columns[i].kind == "text":
            raise BadInput(Sentence("{0!r} is text, and a series is made of numbers.", frame.names[i]))
    return chosen


def _held_back(
    spec: Series,
    base: Path,
    path: str | None,
    names: list[str],
    steps: Steps,
    cancelled: Callable[[], bool],
) -> Given | None:
    """The windows of another file, whose columns of these *names* are taken."""
    if path is None:
        return None
    file = existing_file(base, path)
    frame = read_frame(file, cancelled=cancelled, sheet=sheet_in(file, spec.sheet))
    columns = [frame.index(name) for name in names]
    for i in columns:
        if frame.columns[i].kind == "text":
            raise BadInput(
                Sentence("{0!r} of {1} is text, and a series is made of numbers.", frame.names[i], frame.path.name)
            )
    return _cut(frame, columns, spec, steps)[0]


def _cut(
    frame: Frame, columns: tuple[int, ...] | list[int], spec: Series, steps: Steps
) -> tuple[Given, tuple[str, ...]]:
    """The windows of one table, and a sentence on those without a target."""
    values = np.stack([frame.columns[i].values for i in columns], axis=1)
    for k, i in enumerate(columns):
        missing = np.isnan(values[:, k])
        if missing.any() and not any(isinstance(step, Fill) for step in steps[k]):
            raise BadInput(
                Sentence(
                    "{0}: {1!r} has no value, and a series has no gaps.",
                    frame.place(int(missing.argmax())),
                    frame.names[i],
                )
            )
    x, y = windows(values, spec.window, spec.horizon, spec.stride)
    first, step = spec.window - 1 + spec.horizon, spec.stride
    kept = np.flatnonzero(~np.isnan(y))
    notes: tuple[str, ...] = ()
    if len(kept) < len(y):
        notes = (Sentence("{0} windows are left out, since the value to be forecast is missing.", len(y) - len(kept)),)
        x, y = x[kept], y[kept]
    target = Target((y,), (frame.names[columns[0]],), place=lambda i: frame.place(int(kept[i]) * step + first))
    return Given(x, target), notes
