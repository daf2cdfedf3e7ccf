"""Which steps each column of a table goes through, before any figure is known; what cannot be done is refused here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.preparation.steps import ColumnName, Drop, DropRows, Encode, Fill, ScaleColumns, Step
from nnviz.data.words import FIGURES
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Of = Callable[[ColumnName], int]  # the 0-based number of a column; BadInput where there is none
ColumnStep = DropRows | Fill | Encode | ScaleColumns
LARGEST_FILL = 1e30  # far beyond any figure, and a float32 still
_DOING = {Fill: Sentence("Filling"), Encode: Sentence("Encoding"), ScaleColumns: Sentence("Scaling")}


def dropped_columns(steps: Iterable[Step], index: Of, names: Sequence[str], targets: Sequence[int]) -> frozenset[int]:
    """The numbers of the columns that some step leaves out of the inputs.

    Args:
        steps: the chain.
        index: see ``Of``.
        names: of all columns of the table.
        targets: the numbers of the target columns, which cannot be dropped.
    """
    found = []
    for step in steps:
        if isinstance(step, Drop):
            if not step.columns:
                raise BadInput(Sentence("Dropping columns needs their names: expected at least one, got none."))
            found += [index(name) for name in step.columns]
    for i in found:
        if i in targets:
            raise BadInput(Sentence("{0!r} is the target and cannot be dropped; expected an input.", names[i]))
    return frozenset(found)


def encoded_by_name(steps: Iterable[Step], index: Of, how: Literal["onehot", "label"]) -> frozenset[int]:
    """The numbers of the columns that a step names to be encoded so; as labels any number of different words do."""
    named = [step.columns for step in steps if isinstance(step, Encode) and step.how == how]
    return frozenset(index(name) for names in named for name in names)


def steps_of_columns(
    steps: Iterable[Step], columns: Sequence[InputColumn], index: Of, names: Sequence[str], targets: Sequence[int]
) -> tuple[tuple[ColumnStep, ...], ...]:
    """The steps of each of the input *columns*, in their order; BadInput says which step cannot be done, and why.

    To leave out rows is a step of those columns in which a missing value leaves out its row.

    Args:
        steps: the chain.
        columns: the inputs, without those that are dropped.
        index: see ``Of``.
        names, targets: see ``dropped_columns``.
    """
    steps = tuple(steps)
    plan = _Plan(columns, index, names, targets, dropped_columns(steps, index, names, targets))
    for step in steps:
        plan.take(step)
    return tuple(tuple(plan.states[column.position].steps) for column in columns)


class _Plan:
    """The columns on their way through the chain.

    Args:
        columns, index, names, targets: see ``steps_of_columns``.
        some_time: the numbers of the columns that are dropped, sooner or later.

    Attributes:
        states: how far each input is.
    """

    def __init__(
        self,
        columns: Sequence[InputColumn],
        index: Of,
        names: Sequence[str],
        targets: Sequence[int],
        some_time: frozenset[int],
    ) -> None:
        self.states = {column.position: _State(column) for column in columns}
        self._index, self._names, self._targets, self._some_time = index, names, targets, some_time
        self._dropped: set[int] = set()

    def take(self, step: Step) -> None:
        """Do *step*; BadInput says why it cannot be done."""
        named = [self._index(name) for name in step.columns]
        if isinstance(step, Drop):
            self._dropped.update(named)
        elif isinstance(step, DropRows):
            for i in self.states.keys() & (named or self.states) if step.which == "missing" else ():
                self.states[i].take(step)
        else:
            _check(step)
            for i in named:
                self._refuse(step, i)
            for i in named or self.states:
                if i in self.states and not self.states[i].refusal(step, bool(named)):
                    self.states[i].take(step)

    def _refuse(self, step: Fill | Encode | ScaleColumns, i: int) -> None:
        """BadInput where *step* names column *i*, but it cannot be done to that."""
        asked = Sentence("{0} is asked for {1!r}", _DOING[type(step)], self._names[i])
        if i in self._targets:
            raise BadInput(Sentence("{0}, which is the target; expected an input.", asked))
        if i in self._dropped:
            raise BadInput(Sentence("{0}, which an earlier step drops; expected an input.", asked))
        if i not in self.states and i not in self._some_time:
            raise BadInput(Sentence("{0}, which is not among the inputs.", asked))
        reason = self.states[i].refusal(step, True) if i in self.states else ""
        if reason:
            raise BadInput(Sentence("{0} cannot be done to {1!r}: {2}.", _DOING[type(step)], self._names[i], reason))


def _check(step: Fill | Encode | ScaleColumns) -> None:
    if not isinstance(step, Fill) or step.how != "constant":
        return
    if step.value is None:
        raise BadInput(Sentence("Filling with a constant needs its value: expected a number or a word, got none."))
    if not isinstance(step.value, str) and not abs(step.value) <= LARGEST_FILL:
        raise BadInput(Sentence("Filling takes a number up to {0:g}, not {1}.", LARGEST_FILL, step.value))


@dataclass
class _State:
    """How far one column is.

    Attributes:
        column: what it is in the table.
        steps: what was taken so far.
        encoded: how, ``""`` for not yet.
        filled, scaled: whether a step did that.
    """

    column: InputColumn
    steps: list[ColumnStep] = field(default_factory=list)
    encoded: str = ""
    filled: bool = False
    scaled: bool = False

    def take(self, step: ColumnStep) -> None:
        """Note *step*; once it is filled, nothing is missing any more."""
        if isinstance(step, Fill | DropRows) and self.filled:
            return
        self.steps.append(step)
        self.encoded = step.how if isinstance(step, Encode) else self.encoded
        self.filled |= isinstance(step, Fill)
        self.scaled |= isinstance(step, ScaleColumns)

    def refusal(self, step: Fill | Encode | ScaleColumns, named: bool) -> str:
        """Why *step* cannot be done to the column as it is now; ``""`` where it can."""
        if isinstance(step, Fill):
            return self._cannot_fill(step)
        return self._cannot_encode(step, named) if isinstance(step, Encode) else self._cannot_scale()

    def _cannot_fill(self, step: Fill) -> str:
        if self.encoded:
            return Sentence("it is encoded already, and has a value in every row; fill it before that")
        text = self.column.kind == "text"
        if step.how in ("median", "mean") and text:
            return Sentence(
                "it is text, which has no {0}; expected the most frequent value or a constant", FIGURES[step.how]
            )
        if step.how == "constant" and step.value is not None and isinstance(step.value, str) != text:
            if text:
                return Sentence("it is text; expected a word, got {0!r}", step.value)
            return Sentence("it is a column of numbers; expected a number, got {0!r}", step.value)
        return ""

    def _cannot_encode(self, step: Encode, named: bool) -> str:
        if self.encoded:
            return Sentence("it is encoded already")
        if self.column.kind == "text":
            return ""
        if step.how == "label" or not named:
            return Sentence("it is a column of numbers; expected text")
        return Sentence("it is scaled already; expected the numbers of the file") if self.scaled else ""

    def _cannot_scale(self) -> str:
        if self.encoded == "onehot":
            return Sentence("it is one-hot, and its inputs are 0 or 1 already")
        if self.column.kind == "text" and not self.encoded:
            return Sentence("it is text; expected numbers, so encode it as labels before")
        return ""
