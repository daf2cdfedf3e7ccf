"""What the target asks for, and how its values become ``y``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Part, Target
from nnviz.data.lazy import Array, LazyRows
from nnviz.data.spec import TaskChoice
from nnviz.errors import BadInput
from nnviz.network.facts import Task
from nnviz.sentences import Sentence

MOST_INFERRED_CLASSES, MOST_CLASSES_OF_PICTURES = 20, 1000
MOST_CLASSES = 10_000
ROWS_PER_CLASS = 3  # whole numbers are taken for classes only where each comes up about this often


@dataclass(frozen=True)
class Coding:
    """How the target's values become ``y``.

    Attributes:
        task: what the target asks for.
        outputs: how many numbers ``y`` has per row once it is encoded for the loss.
        values: the target's own values in the order of their class indices.
        names: what to call the classes, labels; empty for regression.
        one_hot: whether the target columns together hold one class.
        reconstructs: whether the sample itself is to be answered, and not the target.
        note: a sentence on a choice that a person may want to know of.
    """

    task: Task
    outputs: int
    values: tuple[str | int | float, ...] = ()
    names: tuple[str, ...] = ()
    one_hot: bool = False
    reconstructs: bool = False
    note: str = ""

    def encode(self, target: Target) -> Array:
        """The canonical ``y`` of *target* (see ``Part.y``); BadInput names a value that does not fit.

        Where the sample is to be reconstructed nothing is asked of the target: 0 for each row, until ``part_of``.
        """
        if self.reconstructs:
            return np.zeros((len(target.columns[0]), 1), np.float32)
        if len(target.columns) != (self.outputs if self._per_column else 1):
            raise BadInput(
                Sentence("The target has {0} columns here and {1} in training.", len(target.columns), self.outputs)
            )
        if self.task == "regression":
            return np.stack([_numbers(target, i) for i in range(len(target.columns))], axis=1)
        if self.task == "labels":
            return np.stack([_flags(target, i) for i in range(len(target.columns))], axis=1)
        if self.one_hot:
            hot: Array = np.stack(target.columns, axis=1)
            return np.asarray(hot.argmax(axis=1), np.int32)
        return self._indices(target)

    def part_of(self, x: Array | LazyRows, y: Array, weight: NDArray[np.float32] | None = None) -> Part:
        """The part of these prepared samples, whose target is *y* unless it is the samples themselves."""
        return Part(x, x.reshape(len(x), -1) if self.reconstructs else y, weight)

    @property
    def _per_column(self) -> bool:
        return self.one_hot or self.task in ("regression", "labels")

    def _indices(self, target: Target) -> Array:
        column = target.columns[0]
        index = {value: i for i, value in enumerate(self.values)}
        distinct, inverse = np.unique(column, return_inverse=True)
        codes = np.array([index.get(value, -1) for value in distinct.tolist()], np.int32)
        y = codes[inverse]
        if (y < 0).any():
            row = int((y < 0).argmax())
            raise BadInput(
                Sentence(
                    "{0}: {1!r} is {2}, which is none of the {3} classes of the training data ({4}).",
                    target.place(row),
                    target.names[0],
                    _shown(column[row]),
                    len(self.values),
                    _listed(self.names),
                )
            )
        return y


def coding_for(target: Target, task: TaskChoice) -> Coding:
    """The coding of *target* under *task*, inferred from the values where that is ``auto``."""
    if len(target.columns) == 0 or len(target.columns[0]) == 0:
        raise BadInput(Sentence("The data has no rows to learn from."))
    if task == "reconstruction":
        return Coding("regression", 1, reconstructs=True)
    if len(target.columns) > 1:
        return _several(target, task)
    column = target.columns[0]
    if task == "regression":
        return Coding("regression", 1)
    if task == "labels":
        return Coding("labels", 1, names=target.names)
    distinct = np.unique(column)
    if task == "auto" and not _looks_like_classes(column, distinct, target):
        if column.dtype.kind == "O":
            raise BadInput(
                Sentence(
                    "The target {0!r} is text with {1} different values in {2} rows, too many to be classes.",
                    target.names[0],
                    len(distinct),
                    len(column),
                )
            )
        return Coding("regression", 1)
    return _classes(target, distinct, task)


def _looks_like_classes(column: Array, distinct: Array, target: Target) -> bool:
    count = len(distinct)
    if target.class_names or column.dtype.kind == "b":
        return True
    if column.dtype.kind == "O":
        return count <= max(2, len(column) // 2)
    whole_numbers = column.dtype.kind in "iu"
    if count == 2:
        return whole_numbers or set(distinct.tolist()) == {0, 1}
    most = MOST_CLASSES_OF_PICTURES if target.of_pictures else MOST_INFERRED_CLASSES
    return whole_numbers and count <= min(most, len(column) // ROWS_PER_CLASS)


def _classes(target: Target, distinct: Array, task: TaskChoice) -> Coding:
    values = _class_values(target, distinct)
    name = target.names[0]
    if len(values) < 2 and not target.class_names:
        raise BadInput(
            Sentence("The target {0!r} is {1} in every row: there is nothing to tell apart.", name, _shown(values[0]))
        )
    if task == "binary" and len(values) != 2:
        raise BadInput(Sentence("A yes-or-no target has 2 different values, but {0!r} has {1}.", name, len(values)))
    if len(values) > MOST_CLASSES:
        raise BadInput(
            Sentence("The target {0!r} has {1} different values, too many to be classes.", name, len(values))
        )
    names = target.class_names or tuple(_shown(value) for value in values)
    if len(values) == 2 and task != "classes":
        return Coding("binary", 1, values, names)
    return Coding("classes", len(values), values, names)


def _class_values(target: Target, distinct: Array) -> tuple[str | int | float, ...]:
    if target.class_names:  # the source knows its classes, also those that happen not to come up
        return tuple(range(len(target.class_names)))
    if distinct.dtype.kind == "f":
        fraction = distinct != np.floor(distinct)
        if fraction.any():
            value = distinct[fraction][0]
            row = int((target.columns[0] == value).argmax())
            raise BadInput(
                Sentence(
                    "{0}: the class in {1!r} is {2}, but a class is a whole number or a name.",
                    target.place(row),
                    target.names[0],
                    _shown(value),
                )
            )
        return tuple(int(value) for value in distinct)
    return tuple(distinct.tolist())


def _several(target: Target, task: TaskChoice) -> Coding:
    count = len(target.columns)
    zero_one = all(set(np.unique(column).tolist()) <= {0, 1} for column in target.columns)
    if task == "regression" or (task == "auto" and not zero_one):
        return Coding("regression", count)
    one_hot = zero_one and bool((np.sum(target.columns, axis=0) == 1).all())
    if task == "classes" and not one_hot:
        raise BadInput(
            Sentence("The {0} target columns are not one class in 0s and a single 1; take one column.", count)
        )
    if task == "binary":
        raise BadInput(Sentence("A yes-or-no target is one column, but {0} are chosen.", count))
    rows = len(target.columns[0])
    if task == "classes" or (task == "auto" and one_hot and count > 2 and rows > 2 * count):
        note = Sentence("Every row has a single 1 in the {0} target columns, so they were read as {0} classes.", count)
        values = tuple(range(count))
        return Coding("classes", count, values, target.class_names or target.names, one_hot=True, note=note)
    return Coding("labels", count, names=target.class_names or target.names)


def _numbers(target: Target, i: int) -> Array:
    column = target.columns[i]
    if column.dtype.kind == "O":
        raise BadInput(
            Sentence(
                "Regression needs numbers, but {0!r} is text: {1} has {2}.",
                target.names[i],
                target.place(0),
                _shown(column[0]),
            )
        )
    return column.astype(np.float32)


def _flags(target: Target, i: int) -> Array:
    column = target.columns[i]
    bad = (column != 0) & (column != 1)
    if bad.any():
        row = int(bad.argmax())
        raise BadInput(
            Sentence(
                "{0}: a label is 0 or 1, but {1!r} is {2}.", target.place(row), target.names[i], _shown(column[row])
            )
        )
    return column.astype(np.float32)


def _shown(value: Any) -> str:
    if isinstance(value, float | np.floating):
        return f"{float(value):g}"
    return str(value)


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:6]) + (", ..." if len(shown) > 6 else "")
