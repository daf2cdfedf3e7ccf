"""Looking into pictures and other arrays: any of them, with their labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Target
from nnviz.data.lazy import Array, LazyRows, close, taken
from nnviz.data.preparation.targets import coding_for
from nnviz.data.profile.aim import shown
from nnviz.data.profile.known import ClassCount, ColumnType
from nnviz.data.profile.viewing import Cell, DataView, Head
from nnviz.data.spec import DataSpec, TaskChoice
from nnviz.errors import BadInput


class ArrayView(DataView):
    """Samples ``(n, height, width, channels)`` or of any other shape, see ``DataView``; its columns are the target's.

    Attributes:
        x: the samples.
        target: what is to be answered of each.
    """

    def __init__(
        self, spec: DataSpec, x: Array | LazyRows, target: Target, task: TaskChoice, notes: tuple[str, ...] = ()
    ) -> None:
        self.spec, self.x, self.target, self._task, self.notes = spec, x, target, task, notes
        self.kind = "pictures" if len(x.shape) == 4 and x.shape[3] in (1, 3, 4) else "arrays"
        self.rows = len(x)
        self.heads = tuple(
            Head(name, _type(column, target), "target")
            for name, column in zip(target.names, target.columns, strict=True)
        )

    def read(self, first: int, stop: int) -> list[tuple[Cell, ...]]:
        """The targets of the rows from *first* up to *stop*; classes by their names."""
        rows = range(first, min(stop, self.rows))
        return [tuple(self._cell(column[row]) for column in self.target.columns) for row in rows]

    def samples(self, rows: Sequence[int]) -> Array:
        """The samples of these 0-based rows, as the source has them."""
        return taken(self.x, np.asarray(rows, np.int64))

    def labels(self, rows: Sequence[int]) -> tuple[str, ...]:
        """The target of these 0-based rows, in words."""
        return tuple(", ".join(shown(self._cell(column[row])) for column in self.target.columns) for row in rows)

    @cached_property
    def class_indices(self) -> tuple[NDArray[np.int32] | None, tuple[str, ...]]:
        """The class of each row and the names of the classes; None and no names where the target has no classes."""
        try:
            coding = coding_for(self.target, self._task)
            if coding.task not in ("binary", "classes"):
                return None, ()
            return coding.encode(self.target).astype(np.int32), coding.names
        except BadInput:  # loading says what is wrong with the target
            return None, ()

    @cached_property
    def classes(self) -> tuple[ClassCount, ...]:
        """How many rows each class has."""
        y, names = self.class_indices
        if y is None:
            return ()
        counts = np.bincount(y, minlength=len(names)).tolist()
        return tuple(ClassCount(name, n, n / len(y)) for name, n in zip(names, counts, strict=True))

    def close(self) -> None:
        """Close the file behind the samples, if there is one."""
        close(self.x)

    def _cell(self, value: object) -> Cell:
        names = self.target.class_names
        if isinstance(value, np.generic):
            value = value.item()
        if names and len(self.target.columns) == 1 and isinstance(value, int):
            return names[value]
        return value if isinstance(value, str | int | float) else None


def _type(column: Array, target: Target) -> ColumnType:
    if (target.class_names and len(target.columns) == 1) or column.dtype.kind == "O":
        return "text"
    return {"b": "bool", "i": "integer", "u": "integer"}.get(column.dtype.kind, "number")  # type: ignore[return-value]
