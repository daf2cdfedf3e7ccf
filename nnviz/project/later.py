"""What is made of a file only when it is asked for, so that a project with many runs opens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar, cast, overload

import numpy as np

from nnviz.training.history import Column, History

T = TypeVar("T")
Columns = Mapping[str, Column]
Figures = tuple[float, float, float]


class Promise(Generic[T]):
    """A value that is made at the first look, on whatever thread."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._value: T | None = None

    @property
    def kept(self) -> bool:
        """Whether the value has been made."""
        return self._make is None

    def look(self) -> T:
        """The value, which is not kept where it was not."""
        make = self._make
        return self.keep() if make is None else make()

    def keep(self) -> T:
        """The value."""
        make = self._make  # another thread may keep it at the same moment; then it is made twice, and no harm is done
        if make is not None:
            self._value, self._make = make(), None
        return cast(T, self._value)


class Later(Generic[T]):
    """A field of a frozen dataclass that takes a value or the promise of one, and always shows the value.

    Args:
        default: the field's default; it has none where this is left out.
    """

    def __init__(self, *default: T) -> None:
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    @overload
    def __get__(self, owner: None, kind: type) -> T: ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: object | None, kind: type) -> T:
        if owner is None:  # the dataclass asks for the default
            if not self._default:
                raise AttributeError(self._name)
            return self._default[0]
        value: Any = owner.__dict__[self._name]
        return cast(T, value.keep() if isinstance(value, Promise) else value)

    def __set__(self, owner: object, value: T | Promise[T]) -> None:
        owner.__dict__[self._name] = value


class StoredColumns(Mapping[str, Column]):
    """The metrics of a run that stand in a file.

    Args:
        lengths: the names of the metrics, in the order in which Keras reports them, and how many epochs each has.
        figures: of each metric the last, the least and the greatest value; NaN where there is none.
        clock: how many epochs the run's clock has, which stands beside them; None where there is none.
        place: the file.
        read: reads all of them; BadInput where they are damaged.
    """

    def __init__(
        self,
        lengths: Mapping[str, int],
        figures: Mapping[str, Figures],
        clock: int | None,
        place: Path,
        read: Callable[[], Columns],
    ) -> None:
        self.lengths, self.figures, self.clock, self.place = lengths, figures, clock, place
        self._read = Promise(read)

    @property
    def loaded(self) -> bool:
        """Whether they have been read."""
        return self._read.kept

    def __getitem__(self, key: str) -> Column:
        if key not in self.lengths:
            raise KeyError(key)
        return self._read.keep()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.lengths)

    def __len__(self) -> int:
        return len(self.lengths)


class Measured(dict[str, Column]):
    """Columns that stay as they are and are looked through once at most, however often their figures are asked for.

    Args:
        columns: the values of each metric, ``(epochs,)``.
        history: what they come from, which knows what they span.
    """

    def __init__(self, columns: Columns, history: History | None = None) -> None:
        super().__init__(columns)
        self._known: dict[str, Figures] = {}
        if history is not None and history.epochs:
            self._known = {key: _with_last(column, *history.span(key)) for key, column in self.items()}

    def figures(self, key: str) -> Figures:
        """The last, the least and the greatest value of the metric *key*."""
        if key not in self._known:
            self._known[key] = figures(self[key])
        return self._known[key]


def columns_of(history: History, copied: bool = False) -> Measured:
    """What *history* holds by now; *copied*: for whoever keeps it longer than that."""
    columns = {key: history.column(key) for key in history.keys}
    return Measured({key: np.array(column) for key, column in columns.items()} if copied else columns, history)


def _with_last(column: Column, least: float, greatest: float) -> Figures:
    return (np.nan if np.isnan(least) else float(column[-1])), least, greatest


def figures(column: Column) -> Figures:
    """The last, the least and the greatest value of *column*; NaN where there is none."""
    numbers = column[~np.isnan(column)]
    if not len(numbers):
        return np.nan, np.nan, np.nan
    return float(column[-1]), float(numbers.min()), float(numbers.max())


def epochs_of(columns: Columns) -> int:
    """How many epochs *columns* have; nothing is read for it."""
    return max(lengths_of(columns).values(), default=0)


def lengths_of(columns: Columns) -> Mapping[str, int]:
    """How many epochs each of *columns* has; nothing is read for it."""
    if isinstance(columns, StoredColumns):
        return columns.lengths
    return {key: len(column) for key, column in columns.items()}


def figures_of(columns: Columns, key: str) -> Figures:
    """The last, the least and the greatest value of the metric *key*; NaN where there is none. Nothing is read."""
    if isinstance(columns, StoredColumns):
        return columns.figures.get(key, (np.nan,) * 3)
    if isinstance(columns, Measured) and key in columns:
        return columns.figures(key)
    return figures(columns[key]) if key in columns else (np.nan,) * 3
