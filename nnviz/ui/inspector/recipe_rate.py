"""The learning rate: a number, or a schedule with its arguments, drawn over the run before it starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from nnviz.training.optimizers import SCHEDULES, Argument, first_learning_rate
from nnviz.training.recipe import OptimizerSpec
from nnviz.training.schedules import batches_per_epoch, moves, new_schedule, schedule_of, total_steps, with_rate
from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import ChoiceField, NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.fields.number_field import shown
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_goal import suggestion_text
from nnviz.ui.inspector.recipe_optimizer import argument_field, show_value
from nnviz.ui.inspector.recipe_pieces import LARGEST_RATE, LEAST_RATE, PiecesField
from nnviz.ui.inspector.recipe_plot import SchedulePlot
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, schedule_texts, schedule_title, term_of
from nnviz.ui.language import translate

DEFAULT_STEPS = 1000  # what a schedule is made for while there are no data to count batches of


class RateSection(RecipeSection):
    """Learning rate, schedule, the schedule's arguments, and the plot.

    Attributes:
        learning_rate: the number, or where the schedule starts.
        schedule: which schedule; None for a number.
        arguments: the fields of the schedule's arguments by name.
        pieces: the steps of a piecewise constant rate.
        plot: the learning rate over the run.
    """

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Learning rate"), parent)
        self._document, self._edits = document, edits
        self._kind: str | None = None
        self._argument_rows: dict[str, RecipeRow] = {}
        self.arguments: dict[str, NumberField | ToggleField] = {}
        self.learning_rate = NumberField(integer=False, minimum=LEAST_RATE, maximum=LARGEST_RATE)
        self.rate_row = self.add(RecipeRow(TERMS["learning_rate"], self.learning_rate, back="bulb"))
        self.schedule, self.pieces, self.plot = ChoiceField(), PiecesField(), SchedulePlot()
        self.schedule.set_choices(
            [(translate("Recipe", "constant"), None), *((schedule_title(kind), kind) for kind in SCHEDULES)]
        )
        self.schedule_row = self.add(RecipeRow(
            TERMS["schedule"], self.schedule, texts=schedule_texts(), choice_doc=_doc,
        ))  # fmt: skip
        self.pieces_row = self.add(RecipeRow(TERMS["boundaries"], self.pieces, tall=True, switch=self.schedule_row))
        self.pieces_row.set_wanted(False)
        self.column.addWidget(self.plot)
        self._bind()

    def _bind(self) -> None:
        self.learning_rate.value_changed.connect(self._set_rate)
        self.schedule.choice_changed.connect(self._use_schedule)
        self.pieces.pieces_given.connect(self._set_pieces)
        self.plot.pieces_dragged.connect(lambda boundaries, values: self._set_pieces(boundaries, values, merge=False))
        self.rate_row.back_requested.connect(lambda: self._set_rate(self._suggested))

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the learning rate as it is now."""
        recipe, facts = self._document.recipe, self._document.facts
        schedule = schedule_of(recipe)
        rate = first_learning_rate(recipe.optimizer.kind, recipe.optimizer.args)
        self.learning_rate.set_value(rate)
        self._show_offer(offers["learning_rate"], rate)
        kind = schedule["kind"] if schedule is not None else None
        self.schedule.set_choice(kind)
        self.schedule.set_short("", quiet=kind is None)
        self.schedule.setToolTip(self.schedule_row.explanation().text)
        if kind != self._kind:
            self._rebuild(kind)
        if schedule is not None:
            self._show_schedule(schedule)
        rows = facts.rows[0] if facts is not None else 0
        self.plot.setVisible(bool(rows) and moves(recipe.optimizer))
        if rows:
            self.plot.show_run(recipe.optimizer, total_steps(recipe, rows), batches_per_epoch(recipe, rows))

    def show_found(self, query: str) -> int:
        count = super().show_found(query)
        facts = self._document.facts
        self.plot.setVisible(
            facts is not None and bool(facts.rows[0]) and count > 0 and moves(self._document.recipe.optimizer)
        )
        return count

    def _show_offer(self, offer: Suggestion, rate: float) -> None:
        self._suggested = offer.value
        text = suggestion_text(shown(offer.value), offer.reason)
        self.rate_row.say(text)
        self.rate_row.offer_back("" if rate == offer.value else text)
        self.rate_row.mark_suggested(rate == offer.value)

    def _show_schedule(self, schedule: dict[str, Any]) -> None:
        for name, row in self._argument_rows.items():
            argument = SCHEDULES[schedule["kind"]].arg(name)
            if argument is not None:
                show_value(row, argument, schedule.get(name))
        if "boundaries" in schedule:
            self.pieces.show_pieces(schedule["boundaries"], schedule["values"])

    def _rebuild(self, kind: str | None) -> None:
        self._kind = kind
        self.drop(list(self._argument_rows.values()))
        self._argument_rows, self.arguments = {}, {}
        self.pieces_row.set_wanted(kind == "PiecewiseConstantDecay")
        for argument in SCHEDULES[kind].args if kind is not None else ():
            if argument.type in ("float", "int", "bool") and argument.name != "initial_learning_rate":
                self._add_argument(argument)
        self.column.removeWidget(self.plot)
        self.column.addWidget(self.plot)
        self.show_found(self._query)

    def _add_argument(self, argument: Argument) -> None:
        field, name = argument_field(argument), argument.name
        row = self.add(RecipeRow(term_of(argument), field))
        if isinstance(field, ToggleField):
            field.clicked.connect(lambda on: self._set_argument(name, on))
        else:
            field.value_changed.connect(lambda value: self._set_argument(name, value))
        row.back_requested.connect(lambda: self._set_argument(name, None))
        self._argument_rows[name], self.arguments[name] = row, field

    # ------------------------------------------------------------------ what a person changes

    def _set_rate(self, rate: float) -> None:
        self._edits.set_rate(with_rate(self._document.recipe.optimizer, rate))

    def _use_schedule(self, kind: str | None) -> None:
        recipe, facts = self._document.recipe, self._document.facts
        rate: Any = first_learning_rate(recipe.optimizer.kind, recipe.optimizer.args)
        if kind is not None:
            steps = total_steps(recipe, facts.rows[0]) if facts is not None else DEFAULT_STEPS
            rate = new_schedule(kind, rate, steps)
        self._edits.set_rate(self._optimizer(rate), merge=False)

    def _set_argument(self, name: str, value: Any) -> None:
        schedule = schedule_of(self._document.recipe)
        if schedule is not None:
            changed = {key: item for key, item in {**schedule, name: value}.items() if item is not None}
            self._edits.set_rate(self._optimizer(changed), name)

    def _set_pieces(self, boundaries: list[int], values: list[float], merge: bool = True) -> None:
        schedule = schedule_of(self._document.recipe)
        if schedule is not None and "boundaries" in schedule:
            changed = {**schedule, "boundaries": boundaries, "values": values}
            self._edits.set_rate(self._optimizer(changed), "pieces", merge=merge)

    def _optimizer(self, rate: Any) -> OptimizerSpec:
        spec = self._document.recipe.optimizer
        return msgspec.structs.replace(spec, args={**spec.args, "learning_rate": rate})


def _doc(kind: str | None) -> str:
    return translate("Recipe", SCHEDULES[kind].doc) if kind in SCHEDULES else ""
