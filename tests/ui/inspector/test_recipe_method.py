"""The method in the form of the recipe: chosen, its arguments, back to answers; one step of undo each."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, QLearning
from nnviz.training.methods.terms import METHODS, kind_of
from nnviz.ui.controls import ChoiceField, NumberField
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_tab import RecipeTab
from tests.ui.inspector.recipe_helpers import change, choose, row_of, visible

ARGUMENTS = {argument.name for kind in METHODS for argument in kind.args}


def test_from_answers_it_is_one_row(document: Document, tab: RecipeTab) -> None:
    assert document.recipe.method is None
    assert tab.method.method.currentText() == "From answers"
    assert not ARGUMENTS & visible(tab)
    assert "metrics" in visible(tab)


@pytest.mark.parametrize("kind", METHODS[1:], ids=lambda kind: kind.label)
def test_a_method_is_chosen_changed_and_taken_back(
    document: Document, tab: RecipeTab, qtbot: QtBot, kind: object
) -> None:
    method = kind.method
    choose(tab.method.method, type(method))
    assert document.recipe.method == method
    assert set(tab.method.fields) == {field.name for field in msgspec.structs.fields(method)} <= visible(tab)
    assert ("metrics" in visible(tab)) == (type(method) is ContrastiveDivergence)
    for name, field in tab.method.fields.items():
        if isinstance(field, NumberField):
            change(qtbot, field)
            assert getattr(document.recipe.method, name) != getattr(method, name)
            document.undo_stack.undo()
            assert field.value == getattr(method, name)
    document.undo_stack.undo()
    assert document.recipe.method is None
    assert tab.method.method.choice is type(None)
    assert not ARGUMENTS & visible(tab)
    document.undo_stack.redo()
    choose(tab.method.method, type(None))
    assert document.recipe.method is None


def test_the_layer_between_is_found_or_chosen(document: Document, tab: RecipeTab) -> None:
    first, second = (layer.id for layer in document.network.layers if layer.kind == "Dense")
    for layer in (first, second):
        document.edit_network(edits.set_args(document.network, layer, units=4), "as many as a flower has numbers")
    choose(tab.method.method, Adversarial)
    field = tab.method.fields["generated"]
    assert isinstance(field, ChoiceField)
    assert [field.itemData(i) for i in range(field.count())] == ["", first, second]
    assert "found by its size" in field.itemText(0)
    choose(field, first)
    assert document.recipe.method == Adversarial(first)
    choose(field, "")
    document.edit_network(edits.set_args(document.network, first, units=5), "too many")
    assert [field.itemData(i) for i in range(field.count())] == ["", second]


def test_the_loss_is_offered_as_it_suits_the_method(document: Document, tab: RecipeTab) -> None:
    assert tab.goal.loss.itemText(0).startswith("categorical crossentropy")
    choose(tab.method.method, Adversarial)
    assert [tab.goal.loss.itemData(i) for i in range(3)] == [None, "binary_crossentropy", "mse"]
    assert document.scores == Adversarial.measures


def test_search_finds_a_method_and_its_arguments(tab: RecipeTab) -> None:
    for words in ("gan", "boltzmann", "gibbs", "q-learning", "generator"):
        tab.search.setText(words)
        assert visible(tab) == {"method"}, words
    tab.search.setText("")


def test_every_row_explains_itself(document: Document, tab: RecipeTab) -> None:
    for kind in METHODS:
        choose(tab.method.method, type(kind.method))
        assert kind.doc in row_of(tab, "method").explanation().text
        for argument in kind.args:
            assert row_of(tab, argument.name).explanation().text == argument.doc
    assert isinstance(document.recipe.method, QLearning)
    assert kind_of(document.recipe.method).method == document.recipe.method
