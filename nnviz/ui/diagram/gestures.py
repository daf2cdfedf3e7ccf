"""What the mouse does on the diagram: one class a gesture; each ends in one edit, or in none when cancelled.

Those that draw links are in ``linking``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem

from nnviz.network.aligning import Box, Rulers, around
from nnviz.ui import theme
from nnviz.ui.diagram import commands
from nnviz.ui.diagram.guides import GRID, REACH, Guides, box_of, scale_of, seen_rect

if TYPE_CHECKING:
    from nnviz.ui.diagram.scene import DiagramScene

STEADY = 4.0  # pixels within which a press is still no drag


class Gesture(Protocol):
    """From pressing the mouse to letting it go."""

    def move(self, point: QPointF, free: bool = False) -> None:
        """The mouse is at *point* of the scene; *free* while Alt is held."""

    def release(self, point: QPointF) -> None:
        """The mouse was let go at *point*: carry it out."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class MoveLayers:
    """Drags the selected layers together; they snap to other layers and to the grid of dots."""

    def __init__(self, scene: DiagramScene, start: QPointF) -> None:
        self._scene, self._start = scene, start
        chosen = [layer for layer in scene.document.selection if layer in scene.layer_items]
        self._from = {layer: scene.layer_items[layer].pos() for layer in chosen}
        self._guides = Guides(scene)
        self._rulers: Rulers | None = None
        self._moved = False

    def move(self, point: QPointF, free: bool = False) -> None:
        """Shift the items, not yet the document."""
        shift = point - self._start
        if not self._from or (not self._moved and shift.manhattanLength() * scale_of(self._scene) < STEADY):
            return
        if self._rulers is None:
            self._rulers, self._box = self._look_around()
        self._moved = True
        if free:
            self._guides.clear()
        else:
            at = self._box.shifted(shift.x(), shift.y())
            snap = self._rulers.snap(at, REACH / scale_of(self._scene), GRID)
            shift += QPointF(snap.dx, snap.dy)
            self._guides.show(snap.guides)
        for layer, origin in self._from.items():
            self._scene.layer_items[layer].setPos(origin + shift)
        self._scene.place_links()

    def release(self, point: QPointF) -> None:
        """Move the layers in the document; the others stay where the layout had put them."""
        self._guides.clear()
        if self._moved:
            items = {layer: self._scene.layer_items[layer] for layer in self._from}
            commands.move(self._scene.document, {i: (item.x(), item.y()) for i, item in items.items()})

    def cancel(self) -> None:
        """Put them back."""
        self._guides.clear()
        for layer, origin in self._from.items():
            self._scene.layer_items[layer].setPos(origin)
        self._scene.place_links()

    def _look_around(self) -> tuple[Rulers, Box]:
        """What the dragged layers may snap to, which is what can be seen, and the box around them."""
        moving, seen = self._scene.selected_items(), seen_rect(self._scene)
        others = (item for item in self._scene.shown_items() if item not in moving)
        near = [x for x in others if seen is None or seen.intersects(x.geometry.frame.translated(x.pos()))]
        held = self._scene.layer_at(self._start, margin=8)
        place = held if held in moving else moving[0]
        return Rulers(box_of(item) for item in near), around([box_of(item) for item in moving], box_of(place))


class RubberBand:
    """Selects the layers that a rectangle touches."""

    def __init__(self, scene: DiagramScene, start: QPointF, add: bool) -> None:
        self._scene, self._start = scene, start
        self._before = scene.document.selection
        self._kept = self._before if add else ()
        self._rect = QGraphicsRectItem()
        pen = QPen(theme.current().color("accent", 0.8), 1)
        pen.setCosmetic(True)
        self._rect.setPen(pen)
        self._rect.setBrush(theme.current().color("accent", 0.1))
        self._rect.setZValue(6)
        scene.addItem(self._rect)

    def move(self, point: QPointF, free: bool = False) -> None:
        """Select as it grows."""
        rect = QRectF(self._start, point).normalized()
        self._rect.setRect(rect)
        touched = self._scene.layers_in(rect)
        self._scene.document.select(tuple(dict.fromkeys((*self._kept, *touched))))

    def release(self, point: QPointF) -> None:
        """Keep what is selected; a mere click selects nothing."""
        self._scene.removeItem(self._rect)
        if (point - self._start).manhattanLength() * scale_of(self._scene) < STEADY:
            self._scene.document.select(self._kept)

    def cancel(self) -> None:
        """Back to the selection before."""
        self._scene.removeItem(self._rect)
        self._scene.document.select(self._before)
