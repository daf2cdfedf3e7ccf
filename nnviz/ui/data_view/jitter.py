"""Moving the points of columns of few values apart, so that they do not hide each other. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FEW_VALUES = 12
REACH = 0.18  # of the least distance between two values, to either side


def spread(values: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    """*values* as they are where they are many different ones; else each moved a little, always by the same."""
    distinct = np.unique(values)
    if not 1 < len(distinct) <= FEW_VALUES:
        return values
    reach = REACH * float(np.diff(distinct).min())
    return np.asarray(values + np.random.default_rng(seed).uniform(-reach, reach, len(values)))
