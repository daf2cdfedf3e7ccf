"""The inputs of a table with one number a column, and spread out to as many as the network has when they are used.

A word is a code there: a column of a thousand words takes the room of one number a row and not of a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from nnviz.data.chain import FOR_UNKNOWN, some_of
from nnviz.data.frame import Column, Frame
from nnviz.data.lazy import Array, Derived, LazyRows, chunks
from nnviz.data.preparation import InputColumn
from nnviz.data.stored_column import StoredColumn
from nnviz.errors import BadInput

# For each input: which column it stands in, and of a column of words the place of each code among the input's values.
Plan = Sequence[tuple[int, Array | None, int]]


def coded_features(frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int]) -> LazyRows:
    """As ``tabular.features``, but made when they are asked for; BadInput names an unknown text value."""
    found = [frame.columns[position] for position in positions]
    stored = [column for column in found if isinstance(column, StoredColumn)]
    plan: list[tuple[int, Array | None, int]] = []
    if len(stored) == len(found):
        source: Array | LazyRows = stored[0].table
        plan.extend(
            (own.position, _places(frame, column, own.codes, own.first_rows), len(column.values))
            for column, own in zip(columns, stored, strict=True)
        )
    else:
        parts = []
        for i, (column, own) in enumerate(zip(columns, found, strict=True)):
            assert isinstance(own, Column)
            codes, first_rows, numbers = _coded(own)
            parts.append(numbers)
            plan.append((i, _places(frame, column, codes, first_rows), len(column.values)))
        source = np.column_stack(parts)
    width = sum(len(column.features) for column in columns)
    return Derived(source, _spreading(plan, width), (width,), np.float64)


def column_codes(column: Column | StoredColumn) -> tuple[tuple[str, ...], Array]:
    """The words of a column, none for numbers, and ``(n,)`` float64: for each row the place of its word, or its number.

    Text of too many different words to be kept is refused.
    """
    if isinstance(column, Column):
        words, _, codes = _coded(column)
        return tuple(words), codes
    if column.different > len(column.codes):
        raise BadInput(f"{column.name!r} is text with {column.different} different values, too many to be looked at.")
    codes = np.empty(len(column.table))
    for start, part in chunks(column.table):
        codes[start : start + len(part)] = part[:, column.position]
    return tuple(column.codes), codes


def coded_rows(frame: Frame, positions: Sequence[int]) -> tuple[Array | LazyRows, tuple[tuple[str, ...], ...]]:
    """Columns of *frame* with one number each, float64 ``(n, columns)``, and the words that stand behind text's."""
    found = [frame.columns[position] for position in positions]
    stored = [column for column in found if isinstance(column, StoredColumn)]
    if not stored:
        both = [column_codes(column) for column in found]
        return np.column_stack([codes for _, codes in both]), tuple(words for words, _ in both)
    places = [column.position for column in stored]
    rows = Derived(stored[0].table, lambda table: table[:, places], (len(places),), np.float64)
    return rows, tuple(tuple(column.codes) for column in stored)


def unknown_word(frame: Frame, column: InputColumn, word: str, row: int) -> BadInput:
    """The sentence for a word that is none of the input's values."""
    return BadInput(
        f"{frame.place(row)}: {column.name!r} holds {word!r}, which never came up in training "
        f"({some_of(column.values)}); {FOR_UNKNOWN}."
    )


def _spreading(plan: Plan, width: int) -> Callable[[Array], Array]:
    def spread(coded: Array) -> Array:
        """*coded* ``(n, columns)`` as ``(n, features)``."""
        out = np.zeros((len(coded), width))
        rows, first = np.arange(len(coded)), 0
        for position, places, count in plan:
            if places is None:
                out[:, first] = coded[:, position]
                first += 1
            else:
                out[rows, first + places[coded[:, position].astype(np.intp)]] = 1.0
                first += count
        return out

    return spread


def _places(frame: Frame, column: InputColumn, words: Iterable[str], first_rows: Sequence[int]) -> Array | None:
    """Of each code of a column of words the place among the values of the input; None for numbers."""
    if column.kind == "number":
        return None
    places = {value: i for i, value in enumerate(column.values)}
    words = list(words)
    unknown = [(row, word) for word, row in zip(words, first_rows, strict=True) if word not in places]
    if unknown:
        row, word = min(unknown)
        raise unknown_word(frame, column, word, row)
    return np.array([places[word] for word in words], np.intp)


def _coded(column: Column) -> tuple[list[str], list[int], Array]:
    """The words of a column, the row in which each comes up first, and their codes; its numbers where it has none."""
    if column.kind == "number":
        return [], [], column.values
    words, first_rows, codes = np.unique(column.values.astype(str), return_index=True, return_inverse=True)
    return words.tolist(), first_rows.tolist(), codes.astype(np.float64)
