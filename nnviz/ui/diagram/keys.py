"""The diagram's own keys: those that are no command of the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nnviz.ui.diagram import commands
from nnviz.ui.diagram.guides import GRID
from nnviz.ui.language import translate

if TYPE_CHECKING:
    from nnviz.ui.diagram.layer_item import LayerItem
    from nnviz.ui.diagram.scene import DiagramScene

ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
FINE = 1.0  # of a step that is not on the grid


def press_arrow(scene: DiagramScene, event: QKeyEvent) -> bool:
    """Move the selected layers, or with Ctrl select the next layer that way; whether *event* was an arrow."""
    way = ARROWS.get(Qt.Key(event.key())) if event.key() in ARROWS else None
    if way is None or not scene.layer_items:
        return False
    keys = event.modifiers()
    if keys & Qt.KeyboardModifier.ControlModifier or not scene.document.selection:
        select_beside(scene, way)
    else:
        step = FINE if keys & Qt.KeyboardModifier.AltModifier else GRID
        commands.nudge(scene.document, way[0] * step, way[1] * step)
    return True


def select_beside(scene: DiagramScene, way: tuple[float, float]) -> None:
    """Select the nearest layer that way; the first of all while none is selected."""
    chosen = scene.selected_items()
    if not chosen:
        scene.document.select(in_order(scene)[0].layers)
        return

    def distance(item: LayerItem) -> float:
        to = item.pos() - chosen[-1].pos()
        along, across = to.x() * way[0] + to.y() * way[1], abs(to.x() * way[1]) + abs(to.y() * way[0])
        return along + 2 * across if along > 1 else float("inf")

    nearest = min(scene.shown_items(), key=distance)
    if distance(nearest) < float("inf"):
        scene.document.select(nearest.layers)


def select_next(scene: DiagramScene, step: int) -> bool:
    """Select the next layer from left to right; False at the end, where the keys go to the next part of the window."""
    order, chosen = in_order(scene), scene.selected_items()
    at = order.index(chosen[-1]) + step if chosen else (0 if step > 0 else len(order) - 1)
    if not 0 <= at < len(order):
        return False
    scene.document.select(order[at].layers)
    return True


def in_order(scene: DiagramScene) -> list[LayerItem]:
    """The layers from left to right, and from top to bottom where they stand above each other."""
    return sorted(scene.shown_items(), key=lambda item: (item.x(), item.y()))


def help_rows() -> tuple[tuple[str, str], ...]:
    """The keys and what the mouse does with a key held, each with what it does."""
    return (
        ("Tab, Shift+Tab", translate("DiagramKeys", "Next layer, previous layer")),
        ("Ctrl+←→↑↓", translate("DiagramKeys", "The nearest layer that way")),
        ("←→↑↓", translate("DiagramKeys", "Move the selection by a grid step")),
        ("Alt+←→↑↓", translate("DiagramKeys", "Move it finely")),
        ("+, −", translate("DiagramKeys", "More units, fewer units")),
        ("Del", translate("DiagramKeys", "Delete what is selected")),
        ("Esc", translate("DiagramKeys", "Cancel what the mouse does; select nothing")),
        ("Space", translate("DiagramKeys", "Train or pause")),
    )


def mouse_rows() -> tuple[tuple[str, str], ...]:
    """What the mouse does on the diagram."""
    return (
        (translate("DiagramKeys", "Drag a layer"), translate("DiagramKeys", "Move it; it snaps to the others")),
        (translate("DiagramKeys", "Alt while dragging"), translate("DiagramKeys", "Move without snapping")),
        (translate("DiagramKeys", "Drag a port"), translate("DiagramKeys", "Draw a link")),
        (translate("DiagramKeys", "Drag a link by its end"), translate("DiagramKeys", "Lead it to another layer")),
        (translate("DiagramKeys", "Drag the canvas"), translate("DiagramKeys", "Select what the frame touches")),
        (translate("DiagramKeys", "Shift+click"), translate("DiagramKeys", "Select one more, or one less")),
        (translate("DiagramKeys", "Click a unit"), translate("DiagramKeys", "Choose it, to look into it")),
        (translate("DiagramKeys", "Alt+click a unit"), translate("DiagramKeys", "Mute it, or hear it again")),
        (translate("DiagramKeys", "Double-click a name"), translate("DiagramKeys", "Rename the layer")),
        (translate("DiagramKeys", "Wheel on a layer"), translate("DiagramKeys", "More units, fewer units")),
        (translate("DiagramKeys", "Wheel, middle button"), translate("DiagramKeys", "Zoom, move the view")),
    )
