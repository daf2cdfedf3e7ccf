"""A group on the diagram: a frame behind its layers, or one block in their place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnviz.ui import theme
from nnviz.ui.diagram.detail import Detail, detail_at
from nnviz.ui.diagram.geometry import TITLE_HEIGHT
from nnviz.ui.diagram.group_look import GroupLook
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.language import translate

CHEVRON = 20.0  # the side of the square that is pressed
RADIUS = 12.0


class BlockItem(LayerItem):
    """A collapsed group: drawn, linked and pressed as a layer."""

    def __init__(self, group: GroupLook) -> None:
        super().__init__(group.block)
        self.part = group
        self._inside: tuple[str, ...] = ()

    def show_group(self, group: GroupLook) -> None:
        """Take another lasting appearance."""
        self.part = group
        self._show()

    def show_inside(self, titles: tuple[str, ...]) -> None:
        """Say which of its layers are selected, by their *titles*; none where it is selected as a whole."""
        if titles != self._inside:
            self._inside = titles
            self._show()

    def _show(self) -> None:
        block = self.part.block
        if self._inside:
            one, many = translate("Diagram", "in it: {0}"), translate("Diagram", "in it: {0} and {1} more")
            text = (many if len(self._inside) > 1 else one).format(self._inside[0], len(self._inside) - 1)
            block = replace(block, subtitle=text)
        self.show_look(block)

    @property
    def layers(self) -> tuple[str, ...]:
        return self.part.layers

    @property
    def source_id(self) -> str:
        return self.part.source

    @property
    def target_id(self) -> str:
        return self.part.target

    @property
    def has_stepper(self) -> bool:
        return False

    @property
    def chevron(self) -> QRectF:
        """Where it is pressed to be expanded."""
        corner = self.geometry.frame.topRight()
        return QRectF(corner.x() - CHEVRON - 2, corner.y() + 4, CHEVRON, CHEVRON)

    def part_at(self, scene_point: QPointF) -> str:
        if self.chevron.contains(scene_point - self.pos()):
            return "chevron"
        return super().part_at(scene_point)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        super().paint(painter, option, widget)
        if (self.hovered or self.chosen) and detail_at(painter) is Detail.FULL:
            paint_chevron(painter, self.chevron.center(), opened=False)


class FrameItem(QGraphicsItem):
    """The soft frame behind the layers of a group that is not collapsed; its title is taken by the mouse.

    Attributes:
        part: its lasting appearance.
        chosen: whether all its layers are selected.
    """

    def __init__(self, group: GroupLook) -> None:
        super().__init__()
        self.part = group
        self.chosen = False
        self.hovered = False
        self._rect = QRectF()
        self.setZValue(-3)

    @property
    def rect(self) -> QRectF:
        """All of it, in scene coordinates."""
        return self._rect

    @property
    def title(self) -> QRectF:
        """The strip that is dragged, in scene coordinates."""
        return QRectF(self._rect.left(), self._rect.top(), self._rect.width(), TITLE_HEIGHT)

    @property
    def written(self) -> QRectF:
        """What of the title is written upon, in scene coordinates."""
        title = self.title
        name = QFontMetricsF(theme.font(12, semibold=True)).horizontalAdvance(self.part.title)
        count = QFontMetricsF(theme.font(11)).horizontalAdvance(self.part.count)
        return QRectF(title.left(), title.top(), min(title.width(), CHEVRON + name + count + 24), title.height())

    @property
    def chevron(self) -> QRectF:
        """Where it is pressed to be collapsed, in scene coordinates."""
        return QRectF(self._rect.left() + 6, self._rect.top() + (TITLE_HEIGHT - CHEVRON) / 2 + 1, CHEVRON, CHEVRON)

    def show_group(self, group: GroupLook) -> None:
        """Take another lasting appearance."""
        if group != self.part:
            self.part = group
            self.update()

    def show_rect(self, rect: QRectF) -> None:
        """Stand around the layers, wherever they are now."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
            self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Show as selected."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.title)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colors, detail = theme.current(), detail_at(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colors.color("accent" if self.chosen else "quiet", 0.8 if self.chosen else 0.3), 1)
        pen.setCosmetic(detail is not Detail.FULL)
        painter.setPen(pen)
        painter.setBrush(colors.color("accent", 0.07) if self.chosen else colors.color("panel", 0.8))
        painter.drawRoundedRect(self._rect, RADIUS, RADIUS)
        if detail is not Detail.FAR:
            self._paint_title(painter, colors)

    def _paint_title(self, painter: QPainter, colors: theme.Theme) -> None:
        paint_chevron(painter, self.chevron.center(), opened=True)
        bold, small = theme.font(12, semibold=True), theme.font(11)
        room = self.title.adjusted(CHEVRON + 8, 2, -10, 0)
        name = QFontMetricsF(bold).elidedText(self.part.title, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(bold)
        painter.setPen(colors.color("text", 0.9))
        level = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, level, name)
        rest = room.adjusted(QFontMetricsF(bold).horizontalAdvance(name) + 8, 0, 0, 0)
        if QFontMetricsF(small).horizontalAdvance(self.part.count) <= rest.width():
            painter.setFont(small)
            painter.setPen(colors.color("quiet"))
            painter.drawText(rest, level, self.part.count)


def paint_chevron(painter: QPainter, middle: QPointF, *, opened: bool) -> None:
    """A small angle: downwards while the group is open, to the right while it is collapsed."""
    pen = QPen(theme.current().color("quiet"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    across, along = (4.0, 2.2) if opened else (2.2, 4.0)
    if opened:
        points = [QPointF(-across, -along), QPointF(0, along), QPointF(across, -along)]
    else:
        points = [QPointF(-across, -along), QPointF(across, 0), QPointF(-across, along)]
    painter.drawPolyline(QPolygonF([middle + point for point in points]))
