"""When to stop before the last epoch."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.training.recipe import StopEarly
from nnviz.ui.controls import ChoiceField, LabelledRow, NumberField, SectionCaption, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.inspector.wording import words


class StoppingSection(QWidget):
    """The switch Stop early and, while it is on, its fields."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.on = ToggleField()
        self.monitor = ChoiceField()
        self.patience = NumberField(minimum=0, maximum=100_000)
        self.restore = ToggleField()
        rows = (
            (self.tr("Stop early"), self.on, self.tr("Ends the run when the watched value no longer gets better.")),
            (self.tr("Watch"), self.monitor, self.tr("The value that has to get better.")),
            (self.tr("Patience"), self.patience, self.tr("How many epochs it may go without getting better.")),
            (self.tr("Restore best"), self.restore, self.tr("Ends with the weights of the best epoch, not the last.")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionCaption(self.tr("Stopping")))
        self._rows = [LabelledRow(label, field, hint) for label, field, hint in rows]
        for row in self._rows:
            column.addWidget(row)
        self.on.clicked.connect(self._switch)
        self.monitor.choice_changed.connect(lambda value: self._set(monitor=value))
        self.patience.value_changed.connect(lambda value: self._set(patience=value))
        self.restore.clicked.connect(lambda value: self._set(restore_best=value))
        self.refresh()

    def refresh(self) -> None:
        """Show the rule as it is now."""
        rule = self._document.recipe.stop_early
        self.on.setChecked(rule is not None)
        for row in self._rows[1:]:
            row.setVisible(rule is not None)
        if rule is None:
            return
        metrics = self._document.fitted_recipe.metrics or ()
        watched = ("val_loss", "loss", *(prefix + name for name in metrics for prefix in ("val_", "")))
        self.monitor.set_choices((self._monitor_text(name), name) for name in watched)
        self.monitor.set_choice(rule.monitor)
        self.patience.set_value(rule.patience)
        self.restore.setChecked(rule.restore_best)

    def _monitor_text(self, name: str) -> str:
        plain = words(name.removeprefix("val_"))
        return (
            self.tr("validation {0}").format(plain)
            if name.startswith("val_")
            else self.tr("training {0}").format(plain)
        )

    def _switch(self, on: bool) -> None:
        facts = self._document.facts
        unseen = facts is not None and facts.rows[1] == 0  # without validation rows there is only the training loss
        rule = StopEarly(monitor="loss" if unseen else "val_loss") if on else None
        self._give(rule, self.tr("Stop early") if on else self.tr("Do not stop early"))

    def _set(self, **changes: Any) -> None:
        rule = self._document.recipe.stop_early
        if rule is not None:
            self._give(msgspec.structs.replace(rule, **changes), self.tr("Change early stopping"), "stop_early")

    def _give(self, rule: StopEarly | None, text: str, merge_key: str | None = None) -> None:
        changed = msgspec.structs.replace(self._document.recipe, stop_early=rule)
        self._document.edit_recipe(changed, text, merge_key)
