"""Below the form of a layer: what it kept of what was learned, and whether edits keep the answers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import LabelledRow, SectionCaption, ToggleField, text_label
from nnviz.ui.document import Document
from nnviz.ui.training.carried_text import what_keeping_does
from nnviz.ui.training.carrying import Carrying


class CarriedCard(QWidget):
    """Seen only while the network has learned something, for a layer that has weights or was just put in.

    Attributes:
        toggle: whether edits keep the answers; ``explained`` says what that means.
        text: what became of the selected layer.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._carrying: Carrying | None = None
        self.toggle = ToggleField()
        self.toggle.clicked.connect(self._choose)
        self.text = text_label("", 11, quiet=True, wrap=True)
        hint = what_keeping_does()
        self.explained = text_label(hint, 11, quiet=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GROUP, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("What was learned")))
        column.addWidget(LabelledRow(self.tr("Keep the answers"), self.toggle, hint))
        column.addWidget(self.explained)
        column.addWidget(self.text)
        document.selection_changed.connect(self._follow)
        document.network_changed.connect(self._follow)
        self.hide()

    def follow(self, carrying: Carrying) -> None:
        """Say what *carrying* knows."""
        self._carrying = carrying
        carrying.changed.connect(self._follow)
        self._follow()

    def _choose(self, on: bool) -> None:
        if self._carrying is not None:
            self._carrying.set_preserving(on)

    def _follow(self) -> None:
        carrying, network = self._carrying, self._document.network
        chosen = [layer for layer in self._document.selection if network.has(layer)]
        if carrying is None or not carrying.learned or len(chosen) != 1:
            self.hide()
            return
        self.toggle.setChecked(carrying.preserving)
        self.text.setText(carrying.text_of(chosen[0]))
        self.text.setVisible(bool(self.text.text()))
        learns = bool(self._document.inference.weights.get(chosen[0]))
        self.setVisible(learns or bool(self.text.text()))
