"""Problems of the classes: numbers that are left out, classes far rarer than others, or with hardly a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nnviz.data.profile.findings import Finding, Remedy
from nnviz.data.profile.known import ClassCount
from nnviz.sentences import Sentence

UNEVEN = 4.0  # times as many rows: in two classes that is one row in five
FEWEST = 5  # rows of a class: one for each part, and some to learn from
FEW_ROWS = 20  # below which a set is too small to speak of shares
MOST_NAMED = 5


def class_findings(classes: Sequence[ClassCount], values: Sequence[object], target: str) -> Iterator[Finding]:
    """The problems of *classes*, whose own values in the data are *values* (numbers or words)."""
    yield from _gaps(values, target)
    for known in classes:
        if not known.rows:
            yield Finding("label_gap", Sentence("The class {0} has no rows", known.name), "warning", target)
    held = [known for known in classes if known.rows]
    if len(held) < 2 or sum(known.rows for known in held) < FEW_ROWS:
        return
    rare = [known for known in held if known.rows < FEWEST]
    for known in rare:
        sentence = Sentence("The class {0} has few rows: {1}, expected at least {2}", known.name, known.rows, FEWEST)
        yield Finding("rare_class", sentence, "warning", target, count=known.rows)
    most, least = max(held, key=lambda known: known.rows), min(held, key=lambda known: known.rows)
    if most.rows >= UNEVEN * least.rows:
        sentence = Sentence(
            "The classes are uneven: {0} has {1:,} rows, {2} has {3:,}", most.name, most.rows, least.name, least.rows
        )
        remedy = Remedy(Sentence("Weigh the classes"), balance="weights")
        yield Finding("imbalance", sentence, "warning", target, count=least.rows, remedy=remedy)


def _gaps(values: Sequence[object], target: str) -> Iterator[Finding]:
    """Whole numbers that are missing between the classes, where most are there."""
    numbers = [int(value) for value in values if isinstance(value, int | float) and float(value).is_integer()]
    if len(numbers) != len(values) or len(numbers) < 2 or max(numbers) - min(numbers) >= 2 * len(numbers):
        return
    gone = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if gone:
        named = ", ".join(map(str, gone[:MOST_NAMED])) + (", ..." if len(gone) > MOST_NAMED else "")
        yield Finding("label_gap", Sentence("The classes of {0} leave out {1}", target, named), "note", target)
