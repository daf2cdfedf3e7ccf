"""A column of a table that is larger than the memory: what is known of it, and where its numbers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from nnviz.data.lazy import Array, LazyRows, chunks
from nnviz.data.text.cells import is_missing
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


@dataclass(frozen=True)
class StoredColumn:
    """One column, with the attributes of ``frame.Column``.

    Attributes:
        name, kind, whole: see there.
        table: the whole table, float64 ``(n, columns)``: NaN for a missing number, and for words their code.
        position: which column of it this is.
        codes: word -> its code, the words in the order in which they first come up.
        first_rows: the row in which each word comes up first.
        different: how many different words there are; more than in *codes* where they are too many to be used.
        empty: whether there is not a single number.
    """

    name: str
    kind: Literal["number", "text"]
    whole: bool
    table: LazyRows
    position: int
    codes: Mapping[str, int] = field(default_factory=dict)
    first_rows: tuple[int, ...] = ()
    different: int = 0
    empty: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The different values of a column of words, in the order of the alphabet."""
        return tuple(sorted(self.codes))

    @property
    def values(self) -> Array:
        """``(n,)`` all values, in memory: float64, or words (dtype object) that share their letters."""
        if self.different > len(self.codes):
            raise BadInput(
                Sentence(
                    "The target {0!r} is text with {1} different values in {2} rows, too many to be classes.",
                    self.name,
                    self.different,
                    len(self.table),
                )
            )
        numbers = np.empty(len(self.table))
        for start, part in chunks(self.table):
            numbers[start : start + len(part)] = part[:, self.position]
        return np.array(list(self.codes), object)[numbers.astype(np.intp)] if self.kind == "text" else numbers

    @property
    def missing(self) -> Array:
        """``(n,)`` True where there is no value."""
        values = self.values
        if self.kind == "number":
            return np.isnan(values)
        nothing = [word for word in self.codes if is_missing(word)]
        return np.isin(values, np.array(nothing, object)) if nothing else np.zeros(len(values), bool)
