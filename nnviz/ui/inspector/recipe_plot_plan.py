"""Where the learning rate's curve and its points go: pure geometry."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from nnviz.training.recipe import OptimizerSpec
from nnviz.training.schedules import rate_function
from nnviz.ui.panes.curve_axes import Axes, area_in, label_width
from nnviz.ui.panes.ticks import Range, rounded_out

LOG_FROM = 20.0  # steps down to less than a twentieth are drawn over powers of ten, or the low ones would be one
RATE_LEAST, RATE_MOST = 1e-9, 1000.0


@dataclass(frozen=True)
class RatePlan:
    """A picture of the learning rate.

    Attributes:
        axes: x in epochs from 0 to the end of the run, y the rate or its exponent of ten.
        curve: the rate over the run, in pixels.
        grips: the points of a piecewise constant rate that can be dragged: where each value begins.
    """

    axes: Axes
    curve: tuple[QPointF, ...]
    grips: tuple[QPointF, ...]

    def read(self, place: QPointF) -> tuple[float, float]:
        """Epoch and learning rate at the pixel *place*, the rate with two figures."""
        area, (low, high) = self.axes.area, self.axes.y
        epoch = self.axes.x[1] * (place.x() - area.left()) / area.width()
        level = low + (high - low) * (area.bottom() - place.y()) / area.height()
        rate = 10.0**level if self.axes.log else level
        return epoch, float(f"{max(RATE_LEAST, min(RATE_MOST, rate)):.2g}")


def plan_of(
    optimizer: OptimizerSpec, steps: int, batches: int, width: float, height: float, kept: Axes | None = None
) -> RatePlan:
    """The rate of *optimizer* over *steps* steps, *batches* an epoch, in *width* x *height*; axes can be *kept*."""
    rate = optimizer.args.get("learning_rate")
    pieces = rate if isinstance(rate, dict) and "boundaries" in rate else None
    points = _pieces(pieces["boundaries"], pieces["values"], steps) if pieces else _points(optimizer, steps, width)
    values = [value for _, value in points if math.isfinite(value)] or [0.0]
    axes = kept or _axes(width, height, steps / batches, values, pieces is not None)

    def place(step: float, value: float) -> QPointF:
        level = math.log10(max(RATE_LEAST, value)) if axes.log else value
        return axes.place(step / batches, max(axes.y[0], min(axes.y[1], level)))

    curve = tuple(place(step, value) for step, value in points if math.isfinite(value))
    grips = tuple(place(step, value) for step, value in points[::2]) if pieces else ()
    return RatePlan(axes, curve, grips)


def _points(optimizer: OptimizerSpec, steps: int, width: float) -> list[tuple[float, float]]:
    """(step, rate) for every pixel, and for no more steps than there are."""
    count = max(2, min(steps, int(width)))
    places = [round((steps - 1) * i / (count - 1)) for i in range(count)] if steps > 1 else [0]
    rate = rate_function(optimizer)
    found = [(float(step), rate(step)) for step in places]
    return [*found, (float(steps), found[-1][1])]


def _pieces(boundaries: list[int], values: list[float], steps: int) -> list[tuple[float, float]]:
    """Start and end of every step: the first value at 0, each other from its boundary on."""
    starts = [0, *boundaries]
    ends = [*boundaries, max(steps, boundaries[-1])]
    corners = zip(starts, ends, values, strict=True)
    return [(min(float(at), float(steps)), value) for start, end, value in corners for at in (start, end)]


def _axes(width: float, height: float, epochs: float, values: list[float], pieces: bool) -> Axes:
    low, high = min(values), max(values)
    log = pieces and low > 0 and high / low >= LOG_FROM
    span: Range = rounded_out(0.0, high or 1.0)
    if log:
        span = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    draft = Axes(area_in(width, height, 0), (0.0, epochs), span, log)
    return Axes(area_in(width, height, label_width(draft)), (0.0, epochs), span, log)
