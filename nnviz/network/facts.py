"""What the network needs to know of the data, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Task = Literal["regression", "binary", "classes", "labels"]


@dataclass(frozen=True)
class DataFacts:
    """The data's shape and meaning, as the diagram and the recipe see it.

    Attributes:
        input_shape: the shape of one sample without the batch, ``(4,)`` for iris, ``(8, 8, 1)`` for digits.
        task: what the target asks for: numbers, yes or no, one of several classes, or several yes-or-no labels.
        outputs: how many numbers the target has: target columns, classes, labels; 1 for binary.
        class_names: the names of the classes or labels, in the order of their indices; empty for regression.
        feature_names: the names of the inputs where they are one row of numbers.
        target_names: the names of the target columns.
        rows: samples in the training, validation and test part.
        class_counts: training samples of each class, where every sample has one; empty otherwise.
        target_range: the least and the largest number to be predicted in the training part; None but for regression.
        target_shape: the shape of one answer where it is the sample itself, to be reconstructed; empty otherwise.
        balance: how classes of unequal size were evened out, as ``data.spec.Balance``.
        game: the name of the game whose starts the samples are; "" for all other data.
    """

    input_shape: tuple[int, ...]
    task: Task
    outputs: int
    class_names: tuple[str, ...] = ()
    feature_names: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    rows: tuple[int, int, int] = (0, 0, 0)
    class_counts: tuple[int, ...] = ()
    target_range: tuple[float, float] | None = None
    target_shape: tuple[int, ...] = ()
    balance: str = "none"
    game: str = ""

    @property
    def features(self) -> int:
        """How many numbers one sample has."""
        count = 1
        for size in self.input_shape:
            count *= size
        return count
