"""Small notes under the layers: what each kept of what it had learned when the network was changed."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnviz.training.growing import Carried
from nnviz.ui import theme
from nnviz.ui.diagram.detail import Detail, detail_at
from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.training.carried_text import note
from nnviz.ui.training.carrying import Carrying

HEIGHT, SIDES, BELOW = 20.0, 9.0, 4.0


class NoteItem(QGraphicsItem):
    """One note; it stands under *layer* and moves with it.

    Attributes:
        text: what it says.
        kept: whether all that was learned is kept, which colours it.
    """

    def __init__(self, layer: LayerItem, text: str, kept: bool) -> None:
        super().__init__(layer)
        self.text, self.kept = text, kept
        self._width = QFontMetricsF(theme.font(11, tabular=True)).horizontalAdvance(text) + 2 * SIDES
        self.setPos(0, layer.geometry.frame.bottom() + BELOW)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return QRectF(-self._width / 2 - 1, -1, self._width + 2, HEIGHT + 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if detail_at(painter) is not Detail.FULL:
            return
        colors = theme.current()
        pill = QRectF(-self._width / 2, 0, self._width, HEIGHT)
        tone = "good" if self.kept else "caution"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("background"))
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        painter.setBrush(colors.color(tone, 0.14))
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(colors.color(tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text)


class LayerNotes(QObject):
    """Puts the notes of *carrying* under the layers of *scene*, and takes them away.

    Attributes:
        items: the notes by layer.
    """

    def __init__(self, scene: DiagramScene, carrying: Carrying, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene, self._carrying = scene, carrying
        self.items: dict[str, NoteItem] = {}
        carrying.notes_changed.connect(self._follow)
        scene.content_changed.connect(self._follow)

    def _follow(self) -> None:
        """Make all notes anew: there are few, and the layers under them may be others or of another height."""
        for item in self.items.values():
            if shiboken6.isValid(item) and item.scene() is not None:  # a layer that is gone took its note with it
                self._scene.removeItem(item)
        found = ((layer_id, self._scene.layer_items.get(layer_id), carried) for layer_id, carried in self._notes())
        self.items = {
            layer_id: NoteItem(layer, note(carried), _all_kept(carried))
            for layer_id, layer, carried in found
            if layer is not None and note(carried)
        }
        for layer_id, item in self.items.items():
            item.setToolTip(self._carrying.text_of(layer_id))

    def _notes(self) -> tuple[tuple[str, Carried], ...]:
        return tuple(self._carrying.notes.items())


def _all_kept(carried: Carried) -> bool:
    gone = carried.units.gone or carried.inputs.gone
    return carried.what == "identity" or (carried.what == "changed" and not (carried.new or gone))
