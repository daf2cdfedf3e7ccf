"""Data that take long: how far they are, Stop, and what a dialog has read already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.data import shown
from nnviz.data.dataset import Cancelled, Dataset
from nnviz.data.spec import Builtin, DataSpec
from nnviz.ui.dialogs.data_pages.look import Look
from nnviz.ui.document import Document, first_project
from nnviz.ui.sidebar.data_card import DataCard

IRIS = Builtin(name="iris")


class Slow:
    """In place of reading: tells two fifths, then waits until it is let go or given up."""

    def __init__(self) -> None:
        self.asked: list[DataSpec] = []
        self.let_go, self.given_up = Event(), Event()
        self._really = shown.load_to_show

    def __call__(
        self, spec: DataSpec, base: Path, cancelled: Callable[[], bool], progress: Callable[[float], None]
    ) -> Dataset:
        self.asked.append(spec)
        progress(0.4)
        while not self.let_go.wait(0.01):
            if cancelled():
                self.given_up.set()
                raise Cancelled
        return self._really(spec, base, cancelled, progress)


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[Document]:
    document = Document(first_project())
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20_000)
    yield document
    document.shutdown()


@pytest.fixture
def slow(document: Document, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(shown, "load_to_show", slow)
    yield slow
    slow.let_go.set()


@pytest.fixture
def card(qtbot: QtBot, document: Document) -> DataCard:
    card = DataCard(document)
    qtbot.addWidget(card)
    card.show()
    return card


def waits(qtbot: QtBot, document: Document) -> None:
    """Choose data, and wait until the window waits for them."""
    with qtbot.waitSignal(document.loader.lingers, timeout=20_000):
        document.edit_data(IRIS, "Choose data")


def test_what_takes_long_is_not_taken_for_the_former_data(
    qtbot: QtBot, document: Document, slow: Slow, card: DataCard
) -> None:
    document.edit_data(IRIS, "Choose data")
    assert not card.progress.isVisible()  # what is there in a moment shows no bar
    qtbot.waitUntil(card.progress.isVisible, timeout=20_000)
    assert document.facts is None
    assert document.loading
    assert document.blocked
    assert not document.problems or "no data" not in document.problems[0].text
    qtbot.waitUntil(lambda: card.progress.bar.share == 0.4, timeout=20_000)
    slow.let_go.set()
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20_000)
    assert not card.progress.isVisible()
    assert card.facts.text() == "150 rows, 4 inputs, 3 classes"


def test_stop_gives_up_and_an_undo_brings_the_former_back(
    qtbot: QtBot, document: Document, slow: Slow, card: DataCard
) -> None:
    waits(qtbot, document)
    qtbot.mouseClick(card.progress.stop, Qt.MouseButton.LeftButton)
    assert "was stopped" in card.note.text()
    assert document.blocked
    assert not document.loading
    assert not card.progress.isVisible()
    assert slow.given_up.wait(20)
    slow.let_go.set()
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20_000)
    assert card.facts.text() == "300 rows, 2 inputs, 2 classes"
    assert not card.note.text()


def test_the_same_data_can_be_chosen_again_after_a_stop(qtbot: QtBot, document: Document, slow: Slow) -> None:
    waits(qtbot, document)
    document.stop_loading()
    steps = document.undo_stack.count()
    slow.let_go.set()
    document.edit_data(IRIS, "Choose data")
    qtbot.waitUntil(lambda: document.facts is not None, timeout=20_000)
    assert document.facts is not None
    assert document.facts.features == 4
    assert document.undo_stack.count() == steps


def test_what_a_dialog_has_read_is_not_read_again(qtbot: QtBot, document: Document, slow: Slow) -> None:
    dataset: Any = slow._really(IRIS, document.base)
    document.loader.hand_over(IRIS, document.base, dataset)
    document.edit_data(IRIS, "Choose data")
    assert document.dataset is dataset
    assert slow.asked == []
    slow.let_go.set()
    document.undo_stack.undo()
    document.undo_stack.redo()  # by then the file may be another one
    qtbot.waitUntil(lambda: IRIS in slow.asked, timeout=20_000)
    qtbot.waitUntil(lambda: not document.loader.busy, timeout=20_000)
    assert document.dataset is not dataset


def test_what_was_handed_over_is_for_that_reference_alone(qtbot: QtBot, document: Document, slow: Slow) -> None:
    document.loader.hand_over(IRIS, document.base, slow._really(IRIS, document.base))
    slow.let_go.set()
    with qtbot.waitSignal(document.facts_changed, timeout=20_000):
        document.edit_data(Builtin(name="wine"), "Choose data")
    assert slow.asked == [Builtin(name="wine")]


def test_a_dialog_that_opens_at_what_is_being_loaded_reads_nothing_of_its_own(
    qtbot: QtBot, document: Document, slow: Slow
) -> None:
    waits(qtbot, document)
    shares, found = list[float](), list[Any]()
    looks = [Look(document.base, document, document.loader) for _ in range(2)]
    for look in looks:
        look.progressed.connect(shares.append)
        look.loaded.connect(found.append)
        look.load(IRIS)
    looks[1].cancel()
    slow.let_go.set()
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert slow.asked == [IRIS]
    assert len(found) == 1
    assert found[0] is document.dataset
    looks[1].load(IRIS)  # by now it is there, and the file may be another one
    qtbot.waitUntil(lambda: len(found) == 2, timeout=20_000)
    assert slow.asked == [IRIS] * 2


def test_a_card_that_comes_while_a_person_waits_has_the_bar_and_stop(
    qtbot: QtBot, document: Document, slow: Slow
) -> None:
    waits(qtbot, document)
    card = DataCard(document)  # of the window that takes over when another language is chosen
    qtbot.addWidget(card)
    card.show()
    assert card.progress.isVisible()
    qtbot.mouseClick(card.progress.stop, Qt.MouseButton.LeftButton)
    assert not card.progress.isVisible()
    assert not document.loading
