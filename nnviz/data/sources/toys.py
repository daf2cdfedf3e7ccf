"""The gates and the 2-D toys: small sets made on the spot, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.data.dataset import Raw, Target
from nnviz.data.lazy import Array
from nnviz.data.sources.drawing import shuffled
from nnviz.data.spec import GATES, Builtin
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

DEFAULT_SAMPLES = 300
MOST_SAMPLES = 1_000_000
MOST_SEED = 2**32 - 1  # scikit-learn's own random numbers take no larger one
DEFAULT_NOISE = {"circles": 0.1, "moons": 0.15, "spirals": 0.05, "blobs": 0.25, "waves": 0.1}
CIRCLE_RATIO = 0.5
SPIRAL_TURNS = 1.5
BLOB_CENTRES = ((0.0, 1.0), (-0.87, -0.5), (0.87, -0.5))
GATE_OUTPUTS = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}


def read_gate(spec: Builtin) -> Raw:
    """Four rows ``0 0, 0 1, 1 0, 1 1`` and the gate's answers; more *samples* repeat them, *noise* moves them."""
    samples = _samples(spec, 4)
    noise = _noise(spec, 0.0)
    rows = np.arange(samples) % 4
    x = np.stack([rows // 2, rows % 2], axis=1).astype(np.float64)
    if noise:
        x += np.random.default_rng(spec.seed).normal(0.0, noise, x.shape)
    target = np.array(GATE_OUTPUTS[spec.name])[rows]
    return _raw(x, target, ("0", "1"), ("a", "b"), split=False)


def read_toy(spec: Builtin) -> Raw:
    """Points in the plane within about -1.5 to 1.5, two classes of them, or three for blobs."""
    x, target = _MAKERS[spec.name](samples_of(spec), noise_of(spec), spec.seed)
    return _raw(x, target, ("A", "B", "C")[: 3 if spec.name == "blobs" else 2], ("x", "y"), split=True)


def samples_of(spec: Builtin) -> int:
    """How many rows the set of *spec* has."""
    return _samples(spec, 4 if spec.name in GATES else DEFAULT_SAMPLES)


def noise_of(spec: Builtin) -> float:
    """The standard deviation of what is added to each coordinate."""
    return _noise(spec, DEFAULT_NOISE.get(spec.name, 0.0))


def spirals(samples: int, noise: float, seed: int) -> tuple[Array, Array]:
    """Two arms of an Archimedean spiral: radius r from 0 to 1, angle 1.5 turns of r, the second half a turn on."""
    target = np.arange(samples) % 2
    radius = (np.arange(samples) // 2 + 1) / ((samples + 1) // 2)
    angle = 2 * np.pi * SPIRAL_TURNS * radius + np.pi * target
    x = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    return x + np.random.default_rng(seed).normal(0.0, noise, x.shape), target


def _circles(samples: int, noise: float, seed: int) -> tuple[Array, Array]:
    """Those of ``sklearn.datasets.make_circles``."""
    outer, inner = samples // 2, samples - samples // 2
    first, second = (np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (outer, inner))
    x = np.concatenate([_on_circle(first), _on_circle(second) * CIRCLE_RATIO])
    return _noisy(x, np.repeat([0, 1], [outer, inner]), noise, seed)


def _moons(samples: int, noise: float, seed: int) -> tuple[Array, Array]:
    """Those of ``sklearn.datasets.make_moons``."""
    upper, lower = samples // 2, samples - samples // 2
    first, second = (np.linspace(0, np.pi, count) for count in (upper, lower))
    turned = np.stack([1 - np.cos(second), 1 - np.sin(second) - 0.5], axis=1)
    return _noisy(np.concatenate([_on_circle(first), turned]), np.repeat([0, 1], [upper, lower]), noise, seed)


def _blobs(samples: int, noise: float, seed: int) -> tuple[Array, Array]:
    """Those of ``sklearn.datasets.make_blobs``."""
    rng, blobs = np.random.RandomState(seed), len(BLOB_CENTRES)
    counts = [samples // blobs + (i < samples % blobs) for i in range(blobs)]
    points = [rng.normal(centre, noise, (n, 2)) for centre, n in zip(BLOB_CENTRES, counts, strict=True)]
    return shuffled(np.concatenate(points), np.repeat(np.arange(blobs), counts), rng)


def _on_circle(angles: Array) -> Array:
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def _noisy(x: Array, target: Array, noise: float, seed: int) -> tuple[Array, Array]:
    """The points in another order, each moved a little."""
    rng = np.random.RandomState(seed)
    x, target = shuffled(x, target, rng)
    return x + rng.normal(scale=noise, size=x.shape), target


_MAKERS: dict[str, Callable[[int, float, int], tuple[Array, Array]]] = {
    "circles": _circles,
    "moons": _moons,
    "spirals": spirals,
    "blobs": _blobs,
}


def _samples(spec: Builtin, default: int) -> int:
    samples = default if spec.samples is None else spec.samples
    if not 4 <= samples <= MOST_SAMPLES:
        raise BadInput(Sentence("{0} has from 4 to {1} samples, not {2}.", spec.name, MOST_SAMPLES, samples))
    return samples


def _noise(spec: Builtin, default: float) -> float:
    noise = default if spec.noise is None else spec.noise
    if not 0 <= noise < 1000:
        raise BadInput(Sentence("The noise of {0} is a standard deviation from 0 up, not {1:g}.", spec.name, noise))
    if not 0 <= spec.seed <= MOST_SEED:
        raise BadInput(
            Sentence("The seed of {0} is a whole number from 0 to {1}, not {2}.", spec.name, MOST_SEED, spec.seed)
        )
    return noise


def _raw(x: Array, target: Array, classes: tuple[str, ...], features: tuple[str, ...], split: bool) -> Raw:
    kept = Target((target,), ("class",), classes)
    return Raw(x, kept, scale="none", feature_names=features, split=split)
