"""The recipe: loss, optimizer, epochs and the rest, with what the task suggests while nobody has chosen."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.training.optimizers import OPTIMIZERS, Argument, first_learning_rate
from nnviz.training.suggest import LOSSES, METRICS, fitted_recipe
from nnviz.ui import theme
from nnviz.ui.controls import (
    ChoiceField,
    Disclosure,
    LabelledRow,
    NumberField,
    ScrollPanel,
    SectionCaption,
    ToggleField,
    clear_layout,
)  # fmt: skip
from nnviz.ui.document import Document
from nnviz.ui.inspector.data_section import DataSection
from nnviz.ui.inspector.seed_row import SeedRow
from nnviz.ui.inspector.stopping_section import StoppingSection
from nnviz.ui.inspector.wording import label_of, words
from nnviz.ui.language import translate

MOST_EPOCHS, MOST_BATCH = 1_000_000, 1_000_000


class RecipeTab(ScrollPanel):
    """Fields for the recipe of *document* and, below, for how its data are prepared."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(20, theme.GROUP, parent)
        self._document = document
        self._shown_optimizer = ""
        self.loss, self.score = ChoiceField(), ChoiceField()
        self.optimizer = ChoiceField((kind, kind) for kind in OPTIMIZERS)
        self.learning_rate = NumberField(integer=False, minimum=1e-12, maximum=1000.0)
        self.epochs = NumberField(minimum=1, maximum=MOST_EPOCHS, step=10)
        self.batch_size = NumberField(minimum=1, maximum=MOST_BATCH)
        self.shuffle = ToggleField()
        self.seed = SeedRow()
        self.more = Disclosure(self.tr("More of the optimizer"))
        self.arguments: dict[str, NumberField | ToggleField] = {}
        self.data, self.stopping = DataSection(document), StoppingSection(document)
        self._lay_out()
        self._bind()
        document.recipe_changed.connect(self.refresh)
        document.facts_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recipe as it is now."""
        recipe, document = self._document.recipe, self._document
        self._show_suggestions()
        self.optimizer.set_choice(recipe.optimizer.kind)
        self.optimizer.setToolTip(translate("Recipe", OPTIMIZERS[recipe.optimizer.kind].doc))
        self.learning_rate.set_value(first_learning_rate(recipe.optimizer.kind, recipe.optimizer.args))
        self.epochs.set_value(recipe.epochs)
        self.batch_size.set_value(recipe.batch_size)
        self.shuffle.setChecked(recipe.shuffle)
        self.seed.field.set_value(recipe.seed)
        if recipe.optimizer.kind != self._shown_optimizer:
            self._rebuild_arguments(recipe.optimizer.kind)
        for name, field in self.arguments.items():
            argument = OPTIMIZERS[recipe.optimizer.kind].arg(name)
            value = recipe.optimizer.args.get(name, argument.default if argument else None)
            if isinstance(field, ToggleField):
                field.setChecked(bool(value))
            else:
                field.set_value(value)
        self.stopping.refresh()
        self.data.setVisible(document.data_spec is not None)

    def _show_suggestions(self) -> None:
        """Loss and metric: what is set, or what the task suggests, quietly."""
        recipe, facts = self._document.recipe, self._document.facts
        open_recipe = msgspec.structs.replace(recipe, loss=None, metrics=None)
        suggested = fitted_recipe(open_recipe, facts)
        losses = [name for name, (_, tasks) in LOSSES.items() if facts is None or facts.task in tasks]
        self._offer(self.loss, losses, suggested.loss or "", recipe.loss)
        doc = LOSSES[recipe.loss or suggested.loss or "mse"][0] if recipe.loss in (None, *LOSSES) else ""
        self.loss.setToolTip(translate("Recipe", doc))
        metric = recipe.metrics[0] if recipe.metrics else None
        self._offer(self.score, list(METRICS), (suggested.metrics or ("",))[0], metric)

    def _offer(self, field: ChoiceField, names: list[str], suggested: str, chosen: str | None) -> None:
        first = (self.tr("{0} (suggested)").format(words(suggested)), None)
        field.set_choices([first, *((words(name), name) for name in names)])
        field.set_choice(chosen)
        field.set_short(words(suggested) if chosen is None else "", quiet=chosen is None)

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QWidget, str], ...] = (
            (self.tr("Loss"), self.loss, self.tr("What training makes small; in grey while it follows the task.")),
            (self.tr("Metric"), self.score, self.tr("A score to watch that training itself does not use.")),
            (self.tr("Optimizer"), self.optimizer, self.tr("The rule that moves the weights.")),
            (label_of("learning_rate"), self.learning_rate,
             self.tr("How far each step moves the weights; too large jumps about, too small takes long.")),
        )  # fmt: skip
        self._section(self.tr("Learning"), rows)
        self.column.addWidget(self.more)
        self.column.addSpacing(theme.GAP)
        self._section(self.tr("Run"), (
            (self.tr("Epochs"), self.epochs, self.tr("How often training goes through all rows.")),
            (self.tr("Batch size"), self.batch_size, self.tr("Rows per step; small batches step more often.")),
            (self.tr("Shuffle"), self.shuffle, self.tr("Takes the rows in a new order in every epoch.")),
            (self.tr("Seed"), self.seed, self.tr("The same seed gives the same initial weights and order of rows.")),
        ))  # fmt: skip
        self.column.addSpacing(theme.GAP)
        self.column.addWidget(self.data)
        self.column.addSpacing(theme.GAP)
        self.column.addWidget(self.stopping)
        self.column.addStretch(1)

    def _section(self, caption: str, rows: tuple[tuple[str, QWidget, str], ...]) -> None:
        self.column.addWidget(SectionCaption(caption))
        inside = QVBoxLayout()
        inside.setSpacing(10)
        for label, field, hint in rows:
            inside.addWidget(LabelledRow(label, field, hint))
        self.column.addLayout(inside)

    def _bind(self) -> None:
        self.loss.choice_changed.connect(lambda name: self._set("loss", name))
        self.score.choice_changed.connect(lambda name: self._set("metrics", (name,) if name else None))
        self.optimizer.choice_changed.connect(self._set_optimizer)
        self.learning_rate.value_changed.connect(lambda value: self._set_argument("learning_rate", value))
        self.epochs.value_changed.connect(lambda value: self._set("epochs", value))
        self.batch_size.value_changed.connect(lambda value: self._set("batch_size", value))
        self.shuffle.clicked.connect(lambda on: self._set("shuffle", on))
        self.seed.value_changed.connect(lambda value: self._set("seed", value))

    def _set(self, name: str, value: Any) -> None:
        changed = msgspec.structs.replace(self._document.recipe, **{name: value})
        self._document.edit_recipe(changed, self.tr("Change {0}").format(words(name)), f"recipe.{name}")

    def _set_optimizer(self, kind: str) -> None:
        self._document.edit_recipe(self._document.recipe.with_optimizer(kind), self.tr("Use {0}").format(kind))

    def _set_argument(self, name: str, value: Any) -> None:
        changed = self._document.recipe.with_optimizer(**{name: value})
        self._document.edit_recipe(changed, self.tr("Change {0}").format(label_of(name).lower()), f"recipe.{name}")

    def _rebuild_arguments(self, kind: str) -> None:
        self._shown_optimizer = kind
        clear_layout(self.more.body)
        self.arguments = {}
        for argument in OPTIMIZERS[kind].args:
            if argument.type not in ("float", "int", "bool") or argument.advanced:
                continue
            field = _argument_field(argument)
            if isinstance(field, ToggleField):
                field.clicked.connect(lambda on, name=argument.name: self._set_argument(name, on))
            else:
                field.value_changed.connect(lambda value, name=argument.name: self._set_argument(name, value))
            self.arguments[argument.name] = field
            self.more.body.addWidget(LabelledRow(label_of(argument.name), field, translate("Recipe", argument.doc)))
        self.more.setVisible(bool(self.arguments))


def _argument_field(argument: Argument) -> NumberField | ToggleField:
    if argument.type == "bool":
        return ToggleField()
    minimum = argument.minimum if argument.minimum is not None else argument.above
    return NumberField(
        integer=argument.type == "int", minimum=minimum, maximum=argument.maximum, optional=argument.default is None
    )
