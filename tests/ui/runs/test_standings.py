"""The places of a race: by what is shown, live, without those that failed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from nnviz.backend.session_race import RaceState
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.training.recipe import Recipe
from nnviz.ui.runs.race_panel import RacePanel
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.standings import standings

PROJECT = Project(NetworkSpec(), None, Recipe(epochs=10))


def row(number: int, ending: str = "training", **columns: Any) -> RunRow:
    values = {key: np.array(value, float) for key, value in columns.items()}
    return RunRow(Run(number, "2024-01-01T00:00:00+00:00", PROJECT, values, ending, label=Label(name=f"r{number}")))


def test_the_least_loss_and_the_greatest_accuracy_are_first_on_the_validation_part_where_there_is_one() -> None:
    one = row(1, loss=[0.9, 0.1], val_loss=[0.8, 0.5], accuracy=[0.1, 0.7], val_accuracy=[0.1, 0.6])
    two = row(2, loss=[0.9, 0.3], val_loss=[0.8, 0.4], accuracy=[0.1, 0.8], val_accuracy=[0.1, 0.5])
    found = standings([one, two], "loss")
    assert [(x.row.run.id, x.place, x.value, x.epochs, x.share) for x in found] == [
        (2, 1, 0.4, 2, 0.2),
        (1, 2, 0.5, 2, 0.2),
    ]
    assert [x.row.run.id for x in standings([two, one], "accuracy")] == [1, 2]


def test_who_is_level_shares_a_place_and_who_failed_or_has_not_begun_has_none() -> None:
    rows = [row(1, "failed", loss=[0.01]), row(2), row(3, loss=[0.5]), row(4, loss=[0.5]), row(5, loss=[0.7])]
    found = standings(rows, "loss")
    assert [(x.row.run.id, x.place) for x in found] == [(3, 1), (4, 1), (5, 3), (1, None), (2, None)]


def test_while_networks_are_built_it_is_said_how_many_stand(qtbot: QtBot) -> None:
    panel = RacePanel()
    qtbot.addWidget(panel)
    panel.show_race("Race 1: units", (1, 2), RaceState.RUNNING)
    said = []
    for first in (row(1), replace(row(1), run=replace(row(1).run, label=Label(parameters=9)))):
        panel.show_rows([first, row(2)], "loss")
        said.append(panel.status.text())
    panel.show_rows([row(1, loss=[0.5]), row(2)], "loss")
    assert [*said, panel.status.text()] == ["0 of 2 built", "1 of 2 built", "0 of 2 done, by loss"]


def test_a_name_is_whole_before_the_epochs_are_shown_beside_it(qtbot: QtBot, qapp: object) -> None:
    panel = RacePanel()
    qtbot.addWidget(panel)
    panel.resize(panel.width(), 200)
    panel.show()
    pictures = []
    for name in ("Momentum 0.98", "Momentum 0.99"):
        runner = row(1, loss=[0.25] * 10)
        panel.show_race("Race 1: momentum", (1,), RaceState.NONE)
        panel.show_rows([replace(runner, run=replace(runner.run, label=Label(name=name)))], "loss")
        pictures.append(panel.places.grab().toImage())
    assert pictures[0] != pictures[1]
