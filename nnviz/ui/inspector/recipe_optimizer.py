"""The optimizer with all its arguments; those that few people need are folded away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.training.optimizers import OPTIMIZERS, Argument
from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import ChoiceField, NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.fields.number_field import shown
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_goal import suggestion_text
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, optimizer_texts, term_of
from nnviz.ui.language import translate

JUST_ABOVE = 1e-12  # the least that a field offers where 0 itself is refused
# Where the arrows start from in a field that is off.
_STARTS = {
    "weight_decay": 0.004, "clipnorm": 1.0, "clipvalue": 0.5, "global_clipnorm": 1.0, "ema_overwrite_frequency": 100,
    "loss_scale_factor": 1024.0, "gradient_accumulation_steps": 4, "warmup_target": 0.01,
}  # fmt: skip


def argument_field(argument: Argument) -> NumberField | ToggleField:
    """The field that the type and the range of *argument* ask for."""
    if argument.type == "bool":
        return ToggleField()
    above = None if argument.above is None else argument.above + JUST_ABOVE
    field = NumberField(
        integer=argument.type == "int",
        minimum=argument.minimum if above is None else above,
        maximum=argument.maximum,
        step=0.05 if argument.maximum == 1 and argument.type == "float" else None,
        optional=argument.default is None and not argument.required,
    )
    if argument.default is None and not argument.required:
        field.set_follow(_STARTS.get(argument.name), translate("Recipe", "off"))
    return field


def show_value(row: RecipeRow, argument: Argument, given: Any) -> None:
    """Show in *row* what is *given* for *argument* (None: nothing), and the way back to Keras's default."""
    value = argument.default if given is None else given
    if isinstance(row.field, ToggleField):
        row.field.setChecked(bool(value))
    elif isinstance(row.field, NumberField):
        row.field.set_value(value)
    if argument.required or given is None or given == argument.default:
        row.offer_back("")
    elif argument.default is None:
        row.offer_back(translate("Recipe", "Switch off"))
    else:
        switch = translate("Recipe", "on") if argument.default else translate("Recipe", "off")
        text = switch if argument.type == "bool" else shown(argument.default)
        row.offer_back(translate("Recipe", "Back to Keras's own: {0}").format(text))


class OptimizerSection(RecipeSection):
    """Which optimizer, and its arguments but the learning rate.

    Attributes:
        optimizer: the choice.
        arguments: the fields of the arguments by name, those of everyone and the advanced ones.
        more, advanced: the two folds.
    """

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Optimizer"), parent)
        self._document, self._edits = document, edits
        self._kind = ""
        self._argument_rows: dict[str, RecipeRow] = {}
        self._made: dict[Argument, RecipeRow] = {}  # optimizers share most of their arguments
        self.arguments: dict[str, QWidget] = {}
        self.optimizer = ChoiceField((kind, kind) for kind in OPTIMIZERS)
        self.optimizer_row = self.add(RecipeRow(
            TERMS["optimizer"], self.optimizer, texts=optimizer_texts(), choice_doc=_doc, back="bulb",
        ))  # fmt: skip
        self.more = self.add_fold(translate("Recipe", "More of the optimizer"))
        self.advanced = self.add_fold(translate("Recipe", "Advanced"))
        self.optimizer.choice_changed.connect(edits.use_optimizer)
        self.optimizer_row.back_requested.connect(self._use_suggested)

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the optimizer as it is now."""
        spec = self._document.recipe.optimizer
        self.optimizer.set_choice(spec.kind)
        self.optimizer.setToolTip(self.optimizer_row.explanation().text)
        offer = offers["optimizer"]
        self._suggested = offer.value
        text = suggestion_text(offer.value, offer.reason)
        self.optimizer_row.say(text)
        self.optimizer_row.offer_back("" if spec.kind == offer.value else text)
        self.optimizer_row.mark_suggested(spec.kind == offer.value)
        if spec.kind != self._kind:
            self._rebuild(spec.kind)
        for name, row in self._argument_rows.items():
            argument = OPTIMIZERS[spec.kind].arg(name)
            if argument is not None:
                show_value(row, argument, spec.args.get(name))

    def _use_suggested(self) -> None:
        self._edits.use_optimizer(self._suggested)

    def _rebuild(self, kind: str) -> None:
        self._kind = kind
        arguments = [argument for argument in OPTIMIZERS[kind].args if argument.type in ("float", "int", "bool")]
        rows = {argument.name: self._row_of(argument) for argument in arguments}
        for row in self._made.values():
            row.set_wanted(row in rows.values())
        self.order([row for row in self.rows if row not in rows.values()] + list(rows.values()))
        self._argument_rows = rows
        self.arguments = {name: row.field for name, row in rows.items()}
        self.show_found(self._query)

    def _row_of(self, argument: Argument) -> RecipeRow:
        if argument not in self._made:
            field, name = argument_field(argument), argument.name
            fold = self.advanced if argument.advanced else self.more
            row = self.add(RecipeRow(term_of(argument), field), fold)
            if isinstance(field, ToggleField):
                field.clicked.connect(lambda on: self._edits.set_argument(name, on))
            else:
                field.value_changed.connect(lambda value: self._edits.set_argument(name, value))
            row.back_requested.connect(lambda: self._edits.set_argument(name, None))
            self._made[argument] = row
        return self._made[argument]


def _doc(kind: str | None) -> str:
    return translate("Recipe", OPTIMIZERS[kind].doc) if kind in OPTIMIZERS else ""
