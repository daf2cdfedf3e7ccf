"""How much each class counts: a row a class, and a button that evens them out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.training.suggest import Suggestion, balanced_weights
from nnviz.ui import theme
from nnviz.ui.controls import NumberField, ToggleField, quiet_button, text_label
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, Term
from nnviz.ui.language import translate

MOST_ROWS = 24
LARGEST_WEIGHT = 1e6


class ClassWeightsSection(RecipeSection):
    """The switch, and while it is on a weight for each class by its name.

    Attributes:
        on: the switch; switched on, every class gets its balanced weight.
        balanced: the button that computes them again.
        weights: the field of each class by its name, of the first 24.
    """

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Classes"), parent)
        self._document, self._edits = document, edits
        self.on, self.weights = ToggleField(), dict[str, NumberField]()
        self.balanced = quiet_button(self.tr("Balanced"), small=True)
        self.balanced.setToolTip(self.tr("Weigh each class by how few rows the training part has of it"))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(self.on)
        line.addStretch(1)
        line.addWidget(self.balanced)
        both.setFocusProxy(self.on)
        self.switch = self.add(RecipeRow(TERMS["class_weight"], both))
        self.on.setAccessibleName(TERMS["class_weight"].title)
        self.on.setToolTip(TERMS["class_weight"].sentence)
        self._rest = text_label("", 11, quiet=True, wrap=True)
        self.column.addWidget(self._rest)
        self.on.clicked.connect(self._switch)
        self.balanced.clicked.connect(self._balance)

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the weights as they are now."""
        facts, given = self._document.facts, self._document.recipe.class_weight
        names = facts.class_names if facts is not None and facts.task in ("binary", "classes") else ()
        self.on.setChecked(given is not None)
        self.balanced.setVisible(given is not None and bool(names))
        shown = names[:MOST_ROWS] if given is not None else ()
        if tuple(self.weights) != shown:
            self._rebuild(shown)
        for index, (name, field) in enumerate(self.weights.items()):
            weights = given or {}
            field.set_value(float(weights.get(name, weights.get(str(index), 1.0))))
        more = len(names) - MOST_ROWS
        self._rest.setText(self.tr("{0} more classes follow; Balanced weighs them too.").format(more))
        self._rest.setVisible(given is not None and more > 0)
        self.set_wanted((bool(names) and self._document.recipe.method is None) or given is not None)

    def _rebuild(self, names: tuple[str, ...]) -> None:
        self.drop([row for row in self.rows if row is not self.switch])
        self.weights = {}
        for name in names:
            field = NumberField(integer=False, minimum=0, maximum=LARGEST_WEIGHT)
            field.value_changed.connect(lambda value, name=name: self._weigh(name, value))
            self.add(RecipeRow(Term("class_weight", name, TERMS["class_weight"].doc, None), field, switch=self.switch))
            self.weights[name] = field
        self.column.removeWidget(self._rest)
        self.column.addWidget(self._rest)

    def _switch(self, on: bool) -> None:
        self._edits.set("class_weight", self._fresh() if on else None, merge=False)

    def _balance(self) -> None:
        self._edits.set("class_weight", self._fresh(), merge=False)

    def _fresh(self) -> dict[str, float]:
        facts = self._document.facts
        if facts is None:
            return {}
        return balanced_weights(facts) if facts.class_counts else dict.fromkeys(facts.class_names, 1.0)

    def _weigh(self, name: str, weight: float) -> None:
        given, facts = dict(self._document.recipe.class_weight or {}), self._document.facts
        if facts is not None and name not in given:
            given.pop(str(facts.class_names.index(name)), None)  # the same class by its number
        self._edits.set("class_weight", {**given, name: float(weight)})
