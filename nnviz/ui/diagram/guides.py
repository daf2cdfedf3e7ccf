"""The lines that show what a dragged layer is in line with, and the figures that it snaps by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsLineItem

from nnviz.network.aligning import Box, Guide
from nnviz.ui import theme

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.scene import DiagramScene

DOTS = 24  # between the dots of the background, in scene units
GRID = DOTS / 2  # a dragged layer stands on a dot or half way between two
REACH = 6.0  # how near a line catches, in pixels of the screen


def box_of(item: LayerItem) -> Box:
    """Where the layer of *item* stands."""
    frame, at = item.geometry.frame.translated(item.pos()), item.pos()
    return Box(at.x(), at.y(), frame.left(), frame.top(), frame.right(), frame.bottom())


def scale_of(scene: DiagramScene) -> float:
    """How many pixels of the screen a scene unit has; 1 while the scene is not shown."""
    views = scene.views()
    return views[0].transform().m11() if views else 1.0


def seen_rect(scene: DiagramScene) -> QRectF | None:
    """What of the scene is on the screen; None while it is not shown."""
    views = scene.views()
    return views[0].mapToScene(views[0].viewport().rect()).boundingRect() if views else None


class Guides:
    """Thin lines over the diagram, one pixel wide at every zoom."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene
        self._items: list[QGraphicsLineItem] = []

    def show(self, guides: Sequence[Guide]) -> None:
        """Show these lines and no others."""
        self.clear()
        pen = QPen(theme.current().color("accent"), 1)
        pen.setCosmetic(True)
        for guide in guides:
            item = QGraphicsLineItem(guide.x1, guide.y1, guide.x2, guide.y2)
            item.setPen(pen)
            item.setZValue(6)
            self._scene.addItem(item)
            self._items.append(item)

    def clear(self) -> None:
        """Show none."""
        for item in self._items:
            self._scene.removeItem(item)
        self._items.clear()
