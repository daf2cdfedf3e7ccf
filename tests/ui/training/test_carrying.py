"""What a changed network kept, as the window says it: on the layers, in the inspector, in the status line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.network.spec import NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.growing import Carried, Counts
from nnviz.training.growing.report import told
from nnviz.training.messages import Built, Grown
from nnviz.ui.training.carried_text import answers_text, in_full, note, small
from nnviz.ui.training.carrying import SETTING
from nnviz.ui.window import MainWindow

WHY = Sentence("inputs of {0}: {1} of {2} gone", "output", 2, 6)
WIDER = Carried("hidden_1", "changed", Counts(6, 3), Counts(2), 27, 0)
MORE = Carried("hidden_1", "changed", Counts(6, 0, 3), Counts(2), 27, 9)
FEWER = Carried("hidden_1", "changed", Counts(4, 0, 0, 2), Counts(2), 12, 0)
BEHIND = Carried("output", "changed", Counts(1), Counts(4, 0, 0, 2), 5, 0, told(WHY))
PRESERVED = Grown((WIDER,), True, True, (), 2e-7)


def built(grown: Grown | None, epoch: int = 5) -> Built:
    return Built(20, 10, 0, 1, epoch, grown=grown)


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (WIDER, "6 kept, 3 copied"),
        (MORE, "6 kept, 3 new"),
        (FEWER, "4 of 6 kept"),
        (BEHIND, "inputs: 2 gone"),
        (Carried("a", "changed", Counts(1), Counts(4, 2)), "weights split"),
        (Carried("a", "changed", Counts(1), Counts(4, 0, 2), 7, 2), "inputs: 2 new"),
        (Carried("a", "changed", weights=7, new=2), "kept in part"),
        (Carried("a", "new", weights=7, new=7), "new"),
        (Carried("a", "identity"), "new, answers kept"),
        (Carried("a", "kept", Counts(3), why=told(WHY)), ""),
    ],
)
def test_a_note_is_short(layer: Carried, text: str) -> None:
    assert note(layer) == text


@pytest.mark.parametrize(
    ("layer", "grown", "text"),
    [
        (WIDER, PRESERVED, "9 units: 6 kept, 3 copied."),
        (FEWER, Grown(preserving=True), "4 of 6 units kept: those with the strongest weights going out."),
        (FEWER, Grown(), "4 of 6 units kept: the first ones."),
        (BEHIND, Grown(), "Inputs gone, and their weights with them: 2. "
                          "The answers change: inputs of output: 2 of 6 gone."),
        (Carried("a", "new"), Grown(), "New: its weights start afresh."),
        (Carried("a", "changed", Counts(1), Counts(4, 0, 2)), Grown(),
         "6 inputs: 4 kept, 2 new. The weights of new ones start afresh."),
        (Carried("a", "changed", Counts(1), Counts(4, 0, 2)), Grown(preserving=True, preserves=True),
         "6 inputs: 4 kept, 2 new. The weights of new ones start at 0."),
    ],
)  # fmt: skip
def test_the_inspector_says_all_of_it(layer: Carried, grown: Grown, text: str) -> None:
    assert in_full(layer, grown) == text


@pytest.mark.parametrize(
    ("grown", "text"),
    [
        (PRESERVED, "The network answers as before (largest difference 2e-7)"),
        (Grown(preserving=True, preserves=True), "The network answers as before"),
        (Grown(preserving=True, why=told(WHY), difference=0.25),
         "The answers change by up to 0.25: inputs of output: 2 of 6 gone"),
        (Grown(difference=0.1312), "What fits was kept; the answers change by up to 0.131"),
        (Grown(why=told(WHY)), "What fits was kept: inputs of output: 2 of 6 gone"),
        (Grown(preserving=True, preserves=True, difference=0.5),
         "What fits was kept; the answers change by up to 0.5"),
    ],
)  # fmt: skip
def test_the_status_line_says_how_the_answers_changed(grown: Grown, text: str) -> None:
    assert answers_text(grown) == text


def test_small_numbers_are_short() -> None:
    assert [small(n) for n in (0, 2.2e-7, 1e-10, 0.00125, 1.5)] == ["0", "2e-7", "1e-10", "0.00125", "1.5"]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window without an engine, whose data are loaded."""
    made = MainWindow()
    qtbot.waitUntil(lambda: not made.document.blocked, timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.deleteLater()
    QSettings().remove(SETTING)


def learn(window: MainWindow, grown: Grown | None) -> None:
    window.session._epoch = 5  # what an engine would have said
    window.session.built.emit(built(grown))


def test_notes_stand_under_their_layers_until_another_network_stands(window: MainWindow) -> None:
    learn(window, PRESERVED)
    item = window.notes.items["hidden_1"]
    assert item.text == "6 kept, 3 copied"
    assert item.parentItem() is window.scene.layer_items["hidden_1"]
    window.document.edit_network(NetworkSpec(), "empty")
    assert window.notes.items == {}
    window.document.undo_stack.undo()
    assert list(window.notes.items) == ["hidden_1"]
    learn(window, None)
    assert window.notes.items == {}


def test_what_is_lost_has_another_colour(window: MainWindow) -> None:
    learn(window, Grown((FEWER, BEHIND), True, False, told(WHY), 0.25))
    assert [window.notes.items[layer].kept for layer in ("hidden_1", "output")] == [False, False]
    learn(window, PRESERVED)
    assert window.notes.items["hidden_1"].kept


def test_the_card_is_shown_for_a_trained_layer_with_its_weights(window: MainWindow) -> None:
    card = window.inspector.layer.carried
    window.document.select(("hidden_1",))
    assert card.isHidden()
    learn(window, PRESERVED)
    assert not card.isHidden()
    assert card.text.text() == "9 units: 6 kept, 3 copied."
    assert card.toggle.isChecked()
    window.document.select(("input",))
    assert card.isHidden()
    window.document.select(("hidden_2",))
    assert not card.isHidden()
    assert card.text.isHidden()


def test_the_choice_is_remembered(window: MainWindow) -> None:
    learn(window, PRESERVED)
    window.document.select(("hidden_1",))
    window.inspector.layer.carried.toggle.click()
    assert not window.carrying.preserving
    assert QSettings().value(SETTING) == "false"
    action = next(a for a in window.actions() if a.text() == "Keep the answers when the network is edited")
    assert not action.isChecked()
    action.trigger()
    assert window.carrying.preserving
    assert window.inspector.layer.carried.toggle.isChecked()


def test_a_layer_dropped_into_an_untrained_network_is_as_ever(window: MainWindow) -> None:
    assert window.document.adapt_new(window.document.network, "hidden_1") == window.document.network
