"""What the form finds, explains, and warns of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import METRICS
from nnviz.ui.document import Document
from nnviz.ui.inspector import recipe_search
from nnviz.ui.inspector.inspector import LAYER, Inspector
from nnviz.ui.inspector.problem_card import ProblemCard
from nnviz.ui.inspector.recipe_tab import RecipeTab
from tests.ui.inspector.recipe_helpers import row_of, visible

# ---------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("query", "found"),
    [("batch size", {"batch_size"}), ("gradient_accumulation", {"gradient_accumulation_steps"}),
     ("rows held back", {"validation"}), ("MOMENTUM", {"optimizer", "ema_momentum"}),
     ("crossentropy", {"loss", "class_weight"} - {"class_weight"}), ("staircase", {"schedule"})],
)  # fmt: skip
def test_search_finds_label_name_and_sentence(qtbot: QtBot, tab: RecipeTab, query: str, found: set[str]) -> None:
    qtbot.keyClicks(tab.search, query)
    assert found <= visible(tab)
    assert len(visible(tab)) < 8
    qtbot.keyClick(tab.search, Qt.Key.Key_Escape)
    assert tab.search.text() == ""
    assert "epochs" in visible(tab)


def test_search_finds_korean_while_the_window_speaks_english(
    monkeypatch: pytest.MonkeyPatch, document: Document
) -> None:
    class Korean:
        def translate(self, context: str, text: str) -> str:
            return {"Epochs": "에포크"}.get(text, "")

    monkeypatch.setattr(recipe_search, "_korean", Korean)
    tab = RecipeTab(document)
    tab.show()
    tab.build()
    tab.search.setText("에포크")
    assert visible(tab) == {"epochs"}
    tab.deleteLater()


def test_search_opens_what_is_folded_and_closes_it_again(qtbot: QtBot, tab: RecipeTab) -> None:
    assert not tab.optimizer.advanced.is_open
    qtbot.keyClicks(tab.search, "clip")
    assert tab.optimizer.advanced.is_open
    assert {"clipnorm", "clipvalue", "global_clipnorm"} == visible(tab)
    assert not tab.optimizer.more.isVisible()
    tab.search.clear()
    assert not tab.optimizer.advanced.is_open
    assert tab.optimizer.more.isVisible()


def test_search_for_a_part_of_a_rule_that_is_off_finds_its_switch(qtbot: QtBot, tab: RecipeTab) -> None:
    qtbot.keyClicks(tab.search, "patience")
    assert visible(tab) == {"stop_early", "reduce_on_plateau"}
    qtbot.mouseClick(tab.stopping.on, Qt.MouseButton.LeftButton)
    assert {"stop_early", "patience", "reduce_on_plateau"} - {"stop_early"} <= visible(tab)


def test_a_search_for_nothing_says_so(qtbot: QtBot, tab: RecipeTab) -> None:
    qtbot.keyClicks(tab.search, "xyzzy")
    assert visible(tab) == set()
    assert tab.nothing.isVisible()
    assert "xyzzy" in tab.nothing.text()
    tab.search.clear()
    assert not tab.nothing.isVisible()


def test_the_key_of_search_works_while_the_tab_is_seen(qtbot: QtBot, inspector: Inspector, tab: RecipeTab) -> None:
    tab.run.epochs.setFocus()
    qtbot.keyClick(tab.run.epochs, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.search.hasFocus()
    inspector.show_tab(LAYER)
    inspector.tabs.setFocus()
    qtbot.keyClick(inspector.tabs, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not tab.search.hasFocus()


# ---------------------------------------------------------------------- explanations


def test_the_foot_explains_what_has_the_focus(qtbot: QtBot, tab: RecipeTab) -> None:
    assert "Point at a field" in tab.explanation.text.text()
    tab.run.batch_size.setFocus()
    assert tab.explanation.title.text() == "Batch size"
    assert "Rows per step" in tab.explanation.text.text()
    assert tab.explanation.suggestion.text().startswith("Suggested: 16.")
    tab.goal.loss.setFocus()
    assert "The usual one for several classes." in tab.explanation.text.text()


def test_the_foot_explains_what_is_pointed_at_and_goes_back(qtbot: QtBot, tab: RecipeTab) -> None:
    tab.run.epochs.setFocus()
    row = row_of(tab, "clipnorm")
    row.pointed.emit(True)
    assert tab.explanation.title.text() == "Clip norm"
    assert tab.explanation.name.text() == "clipnorm"
    row.pointed.emit(False)
    assert tab.explanation.title.text() == "Epochs"


def test_the_foot_explains_each_choice_of_an_open_list(qtbot: QtBot, tab: RecipeTab) -> None:
    optimizer = tab.optimizer.optimizer
    optimizer.highlighted.emit(list(OPTIMIZERS).index("Lion"))
    assert tab.explanation.text.text() == OPTIMIZERS["Lion"].doc
    adder = tab.goal.metrics.adder
    index = next(i for i in range(adder.count()) if adder.itemData(i) == "recall")
    adder.highlighted.emit(index)
    assert tab.explanation.text.text() == METRICS["recall"]


def test_every_row_has_a_sentence(document: Document, tab: RecipeTab) -> None:
    rows = [row for section in tab.sections for row in section.rows]
    assert all(row.explanation().title and row.explanation().text.endswith(".") for row in rows)


def test_a_row_that_is_gone_is_not_explained(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    tab.optimizer.more.header.setChecked(True)
    tab.optimizer.arguments["beta_1"].setFocus()
    assert tab.explanation.title.text() == "Beta 1"
    document.edit_recipe(Recipe().with_optimizer("SGD"), "Use SGD")
    qtbot.waitUntil(lambda: tab.explanation.title.text() != "Beta 1")


# ---------------------------------------------------------------------- what is wrong


def test_a_caution_stands_on_top_and_is_fixed_with_one_press(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    assert not tab.findChildren(ProblemCard)
    document.edit_recipe(Recipe().with_optimizer(learning_rate=4.0), "Far too high")
    (card,) = tab.findChildren(ProblemCard)
    assert card.problem.caution
    assert card.fix is not None
    qtbot.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert document.recipe.optimizer.args["learning_rate"] == 0.001
    assert document.problems == ()
    qtbot.waitUntil(lambda: not tab.findChildren(ProblemCard))


def test_dropout_before_a_norm_is_removed_with_one_press(document: Document, tab: RecipeTab) -> None:
    from nnviz.network import placing

    network = document.network
    for kind in ("Dropout", "BatchNormalization"):
        network, _ = placing.append_layer(network, kind)
    document.edit_network(network, "Grow")
    (problem,) = (p for p in document.problems if p.fix is not None and p.fix.edit == "remove_layers")
    document.apply_fix(problem)
    assert not document.network.of_kind("Dropout")
    assert document.problems == ()
