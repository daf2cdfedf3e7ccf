"""Where the parts of the table of layers stand, and painting them."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from nnviz.training.pictures import LayerFigures
from nnviz.ui import theme
from nnviz.ui.panes.layers_table import Column, Row, heading

SIDE, HEAD, GAP = 16.0, 20.0, 10.0
NAME_LINE, FIGURE_LINE, GRAPHIC, PADDING = 15.0, 15.0, 6.0, 8.0
ROOMY = 340  # pixels of width from which on the name stands beside its figures
SHARES = {Column.GRADIENT: 1.0, Column.UPDATE: 1.0, Column.OUTPUT: 1.7, Column.DEAD: 0.8}  # of the width
NARROW = 230  # below it there is no room for all figures: dead units are then told by the diagram and the doctor
LEAST_DECADES = 1.0  # of a line of gradients, lest noise fill it
UPDATES = (-6.0, 0.0)  # the powers of ten at the ends of the bar of updates: a healthy one fills half of it
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TablePlan:
    """Where the table's parts stand in a widget of *width* by *height* pixels."""

    width: float
    height: float

    @property
    def roomy(self) -> bool:
        """Whether the name stands beside its figures instead of above them."""
        return self.width >= ROOMY

    @property
    def row_height(self) -> float:
        """Pixels from one row to the next."""
        return FIGURE_LINE + GRAPHIC + PADDING + (0 if self.roomy else NAME_LINE)

    @property
    def fitting(self) -> int:
        """How many rows there is room for."""
        return max(1, int((self.height - HEAD) // self.row_height))

    @property
    def name_width(self) -> float:
        """How wide the column of names is; the whole row where they stand above the figures."""
        return (self.width - 2 * SIDE) * (0.27 if self.roomy else 1.0)

    def row(self, place: int) -> QRectF:
        """The row at *place*, counted from the first that is shown."""
        return QRectF(0, HEAD + place * self.row_height, self.width, self.row_height)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that there is room for."""
        return tuple(column for column in SHARES if column is not Column.DEAD or self.width >= NARROW)

    def span(self, column: Column) -> tuple[float, float]:
        """Left and right end of *column*, which is one of ``columns``."""
        left = SIDE + (self.name_width + GAP if self.roomy else 0.0)
        room = self.width - SIDE - left - GAP * (len(self.columns) - 1)
        for name in self.columns:
            wide = room * SHARES[name] / sum(SHARES[its] for its in self.columns)
            if name is column:
                return left, left + wide
            left += wide + GAP
        raise ValueError(column)

    def column_at(self, x: float) -> Column | None:
        """The column at *x*; None where the names are."""
        return next((c for c in self.columns if self.span(c)[0] - GAP / 2 <= x < self.span(c)[1] + GAP / 2), None)


def paint_headings(painter: QPainter, plan: TablePlan, place: str) -> None:
    """Paint the terms above the figures; *place* says which rows are shown, where not all are."""
    painter.setFont(theme.font(10))
    painter.setPen(theme.current().color("quiet"))
    for column in plan.columns:
        left, right = plan.span(column)
        painter.drawText(QRectF(left - GAP, 0, right - left + GAP, HEAD - 4), RIGHT, heading(column))
    if plan.roomy:  # else the figures have the whole width
        painter.drawText(QRectF(SIDE, 0, plan.name_width, HEAD - 4), LEFT, place)


def paint_row(painter: QPainter, plan: TablePlan, box: QRectF, row: Row, limit: float) -> None:
    """Paint the name and the figures of *row* into *box*; *limit* is at either end of the bars of outputs."""
    now, top = theme.current(), box.top() + PADDING / 2
    painter.fillRect(QRectF(SIDE, box.bottom() - 1, box.width() - 2 * SIDE, 1), now.color("line", 0.6))
    painter.setFont(theme.font(11, semibold=not plan.roomy))
    painter.setPen(now.color("text"))
    name = QFontMetricsF(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideRight, plan.name_width)
    painter.drawText(QRectF(SIDE, top, plan.name_width, NAME_LINE), LEFT, name)
    top += 0 if plan.roomy else NAME_LINE
    painter.setFont(theme.font(11, tabular=True))
    for column in plan.columns:
        left, right = plan.span(column)
        painter.setPen(now.color("caution" if column in row.cautions else "text"))
        painter.drawText(QRectF(left - GAP, top, right - left + GAP, FIGURE_LINE), RIGHT, row.text(column))
        _paint_graphic(painter, QRectF(left, top + FIGURE_LINE, right - left, GRAPHIC), row, column, limit)


def _paint_graphic(painter: QPainter, box: QRectF, row: Row, column: Column, limit: float) -> None:
    now = theme.current()
    colour = now.color("caution" if column in row.cautions else "training")
    if column is Column.GRADIENT:
        line = gradient_line(row, box)
        if line is not None:
            painter.setPen(colour)
            painter.drawPolyline(line)
        return
    marked = marked_part(column, row.now, limit)
    if marked is not None:
        track = QRectF(box.left(), round(box.top()) + 2, box.width(), 2)
        painter.fillRect(track, now.color("line"))
        begin, end = (track.left() + share * track.width() for share in marked)
        painter.fillRect(QRectF(begin, track.top(), end - begin, 2), colour)


def marked_part(column: Column, figures: LayerFigures, limit: float) -> tuple[float, float] | None:
    """From where to where, in [0, 1], the bar of *column* is filled; None where there is nothing to fill."""
    if column is Column.DEAD:
        return 0.0, figures.dead
    if column is Column.UPDATE:
        if not figures.update_ratio > 0:
            return None if figures.update_ratio != 0 else (0.0, 0.0)
        power = log10(figures.update_ratio) if isfinite(figures.update_ratio) else UPDATES[1]
        return 0.0, min(1.0, max(0.0, (power - UPDATES[0]) / (UPDATES[1] - UPDATES[0])))
    if not is_finite(figures):
        return None
    begin, end = ((end + limit) / (2 * limit) for end in (figures.mean - figures.spread, figures.mean + figures.spread))
    return max(0.0, begin), min(1.0, end)


def is_finite(figures: LayerFigures) -> bool:
    """Whether the layer still answers with numbers."""
    return isfinite(figures.mean) and isfinite(figures.spread)


def gradient_line(row: Row, box: QRectF) -> QPolygonF | None:
    """The last gradient norms of *row* across *box*, in powers of ten; None where there are fewer than two."""
    every = max(1, round(2 * len(row.past) / box.width()))  # no more points than every second pixel has one
    norms = np.array([figures.gradient_norm for figures in list(row.past)[::-1][::every][::-1]])
    with np.errstate(divide="ignore", invalid="ignore"):
        tall = np.log10(norms)
    there = np.flatnonzero(np.isfinite(tall))
    if len(there) < 2:
        return None
    tall = tall[there]
    low, high = float(tall.min()), float(tall.max())
    low, span = (low + high - max(LEAST_DECADES, high - low)) / 2, max(LEAST_DECADES, high - low)
    x = box.left() + there / (len(norms) - 1) * box.width()
    y = box.bottom() - (tall - low) / span * box.height()
    return QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])
