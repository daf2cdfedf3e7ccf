"""Every field of the form writes the recipe, and undo takes it back; suggestions are offered, never taken."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.training.json_form import recipe_from_json, recipe_to_json
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import Recipe, ReduceOnPlateau, StopEarly
from nnviz.training.suggest import LOSSES, balanced_weights, suggestions
from nnviz.ui.controls import NumberField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.inspector.inspector import LAYER, RECIPE, Inspector
from nnviz.ui.inspector.recipe_tab import RecipeTab
from tests.ui.inspector.recipe_helpers import COSINE, PIECES, change, choose, fields_of, give, row_of


def test_every_field_writes_the_recipe_and_undo_takes_it_back(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    weights = {"setosa": 1.0, "versicolor": 2.0, "virginica": 3.0}
    start = Recipe(stop_early=StopEarly(), reduce_on_plateau=ReduceOnPlateau(), class_weight=weights)
    document.edit_recipe(start.with_optimizer(learning_rate=COSINE), "All of it")
    tab.optimizer.more.header.setChecked(True)
    tab.optimizer.advanced.header.setChecked(True)
    before, steps = document.recipe, document.undo_stack.count()
    names = list(fields_of(tab))
    assert len(names) > 35
    for name in names:
        change(qtbot, fields_of(tab)[name])
        assert document.recipe != before, name
        assert recipe_from_json(recipe_to_json(document.recipe)) == document.recipe, name
        while document.undo_stack.index() > steps:
            document.undo_stack.undo()
        assert document.recipe == before, name


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_argument_of_an_optimizer_has_its_field(document: Document, tab: RecipeTab, kind: str) -> None:
    document.edit_recipe(Recipe().with_optimizer(kind), "Use it")
    names = {argument.name for argument in OPTIMIZERS[kind].args}
    assert set(tab.optimizer.arguments) | {"learning_rate"} == names
    for name, field in tab.optimizer.arguments.items():
        argument = OPTIMIZERS[kind].arg(name)
        assert argument is not None
        shown = field.isChecked() if isinstance(field, ToggleField) else field.value
        assert shown == argument.default


@pytest.mark.parametrize("kind", SCHEDULES)
def test_every_schedule_is_chosen_and_has_its_fields(document: Document, tab: RecipeTab, kind: str) -> None:
    choose(tab.rate.schedule, kind)
    schedule = document.recipe.optimizer.args["learning_rate"]
    assert schedule["kind"] == kind
    assert recipe_from_json(recipe_to_json(document.recipe)) == document.recipe
    names = {argument.name for argument in SCHEDULES[kind].args} - {"initial_learning_rate", "boundaries", "values"}
    assert set(tab.rate.arguments) == names
    assert tab.rate.pieces.isVisible() == (kind == "PiecewiseConstantDecay")
    assert tab.rate.plot.isVisible()
    assert not [p for p in document.problems if not p.caution]
    choose(tab.rate.schedule, None)
    assert document.recipe.optimizer.args["learning_rate"] == 0.001
    assert not tab.rate.plot.isVisible()


def test_an_optional_argument_is_switched_on_and_off(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    tab.optimizer.advanced.header.setChecked(True)
    row, field = row_of(tab, "clipnorm"), tab.optimizer.arguments["clipnorm"]
    assert isinstance(field, NumberField)
    assert field.lineEdit().placeholderText() == "off"
    assert not row.back.isVisible()
    give(qtbot, field, "2")
    assert document.recipe.optimizer.args["clipnorm"] == 2
    assert row.back.toolTip() == "Switch off"
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert "clipnorm" not in document.recipe.optimizer.args
    assert field.value is None


def test_an_argument_goes_back_to_the_default_of_keras(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    tab.optimizer.more.header.setChecked(True)
    give(qtbot, tab.optimizer.arguments["beta_1"], "0.5")
    row = row_of(tab, "beta_1")
    assert row.back.toolTip() == "Back to Keras's own: 0.9"
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert "beta_1" not in document.recipe.optimizer.args


def test_a_number_where_a_schedule_is_set_keeps_the_schedule(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe().with_optimizer(learning_rate=COSINE), "Cosine")
    assert tab.rate.learning_rate.value == 0.01
    give(qtbot, tab.rate.learning_rate, "0.02")
    assert document.recipe.optimizer.args["learning_rate"] == {**COSINE, "initial_learning_rate": 0.02}
    document.edit_recipe(Recipe().with_optimizer(learning_rate=PIECES), "Steps")
    give(qtbot, tab.rate.learning_rate, "0.2")
    assert document.recipe.optimizer.args["learning_rate"] == {**PIECES, "values": [0.2, 0.01, 0.001]}


def test_steps_are_typed_added_and_taken_out(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe().with_optimizer(learning_rate=PIECES), "Steps")
    pieces = tab.rate.pieces

    def rate() -> dict[str, Any]:
        schedule: dict[str, Any] = document.recipe.optimizer.args["learning_rate"]
        return schedule

    give(qtbot, pieces.lines[0][0], "150")
    give(qtbot, pieces.lines[1][1], "0.002")
    assert (rate()["boundaries"], rate()["values"]) == ([150, 200], [0.1, 0.01, 0.002])
    give(qtbot, pieces.lines[0][0], "900")
    assert rate()["boundaries"] == [199, 200], "steps stay in order"
    qtbot.mouseClick(pieces.adder, Qt.MouseButton.LeftButton)
    assert (rate()["boundaries"], rate()["values"]) == ([199, 200, 201], [0.1, 0.01, 0.002, 0.0002])
    qtbot.mouseClick(pieces.lines[0][2], Qt.MouseButton.LeftButton)
    assert (rate()["boundaries"], rate()["values"]) == ([200, 201], [0.1, 0.002, 0.0002])


# ---------------------------------------------------------------------- loss and metrics


def test_all_losses_are_there_and_those_that_suit_come_first(document: Document, tab: RecipeTab) -> None:
    loss = tab.goal.loss
    names = [loss.itemData(i) for i in range(1, loss.count())]
    assert sorted(names) == sorted(LOSSES)
    assert document.facts is not None
    suits = [document.facts.task in LOSSES[name][1] for name in names]
    assert suits == sorted(suits, reverse=True)
    assert all(("another task" in loss.itemText(i + 1)) != suits[i] for i in range(len(names)))


def test_metrics_are_added_exchanged_and_removed(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    metrics = tab.goal.metrics
    assert [field.choice for field in metrics.fields] == ["accuracy"]
    assert tab.goal.metrics_row.mark.isVisible()
    choose(metrics.adder, "precision")
    assert document.recipe.metrics == ("accuracy", "precision")
    assert not tab.goal.metrics_row.mark.isVisible()
    assert "accuracy" not in [metrics.adder.itemData(i) for i in range(metrics.adder.count())]
    choose(metrics.fields[1], "recall")
    assert document.recipe.metrics == ("accuracy", "recall")
    metrics._remove(0)
    assert document.recipe.metrics == ("recall",)
    metrics._remove(0)
    assert document.recipe.metrics == ()
    assert metrics.fields == []
    qtbot.mouseClick(tab.goal.metrics_row.back, Qt.MouseButton.LeftButton)
    assert document.recipe.metrics is None
    for _ in range(5):
        document.undo_stack.undo()
    assert document.recipe == Recipe()


def test_the_loss_goes_back_to_what_the_task_suggests(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    row = tab.goal.loss_row
    assert row.mark.isVisible()
    assert not row.back.isVisible()
    choose(tab.goal.loss, "mse")
    assert document.recipe.loss == "mse"
    assert not row.mark.isVisible()
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert document.recipe.loss is None


# ---------------------------------------------------------------------- suggestions


def test_what_is_suggested_is_offered_and_taken_with_one_click(
    qtbot: QtBot, document: Document, tab: RecipeTab
) -> None:
    document.edit_recipe(Recipe(epochs=7, batch_size=99).with_optimizer("SGD", learning_rate=0.5), "Odd")
    for row in (tab.optimizer.optimizer_row, row_of(tab, "batch_size"), row_of(tab, "epochs"), tab.rate.rate_row):
        assert not row.mark.isVisible()
        assert row.back.toolTip().startswith("Suggested: ")
        assert row.explanation().suggestion == row.back.toolTip()
        qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
        assert row.mark.isVisible()
        assert not row.back.isVisible()
    offers = suggestions(document.recipe, document.facts)
    recipe = document.recipe
    assert recipe.optimizer.kind == "Adam"
    assert recipe.optimizer.args["learning_rate"] == offers["learning_rate"].value
    assert (recipe.epochs, recipe.batch_size) == (offers["epochs"].value, offers["batch_size"].value)


def test_nothing_suggested_is_taken_silently(document: Document, tab: RecipeTab) -> None:
    assert document.recipe == Recipe()
    assert document.undo_stack.count() == 0


# ---------------------------------------------------------------------- class weights


def test_class_weights_are_balanced_and_edited_by_name(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    classes = tab.classes
    assert classes.weights == {}
    qtbot.mouseClick(classes.on, Qt.MouseButton.LeftButton)
    assert document.facts is not None
    assert document.recipe.class_weight == balanced_weights(document.facts)
    assert list(classes.weights) == ["setosa", "versicolor", "virginica"]
    give(qtbot, classes.weights["versicolor"], "2.5")
    assert document.recipe.class_weight is not None
    assert document.recipe.class_weight["versicolor"] == 2.5
    qtbot.mouseClick(classes.balanced, Qt.MouseButton.LeftButton)
    assert document.recipe.class_weight == balanced_weights(document.facts)
    qtbot.mouseClick(classes.on, Qt.MouseButton.LeftButton)
    assert document.recipe.class_weight is None
    qtbot.waitUntil(lambda: classes.weights == {})


def test_a_weight_given_by_number_is_that_of_its_class(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe(class_weight={"1": 4.0}), "Weigh")
    assert tab.classes.weights["versicolor"].value == 4.0
    give(qtbot, tab.classes.weights["versicolor"], "5")
    assert document.recipe.class_weight == {"versicolor": 5.0}


def test_numbers_to_predict_have_no_class_weights(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    assert tab.classes.isVisibleTo(tab)
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        document.edit_data(Builtin(name="diabetes"), "Other data")
    assert not tab.classes.isVisibleTo(tab)


# ---------------------------------------------------------------------- seeds and data


def test_parts_and_their_seed_are_edited(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        give(qtbot, tab.data.test, "10")
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        give(qtbot, tab.data.seed.field, "5")
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        choose(tab.data.balance, "weights")
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        qtbot.mouseClick(tab.data.stratify, Qt.MouseButton.LeftButton)
    spec = document.data_spec
    assert spec is not None
    assert (spec.split.test, spec.split.seed, spec.split.stratify, spec.balance) == (0.1, 5, False, "weights")
    assert document.facts is not None
    assert document.facts.balance == "weights"


# ---------------------------------------------------------------------- when it is made and brought up to date


def test_the_form_is_made_once_it_is_seen(qtbot: QtBot, document: Document) -> None:
    inspector = Inspector(document)
    qtbot.addWidget(inspector)
    inspector.show()
    assert inspector.recipe.sections == []
    inspector.show_tab(RECIPE)
    qtbot.waitUntil(lambda: len(inspector.recipe.sections) == 9)
    assert inspector.recipe.run.epochs.value == 100
    inspector.shutdown()


def test_what_changed_while_the_form_was_hidden_is_shown(document: Document, inspector: Inspector) -> None:
    inspector.recipe.build()
    inspector.show_tab(LAYER)
    document.edit_recipe(Recipe(epochs=42), "Change epochs")
    inspector.show_tab(RECIPE)
    assert inspector.recipe.run.epochs.value == 42


def test_what_everyone_looks_for_is_seen_without_scrolling(qtbot: QtBot, inspector: Inspector, tab: RecipeTab) -> None:
    inspector.setMinimumHeight(0)
    inspector.resize(300, 340)  # as in a window of 1280 x 800
    names = ("loss", "optimizer", "learning_rate", "epochs", "batch_size")
    rows = [row_of(tab, name) for name in names]
    qtbot.waitUntil(lambda: all(row.visibleRegion().boundingRect().height() == row.height() for row in rows))
    tops = [row.mapTo(tab, row.rect().topLeft()).y() for row in rows]
    assert tops == sorted(tops)
