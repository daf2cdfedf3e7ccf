"""What is known of data: figures of each column, of the classes and of the pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.profile.findings import Finding

DataKind = Literal["table", "pictures", "arrays"]
ColumnType = Literal["integer", "number", "bool", "text", "date", "empty"]
Role = Literal["input", "target", "left out"]
Measure = Literal["pearson", "eta", "cramers_v"]

MOST_BINS = 30
MOST_FREQUENT = 10


@dataclass(frozen=True)
class Histogram:
    """How many values lie in each bin.

    Attributes:
        edges: one more than bins, ascending; a bin takes its lower edge, the last one its upper edge as well.
        counts: rows in each bin.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Association:
    """How much a column tells of the target.

    Attributes:
        measure: ``pearson`` for two columns of numbers, in [-1, 1]; ``eta`` (the correlation ratio) for numbers and
            classes, ``cramers_v`` for words and classes, both in [0, 1].
        value: the figure.
        target: the name of the target column.
    """

    measure: Measure
    value: float
    target: str


@dataclass(frozen=True)
class ColumnProfile:
    """What is known of one column; figures that the column does not have are None.

    Attributes:
        name: from the file, or made up where it has none.
        position: its 0-based number.
        type: what its cells hold; ``bool`` is 0 and 1 or two words such as yes and no.
        role: whether the network learns from it, is to answer it, or never sees it.
        missing: rows without a value.
        distinct: different values, those missing left aside.
        distinct_exact: False where *distinct* is an estimate (of a column of numbers of a very large table).
        minimum, mean, median, deviation, maximum: of finite numbers; the deviation is that of a sample (n - 1).
        quartiles: the lower and the upper one, between values as numpy's ``linear`` method does.
        first, last: the earliest and the latest date, as text.
        histogram: of the numbers.
        frequent: the most frequent words or dates with their counts, the most frequent first.
        association: with the target; None for the target itself and for columns of one value.
    """

    name: str
    position: int
    type: ColumnType
    role: Role
    missing: int
    distinct: int
    distinct_exact: bool = True
    minimum: float | None = None
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    maximum: float | None = None
    quartiles: tuple[float, float] | None = None
    first: str = ""
    last: str = ""
    histogram: Histogram | None = None
    frequent: tuple[tuple[str, int], ...] = ()
    association: Association | None = None


@dataclass(frozen=True)
class ClassCount:
    """How many rows a class has; *share* of all rows with a class, in [0, 1]."""

    name: str
    rows: int
    share: float


@dataclass(frozen=True)
class PictureFacts:
    """What is known of pictures, or of other arrays.

    Attributes:
        shape: of one sample: height, width and channels of a picture.
        sizes: height and width of the files themselves with how many have them, the most frequent first; empty where
            the pictures do not come from files of their own.
        minimum, mean, deviation, maximum: of all their numbers; the deviation is that of all (n).
        looked_at: how many samples these figures are of: all of them, or some where each is a file to be decoded.
        class_means: the mean sample of each class, float32 of *shape*, in the order of the class counts.
    """

    shape: tuple[int, ...]
    sizes: tuple[tuple[tuple[int, int], int], ...]
    minimum: float
    mean: float
    deviation: float
    maximum: float
    looked_at: int
    class_means: tuple[NDArray[np.float32], ...] = ()


@dataclass(frozen=True)
class Profile:
    """What is known of data.

    Attributes:
        kind: a table of columns; pictures (height, width, channels); arrays of any other shape.
        rows: how many samples, those of a test file left aside.
        columns: one entry a column of a table; empty for pictures and arrays.
        targets: the names of what is to be answered.
        classes: of a target of classes: in the order of the network's outputs; empty for regression.
        pictures: of pictures and arrays.
        findings: the problems, the most severe first.
    """

    kind: DataKind
    rows: int
    columns: tuple[ColumnProfile, ...] = ()
    targets: tuple[str, ...] = ()
    classes: tuple[ClassCount, ...] = ()
    pictures: PictureFacts | None = None
    findings: tuple[Finding, ...] = ()
