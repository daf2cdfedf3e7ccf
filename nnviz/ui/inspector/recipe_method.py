"""How it learns: from answers, or by a method with arguments of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from nnviz.training.methods.adversarial import candidates, generated_layer
from nnviz.training.methods.terms import METHODS, MethodArgument, kind_of
from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import ChoiceField, NumberField
from nnviz.ui.diagram.layer_look import title_of
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, Term, method_texts
from nnviz.ui.language import translate


class MethodSection(RecipeSection):
    """The method, and while there is one a row for each of its arguments.

    Attributes:
        method: the choice of the method, by the type of its object in the recipe.
        fields: the field of each argument by its name, of the method that is chosen.
    """

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Method"), parent)
        self._document, self._edits = document, edits
        self.method = ChoiceField((translate("Recipe", kind.label), type(kind.method)) for kind in METHODS)
        self.fields: dict[str, ChoiceField | NumberField] = {}
        self._shown: type | None = None
        self.row = self.add(RecipeRow(TERMS["method"], self.method, texts=method_texts(), choice_doc=_method_doc))
        self.method.choice_changed.connect(self._choose)

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the method as it is now."""
        method = self._document.recipe.method
        self.method.set_choice(type(method))
        if type(method) is not self._shown:
            self._rebuild(method)
        for argument in kind_of(method).args:
            field, value = self.fields[argument.name], getattr(method, argument.name)
            if isinstance(field, NumberField):
                field.set_value(value)
            else:
                self._offer_layers(field, value)

    def _rebuild(self, method: Any) -> None:
        self._shown = type(method)
        self.drop([row for row in self.rows if row is not self.row])
        self.fields = {argument.name: self._row(argument) for argument in kind_of(method).args}

    def _row(self, argument: MethodArgument) -> ChoiceField | NumberField:
        field: ChoiceField | NumberField
        if argument.kind == "layer":
            field = ChoiceField()
            field.choice_changed.connect(lambda value: self._change(argument.name, value))
        else:
            field = NumberField(
                integer=argument.kind == "whole", minimum=argument.least, maximum=argument.most, step=argument.step
            )
            field.value_changed.connect(lambda value: self._change(argument.name, value))
        self.add(RecipeRow(Term(argument.name, argument.label, argument.doc), field, switch=self.row))
        return field

    def _offer_layers(self, field: ChoiceField, chosen: str) -> None:
        """The layers that could be meant, and the one that is found where nobody chooses."""
        document, shapes = self._document, self._document.inference.shapes
        facts, fitted = document.facts, document.fitted
        layers = candidates(fitted, shapes, facts) if facts is not None else []
        found = generated_layer(fitted, shapes, facts) if facts is not None else None
        name = title_of(fitted.layer(found)) if found is not None else self.tr("none yet")
        field.set_choices([
            (self.tr("{0} (found by its size)").format(name), ""),
            *((title_of(layer), layer.id) for layer in layers),
        ])  # fmt: skip
        field.set_choice(chosen)
        field.set_short("" if chosen else name, quiet=not chosen)

    def _choose(self, kind: type) -> None:
        method = next(row.method for row in METHODS if type(row.method) is kind)
        self._edits.set("method", method, merge=False)

    def _change(self, name: str, value: Any) -> None:
        method = self._document.recipe.method
        if method is not None:
            self._edits.set("method", msgspec.structs.replace(method, **{name: value}))


def _method_doc(kind: type) -> str:
    return translate("Recipe", next(row.doc for row in METHODS if type(row.method) is kind))
