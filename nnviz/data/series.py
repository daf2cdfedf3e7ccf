"""Columns in time order, cut into windows: what came before is the input, what comes after the target."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Raw, Target, existing_file
from nnviz.data.frame import Frame
from nnviz.data.lazy import Array
from nnviz.data.spec import Series
from nnviz.data.tablefile import read_frame
from nnviz.errors import BadInput


def read(spec: Series, base: Path, cancelled: Callable[[], bool]) -> Raw:
    """Windows ``(n, window, columns)`` and the first column's value *horizon* steps after each window."""
    frame = read_frame(existing_file(base, spec.path), cancelled=cancelled)
    columns = series_columns(frame, spec)
    values = np.stack([frame.columns[i].values for i in columns], axis=1)
    for k, i in enumerate(columns):
        missing = np.isnan(values[:, k])
        if missing.any():
            raise BadInput(
                f"{frame.place(int(missing.argmax()))}: {frame.names[i]!r} has no value, and a series has no gaps."
            )
    x, y = windows(values, spec.window, spec.horizon)
    first = spec.window - 1 + spec.horizon
    target = Target((y,), (frame.names[columns[0]],), place=lambda i: frame.place(i + first))
    return Raw(x, target, scale="standard", ordered=True, notes=frame.notes)


def windows(values: Array, window: int, horizon: int) -> tuple[Array, Array]:
    """All windows of *values* ``(steps, columns)`` in order, and the target of each, float64 ``(n,)``."""
    if window < 1 or horizon < 1:
        raise BadInput(f"Window and horizon are at least 1 step, not {window} and {horizon}.")
    count = len(values) - window - horizon + 1
    if count < 2:
        raise BadInput(
            f"A window of {window} steps and a horizon of {horizon} need at least {window + horizon + 1} rows, but "
            f"there are {len(values)}."
        )
    x = np.lib.stride_tricks.sliding_window_view(values, window, axis=0)[:count].transpose(0, 2, 1)
    return x, values[window - 1 + horizon :, 0]


def series_columns(frame: Frame, spec: Series) -> tuple[int, ...]:
    """The numbers of the columns; all numeric ones where none is chosen."""
    if not spec.columns:
        found = tuple(i for i, column in enumerate(frame.columns) if column.kind == "number")
        if not found:
            raise BadInput(f"{frame.path.name} has no column of numbers.")
        return found
    chosen = tuple(dict.fromkeys(frame.index(name) for name in spec.columns))
    for i in chosen:
        if frame.columns[i].kind == "text":
            raise BadInput(f"{frame.names[i]!r} is text, and a series is made of numbers.")
    return chosen
