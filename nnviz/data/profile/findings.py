"""A problem of the data, where it is, and what can be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

import msgspec

from nnviz.data.preparation.steps import DropRows, Step
from nnviz.data.spec import Balance, DataSpec, Series, Table
from nnviz.sentences import Sentence

Severity = Literal["error", "warning", "note"]
Code = Literal[
    "unreadable", "words", "infinite", "missing", "constant", "nearly_constant", "duplicate_rows", "duplicate_columns",
    "leak", "identifier", "outliers", "label_gap", "imbalance", "rare_class", "shared_rows", "bad_pictures",
]  # fmt: skip
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
MOST_PLACES = 5
MOST_OF_A_KIND = 30


@dataclass(frozen=True)
class Place:
    """A row.

    Attributes:
        row: 1-based number of the row among the data.
        line: the line an editor shows for it; None where the source has no lines.
        cell: what stands there, where it is about one cell.
    """

    row: int
    line: int | None = None
    cell: str = ""


@dataclass(frozen=True)
class Remedy:
    """What can be done: one edit of the reference to the data.

    Attributes:
        title: what to write on the button.
        step: a step to be added to the preparation; None for none.
        balance: how the classes are to be balanced; None to leave that as it is.
    """

    title: Sentence
    step: Step | None = None
    balance: Balance | None = None

    def apply(self, spec: DataSpec) -> DataSpec:
        """*spec* with the remedy in it."""
        if self.balance is not None:
            spec = msgspec.structs.replace(spec, balance=self.balance)
        if self.step is not None and isinstance(spec, Table | Series):
            spec = msgspec.structs.replace(spec, steps=(*spec.steps, self.step))
        return spec

    def is_in(self, spec: DataSpec) -> bool:
        """Whether *spec* does already what the remedy would do, in this way or in another of the same kind."""
        if self.balance is not None:
            return spec.balance != "none"
        steps = spec.steps if isinstance(spec, Table | Series) else ()
        return any(self._covers(step) for step in steps)

    def _covers(self, step: Step) -> bool:
        if type(step) is not type(self.step) or self.step is None:
            return False
        if isinstance(step, DropRows) and isinstance(self.step, DropRows) and step.which != self.step.which:
            return False
        return not step.columns or set(self.step.columns) <= set(step.columns)


@dataclass(frozen=True)
class Finding:
    """One problem.

    Attributes:
        code: which kind of problem, the same in every language.
        sentence: what it is, with the numbers.
        severity: ``error``: it cannot be trained on as it is; ``warning``: the result will be worse, or better than it
            should be; ``note``: good to know.
        column: the name of the column; None where it is about rows or classes.
        places: the first rows concerned.
        count: how many rows (or cells) are concerned in all.
        remedy: what to do about it; None where there is nothing to press.
        solved: whether the reference to the data does something about it already; there is no remedy then.
    """

    code: Code
    sentence: Sentence
    severity: Severity
    column: str | None = None
    places: tuple[Place, ...] = ()
    count: int = 0
    remedy: Remedy | None = None
    solved: bool = False


def in_order(findings: Sequence[Finding], spec: DataSpec) -> tuple[Finding, ...]:
    """The most severe first and those solved last; of many of one kind the first ones, and how many there are more."""
    judged = []
    for finding in findings:
        solved = finding.remedy is not None and finding.remedy.is_in(spec)
        judged.append(replace(finding, remedy=None, solved=True) if solved else finding)
    judged.sort(key=lambda finding: (finding.solved, SEVERITIES.index(finding.severity)))
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in judged:
        seen[finding.code, finding.severity] += 1
        if seen[finding.code, finding.severity] <= MOST_OF_A_KIND:
            kept.append(finding)
    for (code, severity), count in seen.items():
        if count > MOST_OF_A_KIND:
            more = Sentence("More columns of which the same holds: {0:,}", count - MOST_OF_A_KIND)
            kept.append(Finding(cast(Code, code), more, cast(Severity, severity)))
    return tuple(kept)
