"""A step small enough to be done on paper."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnviz.training.one_step.given import Activation, Dense, Given, Rule
from nnviz.training.optimizers import full_args


def rule(kind: str = "SGD", rate: float = 0.1, **args: Any) -> Rule:
    return Rule(kind, full_args(kind, args), rate)


def paper(of: Rule | None = None) -> Given:
    """Two inputs, two hidden units (relu), one answer (linear), squared error: all numbers come out even."""
    hidden = Dense("hidden", Activation("relu"), np.array([[1.0, -1.0], [0.5, 2.0]]), np.array([0.5, 0.0]))
    output = Dense("output", Activation("linear"), np.array([[2.0], [-1.0]]), np.array([1.0]))
    return Given(np.array([1.0, 2.0]), np.array([5.0]), (hidden, output), "mse", rule=of or rule())
