"""Marks on the curves where something was changed: a hairline with a little flag. Where they stand is pure geometry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.ui import theme

NEAR = 7.0  # pixels: marks nearer to each other share a flag, and a crosshair nearer than this reads it
FLAG_WIDTH, FLAG_HEIGHT = 7.0, 6.0
MOST_LINES = 6


@dataclass(frozen=True)
class Mark:
    """Something happened to the run.

    Attributes:
        epoch: how many epochs were done then.
        lines: what it was, each in a few words.
    """

    epoch: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Flag:
    """What is drawn for one mark, or for several that lie close together.

    Attributes:
        x: the pixel of its line, from the left edge of the view.
        marks: those it stands for, the earliest first.
    """

    x: float
    marks: tuple[Mark, ...]


def flags(marks: Sequence[Mark], column: Callable[[int], float | None]) -> tuple[Flag, ...]:
    """The flags of *marks*; *column* is the pixel of an epoch, None for one that is not shown."""
    found: list[Flag] = []
    for mark in marks:
        x = column(max(1, mark.epoch))  # the first epoch shown is 1; what came before it stands there
        if x is None:
            continue
        if found and x - found[-1].x < NEAR:
            found[-1] = Flag(found[-1].x, (*found[-1].marks, mark))
        else:
            found.append(Flag(x, (mark,)))
    return tuple(found)


def flag_near(shown: Sequence[Flag], x: float) -> Flag | None:
    """The flag that a crosshair at pixel *x* reads."""
    near = [flag for flag in shown if abs(flag.x - x) < NEAR]
    return min(near, key=lambda flag: abs(flag.x - x), default=None)


def paint_flags(painter: QPainter, shown: Sequence[Flag], area: QRectF) -> None:
    """Paint the lines and flags over the curves in *area*; a second flag says that there is more than one mark."""
    now = theme.current()
    line, fill = QPen(now.color("accent", 0.55), 1), now.color("accent")
    for flag in shown:
        painter.setPen(line)
        painter.drawLine(QPointF(flag.x, area.top()), QPointF(flag.x, area.bottom()))
        left = flag.x + FLAG_WIDTH > area.right()
        for place in range(min(len(flag.marks), 2)):
            painter.setPen(QPen(fill, 0.5))
            painter.setBrush(fill)
            painter.drawPolygon(_pennant(flag.x, area.top() + place * (FLAG_HEIGHT + 1), left))


def _pennant(x: float, top: float, left: bool) -> QPolygonF:
    tip = x - FLAG_WIDTH if left else x + FLAG_WIDTH
    return QPolygonF([QPointF(x, top), QPointF(tip, top + FLAG_HEIGHT / 2), QPointF(x, top + FLAG_HEIGHT)])
