"""The document: every change an undo step, and what follows from it derived at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin, Split, Table
from nnviz.network import edits
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe, StopEarly
from nnviz.ui.document import Document
from tests.network.test_edits import chain


@pytest.fixture
def document(qapp: object, qtbot: QtBot) -> Iterator[Document]:
    made = Document(Project(chain("Input", "Dense", "Output"), Builtin(name="iris"), Recipe()))
    qtbot.waitUntil(lambda: made.facts is not None, timeout=20_000)
    yield made
    made.shutdown()


def test_the_first_project_is_ready_to_train(qapp: object, qtbot: QtBot) -> None:
    made = Document()
    assert made.loading
    assert made.blocked
    assert made.problems == ()
    qtbot.waitUntil(lambda: made.facts is not None, timeout=20_000)
    assert not made.blocked
    assert made.inference.total_parameters == 51
    made.shutdown()


def test_each_edit_is_one_step_that_undo_takes_back(document: Document, qtbot: QtBot) -> None:
    before = document.project
    with qtbot.waitSignals([document.network_changed, document.problems_changed]):
        document.edit_network(edits.set_args(document.network, "output", units=9), "Change units")
    assert document.dirty
    assert [p.layer for p in document.problems] == ["output"]
    with qtbot.waitSignal(document.recipe_changed):
        document.edit_recipe(Recipe(epochs=7), "Change epochs")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project == before
    assert not document.dirty
    assert document.problems == ()


def test_an_edit_that_changes_nothing_is_no_step(document: Document, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(document.network_changed):
        document.edit_network(document.network, "nothing")
    assert document.undo_stack.count() == 0


def test_steps_of_one_gesture_undo_together_and_others_do_not(document: Document) -> None:
    for units in (5, 6, 7):
        changed = edits.set_args(document.network, "hidden_1", units=units)
        document.edit_network(changed, "Change units", merge_key="units hidden_1")
    document.edit_network(edits.set_args(document.network, "output", units=4), "Change units", merge_key="units output")
    assert document.undo_stack.count() == 2


def test_the_selection_follows_what_is_there(document: Document) -> None:
    document.select(("hidden_1", "output"))
    document.edit_network(edits.remove_layers(document.network, ["hidden_1"]), "Delete")
    assert document.selection == ("output",)


def test_data_that_cannot_be_loaded_are_a_problem_in_a_sentence(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.data_failed, timeout=20_000) as failed:
        document.edit_data(Table(path="/nowhere/at-all.csv"), "data")
    assert "at-all.csv" in failed.args[0]
    assert document.problems[0].text == failed.args[0]
    assert document.blocked
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: not document.blocked, timeout=20_000)


def test_a_newer_choice_of_data_overtakes_an_older_one(document: Document, qtbot: QtBot) -> None:
    for name in ("moons", "digits", "wine"):
        document.edit_data(Builtin(name=name), "data")
    qtbot.waitUntil(lambda: document.facts is not None and document.facts.features == 13, timeout=20_000)


def test_the_fix_of_a_problem_in_data_or_recipe_is_carried_out(document: Document, qtbot: QtBot) -> None:
    document.edit_data(Builtin(name="iris", split=Split(validation=0.0)), "no validation")
    document.edit_recipe(Recipe(stop_early=StopEarly()), "stop early")
    qtbot.waitUntil(lambda: any("validation" in p.text for p in document.problems), timeout=20_000)
    (problem,) = [p for p in document.problems if "validation" in p.text]
    document.apply_fix(problem)
    qtbot.waitUntil(lambda: not document.blocked, timeout=20_000)
    assert document.data_spec.split.validation == 0.2
