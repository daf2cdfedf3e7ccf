"""The weights between two layers as lines: which of them, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from nnviz.ui.diagram.geometry import LayerGeometry, curve_controls, distance_to_curve
from nnviz.ui.theme import Theme
from nnviz.ui.training.live import Kernel

MOST_LINES = 220  # what an eye can tell apart between two layers, and a laptop can paint 30 times a second
LEVELS = 7  # steps of strength: one pen and one path each
# A wide line is several hairlines side by side: Qt strokes a curve of one pixel some 20 times faster than a wider one.
_BRUSHES = (
    (QPointF(0, 0),),
    (QPointF(0, -0.4), QPointF(0, 0.4)),
    (QPointF(0, -0.7), QPointF(0, 0), QPointF(0, 0.7), QPointF(0.5, 0)),
    (QPointF(0, -1), QPointF(0, -0.35), QPointF(0, 0.35), QPointF(0, 1), QPointF(-0.6, 0), QPointF(0.6, 0)),
)
# A hairline is one pixel of the screen, which on a sharp screen is half as wide: more of them make a line as wide.
_SHARP_BRUSHES = (
    (QPointF(0, -0.25), QPointF(0, 0.25)),
    (QPointF(0, -0.55), QPointF(0, 0), QPointF(0, 0.55)),
    (QPointF(0, -0.9), QPointF(0, -0.3), QPointF(0, 0.3), QPointF(0, 0.9), QPointF(-0.4, 0), QPointF(0.4, 0)),
    (*(QPointF(0, y / 2) for y in range(-3, 4)), *(QPointF(x, 0) for x in (-0.7, -0.3, 0.3, 0.7))),
)
SHARP = 1.5  # pixels of the screen a logical one
FAINT = 0.04  # weaker than this share of the limit a line would be invisible


@dataclass(frozen=True)
class WeightLine:
    """One weight between two shown units, in scene coordinates."""

    a: QPointF
    b: QPointF
    source: int
    unit: int
    value: float


def lines_between(
    kernel: Kernel, source: LayerGeometry, at: QPointF, target: LayerGeometry, to: QPointF
) -> tuple[WeightLine, ...]:
    """The strongest weights among the shown units, the weakest of them first, so that the strong lie on top."""
    rows = [(i, unit) for i, unit in enumerate(kernel.rows) if unit in source.shown]
    cols = [(j, unit) for j, unit in enumerate(kernel.cols) if unit in target.shown]
    if not rows or not cols:
        return ()
    part = kernel.matrix[np.ix_([i for i, _ in rows], [j for j, _ in cols])]
    strongest = np.argsort(np.abs(part), axis=None)[-MOST_LINES:]
    starts = [(source.unit_out(unit) or QPointF()) + at for _, unit in rows]
    ends = [(target.unit_in(unit) or QPointF()) + to for _, unit in cols]
    places = (divmod(flat, len(cols)) for flat in strongest.tolist())
    return tuple(WeightLine(starts[i], ends[j], rows[i][1], cols[j][1], float(part[i, j])) for i, j in places)


def bundle(kernel: Kernel, start: QPointF, target: LayerGeometry, to: QPointF) -> tuple[WeightLine, ...]:
    """For a source drawn as a block: one line into each shown unit, as strong as its weights are on average."""
    lines = []
    for j, unit in enumerate(kernel.cols):
        end = target.unit_in(unit)
        if end is not None:
            column = kernel.matrix[:, j]
            strength = float(np.sqrt(np.mean(column**2)))
            lines.append(WeightLine(start, end + to, -1, unit, float(np.copysign(strength, column.sum()))))
    return tuple(lines)


Stroke = tuple[QPainterPath, int, float]


def strokes(lines: Sequence[WeightLine], limit: float) -> tuple[Stroke, ...]:
    """*lines* gathered into one path for each sign and step of strength, weak before strong: (path, sign, strength)."""
    paths: dict[tuple[int, int], QPainterPath] = {}
    for line in lines:
        step = _step(line.value, limit)
        if step is not None:
            add_curve(paths.setdefault(step, QPainterPath()), line.a, line.b)
    return tuple((path, sign, (level + 1) / LEVELS) for (level, sign), path in sorted(paths.items(), key=_order))


def paint_strokes(painter: QPainter, gathered: Sequence[Stroke], theme: Theme, *, fine: bool = False) -> None:
    """Paint lines: blue above zero, orange below, width and opacity by strength; *fine* lines are all hairlines."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sharp = not theme.exact and painter.device().devicePixelRatio() >= SHARP
    brushes = _SHARP_BRUSHES if sharp else _BRUSHES
    for path, sign, strength in gathered:
        painter.setPen(_pen(sign, strength, theme))
        brush = brushes[0 if fine else min(len(brushes), 1 + int(strength * len(brushes))) - 1]
        if theme.exact:
            pen = painter.pen()
            pen.setCosmetic(False)
            pen.setWidthF(1 + 2 * max(shift.y() for shift in brush))
            painter.setPen(pen)
            brush = _BRUSHES[0]
        for shift in brush:
            painter.translate(shift)
            painter.drawPath(path)
            painter.translate(-shift)


def add_curve(path: QPainterPath, a: QPointF, b: QPointF) -> None:
    """Append the curve from *a* to *b* to *path*."""
    path.moveTo(a)
    path.cubicTo(*curve_controls(a, b), b)


def nearest(lines: Sequence[WeightLine], point: QPointF, reach: float = 6.0) -> WeightLine | None:
    """The line within *reach* of *point*, the strongest first."""
    for line in reversed(lines):
        if QLineF(line.a, line.b).length() < 1:
            continue
        # A curve to the right never leaves the box of its ends, and its distance costs far more to find.
        box = QRectF(line.a, line.b).normalized().adjusted(-reach, -reach, reach, reach)
        if box.contains(point) and distance_to_curve(point, line.a, line.b) <= reach:
            return line
    return None


def _order(item: tuple[tuple[int, int], QPainterPath]) -> tuple[int, int]:
    return item[0]


def _step(value: float, limit: float) -> tuple[int, int] | None:
    """(level, sign) of a weight; None where it is too weak to be seen, or not a number."""
    size = abs(value) / limit if limit > 0 else 0.0
    if not size > FAINT:
        return None
    return min(LEVELS - 1, int(size * LEVELS)), (1 if value > 0 else -1)


def _pen(sign: int, strength: float, theme: Theme) -> QPen:
    color = QColor(theme.positive if sign > 0 else theme.negative)
    color.setAlphaF(0.3 + 0.5 * strength)
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    return pen
