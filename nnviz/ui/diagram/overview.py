"""The diagram from afar: a mark for each layer and a hairline for each link, all painted at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnviz.ui import theme
from nnviz.ui.diagram.detail import Detail, detail_at
from nnviz.ui.diagram.families import Family, color_of
from nnviz.ui.diagram.geometry import HEADER
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.link_item import LinkItem

LEAST = 2.0  # pixels that a mark is wide and high at least


class OverviewItem(QGraphicsItem):
    """Paints where single items would be too small to be worth a call each."""

    def __init__(self, layers: Callable[[], Iterable[LayerItem]], links: Callable[[], Iterable[LinkItem]]) -> None:
        super().__init__()
        self._layers, self._links = layers, links
        self._rect = QRectF()
        self._marks: dict[Family, list[QRectF]] | None = None
        self._wires: list[QLineF] = []
        self._states: list[LayerItem] | None = None
        self.setZValue(-2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_rect(self, rect: QRectF) -> None:
        """Everything stands within *rect* now, perhaps in other places."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self._marks = None
        self.forget_states()

    def forget_states(self) -> None:
        """Other layers are selected, or have problems."""
        self._states = None
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if detail_at(painter) is not Detail.FAR:
            return
        if self._marks is None:
            self._gather()
        colors = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pen = QPen(colors.color("quiet", 0.5), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._wires)
        painter.setPen(Qt.PenStyle.NoPen)
        least = LEAST / painter.worldTransform().m11()
        for family, marks in (self._marks or {}).items():
            painter.setBrush(color_of(family, colors))
            painter.drawRects([_at_least(mark, least) for mark in marks] if marks[0].width() < least else marks)
        painter.setPen(pen)
        self._paint_states(painter, colors)

    def _paint_states(self, painter: QPainter, colors: theme.Theme) -> None:
        """What is selected, and what is wrong."""
        if self._states is None:
            self._states = [item for item in self._layers() if item.chosen or item.look.problem is not None]
        for item in self._states:
            problem = item.look.problem
            name = "accent" if problem is None or item.chosen else ("caution" if problem.caution else "bad")
            pen = QPen(colors.color(name), 2)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(item.geometry.frame.translated(item.pos()))

    def _gather(self) -> None:
        marks: dict[Family, list[QRectF]] = {}
        for item in self._layers():
            marks.setdefault(item.look.family, []).append(_mark(item))
        self._marks = marks
        self._wires = [wire for item in self._links() for wire in _wires(item)]


def _mark(item: LayerItem) -> QRectF:
    geometry = item.geometry
    body = geometry.picture or geometry.frame.adjusted(30, HEADER, -30, -HEADER / 2)
    return body.translated(item.pos())


def _at_least(mark: QRectF, side: float) -> QRectF:
    wide, high = max(0.0, side - mark.width()) / 2, max(0.0, side - mark.height()) / 2
    return mark.adjusted(-wide, -high, wide, high)


def _wires(item: LinkItem) -> list[QLineF]:
    points: list[QPointF] = item.corners()
    return [QLineF(a, b) for a, b in pairwise(points)]
