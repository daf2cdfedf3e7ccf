"""What is painted over single units: which is looked at, which are muted, and which do little."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures
from nnviz.ui.theme import Theme

RADIUS = 5.5
LEAST_MARKED = 9.0  # pixels of height that a unit has to have for a mark of its own


def paint_unit_marks(painter: QPainter, look: LayerLook, figures: UnitFigures, colors: Theme) -> None:
    """Paint the marks of the units that are shown."""
    if not figures.marks and not figures.muted and figures.chosen is None:
        return
    for unit, rect in _places(look, figures):
        if unit in figures.muted:
            _paint_muted(painter, rect, colors)
        if unit in figures.marks and rect.height() >= LEAST_MARKED:
            _paint_mark(painter, rect.topRight() + QPointF(-1, 1), figures.marks[unit], colors)
        if unit == figures.chosen:
            _paint_chosen(painter, rect, colors, tight=figures.maps is not None)


def _places(look: LayerLook, figures: UnitFigures) -> Iterable[tuple[int, QRectF]]:
    if figures.maps is not None and look.geometry.picture is not None:
        return figures.maps.places(look.geometry.picture)
    return zip(look.geometry.shown, look.geometry.units, strict=True)


def _paint_chosen(painter: QPainter, rect: QRectF, colors: Theme, tight: bool) -> None:
    """A frame around the unit; *tight* where others stand close to it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors.color("accent"), 2))
    if tight:
        painter.drawRect(rect)
    else:
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), rect.width() * 0.28, rect.width() * 0.28)


def _paint_muted(painter: QPainter, rect: QRectF, colors: Theme) -> None:
    """Faded, and struck through."""
    radius = rect.width() * 0.2
    painter.setPen(QPen(colors.color("caution"), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(colors.color("background", 0.78))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QPen(colors.color("caution"), 2))
    edge = min(5.0, rect.height() / 5)
    inner = rect.adjusted(edge, edge, -edge, -edge)
    painter.drawLine(inner.bottomLeft(), inner.topRight())


def _paint_mark(painter: QPainter, at: QPointF, kind: str, colors: Theme) -> None:
    """A small disc at the corner: a cross for dead, a flat line for saturated, two for a duplicate."""
    painter.setPen(QPen(colors.color("background"), 1))
    painter.setBrush(colors.color("caution"))
    painter.drawEllipse(at, RADIUS, RADIUS)
    painter.setPen(QPen(colors.color("background"), 1.4))
    if kind == "dead":
        painter.drawLine(at + QPointF(-2, -2), at + QPointF(2, 2))
        painter.drawLine(at + QPointF(-2, 2), at + QPointF(2, -2))
    elif kind == "saturated":
        painter.drawLine(at + QPointF(-2.8, -1.6), at + QPointF(2.8, -1.6))
    else:
        painter.drawLine(at + QPointF(-2.6, -1.5), at + QPointF(2.6, -1.5))
        painter.drawLine(at + QPointF(-2.6, 1.5), at + QPointF(2.6, 1.5))
