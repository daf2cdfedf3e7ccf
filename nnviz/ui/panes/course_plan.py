"""Where the parts of the picture of weights over epochs stand, and its numbers: frozen figures and pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from nnviz.training.course import Course
from nnviz.ui.panes.ticks import Range, rounded_out
from nnviz.ui.theme import Theme

Floats = NDArray[np.float32]
TOP, STRIP_GAP, STRIP_SHARE, LEAST_STRIP = 8.0, 6.0, 0.16, 28.0
BRIGHT = 0.98  # the share of all cells with weights that are not in full colour
LEAST_DECADES = 1.0


@dataclass(frozen=True, eq=False)
class Figures:
    """A course, decoded.

    Attributes:
        epochs: of the snapshots.
        spans: ``(epochs, 2)``; counts: ``(epochs, bins)``; norms, changes: ``(epochs,)``.
        weights: how many there are.
    """

    epochs: tuple[int, ...]
    spans: Floats
    counts: Floats
    norms: Floats
    changes: Floats
    weights: int

    @classmethod
    def of(cls, course: Course) -> Figures:
        """Decode *course*."""
        return cls(course.epochs, *course.figures(), course.weights)

    @property
    def range(self) -> Range:
        """Round ends of the axis of values."""
        finite = self.spans[np.isfinite(self.spans)]
        return rounded_out(float(finite.min(initial=0.0)), float(finite.max(initial=0.0)))

    def at(self, epoch: float) -> int:
        """The place of the snapshot that is shown at *epoch*: the last one up to it."""
        return max(0, int(np.searchsorted(self.epochs, epoch, side="right")) - 1)

    def count_near(self, place: int, low: float, high: float) -> float:
        """How many weights of the snapshot at *place* lie from *low* to *high*, each bin evenly filled."""
        return float(np.diff(_below(self.spans[place], self.counts[place], np.array([low, high])))[0])


@dataclass(frozen=True)
class CoursePlan:
    """The places of the heat and of the two strips below it, in pixels."""

    heat: QRectF
    norm: QRectF
    change: QRectF

    def epoch_at(self, x: float, epochs: Sequence[int]) -> float:
        """The epoch at pixel *x* of a run of *epochs*."""
        share = (x - self.heat.left()) / max(1.0, self.heat.width())
        return epochs[0] + min(1.0, max(0.0, share)) * (epochs[-1] - epochs[0])

    def x(self, epoch: float, epochs: Sequence[int]) -> float:
        """The pixel of *epoch*."""
        return self.heat.left() + (epoch - epochs[0]) / max(1, epochs[-1] - epochs[0]) * self.heat.width()


def planned(area: QRectF) -> CoursePlan:
    """The heat above, norm and change below it, in *area*."""
    strip = max(LEAST_STRIP, area.height() * STRIP_SHARE)
    heat = QRectF(area.left(), area.top(), area.width(), max(8.0, area.height() - 2 * (strip + STRIP_GAP)))
    norm = QRectF(area.left(), heat.bottom() + STRIP_GAP, area.width(), strip)
    return CoursePlan(heat, norm, norm.translated(0, strip + STRIP_GAP))


def densities(figures: Figures, axis: Range, rows: int) -> Floats:
    """``(rows, snapshots)``: the share of the weights in each of *rows* equal parts of *axis*, the largest on top."""
    edges = np.linspace(axis[0], axis[1], rows + 1)
    edges[-1] = np.nextafter(edges[-1], np.inf)  # the largest weight of all is one of the last part
    columns = [
        np.diff(_below(span, counts, edges)) / max(1.0, float(counts.sum()))
        for span, counts in zip(figures.spans, figures.counts, strict=True)
    ]
    return np.array(columns, np.float32).reshape(len(figures.epochs), rows).T[::-1]


def _below(span: Floats, counts: Floats, at: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many of the weights lie below each of the numbers *at*."""
    low, high = float(span[0]), float(span[1])
    if not (np.isfinite(low) and np.isfinite(high)):
        return np.zeros(len(at))
    if high <= low:
        return np.where(at > low, float(counts.sum()), 0.0)
    edges = np.linspace(low, high, len(counts) + 1)
    return np.asarray(np.interp(at, edges, np.concatenate([[0.0], np.cumsum(counts, dtype=np.float64)])))


def heat_pixels(shares: Floats, places: NDArray[np.intp], axis: Range, theme: Theme) -> NDArray[np.uint8]:
    """The picture of ``densities``, ``(rows, columns, 3)``: orange below zero, blue above, the ground where none are.

    *places* is the snapshot that each column of pixels shows. Lightness alone says how many there are, so that nobody
    needs to tell the two colours apart.
    """
    known = shares[shares > 0]
    full = float(np.quantile(known, BRIGHT)) if known.size else 1.0
    strength = np.sqrt(np.clip(shares[:, places] / full, 0.0, 1.0))[..., np.newaxis]
    rows = len(shares)
    middles = axis[1] - (np.arange(rows) + 0.5) / rows * (axis[1] - axis[0])
    colours = [theme.color("positive" if middle >= 0 else "negative").getRgb()[:3] for middle in middles.tolist()]  # type: ignore[index]
    ground = np.array(theme.color("panel").getRgb()[:3], np.float32)  # type: ignore[index]
    full_colour = np.array(colours, np.float32)[:, np.newaxis]
    return np.asarray(ground + strength * (full_colour - ground) + 0.5, np.uint8)


def strip_values(values: Floats, log: bool) -> tuple[Floats, Range]:
    """*values* as they lie in a strip, exponents of ten where *log*, and the ends of the strip."""
    if log:
        values = np.log10(values, out=np.full_like(values, np.nan), where=values > 0)
    finite = values[np.isfinite(values)]
    if not finite.size:
        return values, (0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    if not log:
        return values, (0.0, high * 1.1 or 1.0)
    short = max(0.0, LEAST_DECADES - (high - low)) / 2
    return values, (low - short, high + short)


def strip_line(plan: CoursePlan, box: QRectF, epochs: Sequence[int], values: Floats, ends: Range) -> QPolygonF:
    """The line of *values* in *box*."""
    there = np.flatnonzero(np.isfinite(values))
    span = max(1e-12, ends[1] - ends[0])
    return QPolygonF(
        [
            QPointF(plan.x(epochs[i], epochs), box.bottom() - (float(values[i]) - ends[0]) / span * box.height())
            for i in there.tolist()
        ]
    )
