"""The inputs of a table with one number a column, and spread out to as many as the network has when they are used.

A word is a code there: a column of a thousand words takes the room of one number a row and not of a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from nnviz.data.lazy import Array, Derived, LazyRows, chunks
from nnviz.data.preparation.chain import FOR_UNKNOWN, some_of
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.tables.frame import Column, Frame
from nnviz.data.tables.stored_column import StoredColumn
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

# For each input: which column it stands in, and of a column of words the place of each code among the input's values.
Plan = Sequence[tuple[int, Array | None, int]]


def coded_features(
    frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int], strict: bool = True
) -> LazyRows:
    """As ``table_inputs.features``, but made when they are asked for."""
    found = [frame.columns[position] for position in positions]
    stored = [column for column in found if isinstance(column, StoredColumn)]
    plan: list[tuple[int, Array | None, int]] = []
    if len(stored) == len(found):
        source: Array | LazyRows = stored[0].table
        plan.extend(
            (own.position, _places(frame, column, own.codes, own.first_rows, strict), len(column.values))
            for column, own in zip(columns, stored, strict=True)
        )
    else:
        parts = []
        for i, (column, own) in enumerate(zip(columns, found, strict=True)):
            assert isinstance(own, Column)
            codes, first_rows, numbers = _coded(own)
            parts.append(numbers)
            plan.append((i, _places(frame, column, codes, first_rows, strict), len(column.values)))
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
        raise BadInput(
            Sentence(
                "{0!r} is text with {1} different values, too many to be looked at.", column.name, column.different
            )
        )
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
        Sentence(
            "{0}: {1!r} holds {2!r}, which never came up in training ({3}); {4}.",
            frame.place(row),
            column.name,
            word,
            some_of(column.values),
            FOR_UNKNOWN,
        )
    )


def unknown_words(
    frame: Frame, columns: Sequence[InputColumn], positions: Sequence[int], rows: Array
) -> Iterator[Sentence]:
    """A sentence for each column of text that holds words which the input does not know, in any of the *rows*."""
    for column, position in zip(columns, positions, strict=True):
        if column.kind == "number":
            continue
        words, codes = column_codes(frame.columns[position])
        unknown = np.array([word not in column.values for word in words], bool)
        if unknown.any():
            own = codes[rows].astype(np.intp)
            hit = unknown[own]
            if hit.any():
                first = int(hit.argmax())
                yield unknown_note(column.name, int(hit.sum()), frame.place(int(rows[first])), words[own[first]])


def unknown_note(name: str, count: int, first: str, word: str) -> Sentence:
    """What is said of *count* rows of the column *name*, the first of them in the place *first* with *word*."""
    return Sentence(
        "{0}: {1} rows that are held back have words that never come up in training, the first one in {2}, {3!r}; "
        "they count as none of the values.",
        name, count, first, word,
    )  # fmt: skip


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
                place = places[coded[:, position].astype(np.intp)]
                known = place >= 0
                out[rows[known], first + place[known]] = 1.0
                first += count
        return out

    return spread


def _places(
    frame: Frame, column: InputColumn, words: Iterable[str], first_rows: Sequence[int], strict: bool
) -> Array | None:
    """Of each code of a column of words the place among the values of the input, -1 for none; None for numbers."""
    if column.kind == "number":
        return None
    places = {value: i for i, value in enumerate(column.values)}
    words = list(words)
    unknown = [(row, word) for word, row in zip(words, first_rows, strict=True) if word not in places]
    if unknown and strict:
        row, word = min(unknown)
        raise unknown_word(frame, column, word, row)
    return np.array([places.get(word, -1) for word in words], np.intp)


def _coded(column: Column) -> tuple[list[str], list[int], Array]:
    """The words of a column, the row in which each comes up first, and their codes; its numbers where it has none."""
    if column.kind == "number":
        return [], [], column.values
    words, first_rows, codes = np.unique(column.values.astype(str), return_index=True, return_inverse=True)
    return words.tolist(), first_rows.tolist(), codes.astype(np.float64)
