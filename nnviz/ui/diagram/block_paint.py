"""How a layer without units of its own is painted: a block with the glyph of its kind, or a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from nnviz.ui import theme
from nnviz.ui.diagram.families import color_of
from nnviz.ui.diagram.geometry import SHEET
from nnviz.ui.diagram.glyphs import paint_glyph
from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures
from nnviz.ui.theme import Theme

RADIUS = 8.0
LARGEST_GLYPH = 1.4
DETAIL = 10  # pixels of the type of the key arguments
_CENTER = Qt.AlignmentFlag.AlignCenter


def paint_block(painter: QPainter, look: LayerLook, figures: UnitFigures, colors: Theme) -> None:
    """Paint the block of *look*, and the sheets behind it."""
    rect = look.geometry.picture
    if rect is None:
        return
    for i in range(look.geometry.sheets, 0, -1):
        _paint_card(painter, look, rect.translated(SHEET * i, -SHEET * i), colors)
    _paint_card(painter, look, rect, colors)
    if figures.sample is not None:
        _paint_sample(painter, rect, figures)
    else:
        _paint_inside(painter, look, rect, colors)


def _paint_card(painter: QPainter, look: LayerLook, rect: QRectF, colors: Theme) -> None:
    """A card in the colour of its family, lightly."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("field"))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setBrush(color_of(look.family, colors, 0.10 if colors.dark else 0.09))
    painter.setPen(QPen(color_of(look.family, colors, 0.55), 1))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)


def _paint_inside(painter: QPainter, look: LayerLook, rect: QRectF, colors: Theme) -> None:
    """The glyph, and under it the key arguments."""
    lines = look.detail.split("\n") if look.detail else []
    middle, scale = paint_mark(painter, look, rect, colors, len(lines))
    font = theme.font(DETAIL)
    painter.setFont(font)
    painter.setPen(colors.color("text", 0.85))
    metrics = QFontMetricsF(font)
    for i, line in enumerate(lines):
        room = QRectF(rect.left() + 3, middle.y() + 15 * scale + 13 * i, rect.width() - 6, 15)
        painter.drawText(room, _CENTER, metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()))


def paint_mark(
    painter: QPainter, look: LayerLook, rect: QRectF, colors: Theme, lines: int = 0
) -> tuple[QPointF, float]:
    """Paint the glyph in *rect*, with room for so many *lines* below it; its middle, and how much it is enlarged."""
    scale = min(LARGEST_GLYPH, max(1.0, (rect.height() - 13 * lines) / 52))
    middle = rect.center() - QPointF(0, 7.0 * lines + (1 if lines else 0))
    painter.save()
    painter.translate(middle)
    painter.scale(scale, scale)
    paint_glyph(painter, look.family, look.kind, color_of(look.family, colors))
    painter.restore()
    return middle, scale


def _paint_sample(painter: QPainter, rect: QRectF, figures: UnitFigures) -> None:
    if figures.sample is None:
        return
    path = QPainterPath()
    path.addRoundedRect(rect, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(path)
    painter.drawImage(rect, figures.sample)
    painter.restore()
