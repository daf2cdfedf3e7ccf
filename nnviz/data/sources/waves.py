"""A series made on the spot: two waves on top of each other, cut into windows as a series in a file is."""

from __future__ import annotations

import numpy as np

from nnviz.data.dataset import Raw, Target
from nnviz.data.lazy import Array
from nnviz.data.sources.series import windows
from nnviz.data.sources.toys import noise_of, samples_of
from nnviz.data.spec import Builtin

WINDOW = 24  # steps that the network sees
PERIODS = (25.0, 9.0)  # steps of a wave
HEIGHTS = (1.0, 0.5)


def read_waves(spec: Builtin) -> Raw:
    """Windows ``(samples, 24, 1)`` and the step after each, in their order in time."""
    x, y = windows(_series(samples_of(spec) + WINDOW, noise_of(spec), spec.seed)[:, np.newaxis], WINDOW, 1)
    return Raw(x, Target((y,), ("next step",)), scale="none", ordered=True)


def _series(steps: int, noise: float, seed: int) -> Array:
    time = np.arange(steps)
    waves = (height * np.sin(2 * np.pi * time / period) for height, period in zip(HEIGHTS, PERIODS, strict=True))
    return np.asarray(sum(waves) + np.random.default_rng(seed).normal(0.0, noise, steps))
