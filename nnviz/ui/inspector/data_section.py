"""How the data are parted and scaled, as far as it belongs to the recipe a person thinks of."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.controls import ChoiceField, LabelledRow, NumberField, SectionCaption
from nnviz.ui.document import Document

LARGEST_SHARE = 90


class DataSection(QWidget):
    """Validation share and scaling of *document*'s data."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.validation = NumberField(minimum=0, maximum=LARGEST_SHARE, step=5, optional=True)
        self.scale = ChoiceField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionCaption(self.tr("Data")))
        column.addWidget(LabelledRow(
            self.tr("Validation %"), self.validation,
            self.tr("The share of rows held back to see how well the network does on what it has not learned from."),
        ))  # fmt: skip
        column.addWidget(LabelledRow(
            self.tr("Scaling"), self.scale, self.tr("How the inputs are brought to a size that networks learn from."),
        ))  # fmt: skip
        self.validation.value_changed.connect(self._set_validation)
        self.scale.choice_changed.connect(self._set_scale)
        document.data_changed.connect(self.refresh)
        document.facts_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the preparation as it is now."""
        spec, dataset, facts = self._document.data_spec, self._document.dataset, self._document.facts
        if spec is None:
            return
        usual = round(100 * facts.rows[1] / max(1, sum(facts.rows))) if facts is not None else None
        self.validation.set_follow(usual, self.tr("{0} · auto").format(usual) if usual is not None else "")
        share = spec.split.validation
        self.validation.set_value(None if share is None else round(100 * share))
        habit = self._scale_names().get(dataset.preparation.scale_kind, "") if dataset is not None else ""
        names = self._scale_names()
        usual_text = self.tr("{0} · auto").format(habit) if habit and spec.scale is None else self.tr("auto")
        self.scale.set_choices([(usual_text, None), *((text, kind) for kind, text in names.items())])
        self.scale.set_choice(spec.scale)
        self.scale.set_short("", quiet=spec.scale is None)

    def _scale_names(self) -> dict[str, str]:
        return {
            "none": self.tr("none"),
            "standard": self.tr("standard"),
            "minmax": self.tr("0 to 1"),
            "255": self.tr("÷ 255"),
        }

    def _set_validation(self, percent: int | None) -> None:
        self._change(
            self.tr("Change validation share"), split={"validation": None if percent is None else percent / 100}
        )

    def _set_scale(self, scale: str | None) -> None:
        self._change(self.tr("Change scaling"), scale=scale)

    def _change(self, text: str, split: dict[str, Any] | None = None, **changes: Any) -> None:
        spec = self._document.data_spec
        if spec is None:
            return
        if split is not None:
            changes["split"] = msgspec.structs.replace(spec.split, **split)
        self._document.edit_data(msgspec.structs.replace(spec, **changes), text, "data." + ",".join(changes))
