"""The metrics of a run, one column a metric and one row an epoch, growing as it trains."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.errors import BadInput

Column = NDArray[np.float64]
_FIRST_ROOM = 256


class History:
    """Every epoch's metrics by name. An epoch without a value for a metric holds NaN there."""

    def __init__(self) -> None:
        self._columns: dict[str, Column] = {}
        self._spans: dict[str, tuple[int, float, float]] = {}  # how many epochs were looked through, what they span
        self._epochs = 0
        self._room = _FIRST_ROOM

    @property
    def epochs(self) -> int:
        """How many epochs there are."""
        return self._epochs

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the metrics, in the order in which they first came."""
        return tuple(self._columns)

    def column(self, name: str) -> Column:
        """The values of *name*, ``(epochs,)``: a read-only view that later epochs leave alone; KeyError if unknown."""
        view = self._columns[name][: self._epochs]
        view.flags.writeable = False
        return view

    def span(self, name: str) -> tuple[float, float]:
        """The least and the greatest value of *name*, NaN without any; each epoch is looked at once. KeyError."""
        seen, least, greatest = self._spans.get(name, (0, np.nan, np.nan))
        fresh = self._columns[name][seen : self._epochs]
        if len(fresh):
            least = float(np.fmin(least, np.fmin.reduce(fresh)))
            greatest = float(np.fmax(greatest, np.fmax.reduce(fresh)))
            self._spans[name] = self._epochs, least, greatest
        return least, greatest

    def append(self, first: int, keys: Sequence[str], rows: ArrayLike) -> None:
        """Epochs *first* (1-based) and on, each row in the order of *keys*.

        Epochs from *first* on that are there already are replaced; those that were left out before it hold NaN.
        """
        self.rewind(first - 1)
        values = np.asarray(rows, np.float64)
        values = values.reshape(len(values), len(keys))
        stop = first - 1 + len(values)
        self._make_room(stop)
        for place, key in enumerate(keys):
            if key not in self._columns:
                self._columns[key] = np.full(self._room, np.nan)
            self._columns[key][first - 1 : stop] = values[:, place]
        self._epochs = stop

    def rewind(self, epoch: int) -> None:
        """Forget what came after *epoch* epochs."""
        if epoch >= self._epochs:
            return
        # New arrays: views that were handed out keep what they showed.
        for key, column in self._columns.items():
            fresh = np.full(self._room, np.nan)
            fresh[:epoch] = column[:epoch]
            self._columns[key] = fresh
        self._epochs = epoch
        self._spans.clear()

    def as_csv(self) -> str:
        """A table for a spreadsheet: ``epoch`` (from 1 on) and the metrics; an empty cell where there is no value."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("epoch", *self.keys))
        columns = [self.column(key).tolist() for key in self.keys]
        for epoch in range(self._epochs):
            values = (column[epoch] for column in columns)
            writer.writerow((epoch + 1, *("" if value != value else repr(value) for value in values)))
        return text.getvalue()

    def to_csv(self, path: Path) -> None:
        """Write ``as_csv`` to *path*, whole or not at all; BadInput where that cannot be done."""
        draft = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}.part")
        try:
            draft.write_text(self.as_csv(), encoding="utf-8")
            os.replace(draft, path)
        except OSError as error:
            raise BadInput(f"{path} could not be written: {(error.strerror or str(error)).lower()}") from error
        finally:
            draft.unlink(missing_ok=True)

    def _make_room(self, epochs: int) -> None:
        if epochs <= self._room:
            return
        self._room = max(epochs, 2 * self._room)
        for key, column in self._columns.items():
            grown = np.full(self._room, np.nan)
            grown[: self._epochs] = column[: self._epochs]
            self._columns[key] = grown
