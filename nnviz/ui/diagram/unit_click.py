"""A click on one unit of the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from nnviz.ui.diagram.scene import DiagramScene


def click(scene: DiagramScene, point: QPointF, keys: Qt.KeyboardModifier) -> bool:
    """Choose the unit at *point*, or with Alt mute it as well; whether there is one and no other key was held."""
    item = scene.layer_at(point)
    unit = item.unit_at(point - item.pos()) if item is not None else None
    alone = keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
    if item is None or unit is None or not alone:
        return False
    scene.unit_clicked.emit(item.look.id, unit, keys == Qt.KeyboardModifier.AltModifier)
    return True
