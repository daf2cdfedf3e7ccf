"""How long training runs, in which steps, and from which seed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from nnviz.training.json_form import MOST_EPOCHS
from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_goal import suggestion_text
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS
from nnviz.ui.inspector.seed_row import SeedRow
from nnviz.ui.language import translate

MOST_BATCH = 1_000_000


class RunSection(RecipeSection):
    """Epochs, batch size, order and seed."""

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Run"), parent)
        self._document, self._edits = document, edits
        self._offers: Mapping[str, Suggestion] = {}
        self.epochs = NumberField(minimum=1, maximum=MOST_EPOCHS, step=10)
        self.batch_size = NumberField(minimum=1, maximum=MOST_BATCH)
        self.shuffle, self.seed = ToggleField(), SeedRow()
        self._sized: dict[str, tuple[RecipeRow, NumberField]] = {}
        for name, field in (("epochs", self.epochs), ("batch_size", self.batch_size)):
            self._add_sized(name, field)
        self.add(RecipeRow(TERMS["shuffle"], self.shuffle))
        self.add(RecipeRow(TERMS["seed"], self.seed))
        self.shuffle.clicked.connect(lambda on: edits.set("shuffle", on, merge=False))
        self.seed.value_changed.connect(lambda value: edits.set("seed", value))

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the run as it is now."""
        recipe = self._document.recipe
        self._offers = offers
        for name, (row, field) in self._sized.items():
            value = getattr(recipe, name)
            field.set_value(value)
            offer = offers.get(name)
            text = suggestion_text(f"{offer.value:,}", offer.reason) if offer is not None else ""
            row.say(text)
            suits = offer is not None and offer.value == value
            row.offer_back("" if suits else text)
            row.mark_suggested(suits)
        self.shuffle.setChecked(recipe.shuffle)
        self.seed.field.set_value(recipe.seed)

    def _add_sized(self, name: str, field: NumberField) -> None:
        row = self.add(RecipeRow(TERMS[name], field, back="bulb"))
        field.value_changed.connect(lambda value: self._edits.set(name, value))
        row.back_requested.connect(lambda: self._edits.set(name, self._offers[name].value, merge=False))
        self._sized[name] = (row, field)
