"""Looking into data without having them in memory: any rows, any two columns, any picture.

Views are opened by ``opening.open_views``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.lazy import Array
from nnviz.data.profile.known import ColumnType, DataKind, Role
from nnviz.data.spec import DataSpec
from nnviz.sentences import Sentence

Part = Literal["train", "validation", "test"]
Cell = str | float | None
MOST_POINTS = 2000


@dataclass(frozen=True)
class Head:
    """A column as it stands above a table."""

    name: str
    type: ColumnType
    role: Role


@dataclass(frozen=True)
class Scatter:
    """Some rows as points of a plane, the same ones each time.

    Attributes:
        x, y: float64 ``(points,)``; of a column of words the number of the word, of dates the days since 1970.
        rows: 0-based rows of the points, ascending.
        classes: int32 ``(points,)``, an index into *class_names*, -1 for a row without a class; None where the target
            has no classes.
        class_names: the names of the classes.
        x_words, y_words: what the numbers of words stand for; empty for columns of numbers.
        types: of the two columns.
        total: how many rows have both values.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    rows: NDArray[np.int64]
    classes: NDArray[np.int32] | None
    class_names: tuple[str, ...]
    x_words: tuple[str, ...]
    y_words: tuple[str, ...]
    types: tuple[ColumnType, ColumnType]
    total: int


class DataView(ABC):
    """The rows of one part of the data, as the source holds them: nothing filled, scaled or shuffled.

    It may be read by several threads at once, by none of them after ``close``; a read takes some milliseconds, so that
    none is to be made on the window's thread.

    Attributes:
        spec: the reference it was opened for.
        kind: a table of columns, pictures, or arrays of any other shape.
        rows: how many.
        heads: the columns of a table as they stand in the file; of pictures and arrays the target alone.
        notes: sentences on what was done to read the source.
    """

    spec: DataSpec
    kind: DataKind
    rows: int
    heads: tuple[Head, ...]
    notes: tuple[str, ...]

    @abstractmethod
    def read(self, first: int, stop: int) -> list[tuple[Cell, ...]]:
        """The cells of the rows from *first* up to *stop*, a tuple a row; None where there is no value."""

    def samples(self, rows: Sequence[int]) -> Array:
        """The pictures (or arrays) of these 0-based rows, ``(n, *shape)``; only where the kind is not ``table``."""
        raise TypeError(f"a {self.kind} has no pictures")

    def labels(self, rows: Sequence[int]) -> tuple[str, ...]:
        """What the target says of these 0-based rows, in words."""
        raise NotImplementedError

    def scatter(self, x: int, y: int, most: int = MOST_POINTS) -> Scatter:
        """The columns *x* and *y* (numbers into *heads*) of at most *most* rows, spread evenly over all of them."""
        raise TypeError(f"{self.kind} have no columns")

    def place(self, row: int) -> str:
        """Where the 0-based *row* stands in its file, in words."""
        return Sentence("row {0}", row + 1)

    @abstractmethod
    def close(self) -> None:
        """Let go of files and memory."""
