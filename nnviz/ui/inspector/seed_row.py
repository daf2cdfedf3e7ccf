"""The seed with its dice."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.training.json_form import LARGEST_SEED
from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, NumberField

LARGEST_THROWN = 9999


class SeedRow(QWidget):
    """A seed, typed or thrown.

    Signals:
        value_changed: a person gave another seed.
    """

    value_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NumberField(minimum=0, maximum=LARGEST_SEED)
        self.dice = GlyphButton("dice", self.tr("Throw another seed"))
        self.field.value_changed.connect(self.value_changed)
        self.dice.clicked.connect(self.throw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self.dice)
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def setToolTip(self, text: str) -> None:
        super().setToolTip(text)
        self.field.setToolTip(text)

    def throw(self) -> None:
        """Take another seed by chance."""
        thrown = random.randint(0, LARGEST_THROWN)
        if thrown == self.field.value:
            thrown = (thrown + 1) % (LARGEST_THROWN + 1)
        self.field.set_value(thrown)
        self.value_changed.emit(thrown)
