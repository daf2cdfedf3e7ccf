"""All findings of a run, the one to be told first in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from nnviz.training.diagnosis import layers, learning, overfitting
from nnviz.training.diagnosis.case import Case
from nnviz.training.diagnosis.findings import Finding

Rule = Callable[[Case], Iterator[Finding]]
# What explains most comes first: a run that breaks down, then reasons in single layers, then what only the loss tells.
_AT_ONCE: tuple[Rule, ...] = (learning.not_a_number,)
_AFTER_THE_FIRST_EPOCHS: tuple[Rule, ...] = (
    learning.same_start,
    layers.dead_units,
    layers.exploding,
    learning.rate_too_high,
    layers.vanishing,
    learning.rate_too_low,
    learning.nothing_learned,
    overfitting.overfitting,
)


def diagnose(case: Case) -> tuple[Finding, ...]:
    """What is wrong with the run *case*; nothing while its first epochs run, unless they broke down."""
    # What the rules know is a run that goes down one loss; a method has other signs of going well.
    later = case.settled and bool(np.isfinite(case.loss).all()) and case.recipe.method is None
    rules = (*_AT_ONCE, *(_AFTER_THE_FIRST_EPOCHS if later else ()))
    return tuple(finding for rule in rules for finding in rule(case))
