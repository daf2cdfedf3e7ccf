"""Which rows of a table stay, and which of them a column puts into which part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import numpy as np

from nnviz.data.lazy import Array
from nnviz.data.preparation.chain_plan import ColumnStep, Of
from nnviz.data.preparation.steps import DropRows, Step
from nnviz.data.tables.coded import column_codes
from nnviz.data.tables.frame import Frame, clipped
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

PARTS = (
    ("train", "training", "learn", "훈련", "학습"),
    ("validation", "valid", "val", "dev", "검증"),
    ("test", "testing", "시험", "테스트", "평가"),
)
_DATE = re.compile(
    r"(\d{4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,2})\s*[.일]?"
    r"(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?)?\s*(?:Z|UTC|[+-]00:?00)?"
)


def rows_that_stay(
    frame: Frame,
    steps: Sequence[Step],
    inputs: Sequence[tuple[int, tuple[ColumnStep, ...]]],
    targets: Sequence[int],
    index: Of,
) -> tuple[Array, tuple[str, ...]]:
    """The 0-based rows that have a target and that no step leaves out, and sentences on the others.

    Args:
        frame: the table.
        steps: the whole chain.
        inputs: where each input stands in *frame*, and its own steps.
        targets: where the targets stand.
        index: where a column that a step names stands.
    """
    rows, notes = _with_target(frame, targets)
    for step in steps:
        if isinstance(step, DropRows):
            named = [index(name) for name in step.columns]
            others = [i for i in named if i not in dict(inputs)]
            if step.which == "missing":
                wanted = [i for i, own in inputs if step in own] + others
                stay = ~np.any([frame.columns[i].missing[rows] for i in wanted], axis=0) if wanted else None
            else:
                stay = _first_ones(frame, rows, named or [*(i for i, _ in inputs), *targets])
            rows, note = _left(frame, rows, stay, step)
            notes += note
    return rows, tuple(notes)


def parts_of_rows(frame: Frame, column: int, rows: Array) -> Array:
    """0, 1 or 2 for each of the *rows*: to train, for validation, for the test, as the words in *column* say."""
    words, codes = column_codes(frame.columns[column])
    own = codes[rows].astype(np.intp) if words else np.zeros(0, np.intp)
    if not words:
        raise BadInput(
            Sentence(
                "{0!r} is a column of numbers; to part the rows, it holds train, validation or test.",
                frame.names[column],
            )
        )
    known = {word: part for part, group in enumerate(PARTS) for word in group}
    parts = np.array([known.get(word.lower(), -1) for word in words])[own]
    if (parts < 0).any():
        row = int((parts < 0).argmax())
        raise BadInput(
            Sentence(
                "{0}: {1!r} holds {2}; expected train, validation or test.",
                frame.place(int(rows[row])),
                frame.names[column],
                clipped(words[own[row]]),
            )
        )
    if not (parts == 0).any():
        raise BadInput(Sentence("{0!r} says train in no row: none are left to learn from.", frame.names[column]))
    return parts


def times_of_rows(frame: Frame, column: int, rows: Array) -> Array:
    """A number for each of the *rows* that grows with the time in *column*; BadInput where there is none."""
    words, codes = column_codes(frame.columns[column])
    times = codes[rows]
    if words:
        known = np.array([_seconds(word) for word in words])
        times = known[times.astype(np.intp)]
    if np.isnan(times).any():
        row = int(rows[int(np.isnan(times).argmax())])
        held = clipped(words[int(codes[row])]) if words else "no value"
        raise BadInput(
            Sentence(
                "{0}: {1!r} holds {2}; to order the rows, expected a number or a date such as 2024-03-31 or "
                "2024-03-31 14:05.",
                frame.place(row),
                frame.names[column],
                held,
            )
        )
    return times


def _with_target(frame: Frame, targets: Sequence[int]) -> tuple[Array, list[str]]:
    missing = np.any([frame.columns[i].missing for i in targets], axis=0)
    if missing.all():
        raise BadInput(Sentence("{0} has no value in the target {1!r}.", frame.path.name, frame.names[targets[0]]))
    if not missing.any():
        return np.arange(frame.rows), []
    count, first = int(missing.sum()), frame.place(int(missing.argmax()))
    return np.flatnonzero(~missing), [
        Sentence("{0} rows without a target were left out, the first one in {1}.", count, first)
    ]


def _left(frame: Frame, rows: Array, stay: Array | None, step: DropRows) -> tuple[Array, list[str]]:
    """The rows that stay, and a sentence on the others; BadInput where none stays."""
    if stay is None or stay.all():
        return rows, []
    missing = step.which == "missing"
    if not stay.any():
        what = Sentence("without a value") if missing else Sentence("that repeat an earlier one")
        raise BadInput(
            Sentence("{0}: a step leaves out all {1} rows, since they are {2}.", frame.path.name, len(rows), what)
        )
    count, first = int((~stay).sum()), frame.place(int(rows[int(stay.argmin())]))
    if missing:
        return rows[stay], [Sentence("{0} rows without a value were left out, the first one in {1}.", count, first)]
    return rows[stay], [
        Sentence("{0} rows that repeat an earlier one were left out, the first one in {1}.", count, first)
    ]


def _first_ones(frame: Frame, rows: Array, columns: Sequence[int]) -> Array:
    """``(n,)`` True for those of *rows* that are the first with what they hold in *columns*."""
    same = np.zeros(len(rows), np.int64)  # rows that are equal so far have the same number
    for i in dict.fromkeys(columns):
        _, codes = column_codes(frame.columns[i])
        own = np.unique(codes[rows], return_inverse=True)[1]
        same = np.unique(same * (int(own.max(initial=0)) + 1) + own, return_inverse=True)[1]
    first = np.zeros(len(rows), bool)
    first[np.unique(same, return_index=True)[1]] = True
    return first


def _seconds(word: str) -> float:
    """The seconds since 1970 of a date, year first, with or without a time of day; NaN where it is none."""
    found = _DATE.fullmatch(word.strip())
    if found is None:
        return np.nan
    *whole, fraction = (part or "0" for part in found.groups())
    try:
        return (datetime(*map(int, whole)) - datetime(1970, 1, 1)).total_seconds() + float(f"0.{fraction}")  # type: ignore[arg-type]
    except ValueError:
        return np.nan
