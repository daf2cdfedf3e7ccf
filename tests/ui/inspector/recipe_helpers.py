"""Hands on the form of a recipe."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.controls import ChoiceField, NumberField, TextField, ToggleField
from nnviz.ui.inspector.recipe_row import RecipeRow
from nnviz.ui.inspector.recipe_tab import RecipeTab

COSINE = {"kind": "CosineDecay", "initial_learning_rate": 0.01, "decay_steps": 400}
PIECES = {"kind": "PiecewiseConstantDecay", "boundaries": [100, 200], "values": [0.1, 0.01, 0.001]}


def give(qtbot: QtBot, field: object, text: str) -> None:
    assert isinstance(field, NumberField | TextField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(field: ChoiceField, data: Any) -> None:
    """What the popup does when a person presses an item."""
    index = next(i for i in range(field.count()) if field.itemData(i) == data)
    field.setCurrentIndex(index)
    field.activated.emit(index)


def change(qtbot: QtBot, field: QWidget) -> None:
    """Give *field* some other value by hand."""
    if isinstance(field, ToggleField):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    elif isinstance(field, ChoiceField):
        choose(field, next(field.itemData(i) for i in range(field.count()) if field.itemData(i) != field.choice))
    else:
        assert isinstance(field, NumberField)
        field.setFocus()
        before = field.value
        QTest.keyClick(field, Qt.Key.Key_Up)
        if field.value == before:
            QTest.keyClick(field, Qt.Key.Key_Down)


def visible(tab: RecipeTab) -> set[str]:
    return {row.term.name for section in tab.sections for row in section.rows if row.isVisible()}


def row_of(tab: RecipeTab, name: str) -> RecipeRow:
    return next(row for section in tab.sections for row in section.rows if row.term.name == name)


def fields_of(tab: RecipeTab) -> dict[str, QWidget]:
    found: dict[str, QWidget] = {
        "loss": tab.goal.loss, "optimizer": tab.optimizer.optimizer, "rate": tab.rate.learning_rate,
        "schedule": tab.rate.schedule, "epochs": tab.run.epochs, "batch": tab.run.batch_size,
        "shuffle": tab.run.shuffle, "seed": tab.run.seed.field, "weights": tab.classes.on, "stop": tab.stopping.on,
        "plateau": tab.plateau.on, "monitor": tab.stopping.monitor, "watch": tab.plateau.monitor,
    }  # fmt: skip
    found |= {f"stop {name}": field for name, field in tab.stopping.fields.items()}
    found |= {f"plateau {name}": field for name, field in tab.plateau.fields.items()}
    found |= {f"class {name}": field for name, field in tab.classes.weights.items()}
    found |= {f"argument {name}": field for name, field in tab.optimizer.arguments.items()}
    return found | {f"schedule {name}": field for name, field in tab.rate.arguments.items()}
