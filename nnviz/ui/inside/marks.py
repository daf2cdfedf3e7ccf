"""Above each layer, how many of its units do little or are muted."""

from __future__ import annotations

from collections import Counter

import shiboken6
from PySide6.QtCore import QObject

from nnviz.ui.diagram.layer_item import LayerItem
from nnviz.ui.diagram.layer_notes import HEIGHT, NoteItem
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.inside.state import InsideState
from nnviz.ui.language import translate


class CountItem(NoteItem):
    """A note that stands above its layer: below there may be others."""

    def __init__(self, layer: LayerItem, text: str) -> None:
        super().__init__(layer, text, False)
        self.setPos(0, layer.geometry.frame.top() - HEIGHT)


class InsideMarks(QObject):
    """Puts the counts of *state* above the layers of *scene*, and takes them away.

    Attributes:
        items: the counts by layer.
    """

    def __init__(self, scene: DiagramScene, state: InsideState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene, self._state = scene, state
        self.items: dict[str, CountItem] = {}
        self._shown: dict[str, str] = {}
        state.verdicts_changed.connect(self._follow)
        state.muting_changed.connect(self._follow)
        scene.content_changed.connect(self._renew)

    def _follow(self) -> None:
        if self._texts() != self._shown:
            self._renew()

    def _renew(self) -> None:
        for item in self.items.values():
            if shiboken6.isValid(item) and item.scene() is not None:  # a layer that is gone took its note with it
                self._scene.removeItem(item)
        self._shown = self._texts()
        found = ((layer, self._scene.layer_items.get(layer), text) for layer, text in self._shown.items())
        self.items = {layer: CountItem(item, text) for layer, item, text in found if item is not None}

    def _texts(self) -> dict[str, str]:
        muted = Counter(unit.layer for unit in self._state.muted)
        layers = dict.fromkeys((*self._state.marks, *muted))
        texts = {layer: counts_text(self._state, layer) for layer in layers}
        return {layer: text for layer, text in texts.items() if text}


def counts_text(state: InsideState, layer: str) -> str:
    """How many units of *layer* are muted, dead, saturated, duplicates: the words that apply; empty for none."""
    kinds = Counter(mark.kind for mark in state.marks.get(layer, {}).values())
    counts = {
        translate("Inside", "{0} muted"): len(state.muted_in(layer)),
        translate("Inside", "{0} dead"): kinds["dead"],
        translate("Inside", "{0} saturated"): kinds["saturated"],
        translate("Inside", "{0} duplicate"): kinds["duplicate"],
    }
    return " · ".join(text.format(count) for text, count in counts.items() if count)
