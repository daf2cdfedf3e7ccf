"""A small picture of a data set: points, sample images or bars. Made from arrays anywhere, painted by the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.data.lazy import LazyRows

MOST_FEATURES = 64
MOST_IMAGES = 60
BINS = 24
STEPS = 120  # of a series: the first ones, side by side
MOST_COUNTED = 20_000  # a picture is made on the window's thread, within a few milliseconds
Array = NDArray[Any]


@dataclass(frozen=True)
class Points:
    """Points in the unit square, y upwards.

    Attributes:
        at: float ``(n, 2)``.
        classes: the class of each, ``(n,)``, or None where *values* colours them.
        values: a number in [-1, 1] for each, ``(n,)``: regression, and yes (+1) or no (-1).
        joined: whether they follow each other, and a line goes through them.
    """

    at: Array
    classes: Array | None = None
    values: Array | None = None
    joined: bool = False


@dataclass(frozen=True)
class Samples:
    """Sample images, uint8 ``(k, height, width)`` or ``(k, height, width, 3)``."""

    images: Array


@dataclass(frozen=True)
class Bars:
    """Heights in [0, 1], and what colours them: ``number``, ``binary`` (no, yes) or ``class``."""

    heights: Array
    colours: Literal["number", "binary", "class"]


Picture = Points | Samples | Bars


def picture_of(dataset: Dataset) -> Picture:
    """The picture that says most about *dataset* in a few square centimetres; from its training part."""
    facts, part = dataset.facts, dataset.train
    y = np.asarray(dataset.sample.y if isinstance(part.y, LazyRows) else part.y)
    x, target = np.asarray(dataset.sample.x), np.asarray(dataset.sample.y)
    if len(facts.input_shape) == 3:
        return Samples(_images(x[:: max(1, len(x) // MOST_IMAGES)][:MOST_IMAGES]))
    if len(facts.input_shape) == 2 and facts.task == "regression" and not facts.target_shape:
        return _course(np.asarray(part.y[:STEPS], np.float64).reshape(-1, facts.outputs)[:, 0])
    if len(facts.input_shape) != 1 or facts.features > MOST_FEATURES:
        return _bars(y, facts.task, facts.outputs)
    few = x.astype(np.float64)
    if facts.task in ("binary", "classes"):
        at = _unit(_plane(few))
        return Points(at, values=2.0 * target - 1) if facts.task == "binary" else Points(at, classes=target)
    value = target.reshape(len(target), -1)[:, 0].astype(np.float64)
    if facts.features == 1:
        return Points(_unit(np.column_stack([few[:, 0], value])), classes=np.zeros(len(few), int))
    if facts.features == 2:
        return Points(_unit(few), values=2 * _unit(value[:, None])[:, 0] - 1)
    return _bars(y, facts.task, facts.outputs)


def _course(values: Array) -> Points:
    """How a series goes on, from left to right."""
    at = _unit(np.column_stack([np.arange(len(values)), values]))
    return Points(at, classes=np.zeros(len(values), int), joined=True)


def _plane(x: Array) -> Array:
    """Two columns: *x* itself, or its two principal components, each column counting the same."""
    if x.shape[1] == 1:
        return np.column_stack([x[:, 0], np.linspace(0, 1, len(x))])
    if x.shape[1] == 2:
        return x
    spread = x.std(axis=0)
    x = (x - x.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    directions = np.linalg.svd(x, full_matrices=False)[2][:2]
    return np.asarray(x @ directions.T)


def _unit(x: Array) -> Array:
    low, high = x.min(axis=0), x.max(axis=0)
    return np.asarray((x - low) / np.where(high > low, high - low, 1.0))


def _images(x: Array) -> Array:
    low, high = float(x.min()), float(x.max())
    scaled = np.round((x - low) / (high - low if high > low else 1.0) * 255).astype(np.uint8)
    return scaled if scaled.shape[-1] == 3 else scaled[..., 0]


def _bars(y: Array, task: str, outputs: int) -> Bars:
    y = y[:: max(1, len(y) // MOST_COUNTED)]
    if task == "regression":
        counts = np.histogram(y.reshape(len(y), -1)[:, 0], BINS)[0]
    elif task == "labels":
        counts = y.sum(axis=0)
    else:
        counts = np.bincount(y.astype(int), minlength=max(2, outputs))
    heights = counts / max(1.0, float(counts.max()))
    return Bars(heights, "number" if task == "regression" else "binary" if task == "binary" else "class")
