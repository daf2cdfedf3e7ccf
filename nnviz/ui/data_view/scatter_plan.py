"""Where the points of two columns, their axes and their legend stand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from nnviz.data.profile.known import ColumnType
from nnviz.data.profile.viewing import Scatter
from nnviz.ui.data_view.jitter import spread
from nnviz.ui.data_view.wording import number_text
from nnviz.ui.panes.ticks import Range, rounded_out, tick_text, ticks

TOP, BOTTOM, GUTTER, RIGHT = 20.0, 34.0, 52.0, 14.0
NEAR = 8.0  # pixels
A_TICK = 46  # pixels of an axis for each of its ticks
FINE = 10  # parts of an axis to which its ends are rounded: more of it is left for the points


@dataclass(frozen=True)
class ScatterPlan:
    """*area* shows *x* from left to right and *y* upwards."""

    area: QRectF
    x: Range
    y: Range

    @classmethod
    def of(cls, width: float, height: float, scatter: Scatter) -> ScatterPlan:
        """The plan for a widget of *width* by *height* pixels that shows *scatter*."""
        area = QRectF(GUTTER, TOP, max(1.0, width - GUTTER - RIGHT), max(1.0, height - TOP - BOTTOM))
        return cls(area, span_of(scatter.x, scatter.x_words), span_of(scatter.y, scatter.y_words))

    def places(self, scatter: Scatter) -> NDArray[np.float64]:
        """Pixels ``(points, 2)``, on whole ones; those of few values are spread around these."""
        x, y = spread(scatter.x, 0), spread(scatter.y, 1)
        across = self.area.left() + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.area.width()
        up = self.area.bottom() - (y - self.y[0]) / (self.y[1] - self.y[0]) * self.area.height()
        return np.asarray(np.round(np.stack([across, up], axis=1)), np.float64)

    def nearest(self, at: QPointF, scatter: Scatter) -> int | None:
        """The number of the point within ``NEAR`` pixels of *at*; None where there is none."""
        if not len(scatter.x):
            return None
        away = np.hypot(*(self.places(scatter) - (at.x(), at.y())).T)
        index = int(away.argmin())
        return index if away[index] <= NEAR else None

    def x_ticks(self, scatter: Scatter) -> list[tuple[float, str]]:
        """Where the ticks of the lower axis stand, in pixels, and what they say."""
        left, wide = self.area.left(), self.area.width()
        found = _ticks(self.x, scatter.x_words, scatter.types[0], max(2, int(wide // A_TICK)))
        return [(left + (value - self.x[0]) / (self.x[1] - self.x[0]) * wide, text) for value, text in found]

    def y_ticks(self, scatter: Scatter) -> list[tuple[float, str]]:
        """The same of the left axis."""
        bottom, high = self.area.bottom(), self.area.height()
        found = _ticks(self.y, scatter.y_words, scatter.types[1], max(2, int(high // 32)))
        return [(bottom - (value - self.y[0]) / (self.y[1] - self.y[0]) * high, text) for value, text in found]


def span_of(values: NDArray[np.float64], words: Sequence[str]) -> Range:
    """From where to where an axis goes; half a word more on either side of words."""
    if words:
        return -0.5, len(words) - 0.5
    if not len(values):
        return 0.0, 1.0
    shown = spread(values, 0)
    return rounded_out(float(shown.min()), float(shown.max()), FINE)


def value_of(value: float, words: Sequence[str], kind: ColumnType) -> str:
    """What a coordinate stands for: a word, a date, or the number itself."""
    if words:
        return words[int(value)]
    return day_text(value) if kind == "date" else number_text(value)


def day_text(days: float) -> str:
    """The date so many *days* after the first of January 1970."""
    return str(np.datetime64(round(days), "D"))


def _ticks(span: Range, words: Sequence[str], kind: ColumnType, most: int) -> list[tuple[float, str]]:
    if not words:
        text = day_text if kind == "date" else tick_text
        most = min(3, most // 2 + 1) if kind == "date" else min(5, most)  # a date is long
        return [(value, text(value)) for value in ticks(*span, count=most)]
    step = -(-len(words) // most)
    return [(float(i), words[i]) for i in range(0, len(words), step)]


def legend_lines(widths: Sequence[float], room: float, most: int) -> list[list[int]]:
    """Entries of these *widths* on at most *most* lines that are *room* wide; what does not fit is left out."""
    lines: list[list[int]] = [[]]
    used = 0.0
    for entry, width in enumerate(widths):
        if lines[-1] and used + width > room:
            if len(lines) == most:
                break
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += width
    return lines
