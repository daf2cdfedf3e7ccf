"""What loading gives: the parts ready for training, and, on the way there, what a source has read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.origins import Origins
from nnviz.data.preparation.chain import PreparedColumn
from nnviz.data.preparation.chain_plan import ColumnStep
from nnviz.data.preparation.labels import Labels
from nnviz.data.preparation.preparation import InputColumn, Preparation
from nnviz.data.spec import Scale
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.sentences import Sentence

LARGEST = float(np.finfo(np.float32).max)  # what a number of the network can be
SAMPLE_ROWS = 300
SAMPLE_BYTES = 32 << 20


class Cancelled(Exception):
    """Loading was given up because ``cancelled()`` said so; no one is to be told."""


@dataclass(frozen=True)
class Part:
    """Some of the rows, ready for the network.

    Attributes:
        x: float32, ``(n, *input_shape)``, scaled; lazy rows where the data are streamed.
        y: regression float32 ``(n, outputs)``; binary int32 ``(n,)`` of 0 and 1; classes int32 ``(n,)`` of class
            indices; labels float32 ``(n, outputs)`` of 0 and 1. Where the sample itself is to be answered, the numbers
            of each sample in a row: lazy rows where x is.
        weight: float32 ``(n,)``, how much each row counts; None where all count the same.
    """

    x: NDArray[np.float32] | LazyRows
    y: Array | LazyRows
    weight: NDArray[np.float32] | None = None

    @property
    def rows(self) -> int:
        """How many samples it has."""
        return len(self.x)


@dataclass(frozen=True)
class Dataset:
    """All parts of the data with what is known of them.

    Attributes:
        train, validation, test: the parts; None where there is no such part.
        facts: shape and meaning for the diagram and the recipe.
        preparation: how raw numbers became ``x``, for predictions and for the axes of a picture.
        notes: sentences on what was done that a person should know of (filled cells, skipped pictures).
        origins: which rows of the source they are; None where nobody asked, or they are windows over several.
        labels: the classes of the rows where the samples are reconstructed; None where nobody asked, or there are none.
    """

    train: Part
    validation: Part | None
    test: Part | None
    facts: DataFacts
    preparation: Preparation
    notes: tuple[str, ...] = ()
    origins: Origins | None = None
    labels: Labels | None = None

    @property
    def streamed(self) -> bool:
        """Whether the samples are not in memory, but are read while they are trained on."""
        return isinstance(self.train.x, LazyRows)

    @cached_property
    def sample(self) -> Part:
        """Some training rows, evenly spread and in memory: for pictures of the data, which must not wait for a disk."""
        count = min(SAMPLE_ROWS, max(1, SAMPLE_BYTES // max(1, self.train.x[:1].nbytes)), self.train.rows)
        rows = np.linspace(0, self.train.rows - 1, count).astype(int)
        weight = self.train.weight
        return Part(self.train.x[rows], self.train.y[rows], None if weight is None else weight[rows])

    def close(self) -> None:
        """Close the files that streamed samples are read from; without it that is done once nobody has them."""
        for part in (self.train, self.validation, self.test):
            if part is not None and isinstance(part.x, LazyRows):
                part.x.close()


@dataclass(frozen=True)
class Target:
    """Target columns as a source read them, before anyone decided what they mean.

    Attributes:
        columns: one array ``(n,)`` a column: whole numbers, floats, booleans or strings (dtype object).
        names: a name a column.
        class_names: names for the classes 0, 1, ... where the source knows them.
        place: says in words where row *i* (0-based) is, for a sentence about a bad value.
        of_pictures: whether it tells what pictures show: whole numbers are classes then, even if they are many.
    """

    columns: tuple[Array, ...]
    names: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    place: Callable[[int], str] = lambda row: Sentence("row {0}", row + 1)
    of_pictures: bool = False


@dataclass(frozen=True)
class Given:
    """A validation or test part that the source brings itself.

    Attributes:
        x, target: as in ``Raw``.
        words: where there are steps, the words that the numbers in each column of text stand for.
        kept: the 0-based rows of its source that were read, where some were left out.
    """

    x: Array | LazyRows
    target: Target
    words: tuple[tuple[str, ...], ...] = ()
    kept: Array | None = None


@dataclass(frozen=True)
class Raw:
    """Everything a source read, in the order it stands there.

    Attributes:
        x: ``(n, *input_shape)`` of any number type, unscaled; NaN where a table has no value. Lazy rows where they
            are too many to be read at once.
        target: what is to be predicted.
        scale: the source's own habit of scaling.
        columns: a table's input columns, which say how ``x`` was made of them.
        feature_names: the names of the inputs where a sample is one row of numbers.
        validation, test: parts the source brings itself.
        ordered: True where rows follow each other in time, so that they are never shuffled before the split.
        split: whether a fifth is held back for validation unless a person says otherwise.
        steps: what is to be done to each column, where steps were chosen: *x* then has one number a column.
        words: where there are steps, the words that the numbers in each column of text stand for.
        chain: the same once it is fitted.
        parts: ``(n,)`` for each row 0 to train, 1 for validation, 2 for the test, where a column says so.
        times: ``(n,)`` numbers in whose order the rows are parted, where a column says so.
        kept: the 0-based rows of the source that were read, where some were left out.
        game: the name of the game whose starts they are; "" for all other data.
    """

    x: Array | LazyRows
    target: Target
    scale: Scale
    columns: tuple[InputColumn, ...] = ()
    feature_names: tuple[str, ...] = ()
    validation: Given | None = None
    test: Given | None = None
    notes: tuple[str, ...] = ()
    ordered: bool = False
    split: bool = True
    steps: tuple[tuple[ColumnStep, ...], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    chain: tuple[PreparedColumn, ...] = ()
    parts: Array | None = None
    times: Array | None = None
    kept: Array | None = None
    game: str = ""

    @property
    def input_shape(self) -> tuple[int, ...]:
        """The shape of a prepared sample; with steps, once they are fitted."""
        shape = tuple(self.x.shape[1:])
        return (*shape[:-1], sum(len(column.features) for column in self.chain)) if self.chain else shape


def never() -> bool:
    """Not cancelled."""
    return False


def nothing(share: float) -> None:
    """Nobody looks at the progress."""


def rising(progress: Callable[[float], None]) -> Callable[[float], None]:
    """*progress* without what is not more than was told before: a query that begins anew is no step back."""
    if progress is nothing:
        return nothing
    highest = -1.0

    def tell(share: float) -> None:
        nonlocal highest
        if share > highest:
            highest = share
            progress(share)

    return tell


def stage(progress: Callable[[float], None], start: float, stop: float) -> Callable[[float], None]:
    """A function to be told the share of one piece of the work, which goes from *start* to *stop* of the whole."""
    if progress is nothing:
        return nothing
    return lambda share: progress(start + (stop - start) * min(1.0, share))


def existing_file(base: Path, name: str) -> Path:
    """The file *name*, relative to *base* or absolute; BadInput where there is none."""
    path = base / Path(name).expanduser()
    if path.is_dir():
        raise BadInput(Sentence("{0} is a folder, but a file is needed here.", path))
    if not path.is_file():
        raise BadInput(Sentence("There is no file {0}.", path))
    if not os.access(path, os.R_OK):
        raise BadInput(Sentence("{0} may not be read: permission is denied.", path))
    return path


def check_finite(name: str, x: Array | LazyRows, cancelled: Callable[[], bool] = never) -> None:
    """BadInput naming the first NaN, Inf or too large number; Cancelled soon after ``cancelled()`` turns true."""
    if x.dtype.kind != "f":
        return
    for start, part in chunks(x):
        if cancelled():
            raise Cancelled
        bad = ~np.isfinite(part)
        if part.dtype.itemsize > 4:
            bad |= np.abs(part) > LARGEST
        if bad.any():
            place = np.unravel_index(int(bad.argmax()), part.shape)
            index = ", ".join(str(int(i)) for i in (place[0] + start, *place[1:]))
            raise BadInput(
                Sentence(
                    "{0}[{1}] is {2}, but every number must be finite and below {3:.2g}.",
                    name,
                    index,
                    part[place],
                    LARGEST,
                )
            )
