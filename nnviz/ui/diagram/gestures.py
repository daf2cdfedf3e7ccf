"""What the mouse does on the diagram: one class a gesture; each ends in one edit, or in none when cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsRectItem

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.layout import arranged
from nnviz.ui import theme
from nnviz.ui.diagram.weight_lines import add_curve
from nnviz.ui.language import translate

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.scene import DiagramScene

GRID = 10.0


class Gesture(Protocol):
    """From pressing the mouse to letting it go."""

    def move(self, point: QPointF) -> None:
        """The mouse is at *point* of the scene."""

    def release(self, point: QPointF) -> None:
        """The mouse was let go at *point*: carry it out."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class MoveLayers:
    """Drags the selected layers; they snap to a grid of 10."""

    def __init__(self, scene: DiagramScene, start: QPointF) -> None:
        self._scene, self._start = scene, start
        self._from = {layer_id: scene.layer_items[layer_id].pos() for layer_id in scene.document.selection}
        self._moved = False

    def move(self, point: QPointF) -> None:
        """Shift the items, not yet the document."""
        shift = point - self._start
        if not self._moved and shift.manhattanLength() < 4:
            return
        self._moved = True
        for layer_id, origin in self._from.items():
            to = origin + shift
            self._scene.layer_items[layer_id].setPos(round(to.x() / GRID) * GRID, round(to.y() / GRID) * GRID)
        self._scene.place_links()

    def release(self, point: QPointF) -> None:
        """Move the layers in the document; the others stay where the layout had put them."""
        if self._moved:
            places = {i: (item.pos().x(), item.pos().y()) for i, item in self._scene.layer_items.items()}
            text = translate("Diagram", "Move layer") if len(self._from) == 1 else translate("Diagram", "Move layers")
            self._scene.document.edit_network(edits.move(self._scene.document.network, places), text)

    def cancel(self) -> None:
        """Put them back."""
        for layer_id, origin in self._from.items():
            self._scene.layer_items[layer_id].setPos(origin)
        self._scene.place_links()


class DrawLink:
    """Pulls a link out of a port; let go on another layer it becomes one."""

    def __init__(self, scene: DiagramScene, item: LayerItem, forward: bool) -> None:
        self._scene, self._item, self._forward = scene, item, forward
        self._curve = QGraphicsPathItem()
        self._curve.setPen(QPen(theme.current().color("accent"), 2))
        self._curve.setZValue(5)
        scene.addItem(self._curve)

    def move(self, point: QPointF) -> None:
        """Follow the mouse, and light the layer it would end on."""
        path = QPainterPath()
        if self._forward:
            add_curve(path, self._item.scene_output_port(), point)
        else:
            add_curve(path, point, self._item.scene_input_port())
        self._curve.setPath(path)
        target = self._target(point)
        for item in self._scene.layer_items.values():
            item.show_state(link_target=item is target)

    def release(self, point: QPointF) -> None:
        """Link the two layers."""
        target = self._target(point)
        self.cancel()
        if target is None:
            return
        a, b = (self._item, target) if self._forward else (target, self._item)
        try:
            # The layers stay where they are, though the layout by distance from the Input might move them.
            network = self._scene.document.network
            linked = edits.add_link(edits.move(network, arranged(network)), a.look.id, b.look.id)
        except BadInput as error:
            self._scene.said.emit(str(error))
            return
        self._scene.document.edit_network(linked, translate("Diagram", "Link layers"))

    def cancel(self) -> None:
        """Take the half-drawn link away."""
        self._scene.removeItem(self._curve)
        for item in self._scene.layer_items.values():
            item.show_state(link_target=False)

    def _target(self, point: QPointF) -> LayerItem | None:
        item = self._scene.layer_at(point, margin=14)
        return item if item is not self._item else None


class RubberBand:
    """Selects the layers that a rectangle touches."""

    def __init__(self, scene: DiagramScene, start: QPointF, add: bool) -> None:
        self._scene, self._start = scene, start
        self._before = scene.document.selection
        self._kept = self._before if add else ()
        self._rect = QGraphicsRectItem()
        self._rect.setPen(QPen(theme.current().color("accent", 0.8), 1))
        self._rect.setBrush(theme.current().color("accent", 0.1))
        self._rect.setZValue(6)
        scene.addItem(self._rect)

    def move(self, point: QPointF) -> None:
        """Select as it grows."""
        rect = QRectF(self._start, point).normalized()
        self._rect.setRect(rect)
        touched = [
            i
            for i, item in self._scene.layer_items.items()
            if item.geometry.frame.translated(item.pos()).intersects(rect)
        ]
        self._scene.document.select(tuple(dict.fromkeys((*self._kept, *touched))))

    def release(self, point: QPointF) -> None:
        """Keep what is selected; a mere click selects nothing."""
        self._scene.removeItem(self._rect)
        if (point - self._start).manhattanLength() < 3:
            self._scene.document.select(self._kept)

    def cancel(self) -> None:
        """Back to the selection before."""
        self._scene.removeItem(self._rect)
        self._scene.document.select(self._before)
