"""The noise that generated samples begin with: each sample of the data has its own, which is always the same."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

ROWS_AT_ONCE = 4096


def noise_of(samples: NDArray[np.float32], seed: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Normally distributed noise ``(n, *shape)`` that follows from *seed* and the numbers of each of *samples*.

    The same sample has the same noise wherever it stands, so that what is made of it can be followed over the epochs.
    """
    parts = [samples[i : i + ROWS_AT_ONCE] for i in range(0, max(len(samples), 1), ROWS_AT_ONCE)]
    return np.concatenate([_noise(np.asarray(part, np.float32), seed, math.prod(shape)) for part in parts]).reshape(
        len(samples), *shape
    )


def _noise(samples: NDArray[np.float32], seed: int, count: int) -> NDArray[np.float32]:
    """Box and Muller's transform of two scrambled numbers for each of *count* places."""
    rng = np.random.default_rng([seed, 1])
    bits = np.ascontiguousarray(samples).view(np.uint32).reshape(len(samples), math.prod(samples.shape[1:]))
    factors, places = (rng.integers(0, 2**64, size, np.uint64) for size in (bits.shape[1], 2 * count))
    keys = (bits * (factors | np.uint64(1))).sum(axis=1, dtype=np.uint64)
    uniform = ((_scrambled(keys[:, np.newaxis] + places) >> np.uint64(11)) + 0.5) * 2.0**-53
    radius, angle = np.sqrt(-2 * np.log(uniform[:, :count])), 2 * np.pi * uniform[:, count:]
    return np.asarray(radius * np.cos(angle), np.float32)


def _scrambled(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finalizer of SplitMix64 (Steele, Lea and Flood 2014): neighbours have nothing to do with each other."""
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
