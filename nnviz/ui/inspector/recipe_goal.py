"""What training aims at: the loss, and the metrics to watch."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.sentences import Sentence
from nnviz.training.suggest import (
    LOSSES,
    METRICS,
    METRICS_BY_TASK,
    Suggestion,
    fitted_recipe,
    own_measures,
    suited_losses,
)
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, GlyphButton, clear_layout
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_section import RecipeSection
from nnviz.ui.inspector.recipe_terms import TERMS, loss_texts, metric_texts
from nnviz.ui.inspector.wording import words
from nnviz.ui.language import said, translate


def loss_doc(name: str | None) -> str:
    """What the loss *name* is, in a sentence."""
    return translate("Recipe", LOSSES[name][0]) if name in LOSSES else ""


def metric_doc(name: str | None) -> str:
    """What the metric *name* is, in a sentence."""
    return translate("Recipe", METRICS[name]) if name in METRICS else ""


class MetricsField(QWidget):
    """The metrics, one below the other, and a field that adds another.

    Signals:
        metrics_given: a person chose these names.
        explained: a metric in an open list is looked at; carries its sentence.
    """

    metrics_given = Signal(object)
    explained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self.fields: list[ChoiceField] = []
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.STEP)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.STEP)
        self.adder = ChoiceField()
        self.adder.setPlaceholderText(self.tr("Add a metric"))
        self.adder.setAccessibleName(self.tr("Add a metric"))
        self.adder.setToolTip(TERMS["metrics"].sentence)
        self.adder.choice_changed.connect(self._add)
        self.adder.highlighted.connect(lambda index: self.explained.emit(metric_doc(self.adder.itemData(index))))
        self._column.addLayout(self._lines)
        self._column.addWidget(self.adder)

    def show_metrics(self, chosen: tuple[str, ...], suggested: bool, usual: tuple[str, ...]) -> None:
        """Show *chosen*, quietly where they are only *suggested*; those of *usual* are offered first."""
        if (chosen, suggested, usual) == self._shown:
            return
        self._shown = (chosen, suggested, usual)
        self._chosen = chosen
        names = [*usual, *(name for name in METRICS if name not in usual)]
        clear_layout(self._lines)
        self.fields = [self._line(index, names, suggested) for index in range(len(chosen))]
        self.adder.set_choice(None)
        self.adder.set_choices([(words(name), name) for name in names if name not in chosen])
        self.adder.set_choice(None)

    def _line(self, index: int, names: list[str], suggested: bool) -> ChoiceField:
        name = self._chosen[index]
        others = [item for item in names if item == name or item not in self._chosen]
        field = ChoiceField((words(item), item) for item in others)
        field.set_choice(name)
        field.set_short("", quiet=suggested)
        field.setAccessibleName(self.tr("Metric {0}").format(index + 1))
        field.setToolTip(metric_doc(name) or TERMS["metrics"].sentence)
        field.choice_changed.connect(lambda other: self._replace(index, other))
        field.highlighted.connect(lambda row: self.explained.emit(metric_doc(field.itemData(row))))
        remove = GlyphButton("close", self.tr("Do not measure {0}").format(words(name)))
        remove.clicked.connect(lambda: self._remove(index))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        row.addWidget(field, 1)
        row.addWidget(remove)
        self._lines.addWidget(line)
        return field

    def _add(self, name: str) -> None:
        self.adder.set_choice(None)
        self.metrics_given.emit((*self._chosen, name))

    def _replace(self, index: int, name: str) -> None:
        self.metrics_given.emit((*self._chosen[:index], name, *self._chosen[index + 1 :]))

    def _remove(self, index: int) -> None:
        self.metrics_given.emit((*self._chosen[:index], *self._chosen[index + 1 :]))


class GoalSection(RecipeSection):
    """Loss and metrics: what is set, or quietly what the task suggests."""

    def __init__(self, document: Document, edits: RecipeEdits, parent: QWidget | None = None) -> None:
        super().__init__(translate("Recipe", "Goal"), parent)
        self._document = document
        self._suggested = document.fitted_recipe
        self.loss, self.metrics = ChoiceField(), MetricsField()
        self.loss_row = self.add(RecipeRow(
            TERMS["loss"], self.loss, texts=loss_texts(), choice_doc=self._loss_doc,
        ))  # fmt: skip
        self.metrics_row = self.add(RecipeRow(TERMS["metrics"], self.metrics, texts=metric_texts(), tall=True))
        self.metrics.explained.connect(self.metrics_row.explained)
        self.loss.choice_changed.connect(lambda name: edits.set("loss", name))
        self.metrics.metrics_given.connect(lambda names: edits.set("metrics", names, merge=False))
        self.loss_row.back_requested.connect(lambda: edits.set("loss", None, merge=False))
        self.metrics_row.back_requested.connect(lambda: edits.set("metrics", None, merge=False))

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show loss and metrics as they are now."""
        recipe, facts = self._document.recipe, self._document.facts
        self._suggested = fitted_recipe(msgspec.structs.replace(recipe, loss=None, metrics=None), facts)
        loss, metrics = self._suggested.loss or "", self._suggested.metrics or ()
        self._offer_losses(loss)
        self.loss.setToolTip(self.loss_row.explanation().text)
        usual = METRICS_BY_TASK[facts.task] if facts is not None else tuple(METRICS)
        self.metrics.show_metrics(
            recipe.metrics if recipe.metrics is not None else metrics, recipe.metrics is None, usual
        )
        self.loss_row.mark_suggested(recipe.loss is None)
        self.metrics_row.mark_suggested(recipe.metrics is None)
        self.metrics_row.set_wanted(not own_measures(recipe))
        back = self.tr("Back to what suits the task: {0}")
        self.loss_row.offer_back(back.format(words(loss)) if recipe.loss is not None else "")
        shown = ", ".join(words(name) for name in metrics)
        self.metrics_row.offer_back(back.format(shown) if recipe.metrics is not None else "")
        for row, part, text in ((self.loss_row, "loss", words(loss)), (self.metrics_row, "metrics", shown)):
            row.say(suggestion_text(text, offers[part].reason) if part in offers else "")

    def _offer_losses(self, suggested: str) -> None:
        facts, chosen = self._document.facts, self._document.recipe.loss
        suits = suited_losses(self._document.recipe, facts)
        others = [name for name in LOSSES if name not in suits]
        self.loss.set_choices([
            (self.tr("{0} (suggested)").format(words(suggested)), None),
            *((words(name), name) for name in suits),
            *((self.tr("{0} · for another task").format(words(name)), name) for name in others),
        ])  # fmt: skip
        self.loss.set_choice(chosen)
        self.loss.set_short(words(suggested if chosen is None else chosen), quiet=chosen is None)

    def _loss_doc(self, name: str | None) -> str:
        return loss_doc(name if name is not None else self._suggested.loss)


def suggestion_text(value: str, reason: Sentence) -> str:
    """``Suggested: 16. Suits 240 training rows.``"""
    shown = translate("Recipe", "Suggested: {0}").format(value)
    return f"{shown}. {said(reason)}"
