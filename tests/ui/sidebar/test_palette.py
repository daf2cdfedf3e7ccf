"""The palette by mouse and keys: folds, search, arrows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.network.catalogue import CATALOGUE
from nnviz.ui.fields.cards import ScrollPanel
from nnviz.ui.sidebar.finding import found
from nnviz.ui.sidebar.palette import OPEN_FOLDS, LayerCard, Palette


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No folds are remembered from another test."""
    QSettings().remove(OPEN_FOLDS)
    yield
    QSettings().remove(OPEN_FOLDS)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[], Palette]]:
    """Opens a palette in a panel as wide as the sidebar."""
    panels = []

    def open_one() -> Palette:
        panel, palette = ScrollPanel(), Palette()
        panel.column.addWidget(palette)
        panel.column.addStretch(1)
        panel.resize(212, 700)
        qtbot.addWidget(panel)
        panels.append(panel)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return palette

    yield open_one
    panels.clear()


@pytest.fixture
def palette(shown: Callable[[], Palette]) -> Palette:
    return shown()


def press(qtbot: QtBot, *keys: Qt.Key) -> QWidget:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def visible_kinds(palette: Palette) -> list[str]:
    return [card.kind for card in palette.findChildren(LayerCard) if card.isVisible()]


def test_a_beginner_sees_three_layers_first(palette: Palette) -> None:
    assert visible_kinds(palette) == ["Input", "Dense", "Output"]
    assert palette.search.placeholderText() == f"Search {len(CATALOGUE)} layers"
    assert sum(len(fold.cards) for fold in palette.folds.values()) + 3 == len(CATALOGUE)


def test_every_kind_is_found_by_its_names() -> None:
    for kind in CATALOGUE.values():
        for query in (kind.title, kind.kind, kind.kind.lower()):
            # "Maximum" is a kind, and could be the title of another.
            assert query.casefold() in (found(query)[0].kind.casefold(), found(query)[0].title.casefold()), query


def test_keywords_families_and_korean_are_found() -> None:
    assert [kind.kind for kind in found("skip connection")] == ["Add"]
    assert {kind.kind for kind in CATALOGUE.values() if kind.group == "Merge"} <= {k.kind for k in found("merge")}
    assert "Dropout" in [kind.kind for kind in found("드롭아웃")]
    assert found("no such layer") == []
    assert found("MAX pool 2d")[0].kind == "MaxPooling2D"


def test_cards_are_made_when_a_fold_opens_and_the_fold_is_remembered(
    qtbot: QtBot, palette: Palette, shown: Callable[[], Palette]
) -> None:
    fold = palette.folds["Merge"]
    assert not fold.findChildren(LayerCard)
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Dot" in visible_kinds(palette))
    again = shown()
    assert again.folds["Merge"].is_open
    assert not again.folds["Pooling"].is_open
    qtbot.mouseClick(again.folds["Merge"].header, Qt.MouseButton.LeftButton)
    assert not shown().folds["Merge"].is_open


def test_searching_takes_the_place_of_the_folds(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "batch norm")
    assert visible_kinds(palette) == ["Input", "Dense", "Output", "BatchNormalization"]
    assert not palette.folds["Merge"].isVisible()
    with qtbot.waitSignal(palette.layer_requested) as asked:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert asked.args == ["BatchNormalization"]
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert palette.search.text() == ""
    assert palette.folds["Merge"].isVisible()
    assert visible_kinds(palette) == ["Input", "Dense", "Output"]


def test_many_hits_are_cut_and_none_is_said(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "o")
    assert len(visible_kinds(palette)) == 3 + 12
    palette.search.selectAll()
    qtbot.keyClicks(palette.search, "zzz")
    assert len(visible_kinds(palette)) == 3
    with qtbot.assertNotEmitted(palette.layer_requested):
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)


def test_arrows_lead_through_cards_search_and_folds(qtbot: QtBot, palette: Palette) -> None:
    palette.card("Input").setFocus()
    down, first = Qt.Key.Key_Down, next(iter(palette.folds.values()))
    assert press(qtbot, down) is palette.card("Dense")
    assert press(qtbot, down, down) is palette.search
    assert press(qtbot, down) is first.header
    assert press(qtbot, Qt.Key.Key_Right) is first.header
    assert first.is_open
    qtbot.waitUntil(lambda: all(card.isVisible() for card in first.cards.values()))
    card = press(qtbot, down, down)
    assert card is list(first.cards.values())[1]
    with qtbot.waitSignal(palette.layer_requested) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == [list(first.cards)[1]]
    assert press(qtbot, Qt.Key.Key_Left) is first.header
    press(qtbot, Qt.Key.Key_Left)
    assert not first.is_open
    assert press(qtbot, Qt.Key.Key_Up) is palette.search
    qtbot.keyClicks(palette.search, "lstm")
    hit = press(qtbot, down)
    assert isinstance(hit, LayerCard)
    assert hit.kind == "LSTM"
    assert press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up) is palette.card("Output")


def test_a_card_far_down_is_brought_into_sight_by_its_name(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "flatten")
    card = palette.card("RandomZoom")
    assert palette.search.text() == ""
    qtbot.waitUntil(card.isVisible)


def test_a_hit_is_dragged_and_double_clicked_like_any_card(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "gru")
    hit = next(card for card in palette.findChildren(LayerCard) if card.isVisible() and card.kind == "GRU")
    with qtbot.waitSignal(palette.layer_requested) as asked:
        qtbot.mouseDClick(hit, Qt.MouseButton.LeftButton)
    assert asked.args == ["GRU"]
