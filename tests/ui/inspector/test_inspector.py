"""The inspector over a real document: every field is an edit, and every edit is seen."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.ui.controls import ChoiceField, NumberField, TextField, ToggleField
from nnviz.ui.document import Document, first_project
from nnviz.ui.inspector.inspector import LAYER, RECIPE, SCRIPT, Inspector
from nnviz.ui.inspector.layer_tab import LayerForm
from nnviz.ui.inspector.problem_card import GoodCard, ProblemCard


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[Document]:
    document = Document(first_project())
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20000)
    yield document
    document.shutdown()


@pytest.fixture
def inspector(qtbot: QtBot, document: Document) -> Iterator[Inspector]:
    inspector = Inspector(document)
    inspector.resize(300, 900)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.activateWindow()
    yield inspector
    inspector.shutdown()


def form_of(inspector: Inspector) -> LayerForm:
    assert inspector.layer.form is not None
    return inspector.layer.form


def give(qtbot: QtBot, field: object, text: str) -> None:
    assert isinstance(field, NumberField | TextField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_units_are_edited_and_undone(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.select(("hidden_1",))
    form = form_of(inspector)
    assert form.shape_section.shape.text() == "(batch, 2) → (batch, 6)"
    assert form.shape_section.cost.text() == "18 parameters, 12 multiply-adds"
    give(qtbot, form.rows["units"].field, "12")
    assert document.network.layer("hidden_1").args["units"] == 12
    assert form_of(inspector).shape_section.cost.text() == "36 parameters, 24 multiply-adds"
    document.undo_stack.undo()
    field = form_of(inspector).rows["units"].field
    assert isinstance(field, NumberField)
    assert field.value == 6


def test_a_turned_wheel_is_one_step_of_undo(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.select(("hidden_1",))
    for _ in range(3):
        qtbot.keyClick(form_of(inspector).rows["units"].field, Qt.Key.Key_Up)
    assert document.network.layer("hidden_1").args["units"] == 9
    assert document.undo_stack.count() == 1


def test_choice_and_switch(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.select(("hidden_1",))
    activation, bias = (form_of(inspector).rows[name].field for name in ("activation", "use_bias"))
    assert isinstance(activation, ChoiceField)
    assert isinstance(bias, ToggleField)
    activation.setFocus()
    qtbot.keyClick(activation, Qt.Key.Key_Home)
    assert document.network.layer("hidden_1").args["activation"] == "linear"
    qtbot.mouseClick(bias, Qt.MouseButton.LeftButton)
    assert document.network.layer("hidden_1").args["use_bias"] is False
    assert document.inference.parameters["hidden_1"] == 12


def test_the_output_follows_the_data_until_set_and_again(
    qtbot: QtBot, document: Document, inspector: Inspector
) -> None:
    document.select(("output",))
    row = form_of(inspector).rows["units"]
    assert isinstance(row.field, NumberField)
    assert row.field.value is None
    assert row.field.lineEdit().placeholderText() == "1 · auto"
    assert not row.follow.isVisible()
    give(qtbot, row.field, "3")
    row = form_of(inspector).rows["units"]
    assert document.network.layer("output").args["units"] == 3
    qtbot.waitUntil(row.follow.isVisible)
    qtbot.mouseClick(row.follow, Qt.MouseButton.LeftButton)
    assert "units" not in document.network.layer("output").args
    assert document.fitted.layer("output").args["units"] == 1


def test_a_shape_is_typed(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.select(("input",))
    field = form_of(inspector).rows["shape"].field
    assert isinstance(field, TextField)
    assert field.placeholderText() == "2 · auto"
    give(qtbot, field, "two")
    assert field.property("wrong") == "true"
    assert document.undo_stack.count() == 0
    give(qtbot, field, "2")
    assert list(document.network.layer("input").args["shape"]) == [2]


def test_renaming_keeps_the_selection_and_refuses_in_place(
    qtbot: QtBot, document: Document, inspector: Inspector
) -> None:
    document.select(("hidden_1",))
    give(qtbot, form_of(inspector).name, "output")
    assert "output" in form_of(inspector).refusal.text()
    qtbot.waitUntil(form_of(inspector).refusal.isVisible)
    give(qtbot, form_of(inspector).name, "encoder")
    assert document.selection == ("encoder",)
    assert form_of(inspector).name.text() == "encoder"
    assert ("input", "encoder") in document.network.links


def test_a_problem_is_fixed_with_one_press(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.edit_network(edits.set_args(document.network, "output", units=3), "Change units")
    document.select(("output",))
    card = next(
        c for c in form_of(inspector).problems.cards if isinstance(c, ProblemCard) and c.problem.fix is not None
    )
    assert card.fix is not None
    qtbot.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert document.problems == ()
    assert form_of(inspector).problems.cards == []


def test_the_summary_leads_to_the_layers(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    summary = inspector.layer.summary
    assert summary.title.text() == "4 layers"
    assert summary.kinds.text() == "1 Input, 2 Hidden, 1 Output"
    assert summary.figures.text() == "51 parameters, 40 multiply-adds"
    assert isinstance(summary.problems.cards[0], GoodCard)
    row = next(r for r in summary.layers.rows if r.layer_id == "hidden_2")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert document.selection == ("hidden_2",)
    assert form_of(inspector).layer_id == "hidden_2"


def test_a_problem_in_the_summary_leads_to_its_layer(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    document.edit_network(edits.remove_link(document.network, "input", "hidden_1"), "Delete link")
    cards = inspector.layer.summary.problems.cards
    card = next(c for c in cards if isinstance(c, ProblemCard) and c.problem.layer == "hidden_1")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert document.selection == ("hidden_1",)


def test_deleting_the_shown_layer_brings_the_summary(document: Document, inspector: Inspector) -> None:
    document.select(("hidden_2",))
    document.edit_network(edits.remove_layers(document.network, ("hidden_2",)), "Delete layer")
    assert inspector.layer.form is None
    assert inspector.layer.summary.isVisible()


def test_the_recipe_is_edited_field_by_field(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    tab = inspector.recipe
    give(qtbot, tab.run.epochs, "40")
    give(qtbot, tab.run.batch_size, "16")
    give(qtbot, tab.rate.learning_rate, "0.03")
    give(qtbot, tab.run.seed.field, "7")
    recipe = document.recipe
    assert (recipe.epochs, recipe.batch_size, recipe.seed) == (40, 16, 7)
    assert recipe.optimizer.args["learning_rate"] == 0.03
    qtbot.mouseClick(tab.run.seed.dice, Qt.MouseButton.LeftButton)
    assert document.recipe.seed != 7
    document.edit_recipe(msgspec.structs.replace(document.recipe, epochs=99), "Change epochs")
    assert tab.run.epochs.value == 99


def test_another_optimizer_shows_its_own_arguments(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    tab = inspector.recipe
    assert {"beta_1", "beta_2"} <= set(tab.optimizer.arguments)
    tab.optimizer.optimizer.setFocus()
    qtbot.keyClicks(tab.optimizer.optimizer, "SGD")
    assert document.recipe.optimizer.kind == "SGD"
    assert {"momentum", "nesterov", "clipnorm"} <= set(tab.optimizer.arguments)
    assert not {"learning_rate", "beta_1"} & set(tab.optimizer.arguments)
    assert all(OPTIMIZERS["SGD"].arg(name) for name in tab.optimizer.arguments)
    tab.optimizer.more.header.click()
    give(qtbot, tab.optimizer.arguments["momentum"], "0.9")
    assert document.recipe.optimizer.args["momentum"] == 0.9


def test_the_loss_is_suggested_until_it_is_chosen(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    loss = inspector.recipe.goal.loss
    assert loss.choice is None
    assert loss.itemText(0) == "binary crossentropy (suggested)"
    names = [loss.itemData(i) for i in range(1, loss.count())]
    assert names.index("binary_crossentropy") < names.index("poisson")
    assert loss.itemText(1 + names.index("poisson")) == "poisson · for another task"
    loss.setFocus()
    qtbot.keyClick(loss, Qt.Key.Key_Down)
    assert document.recipe.loss == "mse"
    document.undo_stack.undo()
    assert loss.choice is None


def test_stopping_early_unfolds(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    section = inspector.recipe.stopping
    assert not section.patience.isVisible()
    qtbot.mouseClick(section.on, Qt.MouseButton.LeftButton)
    assert section.patience.isVisible()
    give(qtbot, section.patience, "5")
    qtbot.mouseClick(section.restore, Qt.MouseButton.LeftButton)
    rule = document.recipe.stop_early
    assert rule is not None
    assert (rule.monitor, rule.patience, rule.restore_best) == ("val_loss", 5, False)
    qtbot.mouseClick(section.on, Qt.MouseButton.LeftButton)
    assert document.recipe.stop_early is None


def test_the_validation_share_reloads_the_data(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    field = inspector.recipe.data.validation
    assert field.lineEdit().placeholderText() == "20 · auto"
    with qtbot.waitSignal(document.facts_changed, timeout=20000):
        give(qtbot, field, "50")
    assert document.facts is not None
    assert document.facts.rows == (150, 150, 0)


def test_the_script_is_made_only_when_looked_at(qtbot: QtBot, document: Document, inspector: Inspector) -> None:
    script = inspector.script
    document.edit_network(edits.set_args(document.network, "hidden_1", units=17), "Change units")
    assert script.text.toPlainText() == ""
    inspector.show_tab(SCRIPT)
    qtbot.waitUntil(lambda: "17" in script.text.toPlainText(), timeout=20000)
    assert "keras" in script.text.toPlainText()
    compile(script.text.toPlainText(), "script.py", "exec")
    qtbot.mouseClick(script.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == script.text.toPlainText()
    document.edit_network(edits.set_args(document.network, "hidden_1", units=19), "Change units")
    qtbot.waitUntil(lambda: "19" in script.text.toPlainText(), timeout=20000)


def test_a_selected_layer_brings_its_tab_but_does_not_hide_the_script(document: Document, inspector: Inspector) -> None:
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    document.select(("hidden_1",))
    assert inspector.tabs.currentIndex() == LAYER
    inspector.show_tab(SCRIPT)
    document.select(("hidden_2",))
    assert inspector.tabs.currentIndex() == SCRIPT


def test_every_field_has_a_name_and_a_sentence(document: Document, inspector: Inspector) -> None:
    document.select(("hidden_1",))
    inspector.show_tab(RECIPE)
    inspector.recipe.build()
    inspector.recipe.stopping.on.click()
    fields = [f for kind in (NumberField, ChoiceField, TextField, ToggleField) for f in inspector.findChildren(kind)]
    assert len(fields) > 15
    assert all(field.accessibleName() for field in fields)
    assert [field.accessibleName() for field in fields if not field.toolTip()] == []
