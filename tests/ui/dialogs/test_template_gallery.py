"""The gallery of templates: what it offers for which data, and what a click opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from nnviz.data.spec import Builtin
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.ui import style
from nnviz.ui.dialogs.template_drawing import plan_of
from nnviz.ui.dialogs.template_gallery import MINE, OWN, TemplateGallery
from nnviz.ui.window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window on the moons, whose engine is never started."""
    style.install(qapp)
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.document.facts is not None, timeout=20_000)
    yield made
    made.document.undo_stack.setClean()
    made.shutdown()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


def gallery_of(window: MainWindow, qtbot: QtBot) -> TemplateGallery:
    window.templates.ask()
    (gallery,) = window.findChildren(TemplateGallery)
    qtbot.waitUntil(lambda: all(card.drawing.plan is not None for card in gallery.cards.values()))
    return gallery


def click(gallery: TemplateGallery, name: str) -> None:
    QTest.mouseClick(gallery.cards[name], Qt.MouseButton.LeftButton)


def test_each_card_says_which_data_it_would_learn_from(window: MainWindow, qtbot: QtBot) -> None:
    gallery = gallery_of(window, qtbot)
    assert gallery.tabs.currentIndex() == MINE
    texts = {name: card.takes.text() for name, card in gallery.cards.items()}
    assert texts["mlp"] == texts["perceptron"] == "On Moons"
    assert texts["lenet"] == "Brings Digits; takes pictures"
    gallery.tabs.setCurrentIndex(OWN)
    assert gallery.cards["mlp"].takes.text() == "Brings Moons; takes any data"
    gallery.reject()


def test_a_template_on_one_s_own_data_is_one_step_to_undo(window: MainWindow, qtbot: QtBot) -> None:
    document = window.document
    before = document.project
    click(gallery_of(window, qtbot), "perceptron")
    assert document.network == TEMPLATES["perceptron"].network()
    assert document.data_spec == before.data
    assert (document.recipe.epochs, document.recipe.batch_size) == (300, 16)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project == before


def test_one_that_brings_its_data_opens_as_a_new_project_and_asks_nothing_where_nothing_is_lost(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: pytest.fail("asked"))
    click(gallery_of(window, qtbot), "lenet")
    document = window.document
    qtbot.waitUntil(lambda: document.facts is not None and document.facts.input_shape == (8, 8, 1), timeout=20_000)
    assert document.project == template_project(TEMPLATES["lenet"])
    assert not document.dirty
    assert document.undo_stack.count() == 0
    assert not document.problems


def test_what_would_be_lost_is_asked_about(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    document, asked = window.document, []
    document.edit_data(Builtin(name="circles"), "other data")
    before = document.project
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel.value
    )
    click(gallery_of(window, qtbot), "unet")
    assert len(asked) == 1
    assert document.project == before


def test_pictures_that_are_open_are_what_a_network_of_pictures_is_put_on(window: MainWindow, qtbot: QtBot) -> None:
    document = window.document
    document.edit_data(Builtin(name="digits"), "digits")
    qtbot.waitUntil(lambda: document.facts is not None and document.facts.input_shape == (8, 8, 1), timeout=20_000)
    steps = document.undo_stack.count()
    click(gallery_of(window, qtbot), "unet")
    assert document.data_spec == Builtin(name="digits", task="reconstruction")
    assert document.undo_stack.count() == steps + 1
    qtbot.waitUntil(lambda: document.facts is not None and bool(document.facts.target_shape), timeout=20_000)
    assert not document.blocked


def test_an_empty_diagram_offers_the_gallery(window: MainWindow, qtbot: QtBot) -> None:
    start = window.start_button
    assert not start.isVisible()
    window.document.edit_network(NetworkSpec(), "all gone")
    assert start.isVisible()
    middle = start.geometry().center() - window.diagram.rect().center()
    assert middle.manhattanLength() <= 4
    QTest.mouseClick(start.button, Qt.MouseButton.LeftButton)
    assert window.findChildren(TemplateGallery)[0].isVisible()
    window.findChildren(TemplateGallery)[0].reject()
    window.document.undo_stack.undo()
    assert not start.isVisible()
    start.button.setText(3 * start.button.text())  # it asks for more room than when it was made
    window.document.undo_stack.redo()
    assert start.width() >= start.button.sizeHint().width()
    assert start.rect() == start.button.geometry()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_small_drawing_has_every_layer_in_its_place(name: str) -> None:
    template = TEMPLATES[name]
    network = template.network()
    plan = plan_of(network, template.own)
    assert set(plan.boxes) == {layer.id for layer in network.layers}
    for a, b in plan.links:
        assert plan.boxes[a].column < plan.boxes[b].column
    places = [(box.column, round(box.y, 3)) for box in plan.boxes.values()]
    assert len(set(places)) == len(places)
    assert all(0 < box.x < 1 and 0 < box.y < 1 and 0 < box.size <= 1 for box in plan.boxes.values())
