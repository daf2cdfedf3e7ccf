"""The learning rate drawn before training."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import Recipe, ReduceOnPlateau, StopEarly
from nnviz.training.suggest import METRICS
from nnviz.ui.document import Document
from nnviz.ui.inspector.recipe_tab import RecipeTab
from tests.ui.inspector.recipe_helpers import COSINE, PIECES, give

# ---------------------------------------------------------------------- the plot


def test_the_plot_reads_the_rate_at_an_epoch(document: Document, tab: RecipeTab) -> None:
    warm = {**COSINE, "initial_learning_rate": 0.001, "warmup_target": 0.01, "warmup_steps": 40, "decay_steps": 360}
    document.edit_recipe(Recipe().with_optimizer(learning_rate=warm), "Warm up")
    plot = tab.rate.plot  # iris has 4 batches an epoch
    assert plot.isVisible()
    assert plot.value_at(0) == pytest.approx(0.001)
    assert plot.value_at(5) == pytest.approx(0.0055)
    assert plot.value_at(10) == pytest.approx(0.01)
    assert plot.value_at(55) == pytest.approx(0.005)
    plan = plot.plan
    assert plan is not None
    assert plan.axes.x == (0, 100)
    highest = min(plan.curve, key=lambda point: point.y())
    assert plan.read(highest) == (pytest.approx(10, abs=0.5), 0.01)


def test_the_plot_follows_every_edit(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe().with_optimizer(learning_rate=COSINE), "Cosine")
    assert tab.rate.plot.value_at(50) == pytest.approx(0.005, rel=0.02)
    give(qtbot, tab.rate.arguments["decay_steps"], "200")
    assert tab.rate.plot.value_at(50) == pytest.approx(0, abs=1e-6)
    give(qtbot, tab.run.epochs, "50")
    plan = tab.rate.plot.plan
    assert plan is not None
    assert plan.axes.x == (0, 50)


def drag(qtbot: QtBot, tab: RecipeTab, index: int, by: QPointF) -> None:
    plot = tab.rate.plot
    assert plot.plan is not None
    start = plot.plan.grips[index]
    qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for share in (0.5, 1.0):
        qtbot.mouseMove(plot, (start + by * share).toPoint())
    QTest.qWait(0)


def test_a_point_is_dragged_in_one_step_of_undo(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe().with_optimizer(learning_rate=PIECES), "Steps")
    tab.panel.ensureWidgetVisible(tab.rate.plot)
    plot, before = tab.rate.plot, document.undo_stack.count()
    assert plot.plan is not None
    to = plot.plan.axes.place(75, -1.0) - plot.plan.grips[2]
    drag(qtbot, tab, 2, to)
    qtbot.waitUntil(lambda: plot.value_at(90) > 0.05)
    assert document.undo_stack.count() == before, "nothing is written while the mouse holds the point"
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton)
    rate = document.recipe.optimizer.args["learning_rate"]
    assert rate["boundaries"][0] == 100
    assert rate["boundaries"][1] == pytest.approx(300, abs=6)
    assert rate["values"] == [0.1, 0.01, pytest.approx(0.1, rel=0.15)]
    assert document.undo_stack.count() == before + 1
    document.undo_stack.undo()
    assert document.recipe.optimizer.args["learning_rate"] == PIECES


def test_escape_lets_a_dragged_point_go(qtbot: QtBot, document: Document, tab: RecipeTab) -> None:
    document.edit_recipe(Recipe().with_optimizer(learning_rate=PIECES), "Steps")
    tab.panel.ensureWidgetVisible(tab.rate.plot)
    plot = tab.rate.plot
    drag(qtbot, tab, 1, QPointF(30, 20))
    qtbot.waitUntil(lambda: plot.value_at(26) != pytest.approx(0.01))
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton)
    assert document.recipe.optimizer.args["learning_rate"] == PIECES
    assert plot.value_at(26) == pytest.approx(0.01)


def test_the_form_is_never_wider_than_the_inspector(document: Document, tab: RecipeTab) -> None:
    weights = {"setosa": 1.0, "versicolor": 2.0, "virginica": 3.0}
    full = Recipe(
        loss="sparse_categorical_crossentropy", metrics=tuple(METRICS), class_weight=weights, stop_early=StopEarly(),
        reduce_on_plateau=ReduceOnPlateau(),
    )  # fmt: skip
    tab.optimizer.more.header.setChecked(True)
    tab.optimizer.advanced.header.setChecked(True)
    for kind in OPTIMIZERS:
        for schedule in (PIECES, COSINE):
            document.edit_recipe(full.with_optimizer(kind, learning_rate=schedule, clipnorm=1.0), "All of it")
            assert tab.panel.widget().minimumSizeHint().width() <= tab.panel.viewport().width(), kind


def test_the_recipe_survives_a_look_at_it(document: Document, tab: RecipeTab) -> None:
    """Showing a recipe changes nothing of it, whatever is in it."""
    odd = msgspec.structs.replace(
        Recipe(loss="hinge", metrics=("auc",), seed=4_000_000_000, class_weight={"nobody": 3.0}),
        stop_early=StopEarly(monitor="val_nothing"),
    )
    document.edit_recipe(odd.with_optimizer("Muon", learning_rate=PIECES), "Odd")
    tab.refresh()
    assert document.recipe == odd.with_optimizer("Muon", learning_rate=PIECES)
    assert tab.stopping.monitor.choice == "val_nothing"
