"""One way to vary pictures: a switch, its name, and how strongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, SliderField, ToggleField, text_label
from nnviz.ui.dialogs.data_pages.variation_words import Variation, flip_modes

STEP = 0.01


class VariationRow(QWidget):
    """Shows whether *variation* is on, and its strength.

    Signals:
        changed: a person changed something.
    """

    changed = Signal()

    def __init__(self, variation: Variation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.variation = variation
        self.switch = ToggleField()
        self.switch.setAccessibleName(variation.title)
        self.switch.setToolTip(variation.sentence)
        self.mode = ChoiceField(flip_modes())
        self.mode.setAccessibleName(variation.title)
        self.mode.set_choice("horizontal")
        self.strength = SliderField(self.tr("Strength"), STEP, variation.most, STEP)
        self.strength.slider.setAccessibleName(variation.title)
        self.strength.set_value(variation.start)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.switch)
        head.addWidget(text_label(variation.title, 12, semibold=True))
        head.addWidget(text_label(variation.sentence, 11, quiet=True, wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        for field in (self.mode, self.strength):
            column.addWidget(field)
        self.switch.clicked.connect(self._switched)
        self.mode.choice_changed.connect(lambda _: self.changed.emit())
        self.strength.value_changed.connect(lambda _: self.changed.emit())
        self._show_fields()

    def show_args(self, args: Mapping[str, Any] | None) -> None:
        """Show the arguments of a layer; None where there is no such layer."""
        self.switch.setChecked(args is not None)
        if args is not None and self.variation.names:
            self.strength.set_value(self.variation.strength(args))
        elif args is not None:
            self.mode.set_choice(args.get("mode", "horizontal_and_vertical"))
        self._show_fields()

    def args(self, limits: tuple[float, float]) -> dict[str, Any] | None:
        """The arguments of its layer, for pictures between *limits*; None where it is off."""
        if not self.switch.isChecked():
            return None
        if not self.variation.names:
            return {"mode": self.mode.choice}
        return self.variation.args(self.strength.value, limits)

    def _switched(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        on = self.switch.isChecked()
        self.mode.setVisible(on and not self.variation.names)
        self.strength.setVisible(on and bool(self.variation.names))
