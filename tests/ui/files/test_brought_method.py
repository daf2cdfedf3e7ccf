"""A game brings the method that it is learned by, and takes it along; what a person chose stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network.facts import DataFacts
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.project.project import Project
from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, QLearning
from nnviz.ui.document import first_project
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.window import MainWindow

CATCH, MOONS = Builtin(name="catch"), Builtin(name="moons")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.waitUntil(lambda: not made.document.blocked, timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.deleteLater()


def test_it_comes_and_goes_with_the_game_in_one_step_each_and_a_choice_stays(window: MainWindow, qtbot: QtBot) -> None:
    document, use, recipe = window.document, window.files.use_data, RecipeEdits(window.document)
    before = document.project
    use(CATCH)
    qtbot.waitUntil(lambda: document.facts is not None and bool(document.facts.game), timeout=20_000)
    assert document.recipe == msgspec.structs.replace(before.training, method=QLearning())
    assert not document.blocked, document.problems
    assert document.undo_stack.undoText() == "Use Catch"
    document.undo_stack.undo()
    assert document.project == before
    document.undo_stack.redo()
    recipe.set("epochs", 7)  # the rest of the recipe is changed, the method is not
    use(MOONS)
    assert (document.data_spec, document.recipe.method, document.recipe.epochs) == (MOONS, None, 7)
    document.undo_stack.undo()
    assert (document.data_spec, document.recipe.method) == (CATCH, QLearning())
    # What a person chose, before the game or for it, goes on being there; a card says what does not fit.
    recipe.set("method", QLearning(memory=500))
    use(MOONS)
    assert document.recipe.method == QLearning(memory=500)
    recipe.set("method", QLearning())
    use(CATCH)
    use(MOONS)
    assert document.recipe.method == QLearning()
    for other in (Adversarial(), ContrastiveDivergence()):
        recipe.set("method", other)
        use(CATCH)
        assert document.recipe.method == other


def test_the_method_of_a_project_that_was_opened_is_somebody_s_choice(window: MainWindow) -> None:
    document = window.document
    game = first_project()
    document.open(replace(game, data=CATCH, training=msgspec.structs.replace(game.training, method=QLearning())), None)
    window.files.use_data(MOONS)
    assert document.recipe.method == QLearning()


def test_a_template_on_a_game_plays_it() -> None:
    facts = DataFacts((8, 8, 1), "regression", 3, rows=(40, 10, 0), game="catch")
    project: Project = template_project(TEMPLATES["mlp"], CATCH, facts)
    assert project.training.method == QLearning()
