"""One layer on the diagram."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from nnviz.ui.diagram import layer_paint
from nnviz.ui.diagram.detail import Detail, detail_at
from nnviz.ui.diagram.geometry import PORT_RADIUS, LayerGeometry
from nnviz.ui.diagram.layer_look import NOTHING, LayerLook, UnitFigures
from nnviz.ui.diagram.problem_paint import CARD_BEYOND, CARD_HEIGHT, GAP, LINE_HEIGHT, card_of
from nnviz.ui.language import said

AROUND = PORT_RADIUS + 4  # the ports stand on the edge of the frame
PROBLEM_HEIGHT = CARD_HEIGHT + LINE_HEIGHT + GAP  # the card at its highest


class LayerItem(QGraphicsItem):
    """Shows a LayerLook and the newest UnitFigures; owns no state of the document.

    The figures are fetched when it is painted, so that a layer that is out of sight costs nothing.

    Attributes:
        look: its lasting appearance.
        layers: the ids of the layers that it stands for: its own.
        chosen, hovered: whether it is selected, and under the mouse.
        link_target: whether a link being drawn would end here.
    """

    def __init__(self, look: LayerLook, fetch: Callable[[LayerItem], UnitFigures] | None = None) -> None:
        super().__init__()
        self.look = look
        self.chosen = False
        self.hovered = False
        self.link_target = False
        self._fetch = fetch
        self._figures: UnitFigures = NOTHING
        self._extent: QRectF | None = None
        self._stale = fetch is not None
        self.setAcceptHoverEvents(True)
        self._tell_problems()

    @property
    def layers(self) -> tuple[str, ...]:
        """The ids of the layers that are selected and moved with it."""
        return (self.look.id,)

    @property
    def source_id(self) -> str:
        """The layer that a link out of it starts at; empty where there is not one."""
        return self.look.id

    @property
    def target_id(self) -> str:
        """The layer that a link into it ends at; empty where there is not one."""
        return self.look.id

    @property
    def figures(self) -> UnitFigures:
        """What its units compute."""
        if self._stale and self._fetch is not None:
            self._stale = False
            self._figures = self._fetch(self)
        return self._figures

    @property
    def geometry(self) -> LayerGeometry:
        """Where its parts stand, around its own middle."""
        return self.look.geometry

    def show_look(self, look: LayerLook) -> None:
        """Take another lasting appearance."""
        if look != self.look:
            self.prepareGeometryChange()
            self.look, self._extent = look, None
            self._tell_problems()
            self.expire()

    def _tell_problems(self) -> None:
        """All that is wrong: the card below the layer has room for a few lines of one thing only."""
        self.setToolTip("\n".join(f"• {said(problem.text)}" for problem in self.look.problems))

    def expire(self) -> None:
        """There are newer figures of its units."""
        self._stale = self._fetch is not None
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

    def problem_part_at(self, scene_point: QPointF) -> str:
        """What of the card below it lies there: ``fix``, ``card``, or nothing."""
        card, point = card_of(self.look), scene_point - self.pos()
        if card is None or self.look.problem is None or not card.whole.contains(point):
            return ""
        return "fix" if self.look.problem.fix is not None and point.y() >= card.line.top() else "card"

    def unit_at(self, point: QPointF) -> int | None:
        """Which unit lies under *point*, in its own coordinates: a square of the column, or a feature map."""
        maps, block = self.figures.maps, self.geometry.picture
        if maps is not None and block is not None:
            return maps.unit_at(point, block)
        return self.geometry.unit_at(point)

    @property
    def has_stepper(self) -> bool:
        """Whether - and + stand on it: a layer of units that do not come from the data alone."""
        return self.look.subtitle.startswith("Dense") and (self.hovered or self.chosen)

    @property
    def extent(self) -> QRectF:
        """What of it has to be seen to see all, in its own coordinates."""
        if self._extent is None:
            self._extent = layer_paint.extent(self.look).adjusted(-AROUND, -AROUND, AROUND, AROUND)
            if self.look.problem:
                card = self.geometry.frame.adjusted(-CARD_BEYOND, 0, CARD_BEYOND, PROBLEM_HEIGHT)
                self._extent = self._extent.united(card)
        return self._extent

    def boundingRect(self) -> QRectF:
        below = PROBLEM_HEIGHT if self.look.problem else 0
        sides = 96.0 if self.look.names or self.look.problem else AROUND
        return self.geometry.frame.adjusted(-sides, -AROUND, sides, AROUND + below)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.geometry.frame.adjusted(-PORT_RADIUS, 0, PORT_RADIUS, 0))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        detail = detail_at(painter)
        if detail is Detail.FAR:
            return  # the overview has painted it
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = layer_paint.State(self.chosen, self.hovered, self.link_target, self.has_stepper)
        figures = self.figures if detail is Detail.FULL else NOTHING
        layer_paint.paint_layer(painter, self.look, figures, state, detail)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = False
        self.update()
