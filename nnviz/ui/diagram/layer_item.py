"""One layer on the diagram."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from nnviz.ui.diagram import layer_paint
from nnviz.ui.diagram.geometry import PORT_RADIUS, LayerGeometry
from nnviz.ui.diagram.layer_look import NOTHING, LayerLook, UnitFigures

PROBLEM_HEIGHT = 78.0


class LayerItem(QGraphicsItem):
    """Shows a LayerLook and the newest UnitFigures; owns no state of the document.

    Attributes:
        look: its lasting appearance.
        figures: what its units compute.
        chosen, hovered: whether it is selected, and under the mouse.
        link_target: whether a link being drawn would end here.
    """

    def __init__(self, look: LayerLook) -> None:
        super().__init__()
        self.look = look
        self.figures: UnitFigures = NOTHING
        self.chosen = False
        self.hovered = False
        self.link_target = False
        self.setAcceptHoverEvents(True)

    @property
    def geometry(self) -> LayerGeometry:
        """Where its parts stand, around its own middle."""
        return self.look.geometry

    def show_look(self, look: LayerLook) -> None:
        """Take another lasting appearance."""
        if look != self.look:
            self.prepareGeometryChange()
            self.look = look
            self.update()

    def show_figures(self, figures: UnitFigures) -> None:
        """Take newer figures of its units."""
        self.figures = figures
        self.update()

    def show_state(self, *, chosen: bool | None = None, link_target: bool | None = None) -> None:
        """Take another state of selection or of a gesture."""
        chosen = self.chosen if chosen is None else chosen
        link_target = self.link_target if link_target is None else link_target
        if (chosen, link_target) != (self.chosen, self.link_target):
            self.chosen, self.link_target = chosen, link_target
            self.update()

    def scene_input_port(self) -> QPointF:
        """Where links come in, in scene coordinates."""
        return self.pos() + self.geometry.input_port

    def scene_output_port(self) -> QPointF:
        """Where links go out, in scene coordinates."""
        return self.pos() + self.geometry.output_port

    def part_at(self, scene_point: QPointF) -> str:
        """What of the layer lies there: ``in``, ``out``, ``minus``, ``plus`` or ``body``."""
        point = scene_point - self.pos()
        reach = PORT_RADIUS + 5
        if (point - self.geometry.output_port).manhattanLength() <= reach:
            return "out"
        if (point - self.geometry.input_port).manhattanLength() <= reach:
            return "in"
        if self.has_stepper:
            minus, plus = layer_paint.stepper_rects(self.geometry)
            if minus.contains(point):
                return "minus"
            if plus.contains(point):
                return "plus"
        return "body"

    @property
    def has_stepper(self) -> bool:
        """Whether - and + stand on it: a layer of units that do not come from the data alone."""
        return self.look.subtitle.startswith("Dense") and (self.hovered or self.chosen)

    def boundingRect(self) -> QRectF:
        margin = PORT_RADIUS + 4
        below = PROBLEM_HEIGHT if self.look.problem else 0
        sides = 96.0 if self.look.names or self.look.problem else margin
        return self.geometry.frame.adjusted(-sides, -margin, sides, margin + below)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.geometry.frame.adjusted(-PORT_RADIUS, 0, PORT_RADIUS, 0))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layer_paint.paint_layer(
            painter,
            self.look,
            self.figures,
            layer_paint.State(self.chosen, self.hovered, self.link_target, self.has_stepper),
        )

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = False
        self.update()
