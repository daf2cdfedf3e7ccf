"""A word under the layers that a finding concerns."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject

from nnviz.training.diagnosis import Code
from nnviz.ui.diagram.layer_notes import NoteItem
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.doctor.doctor import Doctor
from nnviz.ui.language import translate


class DoctorMarks(QObject):
    """Puts the marks of *doctor* under the layers of *scene*, and takes them away.

    Attributes:
        items: the marks by layer.
    """

    def __init__(self, scene: DiagramScene, doctor: Doctor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene, self._doctor = scene, doctor
        self.items: dict[str, NoteItem] = {}
        doctor.changed.connect(self._follow)
        scene.content_changed.connect(self._follow)

    def _follow(self) -> None:
        for item in self.items.values():
            if shiboken6.isValid(item) and item.scene() is not None:  # a layer that is gone took its mark with it
                self._scene.removeItem(item)
        finding = self._doctor.finding
        layers = finding.layers if finding is not None else ()
        text = mark_of(finding.code) if finding is not None else ""
        found = ((layer_id, self._scene.layer_items.get(layer_id)) for layer_id in layers)
        self.items = {layer_id: NoteItem(layer, text, False) for layer_id, layer in found if layer is not None and text}


def mark_of(code: Code) -> str:
    """The word for *code* under a layer; empty where it concerns no single one."""
    return {
        "dead_units": translate("Doctor", "dead units"),
        "vanishing": translate("Doctor", "weak gradient"),
        "exploding": translate("Doctor", "huge gradient"),
        "same_start": translate("Doctor", "all alike"),
    }.get(code, "")
