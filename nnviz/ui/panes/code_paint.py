"""Painting the code plane and what is decoded of a point of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from nnviz.ui import theme
from nnviz.ui.panes.code_plan import CAPTION, CodePlan, Codes, Point
from nnviz.ui.panes.ticks import tick_text, ticks

MARK = 6.0  # radius of the point that is dragged
LINE = 16.0
MOST_NAMES = 20  # classes whose names find room in the plane
_BETWEEN = Qt.AlignmentFlag.AlignVCenter


def class_colour(index: int) -> QColor:
    """The colour of class *index*; after the last of the theme they begin again."""
    classes = theme.current().classes
    return QColor(classes[index % len(classes)])


def plane_picture(codes: Codes, plan: CodePlan, scale: float) -> QPixmap:
    """The area of *plan* with grid, codes and the names of their classes; *scale* is the screen's pixel ratio."""
    area = plan.area
    picture = QPixmap(max(1, round(area.width() * scale)), max(1, round(area.height() * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(theme.current().color("field"))
    painter = QPainter(picture)
    painter.translate(-area.topLeft())
    _paint_grid(painter, plan)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_codes(painter, codes, plan)
    if len(codes.names) <= MOST_NAMES:
        for index, middle in codes.middles().items():
            _paint_name(painter, codes.names[index], class_colour(index), plan.place(middle))
    painter.end()
    return picture


def _paint_grid(painter: QPainter, plan: CodePlan) -> None:
    now, area = theme.current(), plan.area
    painter.setFont(theme.font(9, tabular=True))
    for value in ticks(*plan.x, max(2, int(area.width() // 56))):
        x = plan.place((value, plan.y[0])).x()
        painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), now.color("line", 1.0 if value == 0 else 0.55))
        if area.left() + 24 < x < area.right() - 24:
            painter.setPen(now.color("quiet", 0.8))
            box = QRectF(x - 24, area.bottom() - 14, 48, 12)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick_text(value))
    for value in ticks(*plan.y, max(2, int(area.height() // 44))):
        y = plan.place((plan.x[0], value)).y()
        painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), now.color("line", 1.0 if value == 0 else 0.55))
        if area.top() + 8 < y < area.bottom() - 20:
            painter.setPen(now.color("quiet", 0.8))
            painter.drawText(QRectF(area.left() + 4, y - 13, 48, 12), _BETWEEN, tick_text(value))


def _paint_codes(painter: QPainter, codes: Codes, plan: CodePlan) -> None:
    size = 5.0 if len(codes.points) <= 500 else 3.6
    places = plan.places(codes.points)
    for index in [-1] if codes.classes is None else np.unique(codes.classes).tolist():
        colour = theme.current().color("training") if codes.classes is None else class_colour(index)
        colour.setAlphaF(0.8)
        own = places if codes.classes is None else places[codes.classes == index]
        painter.setPen(QPen(colour, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in own.tolist()]))


def _paint_name(painter: QPainter, name: str, colour: QColor, middle: QPointF) -> None:
    """The *name* of a class over the *middle* of its codes, apart from them by a rim."""
    now, font = theme.current(), theme.font(13, semibold=True)
    metrics, path = QFontMetricsF(font), QPainterPath()
    left = middle.x() - metrics.horizontalAdvance(name) / 2
    path.addText(QPointF(left, middle.y() + metrics.capHeight() / 2), font, name)
    rim = QPen(now.color("background" if now.dark else "panel"), 3.5)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(rim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.fillPath(path, colour.lighter(125) if now.dark else colour.darker(125))


def paint_mark(painter: QPainter, at: QPointF, *, focused: bool) -> None:
    """Paint the point that is dragged."""
    now = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.color("background" if now.dark else "panel"), 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, MARK, MARK)
    painter.setPen(QPen(now.color("text"), 2.4 if focused else 2))
    painter.setBrush(now.color("accent"))
    painter.drawEllipse(at, MARK, MARK)


def paint_decoded(painter: QPainter, box: QRectF, picture: QImage, point: Point) -> None:
    """Paint the *picture* that the *point* is decoded to, and the numbers of the point below it."""
    now = theme.current()
    room = box.adjusted(0, 0, 0, -CAPTION)
    size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(room.left(), room.top(), size.width(), size.height())
    place.moveLeft(room.left() + (room.width() - size.width()) / 2)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > size.width())
    painter.drawImage(place, picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(now.color("line"))
    painter.drawRect(place.toRect().adjusted(0, 0, -1, -1))
    painter.setFont(theme.font(10, tabular=True))
    painter.setPen(now.color("quiet"))
    below = QRectF(box.left() - 6, place.bottom() + 2, box.width() + 12, CAPTION - 2)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, point_text(point))


def paint_numbers(painter: QPainter, box: QRectF, numbers: Sequence[tuple[str, str]]) -> None:
    """Paint names and values one below the other, as many as fit; the last line says how many do not."""
    now, fitting = theme.current(), max(1, int(box.height() // LINE))
    shown = numbers if len(numbers) <= fitting else numbers[: fitting - 1]
    painter.setFont(theme.font(11, tabular=True))
    metrics = QFontMetricsF(painter.font())
    for i, (name, value) in enumerate(shown):
        row = QRectF(box.left(), box.top() + i * LINE, box.width(), LINE)
        wide = metrics.horizontalAdvance(value)
        painter.setPen(now.color("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | _BETWEEN, value)
        painter.setPen(now.color("quiet"))
        named = metrics.elidedText(name, Qt.TextElideMode.ElideRight, row.width() - wide - theme.GAP)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | _BETWEEN, named)
    if len(shown) < len(numbers):
        row = QRectF(box.left(), box.top() + len(shown) * LINE, box.width(), LINE)
        painter.setPen(now.color("quiet"))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | _BETWEEN, f"… +{len(numbers) - len(shown):,}")


def point_text(point: Point) -> str:
    """The two numbers of *point*."""
    return f"{point[0]:.2f}, {point[1]:.2f}".replace("-", "−")
