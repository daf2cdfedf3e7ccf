"""Rows of a table on their way through a chain of steps: fitting it, and finding the rows that it cannot take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Given, Raw, never
from nnviz.data.figures import columns_of, missing_cells
from nnviz.data.lazy import Array, Derived, LazyRows, Picked, chunks
from nnviz.data.preparation.chain import Chain, FillNumber, PreparedColumn, unknown_value
from nnviz.data.preparation.chain_fit import fitted_chain
from nnviz.data.preparation.steps import Fill
from nnviz.data.spec import Scale
from nnviz.data.tables.coded import unknown_note
from nnviz.data.text.cells import is_missing
from nnviz.data.words import FIGURES
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Words = Sequence[tuple[str, ...]]


def through_the_chain(
    raw: Raw, train: Array | None, scale: Scale, most_bytes: int, cancelled: Callable[[], bool]
) -> Raw:
    """*raw* with its steps fitted to the rows *train* (None for all), and with notes on what they do.

    Words became their places among the values of the training part. BadInput names the first row that cannot be
    taken: only words that first come up in rows that are held back are none of the values, and a note says so.
    """
    whole = raw.x
    if train is not None and not _small(whole):
        train = np.sort(train)  # of the disk the order of the disk
    windows = int(np.prod(whole.shape[1:-1]))  # rows of numbers in a sample: 1, or of a series the steps of a window

    def first(values: Array) -> tuple[int, str]:
        samples = values // windows
        rows = samples if train is None else train[samples]
        return int(values[rows.argmin()]), _where(raw.target.place(int(rows.min())), whole)

    values = _columns(whole, train, max(most_bytes, memory.LARGE) // 4, cancelled)
    chain = fitted_chain(raw.columns, raw.steps, raw.words, values, scale, first)
    parts = [part for part in (raw, raw.validation, raw.test) if part is not None]
    notes = [note for part in parts for note in unknown_notes(part, chain, cancelled)]
    notes += _fill_notes(raw, chain, cancelled)
    names = tuple(feature for column in chain for feature in column.features)
    coded = replace(
        raw,
        x=encoded(whole, raw.words, chain),
        chain=chain,
        feature_names=names if whole.ndim == 2 else raw.feature_names,
        notes=(*raw.notes, *notes),
        validation=_given(raw.validation, chain, cancelled),
        test=_given(raw.test, chain, cancelled),
    )
    refuse_faults(coded.x, chain, raw.target.place, False, cancelled)
    return coded


def another_part(given: Given, chain: Sequence[PreparedColumn], cancelled: Callable[[], bool] = never) -> Given:
    """*given*, which is held back in a file of its own, as *chain* takes it; BadInput names what it does not.

    Values that never came up in training are none of the values, as in rows of the same file that are held back.
    """
    if given.x.shape[-1] != len(chain):
        raise BadInput(
            Sentence("The rows have {0} columns, but the network learned from {1}.", given.x.shape[-1], len(chain))
        )
    coded = encoded(given.x, given.words, chain)
    refuse_faults(coded, chain, given.target.place, False, cancelled)
    return replace(given, x=coded)


def taken_by(
    chain: Sequence[PreparedColumn],
    x: Array | LazyRows,
    words: Words,
    place: Callable[[int], str],
    cancelled: Callable[[], bool] = never,
) -> Array | LazyRows:
    """Rows of another file, with *words* for their text, as *chain* takes them; BadInput names what it does not."""
    strict = {i for i, column in enumerate(chain) if column.unknown == "refuse"}
    found = [one for one in _unknown(x, words, chain, cancelled) if one[0] in strict]
    if found:
        i, _, row, word = min(found, key=lambda one: one[2])
        raise BadInput(Sentence("{0}: {1}.", place(row), unknown_value(chain[i], word)))
    coded = encoded(x, words, chain)
    refuse_faults(coded, chain, place, True, cancelled)
    return coded


def encoded(x: Array | LazyRows, words: Words, chain: Sequence[PreparedColumn]) -> Array | LazyRows:
    """Rows ``(n, columns)`` whose text is the place of a word in *words*, with its place among the values instead."""
    places = {
        i: np.array(column.codes(words[i]), np.float64) for i, column in enumerate(chain) if column.kind == "text"
    }
    if not places:
        return x

    def recode(rows: Array) -> Array:
        out = rows.astype(np.float64)
        for i, place in places.items():
            out[:, i] = place[rows[:, i].astype(np.intp)]
        return out

    return recode(x) if isinstance(x, np.ndarray) and _small(x) else Derived(x, recode, x.shape[1:], np.float64)


def refuse_faults(
    x: Array | LazyRows,
    chain: Sequence[PreparedColumn],
    place: Callable[[int], str],
    strict: bool,
    cancelled: Callable[[], bool] = never,
) -> None:
    """BadInput for the first row that the chain cannot take; *strict* as in ``Chain.fault``."""
    ready = Chain(chain)
    if not ready.can_fail:
        return
    for start, part in chunks(x):
        if cancelled():
            raise Cancelled
        fault = ready.fault(part, strict)
        if fault is not None:
            raise BadInput(Sentence("{0}: {1}.", _where(place(start + fault[0]), x), fault[1]))


def _small(x: Array | LazyRows) -> bool:
    """Whether there may be copies of all rows."""
    return isinstance(x, np.ndarray) and 8 * x.size <= memory.LARGE


def _columns(
    x: Array | LazyRows, rows: Array | None, most_bytes: int, cancelled: Callable[[], bool]
) -> Iterator[tuple[int, Array]]:
    """Of some *rows* of *x* (None for all) each column, see ``figures.columns_of``."""
    if isinstance(x, np.ndarray) and (_small(x) or x.ndim > 2):
        for i in range(x.shape[-1]):
            values = x[..., i] if rows is None else x[..., i][rows]
            yield i, values.astype(np.float64).ravel()
    else:
        yield from columns_of(x if rows is None else Picked(x, rows), most_bytes, cancelled)


def _where(place: str, x: Array | LazyRows) -> str:
    return Sentence("{0}, in the window before it", place) if x.ndim > 2 else place


def _given(given: Given | None, chain: Sequence[PreparedColumn], cancelled: Callable[[], bool]) -> Given | None:
    return None if given is None else another_part(given, chain, cancelled)


def _unknown(
    x: Array | LazyRows, words: Words, chain: Sequence[PreparedColumn], cancelled: Callable[[], bool]
) -> list[tuple[int, int, int, str]]:
    """The columns with unknown words: which one, how many rows, the first of them and its word."""
    unknown = {
        i: np.array(column.codes(words[i])) < 0
        for i, column in enumerate(chain)
        if column.kind == "text" and min(column.codes(words[i]), default=0) < 0
    }
    return [(i, count, row, words[i][code]) for i, count, row, code in _counted(x, unknown, cancelled) if count]


def _counted(
    x: Array | LazyRows, wanted: dict[int, Array], cancelled: Callable[[], bool]
) -> Iterator[tuple[int, int, int, int]]:
    """For some columns of text: the column, how many rows have a wanted code, the first of them, and its code."""
    found = {i: [0, 0, 0] for i in wanted}
    for start, part in chunks(x) if wanted else ():
        if cancelled():
            raise Cancelled
        for i, codes in wanted.items():
            own = part[:, i].astype(np.intp)
            hit = codes[own]
            if hit.any() and not found[i][0]:
                row = int(hit.argmax())
                found[i][1:] = start + row, int(own[row])
            found[i][0] += int(hit.sum())
    yield from ((i, count, row, code) for i, (count, row, code) in found.items())


def unknown_notes(raw: Raw | Given, chain: Sequence[PreparedColumn], cancelled: Callable[[], bool]) -> Iterator[str]:
    """How many rows hold words that never came up in training, by column, with the first of them."""
    for i, count, row, word in _unknown(raw.x, raw.words, chain, cancelled):
        yield unknown_note(chain[i].name, count, raw.target.place(row), word)


def _fill_notes(raw: Raw, chain: Sequence[PreparedColumn], cancelled: Callable[[], bool]) -> Iterator[str]:
    """What was missing in each column, and what it was filled with."""
    if raw.x.ndim != 2:
        return
    missing = {
        i: np.array([is_missing(word) for word in raw.words[i]])
        for i, column in enumerate(chain)
        if column.fill is not None and any(map(is_missing, raw.words[i]))
    }
    found = {i: (count, row) for i, count, row, _ in _counted(raw.x, missing, cancelled)}
    counts, first = missing_cells(raw.x, cancelled)
    for i, column in enumerate(chain):
        count, row = found.get(i, (int(counts[i]), int(first[i])))
        fill = (
            column.fill
            if column.kind == "text"
            else next((f"{o.value:g}" for o in column.numbers if isinstance(o, FillNumber)), None)
        )
        if count and fill is not None:
            step = next((step for step in raw.steps[i] if isinstance(step, Fill)), Fill())
            yield fill_note(column.name, count, raw.target.place(row), fill, step.how)


def fill_note(name: str, count: int, first: str, fill: str, how: str) -> Sentence:
    """What is said of a column *name* with *count* missing values, the first of them in the place *first*."""
    if how == "constant":
        return Sentence("{0}: {1} missing, the first in {2}; filled with {3}.", name, count, first, fill)
    return Sentence(
        "{0}: {1} missing, the first in {2}; filled with {3}, the {4} of the training part.",
        name, count, first, fill, FIGURES[how],
    )  # fmt: skip
