"""What happens when the run no longer gets better: it stops, or goes on in smaller steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.network.names import output_names
from nnviz.training.recipe import ReduceOnPlateau, StopEarly
from nnviz.training.suggest import Suggestion, watched_values
from nnviz.ui.controls import ChoiceField, NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS
from nnviz.ui.inspector.wording import words
from nnviz.ui.language import translate

LONGEST = 100_000
JUST_BELOW_1, JUST_ABOVE_0 = 0.999999, 0.000001


class RuleSection(RecipeSection):
    """The switch of a rule and, while it is on, its fields.

    Attributes:
        on: the switch.
        monitor: the value that is watched.
        fields: the other fields by their names in the recipe.
    """

    def __init__(
        self,
        document: Document,
        edits: RecipeEdits,
        name: str,
        caption: str,
        fresh: Callable[[str], Any],
        parent: QWidget | None = None,
    ) -> None:
        """The rule *name* of the recipe; *fresh* makes one that watches a value."""
        super().__init__(caption, parent)
        self._document, self._edits, self._name, self._fresh = document, edits, name, fresh
        self.on, self.monitor = ToggleField(), ChoiceField()
        self.fields: dict[str, NumberField | ToggleField] = {}
        self.switch = self.add(RecipeRow(TERMS[name], self.on))
        self.on.clicked.connect(self._switch)
        self.add(RecipeRow(TERMS["monitor"], self.monitor, switch=self.switch))
        self.monitor.choice_changed.connect(lambda value: edits.set_rule(name, monitor=value))

    def add_field(self, name: str, field: NumberField | ToggleField) -> None:
        """A row for the part *name* of the rule."""
        self.fields[name] = field
        self.add(RecipeRow(TERMS[name], field, switch=self.switch))
        signal = field.clicked if isinstance(field, ToggleField) else field.value_changed
        signal.connect(lambda value: self._edits.set_rule(self._name, **{name: value}))

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the rule as it is now."""
        rule = getattr(self._document.recipe, self._name)
        self.on.setChecked(rule is not None)
        for row in self.rows:
            row.set_wanted(row is self.switch or rule is not None)
        if rule is None:
            return
        watched = watched_values(self._document.fitted_recipe, output_names(self._document.network), validation=True)
        self.monitor.set_choices((_monitor_text(name), name) for name in watched)
        self.monitor.set_choice(rule.monitor)
        for name, field in self.fields.items():
            value = getattr(rule, name)
            if isinstance(field, ToggleField):
                field.setChecked(value)
            else:
                field.set_value(value)

    def _switch(self, on: bool) -> None:
        facts = self._document.facts
        unseen = facts is not None and facts.rows[1] == 0  # without validation rows there is only the training loss
        rule = self._fresh("loss" if unseen else "val_loss") if on else None
        self._edits.set(self._name, rule, merge=False)


class StoppingSection(RuleSection):
    """``keras.callbacks.EarlyStopping``."""

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        caption = translate("Recipe", "Stopping")
        super().__init__(document, edits, "stop_early", caption, lambda monitor: StopEarly(monitor=monitor), parent)
        self.patience = NumberField(minimum=0, maximum=LONGEST)
        self.restore = ToggleField()
        self.add_field("patience", self.patience)
        self.add_field("min_delta", NumberField(integer=False, minimum=0))
        self.add_field("restore_best", self.restore)


class PlateauSection(RuleSection):
    """``keras.callbacks.ReduceLROnPlateau``."""

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        caption = translate("Recipe", "Learning rate on a plateau")
        super().__init__(
            document, edits, "reduce_on_plateau", caption, lambda monitor: ReduceOnPlateau(monitor=monitor), parent
        )
        self.add_field("factor", NumberField(integer=False, minimum=JUST_ABOVE_0, maximum=JUST_BELOW_1))
        self.add_field("patience", NumberField(minimum=0, maximum=LONGEST))
        self.add_field("min_delta", NumberField(integer=False, minimum=0))
        self.add_field("cooldown", NumberField(minimum=0, maximum=LONGEST))
        self.add_field("min_lr", NumberField(integer=False, minimum=0))


def _monitor_text(name: str) -> str:
    plain = words(name.removeprefix("val_"))
    if name.startswith("val_"):
        return translate("Recipe", "validation {0}").format(plain)
    return translate("Recipe", "training {0}").format(plain)
