"""A finding: what is wrong, the figure that shows it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nnviz.data.spec import DataSpec
from nnviz.network.spec import NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.recipe import Recipe

Code = Literal[
    "not_a_number", "dead_units", "rate_too_high", "exploding", "vanishing", "same_start", "rate_too_low",
    "nothing_learned", "overfitting",
]  # fmt: skip
Severity = Literal["bad", "caution"]


@dataclass(frozen=True)
class Drawn:
    """What a remedy changes: the three parts of a project as they are drawn."""

    network: NetworkSpec
    data: DataSpec | None
    recipe: Recipe


@dataclass(frozen=True)
class Remedy:
    """One thing that can be done.

    Attributes:
        title: what to write on the button.
        change: the edit; gives back what it was given where there is nothing to change.
        goes_on: whether training goes on with the weights it has; otherwise it starts from the initial ones.
    """

    title: Sentence
    change: Callable[[Drawn], Drawn]
    goes_on: bool = False


@dataclass(frozen=True)
class Line:
    """Numbers of the figure.

    Attributes:
        name: what they are: a layer, or a part of the data.
        x: the epochs.
        y: the values; those that are no numbers are left out of the picture.
        colour: of the theme.
    """

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    colour: str = "training"


@dataclass(frozen=True)
class Evidence:
    """The figure that shows a finding.

    Attributes:
        title: what it shows.
        lines: over the epochs; where ``bars``, one value a line.
        bars: a bar for each line, instead of lines.
        log: the values are drawn by their powers of ten.
        mark: an epoch to be marked.
        level: a value to be compared with, as a horizontal line.
    """

    title: Sentence
    lines: tuple[Line, ...]
    bars: bool = False
    log: bool = False
    mark: int | None = None
    level: float | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a run.

    Attributes:
        code: which, the same in every language.
        sentence: what it is, with the numbers.
        severity: ``bad``: nothing will come of this run; ``caution``: it could be better.
        evidence: the figure.
        remedies: what can be done, the most promising first.
        layers: the layers that it concerns.
        epoch: the epoch that had better be looked at.
    """

    code: Code
    sentence: Sentence
    severity: Severity
    evidence: Evidence
    remedies: tuple[Remedy, ...] = ()
    layers: tuple[str, ...] = ()
    epoch: int | None = None


def offered(*ways: Remedy | None) -> tuple[Remedy, ...]:
    """Those of *ways* that there are."""
    return tuple(way for way in ways if way is not None)
