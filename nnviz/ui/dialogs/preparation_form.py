"""How chosen data are prepared: task, scaling, and the shares held back."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec
from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, LabelledRow, NumberField

LARGEST_SHARE = 90


class PreparationForm(QWidget):
    """Four fields in two columns.

    Signals:
        changed: a person changed something; ``applied`` puts it into a reference.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task, self.scale = ChoiceField(), ChoiceField()
        self.validation = NumberField(minimum=0, maximum=LARGEST_SHARE, step=5, optional=True)
        self.test = NumberField(minimum=0, maximum=LARGEST_SHARE, step=5, optional=True)
        cells = (
            (self.tr("Task"), self.task, self.tr("What the target asks for.")),
            (self.tr("Scaling"), self.scale, self.tr("How the inputs are brought to a size that networks learn from.")),
            (self.tr("Validation %"), self.validation, self.tr("Rows held back to watch how well training does.")),
            (self.tr("Test %"), self.test, self.tr("Rows kept for one last judgement after training.")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GROUP)
        grid.setVerticalSpacing(theme.GAP)
        for i, (label, field, hint) in enumerate(cells):
            grid.addWidget(LabelledRow(label, field, hint), i // 2, i % 2)
        for choice in (self.task, self.scale):
            choice.choice_changed.connect(lambda _: self.changed.emit())
        for number in (self.validation, self.test):
            number.value_changed.connect(lambda _: self.changed.emit())

    def show_spec(self, spec: DataSpec, dataset: Dataset | None) -> None:
        """Show what *spec* says, and what loading it made of everything left open."""
        facts = dataset.facts if dataset is not None else None
        tasks = self._tasks()
        task = "" if facts is None else "reconstruction" if facts.target_shape else facts.task
        self._offer(self.task, tasks, task, "auto", spec.task)
        found = dataset.preparation.scale_kind if dataset is not None else ""
        self._offer(self.scale, self._scales(), found, None, spec.scale)
        self._show_share(self.validation, spec.split.validation, facts, 1)
        self._show_share(self.test, spec.split.test, facts, 2)

    def applied(self, spec: DataSpec) -> DataSpec:
        """*spec* with what stands in the fields."""
        shares: dict[str, Any] = {
            name: None if field.value is None else field.value / 100
            for name, field in (("validation", self.validation), ("test", self.test))
        }
        split = msgspec.structs.replace(spec.split, **shares)
        return msgspec.structs.replace(spec, task=self.task.choice, scale=self.scale.choice, split=split)

    def _offer(self, field: ChoiceField, names: dict[str, str], found: str, open_: str | None, given: Any) -> None:
        following = self.tr("{0} · auto").format(names[found]) if found and given == open_ else self.tr("auto")
        field.set_choices([(following, open_), *((text, name) for name, text in names.items())])
        field.set_choice(given)
        field.set_short("", quiet=given == open_)

    def _show_share(self, field: NumberField, share: float | None, facts: DataFacts | None, part: int) -> None:
        usual = round(100 * facts.rows[part] / max(1, sum(facts.rows))) if facts is not None else None
        field.set_follow(usual, self.tr("{0} · auto").format(usual) if usual is not None else self.tr("auto"))
        field.set_value(None if share is None else round(100 * share))

    def _tasks(self) -> dict[str, str]:
        return {
            "regression": self.tr("numbers"),
            "binary": self.tr("yes or no"),
            "classes": self.tr("classes"),
            "labels": self.tr("labels"),
            "reconstruction": self.tr("the sample itself"),
        }

    def _scales(self) -> dict[str, str]:
        return {
            "none": self.tr("none"),
            "standard": self.tr("standard"),
            "minmax": self.tr("0 to 1"),
            "255": self.tr("÷ 255"),
        }
