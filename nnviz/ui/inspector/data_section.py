"""How the data are parted, scaled and evened out, as far as it belongs to the recipe a person thinks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from nnviz.data.spec import Split
from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import ChoiceField, NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.files.part_files import PartName, files_of
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, Term
from nnviz.ui.inspector.seed_row import SeedRow
from nnviz.ui.language import translate, worded

LARGEST_SHARE = 90


class DataSection(RecipeSection):
    """Parts, scaling and balance of *document*'s data."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Data"), parent)
        self._document = document
        self.validation = NumberField(minimum=0, maximum=LARGEST_SHARE, step=5, optional=True)
        self.test = NumberField(minimum=0, maximum=LARGEST_SHARE, step=5, optional=True)
        self.scale, self.balance = ChoiceField(), ChoiceField()
        self.stratify, self.seed = ToggleField(), SeedRow()
        rows = (
            ("validation", self.validation), ("test", self.test), ("scale", self.scale), ("balance", self.balance),
            ("stratify", self.stratify), ("split_seed", self.seed),
        )  # fmt: skip
        self._by_name = {name: self.add(RecipeRow(TERMS[name], field)) for name, field in rows}
        self.validation.value_changed.connect(lambda value: self._set_split("validation", validation=_share(value)))
        self.test.value_changed.connect(lambda value: self._set_split("test", test=_share(value)))
        self.stratify.clicked.connect(lambda on: self._set_split("stratify", stratify=on))
        self.seed.value_changed.connect(lambda value: self._set_split("split_seed", seed=value))
        self.scale.choice_changed.connect(lambda value: self._change("scale", scale=value))
        self.balance.choice_changed.connect(lambda value: self._change("balance", balance=value))

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the preparation as it is now."""
        spec, facts = self._document.data_spec, self._document.facts
        self.set_wanted(spec is not None)
        if spec is None:
            return
        self._show_share(self.validation, "validation", 1)
        self._show_share(self.test, "test", 2)
        self._show_scale()
        self.balance.set_choices((text, kind) for kind, text in self._balance_names().items())
        self.balance.set_choice(spec.balance)
        self.stratify.setChecked(spec.split.stratify)
        self.seed.field.set_value(spec.split.seed)
        of_classes = facts is None or facts.task in ("binary", "classes")
        for name in ("balance", "stratify"):
            self._by_name[name].set_wanted(of_classes and (name == "balance" or not _is_given(spec.split)))
        self._by_name["split_seed"].set_wanted(not _is_given(spec.split))

    def _show_share(self, field: NumberField, part: PartName, place: int) -> None:
        """The share of the rows that *part* takes, or where it comes from in place of that."""
        spec, facts = self._document.data_spec, self._document.facts
        if spec is None:
            return
        files = files_of(spec, part)
        of_file = bool(files) and getattr(spec, files[0]) is not None
        field.setEnabled(not of_file and spec.split.by_column is None)
        if not field.isEnabled():
            field.set_follow(None, self.tr("a file of its own") if of_file else self.tr("as a column says"))
            field.set_value(None)
            return
        share: float | None = getattr(spec.split, part)
        usual = round(100 * facts.rows[place] / max(1, sum(facts.rows))) if facts is not None else None
        field.set_follow(usual, self.tr("{0} · auto").format(usual) if usual is not None else "")
        field.set_value(None if share is None else round(100 * share))

    def _show_scale(self) -> None:
        spec, dataset = self._document.data_spec, self._document.dataset
        names = self._scale_names()
        habit = names.get(dataset.preparation.scale_kind, "") if dataset is not None else ""
        given = spec.scale if spec is not None else None
        usual = self.tr("{0} · auto").format(habit) if habit and given is None else self.tr("auto")
        self.scale.set_choices([(usual, None), *((text, kind) for kind, text in names.items())])
        self.scale.set_choice(given)
        self.scale.set_short("", quiet=given is None)

    def _scale_names(self) -> dict[str, str]:
        return {
            "none": self.tr("none"),
            "standard": self.tr("standard"),
            "minmax": self.tr("0 to 1"),
            "255": self.tr("÷ 255"),
        }

    def _balance_names(self) -> dict[str, str]:
        return {
            "none": self.tr("none"),
            "weights": self.tr("weights"),
            "under": self.tr("fewer of the frequent"),
            "over": self.tr("more of the rare"),
            "smote": self.tr("SMOTE"),
        }

    def _set_split(self, name: str, **changes: Any) -> None:
        spec = self._document.data_spec
        if spec is not None:
            self._change(name, split=msgspec.structs.replace(spec.split, **changes))

    def _change(self, name: str, **changes: Any) -> None:
        spec, term = self._document.data_spec, TERMS[name]
        if spec is not None:
            self._document.edit_data(msgspec.structs.replace(spec, **changes), _text(term), f"data.{name}")


def _text(term: Term) -> str:
    return worded("Recipe", "Change {0}").format(term.words.lower())


def _is_given(split: Split) -> bool:
    """Whether nothing is drawn by lot."""
    return split.by_column is not None or split.by_time is not None


def _share(percent: int | None) -> float | None:
    return None if percent is None else percent / 100
