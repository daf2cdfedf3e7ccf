"""How an answer of probabilities becomes a decision: the same in training, evaluation and on screen."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

HALF = 0.5  # above it a share is a yes, as in Keras's binary accuracy; a half itself is none
Floats = NDArray[Any]


def yes_scores(answers: Floats, margin: bool) -> Floats:
    """How much each of the *answers* ``(..., 1 or 2)`` is a yes, ``(...)`` float64: above a half where it decides so.

    That is the probability where they are such. Of two units, of no and of yes, the larger one decides, as Keras's
    accuracy has it, also where they do not add up to 1. With a *margin* answers lie in [-1, 1] around 0.
    """
    found = answers.astype(np.float64)
    if answers.shape[-1] > 1:
        apart = found[..., 1] - found[..., 0]
        return np.asarray((apart / 2 + 1) / 2 if margin else (apart + 1) / 2)
    return np.asarray((found[..., 0] + 1) / 2 if margin else found[..., 0])
