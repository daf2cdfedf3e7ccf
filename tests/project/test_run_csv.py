"""Runs for a spreadsheet: read back by Python's csv, and compared with the runs."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.project.project import Project
from nnviz.project.run_csv import epochs_csv, runs_csv
from nnviz.project.run_label import Label
from nnviz.project.run_words import network_words, recipe_words
from nnviz.project.runs import Fork, Run
from nnviz.training.recipe import Recipe, StopEarly
from tests.network.test_edits import chain

PROJECT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"), Recipe())
FIRST = Run(
    1, "2026-01-01T00:00:00+00:00", PROJECT,
    {"loss": np.array([0.5, 0.1, 0.2]), "val_loss": np.array([np.nan, 0.3, 0.4])}, "finished", seconds=6.0,
    test={"loss": 0.25}, label=Label("wide, \"quoted\"", "a\nnote", parameters=17),
    clock=np.array([[1.0, 100.0], [2.0, 101.0], [6.0, 200.0]]),
)  # fmt: skip
SECOND = Run(2, "2026-01-01T00:01:00+00:00", PROJECT, {"loss": np.array([1 / 3])}, seconds=2.0, fork=Fork(1, 1))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_a_row_a_run_with_last_and_best() -> None:
    first, second = rows(runs_csv([FIRST, SECOND]))
    assert (first["name"], first["note"], first["parameters"]) == ('wide, "quoted"', "a\nnote", "17")
    assert [float(first[f"{key} {which}"]) for key in ("loss", "val_loss") for which in ("last", "best")] == [
        0.2, 0.1, 0.4, 0.3,
    ]  # fmt: skip
    assert (first["test loss"], second["test loss"], second["val_loss best"]) == ("0.25", "", "")
    assert (second["name"], second["forked from run"], second["at epoch"]) == ("Run 2", "1", "1")
    assert float(second["loss last"]) == 1 / 3


def test_the_epochs_of_all_runs_stand_side_by_side() -> None:
    found = rows(epochs_csv([FIRST, SECOND]))
    assert [row["epoch"] for row in found] == ["1", "2", "3"]
    name = '1 wide, "quoted"'
    assert [row[f"{name}: seconds"] for row in found] == ["1.0", "2.0", "6.0"]
    assert [row[f"{name}: val_loss"] for row in found] == ["", "0.3", "0.4"]
    assert [row["Run 2: loss"] for row in found] == [repr(1 / 3), "", ""]
    assert found[0]["Run 2: seconds"] == "2.0"  # spread over its time, where no clock was kept


@pytest.mark.parametrize(
    ("network", "words"),
    [
        (chain("Input", "Output"), "Output alone"),
        (edits.set_args(chain("Input", "Dense", "Output"), "hidden_1", units=8, activation="tanh"), "8 tanh"),
        (chain("Input", "Dense", "Dropout", "Output"), "Dense 4, Dropout 0.5"),
        (chain("Input", *["Dense", "Dropout"] * 6, "Output"), "14 layers"),
    ],
)
def test_a_network_in_a_few_words(network: object, words: str) -> None:
    assert network_words(network) == words


def test_a_recipe_in_a_few_words() -> None:
    recipe = Recipe(batch_size=8, stop_early=StopEarly()).with_optimizer("SGD", learning_rate=0.05, momentum=0.9)
    assert recipe_words(recipe) == "Momentum 0.05, batch 8, EarlyStopping"
    assert recipe_words(Recipe()) == "Adam 0.001, batch 32"
    decaying = {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.9}
    assert recipe_words(Recipe().with_optimizer(learning_rate=decaying)) == "Adam 0.1, ExponentialDecay, batch 32"
