"""A network in the size of a stamp: where its layers stand in a small drawing, and painting it.

Columns and levels are those of the real layout; a picture is a square that shrinks as it is pooled and grows as it is
enlarged, a few units are dots, and a link that skips layers is an arc above them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log2, prod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.layout import arranged
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.diagram.families import Family, color_of, family_of

MOST_DOTS = 8  # units that are shown one by one, where no layer has more
LEVELS_SHARE = 0.55  # of the height between the highest and the lowest level, where there are several
ARC = 0.28  # of the height that an arc rises over the layers it skips
DOT = 0.1  # of the height
LEAST = 0.2  # of the height: the smallest picture
LONGEST_ROW = 10.0  # 2 + log2 of the numbers of a row that is as high as the largest picture


@dataclass(frozen=True)
class Box:
    """One layer, in a square from (0, 0) to (1, 1), its middle at (x, y).

    Attributes:
        column: how many columns stand before it.
        size, depth: its height and width, as shares of the largest.
        dots: how many units are drawn one by one; 0 where it is one block.
    """

    x: float
    y: float
    column: int
    size: float
    depth: float
    dots: int
    family: Family


@dataclass(frozen=True)
class Plan:
    """A small drawing of a network.

    Attributes:
        boxes: layer id -> where and how it is drawn.
        links: as in the network.
        columns: how many there are.
    """

    boxes: dict[str, Box]
    links: tuple[tuple[str, str], ...]
    columns: int


def plan_of(network: NetworkSpec, facts: DataFacts) -> Plan:
    """The drawing of *network* on data of *facts*; any thread may make it."""
    fitted = fit_to_data(replace(network, groups=()), facts)  # every layer is drawn
    shapes, places = infer(fitted).shapes, arranged(fitted)
    across = sorted({round(x) for x, _ in places.values()})
    levels = [y for _, y in places.values()]
    middle, span = (min(levels) + max(levels)) / 2, max(levels) - min(levels)
    widest = max((_side(shape) for shape in shapes.values()), default=1.0)
    sizes = {layer.id: _sizes(shapes.get(layer.id), widest) for layer in fitted.layers}
    units = {layer.id: _units(shapes.get(layer.id)) for layer in fitted.layers}
    few = max(units.values()) <= MOST_DOTS and widest == 1.0
    boxes = {}
    for layer in fitted.layers:
        (x, y), (height, depth) = places[layer.id], sizes[layer.id]
        column = across.index(round(x))
        level = 0.5 + (LEVELS_SHARE * (y - middle) / span if span > 1 else 0.0)
        dots, family = units[layer.id] if few else 0, family_of(layer.kind)
        boxes[layer.id] = Box((column + 0.5) / len(across), level, column, height, depth, dots, family)
    return Plan(boxes, fitted.links, len(across))


def _side(shape: Shape | None) -> float:
    """The side of a picture, or the steps of a series, whose output has *shape*; 1 for a row of numbers."""
    spatial = [size or 1 for size in (shape or ())[1:-1]]
    return float(prod(spatial) ** (1 / len(spatial))) if spatial else 1.0


def _sizes(shape: Shape | None, widest: float) -> tuple[float, float]:
    """Height and depth of a layer whose output has *shape*: of a picture by its side, of a row by its numbers."""
    numbers = (shape[-1] if shape is not None and len(shape) > 1 else None) or 1
    if shape is None or len(shape) <= 2:
        return min(1.0, (2 + log2(1 + numbers)) / LONGEST_ROW), 0.5
    return LEAST + (1 - LEAST) * (_side(shape) / widest), min(1.0, 0.4 + 0.1 * log2(numbers))


def _units(shape: Shape | None) -> int:
    return (shape[1] if shape is not None and len(shape) == 2 else None) or 1


def paint_plan(painter: QPainter, plan: Plan, room: QRectF) -> None:
    """Paint *plan* into *room* in the colours of the theme."""
    colors = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors.color("quiet", 0.55), 1))
    rects = {layer: _rect(plan, box, room) for layer, box in plan.boxes.items()}
    for a, b in plan.links:
        painter.drawPath(_link(plan.boxes[a], plan.boxes[b], rects[a], rects[b], room))
    for layer, box in plan.boxes.items():
        painter.setPen(QPen(color_of(box.family, colors), 1))
        painter.setBrush(colors.color("field"))
        for part in _parts(box, rects[layer], room):
            radius = min(3.0, part.width() / 2)
            painter.drawRoundedRect(part, radius, radius)
        painter.setBrush(color_of(box.family, colors, 0.3))
        for part in _parts(box, rects[layer], room):
            radius = min(3.0, part.width() / 2)
            painter.drawRoundedRect(part, radius, radius)


def _rect(plan: Plan, box: Box, room: QRectF) -> QRectF:
    pitch = room.width() / plan.columns
    several = len({other.y for other in plan.boxes.values()}) > 1
    height = room.height() * box.size * (1 - LEVELS_SHARE if several else 0.8)
    width = min(pitch * 0.62, max(4.0, 16 * box.depth))
    if box.dots:
        share = 1 - LEVELS_SHARE if several else 1.0
        height = room.height() * share * min(1.0, box.dots * DOT * 1.35)
        width = min(pitch * 0.62, room.height() * DOT * share)
    rect = QRectF(0, 0, width, max(4.0, height))
    rect.moveCenter(QPointF(room.left() + box.x * room.width(), room.top() + box.y * room.height()))
    return rect


def _parts(box: Box, rect: QRectF, room: QRectF) -> list[QRectF]:
    """The block itself, or its units."""
    if not box.dots:
        return [rect]
    pitch, side = rect.height() / box.dots, min(rect.width(), rect.height() / box.dots)
    return [
        QRectF(rect.center().x() - side / 2, rect.top() + (i + 0.5) * pitch - side / 2, side, side)
        for i in range(box.dots)
    ]


def _link(a: Box, b: Box, start: QRectF, end: QRectF, room: QRectF) -> QPainterPath:
    path = QPainterPath()
    if a.dots and b.dots and b.column == a.column + 1:
        for one in _parts(a, start, room):
            for other in _parts(b, end, room):
                path.moveTo(one.right(), one.center().y())
                path.lineTo(other.left(), other.center().y())
        return path
    if b.column > a.column + 1 and abs(a.y - b.y) < 1e-3:  # over what stands between
        top = min(start.top(), end.top()) - room.height() * ARC * min(1.0, 0.3 + 0.1 * (b.column - a.column))
        path.moveTo(start.center().x(), start.top())
        path.cubicTo(start.center().x(), top, end.center().x(), top, end.center().x(), end.top())
        return path
    left, right = QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
    reach = QPointF((right.x() - left.x()) / 2, 0)
    path.moveTo(left)
    path.cubicTo(left + reach, right - reach, right)
    return path
