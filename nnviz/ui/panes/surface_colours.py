"""What a network answers, and what the data say, as colours: the same for the surface and for the points on it.

Yes-or-no answers and numbers take the signed scale: class 1 and large values positive, class 0 and small values
negative. Several classes take a colour each, the fainter the less sure the network is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.network.facts import DataFacts, Task
from nnviz.training.evaluating.deciding import yes_scores
from nnviz.ui.panes.colouring import Pixels, rgb, signed_pixels
from nnviz.ui.theme import Theme

Floats = NDArray[np.float32]
STRENGTH = 0.64  # of the surface's colours: the points have the rest to stand out
BANDS = 4  # steps on either side of the middle, for numbers shown in steps


@dataclass(frozen=True)
class Meaning:
    """How answers are read.

    Attributes:
        task: what the target asks for.
        middle, half: the value in the middle of the colour scale and its distance to either end; for numbers.
        margin: a yes-or-no answer is a number in [-1, 1] around 0 (hinge) instead of a probability.
    """

    task: Task
    middle: float = 0.0
    half: float = 1.0
    margin: bool = False

    @classmethod
    def of(cls, facts: DataFacts, targets: NDArray[Any] | None, margin: bool = False) -> Meaning:
        """The meaning of *facts*; for numbers the scale spans the *targets*."""
        if facts.task != "regression" or targets is None or not len(targets):
            return cls(facts.task, margin=margin)
        first = np.asarray(targets, float).reshape(len(targets), -1)[:, 0]
        low, high = float(np.nanmin(first)), float(np.nanmax(first))
        return cls(facts.task, (low + high) / 2, (high - low) / 2 or 1.0, margin)

    def signed(self, answers: Floats) -> Floats:
        """Answers (..., outputs) as one number in [-1, 1] each; for numbers, and for yes or no."""
        if self.task == "binary":
            found = 2 * yes_scores(answers, self.margin) - 1
        else:
            found = (answers[..., 0] - self.middle) / self.half
        return np.asarray(np.clip(found, -1, 1), np.float32)

    @property
    def is_signed(self) -> bool:
        """Whether the signed scale is used, instead of a colour per class."""
        return self.task in ("regression", "binary")


def surface_pixels(answers: Floats, meaning: Meaning, theme: Theme, in_steps: bool = False) -> Pixels:
    """Colours (h, w, 3) of *answers* (h, w, outputs); *in_steps* shows the decision alone, or bands of numbers."""
    if meaning.is_signed:
        signed = meaning.signed(answers)
        if in_steps:
            steps = BANDS if meaning.task == "regression" else 1
            banded = np.clip(np.floor(signed * steps) + 0.5, 0.5 - steps, steps - 0.5) / (steps - 0.5)
            signed = np.asarray(banded, np.float32)
        return signed_pixels(signed * STRENGTH, 1.0, theme)
    winner = np.argmax(answers, axis=-1)
    strength = np.full(winner.shape, STRENGTH, np.float32) if in_steps else STRENGTH * _sureness(answers, meaning)
    zero = _rgb((theme.zero,))[0]
    blended = zero + strength[..., np.newaxis] * (_class_colours(theme, answers.shape[-1])[winner] - zero)
    wrong = ~np.isfinite(answers).all(axis=-1)
    blended[wrong] = rgb(theme.bad)
    return np.asarray(np.round(blended), np.uint8)


def point_colours(targets: NDArray[Any], meaning: Meaning, theme: Theme, outputs: int) -> Pixels:
    """Colours (n, 3) of data points by their canonical *targets*; *outputs* as in the data's facts."""
    targets = np.asarray(targets)
    if meaning.task == "regression":
        return signed_pixels(meaning.signed(targets.reshape(len(targets), -1).astype(np.float32)), 1.0, theme)
    if meaning.task == "binary":
        return signed_pixels(2.0 * targets.reshape(-1) - 1.0, 1.0, theme)
    index = (
        targets.astype(int).reshape(-1)
        if meaning.task == "classes"
        else np.argmax(targets.reshape(len(targets), -1), axis=-1)
    )
    return np.asarray(_class_colours(theme, max(outputs, 1))[index], np.uint8)


def resampled(values: Floats, height: int, width: int) -> Floats:
    """*values* (s, s, outputs), row 0 at the lowest y, between their points: (height, width, outputs), y upwards."""
    rows, columns, outputs = values.shape
    down, across = _between(height, rows)[::-1], _between(width, columns)
    with np.errstate(invalid="ignore", over="ignore"):  # answers that are not finite are shown as faults
        flat = down @ values.reshape(rows, columns * outputs)
        return np.asarray(np.matmul(across, flat.reshape(height, columns, outputs)), np.float32)


@lru_cache(maxsize=8)
def _between(pixels: int, points: int) -> Floats:
    """Weights (pixels, points) of linear interpolation; the first and last point lie on the outer edges."""
    at = (np.arange(pixels) + 0.5) / pixels * (points - 1)
    weights = np.maximum(0, 1 - np.abs(at[:, np.newaxis] - np.arange(points)))
    return np.asarray(weights, np.float32)


def _sureness(answers: Floats, meaning: Meaning) -> Floats:
    """0 where the network cannot tell, 1 where it is sure."""
    top = answers.max(axis=-1)
    guess = 0.5 if meaning.task == "labels" else 1.0 / answers.shape[-1]
    sure: Floats = np.clip((top - guess) / max(1e-6, 1.0 - guess), 0, 1)
    return sure


def _class_colours(theme: Theme, count: int) -> NDArray[np.float32]:
    """A colour per class, shape (count, 3); after the last of the theme they begin again."""
    return _rgb(tuple(theme.classes[i % len(theme.classes)] for i in range(count)))


@lru_cache(maxsize=8)
def _rgb(names: tuple[str, ...]) -> NDArray[np.float32]:
    return np.array([rgb(name) for name in names], np.float32)
