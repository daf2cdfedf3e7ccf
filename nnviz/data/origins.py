"""Which row of the source each prepared row is: the way from a row that is looked at to what the network is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.data.lazy import Array

PartName = Literal["train", "validation", "test"]


@dataclass(frozen=True)
class Origins:
    """The 0-based rows of the source in the order in which each part has them; None where a part is none of them.

    Rows that SMOTE makes up stand behind those of the source and are not listed.

    Attributes:
        train, validation, test: rows of the source that is learned from.
        validation_file, test_file: rows of the files that are held back on their own; None where there are none.
    """

    train: Array
    validation: Array | None = None
    test: Array | None = None
    validation_file: Array | None = None
    test_file: Array | None = None

    def find(self, row: int, file: PartName = "train") -> tuple[PartName, int] | None:
        """The part that the 0-based *row* of a *file* is in, and its number there; None where it was left out."""
        parts: dict[PartName, Array | None] = {"train": self.train, "validation": self.validation, "test": self.test}
        if file != "train":
            parts = {file: self.validation_file if file == "validation" else self.test_file}
        for name, rows in parts.items():
            found = np.flatnonzero(rows == row) if rows is not None else np.zeros(0, np.intp)
            if found.size:
                return name, int(found[0])
        return None


def source_rows(count: int, kept: Array | None) -> Array:
    """The 0-based rows in the source of *count* rows that were read; those *kept*, where some were left out."""
    return np.arange(count) if kept is None else np.asarray(kept)


def origins_of(
    count: int,
    kept: Array | None,
    train: Array | None,
    drawn: Array | None,
    validation: Array | None,
    test: Array | None,
) -> Origins:
    """Where the rows of the parts come from.

    Args:
        count: how many rows were read.
        kept: their numbers in the source; None where none was left out.
        train: which of the rows read are in the training part; None for all.
        drawn: which of the training part are trained on; None for all.
        validation, test: which of the rows read are held back; None for none.
    """
    source = source_rows(count, kept)
    learned: Array = source if train is None else source[train]
    if drawn is not None:
        learned = learned[drawn]
    return Origins(learned, None if validation is None else source[validation], None if test is None else source[test])
