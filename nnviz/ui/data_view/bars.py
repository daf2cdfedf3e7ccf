"""The small bars of a column: how its values are spread, or how many rows each of its words has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from nnviz.data.profile.known import ClassCount, ColumnProfile
from nnviz.ui import theme
from nnviz.ui.data_view.class_colours import class_colour

MOST_WORDS, WIDEST = 10, 14.0


@dataclass(frozen=True)
class Bars:
    """Heights in [0, 1], from left to right, with a colour each; *apart*: they are things, not a range cut in bins."""

    heights: tuple[float, ...]
    colours: tuple[QColor, ...]
    apart: bool


def bars_of(column: ColumnProfile, classes: Sequence[ClassCount], yes_or_no: bool) -> Bars | None:
    """The bars of *column*; of the target those of the *classes*, in their colours. None where nothing is counted."""
    if column.role == "target" and classes:
        shown = classes[: len(theme.current().classes)]
        colours = tuple(class_colour(i, yes_or_no) for i in range(len(shown)))
        return Bars(_heights([c.rows for c in shown]), colours, apart=True)
    colour = theme.current().color("quiet" if column.role == "left out" else "accent", 0.75)
    if column.histogram is not None:
        counts = column.histogram.counts
        return Bars(_heights(counts), (colour,) * len(counts), apart=False)
    counts = tuple(count for _, count in column.frequent[:MOST_WORDS])
    return Bars(_heights(counts), (colour,) * len(counts), apart=True) if counts else None


def _heights(counts: Sequence[int]) -> tuple[float, ...]:
    most = max(counts, default=0)
    return tuple(count / most if most else 0.0 for count in counts)


def paint_bars(painter: QPainter, box: QRectF, bars: Bars) -> None:
    """Paint *bars* standing on the lower edge of *box*, on whole pixels; what is not 0 is seen."""
    count = len(bars.heights)
    if not count:
        return
    step = min(box.width() / count, WIDEST * 2 if bars.apart else box.width())
    gap = (2.0 if step >= 6 else 1.0) if bars.apart or step >= 4 else 0.0
    for i, (height, colour) in enumerate(zip(bars.heights, bars.colours, strict=True)):
        if height <= 0:
            continue
        left, right = round(box.left() + i * step), round(box.left() + (i + 1) * step)
        tall = max(1.0, round(height * box.height()))
        painter.fillRect(QRectF(left, box.bottom() - tall, max(1.0, right - left - gap), tall), colour)
    painter.fillRect(QRectF(box.left(), box.bottom(), min(box.width(), step * count), 1), theme.current().color("line"))
