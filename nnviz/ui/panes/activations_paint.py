"""How the row of one layer is painted: its name, and what it answers to the sample."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.diagram.layer_look import shape_text
from nnviz.ui.inside.state import LayerShown, Mark
from nnviz.ui.panes.activations_plan import RowPlan
from nnviz.ui.panes.colouring import image_of, signed_pixels

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def images_of(row: RowPlan, shown: LayerShown) -> list[QImage]:
    """The pictures of *row*, made once for many repaints: one a feature map, or one of all units; none of bars."""
    now, values, limit = theme.current(), shown.values, shown.limit
    if row.way == "bars":
        return []
    if row.way == "strip":
        return [image_of(signed_pixels(values[:, 0, 0][None], limit, now))]
    if row.way == "heat":
        return [image_of(signed_pixels(values[:, 0, :], limit, now))]
    if row.picture is not None:
        return [image_of(signed_pixels(values[:, 0, 0].reshape(row.picture), limit, now))]
    return [image_of(signed_pixels(picture, limit, now)) for picture in values]


def paint_name(painter: QPainter, row: RowPlan, shown: LayerShown, name: str, remark: str, chosen: bool) -> None:
    """Paint what stands left of the answer: the layer's name, its shape, and a *remark* on its units."""
    now, box = theme.current(), row.name
    font = theme.font(12, semibold=chosen)
    small = theme.font(10, tabular=True)
    painter.setFont(font)
    painter.setPen(now.color("text"))
    elide = Qt.TextElideMode.ElideRight
    wide = int(box.width())
    painter.drawText(
        QRectF(box.left(), box.top(), wide, 16), _LEFT, painter.fontMetrics().elidedText(name, elide, wide)
    )
    painter.setFont(small)
    for i, (text, tone) in enumerate(((shape_text(shown.message.shape), "quiet"), (remark, "caution"))):
        painter.setPen(now.color(tone))
        line = QRectF(box.left(), box.top() + 15 + 13 * i, wide, 14)
        painter.drawText(line, _LEFT, painter.fontMetrics().elidedText(text, elide, wide))


def paint_answer(painter: QPainter, row: RowPlan, shown: LayerShown, images: list[QImage]) -> None:
    """Paint what the layer answers."""
    if row.way == "bars":
        _paint_bars(painter, row, shown)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for place, image in enumerate(images):
        box = row.mosaic.place(place) if row.mosaic is not None else row.area
        painter.drawImage(box, image)
    painter.setPen(theme.current().color("line"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in range(len(images)):
        box = row.mosaic.place(place) if row.mosaic is not None else row.area
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


def _paint_bars(painter: QPainter, row: RowPlan, shown: LayerShown) -> None:
    """A bar a unit from the zero line: the line lies in the middle where some answers are below zero."""
    now, area = theme.current(), row.area
    signed = shown.message.low < 0
    zero = area.center().y() if signed else area.bottom()
    reach = area.height() / 2 if signed else area.height()
    painter.setPen(Qt.PenStyle.NoPen)
    gap = 1.0 if area.width() / row.count > 3 else 0.0
    for place, value in enumerate(shown.values[:, 0, 0].tolist()):
        cell = row.unit(place).adjusted(gap / 2, 0, -gap / 2, 0)
        painter.setBrush(now.color("field"))
        painter.drawRect(cell)
        if not np.isfinite(value):
            painter.setBrush(now.color("bad"))
            painter.drawRect(cell)
            continue
        high = min(1.0, abs(value) / shown.limit) * reach
        painter.setBrush(now.color("positive" if value >= 0 else "negative"))
        top = zero - high if value >= 0 else zero
        painter.drawRect(QRectF(cell.left(), top, cell.width(), high))
    painter.fillRect(QRectF(area.left(), round(zero) - (0 if signed else 1), area.width(), 1), now.color("quiet", 0.5))


def paint_marks(
    painter: QPainter, row: RowPlan, shown: LayerShown, muted: frozenset[int], marks: Mapping[int, Mark], chosen: int
) -> None:
    """Paint over the units: muted ones struck through, those that do little with a dot, the chosen one framed."""
    now = theme.current()
    if row.picture is not None:
        return
    for place, unit in enumerate(shown.message.units):
        if unit not in muted and unit not in marks and unit != chosen:
            continue
        box = row.unit(place)
        if unit in muted:
            painter.fillRect(box, now.color("panel", 0.7))
            painter.setPen(QPen(now.color("caution"), 1.2))
            painter.drawLine(box.bottomLeft(), box.topRight())
        elif unit in marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("caution"))
            painter.drawEllipse(QPointF(box.center().x(), box.bottom() + 3.5), 2, 2)
        if unit == chosen:
            painter.setPen(QPen(now.color("accent"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-1.5, -1.5, 1.5, 1.5))
